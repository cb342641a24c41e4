import { standAlone } from '../../../answer/conversation/followUp.ts';
import { currentAnswer } from '../../../answer/currentAnswer.ts';
import { redact } from '../../../answer/model/redact.ts';
import { draftReply, groundsOf } from '../../../answer/tasks/replyDraft.ts';
import type { OfficialLetter } from '../../../reports/officialLetter.ts';
import { writeOfficialLetter } from '../../../reports/writeReport.ts';
import { findKnownNames } from '../../../store/answers/knownNames.ts';
import { recallTurns } from '../../../store/answers/turns.ts';
import { readUnits } from '../../../store/records/cadres.ts';
import { type IntentFeature, parts, type Services } from '../../feature.ts';
import type { Message, Reply, ReplyPart } from '../../message.ts';
import { note, plain, warning } from '../../reply/blocks.ts';
import { changeSentences, supersededSentences } from '../../reply/validityWords.ts';
import { reportHead } from '../../reports/head.ts';
import { composedFor } from './composed.ts';
import { quotesOf, said } from './named.ts';
import { taskTexts } from './texts.ts';

const texts = taskTexts.letter;
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** `/duthao câu hỏi`: a draft of an official reply for staff and admins, of quoted and checked sentences only. */
export const letter: IntentFeature = {
  name: 'letter',
  personal: false,
  officeOnly: true,
  intents: ['draft_reply'],
  commands: [{ name: 'duthao', description: taskTexts.commands.letter }],
  async *answer(intent, message, services) {
    if (intent.kind !== 'draft_reply') return;
    const place = { channel: message.channel, chat: message.conversation };
    const turns = await recallTurns(services.database, place);
    const question =
      intent.question === null
        ? (turns[0]?.question ?? null)
        : (standAlone(intent.question, turns) ?? intent.question);
    if (question === null) return yield* parts(said(texts.how));
    yield* parts(yield* draft(question, message, services));
  },
};

async function* draft(
  question: string,
  message: Message,
  services: Services,
): AsyncGenerator<ReplyPart, Reply> {
  const { database, search, today } = services;
  const asOf = today();
  const answer = await currentAnswer(database, question, asOf, search);
  const found = groundsOf(answer);
  if (found.length === 0) return said(texts.none, 'not_found');
  const { text: asked } = await redact(question, (keys) => findKnownNames(database, keys));
  const composed = yield* composedFor(
    { prompt: 'cong-van', slots: { question: asked }, citations: found },
    message,
    services,
  );
  const citations = 'why' in composed ? found : composed.citations.filter(({ kind }) => kind === 'issued');
  const rests = citations.length === 0 ? found : citations;
  const day = answer.askedDay ?? asOf;
  const warnings = [...new Set([...supersededSentences(rests, day), ...changeSentences(rests, day)])];
  const isWhole = !('why' in composed) && citations.length === composed.citations.length;
  const reply = await draftReply(database, asked, rests, isWhole ? composed.sentences : [], warnings);
  const bytes = await writeOfficialLetter({
    ...(await headOf(services)),
    ...reply,
    year: Number(asOf.slice(0, 4)),
    mark: rests.some(({ sample }) => sample) ? taskTexts.contrast.mark : null,
  });
  return {
    outcome: 'document',
    blocks: [
      plain(texts.ready),
      ...('why' in composed && composed.why !== null ? [note(composed.why)] : []),
      ...(warnings.length === 0 ? [] : [warning(texts.superseded)]),
      {
        kind: 'file',
        name: `${texts.fileName}-${asOf}.docx`,
        mediaType: DOCX,
        base64: Buffer.from(bytes).toString('base64'),
      },
      ...quotesOf(rests),
    ],
    choices: [],
  };
}

/** The unit that the staff member looks after; an admin who looks after none fills it in. */
async function headOf({
  database,
  account,
  today,
}: Services): Promise<Pick<OfficialLetter, 'superior' | 'office' | 'place'>> {
  const staffOf = account?.staffOf ?? [];
  if (staffOf.length === 0) return { superior: null, office: '………………………', place: '' };
  const { superior, office, place } = reportHead({ staffOf }, await readUnits(database), today());
  return { superior, office, place };
}
