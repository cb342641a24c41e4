import { describe, expect, it } from 'vitest';
import type { ScannedPage } from '../../ocr/readScan.ts';
import { refusalOf } from '../refusal.testing.ts';
import { gatePages, pagesToRecognise, pageVerdicts } from './pdfGate.ts';
import type { PdfPage } from './pdfPage.ts';

const stamp =
  'Người ký: CỔNG THÔNG TIN MẪU Email: mau@vidu.vn Cơ quan: VĂN PHÒNG MẪU Thời gian ký: 02.03.2026 15:49:15 +07:00';
const clause =
  'Người ký hợp đồng phải hoàn trả kinh phí đào tạo nếu tự ý bỏ học hoặc không phục vụ đủ thời gian đã cam kết với cơ quan cử đi học.';
const prose = Array.from({ length: 4 }, () => clause).join(' ');

function page(number: number, text: string, imageShare = 0): PdfPage {
  const words = text === '' ? [] : text.split(' ');
  return {
    number,
    width: 595,
    height: 842,
    words: words.map((word, index) => ({ text: word, left: index, right: index + 1, top: 0, bottom: 10 })),
    hiddenWords: [],
    whiteWords: [],
    imageShare,
  };
}

const spread = (text: string) => page(1, text).words;

function gated(pages: readonly PdfPage[], scans: Readonly<Record<number, ScannedPage>> = {}) {
  const given = new Map(Object.entries(scans).map(([number, scan]) => [Number(number), scan]));
  return gatePages(pages, pageVerdicts(pages), given, 'mẫu.pdf');
}

const kept = (...pages: readonly PdfPage[]) => {
  const { pages: read, warnings } = gated(pages);
  return { numbers: read.map(({ number }) => number), warnings };
};

const scan = (text: string, confidence = 93): ScannedPage => ({
  words: spread(text),
  width: 595,
  height: 842,
  confidence,
  tables: [],
  written: [],
});
const textOf = (words: readonly { readonly text: string }[]) => words.map((word) => word.text).join(' ');

describe('a page of a PDF', () => {
  it.each([
    ['one that begins with the words of a stamp', clause],
    ['one that names the signer in a form', `Người ký: Trần Văn Mẫu. ${prose}`],
    ['one in decomposed letters', prose.normalize('NFD')],
    ['a list of signers with their addresses', Array.from({ length: 12 }, () => stamp).join(' ')],
  ])('is read where it carries text: %s', (_, text) => {
    expect(kept(page(1, prose), page(2, text), page(3, prose))).toEqual({ numbers: [1, 2, 3], warnings: [] });
  });

  it('is read under a picture of the whole page too, with or without a stamp', () => {
    expect(kept(page(1, prose, 1), page(2, `${stamp} ${prose}`, 1)).numbers).toEqual([1, 2]);
  });

  it.each([
    ['one stamp', stamp],
    ['two stamps', `${stamp} ${stamp}`],
    ['a stamp of another maker', "Digitally signed by TRAN VAN MAU Date: 2026.03.02 15:49:15 +07'00'"],
  ])('is read from its picture where %s is all its text', (_, text) => {
    for (const share of [1, 0.2, 0]) {
      const pages = [page(1, text, share)];
      expect(pagesToRecognise(pages, pageVerdicts(pages)).map(({ number }) => number)).toEqual([1]);
      const { pages: read, warnings } = gated(pages, { 1: scan(prose) });
      expect(textOf(read[0]?.words ?? [])).toBe(prose);
      expect(warnings).toEqual([expect.stringContaining('Trang 1 là ảnh quét, được máy nhận dạng chữ')]);
    }
  });

  it('that could not be drawn is missed by name', async () => {
    const refusal = await refusalOf(() => gated([page(1, prose), page(2, stamp, 1)]));
    expect(refusal.sentence).toContain('có trang 2 là ảnh quét không mở được');
  });

  it('is marked for a person where its reading is doubtful', () => {
    expect(gated([page(1, '', 1)], { 1: scan(prose, 71) }).warnings.join()).toContain(
      'Trang 1 quét mờ hoặc lệch',
    );
  });

  it('is left out with a warning where it has no text at all', () => {
    expect(kept(page(1, prose), page(2, ''), page(3, prose))).toEqual({
      numbers: [1, 3],
      warnings: ['Trang 2 không có chữ.'],
    });
  });

  it('gives beside its words those of a picture that stands among them', () => {
    const own = page(1, prose, 0.3);
    const beside = {
      ...scan('Bảng kê'),
      words: spread('Bảng kê').map((word) => ({ ...word, top: 40, bottom: 50 })),
    };
    const { pages: read } = gated([own], {
      1: { ...beside, words: [...beside.words, ...own.words.slice(0, 5)] },
    });
    expect(textOf(read[0]?.words ?? [])).toBe(`${prose} Bảng kê`);
  });
});

describe('a text layer under a scan', () => {
  const layered = (text: string): PdfPage => ({ ...page(1, '', 1), hiddenWords: spread(text) });
  const other = Array.from({ length: 40 }, () => 'Miễn mọi học phí cho người nhà').join(' ');

  it('is taken where the picture says the same, marks aside', () => {
    const { pages: read, warnings } = gated([layered(prose)], { 1: scan(prose.replaceAll('ọ', 'o')) });
    expect(textOf(read[0]?.words ?? [])).toBe(prose);
    expect(warnings.join()).toContain('có lớp chữ do máy nhận dạng');
  });

  it('is left out as hidden text where the picture says something else', () => {
    const { pages: read, warnings } = gated([layered(other)], { 1: scan(prose) });
    expect(textOf(read[0]?.words ?? [])).toBe(prose);
    expect(warnings.join()).toContain('Đã bỏ chữ ẩn ở trang 1');
  });

  it('is compared on a spread of pages where there are many', () => {
    const pages = Array.from({ length: 100 }, (_, index) => ({ ...layered(prose), number: index + 1 }));
    const compared = pagesToRecognise(pages, pageVerdicts(pages));
    expect(compared.length).toBeGreaterThan(20);
    expect(compared.length).toBeLessThanOrEqual(40);
  });
});
