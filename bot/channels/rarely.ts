import type { ChannelLog } from './channelLog.ts';

const HOUR_MS = 3_600_000;

/** Lets what goes on for long be said when it begins, and then once an hour. */
export type Rarely = {
  /** How often it happened since it was last said, this time included; `null`: it was said lately. */
  readonly due: (what: string) => number | null;
  /** Everything has ended: the next time is a beginning. */
  readonly end: () => void;
};

/** @param now milliseconds */
export function createRarely(now: () => number): Rarely {
  const said = new Map<string, { at: number; since: number }>();
  return {
    due(what) {
      const at = now();
      const last = said.get(what);
      if (last !== undefined && at - last.at < HOUR_MS) {
        last.since += 1;
        return null;
      }
      // What did not happen for so long has ended without a word.
      for (const [other, { at: then }] of said) if (at - then >= 2 * HOUR_MS) said.delete(other);
      said.set(what, { at, since: 0 });
      return (last?.since ?? 0) + 1;
    },
    end: () => said.clear(),
  };
}

/**
 * A log that says the same of the same message (`outbox`) once an hour: one that waits for an operator is tried every minute, for days.
 * Warnings and errors, and what is of no message, are said each time.
 */
export function oncePerMessage(log: ChannelLog, now: () => number): ChannelLog {
  const rarely = createRarely(now);
  return {
    info(fields, message) {
      const outbox = 'outbox' in fields ? fields.outbox : undefined;
      const times = outbox === undefined ? 1 : rarely.due(`${String(outbox)} ${message}`);
      if (times !== null) log.info(times === 1 ? fields : { ...fields, times }, message);
    },
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
}
