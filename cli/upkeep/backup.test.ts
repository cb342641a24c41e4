import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decision, LIMITS, parseHere, untilStage } from '../../ingest/uploads/uploads.testing.ts';
import { startUploads } from '../../ingest/uploads/uploads.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { openDatabase } from '../../store/open.ts';
import { forEachEngine } from '../../store/testing.ts';
import { storeUpload } from '../../store/uploads/uploads.ts';
import { runCli } from '../run.testing.ts';

const KEY = { BACKUP_KEY: 'bốn từ để kiểm thử' };

forEachEngine((engine) => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('backs up and restores, and a file that waited to be read then is read now', async () => {
    const [from, to] = [await engine.migrated(), await engine.untouched()];
    const place = (at: typeof from) => (at.engine === 'pglite' ? at.folder : at.url);
    const source = await openDatabase(from);
    const bytes = decision({ number: '716/2026/QĐ-UBND', articles: ['Thời lượng\nHọc 05 ngày.'] });
    const file = { hash: 'x', fileName: 'quyet-dinh.txt', bytes, channel: 'web', origin: null };
    const queued: number[] = [];
    const received = await storeUpload(source, OPERATOR, file, async (_, id) => {
      queued.push(id);
    });
    expect(received.status).toBe('accepted');
    await source.close();

    const written = await runCli(folder, ['backup', 'moi.bak', '--db', place(from)], KEY);
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('đã mã hóa') });
    expect((await stat(path.join(folder, 'moi.bak'))).mode & 0o077).toBe(0);
    const wrong = await runCli(folder, ['restore', 'moi.bak', '--db', place(to), '--json']);
    expect(JSON.parse(wrong.out)).toMatchObject({ error: { code: 'bad_config' } });
    const done = await runCli(folder, ['restore', 'moi.bak', '--db', place(to)], KEY);
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining('giống hệt') });

    const restored = await openDatabase(to);
    const errors: unknown[] = [];
    const uploads = await startUploads(restored, {
      limits: LIMITS,
      onError: (error) => errors.push(error),
      reading: { parse: parseHere },
    });
    const [id = 0] = queued;
    expect((await untilStage(restored, OPERATOR, id, ['review'])).drafts).toHaveLength(1);
    await uploads.stop();
    const missing = await runCli(folder, ['restore', 'khong-co.bak', '--db', place(to), '--json'], KEY);
    expect(missing.code).toBe(1);
    await restored.close();
    expect(errors).toEqual([]);
  });
});
