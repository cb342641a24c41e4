import { writeLevel } from '../../../domain/levelNames.ts';
import type { Requirement } from '../../../domain/requirement.ts';
import type { UnitView } from '../../../personnel/unitView.ts';
import { findLacking, type Lacking } from '../../../personnel/whoLacks.ts';
import type { Report } from '../../../reports/report.ts';
import { fold } from '../../../vietnamese/text.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Intent } from '../../intents/intent.ts';
import type { Choice, Message, Reply } from '../../message.ts';
import { note, plain, title } from '../../reply/blocks.ts';
import { lackingReport } from '../../reports/lackingReport.ts';
import { texts } from './texts.ts';
import { asOfLine, fileOf, logNames, MOST_NAMES, staffReply, table, unitName, viewOf } from './view.ts';

type LacksIntent = Extract<Intent, { kind: 'who_lacks' }>;

/** "Ai còn thiếu trung cấp LLCT": the people of the asker's units who lack something, most missing first. */
export const whoLacks: IntentFeature = {
  name: 'whoLacks',
  personal: true,
  staffOnly: true,
  intents: ['who_lacks'],
  commands: [{ name: 'aithieu', description: texts.commands.whoLacks }],
  async *answer(intent, message, services) {
    if (intent.kind === 'who_lacks') yield* parts(await answer(intent, message, services));
  },
};

async function answer(intent: LacksIntent, message: Message, services: Services): Promise<Reply> {
  if (intent.words !== null && intent.topic === null) {
    return staffReply([plain(texts.lacksTopicUnknown(intent.words))]);
  }
  const view = await viewOf(services);
  if (view.cadres.length === 0) return staffReply([plain(texts.noPeople)]);
  const lacking = findLacking(view, intent.topic);
  const topic = intent.topic === null ? null : writeLevel(intent.topic.kind, intent.topic.level);
  if (intent.output !== 'chat') {
    await logNames(
      services,
      message,
      lacking.lines.map(({ cadre }) => cadre),
      texts.purposes.whoLacks,
      true,
    );
    const report: Report = lackingReport(view, lacking, topic, services.account?.staffOf ?? []);
    return staffReply([await fileOf(report, intent.output, 'ai-con-thieu')]);
  }
  const shown = lacking.lines.slice(0, MOST_NAMES);
  await logNames(
    services,
    message,
    shown.map(({ cadre }) => cadre),
    texts.purposes.whoLacks,
    false,
  );
  return staffReply(describe(view, lacking, shown, topic), [
    ...shown.slice(0, 3).map(({ cadre }) => ({
      label: texts.seePerson(cadre.name),
      send: `/thieu ${cadre.code}`,
    })),
    ...fileChoices(topic),
  ]);
}

function describe(
  view: UnitView,
  lacking: Lacking,
  shown: Lacking['lines'],
  topic: string | null,
): Reply['blocks'] {
  const missing = lacking.lines.filter((line) => line.missing.length > 0).length;
  const left = lacking.lines.length - shown.length;
  return [
    title(texts.lacksTitle(topic)),
    plain(
      `${texts.lacksSummary(lacking.people, lacking.bound, missing, lacking.lines.length - missing)} ${asOfLine(view)}`,
    ),
    ...(topic !== null && lacking.bound === 0 && lacking.without !== null
      ? [plain(texts.lacksUnasked(topic, lacking.without.missing, lacking.without.unknown))]
      : []),
    shown.length === 0
      ? plain(lacking.bound === 0 && topic !== null ? texts.lacksNotBound : texts.lacksNobody)
      : table(
          null,
          texts.lacksColumns,
          0,
          shown.map(({ cadre, missing: lacks, unknown }) => [
            cadre.code,
            cadre.name,
            unitName(view, cadre.unit),
            titles(lacks),
            titles(unknown),
          ]),
        ),
    ...(left > 0 ? [note(texts.andMore(left))] : []),
    ...(view.book.requirements.some(({ status }) => status !== 'approved') ? [note(texts.sampleNote)] : []),
  ];
}

function titles(requirements: readonly Requirement[]): string {
  return requirements.map(({ title: name }) => name).join('; ');
}

/** The topic goes along without diacritics, so that it fits the 64 bytes of a choice whole. */
function fileChoices(topic: string | null): readonly Choice[] {
  const about = topic === null ? '' : ` ${fold(topic)}`;
  return [
    { label: texts.excel, send: `/aithieu xlsx${about}` },
    { label: texts.word, send: `/aithieu docx${about}` },
  ].filter(({ send }) => Buffer.byteLength(send) <= 64);
}
