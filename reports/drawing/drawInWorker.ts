import { Worker } from 'node:worker_threads';
import type { Scene } from './scene.ts';

/** What the worker is asked for, and what it answers. */
export type Drawing = { readonly id: number; readonly scene: Scene; readonly fontFiles: readonly string[] };
export type Drawn =
  | {
      readonly id: number;
      readonly png: Uint8Array<ArrayBuffer>;
      readonly width: number;
      readonly height: number;
    }
  | { readonly id: number; readonly error: string };

type Waiting = PromiseWithResolvers<Extract<Drawn, { png: Uint8Array }>>;

let worker: Worker | null = null;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Draws in a thread that is started at the first picture and kept. A thread that ended is started anew by the next one.
 *
 * @throws Error where the picture cannot be drawn, as where the renderer has no binary for this platform
 */
export function drawInWorker(scene: Scene, fontFiles: readonly string[]): Waiting['promise'] {
  worker ??= start();
  lastId += 1;
  worker.postMessage({ id: lastId, scene, fontFiles } satisfies Drawing);
  const answer: Waiting = Promise.withResolvers();
  waiting.set(lastId, answer);
  // A program that has nothing else to do waits for its pictures, and for nothing after them.
  worker.ref();
  return answer.promise;
}

function start(): Worker {
  const started = new Worker(new URL('./worker.ts', import.meta.url), { execArgv: [] });
  started.on('message', (drawn: Drawn) => {
    const answer = waiting.get(drawn.id);
    waiting.delete(drawn.id);
    if (waiting.size === 0) started.unref();
    if ('error' in drawn) answer?.reject(new Error(`a picture cannot be drawn: ${drawn.error}`));
    else answer?.resolve(drawn);
  });
  const fail = (error: Error): void => {
    if (worker !== started) return;
    worker = null;
    for (const answer of waiting.values()) answer.reject(error);
    waiting.clear();
  };
  started.on('error', (cause) => fail(new Error('the thread that draws pictures failed', { cause })));
  started.on('exit', (code) => fail(new Error(`the thread that draws pictures ended with code ${code}`)));
  return started;
}
