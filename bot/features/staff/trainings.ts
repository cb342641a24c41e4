import { KIND_NAMES } from '../../../domain/levelNames.ts';
import { measureCoverage } from '../../../requirements/counting/coverage.ts';
import { countTrainings, type TrainingPart } from '../../../requirements/counting/trainingCounts.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { texts } from './texts.ts';
import { asOfLine, staffReply, table, viewOf } from './view.ts';

/** How far back a class counts as lately attended. */
const LATELY_MONTHS = 36;

/** "Lượt học năm 2026" and "mảng nào còn thiếu": what people were trained in, and in what hardly anybody was. No names. */
export const trainings: IntentFeature = {
  name: 'trainings',
  personal: true,
  staffOnly: true,
  intents: ['trainings', 'coverage'],
  commands: [
    { name: 'luothoc', description: texts.commands.trainings },
    { name: 'mangthieu', description: texts.commands.coverage },
  ],
  async *answer(intent, _message, services) {
    if (intent.kind === 'trainings') yield* parts(await counts(intent.year, services));
    if (intent.kind === 'coverage') yield* parts(await coverage(services));
  },
};

async function counts(year: number | null, services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const thisYear = Number(view.asOf.slice(0, 4));
  const asked = year !== null && year >= 1950 && year <= thisYear ? year : thisYear;
  const end = `${asked}-12-31`;
  const found = countTrainings(view.cadres, {
    from: `${asked}-01-01`,
    until: end < view.asOf ? end : view.asOf,
  });
  const { people, attendances, days, withoutDays } = found.total;
  return staffReply([
    title(texts.trainingsTitle(asked)),
    plain(texts.trainingsSummary(people, attendances, days)),
    ...[found.byKind, found.byProgramme, found.byMode, found.byPlace].flatMap((some, at) =>
      some.length === 0 ? [] : [partTable(texts.trainingsBy[at] ?? '', some)],
    ),
    ...(withoutDays > 0 ? [note(texts.withoutDays(withoutDays))] : []),
    ...(found.undated > 0 ? [note(texts.undated(found.undated))] : []),
    ...(found.notCompleted > 0 ? [note(texts.notCompleted(found.notCompleted))] : []),
  ]);
}

function partTable(heading: string, some: readonly TrainingPart[]): Block {
  return table(
    heading,
    texts.trainingColumns,
    3,
    some.map(({ label, people, attendances, days }) => [
      label,
      String(people),
      String(attendances),
      days.toLocaleString('vi-VN'),
    ]),
  );
}

async function coverage(services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const kinds = measureCoverage(view.cadres, view.rules, view.asOf, LATELY_MONTHS);
  return staffReply([
    title(texts.coverageTitle),
    plain(`${texts.coverageSummary(view.cadres.length, LATELY_MONTHS)} ${asOfLine(view)}`),
    table(
      null,
      texts.coverageColumns,
      4,
      kinds.map(({ kind, holding, lacking, unknown, attended }) => [
        KIND_NAMES[kind],
        String(holding),
        String(lacking),
        String(unknown),
        String(attended),
      ]),
    ),
  ]);
}
