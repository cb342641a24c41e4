import type { AskedTurn } from '../answers/turns.ts';
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

/** What bounds the next step: how much may be sent, and after how many beginnings an update is given up. */
export type StepBounds = {
  readonly channel: Allowance;
  readonly chat: Allowance;
  readonly mostAttempts: number;
};

/** The next step of a held chat: what waits to be said first, then the oldest update. */
export async function nextStep(database: Database, held: HeldChat, bounds: StepBounds): Promise<Step> {
  const [row] = await database.query<NextRow>(
    'select to_json(next) as next from app_next_step($1, $2, $3, $4, $5::interval[], $6) as next',
    [held.worker, held.channel, held.chat, ...asParameters(bounds)],
    { isBrief: true },
  );
  return asStep(row?.next);
}

/** Messages that answer an update, and what was asked, where the chat is to remember it. */
export type FinishedAnswer = { readonly messages: readonly unknown[]; readonly turn: AskedTurn | null };

/** As `finishUpdate`, and what is to be done next, in one statement: each costs a millisecond. The turn is kept with the answer. */
export async function finishAndGoOn(
  database: Database,
  held: HeldChat,
  id: number,
  { messages, turn }: FinishedAnswer,
  bounds: StepBounds,
  parked: string | null = null,
): Promise<Step> {
  const finished = finishParameters(held, id, messages, parked);
  return turn === null
    ? goOn(database, 'app_finish_update($1, $2, $3, $4, $5, $6, $7)', finished, bounds)
    : goOn(
        database,
        'app_finish_and_remember($1, $2, $3, $4, $5, $6, $7, $8)',
        [...finished, asJson({ ...turn, question: turn.question.toWellFormed() })],
        bounds,
      );
}

/** As `endSend`, and what is to be done next, in one statement. */
export async function endAndGoOn(
  database: Database,
  held: HeldChat,
  id: number,
  end: SendEnd,
  bounds: StepBounds,
): Promise<Step> {
  const ended = endParameters(held, id, end);
  return goOn(database, 'app_end_send($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)', ended, bounds);
}

async function goOn(
  database: Database,
  call: string,
  parameters: readonly unknown[],
  bounds: StepBounds,
): Promise<Step> {
  const [most, windows, attempts] = [1, 2, 3].map((at) => `$${parameters.length + at}`);
  const [row] = await database.query<NextRow>(
    // The condition makes the second call wait for the first.
    `with stored as materialized (select ${call} as done)
     select to_json(next) as next
       from stored cross join lateral app_next_step(
         case when stored.done is not null then $1::uuid end, $2, $3, ${most}, ${windows}::interval[], ${attempts}) as next`,
    [...parameters, ...asParameters(bounds)],
    { isBrief: true },
  );
  return asStep(row?.next);
}

function asParameters({ channel, chat, mostAttempts }: StepBounds): readonly unknown[] {
  return [
    [channel.messages, chat.messages],
    [channel, chat].map(({ perSeconds }) => `${perSeconds} seconds`),
    mostAttempts,
  ];
}

function asStep(row: StepRow | undefined): Step {
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
  held: HeldChat,
  id: number,
  messages: readonly unknown[],
  parked: string | null = null,
): Promise<boolean> {
  const [row] = await database.query<{ done: boolean }>(
    'select app_finish_update($1, $2, $3, $4, $5, $6, $7) as done',
    finishParameters(held, id, messages, parked),
  );
  return row?.done === true;
}

function finishParameters(
  { worker, channel, chat }: HeldChat,
  id: number,
  messages: readonly unknown[],
  parked: string | null,
): readonly unknown[] {
  return [worker, channel, chat, id, messages.map(asJson), parked !== null, parked];
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
  held: HeldChat,
  id: number,
  end: SendEnd,
): Promise<boolean> {
  const [row] = await database.query<{ held: boolean }>(
    'select app_end_send($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as held',
    endParameters(held, id, end),
  );
  return row?.held === true;
}

function endParameters({ worker, channel, chat }: HeldChat, id: number, end: SendEnd): readonly unknown[] {
  return [
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
  ];
}

/**
 * Keeps back a message that is being sent, and forgets its words, where the person that it was worked out for is no longer linked to
 * the account whose record it speaks of. `false`: it may be sent.
 */
export async function keepBack(
  database: Database,
  { worker, channel, chat }: HeldChat,
  id: number,
  owner: { readonly account: string; readonly key: string },
): Promise<boolean> {
  const [row] = await database.query<{ kept: boolean }>(
    'select app_keep_back($1, $2, $3, $4, $5, $6) as kept',
    [worker, channel, chat, id, owner.account, owner.key],
  );
  return row?.kept !== false;
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

/** In one column: seven of their own would cost the driver more than the rest of the answer. */
type NextRow = { readonly next: StepRow };

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
