import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATOR } from '../../store/access/identity.ts';
import type { Database } from '../../store/database.ts';
import { forEachEngine } from '../../store/testing.ts';
import { readDraftFile } from '../../store/uploads/console.ts';
import { rawZip } from '../read/rawZip.testing.ts';
import { readCard } from './review.ts';
import { decision, LIMITS, parseHere, untilStage } from './uploads.testing.ts';
import { startUploads, type Uploads } from './uploads.ts';

const admin = { ...OPERATOR, channel: 'web' } as const;

forEachEngine((engine) => {
  let database: Database;
  let uploads: Uploads;
  const errors: unknown[] = [];
  let clock = 0;

  beforeAll(async () => {
    database = await engine.open();
    uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => errors.push(error),
      reading: {
        parse: async (...file) => {
          if (file[1].startsWith('chậm')) clock += LIMITS.archiveMs;
          return parseHere(...file);
        },
        now: () => clock,
      },
    });
  });
  afterAll(async () => {
    await uploads.stop();
    expect(errors).toEqual([]);
  });

  const sent = async (fileName: string, bytes: Uint8Array) => {
    const received = await uploads.receive(admin, {
      fileName,
      bytes,
      channel: 'web',
      origin: { message: 5 },
    });
    if (received.status !== 'accepted') throw new Error(`not accepted: ${received.status}`);
    return untilStage(database, admin, received.uploadId, ['review', 'failed']);
  };
  const clause = 'Hiệu lực thi hành\nQuyết định này có hiệu lực từ ngày 01 tháng 4 năm 2026.';
  const made = (number: string) => decision({ number, articles: [clause] });

  it('makes a draft of each document in a letter and its archive, and tells what could not be taken out', async () => {
    const archive = rawZip([
      { name: 'một.txt', content: made('771/2026/QĐ-UBND') },
      { name: 'khóa.docx', content: 'x', flags: 0x801 },
      { name: 'hỏng.txt', content: 'x', checksum: 1 },
    ]);
    const letter = [
      'From: a@mau.vn\r\nTo: b@mau.vn\r\nSubject: x\r\nMIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="r"\r\n',
      '--r\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nKính gửi.',
      `--r\r\nContent-Type: application/zip; name="a.zip"\r\nContent-Disposition: attachment; filename="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${archive.toString('base64')}`,
      '--r--\r\n',
    ].join('\r\n');
    const upload = await sent('thư.eml', Buffer.from(letter));
    expect(upload.stage).toBe('review');
    expect(upload.drafts.map(({ fileName, state }) => [fileName, state])).toEqual([
      ['một.txt', 'draft'],
      ['khóa.docx', 'failed'],
      ['hỏng.txt', 'failed'],
    ]);
    expect(upload.drafts.map(({ reason }) => reason)).toEqual([
      null,
      expect.stringContaining('mật khẩu'),
      expect.stringContaining('bị hỏng'),
    ]);
    // What is wrong with one is looked for in what was sent.
    const whole = await readDraftFile(database, admin, upload.drafts[2]?.id ?? 0);
    expect(whole).toMatchObject({ fileName: 'thư.eml' });
    const card = await readCard(database, admin, upload.drafts[0]?.id ?? 0);
    expect(JSON.stringify(card)).toContain('chỉ là vài dòng');
  });

  it('keeps what was read of an archive that takes too long, and names the rest, which stays there to be read', async () => {
    const numbers = ['781/2026/QĐ-UBND', '782/2026/QĐ-UBND', '783/2026/QĐ-UBND'];
    const files = ['chậm 1.txt', 'chậm 2.txt', 'sau.txt'].map((name, at) => ({
      name,
      content: made(numbers[at] ?? ''),
    }));
    const upload = await sent('lâu.zip', rawZip(files));
    const [first, second, third] = upload.drafts;
    expect([upload.stage, first?.state, second?.reason, third?.state]).toEqual([
      'review',
      'draft',
      expect.stringContaining('“chậm 2.txt” trong “lâu.zip” chưa được đọc vì cả gói đã đọc quá 60 phút'),
      'failed',
    ]);
    const kept = await readDraftFile(database, admin, third?.id ?? 0);
    expect(Buffer.from(kept?.bytes ?? []).toString()).toContain('783/2026/QĐ-UBND');
    const alone = await sent('sau.txt', kept?.bytes ?? new Uint8Array());
    expect(alone.drafts[0]?.state).toBe('draft');
  });

  it('fails with a reason for an archive without any document', async () => {
    const upload = await sent('rỗng.zip', rawZip([{ name: '.DS_Store', content: 'x' }]));
    expect(upload).toMatchObject({
      stage: 'failed',
      reason: expect.stringContaining('không có văn bản nào'),
    });
  });
});
