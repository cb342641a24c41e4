import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** What a process that was told to open a folder says about it. */
export type OpenerReport =
  | { readonly state: 'open' }
  | { readonly state: 'failed'; readonly code: string; readonly sentence: string; readonly message: string }
  | { readonly state: 'ended'; readonly exitCode: number | null };

export type Opener = {
  readonly process: ChildProcess;
  readonly pid: number;
  /** What it says next: at first whether it could open the folder. */
  next(): Promise<OpenerReport>;
  /** Closes the database; the process then has to end by itself. */
  close(): void;
  /** Resolves with the exit code; `null` after a kill. */
  readonly ended: Promise<number | null>;
};

const OPEN = new URL('../open.ts', import.meta.url).href;

/** A process of its own that opens `folder`, says so, and closes it again when it is told to. */
export function startOpener(folder: string, options: { readonly script?: string } = {}): Opener {
  const script =
    options.script ??
    `
    import { openDatabase } from ${JSON.stringify(OPEN)};
    const say = (value) => process.stdout.write(JSON.stringify(value) + '\\n');
    try {
      const database = await openDatabase({ engine: 'pglite', folder: ${JSON.stringify(folder)} });
      await database.query('select 1');
      process.stdin.once('data', async () => { await database.close(); process.stdin.destroy(); });
      say({ state: 'open' });
    } catch (error) {
      say({ state: 'failed', code: error.code, sentence: error.sentence, message: error.message });
      process.stdin.destroy();
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on('error', () => undefined);
  return {
    process: child,
    pid: child.pid ?? 0,
    ended,
    close: () => child.stdin.write('close\n'),
    async next() {
      const { value, done } = await lines.next();
      return done === true ? { state: 'ended', exitCode: await ended } : JSON.parse(value);
    },
  };
}
