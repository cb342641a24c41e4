import type { Worker } from 'node:worker_threads';
import { KnownError } from '../../errors.ts';
import { engineCrashed, engineOutOfDisk } from '../problems.ts';
import type { Result, Session } from '../session.ts';
import { type ErrorFields, SqlError, storeError } from '../sqlError.ts';
import { encodeParameter } from '../values.ts';
import type { Request, Response } from './protocol.ts';

/** The caller's end of the thread. Requests are answered in the order they are made. */
export type WorkerClient = Session & {
  /** Resolves when the engine has started; throws what kept it from starting. */
  readonly ready: Promise<void>;
  /** Whether nothing is under way, so that the files are at rest. */
  idle(): boolean;
  /** Stops the engine cleanly, then the thread. */
  close(): Promise<void>;
};

type Waiting = { readonly resolve: (result: Result) => void; readonly reject: (error: unknown) => void };

/** Speaks with a running thread. When the thread ends by itself, everything under way and everything later fails. */
export function connectWorker(worker: Worker): WorkerClient {
  const waiting = new Map<number, Waiting>();
  const started = Promise.withResolvers<void>();
  // Whoever opens the engine waits for `ready`; where it fails before that, it must not count as unhandled.
  started.promise.catch(() => undefined);
  let dead: unknown = null;
  let nextId = 1;

  const fail = (error: unknown): void => {
    dead ??= error;
    started.reject(dead);
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  };

  worker.on('message', (response: Response) => {
    if (response.kind === 'ready') return started.resolve();
    if (response.kind === 'failed') {
      fail(endOfEngine(response.error));
      void worker.terminate();
      return;
    }
    const caller = waiting.get(response.id);
    waiting.delete(response.id);
    if (response.kind === 'done') {
      caller?.resolve({ rows: response.rows, command: response.command });
    } else {
      caller?.reject(storeError(thrownError(response.error)));
    }
  });
  worker.on('error', (error) => fail(engineCrashed(String(error))));
  worker.on('exit', (code) => fail(engineCrashed(`exit code ${code}`)));

  const ask = (request: (id: number) => Request): Promise<Result> => {
    if (dead !== null) return Promise.reject(dead);
    const id = nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    waiting.set(id, { resolve, reject });
    worker.postMessage(request(id));
    return promise;
  };

  return {
    ready: started.promise,
    idle: () => waiting.size === 0,
    run: async (sql, parameters = []) => {
      const encoded = parameters.map(encodeParameter);
      return ask((id) => ({ id, kind: 'run', sql, parameters: encoded }));
    },
    script: async (sql) => (await ask((id) => ({ id, kind: 'script', sql }))).rows,
    discard: () => undefined,
    close: async () => {
      await ask((id) => ({ id, kind: 'close' })).catch(() => undefined);
      await worker.terminate();
    },
  };
}

function thrownError(fields: ErrorFields): Error {
  return Object.assign(new Error(fields.message), fields);
}

function endOfEngine(fields: ErrorFields): unknown {
  const error = storeError(thrownError(fields));
  if (error instanceof KnownError && error.code === 'disk_full') return engineOutOfDisk(fields.message);
  return error instanceof SqlError ? engineCrashed(fields.message) : error;
}
