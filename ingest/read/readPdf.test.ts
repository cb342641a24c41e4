import { describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { lockedTrailer, makePdf, scanPage, textPage } from './pdf.testing.ts';
import { readDocument } from './readDocument.ts';
import { refusalOf } from './refusal.testing.ts';

const words = 'the quick brown fox jumps over the lazy dog near the river bank';
const body = Array.from({ length: 8 }, (_, index) => `${index + 1}. ${words}`);
const stamp = ['Nguoi ky', 'Email: a@b.vn', 'Thoi gian: 28.04.2026'];

const engines = [
  { name: 'poppler', missing: leaveOut('pdftotext'), pdftotext: () => need('pdftotext') },
  { name: 'pdf.js', missing: false, pdftotext: () => null },
];

for (const engine of engines) {
  const read = (bytes: Uint8Array) => readDocument(bytes, 'mẫu.pdf', { pdftotext: engine.pdftotext() });

  describe.skipIf(engine.missing)(`a PDF read by ${engine.name}`, () => {
    it('gives its lines with their pages', async () => {
      const raw = await read(makePdf([textPage(['Trang so mot', 'dong hai']), textPage(['Trang so hai'])]));
      expect(raw.lines.filter((line) => line.role === 'line')).toEqual([
        { text: 'Trang so mot', page: 1, role: 'line' },
        { text: 'dong hai', page: 1, role: 'line' },
        { text: 'Trang so hai', page: 2, role: 'line' },
      ]);
      expect(raw.warnings).toEqual([]);
    });

    it('reads head columns one after the other and tables by rows', async () => {
      const at = (x: number, y: number, text: string) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`;
      const content = [
        at(90, 780, 'BO MAU'),
        at(300, 780, 'DANG CONG SAN'),
        at(90, 764, 'So: 5/2026'),
        at(320, 764, 'Doc lap'),
        at(80, 700, 'TT'),
        at(150, 700, 'Chuc danh'),
        at(350, 700, 'Bac'),
        at(80, 684, '1'),
        at(150, 684, 'Van thu'),
        at(350, 684, 'Ba'),
        at(150, 668, 'va luu tru'),
      ].join('\n');
      const raw = await read(makePdf([{ content }]));
      const shown = raw.lines.filter((line) => line.role !== 'blank').map((line) => line.text);
      expect(shown.slice(-2)).toEqual(['TT | Chuc danh | Bac', '1 | Van thu va luu tru | Ba']);
    });

    it('drops invisible text and says so', async () => {
      const page = textPage(['Thay duoc']);
      const hidden = textPage(['', '', 'khong thay'], 3);
      const raw = await read(makePdf([{ content: `${page.content}\n${hidden.content}` }]));
      expect(raw.lines.map((line) => line.text)).toEqual(['Thay duoc']);
      expect(raw.warnings.join()).toContain('Đã bỏ chữ ẩn ở trang 1');
    });

    it('refuses scans whose only text is a stamp', async () => {
      for (const page of [scanPage(), scanPage(stamp, 0)]) {
        const refusal = await refusalOf(() => read(makePdf([page, page])));
        expect(refusal.code).toBe('file_unreadable');
        expect(refusal.sentence).toContain('chưa đọc được văn bản quét');
      }
    });

    it('refuses a document some pages of which are scans, naming them', async () => {
      const refusal = await refusalOf(() => read(makePdf([textPage(body), scanPage(), scanPage()])));
      expect(refusal.sentence).toContain('có trang 2–3 là ảnh quét');
    });

    it('leaves out one scanned signature page at the end, with a warning', async () => {
      const raw = await read(makePdf([textPage(body), textPage(body), textPage(body), scanPage(stamp, 0)]));
      expect(raw.lines.some((line) => line.page === 4)).toBe(false);
      expect(raw.warnings.join()).toContain('Trang 4 là ảnh quét');
    });

    it('takes the good text layer of a recognised scan, with a warning', async () => {
      const raw = await read(makePdf([scanPage(body)]));
      expect(raw.lines.filter((line) => line.role === 'line')).toHaveLength(8);
      expect(raw.warnings.join()).toContain('máy nhận dạng');
    });

    it('refuses a text layer that fell apart into letters', async () => {
      const torn = body.map((line) => [...line].join(' '));
      expect((await refusalOf(() => read(makePdf([textPage(torn)])))).sentence).toContain('bị vỡ');
    });

    it('refuses legacy fonts by the letters they leave', async () => {
      const legacy = ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', '§éc lËp - Tù do - H¹nh phóc'];
      expect((await refusalOf(() => read(makePdf([textPage(legacy)])))).sentence).toContain('TCVN3');
    });

    it('refuses a file under a password', async () => {
      const refusal = await refusalOf(() => read(makePdf([textPage(body)], lockedTrailer)));
      expect(refusal.sentence).toContain('“mẫu.pdf” là PDF được đặt mật khẩu');
    });

    it('refuses a truncated file and one without words', async () => {
      const whole = makePdf([textPage(body)]);
      expect((await refusalOf(() => read(whole.subarray(0, whole.length - 100)))).sentence).toContain(
        'cắt cụt',
      );
      expect((await refusalOf(() => read(makePdf([{ content: '' }])))).sentence).toContain(
        'không có chữ nào',
      );
    });
  });
}
