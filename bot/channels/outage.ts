import { setTimeout as sleep } from 'node:timers/promises';

/** A messenger's server, and who is told where it is not reached. */
export type MessengerServer = {
  /** Seconds that the server asks to wait, if it does. */
  readonly askedToWait: (error: unknown) => number | undefined;
  /** The sentence for an outage. */
  readonly offline: (error: unknown) => string;
  /** The sentence for its end. */
  readonly backOnline: string;
  /** Speaks to whoever runs the product. */
  readonly tell: (sentence: string) => void;
  readonly stopping: AbortSignal;
  /** Before the first repetition of what failed; each one after it waits twice as long. */
  readonly firstWaitMs: number;
};

/** A server that is not reached for a while. */
export type Outage = {
  /** Counts a failure, and tells of the outage once unless this one `isExplained` otherwise. */
  readonly count: (error: unknown, isExplained?: boolean) => void;
  /** Waits as long as the server asks, or longer after each failure. Ends at once when `stopping`. */
  readonly wait: (error: unknown) => Promise<void>;
  /** The server has answered. */
  readonly end: () => void;
};

const LONGEST_WAIT_MS = 60_000;
/** One lost connection is everyday; that many in a row are worth a word. */
const WORTH_A_WORD = 3;

/** Tells of an outage after `worthAWord` failures in a row, and of its end. */
export function watchOutage(server: MessengerServer, worthAWord: number = WORTH_A_WORD): Outage {
  const { tell, stopping, firstWaitMs } = server;
  let failures = 0;
  let isTold = false;
  return {
    count(error, isExplained = false) {
      failures += 1;
      if (isTold || isExplained || failures < worthAWord) return;
      tell(server.offline(error));
      isTold = true;
    },
    async wait(error) {
      const asked = server.askedToWait(error);
      const backoff = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
      const waitMs = asked === undefined ? backoff : asked * 1000;
      await sleep(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    },
    end() {
      if (isTold) tell(server.backOnline);
      isTold = false;
      failures = 0;
    },
  };
}
