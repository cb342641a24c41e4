import { describe, expect, it } from 'vitest';
import type { OcrWord } from '../engine/ocrEngine.ts';
import { withoutIncomingStamp } from './incomingStamp.ts';

const page = { height: 2600, dpi: 225 };

function row(text: string, left: number, top: number, confidence = 95): readonly OcrWord[] {
  return text.split(' ').map((word, index) => ({
    text: word,
    left: left + index * 90,
    right: left + index * 90 + 80,
    top,
    bottom: top + 30,
    confidence,
    line: top,
  }));
}

const head = [...row('BỘ MẪU', 250, 200), ...row('Số: 12/BM-VP', 250, 320)];
const kept = (...words: readonly OcrWord[]) =>
  withoutIncomingStamp(words, page)
    .map((word) => word.text)
    .join(' ');

describe('the stamp of a receiving office', () => {
  it('is left out with its title, fields and handwriting', () => {
    const stamp = [
      ...row('VĂN PHÒNG MẪU', 1100, 420),
      ...row('ĐẾN Giờ:.......', 1100, 480),
      ...row('Ngày:....28/4...', 1190, 530),
      ...row('2O26', 1290, 530, 40),
    ];
    expect(kept(...head, ...stamp, ...row('Kính gửi: Sở Nội vụ', 250, 700))).toBe(
      'BỘ MẪU Số: 12/BM-VP Kính gửi: Sở Nội vụ',
    );
  });

  it('is left out with a title longer than its fields', () => {
    const stamp = [
      ...row('CỔNG THÔNG TIN MẪU CỦA TỈNH', 200, 430),
      ...row('ĐẾN Giờ:.......', 200, 480),
      ...row('Ngày:....28/4...', 290, 530),
    ];
    expect(kept(...head, ...stamp, ...row('QUYẾT ĐỊNH', 900, 430))).toBe('BỘ MẪU Số: 12/BM-VP QUYẾT ĐỊNH');
  });

  it('is told by fields run into each other, where no reading has its word of arrival', () => {
    const stamp = [...row('VĂN PHÒNG MẪU', 1100, 420), ...row('Gờ......Ngày.224......', 1100, 480)];
    const other = row('Gử....©..Ngày...22......', 1104, 481);
    const seen = [...head, ...stamp, ...other];
    expect(withoutIncomingStamp([...head, ...stamp], page, seen)).toEqual(head);
  });

  it('does not take the beginning of a line beside it along', () => {
    const stamp = [...row('ĐẾN Giờ:.......', 200, 480), ...row('Ngày:....28/4...', 290, 530)];
    const title = row('Phê chuẩn kết quả bầu cử', 420, 530);
    expect(kept(...head, ...stamp, ...title)).toContain('Phê chuẩn kết quả');
  });

  it('is not seen in a day that several readings have', () => {
    const body = row('thời gian học là 05 ngày.', 250, 900);
    expect(withoutIncomingStamp(body, page, [...body, ...body, ...body])).toEqual(body);
    const form = row('Số:......../QĐ-BM', 250, 320);
    expect(withoutIncomingStamp(form, page, [...form, ...form, ...form])).toEqual(form);
  });

  it('is not seen in "chuyên" and "chuyển", though there are several', () => {
    const body = [
      ...row('ngạch chuyên viên và chuyên viên chính', 250, 900),
      ...row('chuyển về xã', 250, 940),
    ];
    expect(kept(...head, ...body)).toBe([...head, ...body].map(({ text }) => text).join(' '));
  });

  it('is not seen in the words of a letter', () => {
    const body = row('Từ nay ĐẾN ngày 30 tháng 6, sổ ghi: Ngày: 12', 250, 900);
    expect(kept(...head, ...body)).toContain('ĐẾN ngày 30');
  });
});
