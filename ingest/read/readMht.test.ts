import { describe, expect, it } from 'vitest';
import { readDocument } from './readDocument.ts';
import { refusalOf } from './refusal.testing.ts';

function saved(page: string, encoding: string): Buffer {
  return Buffer.from(
    [
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="ranh-gioi"',
      '',
      '--ranh-gioi',
      `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}`,
      '',
      page,
      '--ranh-gioi',
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: a.png',
      '',
      'iVBORw0KGgo=',
      '--ranh-gioi--',
      '',
    ].join('\r\n'),
  );
}

describe('a web page saved into one file', () => {
  it('is read as the page that it holds', async () => {
    const page = Buffer.from('<html><body><h1>Thông báo mẫu</h1><p>Lớp mở ngày 01/7/2026.</p></body></html>');
    const raw = await readDocument(saved(page.toString('base64'), 'base64'), 'trang.mht');
    expect(raw.format).toBe('mht');
    expect(raw.lines.map(({ text }) => text)).toEqual(['Thông báo mẫu', 'Lớp mở ngày 01/7/2026.']);
  });

  it('is refused when it holds none', async () => {
    const refusal = await refusalOf(() => readDocument(saved('', '8bit'), 'trang.mht'));
    expect(refusal.sentence).toContain('trang web lưu gộp');
  });
});
