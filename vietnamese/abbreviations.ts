import glossary from '../data/glossary.json' with { type: 'json' };
import { fold, type Syllable, syllables } from './text.ts';

/** A syllable of a long form; `joined` as in `Syllable`, so that a comma in the long form parts a pair. */
export type LongSyllable = { readonly written: string; readonly folded: string; readonly joined: boolean };

/** An entry of `data/glossary.json`. The short form is matched folded, in any case, but for what the entry asks. */
export type GlossaryEntry = {
  readonly short: string;
  readonly long: string;
  /** The capitals of the short form must be capitals: in small letters it is a word or stands for something else. */
  readonly onlyCapitals?: boolean;
  /** A Đ must be typed as Đ: `NĐ` is a nghị định, `ND` may be nhân dân. */
  readonly withStroke?: boolean;
  /** Only before a number: `TT 15` is a thông tư, `TT` alone may be a trung tâm. */
  readonly beforeNumber?: boolean;
};

type Abbreviation = GlossaryEntry & {
  /** Folded syllables of the short form: `QP-AN` → `["qp", "an"]`. */
  readonly folded: readonly string[];
  readonly expansion: readonly LongSyllable[];
};

const ENTRIES: readonly GlossaryEntry[] = glossary.abbreviations;

const byFirst = new Map<string, readonly Abbreviation[]>();
for (const entry of ENTRIES) {
  const folded = syllables(entry.short).map((syllable) => syllable.folded);
  const [first] = folded;
  if (first === undefined) continue;
  const expansion = syllables(entry.long).map(({ written, folded, joined }) => ({ written, folded, joined }));
  // Longest first, so that QP-AN is not taken for a shorter entry that begins alike.
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), { ...entry, folded, expansion }].sort(
      (a, b) => b.folded.length - a.folded.length,
    ),
  );
}

/** The folded syllables with which short forms begin. */
export function abbreviationStarts(): Iterable<string> {
  return byFirst.keys();
}

/** Whether a short form may begin with this word: asked of many words, so it may err on the side of yes. */
export function mayBeginAbbreviation(folded: string, word: string, behind: string): boolean {
  return (byFirst.get(folded) ?? []).some(
    ({ onlyCapitals, folded: [, second] }) =>
      (onlyCapitals !== true || word === word.toUpperCase()) &&
      (second === undefined || fold(behind.slice(0, second.length + 3)).includes(second)),
  );
}

/**
 * The glossary's long form that stands at this place of a text, and how many syllables its short form takes. Within a
 * document's number or another code (`12/2020/TT-BNV`, `mẫu TP-CC-10`) nothing is an abbreviation: the letters are read
 * as they stand, in a text and in a question alike.
 */
export function abbreviationAt(
  text: string,
  words: readonly Syllable[],
  index: number,
): { readonly long: readonly LongSyllable[]; readonly taken: number } | null {
  const word = words[index];
  if (word === undefined) return null;
  for (const entry of byFirst.get(word.folded) ?? []) {
    const last = lastOf(entry, text, words, index);
    if (last === null) continue;
    const written = text.slice(word.start, last.end);
    if (entry.onlyCapitals && !hasCapitals(entry.short, written)) continue;
    if (entry.withStroke && !/[đĐ]/.test(written)) continue;
    if (entry.beforeNumber && !NUMBER_BEHIND.test(text.slice(last.end, last.end + 16))) continue;
    if (isWithinCode(text, word.start, last.end)) continue;
    return { long: entry.expansion, taken: entry.folded.length };
  }
  return null;
}

/** The last syllable of an entry's short form where it begins at this place; `null` where it does not stand here. */
function lastOf(
  { folded }: Abbreviation,
  text: string,
  words: readonly Syllable[],
  index: number,
): Syllable | null {
  let last: Syllable | null = null;
  for (const [offset, short] of folded.entries()) {
    const word = words[index + offset];
    if (word?.folded !== short) return null;
    if (last !== null && !/^[ \-–/&,.]{0,3}$/.test(text.slice(last.end, word.start))) return null;
    last = word;
  }
  return last;
}

/** "TT 15/2026", "tt số 15", "kh 912". */
const NUMBER_BEHIND = /^ ?(?:s(?:ố|o) ?:? ?)?\d{1,5}(?![\d.,%])/u;

/** A figure and a slash or dash before: `12/2020/TT-`, `57-`, and `2020/TT - ` with stray spaces. */
const CODE_BEFORE = /\d\p{L}?(?: ?\/ ?|-)(?:[\p{L}\d&]+(?: ?\/ ?|-)|\p{L}+ ?- ?)*$/u;
/** A dash or slash and figures behind: `TP-CC-10`, `HN-0001`. */
const CODE_BEHIND = /^[-/](?:\p{L}+[-/])*\d/u;

function isWithinCode(text: string, start: number, end: number): boolean {
  return (
    CODE_BEFORE.test(text.slice(Math.max(0, start - 40), start)) ||
    CODE_BEHIND.test(text.slice(end, end + 16))
  );
}

/** Whether every capital of the short form is one in the text too: `CTr` fits `CTr` and `CTR`, not `ctr`. */
function hasCapitals(short: string, written: string): boolean {
  const letters = (words: string) =>
    [...words.normalize('NFC')].filter((letter) => /[\p{L}\d]/u.test(letter));
  const asWritten = letters(written);
  return letters(short).every((letter, at) => {
    const other = asWritten[at];
    return letter === letter.toLowerCase() || (other !== undefined && other === other.toUpperCase());
  });
}
