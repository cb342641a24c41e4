/**
 * Text as it may be stored and compared: well-formed UTF-16, NFC, without NUL and other control characters,
 * zero-width and bidirectional marks, tags; line ends are `\n`, other white space within a line is one kind of space.
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
      // Variants of letters, and the letters of "tags": whole sentences can be written that nobody sees and a model reads.
      .replace(/[\ufe00-\ufe0f\u{e0000}-\u{e01ef}]/gu, '')
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

const WORD = /^[\p{L}\p{M}\p{N}]$/u;
/** A syllable whose only vowel is y may be written with i: lý = lí, kỹ = kĩ, quy = qui. */
const FINAL_Y = /^((?:[bcdghklmnpqrstvx]|qu|[cgknpt]h|tr|ng|ngh)?)y$/;

/** Folds one syllable to the form in which it is indexed. */
export function foldSyllable(syllable: string): string {
  return fold(syllable).replace(FINAL_Y, '$1i');
}

/** Cuts a text into syllables (letters or digits in a row). Offsets are into `text` as given. */
export function syllables(text: string): Syllable[] {
  const found: Syllable[] = [];
  eachWord(text, (start, end, joined) => {
    const { written, folded } = spelling(text.slice(start, end));
    found.push({ written, folded, start, end, joined });
  });
  return found;
}

function eachWord(text: string, visit: (start: number, end: number, joined: boolean) => void): void {
  let previousEnd = -1;
  let at = 0;
  while (at < text.length) {
    const start = at;
    while (at < text.length && isInWord(text, at)) at += 1;
    if (at === start) {
      at += 1;
      continue;
    }
    visit(start, at, previousEnd !== -1 && joins(text, previousEnd, start));
    previousEnd = at;
  }
}

/** 1 for each UTF-16 unit that is a letter, a mark or a number: reading a table is several times as fast as a pattern. */
const IN_WORD = Uint8Array.from({ length: 0x1_0000 }, (_, unit) =>
  WORD.test(String.fromCharCode(unit)) ? 1 : 0,
);

function isInWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return IN_WORD[unit] === 1;
  // Half of a letter beyond the first plane: both halves belong to what they are together.
  const whole = unit < 0xdc00 ? text.codePointAt(at) : text.codePointAt(at - 1);
  return whole !== undefined && whole > 0xffff && WORD.test(String.fromCodePoint(whole));
}

/** Whether nothing but a space, a hyphen or a slash parts two words. */
export function joins(text: string, from: number, to: number): boolean {
  // Mostly one space: asked first, because a large text asks hundreds of thousands of times.
  if (to - from === 1 && text.charAt(from) === ' ') return true;
  return /^[\s\-–/&]{0,3}$/.test(text.slice(from, to));
}

type Spelling = { readonly written: string; readonly folded: string };

/** Vietnamese has some thousand syllables; what else is written (numbers, names, errors) fills the rest. */
const MOST_SPELLINGS = 20_000;
/** No Vietnamese syllable is longer, and a longer slice of a text would keep the whole text in memory. */
const LONGEST_SPELLING = 12;
const spellings = new Map<string, Spelling>();

/** Folding is what indexing a text costs most, and its syllables are nearly always ones that were folded before. */
export function spelling(word: string): Spelling {
  const known = spellings.get(word);
  if (known !== undefined) return known;
  const written = word.normalize('NFC').toLowerCase();
  const made = { written, folded: foldSyllable(written) };
  if (word.length <= LONGEST_SPELLING) {
    if (spellings.size >= MOST_SPELLINGS) spellings.clear();
    spellings.set(word, made);
  }
  return made;
}
