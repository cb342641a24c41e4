import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from './temporaryFolder.ts';

const { signal } = new AbortController();

let memory = '';
beforeAll(async () => {
  memory = await mkdtemp(path.join(os.tmpdir(), 'memory-'));
});
afterAll(() => rm(memory, { recursive: true, force: true }));

describe('the temporary folder of a run', () => {
  it('stands in memory where there is room, open to other accounts, and goes with all that is in it', async () => {
    const { folder, isInMemory, remove } = await temporaryFolder(signal, { memory, room: 1 });
    expect(isInMemory).toBe(true);
    expect(path.dirname(folder)).toBe(memory);
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
    await writeFile(path.join(folder, 'left'), 'behind');
    await remove();
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['there is no such place', { memory: '/nowhere/at/all', room: 1 }],
    ['there is too little room', { room: Number.MAX_SAFE_INTEGER }],
  ])('stands on the disk where %s', async (_, options) => {
    const { folder, isInMemory, remove } = await temporaryFolder(signal, { memory, ...options });
    expect(isInMemory).toBe(false);
    expect(path.dirname(folder)).toBe(os.tmpdir());
    await remove();
  });
});
