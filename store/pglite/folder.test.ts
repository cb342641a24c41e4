import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareFolder, removeLeftovers } from './folder.ts';
import { lockFolder } from './lock.ts';
import { ownIdentity } from './processes.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What a process writes when it takes the lock, that of this process but for `changes`. */
async function leave(name: string, changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const record = { token: 'of-before', ...(await ownIdentity()), socket: null, ...changes };
  await writeFile(path.join(folder, name), JSON.stringify(record));
}

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--eval', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  return child.pid ?? 0;
}

/** The names that stay after the leftovers are removed under the lock, but for those of the lock itself. */
async function kept(): Promise<readonly string[]> {
  const lock = await lockFolder(folder);
  await removeLeftovers(await prepareFolder(folder, true));
  const names = await readdir(folder);
  await lock.release();
  return names.filter((name) => name !== 'lock.json' && !name.startsWith('here-')).sort();
}

describe('what killed processes left in a folder', () => {
  it('goes: drafts and guards of locks, half-made databases', async () => {
    const pid = await deadPid();
    await leave('draft-1.json', { pid });
    await leave('lock.json.of-before', { pid });
    await leave('lock.json.of-before.of-the-guard', { boot: 'an earlier one' });
    await mkdir(path.join(folder, 'creating-1'));
    expect(await kept()).toEqual([]);
  });

  it('goes also where the process was killed before it had written', async () => {
    const file = path.join(folder, 'draft-2.json');
    await writeFile(file, '{"pid":');
    await utimes(file, new Date(), new Date(Date.now() - 3_600_000));
    expect(await kept()).toEqual([]);
  });

  it('stays while its process lives, or may live', async () => {
    await leave('draft-3.json');
    await leave('lock.json.of-another');
    await leave('draft-4.json', { hostname: 'may-khac', boot: 'its own' });
    await writeFile(path.join(folder, 'draft-5.json'), '');
    expect(await kept()).toEqual(['draft-3.json', 'draft-4.json', 'draft-5.json', 'lock.json.of-another']);
  });
});
