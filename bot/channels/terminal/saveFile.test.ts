import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveInto } from './saveFile.ts';

describe('keeping a file of a reply', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dat-chuan-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('never overwrites what is there', async () => {
    await writeFile(join(folder, 'hồ sơ.json'), 'cũ');
    const save = saveInto(folder);
    const paths = [
      await save('hồ sơ.json', Buffer.from('một')),
      await save('hồ sơ.json', Buffer.from('hai')),
    ];
    expect(paths.map((path) => basename(path))).toEqual(['hồ sơ (2).json', 'hồ sơ (3).json']);
    expect(await readFile(join(folder, 'hồ sơ.json'), 'utf8')).toBe('cũ');
    expect(await readFile(paths[1] ?? '', 'utf8')).toBe('hai');
  });

  it('stays in the folder and hides nothing, whatever the name', async () => {
    const save = saveInto(folder);
    for (const name of [
      '../../ngoài.txt',
      '/etc/passwd',
      '.bashrc',
      '..',
      '',
      'a\u0000\n*?.txt',
      'C:\\x.txt',
    ])
      await save(name, Buffer.from('x'));
    expect((await readdir(folder)).sort()).toEqual(
      ['C x.txt', 'a .txt', 'bashrc', 'etc passwd', 'ngoài.txt', 'tep', 'tep (2)'].sort(),
    );
  });

  it.skipIf(process.platform === 'win32')('lets nobody else read it', async () => {
    const path = await saveInto(folder)('hồ sơ.json', Buffer.from('x'));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('fails where the folder cannot be written', async () => {
    await expect(saveInto(join(folder, 'không có'))('a.txt', Buffer.from('x'))).rejects.toThrow('ENOENT');
  });
});
