import type { Database } from '../database.ts';
import type { NoticeKind } from './notice.ts';

/** A private chat with a person of a messenger or of another face. */
export type Place = {
  readonly channel: string;
  readonly chat: string;
  /** When they last wrote there; `null` where that is not known. */
  readonly received: Date | null;
};

/** A notice whose time has come. */
export type DueNotice = {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly words: string;
  /** Where it may be said: the links of its account, or the one person it is for. */
  readonly places: readonly Place[];
};

/** What waits for one account, or for one person without one; oldest first. */
export type Waiting = {
  readonly recipient: string;
  readonly notices: readonly DueNotice[];
  /** When notices last went out to them. */
  readonly lastQueued: Date | null;
};

/** What is due at a moment, of the `most` recipients after one; in order. */
export async function dueNotices(
  database: Database,
  at: Date,
  after: string,
  most: number,
): Promise<readonly Waiting[]> {
  const rows = await database.query<DueRow>(
    'select id, recipient, kind, words, places, last_queued from app_due_notices($1, $2, $3)',
    [at, after, most],
  );
  const found: Waiting[] = [];
  for (const { recipient, last_queued, places, ...notice } of rows) {
    const due: DueNotice = {
      ...notice,
      places: places.map(({ channel, chat, received }) => ({
        channel,
        chat,
        received: received === null ? null : new Date(received),
      })),
    };
    const last = found.at(-1);
    if (last?.recipient === recipient) found.splice(-1, 1, { ...last, notices: [...last.notices, due] });
    else found.push({ recipient, notices: [due], lastQueued: last_queued });
  }
  return found;
}

/** How a channel stands: its messages with notices since a moment, and until when its messenger wants to be left alone. */
export type ChannelStanding = { readonly messages: number; readonly blockedUntil: Date | null };

export async function noticeChannels(
  database: Database,
  since: Date,
): Promise<ReadonlyMap<string, ChannelStanding>> {
  const rows = await database.query<{ channel: string; messages: number; blocked_until: Date | null }>(
    `select channel, messages, nullif(blocked_until, '-infinity') as blocked_until from app_notice_channels($1)`,
    [since],
  );
  return new Map(
    rows.map(({ channel, messages, blocked_until }) => [channel, { messages, blockedUntil: blocked_until }]),
  );
}

/**
 * Hands notices over to the outbox as one message under the key `digest`, both or neither. `false`: one of them is no longer to be
 * said there (the person was shown it, or is not linked any more), and nothing happened.
 */
export async function queueDigest(
  database: Database,
  digest: {
    readonly id: string;
    readonly notices: readonly number[];
    readonly to: { readonly channel: string; readonly chat: string };
    readonly messages: readonly unknown[];
  },
): Promise<boolean> {
  const [row] = await database.query<{ queued: boolean }>(
    'select app_queue_digest($1, $2, $3, $4, $5) as queued',
    [
      digest.id,
      digest.notices,
      digest.to.channel,
      digest.to.chat,
      digest.messages.map((message) => JSON.stringify(message)),
    ],
  );
  return row?.queued === true;
}

/** Lets notices follow what became of their messages in the outbox, and forgets what is too old. */
export async function followNotices(database: Database): Promise<void> {
  await database.query('select app_follow_notices()');
}

/** Takes back the messages with notices that wait in the outbox still, so that none leaves at night; answers how many there were. */
export async function retractNotices(database: Database): Promise<number> {
  const [row] = await database.query<{ retracted: number }>('select app_retract_notices() as retracted');
  return row?.retracted ?? 0;
}

type DueRow = {
  readonly id: number;
  readonly recipient: string;
  readonly kind: NoticeKind;
  readonly words: string;
  readonly places: readonly { channel: string; chat: string; received: string | null }[];
  readonly last_queued: Date | null;
};
