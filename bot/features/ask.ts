import type { Answer } from '../../answer/answer.ts';
import type { FoundApproved } from '../../answer/approved/findApproved.ts';
import { hasSignOfGoingOn, standAlone } from '../../answer/conversation/followUp.ts';
import { currentAnswer } from '../../answer/currentAnswer.ts';
import { redactPatterns } from '../../answer/model/redactPatterns.ts';
import { cleanQuestion, readQuestion } from '../../answer/question.ts';
import { recallTurns, rememberTurn, type TurnCitation } from '../../store/answers/turns.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { type CommandFeature, parts, type Services } from '../feature.ts';
import type { Message, Reply, ReplyPart } from '../message.ts';
import { note } from '../reply/blocks.ts';
import { describeAnswer } from '../reply/describeAnswer.ts';
import { texts } from '../texts.ts';
import { approvedReply } from './approvedReply.ts';
import { takeReason, withFeedback } from './feedback.ts';
import { composeReply, isForModel } from './model/composedReply.ts';
import { nextChoices } from './model/nextChoices.ts';
import { bindPersonal } from './model/personal.ts';
import { modelTexts } from './model/texts.ts';
import { toldApart } from './model/toldApart.ts';
import { explainChoices } from './tasks/explain.ts';

/** Any text that is no command is a question to the documents. */
export const ask: CommandFeature = {
  name: 'ask',
  commands: [],
  async *reply(message, services) {
    yield { kind: 'progress', text: texts.searching };
    const complaint = services.feedback === true ? await takeReason(message, services) : null;
    if (complaint !== null) {
      yield* parts(complaint);
      return;
    }
    const { database, today, search, model } = services;
    // What cannot be a question is told before anything is looked up.
    cleanQuestion(message.text);
    const asOf = today();
    const place = { channel: message.channel, chat: message.conversation };
    const turns = services.arrival?.turns ?? (await recallTurns(database, place));
    const full = mayGoOn(message.text) ? standAlone(message.text, turns) : null;
    const question = full ?? message.text;
    const heard = (reply: Reply): Reply =>
      full === null ? reply : { ...reply, blocks: [note(modelTexts.understood(full)), ...reply.blocks] };
    const approved = await approvedReply(question, services);
    if (approved !== null) {
      const { reply, found } = approved;
      await remember(message, question, found, services);
      yield* parts(heard(await withFeedback(reply, question, found, message, services)));
      return;
    }
    const answer = await currentAnswer(database, question, asOf, search, services.arrival?.corpus);
    if (model !== undefined && isForModel(answer, readQuestion(question).asksMore)) {
      yield { kind: 'progress', text: modelTexts.composing };
    }
    const reply = yield* replyTo(
      question,
      answer,
      turns.map((turn) => turn.question),
      message,
      services,
    );
    // An answer is not lost because the next one will not know of it.
    await remember(message, question, answer, services).catch(() => undefined);
    yield* parts(heard(await withFeedback(reply, question, answer, message, services)));
  },
};

async function* replyTo(
  question: string,
  found: Answer,
  earlier: readonly string[],
  message: Message,
  services: Services,
): AsyncGenerator<ReplyPart, Reply> {
  const { model, today } = services;
  if (model === undefined) return describeAnswer(found, today());
  const asOf = found.askedDay ?? today();
  const reply = isForModel(found, readQuestion(question).asksMore)
    ? yield* composed(question, found, earlier, message, services)
    : describeAnswer(found, today());
  // Afterwards: the first sentence does not wait for what may be asked next.
  const more = await nextChoices(question, found, asOf, services);
  const choices = [...more.choices, ...explainChoices(found, services), ...reply.choices];
  return {
    ...reply,
    blocks: [...reply.blocks, ...(more.asks === null ? [] : [note(more.asks)])],
    choices: choices.filter(({ send }, at) => choices.findIndex((other) => other.send === send) === at),
  };
}

async function* composed(
  question: string,
  found: Answer,
  earlier: readonly string[],
  message: Message,
  services: Services,
): AsyncGenerator<ReplyPart, Reply> {
  const { model, today } = services;
  if (model === undefined) return describeAnswer(found, today());
  const { tools, cards } = bindPersonal(message, services);
  const { channel, conversation, stopping } = message;
  const sender = toldApart(message, services);
  return yield* composeReply(
    model,
    {
      ...{ question, found, earlier, sender, personal: tools },
      asOf: found.askedDay ?? today(),
      place: { channel, chat: conversation },
      ...(stopping === undefined ? {} : { stopping }),
    },
    cards,
  );
}

/**
 * Keeps the question, with numbers and forms of address of people masked, and what was cited: never the words of an answer. Names on
 * record are not looked up: a follow-up is read back, and whoever asks would see who is on record.
 */
async function remember(
  { channel, conversation, sender, keepTurn }: Message,
  question: string,
  answer: Answer | FoundApproved,
  { database }: Services,
): Promise<void> {
  const turn = { question: masked(question), citations: citedIn(answer), sender };
  if (keepTurn === undefined) await rememberTurn(database, { channel, chat: conversation }, turn);
  else keepTurn(turn);
}

// What many ask is read once.
const masked = remembered((question) => redactPatterns(question).text);
const mayGoOn = remembered(hasSignOfGoingOn);

const MOST_CITED = 3;

function citedIn(answer: Answer | FoundApproved): readonly TurnCitation[] {
  const citations =
    'answer' in answer || answer.kind === 'quoted'
      ? answer.citations
      : answer.kind === 'document'
        ? [answer.citation]
        : [];
  return citations.slice(0, MOST_CITED).map(({ directiveId, provisionId, document, path }) => ({
    ...{ directiveId, provisionId, document },
    path: [...path],
  }));
}
