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
  /** Told whenever it turns out that the server takes us, or does not. */
  readonly onConnected?: (isConnected: boolean) => void;
};

/** A server that is not reached for a while. */
export type Outage = {
  /** Counts a failure, and tells of the outage once unless this one `isExplained` otherwise. */
  readonly count: (error: unknown, isExplained?: boolean) => void;
  /** Waits as long as the server asks, or longer after each failure. Ends at once when `stopping`. */
  readonly wait: (error: unknown) => Promise<void>;
  /**
   * Says why the server turns us away, once for as long as it does, and waits: minutes, longer each time, since somebody has to mend
   * it. Ends at once when `stopping`.
   */
  readonly refused: (sentence: string) => Promise<void>;
  /** The server has answered. */
  readonly end: () => void;
};

const LONGEST_WAIT_MS = 60_000;
/** So many times the first wait where we are turned away: a minute, and at most half an hour. */
const FIRST_REFUSED = 60;
const LONGEST_REFUSED = 1800;
/** One lost connection is everyday; that many in a row are worth a word. */
const WORTH_A_WORD = 3;

/** Tells of an outage after `worthAWord` failures in a row, and of its end. */
export function watchOutage(server: MessengerServer, worthAWord: number = WORTH_A_WORD): Outage {
  const { tell, stopping, firstWaitMs, onConnected } = server;
  let failures = 0;
  let refusals = 0;
  let told: string | null = null;
  const say = (sentence: string) => {
    onConnected?.(false);
    if (told !== sentence) tell(sentence);
    told = sentence;
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: stopping }).catch(() => undefined);
  return {
    count(error, isExplained = false) {
      failures += 1;
      if (told !== null || isExplained || failures < worthAWord) return;
      say(server.offline(error));
    },
    async wait(error) {
      const asked = server.askedToWait(error);
      const backoff = Math.min(firstWaitMs * 2 ** Math.min(failures - 1, 20), LONGEST_WAIT_MS);
      const waitMs = asked === undefined ? backoff : asked * 1000;
      await pause(waitMs);
    },
    async refused(sentence) {
      say(sentence);
      const times = Math.min(FIRST_REFUSED * 2 ** Math.min(refusals, 20), LONGEST_REFUSED);
      refusals += 1;
      await pause(firstWaitMs * times);
    },
    end() {
      onConnected?.(true);
      if (told !== null) tell(server.backOnline);
      told = null;
      failures = 0;
      refusals = 0;
    },
  };
}
