/** An allowance that fills up again: `burst` at once, then `perSecond`. */
export type Rate = { readonly burst: number; readonly perSecond: number };

export type RateLimits = { readonly chat: Rate; readonly group: Rate; readonly all: Rate };

/**
 * About one message a second in a chat after a few at once, 20 a minute in a group, 30 a second in all; with a little room, for
 * what leaves evenly does not arrive evenly.
 */
export const usualRates: RateLimits = {
  chat: { burst: 5, perSecond: 1 },
  group: { burst: 22, perSecond: 20 / 60 },
  all: { burst: 35, perSecond: 30 },
};

/** Calls that put or change a message. */
const COUNTED =
  /^(?:send(?!ChatAction|MessageDraft|RichMessageDraft)|editMessage|forwardMessage|copyMessage)/;
/** A timer may fire a little before its time. */
const SLACK_MS = 5;
/** What was on its way in other chats when a wait for all was asked for. */
const ON_ITS_WAY_MS = 100;

/** `isEarly`: the caller had been told to wait. `retryAfter` is `null` where the call passes all the same. */
export type Verdict = { readonly retryAfter: number | null; readonly isEarly: boolean };

export type Rates = {
  /** `null` switches them off. */
  readonly limit: (limits: RateLimits | null) => void;
  readonly meet: (method: string, chat: number | null, isGroup: boolean) => Verdict;
  /** A wait that a fault asked for: who does not obey it is noted and served. */
  readonly ask: (method: string, chat: number | null, seconds: number) => void;
};

type Bucket = { left: number; at: number };
type Ban = {
  readonly until: number;
  readonly since: number;
  readonly by: string;
  readonly refuses: boolean;
};

const PASS: Verdict = { retryAfter: null, isEarly: false };

export function createRates(now: () => number = () => performance.now()): Rates {
  let limits: RateLimits | null = null;
  const buckets = new Map<string, Bucket>();
  const bans = new Map<string, Ban>();

  /** What is left of an allowance now, filled up for the time since. */
  const fill = (key: string, { burst, perSecond }: Rate): Bucket => {
    const at = now();
    const bucket = buckets.get(key) ?? { left: burst, at };
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond);
    bucket.at = at;
    buckets.set(key, bucket);
    return bucket;
  };
  const placeOf = (method: string, chat: number | null) =>
    chat !== null && COUNTED.test(method) ? `chat ${chat}` : `${method} ${chat ?? ''}`;
  const ban = (key: string, seconds: number, by: string, refuses: boolean) => {
    const since = now();
    bans.set(key, { until: since + seconds * 1000, since, by, refuses });
  };

  return {
    limit: (wanted) => {
      limits = wanted;
      buckets.clear();
    },
    ask: (method, chat, seconds) => ban(placeOf(method, chat), seconds, placeOf(method, chat), false),
    meet(method, chat, isGroup) {
      const place = placeOf(method, chat);
      const counted = chat !== null && COUNTED.test(method);
      for (const key of counted ? [place, 'all'] : [place]) {
        const asked = bans.get(key);
        if (asked === undefined) continue;
        const left = asked.until - now();
        if (left > SLACK_MS) {
          const knew = asked.by === place || now() - asked.since > ON_ITS_WAY_MS;
          return { retryAfter: asked.refuses ? Math.ceil(left / 1000) : null, isEarly: knew };
        }
        bans.delete(key);
      }
      if (limits === null || !counted) return PASS;
      const own = fill(place, isGroup ? limits.group : limits.chat);
      const all = fill('all', limits.all);
      const [key, bucket, rate] =
        own.left < 1
          ? ([place, own, isGroup ? limits.group : limits.chat] as const)
          : (['all', all, limits.all] as const);
      if (bucket.left < 1) {
        const retryAfter = Math.max(1, Math.ceil((1 - bucket.left) / rate.perSecond));
        ban(key, retryAfter, place, true);
        return { retryAfter, isEarly: false };
      }
      own.left -= 1;
      all.left -= 1;
      return PASS;
    },
  };
}
