import type { ContrastSide, HeadingPair } from '../../../answer/tasks/contrast.ts';
import { figuresOnlyIn } from '../../../answer/tasks/figuresOnlyIn.ts';
import { shorten } from '../../../answer/tasks/shorten.ts';
import { type Citation, writeCitation, writePath } from '../../../domain/citation.ts';
import type { ProvisionChange } from '../../../ingest/compare/compareTexts.ts';
import type { WordChange } from '../../../ingest/compare/words.ts';
import { placeOf } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.contrast;

/** A comparison as a table, with the provisions that it rests on. */
export type ContrastTable = {
  readonly title: string;
  readonly columns: readonly string[];
  /** Cells in full; a chat shows `short` of the same rows. */
  readonly rows: readonly (readonly string[])[];
  readonly short: readonly (readonly string[])[];
  /** Written citations. */
  readonly sources: readonly string[];
  /** To open from a chat. */
  readonly citations: readonly Citation[];
  readonly sample: boolean;
  /** Something to say below the table. */
  readonly remark: string | null;
};

type Shared = Pick<ContrastTable, 'title' | 'sample'>;

/** UTF-16 units of a cell in a chat. */
const CELL = 240;

/** What two documents say of one topic: the words, where they stand, and the figures that only one of them has. */
export function topicTable(
  shared: Shared,
  names: readonly [string, string],
  sides: readonly [ContrastSide, ContrastSide],
): ContrastTable {
  const { words, place, figures } = texts.rows;
  const each = (of: (side: ContrastSide) => string) => sides.map(of);
  const rowsOf = (most: number) => [
    [words, ...each(({ citation }) => (citation === null ? texts.nothing : cut(citation.quote, most)))],
    [place, ...each(({ citation }) => (citation === null ? texts.noFigures : writeCitation(citation)))],
    [figures, ...each((side) => side.figures.join('; ') || texts.noFigures)],
  ];
  const citations = sides.flatMap(({ citation }) => (citation === null ? [] : [citation]));
  const both = citations.length === 2 && citations.every(({ quote }) => figuresOnlyIn(quote, '').length > 0);
  return {
    ...shared,
    columns: [texts.rowLabel, ...names],
    rows: rowsOf(Number.POSITIVE_INFINITY),
    short: rowsOf(2 * CELL),
    sources: citations.map(writeCitation),
    citations,
    remark: both && sides.every((side) => side.figures.length === 0) ? texts.sameFigures : null,
  };
}

/** Articles about the same matters, side by side. */
export function headingTable(
  shared: Shared,
  names: readonly [string, string],
  pairs: readonly HeadingPair[],
): ContrastTable {
  const cell = (citation: Citation, figures: readonly string[], full: boolean) =>
    [
      full ? citation.quote : placeOf(citation),
      ...(figures.length === 0
        ? []
        : [`${texts.rows.figures}: ${figures.slice(0, full ? 50 : 5).join('; ')}`]),
    ].join('\n');
  const rowsOf = (full: boolean) =>
    pairs.map(({ heading, one, other, figures: [own, beside] }) => [
      heading,
      cell(one, own, full),
      cell(other, beside, full),
    ]);
  const citations = pairs.flatMap(({ one, other }) => [one, other]);
  return {
    ...shared,
    columns: [texts.topic, ...names],
    rows: rowsOf(true),
    short: rowsOf(false),
    sources: citations.map(writeCitation),
    citations: citations.slice(0, 2),
    remark: pairs.length === 0 ? texts.noCommon : null,
  };
}

/** What became of each provision; `clauseOf`: which clause says so, where one does. */
export function changeTable(
  shared: Shared,
  heads: readonly [Citation, Citation],
  changes: readonly ProvisionChange[],
  clauseOf: (change: ProvisionChange) => string | null,
): ContrastTable {
  const place = (change: ProvisionChange) => {
    const { path, from } = change;
    const own = path.length === 0 && from === null ? texts.outside : writePath(path);
    const clause = clauseOf(change);
    return clause === null ? own : texts.by(own, clause);
  };
  return {
    ...shared,
    columns: [texts.provision, texts.before, texts.after],
    rows: changes.map((change) => [
      place(change),
      change.before ?? texts.absent,
      change.after ?? texts.absent,
    ]),
    short: changes.map((change) => [
      place(change),
      change.before === null ? texts.absent : sideOf(change.words, 'removed', change.before),
      change.after === null ? texts.absent : sideOf(change.words, 'added', change.after),
    ]),
    sources: heads.map(writeCitation),
    citations: heads,
    remark: changes.length === 0 ? texts.noChanges : null,
  };
}

/** One side from just before its first change on. */
function sideOf(words: readonly WordChange[], own: 'added' | 'removed', whole: string): string {
  const first = words.findIndex(({ change }) => change !== 'same');
  if (first <= 0) return cut(whole, CELL);
  const before = words[first - 1]?.text.split(' ').slice(-5).join(' ') ?? '';
  const rest = words
    .slice(first)
    .filter(({ change }) => change === 'same' || change === own)
    .map(({ text }) => text);
  return cut(`… ${[before, ...rest].filter((text) => text !== '').join(' ')}`, CELL);
}

function cut(text: string, most: number): string {
  return most === Number.POSITIVE_INFINITY ? text : shorten(text, most);
}
