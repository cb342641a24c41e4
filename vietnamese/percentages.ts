import type { IsoDate } from '../domain/day.ts';
import { type Count, findCounts, findFractions } from './counts.ts';
import { foldInPlace, writeFigure } from './figures.ts';
import { findGrowth } from './growth.ts';
import { findNestedWhole } from './nestedWhole.ts';
import type { PercentageFinding } from './percentageFinding.ts';
import { findShares, type Share } from './shares.ts';

/**
 * Recomputes every percentage that a text gives together with what it is computed of: `104/298 cán bộ … (35,01%)`,
 * `X trong tổng số Y … đạt Z%`, lists on one whole, `tăng từ 85% lên 92% (tăng 7% …)`. A percentage of which the text does
 * not say the whole, or may mean another, is left out: a wrong one is reported only where no other reading fits.
 *
 * `writtenOn`: the day of the text, which tells how long ago a year is; without it the newest full date in the text does.
 */
export function checkPercentages(
  text: string,
  writtenOn: IsoDate | null = null,
): readonly PercentageFinding[] {
  const composed = text.normalize('NFC');
  const folded = foldInPlace(composed);
  const growth = findGrowth(composed, folded, writtenOn);
  const shares = blocks(folded).flatMap(({ start, end }) => {
    const block = folded.slice(start, end);
    return judgeBlock(block).map((finding) => ({
      ...finding,
      start: finding.start + start,
      end: finding.end + start,
    }));
  });
  return [...shares, ...growth]
    .map((finding) => ({ ...finding, words: composed.slice(finding.start, finding.end) }))
    .sort((a, b) => a.start - b.start);
}

type Unworded = Omit<PercentageFinding, 'words'>;

const listItem = /^\s*(?:[-+•*–]|[a-z]\)|\d+[.)])\s/;

/** Paragraphs; the items of a list belong to what introduces them. */
function blocks(text: string): readonly { readonly start: number; readonly end: number }[] {
  const cuts = [0];
  let at = 0;
  let introduces = true;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      if (!introduces && !listItem.test(line)) cuts.push(at);
      introduces = line.trimEnd().endsWith(':');
    }
    at += line.length + 1;
  }
  return cuts.map((start, index) => ({ start, end: cuts[index + 1] ?? text.length }));
}

function judgeBlock(block: string): readonly Unworded[] {
  const shares = findShares(block);
  if (shares.length === 0) return [];
  const counts = findCounts(block);
  const parts = new Set(findFractions(block).map(({ denominator }) => denominator.start));
  return shares.flatMap((share) => {
    const whole = share.denominator?.value ?? null;
    if (whole !== null) {
      const agreed = agrees(share, whole);
      return agreed !== 'wrong' || share.sure ? [judged(share, whole, false)] : [];
    }
    const found = findWhole(block, share, shares, counts, parts);
    return found === null ? [] : [judged(share, found.whole, found.inferred)];
  });
}

/** How many counts and shares around one are looked at: a long table must not cost its square. */
const NEAR = 30;

type Agreement = 'rounded' | 'cut' | 'about' | 'wrong';

function agrees({ numerator, percent, about }: Share, whole: number): Agreement {
  const computed = (100 * numerator.value) / whole;
  const stated = percent.value;
  if (about === 'over') return computed >= stated ? 'about' : 'wrong';
  if (about === 'under') return computed < stated && stated - computed <= 5 ? 'about' : 'wrong';
  if (about === 'around') return Math.abs(computed - stated) <= 2.5 ? 'about' : 'wrong';
  const scale = 10 ** percent.decimals;
  const apart = stated * scale - computed * scale;
  if (Math.abs(apart) <= 0.5 + 1e-6) return 'rounded';
  return apart < 0 && apart > -1 ? 'cut' : 'wrong';
}

/** Agreement by chance is likely for whole percents and impossible to tell for all of the whole. */
function isTelling(share: Share, whole: number): boolean {
  return (
    share.about === 'exact' &&
    share.percent.decimals > 0 &&
    share.numerator.value < whole &&
    agrees(share, whole) !== 'wrong'
  );
}

/**
 * The whole of a share that names none: a count before it that other shares of the list agree with, or that the same
 * sentence calls the whole. A share that does not agree with it but does with another count before it is of that one.
 */
function findWhole(
  block: string,
  share: Share,
  shares: readonly Share[],
  counts: readonly Count[],
  parts: ReadonlySet<number>,
): { readonly whole: number; readonly inferred: boolean } | null {
  const { numerator } = share;
  const start = Math.min(numerator.start, share.percent.start);
  const before = counts
    .filter(
      (count) => count.end <= start && !count.rounded && count.value >= numerator.value && count.value > 0,
    )
    .slice(-NEAR);
  const at = shares.indexOf(share);
  const near = shares.slice(Math.max(0, at - NEAR), at + NEAR);
  const votes = before.map((count) => ({
    count,
    others: near.filter(
      (other) =>
        other.denominator === null &&
        other.numerator.start > count.start &&
        other.percent.start !== share.percent.start &&
        (other.numerator.value !== numerator.value || other.percent.value !== share.percent.value) &&
        isTelling(other, count.value),
    ).length,
  }));
  const most = Math.max(0, ...votes.map(({ others }) => others));
  const voted = most === 0 ? undefined : votes.findLast(({ others }) => others === most)?.count;
  const named = before.findLast(
    (count) => count.whole && !/[.!?]\s|\n/.test(block.slice(count.end, start)) && before.at(-1) === count,
  );
  const among = named === undefined ? findNestedWhole(block, share, before, parts) : null;
  const nested =
    among !== null && (voted === undefined || agrees(share, among.value) !== 'wrong') ? among : undefined;
  const count = named ?? nested ?? voted;
  if (count === undefined) return null;
  const found = { whole: count.value, inferred: named === undefined && nested === undefined };
  if (agrees(share, count.value) !== 'wrong') return found;
  const otherFits = before.some(({ value }) => agrees(share, value) !== 'wrong');
  return share.sure && !otherFits ? found : null;
}

function judged(share: Share, whole: number, inferred: boolean): Unworded {
  const { numerator, percent } = share;
  const agreement = agrees(share, whole);
  const computed = Math.round((10_000 * numerator.value) / whole) / 100;
  const ends = [numerator.end, share.denominator?.end ?? 0, percent.end];
  return {
    kind: 'share',
    start: Math.min(numerator.start, percent.start),
    end: Math.max(...ends),
    numerator: numerator.value,
    denominator: whole,
    inferred,
    stated: percent.value,
    computed,
    right: agreement !== 'wrong',
    note: noteOf(share, whole, inferred, computed, agreement),
  };
}

function noteOf(
  { numerator, percent }: Share,
  whole: number,
  inferred: boolean,
  computed: number,
  agreement: Agreement,
): string {
  const sum = `${writeFigure(numerator.value)}/${writeFigure(whole)} = ${writeFigure(computed, 2)}%`;
  const stated = `${writeFigure(percent.value, percent.decimals)}%`;
  const base = inferred ? `, tính trên ${writeFigure(whole)} như các số liệu cùng đoạn` : '';
  if (agreement === 'rounded') return `${sum}${base}: văn bản ghi ${stated} là đúng.`;
  if (agreement === 'about') return `${sum}${base}: văn bản ghi gần đúng (${stated}).`;
  if (agreement === 'cut') {
    return `${sum}${base}: văn bản ghi ${stated} do bỏ phần lẻ thay vì làm tròn, coi là đúng.`;
  }
  const meant = Math.round((percent.value * whole) / 100);
  const scale = 10 ** percent.decimals;
  const fits = Math.abs((100 * meant) / whole - percent.value) * scale < 1;
  const hint =
    fits && percent.decimals > 0 && meant !== numerator.value && meant <= whole
      ? ` ${stated} ứng với ${writeFigure(meant)}/${writeFigure(whole)}.`
      : '';
  return `${sum}${base}: văn bản ghi ${stated} là chưa đúng.${hint}`;
}
