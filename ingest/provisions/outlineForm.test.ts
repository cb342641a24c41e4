import { describe, expect, it } from 'vitest';
import { tree, words } from './tree.testing.ts';

describe('party form', () => {
  const text = `
ĐẢNG BỘ TỈNH LAM GIANG
ĐẢNG ỦY XÃ MẪU
*
Số 12-CTr/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Xã Mẫu, ngày 05 tháng 01 năm 2026
CHƯƠNG TRÌNH
Xây dựng đội ngũ cán bộ
I- MỤC TIÊU
1. Mục tiêu chung
- Nâng chất lượng cán bộ ở
- sở và ở xã.
- Giữ người giỏi.
2. Chỉ tiêu
2.1. Cử 30 người đi học.
2.2. 100% trưởng phòng có bằng đại học.
II- GIẢI PHÁP
1- Không dùng dấu chấm.
a) Rà soát;
b) Cử đi học:
- Tập trung;
- Từ xa.
III- TỔ CHỨC THỰC HIỆN
1. Đảng ủy chỉ đạo.
2. Ủy ban nhân dân xã bố trí kinh phí.
T/M BAN CHẤP HÀNH
BÍ THƯ
Lê Thị Mẫu`;

  it('has its rungs I. 1. 1.1. - a)', () => {
    expect(tree(text)).toEqual([
      'Phần I «MỤC TIÊU»',
      'Phần I > mục 1 «Mục tiêu chung»',
      'Phần I > mục 1 > gạch đầu dòng 1',
      'Phần I > mục 1 > gạch đầu dòng 2',
      'Phần I > mục 2 «Chỉ tiêu»',
      'Phần I > mục 2 > tiểu mục 2.1',
      'Phần I > mục 2 > tiểu mục 2.2',
      'Phần II «GIẢI PHÁP»',
      'Phần II > mục 1',
      'Phần II > mục 1 > điểm a',
      'Phần II > mục 1 > điểm b',
      'Phần II > mục 1 > điểm b > gạch đầu dòng 1',
      'Phần II > mục 1 > điểm b > gạch đầu dòng 2',
      'Phần III «TỔ CHỨC THỰC HIỆN»',
      'Phần III > mục 1',
      'Phần III > mục 2',
    ]);
  });

  it('ends before the signature', () => {
    expect(words(text, 'Phần III > mục 2')).toBe('2. Ủy ban nhân dân xã bố trí kinh phí.');
  });

  it.each([
    'T/M BAN CHẤP HÀNH',
    'T/M Ban Chấp hành',
    'K/T TRƯỞNG BAN',
    'T/L BAN THƯỜNG VỤ',
    'T/L Ban Thường vụ',
    'TM. BAN THƯỜNG VỤ',
  ])('takes the line over the signature for no label and for no rule: %s', (line) => {
    const signed = text.replace('T/M BAN CHẤP HÀNH', line);
    expect(signed).toContain(line);
    expect(tree(signed)).toEqual(tree(text));
    expect(words(signed, 'Phần III > mục 2')).toBe('2. Ủy ban nhân dân xã bố trí kinh phí.');
  });

  it('gives a mục a heading only where its first line is a title', () => {
    const long = 'Cấp ủy các chi bộ cử cán bộ đi học theo quy hoạch và theo nhu cầu của từng người '.repeat(
      3,
    );
    expect(
      tree(`
CHƯƠNG TRÌNH
I. XÉT CHỌN
1. Thứ tự xét
a) Người giữ chức vụ;
b) Người trong quy hoạch.
2. Khi thiếu chỉ tiêu thì xét:
a) Thâm niên;
b) Thành tích.
3. Mọi người được báo trước.
- Báo bằng văn bản;
- Báo qua điện thoại.
4. ${long.trim()}
- Việc một;
- Việc hai.
II. Các chi bộ thực hiện từ năm 2027.
1. Báo cáo
- Báo cáo quý;
- Báo cáo năm.`).filter((line) => /mục \d+(?: «.*»)?$|^Phần I+(?: «.*»)?$/.test(line)),
    ).toEqual([
      'Phần I «XÉT CHỌN»',
      'Phần I > mục 1 «Thứ tự xét»',
      'Phần I > mục 2',
      'Phần I > mục 3',
      'Phần I > mục 4',
      'Phần II',
      'Phần II > mục 1 «Báo cáo»',
    ]);
  });

  it('has no provisions in a text that only counts', () => {
    expect(tree('Hôm nay họp.\n1. Một việc đã xong.\nCòn lại để mai.')).toEqual([]);
  });
});
