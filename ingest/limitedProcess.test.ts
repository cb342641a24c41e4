import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IngestLimits } from '../config.ts';
import { type Outcome, runLimited } from './limitedProcess.ts';

const megabyte = 1024 * 1024;
const limits: IngestLimits = {
  fileBytes: megabyte,
  timeoutMs: 20_000,
  memoryBytes: 400 * megabyte,
  outputBytes: megabyte,
};

let folder = '';
let count = 0;

async function run(source: string, own: Partial<IngestLimits> = {}, input = ''): Promise<Outcome> {
  count += 1;
  const script = path.join(folder, `child${count}.mjs`);
  await writeFile(script, `import { writeSync } from 'node:fs';\n${source}`);
  return runLimited(script, [Buffer.from(input)], { ...limits, ...own });
}

const said = (outcome: Outcome) =>
  outcome.kind === 'done' ? new TextDecoder().decode(outcome.output) : JSON.stringify(outcome);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'limited-test-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A killed process that nobody has waited for yet is still in the table, as a zombie. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}

describe('a process held to limits', () => {
  it('gets its input and hands back what it writes to descriptor 3, chatter apart', async () => {
    const outcome = await run(
      `process.stdin.once('data', (data) => { console.log('chatter'); writeSync(3, 'got ' + data); process.exit(0); });`,
      {},
      'bytes',
    );
    expect(said(outcome)).toBe('got bytes');
  });

  it('sees none of our secrets, and a home of its own', async () => {
    process.env.TELEGRAM_BOT_TOKEN = 'secret';
    try {
      const outcome = await run(`writeSync(3, JSON.stringify(process.env)); process.exit(0);`);
      const env: Record<string, string> = JSON.parse(said(outcome));
      expect(Object.keys(env)).not.toContain('TELEGRAM_BOT_TOKEN');
      expect(Object.keys(env)).not.toContain('DATABASE_URL');
      expect(env.HOME).toBe(env.TMPDIR);
      expect(existsSync(env.TMPDIR ?? '')).toBe(false);
    } finally {
      delete process.env.TELEGRAM_BOT_TOKEN;
    }
  });

  it('is stopped when its time is over', async () => {
    const outcome = await run('setInterval(() => {}, 1000);', { timeoutMs: 300 });
    expect(outcome).toEqual({ kind: 'breach', limit: 'time' });
  });

  it('is stopped when it loops without a pause', async () => {
    const outcome = await run('for (;;);', { timeoutMs: 300 });
    expect(outcome).toEqual({ kind: 'breach', limit: 'time' });
  });

  it.skipIf(process.platform !== 'linux')(
    'is waited for while it reads scans and others leave it no processor, though not for ever',
    async () => {
      const reading = `writeSync(3, '{"progress":{"done":0,"all":1}}\\n');`;
      const starved = { timeoutMs: 2000 };
      const late = await run(
        `${reading} setTimeout(() => { writeSync(3, 'late'); process.exit(0); }, 2500);`,
        starved,
      );
      expect(said(late)).toBe('late');
      const never = await run(`${reading} setInterval(() => {}, 1000);`, { timeoutMs: 300 });
      expect(never).toEqual({ kind: 'breach', limit: 'time' });
      const busy = await run(`${reading} for (;;);`, { timeoutMs: 300 });
      expect(busy).toEqual({ kind: 'breach', limit: 'time' });
    },
  );

  it('is stopped when its heap grows too large', async () => {
    const outcome = await run('const a = []; for (;;) a.push(new Array(1000).fill({}));');
    expect(outcome).toEqual({ kind: 'breach', limit: 'memory' });
  });

  it.skipIf(process.platform !== 'linux')(
    'is stopped when memory outside its heap grows too large',
    async () => {
      const outcome = await run(
        'const a = []; setInterval(() => a.push(Buffer.alloc(20 * 1024 * 1024, 1)), 20);',
      );
      expect(outcome).toEqual({ kind: 'breach', limit: 'memory' });
    },
  );

  it.skipIf(process.platform !== 'linux')('answers for the memory of what it starts', async () => {
    const outcome = await run(
      `import { spawn } from 'node:child_process';
       spawn(process.execPath, ['-e', 'const a = []; setInterval(() => a.push(Buffer.alloc(20 << 20, 1)), 20);']);
       setInterval(() => {}, 1000);`,
    );
    expect(outcome).toEqual({ kind: 'breach', limit: 'memory' });
  });

  it.each(['3', '1', '2'])('is stopped when it floods descriptor %s', async (descriptor) => {
    const outcome = await run(`for (;;) writeSync(${descriptor}, 'x'.repeat(50_000));`);
    expect(outcome).toEqual({ kind: 'breach', limit: 'output' });
  });

  it('is told apart when it crashes or is killed', async () => {
    const crashed = await run(`throw new Error('broken on purpose');`);
    expect(crashed.kind).toBe('crashed');
    expect(JSON.stringify(crashed)).toContain('broken on purpose');
    expect((await run(`process.kill(process.pid, 'SIGKILL');`)).kind).toBe('crashed');
  });

  it('ends while it ignores a large input', async () => {
    expect((await run('process.exit(0);', {}, 'x'.repeat(5 * megabyte))).kind).toBe('done');
  });

  it.skipIf(process.platform === 'win32')('takes its own children with it and leaves no file', async () => {
    const marker = path.join(folder, 'marker.json');
    const outcome = await run(
      `import { spawn } from 'node:child_process';
       import { writeFileSync } from 'node:fs';
       const { pid } = spawn('sleep', ['60'], { stdio: 'ignore' });
       writeFileSync('left-behind', 'x');
       writeFileSync(${JSON.stringify(marker)}, JSON.stringify({ pid, folder: process.cwd() }));
       for (;;) writeSync(3, 'x'.repeat(50_000));`,
    );
    expect(outcome).toEqual({ kind: 'breach', limit: 'output' });
    const child: { readonly pid: number; readonly folder: string } = JSON.parse(
      await readFile(marker, 'utf8'),
    );
    await expect.poll(() => isRunning(child.pid)).toBe(false);
    expect(existsSync(child.folder)).toBe(false);
  });
});
