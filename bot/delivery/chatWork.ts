import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import {
  endSend,
  finishUpdate,
  giveBack,
  type HeldChat,
  nextStep,
  retryUpdate,
  type SendEnd,
  type Step,
} from '../../store/messages/steps.ts';
import type { ChannelLog } from '../channels/channelLog.ts';
import type { Bell } from './bell.ts';
import type { DeliveryEvents } from './events.ts';
import type { Gate } from './gate.ts';
import type { Json, Messenger, ReceivedUpdate, SendOutcome } from './messenger.ts';
import type { DeliveryPace } from './pace.ts';
import type { AtPoint } from './points.ts';
import { failureName, type Steadily } from './steadily.ts';

/** What working on chats needs. */
export type Desk = {
  readonly database: Database;
  readonly steadily: Steadily;
  readonly sends: Gate;
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
  try {
    while (await takeStep(desk, messenger, held));
  } catch (error) {
    // Held by nobody it is taken again, here or elsewhere.
    await giveBack(desk.database, held, NO_UPDATE).catch(() => undefined);
    throw error;
  }
}

/** `false`: the chat is held no longer. */
async function takeStep(desk: Desk, messenger: Messenger, held: HeldChat): Promise<boolean> {
  const { database, steadily, pace, stopping, bell } = desk;
  const allowances = {
    channel: messenger.limits.channel,
    chat: messenger.isGroup(held.chat) ? messenger.limits.group : messenger.limits.chat,
  };
  // Entered before, since asking for the next step already marks a message as being sent.
  const leave = await desk.sends.enter();
  try {
    const step = await steadily.run(() => nextStep(database, held, allowances, pace.mostBegun));
    if (step.kind === 'send') return await send(desk, messenger, held, step);
    leave();
    if (step.kind === 'work' || step.kind === 'poison') {
      if (!stopping.aborted) return await work(desk, messenger, held, step);
      await steadily.run(() => giveBack(database, held, step.id));
      return false;
    }
    if (step.kind === 'wait') bell.ringIn(step.seconds);
    return false;
  } finally {
    leave();
  }
}

async function work(desk: Desk, messenger: Messenger, held: HeldChat, step: WorkStep): Promise<boolean> {
  const { database, steadily, pace, log, events, at } = desk;
  const received: ReceivedUpdate = { key: step.key, chat: held.chat, update: step.content as Json };
  const park = async (failure: string): Promise<boolean> => {
    log.error({ channel: held.channel, failure }, 'an update could not be answered; it was given up');
    events.failed(messenger.name, 'parked');
    return steadily.run(() => finishUpdate(database, held, step.id, messenger.apology(received), failure));
  };
  if (step.kind === 'poison') return park('begun too often without an end');
  await at('before-compose');
  let messages: readonly Json[] | null;
  try {
    messages = await compose(desk, messenger, received, step.attempt);
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
    return false;
  }
  if (messages === null) {
    await steadily.run(() => giveBack(database, held, step.id));
    return false;
  }
  await at('after-compose');
  const answer = messages;
  // Where a first try was stored and its receipt lost, this one finds the update done: what is next shows whose the chat is.
  await steadily.run(() => finishUpdate(database, held, step.id, answer));
  await at('after-answer-stored');
  return true;
}

/** `null`: given up for the end of the process. */
async function compose(
  { pace, givingUp }: Desk,
  messenger: Messenger,
  received: ReceivedUpdate,
  attempt: number,
): Promise<readonly Json[] | null> {
  const ended = new AbortController();
  const { promise: givenUp, resolve: giveUp } = Promise.withResolvers<null>();
  const onGivingUp = () => giveUp(null);
  givingUp.addEventListener('abort', onGivingUp, { once: true });
  try {
    return await Promise.race([
      messenger.compose(received, { attempt, stopping: givingUp }),
      givenUp,
      sleep(pace.composeMs, undefined, { signal: ended.signal, ref: false }).then(() => {
        throw new Error('it took too long');
      }),
    ]);
  } catch (error) {
    if (givingUp.aborted) return null;
    throw error;
  } finally {
    ended.abort();
    givingUp.removeEventListener('abort', onGivingUp);
  }
}

async function send(desk: Desk, messenger: Messenger, held: HeldChat, step: SendStep): Promise<boolean> {
  const { database, steadily, log, events, at } = desk;
  await at('before-send');
  const outcome = await messenger
    .send(held.chat, step.content as Json, desk.givingUp)
    .catch((error: unknown): SendOutcome => ({ kind: 'unsure', failure: failureName(error) }));
  await at('after-send');
  events.sent(messenger.name, outcome.kind, step.again);
  logOutcome(log, held, step, outcome);
  const end = endOf(desk, outcome, step.attempt);
  await steadily.run(() => endSend(database, held, step.id, end));
  await at('after-sent');
  if (end.state !== 'waiting') return true;
  desk.bell.ringIn(end.seconds);
  return false;
}

function endOf({ pace }: Desk, outcome: SendOutcome, attempt: number): SendEnd {
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
      if (attempt >= MOST_RESENDS) return { state: 'refused', failure: outcome.failure };
      return { state: 'waiting', seconds: backoff, whom: null, failure: outcome.failure };
    case 'unsure':
    case 'refused':
      return { state: outcome.kind, failure: outcome.failure, instead: outcome.instead ?? [] };
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
    log.info(
      { ...fields, again: true },
      'a message was sent again: an earlier process ended while it sent it',
    );
  if (outcome.kind === 'wait')
    log.info({ ...fields, seconds: outcome.seconds }, 'the messenger asks to wait');
  if (outcome.kind === 'gone') log.info(fields, 'the chat no longer takes messages from the bot');
  if (outcome.kind === 'unreached' && step.attempt === 1)
    log.info(fields, 'a message did not leave; it is sent again');
  if (outcome.kind === 'unsure')
    log.warn(fields, 'it is not sure that a message arrived: an update could not be answered for certain');
  if (outcome.kind === 'refused') log.warn(fields, 'a message was refused');
}
