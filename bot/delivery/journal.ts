import { appendFileSync, closeSync, existsSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { DatabaseLocation } from '../../config.ts';
import type { Json, MessengerName, ReceivedUpdate } from './messenger.ts';
import { setAside } from './refused.ts';

const entry = z.object({
  channel: z.enum(['telegram', 'zalo-bot', 'zalo-oa']),
  key: z.string(),
  chat: z.string(),
  update: z.json(),
});
type Entry = ReceivedUpdate & { readonly channel: MessengerName };

/**
 * A file before the inbox. The embedded database does one thing at a time, and storing a long document takes it seconds, while a
 * messenger waits two for its 200: an update is written down here and then acknowledged, and taken into the inbox when that is free.
 * What is here when the process ends is taken in by the next; what was taken in twice, the inbox knows.
 */
export type Journal = {
  /** Once it returns the updates outlive the process. Throws where they cannot be written. */
  readonly add: (channel: MessengerName, updates: readonly ReceivedUpdate[]) => void;
  /** Resolves when what was added so far is in the inbox, or `stop` ends the waiting. */
  readonly settled: () => Promise<void>;
  /** Takes nothing more in. What is left stays in the file. */
  readonly stop: () => Promise<void>;
};

export type JournalOptions = {
  readonly file: string;
  /** Stores updates in the inbox; repeats by itself what may work later. */
  readonly store: (channel: MessengerName, updates: readonly ReceivedUpdate[]) => Promise<void>;
  /** The inbox will never have an update; it is set aside in a file of its own. */
  readonly onError: (error: unknown) => void;
};

/** The journal of an embedded database stands in its folder; a server, which does many things at a time, needs none. */
export const journalOf = (database: DatabaseLocation): string | undefined =>
  database.engine === 'pglite' ? path.join(database.folder, 'inbox.jsonl') : undefined;

/** Updates that are stored at a time. */
const BATCH = 200;

/** Opens a journal and begins to take in what an earlier process left there. */
export function openJournal({ file, store, onError }: JournalOptions): Journal {
  const left = existsSync(file) ? readFileSync(file, 'utf8') : '';
  let waiting = readEntries(left);
  const handle = openSync(file, 'a', 0o600);
  let isCutOff = left !== '' && !left.endsWith('\n');
  /** All of it, or it throws; what follows a line that was cut off, by a kill or a full disk, is a line of its own. */
  const write = (lines: string) => {
    const whole = isCutOff ? `\n${lines}` : lines;
    isCutOff = true;
    appendFileSync(handle, whole);
    isCutOff = false;
  };
  let stopping = false;
  let draining: Promise<void> | null = null;

  /** How many of the next ones can be stored together. */
  const alike = (most: number) => {
    const other = waiting.findIndex(({ channel }) => channel !== waiting[0]?.channel);
    return waiting.slice(0, Math.min(most, other === -1 ? waiting.length : other));
  };

  const drain = async () => {
    let most = BATCH;
    for (let [first] = waiting; first !== undefined && !stopping; [first] = waiting) {
      const batch = alike(most);
      try {
        await store(first.channel, batch);
        most = BATCH;
      } catch (error) {
        if (stopping) break;
        if (batch.length > 1) {
          most = 1;
          continue;
        }
        onError(error);
        // One that is refused for ever must not keep the others out, nor be lost: on a full disk it stays here until more comes.
        try {
          setAside(file, first);
        } catch (full) {
          onError(full);
          break;
        }
      }
      waiting = waiting.slice(batch.length);
      if (waiting.length > 0) continue;
      ftruncateSync(handle, 0);
      isCutOff = false;
    }
    draining = null;
  };
  const wake = () => {
    if (waiting.length > 0 && !stopping) draining ??= drain();
  };
  wake();

  return {
    add(channel, updates) {
      if (stopping) throw new Error('the journal is closed');
      const entries = updates.map(({ key, chat, update }) => ({ channel, key, chat, update }));
      // In one write, so that all of them are there or, of a process that is killed meanwhile, some that were not acknowledged.
      write(entries.map(asLine).join(''));
      waiting.push(...entries);
      wake();
    },
    async settled() {
      while (draining !== null) await draining;
    },
    async stop() {
      stopping = true;
      while (draining !== null) await draining;
      closeSync(handle);
    },
  };
}

const asLine = (one: Entry) => `${JSON.stringify(one)}\n`;

/** The last line may have been cut off when a process was killed: it was not acknowledged and will be told again. */
function readEntries(text: string): Entry[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    const read = entry.safeParse(parsed(line));
    return read.success ? [{ ...read.data, update: read.data.update as Json }] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
