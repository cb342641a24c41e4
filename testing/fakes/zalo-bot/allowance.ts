/** The basic tier's messages in a month. */
export const MONTHLY_QUOTA = 3000;

/** What the platform lets pass; how fast is not published. */
export type ZaloLimits = {
  readonly quota: number;
  /** Of all chats together: `burst` at once, then `perSecond`. */
  readonly rate?: { readonly burst: number; readonly perSecond: number };
};

export type Refused = { readonly description: string; readonly retryAfter: number | null };

export type Allowance = {
  /** `null` switches the limits off, as at the start. */
  readonly limit: (limits: ZaloLimits | null) => void;
  /** A message is to be sent: why not, or `null`. */
  readonly spend: () => Refused | null;
  readonly spent: () => number;
  /** The next month begins. */
  readonly renew: () => void;
  /** A place is to be left alone for that long. */
  readonly ask: (place: string, seconds: number) => void;
  /** It is not yet time for this place. */
  readonly isEarly: (place: string) => boolean;
};

/** A timer may fire a little before its time. */
const SLACK_MS = 5;

export function createAllowance(): Allowance {
  let limits: ZaloLimits | null = null;
  let spent = 0;
  let bucket = { left: 0, at: 0 };
  /** Until when which place is to be left alone. */
  const early = new Map<string, number>();
  return {
    limit(wanted) {
      limits = wanted;
      bucket = { left: wanted?.rate?.burst ?? 0, at: performance.now() };
    },
    spend() {
      if (limits !== null && spent >= limits.quota)
        return { description: 'Quota exceeded', retryAfter: null };
      if (limits?.rate !== undefined) {
        const { burst, perSecond } = limits.rate;
        const at = performance.now();
        bucket = { left: Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond), at };
        if (bucket.left < 1) {
          const retryAfter = Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
          return { description: 'Too Many Requests', retryAfter };
        }
        bucket.left -= 1;
      }
      spent += 1;
      return null;
    },
    spent: () => spent,
    renew: () => {
      spent = 0;
    },
    ask: (place, seconds) => {
      early.set(place, performance.now() + seconds * 1000);
    },
    isEarly(place) {
      const until = early.get(place);
      if (until === undefined) return false;
      if (performance.now() < until - SLACK_MS) return true;
      early.delete(place);
      return false;
    },
  };
}
