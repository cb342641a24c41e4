import { describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../../testing/prerequisites.ts';
import { readDocument } from '../readDocument.ts';
import { refusalOf } from '../refusal.testing.ts';
import { lockedTrailer, makePdf, scanPage, textPage } from './pdf.testing.ts';

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

    it('drops words beside the paper and words too small to see', async () => {
      const page = textPage(['Thay duoc']);
      const outside = 'BT /F1 12 Tf 72 1200 Td (ngoai le) Tj ET';
      const tiny = 'BT /F1 0.4 Tf 72 300 Td (ti hon) Tj ET';
      const raw = await read(makePdf([{ content: [page.content, outside, tiny].join('\n') }]));
      expect(raw.lines.map((line) => line.text)).toEqual(['Thay duoc']);
    });

    // pdf.js does not tell the colour of words.
    if (engine.name === 'poppler')
      it('drops white words on white and keeps them on dark ground', async () => {
        const page = textPage(['Thay duoc']);
        const onWhite = 'BT 1 1 1 rg /F1 12 Tf 72 500 Td (mau trang) Tj ET';
        const onDark = '0 0 0.4 rg 60 390 300 30 re f BT 1 1 1 rg /F1 12 Tf 72 400 Td (tren nen toi) Tj ET';
        const raw = await read(makePdf([{ content: [page.content, onWhite, onDark].join('\n') }]));
        expect(raw.lines.filter((line) => line.text !== '').map((line) => line.text)).toEqual([
          'Thay duoc',
          'tren nen toi',
        ]);
        expect(raw.warnings.join()).toContain('Đã bỏ chữ ẩn ở trang 1');
      });

    it('refuses scans on which nothing can be read but a stamp', async () => {
      const refusal = await refusalOf(() => read(makePdf([scanPage(stamp, 0)])));
      expect(refusal.code).toBe('file_unreadable');
      expect(refusal.sentence).toContain('không đọc được chữ nào');
    });

    it('reads a page whose letters fell apart from its picture', async () => {
      const torn = body.slice(0, 3).map((line) => [...line].join(' '));
      const raw = await read(makePdf([textPage(torn)]));
      expect(raw.warnings.join()).toContain('Trang 1 là ảnh quét, được máy nhận dạng chữ');
    });

    it('converts what legacy fonts left', async () => {
      const legacy = ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', '§éc lËp - Tù do - H¹nh phóc'];
      const raw = await read(makePdf([textPage(legacy)]));
      expect(raw.lines.map((line) => line.text).join(' ')).toContain('xã hội chủ nghĩa Việt Nam');
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
