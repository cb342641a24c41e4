import { sameSpelling } from '../syllable.ts';
import { fold } from '../text.ts';
import type { Repair } from './repair.ts';

/** A word of recognised text: what stands between two blanks and has a letter or a figure. */
export type ReadWord = {
  /** Without signs before and behind it. */
  readonly core: string;
  /** For comparing: one spelling for words that are the same. */
  readonly key: string;
  /** Its letters without marks. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  readonly startsLine: boolean;
  readonly endsLine: boolean;
  /** It has signs that no printed word has: `#hi`. */
  readonly isOdd: boolean;
  readonly hasStop: boolean;
  /** A stop behind which something else begins. */
  readonly endsSentence: boolean;
};

const OUTER_SIGNS = /^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu;

const ODD_SIGN = /[^\p{L}\p{M}\p{N}.,;:!?()[\]"“”'‘’\-–—/%&+…*]|(?<=\p{L})[*"“”](?=\p{L})/u;

/** The words of `text`, which is in NFC; signs that stand alone are none. */
export function readWords(text: string): readonly ReadWord[] {
  const found = [...text.matchAll(/\S*[\p{L}\p{N}]\S*/gu)];
  return found.map(({ 0: written, index }, place) => {
    const core = written.replace(OUTER_SIGNS, '');
    const before = found[place - 1];
    const following = found[place + 1];
    const next = following?.index ?? text.length;
    const end = index + written.length;
    const signs = /[^\p{L}\p{N}]*$/u.exec(written)?.[0] ?? '';
    const isCapital = /^[^\p{L}\p{N}]*\p{Lu}/u.test(following?.[0] ?? '');
    const start = before === undefined ? 0 : before.index + before[0].length;
    return {
      ...{ core, key: sameSpelling(core), plain: fold(core), start: index, end },
      startsLine: before === undefined || text.slice(start, index).includes('\n'),
      endsLine: next === text.length || text.slice(end, next).includes('\n'),
      isOdd: ODD_SIGN.test(written),
      hasStop: /[.,;:)]/.test(signs),
      endsSentence: /[;:]/.test(signs) || (signs.includes('.') && isCapital),
    };
  });
}

/** Words to stand for those from `from` up to before `to`; where that is none, between two. */
export type Replacement = { readonly from: number; readonly to: number; readonly words: readonly string[] };

const OPENING = /^[([“"‘–-]+/u;
const CLOSING = /[.,;:!?)\]”"’/]+$/u;

/** The words written as those they replace: behind the same opening signs, before the same stops, in capitals or not. */
function written(
  text: string,
  read: readonly ReadWord[],
  words: readonly string[],
  capitals: boolean,
): string | null {
  const [first, last] = [read[0], read.at(-1)];
  if (first === undefined || last === undefined) return null;
  const old = text.slice(first.start, last.end);
  const before = OPENING.exec(old)?.[0] ?? '';
  const behind = CLOSING.exec(old)?.[0] ?? '';
  const inCase = words.map((word) => (capitals ? word.toUpperCase() : word));
  const own = inCase.map((word, index) =>
    index === words.length - 1 && behind !== '' ? word.replace(CLOSING, '') : word,
  );
  if (!old.includes('\n')) return before + own.join(' ') + behind;
  // Each word stays on its line.
  if (read.length !== words.length) return null;
  return (
    before +
    own
      .map((word, index) => {
        const [here, next] = [read[index], read[index + 1]];
        return here === undefined || next === undefined ? word : word + text.slice(here.end, next.start);
      })
      .join('') +
    behind
  );
}

/** `text` with the replacements, which do not overlap, made; what cannot be written without moving a line stays. */
export function replaced(
  text: string,
  words: readonly ReadWord[],
  replacements: readonly Replacement[],
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const counts = new Map<string, Repair>();
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, words: meant } of replacements.toSorted((a, b) => a.from - b.from)) {
    if (from === to) {
      const place = words[from - 1];
      if (place === undefined || place.end < at) continue;
      const made = ` ${meant.join(' ')}`;
      counts.set(made, { from: '', to: made.trim(), times: (counts.get(made)?.times ?? 0) + 1 });
      parts.push(text.slice(at, place.end), made);
      at = place.end;
      continue;
    }
    const read = words.slice(from, to);
    const [first, last] = [read[0], read.at(-1)];
    const beside = [words[from - 1], words[to]].flatMap((word) => (word === undefined ? [] : [word.core]));
    const capitals =
      beside.some((word) => /^\p{Lu}{2,}$/u.test(word)) &&
      beside.every((word) => word === word.toUpperCase());
    const made = written(text, read, meant, capitals);
    if (first === undefined || last === undefined || made === null) continue;
    const old = text.slice(first.start, last.end);
    if (made === old) continue;
    const key = `${old} ${made}`;
    counts.set(key, { from: old, to: made, times: (counts.get(key)?.times ?? 0) + 1 });
    parts.push(text.slice(at, first.start), made);
    at = last.end;
  }
  return { text: parts.join('') + text.slice(at), repairs: [...counts.values()] };
}
