import { describe, expect, it } from 'vitest';
import { rawText } from '../../testing/rawText.ts';
import { parseDirective } from '../parseDirective.ts';
import type { RawDocument, RawLine } from '../read/rawDocument.ts';
import { stopsBeforeItem } from './sentence.ts';

function textOf(raw: RawDocument): string {
  return parseDirective(raw, { fileName: 'x.txt' }).text;
}

function pages(...texts: readonly string[]): RawDocument {
  const lines = texts.flatMap((text, index): readonly RawLine[] => rawText(text, { page: index + 1 }).lines);
  return { format: 'pdf', lines, meta: {}, warnings: [] };
}

describe('a line that ends in "số"', () => {
  it.each(['về bồi dưỡng kỹ năng số', 'của Luật Lưu trữ số', 'phát triển hạ tầng số'])(
    'is whole where things are digital: %s',
    (line) => {
      expect(stopsBeforeItem(line)).toBe(false);
    },
  );
  it('goes on where a number must follow', () => {
    expect(stopsBeforeItem('theo Nghị định số')).toBe(true);
  });
});

describe('normalised text', () => {
  it('is NFC without invisible characters and with single spaces', () => {
    const messy = 'Quy\u00a0định\u200b về  \u00adhọc tập'.normalize('NFD');
    expect(textOf(rawText(messy))).toBe('Quy định về học tập');
  });

  it('joins lines that were wrapped, and leaves paragraphs apart', () => {
    const text = `
Điều 1. Trách nhiệm của thủ trưởng cơ quan, đơn vị trong việc cử cán bộ
đi học
1. Thủ trưởng cơ quan, đơn vị lập danh sách cán bộ cần đào tạo theo Quy
chế này và gửi Sở Nội vụ trước ngày 30 tháng 6.
Danh sách ghi rõ họ tên.
a) Cán bộ trẻ;
b) Cán bộ nữ.`;
    expect(textOf(rawText(text)).split('\n')).toEqual([
      'Điều 1. Trách nhiệm của thủ trưởng cơ quan, đơn vị trong việc cử cán bộ đi học',
      '1. Thủ trưởng cơ quan, đơn vị lập danh sách cán bộ cần đào tạo theo Quy chế này và gửi Sở Nội vụ trước ngày 30 tháng 6.',
      'Danh sách ghi rõ họ tên.',
      'a) Cán bộ trẻ;',
      'b) Cán bộ nữ.',
    ]);
  });

  it('joins a number that was broken behind its dash', () => {
    const text = 'Điều 1. Bãi bỏ khoản 2 Điều 1 Thông tư số 18/2025/TT-\nBNV ngày 13 tháng 3 năm 2025.';
    for (const gap of ['\n', '\n\n'])
      expect(textOf(rawText(text.replace('\n', gap)))).toBe(text.replace('-\n', '-'));
  });

  it('never joins what the format says are paragraphs', () => {
    const text = 'Cán bộ được cử đi học\nphải nộp chứng chỉ';
    expect(textOf(rawText(text, { role: 'paragraph' }))).toBe(text);
  });

  it('closes a sentence over a page break, without the page number and the running head', () => {
    const head = 'CÔNG BÁO/Số 11 + 12/Ngày 02-3-2026';
    const raw = pages(
      `${head}\nĐiều 1. Hồ sơ\nNgười học nộp hồ sơ tại cơ quan nơi mình đang công tác trong thời hạn`,
      `${head}\n2\n30 ngày kể từ ngày nhận quyết định; quá thời hạn đó thì phải nộp lại hồ sơ của`,
      `${head}\n3\nmình cho cơ quan cấp trên.`,
    );
    expect(textOf(raw)).toBe(
      'Điều 1. Hồ sơ\nNgười học nộp hồ sơ tại cơ quan nơi mình đang công tác trong thời hạn 30 ngày kể từ ngày nhận quyết định; quá thời hạn đó thì phải nộp lại hồ sơ của mình cho cơ quan cấp trên.',
    );
  });

  it('keeps numbers that are no page numbers', () => {
    expect(textOf(rawText('Điều 1. Bảng điểm\nĐiểm của các lớp:\n154\n87'))).toContain('154');
  });

  it('drops stamps, office notices and specks', () => {
    const text = `
© Cơ quan phát hành: VĂN PHÒNG MẪU
Người ký: VĂN PHÒNG MẪU
Email: vanphong@mau.example
Cơ quan: ỦY BAN MẪU
Thời gian ký: 26.06.2026 17:01:23 +07:00
Điều 1. Mở lớp.
|
œ
Điều 2. Hiệu lực từ ngày ký.`;
    expect(textOf(rawText(text))).toBe('Điều 1. Mở lớp.\nĐiều 2. Hiệu lực từ ngày ký.');
  });

  it('keeps clauses that begin with the words of a stamp', () => {
    const text = `Điều 1. Hợp đồng
Người ký hợp đồng phải hoàn trả kinh phí.
Ký bởi người không có thẩm quyền thì hợp đồng vô hiệu.
Văn bản được ký số theo quy định của pháp luật có giá trị như văn bản giấy.`;
    expect(textOf(rawText(text, { role: 'paragraph' }))).toBe(text);
  });

  it('shows a heading once that scanning doubled', () => {
    expect(textOf(rawText('Chương I\nQUY ĐỊNH CHUNG\n\nQUY ĐỊNH CHUNG\nĐiều 1. Mở lớp.'))).toBe(
      'Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Mở lớp.',
    );
  });

  it('drops the frame of a portal page and the pages that it links to', () => {
    const text = `
Trang chủ
Chuyên mục: Tin tức | Người đăng: Quản trị | Ngày đăng: 01/3/2026
Khai giảng lớp bồi dưỡng
Sáng nay lớp bồi dưỡng khai giảng tại hội trường lớn.
Họ tên:(*)
Mã xác nhận: ABC
Tin cùng chuyên mục
Giải bóng chuyền mùa xuân`;
    expect(textOf(rawText(text))).toBe(
      'Khai giảng lớp bồi dưỡng\nSáng nay lớp bồi dưỡng khai giảng tại hội trường lớn.',
    );
  });
});
