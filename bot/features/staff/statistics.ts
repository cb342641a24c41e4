import type { UnitView } from '../../../personnel/unitView.ts';
import { drawCounts } from '../../../reports/countPicture.ts';
import { FACETS, type Facet } from '../../../requirements/counting/facet.ts';
import { countPeople, type FacetCount } from '../../../requirements/counting/statistics.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Block, Reply } from '../../message.ts';
import { note, pictureOrNone, plain, title } from '../../reply/blocks.ts';
import { statisticsReport } from '../../reports/statisticsReport.ts';
import { texts } from './texts.ts';
import { asOfLine, fileOf, staffReply, table, viewOf, writePercent } from './view.ts';

type StatisticsIntent = Extract<Intent, { kind: 'statistics' }>;

/** By what people are counted where nothing is said. */
const USUAL: readonly Facet[] = ['sex', 'age', 'political_theory', 'degree'];

/** "Thống kê theo độ tuổi": people by facets whose parts sum to the whole. No names. */
export const statistics: IntentFeature = {
  name: 'statistics',
  personal: true,
  staffOnly: true,
  intents: ['statistics'],
  commands: [{ name: 'thongke', description: texts.commands.statistics }],
  async *answer(intent, _message, services) {
    if (intent.kind === 'statistics') yield* parts(await answer(intent, services));
  },
};

async function answer(intent: StatisticsIntent, services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  if (intent.output !== 'chat') {
    const counts = countPeople(view.cadres, view.units, FACETS, view.asOf, view.book.positions);
    const report = statisticsReport(view, counts, services.account?.staffOf ?? []);
    return staffReply([await fileOf(report, intent.output, 'thong-ke')]);
  }
  const facets = intent.facets.length === 0 ? USUAL : intent.facets;
  const counts = countPeople(view.cadres, view.units, facets, view.asOf, view.book.positions);
  const [only] = counts;
  const picture = counts.length === 1 && only !== undefined ? await pictureOf(only, view) : [];
  return staffReply(
    [
      title(texts.statisticsTitle(view.cadres.length)),
      plain(asOfLine(view)),
      ...picture,
      ...counts.map(countTable),
      note(texts.statisticsMore),
    ],
    [
      { label: texts.excel, send: '/thongke xlsx' },
      { label: texts.word, send: '/thongke docx' },
    ],
  );
}

function countTable({ label, parts: counted, people }: FacetCount): Block {
  const women = counted.reduce((sum, part) => sum + part.women, 0);
  return table(label, texts.statisticsColumns, 3, [
    ...counted.map((part) => [
      part.label,
      String(part.people),
      writePercent(people === 0 ? null : (100 * part.people) / people),
      String(part.women),
    ]),
    [texts.total, String(people), writePercent(people === 0 ? null : 100), String(women)],
  ]);
}

function pictureOf(count: FacetCount, view: UnitView): Promise<readonly Block[]> {
  const picture = {
    title: count.label,
    subtitle: asOfLine(view),
    unit: texts.personUnit,
    parts: count.parts.map(({ label, people }) => ({ label, value: people })),
  };
  const alt = count.parts.map(({ label, people }) => `${label} ${people}`).join(', ');
  return pictureOrNone(() => drawCounts(picture), `${count.label}: ${alt}.`);
}
