import { Worker } from 'node:worker_threads';
import { connectWorker, type WorkerClient } from './client.ts';
import { engineModule } from './engineModule.ts';
import type { WorkerData } from './protocol.ts';

/** Starts the engine's thread on a folder of its files; an empty folder becomes a new database. */
export function startWorker(dataFolder: string): WorkerClient {
  const workerData: WorkerData = { dataFolder, module: engineModule() };
  // Flags of the main program (a test runner's, an inspector's) are not meant for the engine.
  return connectWorker(new Worker(new URL('./worker.ts', import.meta.url), { workerData, execArgv: [] }));
}
