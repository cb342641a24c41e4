import type { EventEmitter } from 'node:events';

/** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited, and whatever the condition throws. */
export type Until = (what: string, condition: () => boolean) => Promise<void>;

/** For the fake `who`, which tells of calls by `changed`. */
export function createUntil(who: string, changed: EventEmitter): Until {
  return async (what, condition) => {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const check = () => {
      try {
        if (condition()) resolve();
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    // Some conditions depend on the bot alone, which makes no event here.
    const ticks = setInterval(check, 10);
    const patience = setTimeout(() => reject(new Error(`${who}: waited in vain for ${what}`)), 10_000);
    changed.on('call', check);
    check();
    try {
      await promise;
    } finally {
      clearInterval(ticks);
      clearTimeout(patience);
      changed.off('call', check);
    }
  };
}
