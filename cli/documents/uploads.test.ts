import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decision } from '../../ingest/uploads/uploads.testing.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { runCli } from '../run.testing.ts';

const version = (days: string) =>
  decision({
    number: '715/2026/QĐ-UBND',
    articles: [`Thời lượng\n1. Mỗi năm, cán bộ phường Nam Lam học tối thiểu ${days} ngày.`],
  });

describe('a document on its way through the command line', () => {
  const engine = pgliteForTests();
  let folder: string;
  let data: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-cli-'));
    const location = await engine.migrated();
    data = location.engine === 'pglite' ? location.folder : '';
    await writeFile(path.join(folder, 'v1.txt'), version('05'));
    await writeFile(path.join(folder, 'v2.txt'), version('07'));
    await writeFile(path.join(folder, 'hong.pdf'), '%PDF-1.7 không phải PDF');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const cli = async (...args: readonly string[]) => runCli(folder, [...args, '--db', data]);

  it('is uploaded, corrected, published, followed by a version, compared, taken back, and all of it is logged', async () => {
    const first = await cli('upload', 'v1.txt', '--publish');
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('✓ Đã công bố Quyết định 715/2026/QĐ-UBND (số 1).');

    const second = await cli('upload', 'v2.txt', 'v1.txt', 'hong.pdf', '--json');
    expect(second.code).toBe(1);
    const { files } = JSON.parse(second.out);
    expect(files.map(({ status }: { readonly status: string }) => status)).toEqual([
      'review',
      'published',
      'failed',
    ]);
    const [draftId] = files[0].draftIds;

    const published = await cli('review', `${draftId}`, '--set', 'signer=', 'issued=20/3/2026', '--publish');
    expect(published.out).toContain('Thay cho bản cũ số 1');

    const difference = await cli('diff', '715/2026/QĐ-UBND');
    expect(difference.out).toContain(
      'khoản 1 Điều 1: “… Lam học tối thiểu 05 ngày.” → “… Lam học tối thiểu 07 ngày.”',
    );

    expect((await cli('unpublish', '715/2026/QĐ-UBND')).out).toMatch(
      /Đã gỡ Quyết định 715\/2026\/QĐ-UBND[\s\S]*cli republish 1/,
    );
    expect((await cli('republish', '1')).out).toContain(
      '✓ Đã công bố lại Quyết định 715/2026/QĐ-UBND (số 1).',
    );
    await rm(path.join(folder, 'hong.pdf'));
    expect((await cli('uploads')).out).toMatch(/#3 hong\.pdf[\s\S]*cli uploads --discard 3/);
    await cli('uploads', '--save', '#3', '--discard', '3');
    expect((await cli('uploads')).out).not.toContain('hong.pdf');
    expect(await readFile(path.join(folder, 'hong.pdf'), 'utf8')).toBe('%PDF-1.7 không phải PDF');
    expect(
      (await cli('log')).out.split('\n').map((line) => line.replace(/^.* – Người vận hành /, '')),
    ).toEqual([
      'bỏ hong.pdf (cli)',
      'công bố lại Quyết định 715/2026/QĐ-UBND (cli)',
      'gỡ Quyết định 715/2026/QĐ-UBND (cli)',
      'công bố Quyết định 715/2026/QĐ-UBND (cli)',
      'sửa Quyết định 715/2026/QĐ-UBND (cli)',
      'không đọc được hong.pdf (cli)',
      'gửi tệp hong.pdf (cli)',
      'đọc xong v2.txt (cli)',
      'gửi tệp v2.txt (cli)',
      'công bố Quyết định 715/2026/QĐ-UBND (cli)',
      'đọc xong v1.txt (cli)',
      'gửi tệp v1.txt (cli)',
      '',
    ]);
  }, 60_000);
});
