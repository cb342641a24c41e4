import { isSyllable } from '../syllable.ts';
import type { SyllablePairs } from '../syllablePairs.ts';
import type { Repair } from './repair.ts';

/**
 * What specks of dust and loose letters do to running text: a stop or a quote between two words that belong together, a
 * gap behind a first letter. `Thành. phố`, `thẩm "quyền`, `Công T hương`.
 */

/** From here on two words are usual beside each other. */
const usual = 3;
/** Letters that figures are read for. */
const LEANING: Readonly<Record<string, string>> = { 7: 'T', 5: 'S', 8: 'B' };
/** Quotes close within so many letters, where they were opened. */
const longestQuote = 300;

/** The one way to part letters into two syllables that are usual beside each other. */
function inTwo(letters: string, rank: (first: string, second: string) => number): string | null {
  const found: string[] = [];
  for (let at = 2; at <= letters.length - 2; at += 1) {
    const [first, second] = [letters.slice(0, at), letters.slice(at)];
    if (isSyllable(first) && isSyllable(second) && rank(first, second) >= usual)
      found.push(`${first} ${second}`);
  }
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Puts such places right. `text` is running text in NFC; its line breaks stay. */
export function withoutSpecks(
  text: string,
  pairs: SyllablePairs,
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const counts = new Map<string, Repair>();
  const rank = (first: string, second: string) => pairs.rank(first.toLowerCase(), second.toLowerCase());
  const told = (from: string, to: string) => {
    counts.set(`${from} ${to}`, { from, to, times: (counts.get(`${from} ${to}`)?.times ?? 0) + 1 });
    return to;
  };
  const mended = text
    // No words, so nothing to tell of.
    .replace(/^['`´‘’.,:;|_¬ˆ]{1,2} (?=\p{Lu})/gmu, '')
    .replace(/(?<=[;:.,\p{L}]) ['`´‘’|_¬]$/gmu, '')
    .replace(/(?<=;)[.,]{1,2}$/gmu, '')
    .replace(/(?<![\p{L}\p{N}._-])[_~¬¦](?=\p{L})/gu, '')
    // No heading in capitals ends in a stop.
    .replace(
      /^((?:[\p{Lu}\d(),/–-]+ )+(\p{Lu}{3,}))[.'’`]$/gmu,
      (whole: string, heading: string, last: string) => (isSyllable(last) ? heading : whole),
    )
    .replace(/(?<=[;:]) [-–—.,;]$/gmu, '')
    .replace(/^([-–]) [-–] (?=\p{L})/gmu, '$1 ')
    .replace(/^-(?=\p{Lu}\p{Ll})/gmu, '- ')
    // The first that every file keeps: "- Lưu: VT, …".
    .replace(/(?<=Lưu\s?: ?)V[ỊĨỈÌÍịĩỉìíIil1rf](?=[,;.]|$)/gmu, (whole) => told(whole, 'VT'))
    // Slanting capitals lean like figures: 7ờ trình.
    .replace(
      /(?<![\p{L}\p{N}])([758])(\p{Ll}{1,6}) (\p{Ll}{2,})/gu,
      (whole: string, figure: string, rest: string, next: string) => {
        const word = (LEANING[figure] ?? '') + rest;
        return /[^a-z]/.test(rest) && isSyllable(word) && rank(word, next) > 0
          ? told(whole, `${word} ${next}`)
          : whole;
      },
    )
    // What recipients get a copy for.
    .replace(
      /\((?:đề|đê|đế|đễ|đẻ|dé|dể) (?=(?:b\/c|b\/cáo|p\/h|ph\/h|t\/h|th\/h|báo cáo|biết|phối hợp|thực hiện|chỉ đạo)(?!\p{L}))/gu,
      (whole) => `${told(whole.slice(0, -1), '(để')} `,
    )
    // A capital with a speck behind it: TÌ hành.
    .replace(
      /(?<!\p{L})([BCDĐGHKLMNPQRSTVX])[ÌÍÏÎIil1|’'] (\p{Ll}{2,})(?=[^\p{L}]{0,2} (\p{Ll}{2,}))/gu,
      (whole: string, letter: string, rest: string, next: string) =>
        isSyllable(letter + rest) && rank(letter + rest, next) >= usual ? told(whole, letter + rest) : whole,
    )
    // Two words without the blank between them: nhiệmthi.
    .replace(/(?<![\p{L}\p{N}/-])\p{L}\p{Ll}{4,11}(?![\p{L}\p{N}/-])/gu, (whole) => {
      const parted = isSyllable(whole) ? null : inTwo(whole, rank);
      return parted === null ? whole : told(whole, parted);
    })
    // A sentence goes on with a capital, so this stop ends none.
    .replace(/(\p{L}{2,})\. (\p{Ll}{2,})/gu, (whole: string, first: string, second: string) =>
      isSyllable(first) && rank(first, second) >= usual ? told(whole, `${first} ${second}`) : whole,
    )
    .replace(
      /(\p{L}{2,}|\d+) ["“](\p{L}{2,})/gu,
      (whole: string, first: string, second: string, at: number, all: string) => {
        const rest = all.slice(at + whole.length, at + whole.length + longestQuote);
        // The next mark closes it, or opens another.
        const next = /["“”]/u.exec(rest)?.[0];
        const isOpen = next === undefined || next === '“';
        return isOpen && rank(first, second) >= usual ? told(whole, `${first} ${second}`) : whole;
      },
    )
    .replace(
      /(\p{L}{2,}) ([BCDĐGHKLMNPQRSTVX]) (\p{Ll}{2,})/gu,
      (whole: string, first: string, letter: string, rest: string) =>
        isSyllable(letter + rest) && rank(first, letter + rest) > 0
          ? told(whole, `${first} ${letter}${rest}`)
          : whole,
    );
  return { text: mended, repairs: [...counts.values()] };
}
