import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { connectWorker } from './client.ts';

/** A thread that answers by `script`, in the place of the engine. */
function scripted(script: string): Worker {
  const opening = "const { parentPort } = require('node:worker_threads');";
  return new Worker(`${opening}\n${script}`, { eval: true, execArgv: [] });
}

const READY = "parentPort.postMessage({ kind: 'ready' });";

describe('a thread that ends by itself', () => {
  it('fails everything that waits, and everything later, with what to do', async () => {
    const client = connectWorker(
      scripted(`${READY} let n = 0; parentPort.on('message', () => { if (++n === 3) process.exit(7); });`),
    );
    await client.ready;
    const calls = [client.run('select 1'), client.run('select 2'), client.script('select 3')];
    for (const outcome of await Promise.allSettled(calls)) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { code: 'database_unreachable', sentence: expect.stringContaining('khởi động lại') },
      });
    }
    expect(client.idle()).toBe(true);
    await expect(client.run('select 4')).rejects.toMatchObject({ code: 'database_unreachable' });
    await client.close();
  });

  it('by an error fails them with its words in the log', async () => {
    const client = connectWorker(
      scripted(
        `${READY} parentPort.on('message', () => { throw new Error('memory access out of bounds'); });`,
      ),
    );
    await expect(client.run('select 1')).rejects.toMatchObject({
      message: expect.stringContaining('memory access out of bounds'),
    });
    await client.close();
  });

  it('before it has started fails the start', async () => {
    const client = connectWorker(scripted("throw new Error('no such module');"));
    await expect(client.ready).rejects.toMatchObject({ code: 'database_unreachable' });
    await client.close();
  });

  it('after a panic is not asked again', async () => {
    const panic = "{ message: 'could not write', code: '53100', severity: 'PANIC' }";
    const client = connectWorker(
      scripted(`${READY} parentPort.on('message', ({ id }) => {
        parentPort.postMessage({ kind: 'refused', id, error: ${panic} });
        parentPort.postMessage({ kind: 'failed', error: ${panic} });
      });`),
    );
    await expect(client.run('insert')).rejects.toMatchObject({ code: 'disk_full' });
    await expect(client.run('select 1')).rejects.toMatchObject({
      code: 'disk_full',
      sentence: expect.stringContaining('khởi động lại'),
    });
    await client.close();
  });
});
