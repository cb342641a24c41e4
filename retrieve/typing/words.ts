import { abbreviationAt } from '../../vietnamese/abbreviations.ts';
import { keystrokesIn } from '../../vietnamese/keystrokes.ts';
import { isFoldedSyllable, isSyllable } from '../../vietnamese/syllable.ts';
import { fold, type Syllable, syllables } from '../../vietnamese/text.ts';

/** How far a word of a question may be doubted. */
export type Trust =
  /** A code, number, abbreviation or name: never touched. */
  | 'kept'
  /** A letter or two without a vowel: an abbreviation, or torn off a syllable by a stray space. */
  | 'fragment'
  /** May be a slip that reads as another word. */
  | 'spelled'
  /** No Vietnamese syllable is written so, with these marks if it bears any. */
  | 'broken';

/** A word of a question as typed, and as the corpus would index it. */
export type TypedWord = {
  /** Offsets into the question as given. */
  readonly start: number;
  readonly end: number;
  /** Lower case, NFC, with its marks. */
  readonly written: string;
  /** The indexed syllables: more than one where an abbreviation is written out. */
  readonly folded: readonly string[];
  /** Stands in one clause with the word before. */
  readonly joined: boolean;
  readonly trust: Trust;
  /** What its Telex or VNI keystrokes read, likeliest first, in the case of the word. */
  readonly keystrokes: readonly string[];
};

/** Of the commonest family names, those that are no everyday words beside what follows here. */
const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly li dinh truong lam mai trinh dao doan ta ' +
    'cao chu luong luu ha thai quach to vuong trieu nong giang lo vang ha nghiem'
  ).split(' '),
);
/** Names as they were typed in small letters: nguyen van a, le thi b. */
const MIDDLE_NAMES = new Set(['van', 'thi']);

/** Whether a word belongs to a name: a family name and a middle name stand before it or here. */
function isInName(words: readonly Syllable[], index: number): boolean {
  return [0, 1, 2, 3].some(
    (back) =>
      FAMILY_NAMES.has(words[index - back]?.folded ?? '') &&
      MIDDLE_NAMES.has(words[index - back + 1]?.folded ?? ''),
  );
}

/** Cuts a clean question into words. Abbreviations of several words (QP-AN) are one. */
export function typedWords(question: string): readonly TypedWord[] {
  const words = syllables(question);
  const keys = new Map(keystrokesIn(question).map(({ start, read }) => [start, read]));
  const shouted = question === question.toUpperCase();
  const found: TypedWord[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (word === undefined) break;
    const { start, end, written, joined } = word;
    const abbreviation = abbreviationAt(question, words, index);
    if (abbreviation === null) {
      const keystrokes = keys.get(start) ?? [];
      const trust =
        keystrokes.length > 0 ? 'broken' : isInName(words, index) ? 'kept' : trustOf(question, word, shouted);
      found.push({ start, end, written, folded: [word.folded], joined, trust, keystrokes });
      index += 1;
      continue;
    }
    found.push({
      start,
      end: words[index + abbreviation.taken - 1]?.end ?? end,
      written,
      folded: abbreviation.long.map(({ folded }) => folded),
      joined,
      trust: 'kept',
      keystrokes: [],
    });
    index += abbreviation.taken;
  }
  return found;
}

/** Foreign words and short forms that people write among Vietnamese ones and that look like slips of these. */
const FOREIGN = new Set(
  (
    'ko hok hem ok oke alo ad add ib cty app web zalo file link email mail fax logo video chat form test code data ' +
    'word excel online offline zoom team meet email wifi internet website facebook google scan photo copy gmail ' +
    'pdf docx ppt slide pin sim card visa ii iii iv vii viii ix xii xiii'
  ).split(' '),
);

function trustOf(question: string, { start, end, folded }: Syllable, shouted: boolean): Trust {
  const typed = question.slice(start, end);
  if (FOREIGN.has(folded) || isWithinCode(question, start, end)) return 'kept';
  const capital = typed !== typed.toLowerCase();
  if (!shouted && capital && typed === typed.toUpperCase()) return 'kept';
  const marked = /\P{ASCII}/u.test(typed);
  if ((!marked && typed.length === 1) || !/[aeiouy]/.test(fold(typed))) return 'fragment';
  if (!(marked ? isSyllable(typed) : isFoldedSyllable(folded))) return 'broken';
  // A capital within a sentence begins a name: only what cannot be a syllable is doubted there.
  const begins = /^$|[.?!:;\n"“(-]$/.test(question.slice(0, start).trimEnd().slice(-1));
  return capital && !begins && !shouted ? 'kept' : 'spelled';
}

/** How far around a word an address or a number is looked for. */
const REACH = 40;

/** Whether a word stands in a number or an address, without a space between: 171/2025/NĐ-CP, công-te-nơ. */
function isWithinCode(question: string, start: number, end: number): boolean {
  const before = /[^\s,;()“”"]*$/.exec(question.slice(Math.max(0, start - REACH), start))?.[0] ?? '';
  const after = /^[^\s,;()“”"]*/.exec(question.slice(end, end + REACH))?.[0] ?? '';
  const whole = before + question.slice(start, end) + after;
  return /\d|@|:\/\/|www\.|\.(?:vn|com|gov)|\p{L}-\p{L}+-\p{L}/u.test(whole);
}
