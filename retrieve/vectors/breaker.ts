/** What a breaker tells of: that it rests from now on, and that all is well again. */
export type BreakerReport = {
  readonly onRest: (error: unknown, restMs: number) => void;
  readonly onRecovery: () => void;
};

export type Breaker = {
  /** The result of `work`, or `null` where it failed or the breaker rests and does not even try. */
  readonly attempt: <T>(work: () => Promise<T>) => Promise<T | null>;
};

const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 300_000;

/**
 * Keeps callers from waiting for a service that fails: after so many failures in a row (two) nobody calls it for a while;
 * then one caller tries, and the rest doubles each time this fails too.
 */
export function createBreaker(
  report: BreakerReport,
  { failures: most = 2, now = Date.now }: { readonly failures?: number; readonly now?: () => number } = {},
): Breaker {
  let failures = 0;
  let restMs = FIRST_REST_MS;
  let restUntil = 0;
  let trying = false;
  const resting = () => failures >= most;
  return {
    async attempt(work) {
      const probe = resting();
      if (probe && (trying || now() < restUntil)) return null;
      if (probe) trying = true;
      try {
        const result = await work();
        if (resting()) report.onRecovery();
        failures = 0;
        restMs = FIRST_REST_MS;
        return result;
      } catch (error) {
        failures += 1;
        // Of several that were under way when it failed, the first one has told.
        if (failures === most || probe) {
          restUntil = now() + restMs;
          report.onRest(error, restMs);
          restMs = Math.min(2 * restMs, LONGEST_REST_MS);
        }
        return null;
      } finally {
        if (probe) trying = false;
      }
    },
  };
}
