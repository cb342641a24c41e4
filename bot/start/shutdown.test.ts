import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';

const module = new URL('./shutdown.ts', import.meta.url).href;
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
});

/** A program that stops by `createShutdown`; `source` adds its steps, and `say` prints. */
function program(source: string) {
  const text = `
    import { createShutdown } from ${JSON.stringify(module)};
    const say = (text) => console.log(text.trim());
    const shutdown = createShutdown(say);
    ${source}
    setInterval(() => {}, 1000);
    say('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', text], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  let printed = '';
  const watchers = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    for (const look of watchers) look();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const until = (words: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (printed.includes(words)) resolve();
      };
      watchers.add(look);
      look();
    });
  const lines = () => printed.trim().split('\n');
  return { send: (signal: NodeJS.Signals) => child.kill(signal), until, ended, lines };
}

const steps = ['database', 'web', 'telegram']
  .map((name) => `shutdown.add(async () => say('stopped ${name}'));`)
  .join('\n');

describe.skipIf(process.platform === 'win32')('stopping', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'at %s ends what was started, last first, and the program with 0',
    async (signal) => {
      const { send, until, ended, lines } = program(steps);
      await until('ready');
      send(signal);
      expect(await ended).toBe(0);
      expect(lines()).toEqual(['ready', 'Đang dừng…', 'stopped telegram', 'stopped web', 'stopped database']);
    },
  );

  it('goes on where a part does not stop cleanly, and says so', async () => {
    const { send, until, ended, lines } = program(
      `shutdown.add(async () => say('stopped database'));
       shutdown.add(() => Promise.reject(new Error('the web server hangs')));`,
    );
    await until('ready');
    send('SIGTERM');
    expect(await ended).toBe(0);
    expect(lines()).toContain('Có phần dừng chưa sạch: the web server hangs');
    expect(lines()).toContain('stopped database');
  });

  it('waits no longer when it is asked a second time', async () => {
    const { send, until, ended } = program(
      `shutdown.add(() => { say('hanging'); return new Promise(() => {}); });`,
    );
    await until('ready');
    send('SIGINT');
    await until('hanging');
    send('SIGINT');
    expect(await ended).toBe(130);
  });

  it('happens once, whoever asks, and tells that it has begun', async () => {
    const { ended, lines } = program(
      `${steps}
       say(String(shutdown.begun()));
       await Promise.all([shutdown.run(), shutdown.run()]);
       say(String(shutdown.begun()));
       process.exit(7);`,
    );
    expect(await ended).toBe(7);
    expect(lines()).toEqual(['false', 'stopped telegram', 'stopped web', 'stopped database', 'true']);
  });
});
