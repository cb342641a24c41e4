import { writeDate, writeReference } from '../../../domain/citation.ts';
import { type BoardLine, readTargetBoard } from '../../../personnel/targetBoard.ts';
import type { UnitView } from '../../../personnel/unitView.ts';
import { drawTargets } from '../../../reports/targetPicture.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Block, Choice, Message, Reply } from '../../message.ts';
import { note, pictureOrNone, plain, title } from '../../reply/blocks.ts';
import { targetReport } from '../../reports/targetReport.ts';
import { texts } from './texts.ts';
import {
  asOfLine,
  fileOf,
  logNames,
  MOST_NAMES,
  staffReply,
  table,
  unitName,
  viewOf,
  writePercent,
} from './view.ts';

type TargetsIntent = Extract<Intent, { kind: 'targets' }>;

/** "Bảng chỉ tiêu": every target with what was reached, what is missing, and the people behind the figures. */
export const targets: IntentFeature = {
  name: 'targets',
  personal: true,
  staffOnly: true,
  intents: ['targets'],
  commands: [{ name: 'chitieu', description: texts.commands.targets }],
  async *answer(intent, message, services) {
    if (intent.kind === 'targets') yield* parts(await answer(intent, message, services));
  },
};

async function answer(intent: TargetsIntent, message: Message, services: Services): Promise<Reply> {
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const board = await readTargetBoard(services.database, view, intent.compareWith);
  if (board.length === 0) return staffReply([plain(texts.noTargets)]);
  if (intent.output !== 'chat') {
    await logNames(services, message, behindIn(board, view), texts.purposes.targets, true);
    const report = targetReport(view, board, services.account?.staffOf ?? []);
    return staffReply([await fileOf(report, intent.output, 'bang-chi-tieu')]);
  }
  if (intent.target !== null) return onePeople(intent.target, board, view, message, services);
  return staffReply(await describe(board, view, intent), [
    ...board.flatMap(missingChoice),
    { label: texts.excel, send: '/chitieu xlsx' },
    { label: texts.word, send: '/chitieu docx' },
  ]);
}

async function describe(
  board: readonly BoardLine[],
  view: UnitView,
  intent: TargetsIntent,
): Promise<readonly Block[]> {
  return [
    title(texts.targetsTitle),
    plain(asOfLine(view)),
    ...(await pictureOf(board, view)),
    table(null, texts.targetColumns, 2, board.map(boardRow)),
    ...doubts(board),
    ...(intent.compareWith === null ? [] : trend(board, view, intent.compareWith)),
    {
      kind: 'list',
      items: board.map(
        (line) =>
          `${line.result.target.title}. ${texts.source(writeReference(line.result.target.reference, line.citation))}`,
      ),
    },
    ...(board.some(({ result }) => result.target.status !== 'approved') ? [note(texts.sampleNote)] : []),
  ];
}

function boardRow({ result }: BoardLine): readonly string[] {
  const { target } = result;
  if (result.kind === 'count') {
    const { noun, count } = result.target.measure;
    return [
      target.title,
      texts.counted(result.n, noun),
      '',
      texts.goalCount(count, noun),
      result.reached ? texts.reached : texts.notReachedCount(count - result.n, noun),
    ];
  }
  const outcome = result.reached ? texts.reached : texts.notReached(result.peopleToGo);
  return [
    target.title,
    texts.people(result.n, result.N),
    writePercent(result.percent),
    texts.goalPercent(result.target.measure.percent),
    result.N === 0 ? texts.nobodyInGroup : outcome,
  ];
}

function doubts(board: readonly BoardLine[]): readonly Block[] {
  return board.flatMap(({ result }) => {
    if (result.kind !== 'percent') return [];
    const said = [
      result.unknown.length > 0 ? texts.unknownPeople(result.unknown.length) : null,
      result.doubtful.length > 0 ? texts.doubtfulPeople(result.doubtful.length) : null,
    ].filter((one) => one !== null);
    return said.length === 0 ? [] : [note(`${result.target.title}: ${said.join('; ')}.`)];
  });
}

function trend(board: readonly BoardLine[], view: UnitView, before: string): readonly Block[] {
  const rows = board.flatMap(({ result, before: then }) =>
    result.kind === 'percent' && then?.kind === 'percent'
      ? [
          [
            result.target.title,
            `${texts.people(then.n, then.N)} (${writePercent(then.percent)})`,
            `${texts.people(result.n, result.N)} (${writePercent(result.percent)})`,
            result.percent === null || then.percent === null
              ? '–'
              : texts.points(result.percent - then.percent),
          ],
        ]
      : [],
  );
  return [table(texts.trendTitle(writeDate(before), writeDate(view.asOf)), texts.trendColumns, 3, rows)];
}

function missingChoice({ result }: BoardLine): readonly Choice[] {
  if (result.kind !== 'percent' || result.reached || result.N === 0) return [];
  const send = `/chitieu ${result.target.id}`;
  return Buffer.byteLength(send) > 64 ? [] : [{ label: texts.seeMissing(result.target.title), send }];
}

/** The people behind one figure. */
async function onePeople(
  id: string,
  board: readonly BoardLine[],
  view: UnitView,
  message: Message,
  services: Services,
): Promise<Reply> {
  const line = board.find(({ result }) => result.target.id === id);
  if (line === undefined || line.result.kind !== 'percent') return staffReply([plain(texts.targetUnknown)]);
  const people = behind(line, view);
  const shown = people.slice(0, MOST_NAMES);
  await logNames(
    services,
    message,
    shown.map(({ cadre }) => cadre),
    texts.purposes.targets,
    false,
  );
  const { target } = line.result;
  return staffReply(
    [
      title(texts.missingTitle(target.title)),
      plain(texts.source(writeReference(line.result.target.reference, line.citation))),
      shown.length === 0
        ? plain(texts.missingNobody)
        : table(
            null,
            texts.peopleColumns,
            0,
            shown.map(({ cadre, known }) => [
              cadre.code,
              cadre.name,
              unitName(view, cadre.unit),
              known ? texts.lacking : texts.unknownStatus,
            ]),
          ),
      ...(people.length > shown.length ? [note(texts.andMore(people.length - shown.length))] : []),
    ],
    [
      ...shown
        .slice(0, 3)
        .map(({ cadre }) => ({ label: texts.seePerson(cadre.name), send: `/thieu ${cadre.code}` })),
      { label: texts.excel, send: '/chitieu xlsx' },
    ],
  );
}

/** Who is missing from a percentage, and who is not known to meet it. */
function behind({ result }: BoardLine, view: UnitView) {
  if (result.kind !== 'percent') return [];
  const byCode = new Map(view.cadres.map((cadre) => [cadre.code, cadre]));
  const named = (codes: readonly string[], known: boolean) =>
    codes.flatMap((code) => {
      const cadre = byCode.get(code);
      return cadre === undefined ? [] : [{ cadre, known }];
    });
  return [...named(result.missing, true), ...named(result.unknown, false)];
}

function behindIn(board: readonly BoardLine[], view: UnitView) {
  return [...new Set(board.flatMap((line) => behind(line, view).map(({ cadre }) => cadre)))];
}

async function pictureOf(board: readonly BoardLine[], view: UnitView): Promise<readonly Block[]> {
  const bars = board.flatMap(({ result }) =>
    result.kind === 'percent'
      ? [
          {
            label: result.target.title,
            percent: result.percent,
            goal: result.target.measure.percent,
            figures: texts.people(result.n, result.N),
            reached: result.reached,
          },
        ]
      : [],
  );
  if (bars.length === 0) return [];
  const alt = bars.map(
    ({ label, figures, percent, goal }) =>
      `${label}: ${figures}, ${writePercent(percent)}, ${texts.goalPercent(goal)}.`,
  );
  const picture = { title: texts.targetsTitle, subtitle: asOfLine(view), bars };
  return pictureOrNone(() => drawTargets(picture), alt.join(' '));
}
