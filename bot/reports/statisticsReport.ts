import { writeDate } from '../../domain/citation.ts';
import type { UnitView } from '../../personnel/unitView.ts';
import type { Report } from '../../reports/report.ts';
import type { FacetCount } from '../../requirements/counting/statistics.ts';
import { reportHead } from './head.ts';
import { texts } from './texts.ts';

/** Every facet as a table whose last row is the whole. */
export function statisticsReport(
  view: UnitView,
  counts: readonly FacetCount[],
  staffOf: readonly string[],
): Report {
  const [group, people, percent, women] = texts.statisticsColumns;
  return {
    ...reportHead({ staffOf }, view.units, view.asOf),
    kind: texts.kinds.report,
    title: texts.statisticsTitle,
    mark: view.cadres.some(({ sample }) => sample) ? texts.sampleRecords : null,
    paragraphs: [texts.statisticsIntro(writeDate(view.asOf), view.cadres.length)],
    tables: counts.map((count) => ({
      title: count.label,
      columns: [
        { label: group, kind: 'text' },
        { label: people, kind: 'number' },
        { label: percent, kind: 'percent' },
        { label: women, kind: 'number' },
      ],
      rows: [
        ...count.parts.map((part) => [
          part.label,
          part.people,
          count.people === 0 ? null : (100 * part.people) / count.people,
          part.women,
        ]),
        [texts.total, count.people, 100, count.parts.reduce((sum, part) => sum + part.women, 0)],
      ],
    })),
    sources: [],
  };
}
