import type { AskedTurn } from '../../store/answers/turns.ts';
import type { Database } from '../../store/database.ts';
import {
  endAndGoOn,
  endSend,
  finishAndGoOn,
  giveBack,
  type HeldChat,
  keepBack,
  nextStep,
  retryUpdate,
  type SendEnd,
  type Step,
  type StepBounds,
} from '../../store/messages/steps.ts';
import type { ChannelLog } from '../channels/channelLog.ts';
import type { Bell } from './bell.ts';
import type { DeliveryEvents } from './events.ts';
import type { Gate } from './gate.ts';
import type {
  ComposeContext,
  Json,
  Messenger,
  ReceivedUpdate,
  RecordOwner,
  SendOutcome,
} from './messenger.ts';
import { ownerOf, withOwner } from './owner.ts';
import type { DeliveryPace } from './pace.ts';
import type { AtPoint } from './points.ts';
import { failureName, type Steadily } from './steadily.ts';

/** What working on chats needs. */
export type Desk = {
  readonly database: Database;
  readonly steadily: Steadily;
  readonly sends: Gate;
  /** Until when a messenger asked to be left alone, as `performance.now()` counts, by its name. */
  readonly pauses: Map<string, number>;
  readonly bell: Bell;
  readonly pace: DeliveryPace;
  readonly log: ChannelLog;
  readonly events: DeliveryEvents;
  readonly at: AtPoint;
  /** No update is begun any more. */
  readonly stopping: AbortSignal;
  /** What is being worked out is given up. */
  readonly givingUp: AbortSignal;
};

type SendStep = Extract<Step, { readonly kind: 'send' }>;
type WorkStep = Extract<Step, { readonly kind: 'work' | 'poison' }>;

const LONGEST_RESEND_MS = 300_000;
/** Tries of a message that never reaches its messenger: a day, at the longest wait. */
const MOST_RESENDS = 300;
/** An update's id that there is not: lets a chat go and gives nothing back. */
const NO_UPDATE = 0;

/**
 * Works on a held chat until nothing is left, or it has to wait, or it is another process's. Throws only where the database refuses
 * a statement or is closed.
 */
export async function workOnChat(desk: Desk, messenger: Messenger, held: HeldChat): Promise<void> {
  const bounds: StepBounds = {
    channel: messenger.limits.channel,
    chat: messenger.isGroup(held.chat) ? messenger.limits.group : messenger.limits.chat,
    mostAttempts: desk.pace.mostBegun,
  };
  const place: Place = { desk, messenger, held, bounds };
  try {
    let step: Step | null = await desk.steadily.run(() => nextStep(desk.database, held, bounds));
    while (step !== null) step = await takeStep(place, step);
  } catch (error) {
    // Held by nobody it is taken again, here or elsewhere.
    await giveBack(desk.database, held, NO_UPDATE).catch(() => undefined);
    throw error;
  }
}

/** A held chat and what its work needs. */
type Place = {
  readonly desk: Desk;
  readonly messenger: Messenger;
  readonly held: HeldChat;
  readonly bounds: StepBounds;
};

/** What comes next; `null`: the chat is held no longer. */
async function takeStep(place: Place, step: Step): Promise<Step | null> {
  const { database, steadily, stopping, bell } = place.desk;
  if (step.kind === 'send') return send(place, step);
  if (step.kind === 'work' || step.kind === 'poison') {
    if (!stopping.aborted) return work(place, step);
    await steadily.run(() => giveBack(database, place.held, step.id));
  } else if (step.kind === 'wait') {
    bell.ringIn(step.seconds);
  }
  return null;
}

async function work({ desk, messenger, held, bounds }: Place, step: WorkStep): Promise<Step | null> {
  const { database, steadily, pace, log, events, at } = desk;
  const received: ReceivedUpdate = { key: step.key, chat: held.chat, update: step.content as Json };
  const park = async (failure: string): Promise<Step> => {
    log.error({ channel: held.channel, failure }, 'an update could not be answered; it was given up');
    events.failed(messenger.name, 'parked');
    const apology = { messages: messenger.apology(received), turn: null };
    return steadily.run(() => finishAndGoOn(database, held, step.id, apology, bounds, failure));
  };
  if (step.kind === 'poison') return park('begun too often without an end');
  await at('before-compose');
  let messages: readonly Json[] | null;
  let turn: AskedTurn | null = null;
  try {
    let owner: RecordOwner | null = null;
    const speaksOf = (whose: RecordOwner | null) => {
      owner = whose;
    };
    const keepTurn = (asked: AskedTurn) => {
      turn = asked;
    };
    messages = await compose(desk, messenger, received, { attempt: step.attempt, speaksOf, keepTurn });
    if (messages !== null) messages = withOwner(messages, owner);
  } catch (error) {
    const { failure, ...rest } = messenger.safeFailure?.(error) ?? { failure: failureName(error) };
    const kept = failureName(error);
    if (step.attempt >= pace.mostFailures) {
      log.warn({ channel: held.channel, failure, ...rest }, 'an update failed');
      return park(kept);
    }
    log.info({ channel: held.channel, failure, ...rest }, 'an update failed; it is tried again');
    events.failed(messenger.name, 'retried');
    const seconds = (pace.retryMs * 4 ** (step.attempt - 1)) / 1000;
    await steadily.run(() => retryUpdate(database, held, step.id, kept, seconds));
    desk.bell.ringIn(seconds);
    return null;
  }
  if (messages === null) {
    await steadily.run(() => giveBack(database, held, step.id));
    return null;
  }
  await at('after-compose');
  const answer = { messages, turn };
  // Where a first try was stored and its receipt lost, this one finds the update done: what is next shows whose the chat is.
  const next = await steadily.run(() => finishAndGoOn(database, held, step.id, answer, bounds));
  await at('after-answer-stored');
  return next;
}

/** `null`: given up for the end of the process. */
async function compose(
  { pace, givingUp }: Desk,
  messenger: Messenger,
  received: ReceivedUpdate,
  context: Omit<ComposeContext, 'stopping'>,
): Promise<readonly Json[] | null> {
  const { promise: givenUp, resolve: giveUp, reject: fail } = Promise.withResolvers<null>();
  const onGivingUp = () => giveUp(null);
  givingUp.addEventListener('abort', onGivingUp, { once: true });
  const late = setTimeout(() => fail(new Error('it took too long')), pace.composeMs);
  late.unref();
  try {
    return await Promise.race([messenger.compose(received, { ...context, stopping: givingUp }), givenUp]);
  } catch (error) {
    if (givingUp.aborted) return null;
    throw error;
  } finally {
    clearTimeout(late);
    givingUp.removeEventListener('abort', onGivingUp);
  }
}

async function send({ desk, messenger, held, bounds }: Place, step: SendStep): Promise<Step | null> {
  const { database, steadily, log, events, at } = desk;
  const leave = await desk.sends.enter();
  try {
    // What was marked before another message was told to wait must not leave after it.
    const pause = ((desk.pauses.get(held.channel) ?? 0) - performance.now()) / 1000;
    if (pause > 0) return await postpone(desk, held, step, pause);
    const owner = ownerOf(step.content);
    if (owner !== null && (await steadily.run(() => keepBack(database, held, step.id, owner)))) {
      log.info({ channel: held.channel, outbox: step.id }, 'an answer was kept back: its link has ended');
      return await steadily.run(() => nextStep(database, held, bounds));
    }
    await at('before-send');
    const outcome = await messenger
      .send(held.chat, step.content as Json, desk.givingUp)
      .catch((error: unknown): SendOutcome => ({ kind: 'unsure', failure: failureName(error) }));
    await at('after-send');
    events.sent(messenger.name, outcome.kind, step.again);
    logOutcome(log, held, step, outcome);
    const end = endOf(desk, outcome, step.attempt, owner);
    if (end.state === 'waiting') {
      if (end.whom === 'channel') desk.pauses.set(held.channel, performance.now() + end.seconds * 1000);
      await steadily.run(() => endSend(database, held, step.id, end));
      desk.bell.ringIn(end.seconds);
      return null;
    }
    const next = await steadily.run(() => endAndGoOn(database, held, step.id, end, bounds));
    await at('after-sent');
    return next;
  } finally {
    leave();
  }
}

async function postpone(
  { database, steadily, bell }: Desk,
  held: HeldChat,
  step: SendStep,
  seconds: number,
): Promise<null> {
  const end: SendEnd = { state: 'waiting', seconds, whom: null, failure: 'asked to wait' };
  await steadily.run(() => endSend(database, held, step.id, end));
  bell.ringIn(seconds);
  return null;
}

/** `owner`: of the record that the message speaks of; what is said in its place may speak of it too. */
function endOf(
  { pace }: Desk,
  outcome: SendOutcome,
  attempt: number,
  owner: RecordOwner | null = null,
): SendEnd {
  const backoff = Math.min(pace.resendMs * 2 ** Math.min(attempt - 1, 20), LONGEST_RESEND_MS) / 1000;
  switch (outcome.kind) {
    case 'sent':
      return {
        state: 'sent',
        externalId: outcome.externalId,
        ...(outcome.chat === undefined ? {} : { movedTo: outcome.chat }),
      };
    case 'wait':
      return {
        state: 'waiting',
        seconds: outcome.seconds ?? backoff,
        whom: outcome.whom,
        failure: 'asked to wait',
      };
    case 'unreached':
      if (attempt >= (outcome.mostTries ?? MOST_RESENDS))
        return { state: 'refused', failure: outcome.failure };
      return { state: 'waiting', seconds: backoff, whom: null, failure: outcome.failure };
    case 'unsure':
    case 'refused':
      return {
        state: outcome.kind,
        failure: outcome.failure,
        instead: withOwner(outcome.instead ?? [], owner),
      };
    case 'gone':
      return { state: 'gone', failure: 'the chat takes no messages' };
  }
}

function logOutcome(log: ChannelLog, { channel }: HeldChat, step: SendStep, outcome: SendOutcome): void {
  const fields = {
    channel,
    outbox: step.id,
    attempt: step.attempt,
    ...('failure' in outcome ? { failure: outcome.failure } : {}),
  };
  if (step.again)
    log.info({ ...fields, again: true }, 'a message was sent again that may have arrived already');
  if (outcome.kind === 'wait')
    log.info({ ...fields, seconds: outcome.seconds }, 'the messenger asks to wait');
  if (outcome.kind === 'gone') log.info(fields, 'the chat no longer takes messages from the bot');
  if (outcome.kind === 'unreached' && step.attempt === 1)
    log.info(fields, 'a message did not leave; it is sent again');
  if (outcome.kind === 'unsure')
    log.warn(fields, 'it is not sure that a message arrived: an update could not be answered for certain');
  if (outcome.kind === 'refused') log.warn(fields, 'a message was refused');
}
