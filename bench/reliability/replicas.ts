import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { DeliveryPoint } from '../../bot/delivery/points.ts';
import type { DatabaseLocation } from '../../config.ts';

/** What a process of the test is told when it starts. */
export type ReplicaOrders = {
  readonly database: DatabaseLocation;
  readonly apiRoot: string;
  readonly token: string;
  /** Takes updates by webhook at this address, served on a free port; `null`: asks for them. */
  readonly webhook: { readonly publicUrl: string; readonly secret: string } | null;
  /** `echo`: answers repeat the question; `product`: the whole core answers, from the samples. */
  readonly answers: 'echo' | 'product';
  /** Where the real server's allowances hold; otherwise there are none, so that ten thousand answers take minutes and not hours. */
  readonly limited?: boolean;
  /** A document that is ingested when `SIGUSR2` comes; `ingested` is printed when it can be searched. */
  readonly document?: string;
  /** Ends itself by SIGKILL when it passes this point for the `after`th time. */
  readonly killAt: { readonly point: DeliveryPoint; readonly after: number } | null;
};

/** A process that answers, and may be killed at any moment. */
export type Replica = {
  readonly pid: number;
  /** Where it takes webhooks; 0 where it asks for updates. */
  readonly port: number;
  readonly isAlive: () => boolean;
  readonly kill: () => void;
  /** Ingests the document of its orders. */
  readonly ingest: () => Promise<void>;
  /** Resolves when it has ended, however that was. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

const START_MS = 60_000;
const STOP_MS = 15_000;

/** Starts a process and waits until it answers. Throws what it said where it does not start. */
export async function startReplica(orders: ReplicaOrders): Promise<Replica> {
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, 'replica.ts'), JSON.stringify(orders)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => {
    said.push(chunk.toString('utf8'));
    if (said.length > 20) said.shift();
  });
  const ended = once(child, 'exit').then(() => undefined);
  const lines = createInterface({ input: child.stdout });
  const port = await readiness(lines, ended);
  if (port === null && child.signalCode !== 'SIGKILL') {
    child.kill('SIGKILL');
    throw new Error(`a replica did not start:\n${said.join('')}`);
  }
  return {
    pid: child.pid ?? 0,
    port: port ?? 0,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    kill: () => void child.kill('SIGKILL'),
    ended,
    async ingest() {
      const done = lineOf(lines, /^ingested (\d+)$/);
      child.kill('SIGUSR2');
      await Promise.race([done, ended]);
    },
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The port of `ready PORT`; `null` where the process ended before, or took too long. */
async function readiness(lines: Interface, ended: Promise<void>): Promise<number | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const late = setTimeout(() => resolve(null), START_MS);
  void ended.then(() => resolve(null));
  const port = await Promise.race([lineOf(lines, /^ready (\d+)$/), promise]);
  clearTimeout(late);
  return port;
}

/** The number in the first line that looks so. */
function lineOf(lines: Interface, pattern: RegExp): Promise<number> {
  return new Promise((resolve) => {
    const look = (line: string) => {
      const match = pattern.exec(line);
      if (match === null) return;
      lines.off('line', look);
      resolve(Number(match[1]));
    };
    lines.on('line', look);
  });
}
