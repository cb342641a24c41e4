import { type MessengerServer, watchOutage } from './outage.ts';

export type Connecting = {
  /** One attempt; `patience` is for a call, or for several together. */
  readonly attempt: (patience: () => AbortSignal) => Promise<void>;
  /** What to tell where it will not work before somebody mends it; `null` where it may work soon. */
  readonly refusal: (error: unknown) => string | null;
  readonly server: MessengerServer;
  /** Called after each attempt that failed and is to be repeated. */
  readonly tried: () => void;
};

/** A carrier that blocks a messenger drops packets silently; the product must not wait a minute for that. */
const CONNECT_MS = 10_000;

/** Tries until an attempt succeeds; `false` when `stopping`. Never throws. */
export async function connect({ attempt, refusal, server, tried }: Connecting): Promise<boolean> {
  const { stopping } = server;
  // Who has just started the product is told at once.
  const outage = watchOutage(server, 1);
  while (!stopping.aborted) {
    try {
      await attempt(() => AbortSignal.any([stopping, AbortSignal.timeout(CONNECT_MS)]));
      server.onConnected?.(true);
      return true;
    } catch (error) {
      if (stopping.aborted) return false;
      const sentence = refusal(error);
      if (sentence !== null) {
        tried();
        await outage.refused(sentence);
        continue;
      }
      outage.count(error);
      tried();
      await outage.wait(error);
    }
  }
  return false;
}
