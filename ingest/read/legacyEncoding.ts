/**
 * Tells Vietnamese text of the time before Unicode (TCVN3/ABC, VNI and others) by its letters. Such text arrives as
 * Latin-1 characters that only look Vietnamese in the right font: "NghÞ ®Þnh", "Nghò ñònh". The evidence is the text
 * alone; a font may be called anything.
 */

export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI' | 'TCVN3/VNI';

/** Letters that only Vietnamese Unicode has. */
const proper = /[ăđơưĂĐƠƯ\u1EA0-\u1EF9]/u;
/** Latin-1 letters that Vietnamese Unicode shares: they say nothing, for VNI uses them as tone marks too. */
const shared = /[àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ]/u;
const plain = /[A-Za-z]/;
/** Where TCVN3 keeps most of its letters; in VNI these places are empty. */
const symbolPlaces = /[\u00A1-\u00BF\u00DE\u00DF]/u;

/**
 * The share of foreign letters from which text counts as legacy. TCVN3 has about 0.25, VNI about 0.10; German, the
 * richest in such letters of the languages quoted in Vietnamese documents, has 0.02.
 */
const foreignShare = 0.04;
const stretchLetters = 300;
/** Legacy text uses a dozen foreign letters in a few lines; German has four, units and signs bring two or three. */
const leastKinds = 5;

/** Fonts without a Unicode table come out in the private area, 0xF000 above their byte. */
function byteOfSymbolFont(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= 0xf0a1 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : character;
}

type Tally = { letters: number; proper: number; foreign: number; symbols: number; kinds: number };

function tally(text: string): Tally {
  const characters = [...text].map(byteOfSymbolFont);
  const result: Tally = { letters: 0, proper: 0, foreign: 0, symbols: 0, kinds: 0 };
  const kinds = new Set<string>();
  const isOutside = (character: string | undefined) =>
    character !== undefined && character >= '\u00A1' && character <= '\u00FF' && !shared.test(character);
  for (const [index, character] of characters.entries()) {
    if (plain.test(character) || shared.test(character)) result.letters += 1;
    else if (proper.test(character)) {
      result.letters += 1;
      result.proper += 1;
    } else if (isOutside(character)) {
      // Only inside a word is "®" or "µ" a letter; beside a space or a figure it is a sign of its own.
      const before = characters[index - 1];
      const after = characters[index + 1];
      const inWord =
        [before, after].some((other) => other !== undefined && plain.test(other)) ||
        isOutside(before) ||
        isOutside(after);
      if (!inWord) continue;
      result.letters += 1;
      result.foreign += 1;
      kinds.add(character.toLowerCase());
      if (symbolPlaces.test(character)) result.symbols += 1;
    }
  }
  return { ...result, kinds: kinds.size };
}

function isLegacy(count: Tally): boolean {
  return (
    count.kinds >= leastKinds && count.foreign >= count.letters * foreignShare && count.foreign > count.proper
  );
}

/**
 * The legacy encoding in which the text, or more than a fiftieth of it, stands; `null` for good text. Looked at in
 * stretches of some hundred letters, because documents were pasted together from several encodings.
 */
export function legacyEncoding(lines: readonly string[]): LegacyEncoding | null {
  const total: Tally = { letters: 0, proper: 0, foreign: 0, symbols: 0, kinds: 0 };
  const legacy: Tally = { ...total };
  let stretch = '';
  const close = () => {
    const count = tally(stretch.normalize('NFC'));
    const sums = isLegacy(count) ? [total, legacy] : [total];
    for (const sum of sums) {
      sum.letters += count.letters;
      sum.foreign += count.foreign;
      sum.symbols += count.symbols;
    }
    stretch = '';
  };
  for (const line of lines) {
    stretch += `${line}\n`;
    if (stretch.length >= stretchLetters) close();
  }
  close();
  if (legacy.letters === 0 || legacy.letters < total.letters / 50) return null;
  const symbolShare = legacy.symbols / legacy.foreign;
  if (symbolShare > 0.35) return 'TCVN3 (ABC)';
  return symbolShare < 0.1 ? 'VNI' : 'TCVN3/VNI';
}
