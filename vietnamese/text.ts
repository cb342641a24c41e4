/**
 * Text as it may be stored and compared: well-formed UTF-16, NFC, without NUL and other control characters,
 * zero-width and bidirectional marks; line ends are `\n`, other white space within a line is one kind of space.
 */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|\u2028|\u2029/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to drop
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/g, '')
      .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]/g, ' ')
  );
}

/** Lower case without diacritics, đ as d: `Đạt Chuẩn` → `dat chuan`. Same length per letter only for NFC input. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').normalize('NFC');
}

/** A syllable of a text and where it stands. */
export type Syllable = {
  /** Lower case, NFC, with its diacritics. */
  readonly written: string;
  /** Folded, and spelled one way where Vietnamese allows two (lý/lí, quy/qui). */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** No punctuation but a hyphen, slash or nothing stands between this syllable and the one before. */
  readonly joined: boolean;
};

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** A syllable whose only vowel is y may be written with i: lý = lí, kỹ = kĩ, quy = qui. */
const FINAL_Y = /^((?:[bcdghklmnpqrstvx]|qu|[cgknpt]h|tr|ng|ngh)?)y$/;

/** Folds one syllable to the form in which it is indexed. */
export function foldSyllable(syllable: string): string {
  return fold(syllable).replace(FINAL_Y, '$1i');
}

/** Cuts a text into syllables (letters or digits in a row). Offsets are into `text` as given. */
export function syllables(text: string): Syllable[] {
  const found: Syllable[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const between = text.slice(previousEnd, start);
    const written = match[0].normalize('NFC').toLowerCase();
    found.push({
      written,
      folded: foldSyllable(written),
      start,
      end: start + match[0].length,
      joined: found.length > 0 && /^[\s\-–/&]{0,3}$/.test(between),
    });
    previousEnd = start + match[0].length;
  }
  return found;
}
