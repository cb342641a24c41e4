import type { Database } from '../database.ts';
import { storable } from './inbox.ts';

/** A chat that this process holds, alone among all processes. */
export type HeldChat = { readonly worker: string; readonly channel: string; readonly chat: string };

/** So many messages in so many seconds, by a moving window. */
export type Allowance = { readonly messages: number; readonly perSeconds: number };

/** What is to be done next in a chat. After `wait`, `none` and `lost` it is held no longer. */
export type Step =
  /** Marked as being sent. `again`: an earlier process may have sent it already. */
  | {
      readonly kind: 'send';
      readonly id: number;
      readonly content: unknown;
      readonly attempt: number;
      readonly again: boolean;
    }
  | {
      readonly kind: 'work';
      readonly id: number;
      readonly key: string;
      readonly content: unknown;
      readonly attempt: number;
    }
  /** Began so often without an end that it is to be given up. */
  | { readonly kind: 'poison'; readonly id: number; readonly key: string; readonly content: unknown }
  /** Nothing may leave for that many seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'none' | 'lost' };

/** Takes chats with work that no living process holds; the longest due first. */
export async function claimChats(
  database: Database,
  worker: string,
  channels: readonly string[],
  most: number,
): Promise<readonly HeldChat[]> {
  const rows = await database.query<{ channel: string; chat: string }>(
    'select channel, chat from app_claim_chats($1, $2, $3)',
    [worker, channels, most],
  );
  return rows.map(({ channel, chat }) => ({ worker, channel, chat }));
}

/** The next step of a held chat: what waits to be said first, then the oldest update. An update is given up after `mostAttempts`. */
export async function nextStep(
  database: Database,
  { worker, channel, chat }: HeldChat,
  allowances: { readonly channel: Allowance; readonly chat: Allowance },
  mostAttempts: number,
): Promise<Step> {
  const both = [allowances.channel, allowances.chat];
  const [row] = await database.query<StepRow>(
    'select step, id, key, content, attempt, again, seconds from app_next_step($1, $2, $3, $4, $5::interval[], $6)',
    [
      worker,
      channel,
      chat,
      both.map(({ messages }) => messages),
      both.map(({ perSeconds }) => `${perSeconds} seconds`),
      mostAttempts,
    ],
  );
  if (row === undefined) return { kind: 'lost' };
  const { step, id, key, content, attempt, again, seconds } = row;
  if (step === 'send' && id !== null) return { kind: 'send', id, content, attempt: attempt ?? 1, again };
  if (step === 'work' && id !== null)
    return { kind: 'work', id, key: key ?? '', content, attempt: attempt ?? 1 };
  if (step === 'poison' && id !== null) return { kind: 'poison', id, key: key ?? '', content };
  if (step === 'wait') return { kind: 'wait', seconds: seconds ?? 0 };
  return { kind: step === 'none' ? step : 'lost' };
}

/**
 * Stores the messages that answer an update, and that it is done, both or neither. `parked`: it was given up, for that reason.
 * `false`: the chat, or the update, is no longer this process's.
 */
export async function finishUpdate(
  database: Database,
  { worker, channel, chat }: HeldChat,
  id: number,
  messages: readonly unknown[],
  parked: string | null = null,
): Promise<boolean> {
  const [row] = await database.query<{ done: boolean }>(
    'select app_finish_update($1, $2, $3, $4, $5, $6, $7) as done',
    [worker, channel, chat, id, messages.map(asJson), parked !== null, parked],
  );
  return row?.done === true;
}

/** A try failed: the chat is let go for that many seconds, and then the same update comes again. */
export async function retryUpdate(
  database: Database,
  { worker, channel, chat }: HeldChat,
  id: number,
  failure: string,
  seconds: number,
): Promise<void> {
  await database.query('select app_retry_update($1, $2, $3, $4, $5, $6)', [
    worker,
    channel,
    chat,
    id,
    failure,
    seconds,
  ]);
}

/** Lets an update that was begun be as if it had not been, and the chat free. */
export async function giveBack(
  database: Database,
  { worker, channel, chat }: HeldChat,
  id: number,
): Promise<void> {
  await database.query('select app_give_back($1, $2, $3, $4)', [worker, channel, chat, id]);
}

/** What a send came to, for the store. */
export type SendEnd =
  | { readonly state: 'sent'; readonly externalId: string | null; readonly movedTo?: string }
  /** To be tried again; `whom` is to be left alone meanwhile, where the messenger asked for that. */
  | {
      readonly state: 'waiting';
      readonly seconds: number;
      readonly whom: 'chat' | 'channel' | null;
      readonly failure: string | null;
    }
  /** `instead` is said in its place, before whatever follows. */
  | {
      readonly state: 'unsure' | 'refused' | 'gone';
      readonly failure: string;
      readonly instead?: readonly unknown[];
    };

/** Stores what a send came to. `false`: the chat is no longer held. */
export async function endSend(
  database: Database,
  { worker, channel, chat }: HeldChat,
  id: number,
  end: SendEnd,
): Promise<boolean> {
  const [row] = await database.query<{ held: boolean }>(
    'select app_end_send($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as held',
    [
      worker,
      channel,
      chat,
      id,
      end.state,
      'failure' in end ? end.failure : null,
      end.state === 'sent' ? end.externalId : null,
      end.state === 'waiting' ? end.seconds : 0,
      end.state === 'waiting' ? end.whom : null,
      'instead' in end ? (end.instead ?? []).map(asJson) : [],
      end.state === 'sent' ? (end.movedTo ?? null) : null,
    ],
  );
  return row?.held === true;
}

/** Stores messages that answer nothing; with a `key`, once. `false`: it was said before. */
export async function queueMessages(
  database: Database,
  to: { readonly channel: string; readonly chat: string },
  messages: readonly unknown[],
  key: string | null = null,
): Promise<boolean> {
  const [row] = await database.query<{ queued: boolean }>(
    'select app_queue_messages($1, $2, $3, $4) as queued',
    [to.channel, to.chat, messages.map(asJson), key],
  );
  return row?.queued === true;
}

type StepRow = {
  readonly step: string;
  readonly id: number | null;
  readonly key: string | null;
  readonly content: unknown;
  readonly attempt: number | null;
  readonly again: boolean;
  readonly seconds: number | null;
};

const asJson = (message: unknown): string => storable(JSON.stringify(message));
