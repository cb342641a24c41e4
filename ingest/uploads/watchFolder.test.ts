import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { listUploads } from '../../store/uploads/uploads.ts';
import { decision, LIMITS, parseHere } from './uploads.testing.ts';
import { startUploads } from './uploads.ts';
import { watchFolder } from './watchFolder.ts';

describe('a watched folder', () => {
  const engine = pgliteForTests();

  it('is emptied into done/ and failed/, with the reason beside what failed', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-watch-'));
    const database = await engine.open();
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const uploads = await startUploads(database, {
      limits: LIMITS,
      onError,
      reading: {
        parse: async (bytes, fileName, limits) => {
          if (fileName.startsWith('hong')) throw new KnownError('file_unreadable', 'Tệp bị hỏng.');
          return parseHere(bytes, fileName, limits);
        },
      },
    });
    const before = decision({ number: '801/2026/QĐ-UBND', articles: ['Một\nMột điều.'] });
    await writeFile(path.join(folder, 'truoc.txt'), before);
    const watching = await watchFolder(database, folder, { uploads, fileBytes: 5000, quietMs: 100, onError });
    await writeFile(path.join(folder, 'hong.txt'), 'x');
    await writeFile(path.join(folder, 'to.txt'), 'x'.repeat(6000));
    await writeFile(path.join(folder, '~$dang-mo.docx'), 'x');
    for (let turn = 0; turn < 200 && (await readdir(path.join(folder, 'failed'))).length < 4; turn += 1) {
      await delay(50);
    }
    for (let turn = 0; turn < 200 && (await readdir(path.join(folder, 'done'))).length < 1; turn += 1) {
      await delay(50);
    }
    await watching.stop();
    await uploads.stop();
    expect((await readdir(folder)).sort()).toEqual(['done', 'failed', '~$dang-mo.docx']);
    expect(await readdir(path.join(folder, 'done'))).toEqual(['truoc.txt']);
    expect((await readdir(path.join(folder, 'failed'))).sort()).toEqual([
      'hong.txt',
      'hong.txt.txt',
      'to.txt',
      'to.txt.txt',
    ]);
    expect(await readFile(path.join(folder, 'failed', 'hong.txt.txt'), 'utf8')).toBe('Tệp bị hỏng.\n');
    const [taken] = (await listUploads(database, OPERATOR)).filter(({ stage }) => stage === 'review');
    expect(taken).toMatchObject({ fileName: 'truoc.txt', channel: 'folder' });
    expect(errors).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('takes files in its folders, none behind a link, and what was saved again meanwhile as it is now', async () => {
    const outside = await mkdtemp(path.join(tmpdir(), 'dat-chuan-outside-'));
    const folder = path.join(outside, 'theo-doi');
    await mkdir(path.join(folder, 'phòng a', 'tháng 3'), { recursive: true });
    const database = await engine.open();
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const draft = path.join(folder, 'luu-lai.txt');
    const text = (number: string) => decision({ number, articles: ['Một\nMột điều.'] });
    let readings = 0;
    const uploads = await startUploads(database, {
      limits: LIMITS,
      onError,
      reading: {
        parse: async (bytes, fileName, limits) => {
          readings += 1;
          if (fileName === 'luu-lai.txt' && readings === 1) await writeFile(draft, text('0803/2026/QĐ-UBND'));
          return parseHere(bytes, fileName, limits);
        },
      },
    });
    await writeFile(draft, text('802/2026/QĐ-UBND'));
    const watching = await watchFolder(database, folder, { uploads, fileBytes: 5000, quietMs: 100, onError });
    const there = (...parts: readonly string[]) =>
      expect.poll(() => existsSync(path.join(folder, ...parts)), { timeout: 15_000 }).toBe(true);
    await there('done', 'luu-lai.txt');
    await writeFile(path.join(folder, 'phòng a', 'tháng 3', 'sau.txt'), text('804/2026/QĐ-UBND'));
    await writeFile(path.join(outside, 'mat-khau.txt'), 'riêng');
    await symlink(path.join(outside, 'mat-khau.txt'), path.join(folder, 'lien-ket.txt'));
    await symlink(outside, path.join(folder, 'ra-ngoai'));
    await there('done', 'phòng a', 'tháng 3', 'sau.txt');
    await there('failed', 'lien-ket.txt.txt');
    await there('failed', 'ra-ngoai.txt');
    await watching.stop();
    await uploads.stop();
    expect(await readFile(path.join(folder, 'done', 'luu-lai.txt'), 'utf8')).toContain('0803/2026');
    const read = (await listUploads(database, OPERATOR)).flatMap(({ drafts }) => drafts);
    expect(read.map(({ header }) => header?.number).sort()).toEqual([
      '0803/2026/QĐ-UBND',
      '802/2026/QĐ-UBND',
      '804/2026/QĐ-UBND',
    ]);
    expect(errors).toEqual([]);
    await rm(outside, { recursive: true });
  });
});
