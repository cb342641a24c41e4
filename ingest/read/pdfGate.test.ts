import { describe, expect, it } from 'vitest';
import { gatePages } from './pdfGate.ts';
import type { PdfPage } from './pdfPage.ts';
import { refusalOf } from './refusal.testing.ts';

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
    whiteWords: 0,
    imageShare,
  };
}

const kept = (...pages: readonly PdfPage[]) => {
  const { pages: read, warnings } = gatePages(pages, 'mẫu.pdf');
  return { numbers: read.map(({ number }) => number), warnings };
};

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
  ])('is a scan where %s is all its text', async (_, text) => {
    for (const share of [1, 0.2, 0]) {
      const refusal = await refusalOf(() => kept(page(1, text, share), page(2, '', share)));
      expect(refusal.sentence).toContain('chưa đọc được văn bản quét');
    }
  });

  it('is left out with a warning where it has no text at all', () => {
    expect(kept(page(1, prose), page(2, ''), page(3, prose))).toEqual({
      numbers: [1, 3],
      warnings: ['Trang 2 không có chữ.'],
    });
  });
});
