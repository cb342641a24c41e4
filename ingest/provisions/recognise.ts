import { hasDottedBlank, isCapitals, stopsBeforeArticle } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { WARNINGS } from '../texts.ts';
import { type Annex, findAnnexes, isFootLine } from './annexes.ts';
import { type ArticleCandidate, articleChain } from './articleChain.ts';
import { articleLabel, numberLabel, romanLabel } from './labels.ts';
import type { Mark, Recognised, Zone } from './mark.ts';
import { outlineMarks } from './outlineForm.ts';
import { quotedUnits } from './quotes.ts';
import { isSetOff, mayBegin } from './sequence.ts';
import { stateMarks } from './stateForm.ts';

/**
 * Worth less than a step of the chain of Điều brings, so that such a line never ends it, and more than the loss of a
 * step, so that a heading under an odd line is kept where its neighbours ask for it.
 */
const IN_SENTENCE = -25;
/** Behind the end of a sentence a line "Điều 7. …" is hardly ever a citation: worth a leap in the numbers. */
const SET_OFF = 12;
/** Headings that a publisher puts behind a document. */
const NOTE =
  /^(?:Ghi chú|Nguồn|Tài liệu (?:đính kèm|liên quan)|Văn bản liên quan|Xem thêm|Tải (?:về|văn bản)|Lược đồ|Tóm tắt)\b/iu;
const BLANK_FORM = /CỘNG H[ÒO][ÀA]? ?X[ÃA] HỘI CHỦ NGHĨA/u;

/** Finds where the provisions of a document begin, and which units are head, foot, blank form or note. */
export function recognise(units: readonly Unit[]): Recognised {
  const quoted = quotedUnits(units);
  const isFree = (index: number): boolean => quoted[index] === false && units[index]?.role !== 'table';
  const annexes = findAnnexes(units, isFree);
  const marks = new Array<Mark | null>(units.length).fill(null);
  const zones = new Array<Zone>(units.length).fill('head');
  const warnings: string[] = [];
  let form: Recognised['form'] = 'none';
  const stretches: { from: number; to: number; annex: Annex | null }[] = [
    { from: 0, to: annexes[0]?.start ?? units.length, annex: null },
    ...annexes.map((annex, place) => ({
      from: annex.start + 1,
      to: annexes[place + 1]?.start ?? units.length,
      annex,
    })),
  ];
  for (const { from, to, annex } of stretches) {
    const read = readStretch(units, from, to, annex !== null, isFree);
    for (const [index, mark] of read.marks) marks[index] = mark;
    if (annex !== null) {
      marks[annex.start] = annex.mark;
      zones[annex.start] = 'body';
    } else {
      form = read.form;
      warnings.push(...read.warnings);
    }
    const first = annex !== null ? from : read.form === 'none' ? to : firstMark(read.marks, to);
    for (let index = from; index < to; index += 1) {
      zones[index] = index < first ? 'head' : index < read.bodyEnd ? 'body' : read.after;
    }
  }
  return { marks, zones, form, warnings };
}

function firstMark(marks: ReadonlyMap<number, Mark>, otherwise: number): number {
  let first = otherwise;
  for (const unit of marks.keys()) first = Math.min(first, unit);
  return first;
}

type Stretch = {
  readonly marks: ReadonlyMap<number, Mark>;
  readonly form: Recognised['form'];
  /** Where foot, form or note begins. */
  readonly bodyEnd: number;
  readonly after: Zone;
  readonly warnings: readonly string[];
};

function readStretch(
  units: readonly Unit[],
  from: number,
  to: number,
  isAnnex: boolean,
  isFree: (index: number) => boolean,
): Stretch {
  const candidates = articleCandidates(units, from, to, isFree);
  const articles = articleChain(candidates);
  const isState = articles.length >= 2 || (articles.length === 1 && (articles[0]?.strength ?? 0) >= 0);
  if (isState) {
    const end = findEnd(units, articles.at(-1)?.unit ?? from, to);
    const marks = stateMarks(units, from, end.at, articles, isFree);
    return {
      marks,
      form: 'state',
      bodyEnd: end.at,
      after: end.zone,
      warnings: articleWarnings(articles, candidates),
    };
  }
  if (isAnnex) {
    const form = firstIndex(units, from, to, ({ text }) => BLANK_FORM.test(text) || isFootLine(text));
    const zone =
      form < to && isFootLine(units[form]?.text ?? '') && !BLANK_FORM.test(units[form]?.text ?? '')
        ? 'foot'
        : 'form';
    return {
      marks: outlineMarks(units, from, form, isFree),
      form: 'outline',
      bodyEnd: form,
      after: zone,
      warnings: [],
    };
  }
  const end = findEnd(units, lastSection(units, from, to, isFree), to);
  const marks = outlineMarks(units, from, end.at, isFree);
  if (marks.size === 0) return { marks, form: 'none', bodyEnd: to, after: 'foot', warnings: [] };
  return { marks, form: 'outline', bodyEnd: end.at, after: end.zone, warnings: [] };
}

function articleCandidates(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): ArticleCandidate[] {
  const candidates: ArticleCandidate[] = [];
  for (let index = from; index < to; index += 1) {
    const unit = units[index];
    const label = unit === undefined || !isFree(index) ? null : articleLabel(unit.text);
    if (unit === undefined || label === null || hasDottedBlank(label.words)) continue;
    const match = /^(\d+)(.*)$/.exec(label.printed);
    const isHeading = unit.role === 'heading';
    const isCitation = !isHeading && !mayBegin(units, index, stopsBeforeArticle);
    const strength = isHeading ? 15 : isCitation ? IN_SENTENCE : isSetOff(units, index) ? SET_OFF : 0;
    candidates.push({ unit: index, number: Number(match?.[1]), suffix: match?.[2] ?? '', strength });
  }
  return candidates;
}

/** Where the body ends: at the foot behind the last provision, or at what a publisher added. */
function findEnd(
  units: readonly Unit[],
  last: number,
  to: number,
): { readonly at: number; readonly zone: Zone } {
  const foot = firstIndex(units, last + 1, to, ({ text }) => isFootLine(text));
  const note = firstIndex(
    units,
    last + 1,
    to,
    ({ text, role }) => /^Ghi chú:?$/iu.test(text) || (role === 'heading' && NOTE.test(text)),
  );
  return note < foot ? { at: note, zone: 'note' } : { at: foot, zone: 'foot' };
}

/** The last section in party form, or else the last numbered line: the foot stands behind it. */
function lastSection(
  units: readonly Unit[],
  from: number,
  to: number,
  isFree: (index: number) => boolean,
): number {
  let numbered = from;
  for (let index = to - 1; index >= from; index -= 1) {
    const text = units[index]?.text ?? '';
    const label = isFree(index) ? romanLabel(text) : null;
    if (label !== null && isCapitals(label.words)) return index;
    if (numbered === from && isFree(index) && numberLabel(text) !== null) numbered = index;
  }
  return numbered;
}

function firstIndex(
  units: readonly Unit[],
  from: number,
  to: number,
  holds: (unit: Unit) => boolean,
): number {
  for (let index = from; index < to; index += 1) {
    const unit = units[index];
    if (unit !== undefined && holds(unit)) return index;
  }
  return to;
}

function articleWarnings(
  articles: readonly ArticleCandidate[],
  candidates: readonly ArticleCandidate[],
): string[] {
  const warnings: string[] = [];
  const numbers = new Set(articles.map(({ number }) => number));
  const missing: number[] = [];
  const last = articles.at(-1)?.number ?? 0;
  for (let number = 1; number < last && missing.length < 20; number += 1) {
    if (!numbers.has(number)) missing.push(number);
  }
  if (missing.length > 0) warnings.push(WARNINGS.articlesMissing(missing));
  const chosen = new Set(articles.map(({ unit }) => unit));
  for (const { unit, number, suffix, strength } of candidates) {
    if (chosen.has(unit) || strength < 0) continue;
    warnings.push(WARNINGS.articleOutOfOrder(`${number}${suffix}`));
  }
  return warnings.slice(0, 10);
}
