import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { liveness, ownIdentity, startTime } from './processes.ts';

describe('a process', () => {
  it('is alive while it runs and dead when it has ended', async () => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    const pid = child.pid ?? 0;
    const identity = { ...(await ownIdentity()), pid, started: await startTime(pid) };
    expect(await liveness(identity)).toBe('alive');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await liveness(identity)).toBe('dead');
  });

  it('that has ended but that its parent has not noticed is dead', async () => {
    // The shell starts a child, then becomes a program that never asks how its children ended.
    const shell = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 30'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = (await once(shell.stdout, 'data')) as [Buffer];
    const pid = Number(output.toString());
    const identity = { ...(await ownIdentity()), pid, started: null };
    await expect.poll(() => liveness(identity)).toBe('dead');
    shell.kill('SIGKILL');
  });

  it('keeps one start time, that another process does not share', async () => {
    const first = await startTime(process.pid);
    expect(first).not.toBeNull();
    expect(await startTime(process.pid)).toBe(first);
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    expect(await startTime(child.pid ?? 0)).not.toBe(first);
    child.kill('SIGKILL');
  });

  it('has a start time by ps as well, where there is no /proc', async () => {
    const started = await startTime(process.pid, 'darwin');
    // Small containers have no ps: then the time is not known, which counts as alive.
    if (spawnSync('ps', ['-p', String(process.pid)]).status !== 0) return expect(started).toBeNull();
    expect(started).toMatch(/\d\d:\d\d:\d\d \d{4}$/);
    expect(await startTime(process.pid, 'darwin')).toBe(started);
  });

  it('of a number that nobody has has none', async () => {
    expect(await startTime(2 ** 30)).toBeNull();
    expect(await startTime(2 ** 30, 'darwin')).toBeNull();
  });
});
