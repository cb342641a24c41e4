import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { getPriority, setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { IngestLimits } from '../config.ts';
import { READING_FOLDER } from './abandonedFolders.ts';
import { type ParseProgress, resultDescriptor } from './parseMessage.ts';
import { treeMemory, treeProcessorMs } from './processMemory.ts';
import { progressLines } from './progressLines.ts';

export type Outcome =
  | { readonly kind: 'done'; readonly output: Uint8Array }
  | { readonly kind: 'breach'; readonly limit: 'time' | 'memory' | 'output' }
  /** Ended by itself without finishing; `detail` is English, for the log. */
  | { readonly kind: 'crashed'; readonly detail: string };

/**
 * A scanned page takes seconds that a page of text does not: each page that the child says it has read gives it this
 * share of its time once more, up to so many times that time in all.
 */
const shareForPage = 1 / 3;
const mostTimes = 30;

/**
 * Where others leave a child that reads scans less than this share of one processor, its time is not over yet: a machine at
 * its limit would refuse good files. So many times as long at the most.
 */
const fairShare = 1 / 2;
const mostPatience = 4;

/** How much nicer than this process a child is: of a processor that both want it gets a third. */
const nicer = 5;
const nicest = 19;

const memoryPollMs = 100;
const megabyte = 1024 * 1024;

/**
 * Nothing of our own environment but what programs need to start: a hijacked parser finds no token and no database. The
 * service itself never has a compile cache, which such a parser could write to; tests, which start hundreds, name one.
 */
const KEPT = ['PATH', 'SystemRoot', 'windir', 'ComSpec', 'PATHEXT', 'NODE_COMPILE_CACHE'];

function bareEnvironment(folder: string): Record<string, string> {
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const places = { TMPDIR: folder, TEMP: folder, TMP: folder, HOME: folder, USERPROFILE: folder };
  return { ...Object.fromEntries(kept), ...places, LANG: 'C.UTF-8' };
}

/** The whole process group, so that helper programs end with their parent. */
function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

function watch(
  child: ChildProcess,
  limits: IngestLimits,
  onProgress: (progress: ParseProgress) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let received = 0;
    let complaint = '';
    let breach: 'time' | 'memory' | 'output' | null = null;
    const stop = (limit: 'time' | 'memory' | 'output') => {
      breach ??= limit;
      killTree(child);
    };
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received > limits.outputBytes) stop('output');
    };

    const start = performance.now();
    let timer: NodeJS.Timeout | null = setTimeout(() => stop('time'), limits.timeoutMs);
    const stopWhenServed = (allowed: number, wait: number) => {
      if (timer !== null) clearTimeout(timer);
      const mine = setTimeout(async () => {
        const served = child.pid === undefined ? null : await treeProcessorMs(child.pid);
        // It ended meanwhile, or told of another page.
        if (timer !== mine) return;
        const owed = served === null ? 0 : allowed * fairShare - served;
        const left = allowed * mostPatience - (performance.now() - start);
        if (owed <= 0 || left <= 0) stop('time');
        else stopWhenServed(allowed, Math.min(owed, left));
      }, wait);
      timer = mine;
    };
    const lines = progressLines((progress) => {
      const allowed = limits.timeoutMs * Math.min(mostTimes, 1 + progress.done * shareForPage);
      stopWhenServed(allowed, allowed - (performance.now() - start));
      onProgress(progress);
    });
    const result = child.stdio[resultDescriptor];
    if (isReadable(result))
      result.on('data', (chunk: Buffer) => {
        count(chunk);
        if (breach === null) output.push(lines(chunk));
      });
    child.stdout?.on('data', count);
    child.stderr?.on('data', (chunk: Buffer) => {
      count(chunk);
      if (complaint.length < 20_000) complaint += chunk.toString('utf8');
    });

    let polling = false;
    const poll = setInterval(async () => {
      if (polling || child.pid === undefined) return;
      polling = true;
      const bytes = await treeMemory(child.pid);
      polling = false;
      if (bytes !== null && bytes > limits.memoryBytes) stop('memory');
    }, memoryPollMs);
    const whenWeExit = () => killTree(child);
    process.once('exit', whenWeExit);
    const finish = (outcome: Outcome) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      clearInterval(poll);
      process.off('exit', whenWeExit);
      // A helper may outlive a child that ended by itself.
      killTree(child);
      resolve(outcome);
    };

    child.once('error', (error) => finish({ kind: 'crashed', detail: error.message }));
    child.once('close', (code, signal) => {
      if (breach !== null) finish({ kind: 'breach', limit: breach });
      else if (code === 0) finish({ kind: 'done', output: Buffer.concat(output) });
      else if (/heap out of memory|Array buffer allocation failed|bad_alloc/.test(complaint))
        finish({ kind: 'breach', limit: 'memory' });
      else finish({ kind: 'crashed', detail: `code ${code}, signal ${signal}: ${complaint.slice(-2000)}` });
    });
  });
}

/**
 * Runs a TypeScript module in a Node process of its own, in its own process group, with a bare environment and a
 * temporary folder that is gone afterwards. `input` comes to its standard input, which stays open as a lifeline: when
 * it closes, we are gone and the child should end. What it writes to descriptor 3 is the output, after lines of
 * progress, which `onProgress` hears.
 *
 * Held to its limits: wall time, resident memory of the child and all it starts (where the system tells; its
 * JavaScript heap everywhere), and the sum of all it writes.
 */
export async function runLimited(
  script: string,
  input: readonly Uint8Array[],
  limits: IngestLimits,
  onProgress: (progress: ParseProgress) => void = () => {},
): Promise<Outcome> {
  const folder = await mkdtemp(path.join(tmpdir(), READING_FOLDER));
  try {
    const heapMegabytes = Math.max(64, Math.floor((limits.memoryBytes / megabyte) * 0.7));
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${heapMegabytes}`, '--disable-warning=ExperimentalWarning', script],
      {
        cwd: folder,
        env: bareEnvironment(folder),
        detached: process.platform !== 'win32',
        windowsHide: true,
        stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      },
    );
    giveWay(child);
    // A child that dies before it has read everything is reported by its end, not by the broken pipe.
    child.stdin?.on('error', () => {});
    for (const part of input) child.stdin?.write(part);
    return await watch(child, limits, onProgress);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Somebody waits for an answer; nobody waits for a document as urgently. */
function giveWay({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, Math.min(nicest, getPriority() + nicer));
  } catch {
    // It is only a courtesy: a child that has ended already, or a system without it.
  }
}
