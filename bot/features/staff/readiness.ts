import type { UnitView } from '../../../personnel/unitView.ts';
import { measureReadiness, type PositionReadiness } from '../../../requirements/counting/readiness.ts';
import { createCatalogue } from '../../../requirements/judge/catalogue.ts';
import { nameKey } from '../../../vietnamese/nameKey.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Block, Message, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { texts } from './texts.ts';
import { asOfLine, logNames, MOST_NAMES, staffReply, table, viewOf } from './view.ts';

/** "Nguồn kế cận Chủ tịch UBND xã": who is planned for each position, and who would meet its standard today. */
export const readiness: IntentFeature = {
  name: 'readiness',
  personal: true,
  staffOnly: true,
  intents: ['readiness'],
  commands: [{ name: 'kecan', description: texts.commands.readiness }],
  async *answer(intent, message, services) {
    if (intent.kind === 'readiness') yield* parts(await answer(intent.position, message, services));
  },
};

async function answer(position: string | null, message: Message, services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const all = measureReadiness(view.cadres, view.book, view.rules, view.asOf);
  if (all.length === 0) return staffReply([plain(texts.nobodyPlanned)]);
  const asked = position === null ? null : createCatalogue(view.book.positions).find(position);
  const key = asked === null ? null : asked.entry === null ? asked.key : nameKey(asked.entry.name);
  const exact = all.filter((one) => nameKey(one.position) === key);
  const alike = key === null ? [] : all.filter((one) => nameKey(one.position).includes(key));
  const chosen = exact.length > 0 ? exact : alike;
  const [only] = chosen;
  if (only === undefined || chosen.length > 1) {
    return staffReply(
      [title(texts.readinessTitle), plain(asOfLine(view)), overview(chosen.length > 1 ? chosen : all)],
      (chosen.length > 1 ? chosen : all)
        .filter((one) => Buffer.byteLength(one.position) <= 56)
        .slice(0, 12)
        .map((one) => ({ label: one.position, send: `/kecan ${one.position}` })),
    );
  }
  const shown = only.people.slice(0, MOST_NAMES);
  await logNames(
    services,
    message,
    shown.map(({ cadre }) => ({ code: cadre })),
    texts.purposes.readiness,
    false,
  );
  return staffReply(people(only, shown, view), [
    ...shown.slice(0, 3).map(({ cadre }) => ({ label: texts.seePerson(cadre), send: `/thieu ${cadre}` })),
  ]);
}

function overview(all: readonly PositionReadiness[]): Block {
  return table(
    null,
    texts.readinessColumns,
    2,
    all.map((one) => [one.position, String(one.people.length), String(one.ready)]),
  );
}

function people(
  one: PositionReadiness,
  shown: PositionReadiness['people'],
  view: UnitView,
): readonly Block[] {
  const cadres = new Map(view.cadres.map((cadre) => [cadre.code, cadre]));
  const titles = new Map(view.book.requirements.map(({ id, title: name }) => [id, name]));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id).join('; ');
  const left = one.people.length - shown.length;
  return [
    title(texts.readinessOf(one.position)),
    plain(`${texts.readinessSummary(one.people.length, one.ready)} ${asOfLine(view)}`),
    table(
      null,
      texts.successorColumns,
      0,
      shown.map((successor) => [
        successor.cadre,
        cadres.get(successor.cadre)?.name ?? '',
        texts.readiness[successor.readiness],
        named(successor.missing),
        named(successor.unknown),
      ]),
    ),
    ...(left > 0 ? [note(texts.andMore(left))] : []),
    ...(view.book.requirements.some(({ status }) => status !== 'approved') ? [note(texts.sampleNote)] : []),
  ];
}
