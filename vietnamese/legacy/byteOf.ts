/** windows-1252 at 0x80…0x9F; `\0` where it has no character. */
const WINDOWS_1252 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';

const OF_CHARACTER: ReadonlyMap<string, number> = new Map(
  [...WINDOWS_1252].map((character, index): [string, number] => [character, 0x80 + index]),
);

/**
 * What programs that print to PDF make of some bytes, going by how they look in a western font. Each may as well be the
 * sign that it seems to be.
 */
const STAND_INS: ReadonlyMap<string, number> = new Map([
  ['\u2212', 0xad],
  ['\u2010', 0xad],
  ['\u2011', 0xad],
  ['\u2219', 0xb7],
  ['\u22C5', 0xb7],
  ['\u03BC', 0xb5],
  ['\u02C9', 0xaf],
  ['\u02DA', 0xb0],
]);

/** Whether it stands for a byte only perhaps: a minus between words is one. */
export function isStandIn(character: string): boolean {
  return STAND_INS.has(character);
}

/**
 * The byte that a character of legacy text was: windows-1252 or Latin-1 read backwards, and the private area from
 * U+F000, where fonts without a Unicode table come out. `null` for a character that no byte of legacy text gives.
 */
export function byteOf(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return code;
  if (code >= 0xf020 && code <= 0xf0ff) return code - 0xf000;
  return OF_CHARACTER.get(character) ?? STAND_INS.get(character) ?? null;
}

/** Back from the byte to what windows-1252 shows for it. */
export function characterOf(byte: number): string {
  const high = byte >= 0x80 && byte < 0xa0 ? WINDOWS_1252[byte - 0x80] : undefined;
  return high === undefined || high === '\0' ? String.fromCharCode(byte) : high;
}
