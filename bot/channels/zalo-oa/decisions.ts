import { neverReached } from '../networkFailures.ts';
import { OaRefusal } from './api.ts';

/** What to do about a call that failed. */
export type Decision =
  /** The access token is over: renew it once, call once more. */
  | { readonly kind: 'renew' }
  /** Nothing happened, and there is a time at which it may. `alarm`: whoever runs the product has to do something first. */
  | {
      readonly kind: 'wait';
      readonly until: 'minute' | 'quarter' | 'hour' | 'morning';
      readonly whom: 'chat' | 'channel';
      readonly alarm: Alarm | null;
    }
  /** Nothing happened; the same call may work soon. `mostTries`: after so many it is given up. */
  | { readonly kind: 'later'; readonly mostTries?: number }
  /** It will never be taken as it is; plainer words may be. */
  | { readonly kind: 'plainer' }
  /** This person will not get it, however it is said. `alarm` as above. */
  | { readonly kind: 'drop'; readonly alarm: Alarm | null }
  /** Nothing will arrive at this person any more. */
  | { readonly kind: 'gone' }
  /** It may have happened. */
  | { readonly kind: 'unsure' };

/** What whoever runs the product is told of. */
export type Alarm = 'quota' | 'money' | 'account' | 'template' | 'platform';

const renew: Decision = { kind: 'renew' };
const later: Decision = { kind: 'later' };
/** A quarter of an hour: it may be this message alone that fails, and others of its chat wait behind it. */
const failing: Decision = { kind: 'later', mostTries: 10 };
const plainer: Decision = { kind: 'plainer' };
const gone: Decision = { kind: 'gone' };
const unsure: Decision = { kind: 'unsure' };
const drop: Decision = { kind: 'drop', alarm: null };
const busy: Decision = { kind: 'wait', until: 'minute', whom: 'channel', alarm: null };
const atNight: Decision = { kind: 'wait', until: 'morning', whom: 'chat', alarm: null };
const usedUp: Decision = { kind: 'wait', until: 'hour', whom: 'channel', alarm: 'quota' };
const unpaid: Decision = { kind: 'wait', until: 'hour', whom: 'channel', alarm: 'money' };
/** Waiting loses nothing: once the account is in order again, the answers leave. */
const outOfOrder: Decision = { kind: 'wait', until: 'quarter', whom: 'channel', alarm: 'account' };
const badTemplate: Decision = { kind: 'drop', alarm: 'template' };

/**
 * Every number that is known of Zalo's tables, those of the Official Account API first and those of templates (ZBS) below; by
 * the texts that go with them in its public documentation. Kept in one place because Zalo changes them without notice.
 */
const TABLE: readonly (readonly [Decision, ...number[]])[] = [
  // Invalid, expired or removed token; some endpoints write it without the sign or by the status.
  [renew, -216, -220, -401, 216, 401],
  // Too many calls in a minute, of the app or of the account.
  [busy, -32, 429],
  // An upload that is over (the next try uploads again); “send message failed”, without a reason.
  [failing, -100, -200],
  // Invalid parameter, over a limit, a kind of message that is not taken here.
  [plainer, -201, -203, -207, -210, -233],
  [usedUp, -211],
  // Deleted account; app not active, not registered or removed; not verified, not authorised, package too small, wrong kind.
  [outOfOrder, -204, -205, -206, -209, -212, -219, -221, -223, -224, -235, -240, -242],
  // Does not follow, blocked invitations, gets too many, has not written in 7 days, refuses this kind of message.
  [drop, -213, -217, -218, -230, -232, -244],
  // Banned, or away from Zalo for 45 days.
  [gone, -227],
  [atNight, -234],
  [{ kind: 'drop', alarm: 'platform' }, -248],
  // No Zalo Cloud Account, or no money in it.
  [unpaid, -320, -321],

  [renew, -124],
  [unpaid, -115, -136, -137],
  // At night, or as many as a day allows.
  [atNight, -133, -144, -147],
  [gone, -118],
  [drop, -108, -110, -114, -119, -139, -140, -141, -1441, -1471, -1472],
  [badTemplate, -109, -111, -112, -113, -116, -117, -120, -125, -131, -132, -135, -138, -145, -146, -249],
  [badTemplate, -1121, -1122, -1124, -1131, -1351],

  // A gateway that does not answer in time may have passed the message on.
  [unsure, 408, 500, 502, 504],
  [later, 503],
];
const DECISIONS: ReadonlyMap<number, Decision> = new Map(
  TABLE.flatMap(([decision, ...codes]) => codes.map((code) => [code, decision] as const)),
);

/**
 * What to do about an error of a call. A number that nobody knows is a refusal like any other: the server did not do it and is not
 * asked the same again. What broke off on the way may have been done.
 */
export function decide(error: unknown): Decision {
  if (error instanceof OaRefusal) return DECISIONS.get(error.code) ?? plainer;
  return neverReached(error) ? later : unsure;
}

/** Seconds until the time that a `wait` names; `now` in milliseconds. */
export function secondsUntil(until: 'minute' | 'quarter' | 'hour' | 'morning', now: number): number {
  if (until === 'quarter') return 15 * 60;
  if (until === 'hour') return 60 * 60;
  // The server counts calls by the minute of the clock.
  if (until === 'minute') return 60 - Math.floor((now / 1000) % 60);
  // From 06:05 in Vietnam, which has no summer time: 23:05 UTC.
  const sinceMorning = (now / 1000 - 23 * 3600 - 5 * 60) % 86_400;
  return Math.ceil(86_400 - ((sinceMorning + 86_400) % 86_400));
}
