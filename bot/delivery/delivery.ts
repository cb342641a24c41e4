import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../store/database.ts';
import { acceptUpdates } from '../../store/messages/inbox.ts';
import { claimChats, type HeldChat, queueMessages } from '../../store/messages/steps.ts';
import { takeDuty, workerEnded, workerSeen } from '../../store/messages/workers.ts';
import { atMost } from '../channels/atMost.ts';
import type { ChannelLog } from '../channels/channelLog.ts';
import { createBell } from './bell.ts';
import { type Desk, workOnChat } from './chatWork.ts';
import { type DeliveryEvents, noEvents } from './events.ts';
import { createGate } from './gate.ts';
import { openJournal } from './journal.ts';
import type { AcceptUpdates, Json, Messenger, MessengerName } from './messenger.ts';
import { type DeliveryPace, LOOK_ALONE_MS, usualPace } from './pace.ts';
import type { AtPoint } from './points.ts';
import { createSteadily, failureName } from './steadily.ts';

export type DeliveryOptions = {
  readonly database: Database;
  /** Those whose chats are worked on here. */
  readonly messengers: readonly Messenger[];
  readonly log: ChannelLog;
  /** `false`: updates are taken in and messages queued here, and worked on by other processes. */
  readonly works?: boolean;
  readonly events?: DeliveryEvents;
  readonly pace?: Partial<DeliveryPace>;
  /** A file before the inbox, for a database that does one thing at a time; see `openJournal`. */
  readonly journalFile?: string | undefined;
  /** For tests that end the process between two steps. */
  readonly at?: AtPoint;
};

export type Delivery = {
  /** Throws where the updates could not be stored: they are to come again. */
  readonly accept: AcceptUpdates;
  /** Stores messages that answer nothing; with a `key`, once. `false`: they were said before under this key. */
  readonly queue: (
    channel: MessengerName,
    chat: string,
    messages: readonly Json[],
    key?: string,
  ) => Promise<boolean>;
  /** Takes or keeps what only one process may do at a time. `false` while another does it, and where the database is away. */
  readonly takeDuty: (name: string) => Promise<boolean>;
  /** Looks for work now. */
  readonly wake: () => void;
  /** Takes up no more work, finishes what can be finished soon, and leaves the rest to the next start. Never throws. */
  readonly stop: () => Promise<void>;
};

/** Where the database refuses a statement, before it is asked again: the same would fill the log. */
const AFTER_FAULT_SECONDS = 5;

/** Whoever dies without a word is dead for the others a little later. */
const LAST_WORD_MS = 1000;

/**
 * Starts to work on what messengers told of and to send what is to be said, beside other processes on the same database: each chat
 * is worked on by one of them at a time, so that its answers keep their order. Goes on while the database is away.
 */
export async function startDelivery(options: DeliveryOptions): Promise<Delivery> {
  const { database, log, works = true, events = noEvents } = options;
  const at: AtPoint = options.at ?? (() => undefined);
  const alone = database.engine === 'pglite';
  const pace: DeliveryPace = {
    ...usualPace,
    ...(alone ? { lookEveryMs: LOOK_ALONE_MS, settleMs: 0 } : {}),
    ...options.pace,
  };
  const worker = randomUUID();
  const byName = new Map<string, Messenger>(options.messengers.map((one) => [one.name, one]));
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const ended = new AbortController();
  const bell = createBell();
  const steadily = createSteadily(log, ended.signal);
  const chats = new Set<Promise<void>>();

  const desk: Desk = {
    database,
    steadily,
    sends: createGate(pace.sendsAtOnce, pace.companyAfterMs),
    pauses: new Map(),
    bell,
    pace,
    log,
    events,
    at,
    stopping: stopping.signal,
    givingUp: givingUp.signal,
  };

  const store: AcceptUpdates = async (channel, updates) => {
    const texts = updates.map(({ key, chat, update }) => ({ key, chat, content: JSON.stringify(update) }));
    await acceptUpdates(database, channel, texts);
  };
  const { journalFile } = options;
  const journal =
    journalFile === undefined
      ? null
      : openJournal({
          file: journalFile,
          async store(channel, updates) {
            await steadily.run(() => store(channel, updates));
            bell.ring();
          },
          onError: (error) =>
            log.error({ failure: failureName(error) }, 'updates could not be taken into the inbox'),
        });

  const begin = (held: HeldChat) => {
    const messenger = byName.get(held.channel);
    if (messenger === undefined) return;
    const run = workOnChat(desk, messenger, held)
      .catch((error: unknown) => {
        if (ended.signal.aborted) return;
        log.error({ channel: held.channel, failure: failureName(error) }, 'a chat could not be worked on');
        bell.ringIn(AFTER_FAULT_SECONDS);
      })
      .finally(() => {
        // Others may have waited for room.
        if (chats.size >= pace.chatsAtOnce) bell.ring();
        chats.delete(run);
      });
    chats.add(run);
  };

  /** Others that were away with the database get the time to say that they live. */
  const settle = async () => {
    const backAt = steadily.backAt();
    if (backAt === null) return;
    const left = backAt + pace.settleMs - performance.now();
    if (left > 0) await sleep(left, undefined, { signal: stopping.signal }).catch(() => undefined);
  };

  const claim = async () => {
    const free = pace.chatsAtOnce - chats.size;
    const ready = [...byName.values()].filter(({ isReady }) => isReady?.() ?? true).map(({ name }) => name);
    if (free <= 0 || ready.length === 0) return;
    await settle();
    if (stopping.signal.aborted) return;
    const held = await steadily.run(() => claimChats(database, worker, ready, free));
    if (held.length > 0) await at('after-claim');
    for (const chat of held) begin(chat);
  };

  const work = async () => {
    while (!stopping.signal.aborted) {
      try {
        await claim();
      } catch (error) {
        if (stopping.signal.aborted) return;
        log.error({ failure: failureName(error) }, 'chats could not be claimed');
        const waited = { signal: stopping.signal };
        await sleep(AFTER_FAULT_SECONDS * 1000, undefined, waited).catch(() => undefined);
      }
      await bell.wait(pace.lookEveryMs);
    }
  };

  const beat = async () => {
    while (!ended.signal.aborted) {
      await sleep(pace.heartbeatMs, undefined, { signal: ended.signal }).catch(() => undefined);
      if (ended.signal.aborted) return;
      await steadily.run(() => workerSeen(database, worker)).catch(() => undefined);
    }
  };

  let working = Promise.resolve();
  let beating = Promise.resolve();
  if (works) {
    await workerSeen(database, worker);
    working = work();
    beating = beat();
  }
  let stopped: Promise<void> | null = null;

  const stop = async () => {
    stopping.abort();
    bell.muffle();
    await atMost(pace.graceMs, Promise.allSettled([working, ...chats]));
    givingUp.abort();
    await atMost(pace.sendGraceMs, Promise.allSettled([...chats]));
    if (journal !== null) await atMost(LAST_WORD_MS, journal.settled());
    ended.abort();
    await journal?.stop();
    await beating;
    if (works)
      await atMost(
        LAST_WORD_MS,
        workerEnded(database, worker).catch(() => undefined),
      );
  };

  return {
    async accept(channel, updates) {
      if (stopping.signal.aborted) throw new Error('no more updates are taken in');
      const begun = performance.now();
      await at('before-inbox');
      if (journal === null) await store(channel, updates);
      else journal.add(channel, updates);
      await at('after-inbox');
      events.accepted(channel, (performance.now() - begun) / 1000);
      bell.ring();
    },
    async queue(channel, chat, messages, key) {
      const queued = await queueMessages(database, { channel, chat }, messages, key ?? null);
      bell.ring();
      return queued;
    },
    takeDuty: async (name) =>
      works && !stopping.signal.aborted && (await takeDuty(database, worker, name).catch(() => false)),
    wake: bell.ring,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}
