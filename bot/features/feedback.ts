import { createHash } from 'node:crypto';
import type { Answer } from '../../answer/answer.ts';
import { namelessKey, noteQuestion } from '../../answer/approved/asked.ts';
import type { FoundApproved } from '../../answer/approved/findApproved.ts';
import { isQuestion } from '../../answer/approved/meaning.ts';
import { storeVote, VOTE_REASONS, type Vote, type VoteReason } from '../../store/approved/asked.ts';
import { dropNote, keepNote, readNote } from '../../store/messages/chatNotes.ts';
import { type CommandFeature, command, parts, type Services } from '../feature.ts';
import type { Choice, Message, Reply } from '../message.ts';
import { plain } from '../reply/blocks.ts';
import { feedbackTexts as texts } from './feedbackTexts.ts';

/** `/gopy 12 tot`, `/gopy 12 xau`, `/gopy 12 xau 3`: what the choices under an answer send. */
export const feedback: CommandFeature = {
  name: 'feedback',
  commands: [{ name: 'gopy', description: null }],
  async *reply(message, services) {
    yield* parts(await vote(message, services));
  },
};

async function vote(message: Message, { database }: Services): Promise<Reply> {
  const [, id, how, reason] =
    /^(\d{1,15}) (tot|xau)(?: ([1-5]))?$/.exec(command(message.text)?.rest ?? '') ?? [];
  const voter = id === undefined ? null : voterOf(message, Number(id));
  if (id === undefined || voter === null) return said(id === undefined ? texts.forgotten : texts.unnamed);
  const why = reason === undefined ? null : (VOTE_REASONS[Number(reason) - 1] ?? null);
  const stored = await storeVote(database, Number(id), voter, {
    good: how === 'tot',
    reason: why,
    words: null,
  });
  if (!stored) return said(texts.forgotten);
  if (how === 'tot') return said(texts.thanks);
  if (why === null) return said(texts.whyBad, reasonChoices(Number(id)));
  if (why !== 'other' || !message.isPrivate) return said(texts.noted);
  await keepNote(database, placeOf(message), NOTE, { answer: Number(id) }, SECONDS);
  return said(texts.ownWords);
}

const NOTE = 'feedback';
/** For so long the next message of the chat is what is wrong with an answer. */
const SECONDS = 600;

/** What somebody writes after "Ý khác" is no question: it is stored, and this is the reply; `null` for any other message. */
export async function takeReason(message: Message, { database }: Services): Promise<Reply | null> {
  if (!message.isPrivate || message.sender === null) return null;
  const kept = await readNote(database, placeOf(message), NOTE);
  if (kept === null) return null;
  await dropNote(database, placeOf(message), NOTE);
  const { answer } = kept.content as { readonly answer: number };
  const voter = voterOf(message, answer);
  if (kept.expired || voter === null || isQuestion(message.text)) return null;
  const words = await namelessKey(database, message.text);
  const own: Vote = { good: false, reason: 'other', words };
  return said((await storeVote(database, answer, voter, own)) ? texts.noted : texts.forgotten);
}

/**
 * Counts a question to the documents, and puts 👍 and 👎 under its answer, for whoever can be told apart from others. Where nothing
 * is counted (`services.feedback` left out) the reply stays as it is.
 */
export async function withFeedback(
  reply: Reply,
  question: string,
  answer: Answer | FoundApproved,
  { sender }: Message,
  { database, feedback: isOn, account }: Services,
): Promise<Reply> {
  if (isOn !== true) return reply;
  // An answer is not lost because it could not be counted.
  const id = await noteQuestion(database, question, answer).catch(() => null);
  if (id === null || sender === null || reply.outcome !== 'quoted') return reply;
  const isApproved = 'answer' in answer;
  return {
    ...reply,
    choices: [
      ...reply.choices,
      { label: texts.good, send: `/gopy ${id} tot` },
      { label: texts.bad, send: `/gopy ${id} xau`, beside: true },
      ...(account?.admin === true && !isApproved
        ? [{ label: texts.approveThis, send: `/duyetcauhoi tu ${id}` }]
        : []),
    ],
  };
}

function reasonChoices(id: number): readonly Choice[] {
  return VOTE_REASONS.map((reason: VoteReason, at) => ({
    label: texts.reasons[reason],
    send: `/gopy ${id} xau ${at + 1}`,
    beside: at % 2 === 1,
  }));
}

/** Of who and of the answer together: what the same person thought of another answer cannot be told from it. */
function voterOf({ channel, sender }: Message, answer: number): string | null {
  if (sender === null) return null;
  return createHash('sha256').update(`${answer} ${channel} ${sender}`).digest('hex');
}

const placeOf = ({ channel, conversation }: Message) => ({ channel, chat: conversation });

const said = (text: string, choices: readonly Choice[] = []): Reply => ({
  outcome: 'help',
  blocks: [plain(text)],
  choices,
});
