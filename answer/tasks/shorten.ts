/** A text in one line, cut at a word; `most` in UTF-16 units, the sign of the cut included. */
export function shorten(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .replace(/\s+\S*$/, '')
    .replace(/[,;:.]+$/, '')}…`;
}
