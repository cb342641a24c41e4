import { describe, expect, it } from 'vitest';
import { must, run } from './command.ts';

const { signal } = new AbortController();
const node = (script: string) => ['-e', script];

describe('running a command', () => {
  it('keeps what it prints and its exit code', async () => {
    const script = "console.log('một'); console.error('hai'); process.exitCode = 3;";
    expect(await run(process.execPath, node(script), { signal })).toEqual({
      code: 3,
      stdout: 'một\n',
      stderr: 'hai\n',
    });
  });

  it('lays variables over the environment and takes them away', async () => {
    const script = 'console.log(process.env.GIVEN, process.env.PATH)';
    const env = { GIVEN: 'yes', PATH: undefined };
    expect(await must(process.execPath, node(script), { signal, env })).toBe('yes undefined\n');
  });

  it('says what failed, with the end of its output', async () => {
    const script = "console.error('no room left'); process.exitCode = 7;";
    await expect(must(process.execPath, node(script), { signal })).rejects.toThrow(
      /failed with exit code 7:\nno room left/,
    );
  });

  it('counts a command that a signal ended as failed', async () => {
    const script = "process.kill(process.pid, 'SIGKILL')";
    expect((await run(process.execPath, node(script), { signal })).code).toBe(1);
  });

  it('ends the command when the run is interrupted', async () => {
    const interruption = new AbortController();
    const running = run(process.execPath, node('setInterval(() => undefined, 1000)'), {
      signal: interruption.signal,
    });
    interruption.abort();
    await expect(running).rejects.toThrow(/abort/i);
  });

  it('refuses a command that does not exist', async () => {
    await expect(run('no-such-command-here', [], { signal })).rejects.toThrow(/ENOENT|EACCES/);
  });
});
