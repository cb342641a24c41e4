import { randomUUID } from 'node:crypto';
import type { Database } from '../../store/database.ts';
import {
  type ChannelStanding,
  dueNotices,
  followNotices,
  noticeChannels,
  type Place,
  queueDigest,
  retractNotices,
} from '../../store/notices/dispatch.ts';
import type { Messenger } from '../delivery/messenger.ts';
import { planDigests, writeDigest } from './digest.ts';
import { monthBegin, quietUntil } from './quietHours.ts';

/**
 * Messages with notices a messenger may send in a calendar month; a channel that is not named has no such bound. Zalo gives a bot 3,000
 * messages a month for everything: answers come first.
 */
export const MONTHLY_MESSAGES: Readonly<Partial<Record<string, number>>> = {
  'zalo-bot': 1000,
  'zalo-oa': 2000,
};

const EVERY_MS = 30_000;
/** Recipients looked at in one statement. */
const PAGE = 200;
/** A messenger that wants to be left alone for longer than this has more to say against notices than that it is busy. */
const LONG_WAIT_MS = 60_000;

/** What a messenger has to tell for notices. */
export type NoticeMessenger = Pick<Messenger, 'name' | 'say' | 'isGroup' | 'openUntil' | 'isReady'>;

export type NoticesOptions = {
  readonly database: Database;
  readonly messengers: readonly NoticeMessenger[];
  /** Whether this process is the one to do it: `takeDuty` under the name of a living worker. */
  readonly mayDispatch: () => Promise<boolean>;
  /** Told that there is something new in the outbox. */
  readonly queued?: () => void;
  readonly onError: (error: unknown) => void;
  readonly now: () => Date;
  readonly everyMs?: number;
};

/** The dispatcher while it runs. */
export type Notices = {
  /** Looks at once, as well as every half minute. */
  readonly look: () => void;
  /** Ends it, after what it is doing. Never throws. */
  readonly stop: () => Promise<void>;
};

/** Sends notices whose time has come, every half minute, in one process of all. */
export function startNotices(options: NoticesOptions): Notices {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      if (!(await options.mayDispatch())) return;
      await dispatchNotices(options, () => stopped);
    } catch (error) {
      options.onError(error);
    }
  };
  const lookSoon = () => {
    running = running.then(() => (stopped ? undefined : look()));
  };
  const timer = setInterval(lookSoon, options.everyMs ?? EVERY_MS);
  return {
    look: lookSoon,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}

/** One round: what became of earlier ones, and then everything that may leave now. Answers how many messages that were. */
export async function dispatchNotices(
  { database, messengers, now, queued }: Pick<NoticesOptions, 'database' | 'messengers' | 'now' | 'queued'>,
  stopped: () => boolean = () => false,
): Promise<number> {
  await followNotices(database);
  const moment = now();
  if (quietUntil(moment) !== null) {
    // A messenger that could not be reached all day may be back at midnight.
    await retractNotices(database);
    return 0;
  }
  const gate = openChannels(messengers, await noticeChannels(database, monthBegin(moment)), moment);
  let sent = 0;
  let after = '';
  while (!stopped()) {
    const page = await dueNotices(database, moment, after, PAGE);
    for (const waiting of page) {
      for (const digest of planDigests(waiting, moment, gate.isOpen)) {
        const messenger = gate.messenger(digest.to);
        if (messenger === null || !gate.isOpen(digest.to)) continue;
        const done = await queueDigest(database, {
          id: randomUUID(),
          notices: digest.notices.map(({ id }) => id),
          to: digest.to,
          messages: messenger.say(writeDigest(digest)),
        });
        if (!done) continue;
        gate.count(digest.to);
        sent += 1;
      }
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.recipient;
  }
  if (sent > 0) queued?.();
  return sent;
}

/** Which private chats may be written to unasked: by their messenger's window, its quota, and the month's bound. */
function openChannels(
  messengers: readonly NoticeMessenger[],
  standings: ReadonlyMap<string, ChannelStanding>,
  now: Date,
) {
  const byName = new Map<string, NoticeMessenger>(messengers.map((one) => [one.name, one]));
  const counted = new Map<string, number>();
  const isOpen = ({ channel, chat, received }: Place): boolean => {
    const messenger = byName.get(channel);
    // Words for one person are for no group, whatever a link says.
    if (messenger === undefined || messenger.isGroup(chat)) return false;
    // One whose server cannot be reached lets another channel say it.
    if (messenger.isReady?.() === false) return false;
    const { messages = 0, blockedUntil = null } = standings.get(channel) ?? {};
    if (blockedUntil !== null && blockedUntil.getTime() - now.getTime() > LONG_WAIT_MS) return false;
    const most = MONTHLY_MESSAGES[channel];
    if (most !== undefined && messages + (counted.get(channel) ?? 0) >= most) return false;
    if (messenger.openUntil === undefined) return true;
    const until = messenger.openUntil(received);
    return until !== null && until > now;
  };
  return {
    isOpen,
    messenger: ({ channel }: Place) => byName.get(channel) ?? null,
    count: ({ channel }: Place) => counted.set(channel, (counted.get(channel) ?? 0) + 1),
  };
}
