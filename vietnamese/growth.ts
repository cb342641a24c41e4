import type { IsoDate } from '../domain/day.ts';
import { findDates } from './dates.ts';
import { type Figure, PERCENT_NUMBER, readFigure, writeFigure } from './figures.ts';
import type { PercentageFinding } from './percentageFinding.ts';

const claim = new RegExp(
  String.raw`(?:(tang|giam)[a-z ]{0,12} )?tu (${PERCENT_NUMBER})( ?%)?[a-z ,]{0,40}? (?:len|den|xuong|con|xuong con) (${PERCENT_NUMBER})( ?%)?(?![\d/])[^()%\d;.\n]{0,60}?[(,] ?(tang|giam)(?: them| hon| gan)? (${PERCENT_NUMBER}) ?(%|diem phan tram|diem %|phan tram)([^).;\n]{0,60})`,
  'dg',
);
const perYear = /(?:moi|hang|binh quan|trung binh|\/ ?)\s*(?:nam|thang|quy)/;
const duration = /trong (?:vong )?(\d{1,2}) nam/;
const baseYear = /(?:so voi (?:cuoi |dau |thoi diem )?(?:cung ky )?nam|(?:ke )?tu nam) ((?:19|20)\d\d)/g;
const laterYear = /(?:nam|den) ((?:19|20)\d\d)/g;

type Change = Omit<PercentageFinding, 'words'>;

/** Claims of a change with its two ends (`tăng từ 85% lên 92% (tăng 7% trong 01 năm)`), recomputed. */
export function findGrowth(composed: string, folded: string, writtenOn: IsoDate | null): readonly Change[] {
  return [...folded.matchAll(claim)].flatMap((match) => {
    const figure = (group: number): Figure | null => {
      const [start, end] = match.indices?.[group] ?? [];
      return start === undefined ? null : readFigure(folded.slice(start, end), start);
    };
    const [before, after, stated] = [figure(2), figure(4), figure(7)];
    const bothPercent = match[5] !== undefined;
    if (before === null || after === null || stated === null) return [];
    // `tăng từ 85 lên 92%` leaves the first sign out; a count that becomes a percentage is no claim at all.
    if (!bothPercent && match[3] !== undefined) return [];
    const tail = match[9] ?? '';
    if (perYear.test(tail) || perYear.test(match[0])) return [];
    const start = match.index;
    const [, unitEnd = start] = match.indices?.[8] ?? [];
    const years = duration.exec(tail);
    const end = years === null ? unitEnd : unitEnd + tail.indexOf(years[0]) + years[0].length;
    const rises = match[6] === 'tang';
    const judged = bothPercent
      ? judgePercents(before, after, stated, rises, match[8] !== '%')
      : judgeCounts(before, after, stated, rises);
    const period =
      years === null ? null : contradiction(composed, folded, start, Number(years[1]), writtenOn);
    return [
      {
        kind: 'growth',
        start,
        end,
        numerator: after.value,
        denominator: before.value,
        inferred: false,
        stated: stated.value,
        computed: judged.computed,
        right: judged.right && period === null,
        note: period === null ? judged.note : `${judged.note} ${period}`,
      },
    ];
  });
}

type Judgement = { readonly right: boolean; readonly computed: number; readonly note: string };

/** A change between two counts: only the relative change can be meant. */
function judgeCounts(before: Figure, after: Figure, stated: Figure, rises: boolean): Judgement {
  const sign = rises ? 1 : -1;
  const relative = before.value === 0 ? 0 : (100 * sign * (after.value - before.value)) / before.value;
  const right = before.value > 0 && (lies(stated, relative, relative) || isCut(stated, relative));
  const sum = `Từ ${writeFigure(before.value)} đến ${writeFigure(after.value)} là ${changeOf(relative, rises)}%`;
  return { right, computed: round(relative), note: right ? `${sum}.` : `${sum}: ${wrong(stated, rises)}` };
}

/** A change between two percentages: people write the points as percent, and sometimes mean the relative change. */
function judgePercents(
  before: Figure,
  after: Figure,
  stated: Figure,
  rises: boolean,
  saysPoints: boolean,
): Judgement {
  const sign = rises ? 1 : -1;
  const points = sign * (after.value - before.value);
  const relative = before.value === 0 ? null : (100 * points) / before.value;
  const grown = relative === null ? '' : ` (tính theo tỷ lệ thì ${changeOf(relative, rises)}%)`;
  const ends = `Từ ${writeFigure(before.value, before.decimals)}% đến ${writeFigure(after.value, after.decimals)}%`;
  const sum = `${ends} là ${changeOf(points, rises)} điểm phần trăm${grown}`;
  const computed = round(points);
  const written = `“${writeFigure(stated.value, stated.decimals)}%”`;
  if (lies(stated, points, points)) {
    return {
      right: true,
      computed,
      note: saysPoints ? `${sum}.` : `${sum}: ${written} ở đây là điểm phần trăm.`,
    };
  }
  // The ends are rounded themselves, so the relative change is known within a span only.
  const half = 0.5 / 10 ** Math.max(before.decimals, after.decimals);
  const spread = before.value === 0 ? 0 : (100 * half * (before.value + after.value)) / before.value ** 2;
  if (!saysPoints && relative !== null && lies(stated, relative - spread, relative + spread)) {
    const manner = rises ? 'tăng' : 'giảm';
    return { right: true, computed, note: `${sum}: ${written} ở đây là mức ${manner} tương đối.` };
  }
  return { right: false, computed, note: `${sum}: ${wrong(stated, rises)}` };
}

/** `tăng 7`; the other way round where the ends contradict the word. */
function changeOf(value: number, rises: boolean): string {
  return `${value < 0 === rises ? 'giảm' : 'tăng'} ${writeFigure(Math.abs(round(value)))}`;
}

function wrong(stated: Figure, rises: boolean): string {
  const written = writeFigure(stated.value, stated.decimals);
  return `văn bản ghi ${rises ? 'tăng' : 'giảm'} ${written}% là chưa đúng.`;
}

/** Whether a stated value lies between two others, within its rounding. */
function lies(stated: Figure, low: number, high: number): boolean {
  const half = 0.5 / 10 ** stated.decimals + 1e-9;
  return stated.value >= low - half && stated.value <= high + half;
}

function isCut(stated: Figure, value: number): boolean {
  const apart = (value - stated.value) * 10 ** stated.decimals;
  return apart >= 0 && apart < 1;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Where a duration cannot be: the sentence counts from a year that lies further back than that. */
function contradiction(
  composed: string,
  folded: string,
  start: number,
  years: number,
  writtenOn: IsoDate | null,
): string | null {
  const sentence =
    folded
      .slice(Math.max(0, start - 300), start)
      .split(/[.!?]\s|\n/)
      .at(-1) ?? '';
  const base = [...sentence.matchAll(baseYear)].at(-1);
  if (base === undefined) return null;
  const from = Number(base[1]);
  const said = `“trong ${String(years).padStart(2, '0')} năm”`;
  const named = [...sentence.slice((base.index ?? 0) + base[0].length).matchAll(laterYear)].at(-1);
  if (named !== undefined) {
    const to = Number(named[1]);
    if (to <= from || to - from <= years) return null;
    return `Văn bản ghi ${said} nhưng so năm ${to} với năm ${from} là ${to - from} năm.`;
  }
  const newest = findDates(composed)
    .map(({ date }) => date)
    .sort()
    .at(-1);
  const written = Number((writtenOn ?? newest ?? '').slice(0, 4));
  // Figures of the year before are still the newest for months: only what this leaves impossible is called wrong.
  if (!(written - 1 - from > years)) return null;
  return `Văn bản ghi ${said} nhưng lấy năm ${from} làm mốc, trong khi văn bản viết năm ${written}.`;
}
