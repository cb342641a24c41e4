import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');
let folder: string;
const running = new Set<ChildProcess>();

type Started = {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  /** Waits until a text is printed; throws when the program ends before. */
  readonly until: (text: string | RegExp) => Promise<string>;
  readonly ended: Promise<number | null>;
};

/** Starts the product as `npm start` does. */
function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [path.join(root, 'bot/main.ts')], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: path.join(folder, 'db'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const until = async (text: string | RegExp) => {
    let over = false;
    void ended.then(() => {
      over = true;
    });
    for (;;) {
      const found = typeof text === 'string' ? printed.includes(text) : text.test(printed);
      if (found) return printed;
      if (over) throw new Error(`the program ended before it printed ${text}:\n${printed}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { process: child, printed: () => printed, until, ended };
}

const urlIn = (printed: string) => /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-start-'));
  return () => rm(folder, { recursive: true, force: true });
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

describe('npm start', () => {
  it('loads the samples the first time only, serves the chat, and stops cleanly at Ctrl-C', async () => {
    const first = start();
    const printed = await first.until('Ctrl-C');
    expect(printed).toContain('915-2026');
    const page = await fetch(urlIn(printed));
    expect(await page.text()).toContain('Đạt Chuẩn');
    const listed = await fetch(`${urlIn(printed)}/api/directives`);
    expect(listed.status).toBe(200);
    const before: unknown = await listed.json();
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = start();
    const again = await second.until('Ctrl-C');
    expect(again).not.toContain('915-2026');
    expect(await (await fetch(`${urlIn(again)}/api/directives`)).json()).toEqual(before);
    second.process.kill('SIGTERM');
    expect(await second.ended).toBe(0);
  });

  it('answers a question over HTTP as it is built, with the citation', async () => {
    const started = start();
    const url = urlIn(await started.until('Ctrl-C'));
    const response = await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({
        text: 'điều 1 quyết định 915/2026/QĐ-UBND',
        conversation: 'cuoc-tro-chuyen-thu-nghiem',
      }),
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = await response.text();
    expect(events).toContain('915/2026/QĐ-UBND');
    expect(events).toContain('"quoted"');

    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({
      ready: true,
      parts: { database: true, schema: true, queue: true },
    });
    const figures = await (await fetch(`${url}/metrics`)).text();
    expect(figures).toContain('dat_chuan_answers_total{channel="web",outcome="quoted"} 1');
    expect(figures).toContain('dat_chuan_accept_seconds_count{channel="web"} 1');
  });

  it('refuses a folder that a live process holds, in Vietnamese and English, and leaves that process alone', async () => {
    const holder = start();
    const url = urlIn(await holder.until('Ctrl-C'));
    const intruder = start();
    expect(await intruder.ended).toBe(1);
    expect(intruder.printed()).toContain(String(holder.process.pid));
    expect(intruder.printed()).toMatch(/in use|already/i);
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
  });

  it('says which port is in use and what to do', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, 'localhost', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const started = start({ PORT: String(port) });
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain(String(port));
    expect(started.printed()).toContain('PORT');
    blocker.close();
  });

  it('names a wrong setting without showing its value', async () => {
    const started = start({ TELEGRAM_BOT_TOKEN: 'khong-phai-ma' });
    expect(await started.ended).toBe(1);
    expect(started.printed()).toContain('TELEGRAM_BOT_TOKEN');
    expect(started.printed()).not.toContain('khong-phai-ma');
  });
});
