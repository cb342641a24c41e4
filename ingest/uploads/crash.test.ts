import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../config.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/open.ts';
import { QUEUE_SCHEMA } from '../../store/queue/queueSchema.ts';
import { forEachEngine } from '../../store/testing.ts';
import { listUploads } from '../../store/uploads/uploads.ts';
import { LIMITS, parseHere, untilStage } from './uploads.testing.ts';
import { startUploads, type Uploads } from './uploads.ts';

/** A process that takes two files in and begins to read them, killed while it is at that. */
async function killWhileReading(location: DatabaseLocation): Promise<void> {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { OPERATOR } from ${module('../../store/access/identity.ts')};
    import { openDatabase } from ${module('../../store/open.ts')};
    import { startUploads } from ${module('./uploads.ts')};
    import { decision, LIMITS } from ${module('./uploads.testing.ts')};
    const database = await openDatabase(${JSON.stringify(location)});
    const parse = () => {
      process.stdout.write('parsing\\n');
      return new Promise(() => undefined);
    };
    const uploads = await startUploads(database, { limits: LIMITS, onError: console.error, reading: { parse } });
    for (const name of ['a', 'b']) {
      const bytes = decision({ number: '901/2026/QĐ-UBND', articles: ['Một\\nMột điều ' + name + '.'] });
      await uploads.receive(OPERATOR, { fileName: name + '.txt', bytes, channel: 'web' });
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let begun = 0;
  for await (const _ of createInterface({ input: child.stdout })) {
    begun += 1;
    if (begun === 2) child.kill('SIGKILL');
  }
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error('the process ended by itself');
}

forEachEngine((engine) => {
  const opened: { readonly database: Database; readonly uploads: Uploads }[] = [];
  afterEach(async () => {
    for (const { database, uploads } of opened.splice(0)) {
      await uploads.stop();
      await database.close();
    }
  });

  /** The next process. A server notices by the heartbeat that the one before is dead: it is let be long ago. */
  const resume = async (location: DatabaseLocation, prepare: string) => {
    const database = await openDatabase(location);
    if (database.engine === 'postgres') {
      await database.query(`update ${QUEUE_SCHEMA}.job set heartbeat_on = now() - interval '1 hour'`);
    }
    await database.query(prepare);
    const left = await listUploads(database, OPERATOR);
    const uploads = await startUploads(database, {
      limits: LIMITS,
      superviseSeconds: 1,
      onError: (error) => {
        throw error;
      },
      reading: { parse: parseHere },
    });
    opened.push({ database, uploads });
    return { database, left };
  };

  it('what was being read when the process was killed is read by the next, or fails with a reason after its last try', async () => {
    const location = await engine.migrated();
    await killWhileReading(location);
    const { database, left } = await resume(
      location,
      `update ${QUEUE_SCHEMA}.job set retry_limit = retry_count where name = 'uploads' and data ->> 'fileName' = 'b.txt'`,
    );
    expect(left.map(({ stage }) => stage)).toEqual(['reading', 'reading']);
    const ended = async (name: string) => {
      const upload = left.find(({ fileName }) => fileName === name);
      return untilStage(database, OPERATOR, upload?.id ?? 0, ['review', 'failed']);
    };
    const read = await ended('a.txt');
    expect(read.drafts.map(({ header }) => header?.number)).toEqual(['901/2026/QĐ-UBND']);
    const failed = await ended('b.txt');
    expect(failed).toMatchObject({ stage: 'failed', drafts: [] });
    expect(failed.reason).toContain('bị dừng giữa chừng nhiều lần');
  });
});
