/** Names of the document's fonts by index; the first font's index is 0. [MS-DOC] 2.9.286. */
export function readFonts(table: Buffer): readonly string[] {
  const names: string[] = [];
  for (let at = 4; at + 42 <= table.length; at += (table[at] ?? 0) + 1) {
    const end = at + (table[at] ?? 0) + 1;
    names.push(table.toString('utf16le', at + 40, end).split('\0')[0] ?? '');
  }
  return names;
}
