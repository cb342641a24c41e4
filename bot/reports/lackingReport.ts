import { writeDate, writeReference } from '../../domain/citation.ts';
import type { Requirement } from '../../domain/requirement.ts';
import type { UnitView } from '../../personnel/unitView.ts';
import type { Lacking } from '../../personnel/whoLacks.ts';
import type { Report } from '../../reports/report.ts';
import { reportHead } from './head.ts';
import { texts } from './texts.ts';

/** Everybody of the view who lacks something, with the rules behind it. */
export function lackingReport(
  view: UnitView,
  lacking: Lacking,
  topic: string | null,
  staffOf: readonly string[],
): Report {
  const rules = new Map<string, Requirement>();
  for (const { missing, unknown } of lacking.lines) {
    for (const requirement of [...missing, ...unknown]) rules.set(requirement.id, requirement);
  }
  const used = [...rules.values()];
  const unitNames = new Map(view.units.map(({ code, name }) => [code, name]));
  return {
    ...reportHead({ staffOf }, view.units, view.asOf),
    kind: texts.kinds.list,
    title: texts.lackingTitle(topic),
    mark: used.some(({ status }) => status !== 'approved') ? texts.mark : null,
    paragraphs: [texts.lackingIntro(writeDate(view.asOf), lacking.people, lacking.lines.length)],
    tables: [
      {
        title: texts.lackingTable,
        columns: texts.lackingColumns.map((label) => ({ label, kind: 'text' as const })),
        rows: lacking.lines.map(({ cadre, missing, unknown }, at) => [
          String(at + 1),
          cadre.code,
          cadre.name,
          unitNames.get(cadre.unit) ?? cadre.unit,
          missing.map(({ title }) => title).join('; '),
          unknown.map(({ title }) => title).join('; '),
        ]),
      },
    ],
    sources: [...new Set(used.map(({ title, reference }) => `${title}: ${writeReference(reference)}`))],
  };
}
