import { writeDate, writeReference } from '../../domain/citation.ts';
import type { BoardLine } from '../../personnel/targetBoard.ts';
import type { UnitView } from '../../personnel/unitView.ts';
import type { Report, ReportTable } from '../../reports/report.ts';
import { reportHead } from './head.ts';
import { texts } from './texts.ts';

/** The target board as a report, with a table of the people behind each percentage. */
export function targetReport(
  view: UnitView,
  board: readonly BoardLine[],
  staffOf: readonly string[],
): Report {
  return {
    ...reportHead({ staffOf }, view.units, view.asOf),
    kind: texts.kinds.report,
    title: texts.targetsTitle,
    mark: board.some(({ result }) => result.target.status !== 'approved') ? texts.mark : null,
    paragraphs: [texts.targetsIntro(writeDate(view.asOf), view.cadres.length)],
    tables: [boardTable(board), ...board.flatMap((line, at) => missingTable(line, at + 1, view))],
    sources: board.map(
      ({ result, citation }) =>
        `${result.target.title}: ${writeReference(result.target.reference, citation)}`,
    ),
  };
}

function boardTable(board: readonly BoardLine[]): ReportTable {
  const [number, target, n, of, percent, goal, outcome] = texts.targetColumns;
  return {
    title: texts.targetsTable,
    columns: [
      { label: number, kind: 'number' },
      { label: target, kind: 'text' },
      { label: n, kind: 'number' },
      { label: of, kind: 'number' },
      { label: percent, kind: 'percent' },
      { label: goal, kind: 'text' },
      { label: outcome, kind: 'text' },
    ],
    rows: board.map(({ result }, at) => {
      const outcomeWords = result.reached ? texts.reached : texts.notReached;
      if (result.kind === 'count') {
        const { count, noun } = result.target.measure;
        return [
          at + 1,
          result.target.title,
          result.n,
          null,
          null,
          texts.goalCount(count, noun),
          outcomeWords,
        ];
      }
      return [
        at + 1,
        result.target.title,
        result.n,
        result.N,
        result.percent,
        texts.goalPercent(result.target.measure.percent),
        result.N === 0 ? texts.nobody : outcomeWords,
      ];
    }),
  };
}

function missingTable({ result }: BoardLine, at: number, view: UnitView): readonly ReportTable[] {
  if (result.kind !== 'percent') return [];
  const missing = new Set(result.missing);
  const unknown = new Set(result.unknown);
  const people = view.cadres.filter(({ code }) => missing.has(code) || unknown.has(code));
  if (people.length === 0) return [];
  const unitNames = new Map(view.units.map(({ code, name }) => [code, name]));
  return [
    {
      title: texts.missingTable(at),
      columns: texts.missingColumns.map((label, column) => ({
        label,
        kind: column === 0 ? ('number' as const) : ('text' as const),
      })),
      rows: people.map(({ code, name, unit }, row) => [
        row + 1,
        code,
        name,
        unitNames.get(unit) ?? unit,
        missing.has(code) ? texts.missing : texts.unknown,
      ]),
    },
  ];
}
