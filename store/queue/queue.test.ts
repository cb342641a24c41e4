import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { forEachEngine } from '../testing.ts';
import { type Queue, type QueueOptions, startQueue } from './queue.ts';
import { isQueueReady, prepareQueue, QUEUE_VERSION } from './queueSchema.ts';

type Data = { readonly id: number };

it('the version of the tables is the one that the package makes', () => {
  const manifest: { pgboss: { schema: number } } = createRequire(import.meta.url)('pg-boss/package.json');
  expect(QUEUE_VERSION).toBe(manifest.pgboss.schema);
});

forEachEngine((engine) => {
  let database: Database;
  const started: Queue<Data>[] = [];
  const errors: unknown[] = [];

  beforeEach(async () => {
    database = await engine.open();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((queue) => queue.stop()));
    expect(errors.splice(0)).toEqual([]);
  });

  const start = async (work: QueueOptions<Data>['work']): Promise<Queue<Data>> => {
    const onError = (error: unknown) => errors.push(error);
    const queue = await startQueue<Data>(database, { name: 'thu', work, onError });
    started.push(queue);
    return queue;
  };
  const until = async (holds: () => boolean) => {
    for (let turn = 0; turn < 200 && !holds(); turn += 1) await delay(50);
    expect(holds()).toBe(true);
  };

  it('its tables are there once a database is open, and making them again changes nothing', async () => {
    expect(await isQueueReady(database)).toBe(true);
    await prepareQueue(database);
    expect(await isQueueReady(database)).toBe(true);
  });

  it('does what was queued in a transaction that committed, once, whichever of two workers takes it', async () => {
    const done: number[] = [];
    const handle: QueueOptions<Data>['work']['handle'] = async ({ data }) => {
      done.push(data.id);
    };
    const queue = await start({ handle, giveUp: async () => undefined });
    await start({ handle, giveUp: async () => undefined });
    await database.transaction(async (tx) => {
      for (const id of [1, 2, 3]) await queue.send(tx, { id });
    });
    await expect(
      database.transaction(async (tx) => {
        await queue.send(tx, { id: 4 });
        throw new Error('not this one');
      }),
    ).rejects.toThrow('not this one');
    queue.wake();
    await until(() => done.length >= 3);
    expect(done.sort()).toEqual([1, 2, 3]);
  });

  it('work that throws is tried again', async () => {
    const tries: boolean[] = [];
    const queue = await start({
      handle: async ({ isLastTry }) => {
        tries.push(isLastTry);
        if (tries.length === 1) throw new Error('once');
      },
      giveUp: async () => undefined,
    });
    await database.transaction((tx) => queue.send(tx, { id: 1 }));
    queue.wake();
    await until(() => tries.length === 2);
    expect(tries).toEqual([false, false]);
  });
});
