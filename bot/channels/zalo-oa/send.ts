import { z } from 'zod';
import type { SendOutcome } from '../../delivery/messenger.ts';
import { shortenLine } from '../shortenLine.ts';
import type { AccountCall } from './account.ts';
import { OA_PATHS, type OaPath } from './api.ts';
import { type Alarm, decide, secondsUntil } from './decisions.ts';
import { safeFailure } from './failures.ts';
import { contentOf, type OaMessage, plainer, TEMPLATE_LIMIT, uploadOf } from './outgoing.ts';
import { TokenTrouble } from './tokens.ts';

/** An approved template for what is said to people who have not written of late. */
export type NoticeTemplate = {
  readonly id: string;
  /** The name of its parameter that holds the words. */
  readonly field: string;
};

export type SendingOptions = {
  readonly call: AccountCall;
  /** When the person last wrote, in milliseconds; `null` where that is not known. */
  readonly heardAt: (chat: string) => Promise<number | null>;
  /** Whether the person has left the account. */
  readonly hasLeft: (chat: string) => Promise<boolean>;
  readonly noticeTemplate: NoticeTemplate | null;
  /** Messages between 48 hours and 7 days after the person's last are paid for; `false`: they are not sent. */
  readonly billable: boolean;
  /** Milliseconds. */
  readonly now: () => number;
  readonly onAlarm: (alarm: Alarm) => void;
  readonly onFailure: (error: unknown) => void;
};

export type SendMessage = (chat: string, message: OaMessage, stopping: AbortSignal) => Promise<SendOutcome>;

/** What takes longer is given up. */
const REQUEST_MS = 30_000;
const TOKEN_DEAD_SECONDS = 5 * 60;

const HOUR_MS = 3_600_000;
/** Free for that long after the person's last message, */
export const FREE_MS = 48 * HOUR_MS;
/** and possible at all for that long. */
export const OPEN_MS = 7 * 24 * HOUR_MS;

const idOf = z.union([z.string(), z.number()]).transform(String);
const uploaded = z.object({ attachment_id: idOf.optional(), token: idOf.optional() });
const shown = z.object({ message_id: idOf.optional().catch(undefined) });

/** Sends one message, and says what it came to. Never throws. */
export function createSending(options: SendingOptions): SendMessage {
  const { call, now, onAlarm, onFailure } = options;
  /** No call before that: the minute allows none. */
  let blockedUntil = 0;

  const outcomeOf = (error: unknown, message: OaMessage, isShowing: boolean): SendOutcome => {
    const { failure } = safeFailure(error);
    if (error instanceof TokenTrouble) {
      return error.isDead
        ? { kind: 'wait', seconds: TOKEN_DEAD_SECONDS, whom: 'channel' }
        : { kind: 'unreached', failure };
    }
    onFailure(error);
    const decision = decide(error);
    switch (decision.kind) {
      case 'renew':
        // Also the new token is refused.
        return { kind: 'wait', seconds: TOKEN_DEAD_SECONDS, whom: 'channel' };
      case 'wait': {
        if (decision.alarm !== null) onAlarm(decision.alarm);
        const seconds = secondsUntil(decision.until, now());
        if (decision.until === 'minute') blockedUntil = now() + seconds * 1000;
        return { kind: 'wait', seconds, whom: decision.whom };
      }
      case 'later':
        return { ...decision, kind: 'unreached', failure };
      case 'plainer':
        return { kind: 'refused', failure, instead: plainer(message) };
      case 'drop':
        if (decision.alarm !== null) onAlarm(decision.alarm);
        return { kind: 'refused', failure, instead: [] };
      case 'gone':
        return { kind: 'gone' };
      case 'unsure':
        // An upload shows nothing: it can be made again.
        return isShowing ? { kind: 'unsure', failure } : { kind: 'unreached', failure };
    }
  };

  const upload = async (message: OaMessage, patience: AbortSignal): Promise<string | null> => {
    const file = uploadOf(message);
    if (file === null) return null;
    const path = message.kind === 'image' ? OA_PATHS.uploadImage : OA_PATHS.uploadFile;
    const { data, remaining } = await call(path, { file }, patience);
    noteRemaining(remaining);
    const { attachment_id, token } = uploaded.parse(data);
    const key = message.kind === 'image' ? (attachment_id ?? token) : (token ?? attachment_id);
    if (key === undefined) throw new SyntaxError('the upload has no key');
    return key;
  };

  const noteRemaining = (remaining: number | null) => {
    if (remaining === 0) blockedUntil = now() + secondsUntil('minute', now()) * 1000;
  };

  return async (chat, message, stopping) => {
    const patience = () => AbortSignal.any([stopping, AbortSignal.timeout(REQUEST_MS)]);
    let isShowing = false;
    try {
      const blocked = blockedUntil - now();
      if (blocked > 0) return { kind: 'wait', seconds: Math.ceil(blocked / 1000), whom: 'channel' };
      const way = await wayTo(chat, message, options);
      if ('closed' in way) return { kind: 'refused', failure: way.closed, instead: [] };
      const key = await upload(message, patience());
      isShowing = true;
      const json = way.json ?? { recipient: { user_id: chat }, message: contentOf(message, key) };
      const { data, remaining } = await call(way.path, { json }, patience());
      noteRemaining(remaining);
      return { kind: 'sent', externalId: shown.safeParse(data).data?.message_id ?? null };
    } catch (error) {
      return outcomeOf(error, message, isShowing);
    }
  };
}

/**
 * How a message may be said at this time. An answer: as long as the person's last message allows it. A notice: as a free message
 * while that lasts, then by the approved template, then as a paid message; never to who has left.
 */
async function wayTo(
  chat: string,
  message: OaMessage,
  { heardAt, hasLeft, noticeTemplate: template, billable, now }: SendingOptions,
): Promise<{ readonly path: OaPath; readonly json: object | null } | { readonly closed: string }> {
  const isNotice = message.kind === 'notice';
  if (isNotice && (await hasLeft(chat))) return { closed: 'the person has left the account' };
  const heard = await heardAt(chat);
  // The server knows better where we do not; of its own accord nothing is tried.
  const age = heard === null ? (isNotice ? Number.POSITIVE_INFINITY : 0) : now() - heard;
  const free = { path: OA_PATHS.message, json: null };
  if (age <= FREE_MS) return free;
  if (isNotice && template !== null) {
    const words = shortenLine(message.text, TEMPLATE_LIMIT);
    const json = { user_id: chat, template_id: template.id, template_data: { [template.field]: words } };
    return { path: OA_PATHS.template, json };
  }
  if (age > OPEN_MS) return { closed: 'the person has not written in 7 days' };
  if (billable) return free;
  return { closed: 'the person has not written in 48 hours, and paid messages are switched off' };
}
