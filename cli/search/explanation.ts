import { alignTable, naturalWidths } from '../../bot/channels/alignTable.ts';
import type { TableBlock } from '../../bot/reply/blockWords.ts';
import type { Explanation, TermExplanation } from '../../retrieve/explanation.ts';
import { isDefinitionTerm } from '../../vietnamese/definitions.ts';
import { explanationTexts as texts } from './explanationTexts.ts';

/** A question may have two thousand terms; what counts stands first. */
const MOST_TERMS = 40;
/** Columns that a line of words may take, without the indent. */
const WIDTH = 96;
const INDENT = '   ';

/**
 * The table under a hit: the terms with what each brought, the factors, the score. At most 100 columns.
 * @param written how a term of the index is written: `dao_tao` → `đào tạo`
 */
export function explanationText(
  { terms, factors, score, lexicalRank, vectorRank }: Explanation,
  written: (term: string) => string,
): string {
  const held = terms.filter((term) => term.score > 0).sort((a, b) => b.score - a.score);
  const absent = terms.filter((term) => term.score === 0);
  const rank = (place: number | null) => (place === null ? texts.unranked : String(place));
  const parts = [
    ...(held.length === 0 ? [] : [table(termsTable(held, written))]),
    ...(absent.length === 0 ? [] : [wrap(texts.absent(listed(absent.map((term) => nameOf(term, written)))))]),
    ...(factors.length === 0 ? [] : [table(factorsTable(factors))]),
    [texts.score(figure(score), rank(lexicalRank), rank(vectorRank))],
  ];
  return parts
    .map((lines) => lines.map((line) => (line === '' ? '' : INDENT + line)).join('\n'))
    .join('\n\n');
}

function termsTable(held: readonly TermExplanation[], written: (term: string) => string): TableBlock {
  const shown = held.slice(0, MOST_TERMS);
  const left = held.length - shown.length;
  const sum = held.reduce((points, term) => points + term.score, 0);
  const count = (times: number) => (times === 0 ? '–' : String(times));
  return {
    kind: 'table',
    title: null,
    columns: [
      { label: texts.term, align: 'left' },
      { label: texts.heading, align: 'right' },
      { label: texts.body, align: 'right' },
      { label: texts.title, align: 'right' },
      { label: texts.passages, align: 'right' },
      { label: texts.weight, align: 'right' },
      { label: texts.points, align: 'right' },
    ],
    rows: [
      ...shown.map((term) => [
        nameOf(term, written),
        count(term.heading),
        count(term.body),
        term.title ? texts.inTitle : '–',
        String(term.passages),
        figure(term.weight),
        figure(term.score),
      ]),
      ...(left > 0 ? [[texts.moreTerms(left), '', '', '', '', '', '']] : []),
      [texts.sum, '', '', '', '', '', figure(sum)],
    ],
  };
}

function factorsTable(factors: Explanation['factors']): TableBlock {
  return {
    kind: 'table',
    title: null,
    columns: [
      { label: texts.factor, align: 'left' },
      { label: texts.measured, align: 'right' },
      { label: texts.times, align: 'right' },
    ],
    rows: factors.map(({ factor, value, times }) => [
      texts.factors.get(factor) ?? factor,
      figure(value),
      `× ${figure(times)}`,
    ]),
  };
}

function table(block: TableBlock): readonly string[] {
  const { head, rows } = alignTable(block, naturalWidths(block));
  return [...head, ...rows.flat()];
}

function listed(names: readonly string[]): string {
  const left = names.length - MOST_TERMS;
  return [...names.slice(0, MOST_TERMS), ...(left > 0 ? [texts.moreTerms(left)] : [])].join(', ');
}

function nameOf({ term, origin }: TermExplanation, written: (term: string) => string): string {
  const words = shorten(written(term));
  return `${isDefinitionTerm(term) ? texts.definition(words) : words}${texts.origins[origin]}`;
}

/** A syllable may be as long as a person types it. */
function shorten(word: string): string {
  return word.length <= 20 ? word : `${word.slice(0, 19)}…`;
}

/** `2,31`: two digits after a decimal comma. */
function figure(value: number): string {
  return value.toFixed(2).replace('.', ',');
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
