import type { SyllablePairs } from '../syllablePairs.ts';
import {
  type Formula,
  formulaOf,
  type Gap,
  isCapitals,
  likeness,
  type Misread,
  misread,
  trimmed,
} from './formulaGaps.ts';
import { LINE_FORMULAS, PHRASE_FORMULAS } from './formulas.ts';
import type { Repair } from './repair.ts';
import { type ReadWord, type Replacement, readWords, replaced } from './words.ts';

/**
 * Words misread inside a formula: where the words around them are a formula's, in their order and exact, what stands
 * between is the formula's too, unless it is words of its own. `quyền hạn li sấu chức của Bộ` → `quyền hạn và cơ cấu tổ
 * chức của Bộ`.
 */

/** No more words than this are put right between two exact ones. */
const longestGap = 4;
/** From here on two stretches of letters are misreadings of each other, marks aside. */
const close = 0.5;
/** The same where less else speaks for it. */
const veryClose = 0.8;
/** So many exact words prove one that is usual where it stands. */
const mostProof = 5;
/** A whole line that is so much like a formula is one. */
const sameLine = 0.72;
/** As much as the second best formula has to be less alike. */
const margin = 0.08;

const PHRASES = PHRASE_FORMULAS.map(formulaOf);
const LINES = LINE_FORMULAS.map(formulaOf);

type Proposal = Replacement & { readonly alike: number; readonly exact: number };

/** How many words from `at` on are the formula's from `own` on, in one sentence. */
function run(words: readonly ReadWord[], at: number, formula: Formula, own: number): number {
  let length = 0;
  while (own + length < formula.length && words[at + length]?.key === formula[own + length]?.key) {
    length += 1;
    if (words[at + length - 1]?.endsSentence === true) break;
  }
  return length;
}

/** The next words on which text and formula agree behind a gap, the nearest first. */
function nextRun(words: readonly ReadWord[], at: number, formula: Formula, own: number) {
  const stop = words.slice(at, at + longestGap).findIndex(({ endsSentence }) => endsSentence);
  const longest = stop === -1 ? longestGap : stop;
  for (let total = 1; total <= longestGap * 2; total += 1)
    for (let skip = Math.max(0, total - longestGap); skip < total && skip <= longest; skip += 1)
      if (run(words, at + skip, formula, own + total - skip) > 0)
        return { at: at + skip, own: own + total - skip };
  return null;
}

/** Where a formula goes on in the text from two of its words on: words and gaps in turn. */
function follow(
  words: readonly ReadWord[],
  start: number,
  formula: Formula,
  first: number,
): readonly (number | Gap)[] {
  const chain: (number | Gap)[] = [];
  let [at, own] = [start, first];
  // Up to two words before the first exact ones.
  if (first > 0 && first <= 2 && words[start - first] !== undefined)
    chain.push({ from: start - first, to: start, own: 0, ownTo: first });
  for (;;) {
    const length = run(words, at, formula, own);
    chain.push(length);
    [at, own] = [at + length, own + length];
    if (own >= formula.length || words[at - 1]?.endsSentence === true) return chain;
    const next = nextRun(words, at, formula, own);
    if (next === null) break;
    chain.push({ from: at, to: next.at, own, ownTo: next.own });
    ({ at, own } = next);
  }
  const behind = words.slice(at, at + 3).findIndex(({ endsLine }) => endsLine) + 1;
  if (formula.length - own <= 2 && behind > 0)
    chain.push({ from: at, to: at + behind, own, ownTo: formula.length });
  return chain;
}

/** The gaps of a chain that may have been misread, each with the exact words that such gaps join. */
function misreadings(
  words: readonly ReadWord[],
  chain: readonly (number | Gap)[],
  formula: Formula,
  pairs: SyllablePairs,
) {
  const parts: { exact: number; gaps: Misread[] }[] = [{ exact: 0, gaps: [] }];
  for (const link of chain) {
    const part = parts.at(-1);
    if (part === undefined) continue;
    if (typeof link === 'number') part.exact += link;
    else {
      const found = misread(words, trimmed(words, link, formula), formula, pairs);
      // Other words than the formula's make it another sentence from there on.
      if (found === null) parts.push({ exact: 0, gaps: [] });
      else part.gaps.push(found);
    }
  }
  return parts.flatMap(({ exact, gaps }) => gaps.map((gap) => ({ ...gap, exact })));
}

/** How many exact words around a gap prove what stands in it; `null`: none do. */
function exactWanted(gap: Misread, formula: Formula): number | null {
  const { own, ownTo, alike, usual, isUsual, isBroken, isStrange, isOfItsSize, isLeftOut } = gap;
  const length = ownTo - own;
  const isInside = own > 0 && ownTo < formula.length;
  if (isLeftOut) return isInside ? Math.max(8, length * 6) : null;
  if (!isInside && alike < veryClose && own === 0) return null;
  if (alike === 1) return isUsual ? mostProof : Math.max(3, length * 2);
  if (alike >= veryClose) return Math.max(isBroken ? 3 : 4, length * 2);
  if (alike >= close && isInside && (isBroken || usual === 0))
    return Math.max(isBroken ? 3 : 4, length * 2.5);
  if (!isOfItsSize || usual > 0 || !(isBroken || isStrange)) return null;
  return Math.max(isBroken ? 5 : 7, length * (isInside ? 2.5 : 4));
}

function inPhrases(words: readonly ReadWord[], pairs: SyllablePairs): readonly Proposal[] {
  const places = new Map<string, number[]>();
  for (const [index, { key }] of words.entries()) {
    const next = words[index + 1];
    if (next === undefined) continue;
    const both = `${key} ${next.key}`;
    const found = places.get(both);
    if (found === undefined) places.set(both, [index]);
    else found.push(index);
  }
  return PHRASES.flatMap((formula) =>
    formula.flatMap(({ key }, own) => {
      const next = formula[own + 1];
      const starts = next === undefined ? [] : (places.get(`${key} ${next.key}`) ?? []);
      return starts.flatMap((at) => {
        // Not in the middle of a run that began before.
        if (own > 0 && words[at - 1]?.key === formula[own - 1]?.key) return [];
        const found = misreadings(words, follow(words, at, formula, own), formula, pairs);
        return found.filter((gap) => gap.exact >= (exactWanted(gap, formula) ?? Number.POSITIVE_INFINITY));
      });
    }),
  );
}

const ARTICLE = /^[ĐÐD]i[eêềểễế]u$/u;
const LABEL = /^(?:\d{1,3}[.:)]|[IVX]{1,5}[.:]|[-–+•*]+)$/u;
/** A longer line is no formula. */
const mostWords = 20;

/** The words of each line, without its label or dash. */
function linesOf(
  text: string,
  words: readonly ReadWord[],
): readonly { readonly from: number; readonly to: number }[] {
  const lines: { from: number; to: number }[] = [];
  for (const [index, word] of words.entries()) {
    const last = lines.at(-1);
    if (word.startsLine || last === undefined) lines.push({ from: index, to: index + 1 });
    else last.to = index + 1;
  }
  const written = (index: number) => text.slice(words[index]?.start, words[index]?.end);
  return lines.map(({ from, to }) => {
    if (ARTICLE.test(written(from)) && /^\d{1,3}[a-zđ]?[.:]?$/u.test(written(from + 1)))
      return { from: from + 2, to };
    return { from: LABEL.test(written(from)) ? from + 1 : from, to };
  });
}

/** The stretches in which a line's words are not the formula's. */
function differences(words: readonly ReadWord[], from: number, to: number, formula: Formula): readonly Gap[] {
  const gaps: Gap[] = [];
  let [at, own] = [from, 0];
  while (at < to || own < formula.length) {
    const length = Math.min(run(words, at, formula, own), to - at);
    [at, own] = [at + length, own + length];
    if (at >= to && own >= formula.length) break;
    const next = nextRun(words, at, formula, own);
    const isInLine = next !== null && next.at < to;
    gaps.push({ from: at, to: isInLine ? next.at : to, own, ownTo: isInLine ? next.own : formula.length });
    [at, own] = isInLine ? [next.at, next.own] : [to, formula.length];
  }
  return gaps;
}

/** The same in a line of which all is known; the fewer letters differ in it, the less the words have to say. */
function misreadOfLine(
  words: readonly ReadWord[],
  gap: Gap,
  { formula, alike }: { readonly formula: Formula; readonly alike: number },
  pairs: SyllablePairs,
): Misread | null {
  const isSame = alike === 1 && formula.length >= 3;
  const found = misread(words, gap, formula, isSame ? null : pairs);
  if (found === null || found.isLeftOut || !found.isOfItsSize) return null;
  const isClose = found.isBroken || (alike >= 0.9 && found.usual === 0);
  return isSame || found.alike >= (isClose ? close : veryClose) ? found : null;
}

function inLines(text: string, words: readonly ReadWord[], pairs: SyllablePairs): readonly Proposal[] {
  return linesOf(text, words).flatMap(({ from, to }) => {
    const line = words.slice(from, to);
    if (line.length === 0 || line.length > mostWords) return [];
    const plain = line.map((word) => word.plain).join(' ');
    const keys = new Set(line.map(({ key }) => key));
    const ranked = LINES.filter(
      (formula) => isCapitals(formula) === isCapitals(line) && formula.some(({ key }) => keys.has(key)),
    )
      .map((formula) => {
        const wanted = formula.map((word) => word.plain).join(' ');
        const isNear = Math.abs(plain.length - wanted.length) <= wanted.length * 0.3;
        const same = formula.filter((word) => line.some((own) => own.plain === word.plain)).length;
        return { formula, same, alike: isNear ? likeness(plain, wanted) : 0 };
      })
      .sort((a, b) => b.alike - a.alike);
    const [best, second] = ranked;
    if (best === undefined || best.alike < sameLine) return [];
    if (second !== undefined && best.alike - second.alike < margin && best.same <= second.same) return [];
    const gaps = differences(words, from, to, best.formula).map((gap) =>
      misreadOfLine(words, gap, best, pairs),
    );
    // One word that is no misreading makes it another line.
    return gaps.every((gap) => gap !== null) ? gaps.map((gap) => ({ ...gap, exact: line.length })) : [];
  });
}

const meet = (one: Replacement, other: Replacement) =>
  (one.from < other.to && other.from < one.to) || (one.from === other.from && one.to === other.to);

/** Of proposals for the same words the surest, where they do not say different things alike. */
function settled(proposals: readonly Proposal[]): readonly Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of proposals.toSorted((a, b) => b.alike - a.alike || b.exact - a.exact)) {
    if (!kept.some((own) => meet(own, proposal))) kept.push(proposal);
  }
  return kept.filter((own) =>
    proposals.every(
      (other) =>
        !meet(own, other) ||
        (own.alike >= close && (own.alike - other.alike >= margin || own.exact > other.exact)) ||
        other.words.join(' ') === own.words.join(' '),
    ),
  );
}

/** Puts such words right. `text` is a stretch of running text in NFC; its line breaks stay. */
export function repairFormulas(
  text: string,
  pairs: SyllablePairs,
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const words = readWords(text);
  const inLine = inLines(text, words, pairs);
  const elsewhere = inPhrases(words, pairs).filter((proposal) => !inLine.some((own) => meet(own, proposal)));
  return replaced(text, words, [...inLine, ...settled(elsewhere)]);
}
