import { describe, expect, it } from 'vitest';
import { parseText, writeRelation } from './relations.testing.ts';
import { relationsOf } from './relationsOf.ts';

const FRAME = 'Điều 1. Phạm vi điều chỉnh\nNghị định này quy định việc mở lớp.\nĐiều 2. Hiệu lực thi hành\n';
const OWN = { number: '900/2031/NĐ-CP', type: 'Nghị định', title: 'Quy định việc mở lớp' };

const read = (text: string, header = {}) =>
  parseText(text, { ...OWN, ...header }).relations.map(writeRelation);
const clause = (text: string) => read(FRAME + text);

describe('an amending law, whose title names no number', () => {
  it('changes the law that its preamble names', () => {
    const text =
      'Căn cứ Hiến pháp;\nQuốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Mở lớp số 155/2018/QH14.\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật Mở lớp\n1. Sửa đổi, bổ sung khoản 3 Điều 5 như sau:\n“3. Lớp có bảng.”.\n2. Bãi bỏ khoản 2 Điều 14 và Điều 20.\nĐiều 2. Điều khoản thi hành\nLuật này có hiệu lực từ ngày 01 tháng 7 năm 2031.';
    const header = { type: 'Luật', title: 'Sửa đổi, bổ sung một số điều của Luật Mở lớp' };
    expect(read(text, header)).toEqual(
      expect.arrayContaining([
        'amends 155/2018/QH14 Điều 5 > khoản 3',
        'repeals 155/2018/QH14 Điều 14 > khoản 2',
        'repeals 155/2018/QH14 Điều 20',
      ]),
    );
  });
});

describe('a law that is named without its number', () => {
  it('is the one that the preamble names with it', () => {
    const text =
      'Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Cán bộ mẫu số 922/2008/QH12 và Luật Giáo dục mẫu số 958/2010/QH12.\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật Cán bộ mẫu\n1. Bãi bỏ Điều 6.\nĐiều 2. Sửa đổi, bổ sung một số điều của Luật Giáo dục mẫu\n1. Sửa đổi Điều 25 như sau: “Điều 25”\nĐiều 3. Bãi bỏ Điều 7 của Luật Giáo dục mẫu đại học.\nĐiều 4. Hiệu lực\nLuật này có hiệu lực từ ngày 01 tháng 7 năm 2031.';
    expect(read(text, { type: 'Luật', title: 'Sửa đổi Luật Cán bộ mẫu và Luật Giáo dục mẫu' })).toEqual([
      'amends 922/2008/QH12 partly',
      'repeals 922/2008/QH12 Điều 6',
      'amends 958/2010/QH12 partly',
      'amends 958/2010/QH12 Điều 25',
    ]);
  });
});

describe('an item that names a khoản again', () => {
  it('means the one that was announced', () => {
    const text =
      'Điều 1. Sửa đổi, bổ sung một số điều của Thông tư số 19/2025/TT-BNV\n1. Sửa đổi, bổ sung tên Điều và khoản 1 Điều 6 như sau:\na) Sửa đổi tên Điều 6 như sau:\n“Điều 6. Học viên”;\nb) Sửa đổi, bổ sung khoản 1 như sau:\n“1. Học viên là công chức.”\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 7 năm 2031.';
    const written = read(text, { type: 'Thông tư', title: 'Sửa đổi Thông tư về lớp' });
    expect(written.filter((line) => line.includes('khoản 1'))).toEqual([
      'amends 19/2025/TT-BNV Điều 6 > khoản 1',
    ]);
  });
});

describe('a correction', () => {
  it('names the places below what it corrects', () => {
    const text =
      'Điều 1. Đính chính lỗi kỹ thuật tại Thông tư số 19/2025/TT-BNV như sau:\n1. Tại khoản 3 Điều 4, cụm từ “40 tiết” sửa thành “40 giờ”.\n2. Tại Phụ lục II, số thứ tự 7 sửa thành 8.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký.';
    const written = read(text, { type: 'Quyết định', title: 'Đính chính Thông tư số 19/2025/TT-BNV' });
    expect(written.filter((line) => /Điều|Phụ lục/u.test(line))).toEqual([
      'corrects 19/2025/TT-BNV Điều 4 > khoản 3 partly',
      'corrects 19/2025/TT-BNV Phụ lục II partly',
    ]);
  });
});

describe('a clause of effect', () => {
  it.each<[string, readonly string[]]>([
    [
      'Nghị định này thay thế Nghị định số 12/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ về mở lớp.',
      ['replaces 12/2020/NĐ-CP'],
    ],
    [
      '1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031 và thay thế Nghị định số 12/2020/NĐ-CP ngày 01/02/2020 của Chính phủ hướng dẫn thi hành Luật Viên chức, Nghị định số 14/2023/NĐ-CP ngày 05/3/2023 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP.',
      ['replaces 12/2020/NĐ-CP', 'replaces 14/2023/NĐ-CP'],
    ],
    [
      'Những quy định tại Nghị định số 12/2020/NĐ-CP trái với Nghị định này đều bị bãi bỏ.',
      ['repeals 12/2020/NĐ-CP ? partly'],
    ],
    [
      '2. Bãi bỏ Điều 5, khoản 2 Điều 7 Nghị định số 12/2020/NĐ-CP.',
      ['repeals 12/2020/NĐ-CP Điều 5', 'repeals 12/2020/NĐ-CP Điều 7 > khoản 2'],
    ],
    [
      '2. Bãi bỏ các Điều 3, 4 và khoản 1 Điều 9 của Thông tư liên tịch số 08/2014/TTLT-BNV-BTC; Điều 9 Thông tư số 116/2015/TT-BNV.',
      [
        'repeals 08/2014/TTLT-BNV-BTC Điều 3',
        'repeals 08/2014/TTLT-BNV-BTC Điều 4',
        'repeals 08/2014/TTLT-BNV-BTC Điều 9 > khoản 1',
        'repeals 116/2015/TT-BNV Điều 9',
      ],
    ],
    [
      '2. Nghị định số 12/2020/NĐ-CP và Nghị định số 14/2023/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành.',
      ['repeals 12/2020/NĐ-CP', 'repeals 14/2023/NĐ-CP'],
    ],
    [
      '2. Nghị định số 12/2020/NĐ-CP, Nghị định số 14/2023/NĐ-CP sửa đổi Nghị định số 12/2020/NĐ-CP, Nghị định số 16/2024/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals 12/2020/NĐ-CP', 'repeals 14/2023/NĐ-CP', 'repeals 16/2024/NĐ-CP'],
    ],
    [
      '2. Nghị định số 12/2020/NĐ-CP hết hiệu lực thi hành kể từ ngày 01 tháng 9 năm 2031.',
      ['repeals 12/2020/NĐ-CP since 2031-09-01'],
    ],
    [
      '2. Kể từ ngày Nghị định này có hiệu lực thi hành, Chương IV Nghị định số 12/2020/NĐ-CP hết hiệu lực.',
      ['repeals 12/2020/NĐ-CP Chương IV'],
    ],
    [
      '2. Kể từ ngày 01/9/2031, bãi bỏ Điều 5 Nghị định số 12/2020/NĐ-CP.',
      ['repeals 12/2020/NĐ-CP Điều 5 since 2031-09-01'],
    ],
    [
      '2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực:\na) Nghị định số 12/2020/NĐ-CP ngày 01/02/2020 của Chính phủ;\nb) Khoản 2 Điều 7 và Điều 9 Thông tư số 15/2021/TT-BNV ngày 06/8/2021 của Bộ trưởng Bộ Nội vụ hướng dẫn Nghị định số 12/2020/NĐ-CP;\nc) Quy chế mở lớp ban hành kèm theo Quyết định số 77/2019/QĐ-TTg.',
      [
        'repeals 12/2020/NĐ-CP',
        'repeals 15/2021/TT-BNV Điều 7 > khoản 2',
        'repeals 15/2021/TT-BNV Điều 9',
        'repeals 77/2019/QĐ-TTg Quy chế',
      ],
    ],
    [
      'Nghị định này thay thế các văn bản sau:\n- Nghị định số 12/2020/NĐ-CP;\n- Quyết định số 05-QĐ/TW ngày 02/3/2020.',
      ['replaces 12/2020/NĐ-CP', 'replaces 05-QĐ/TW'],
    ],
    [
      'Những quy định tại Nghị định số 12/2020/NĐ-CP và các văn bản hướng dẫn khác trái với Nghị định này đều bị bãi bỏ.',
      ['repeals 12/2020/NĐ-CP ? partly'],
    ],
    [
      '2. Nghị định này thay thế Nghị định số 12/2020/NĐ-CP ngày 01/02/2020 của Chính phủ và các văn bản trước đây trái với Nghị định này.',
      ['replaces 12/2020/NĐ-CP'],
    ],
    [
      '2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực: Nghị định số 12/2020/NĐ-CP; Điều 5 Nghị định số 14/2023/NĐ-CP.',
      ['repeals 12/2020/NĐ-CP', 'repeals 14/2023/NĐ-CP Điều 5'],
    ],
    [
      '2. Nghị định này thay thế các Nghị định: số 12/2020/NĐ-CP, số 14/2023/NĐ-CP và số 16/2024/NĐ-CP.',
      ['replaces 12/2020/NĐ-CP', 'replaces 14/2023/NĐ-CP', 'replaces 16/2024/NĐ-CP'],
    ],
    [
      '2. Nghị định số 12/2020/NĐ-CP, trừ Điều 5, hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals 12/2020/NĐ-CP but Điều 5'],
    ],
    ['2. Bãi bỏ quy định tại Nghị định số 12/2020/NĐ-CP.', ['repeals 12/2020/NĐ-CP']],
    [
      '2. Bãi bỏ quy định về phụ cấp quy định tại các Điều 6, 7 Nghị định số 12/2020/NĐ-CP.',
      ['repeals 12/2020/NĐ-CP Điều 6 partly', 'repeals 12/2020/NĐ-CP Điều 7 partly'],
    ],
    [
      '2. Các quy định về phụ cấp trong Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals 12/2020/NĐ-CP ? partly'],
    ],
    [
      '2. Luật Viên chức số 58/2010/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 52/2019/QH14 và Luật số 40/2023/QH15 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals 58/2010/QH12'],
    ],
    [
      '2. Luật Công chức năm 2008 hết hiệu lực kể từ ngày Nghị định này có hiệu lực.',
      ['repeals Luật Công chức năm 2008'],
    ],
    [
      '2. Nghị định số 12/2020/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 14/2023/NĐ-CP) hết hiệu lực thi hành kể từ ngày Nghị định này có hiệu lực.',
      ['repeals 12/2020/NĐ-CP'],
    ],
    ['2. Nghị định số 12/2020/NĐ-CP được thay thế bằng Nghị định này.', ['replaces 12/2020/NĐ-CP']],
    [
      '2. Thay thế cụm từ “huyện” bằng cụm từ “xã” tại Điều 5, điểm e khoản 3 Điều 12 Nghị định số 12/2020/NĐ-CP.',
      ['amends 12/2020/NĐ-CP Điều 5 partly', 'amends 12/2020/NĐ-CP Điều 12 > khoản 3 > điểm e partly'],
    ],
    [
      '2. Đính chính khoản 2 Điều 5 Nghị định số 12/2020/NĐ-CP như sau: “40 tiết”.',
      ['corrects 12/2020/NĐ-CP Điều 5 > khoản 2 partly'],
    ],
    [
      '2. Bãi bỏ Điều 5 và sửa đổi khoản 3 Điều 7 Nghị định số 12/2020/NĐ-CP như sau: “3. Mở lớp.”',
      ['repeals 12/2020/NĐ-CP Điều 5', 'amends 12/2020/NĐ-CP Điều 7 > khoản 3'],
    ],
    [
      '2. Bãi bỏ qđ số 12/2020/qđ-ttg và nđ 0014/2023/NÐ-CP.',
      ['repeals 12/2020/QĐ-TTg', 'repeals 0014/2023/NĐ-CP'],
    ],
  ])('"%s"', (text, expected) => {
    expect(clause(text)).toEqual(expected);
  });

  it('keeps what it leaves in force', () => {
    expect(
      clause(
        '2. Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ Điều 5 và khoản 2 Điều 7.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP but Điều 5 but Điều 7 > khoản 2']);
    expect(
      clause(
        '2. Bãi bỏ Nghị định số 12/2020/NĐ-CP; riêng Điều 8 tiếp tục thực hiện đến hết ngày 31/12/2032.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP but Điều 8 until 2032-12-31']);
    expect(
      clause(
        '2. Bãi bỏ Nghị định số 12/2020/NĐ-CP.\n3. Điều 8 Nghị định số 12/2020/NĐ-CP tiếp tục có hiệu lực đến hết ngày 31/12/2032.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP but Điều 8 until 2032-12-31']);
    expect(
      clause(
        '2. Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ các quy định về quân hiệu.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP partly']);
    expect(
      clause(
        '2. Nghị định số 12/2020/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ trường hợp quy định tại Điều 3 Nghị định này.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP']);
    expect(
      clause(
        '2. Nghị định số 12/2020/NĐ-CP và Nghị định số 14/2023/NĐ-CP hết hiệu lực kể từ ngày Nghị định này có hiệu lực, trừ Điều 26 Nghị định số 14/2023/NĐ-CP.',
      ),
    ).toEqual(['repeals 12/2020/NĐ-CP', 'repeals 14/2023/NĐ-CP but Điều 26']);
  });

  it.each([
    'Căn cứ Nghị định số 12/2020/NĐ-CP ngày 01/02/2020 được sửa đổi, bổ sung bởi Nghị định số 14/2023/NĐ-CP;',
    '2. Khóa học đã mở thì tiếp tục thực hiện theo Nghị định số 12/2020/NĐ-CP.',
    '2. Nghị định số 12/2020/NĐ-CP tiếp tục có hiệu lực cho đến khi có văn bản thay thế.',
    '2. Trường hợp các văn bản dẫn chiếu tại Nghị định này được sửa đổi, bổ sung hoặc thay thế thì thực hiện theo văn bản mới.',
    '2. Trường hợp Nghị định số 12/2020/NĐ-CP hết hiệu lực thì áp dụng Nghị định này.',
    '2. Mức hỗ trợ thực hiện theo Điều 5 Nghị định số 14/2023/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP.',
    '2. Bộ Nội vụ trình Chính phủ ban hành Nghị định thay thế Nghị định số 12/2020/NĐ-CP.',
    '2. Điều 5 Nghị định số 12/2020/NĐ-CP hết hiệu lực thi hành khi có bảng lương mới.',
    '2. Nghị định số 12/2020/NĐ-CP được thay thế bằng Nghị định số 14/2023/NĐ-CP.',
    '2. Điều 5 Nghị định này hết hiệu lực kể từ ngày 01/01/2033.',
    '2. Người được cử đi học thay thế phải đủ tiêu chuẩn theo Nghị định số 12/2020/NĐ-CP.',
  ])('says nothing of the kind: "%s"', (text) => {
    expect(clause(text)).toEqual([]);
  });
});

describe('an amending directive', () => {
  const title = 'Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP về mở lớp';

  it('changes the document of its title, provision by provision', () => {
    const text = [
      'Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP ngày 01/02/2020 của Chính phủ',
      '1. Sửa đổi khoản 2 Điều 5 như sau:',
      '“2. Mỗi năm học 48 tiết. Bãi bỏ Điều 6 Nghị định số 15/2021/NĐ-CP.”.',
      '2. Bổ sung khoản 4 vào sau khoản 3 Điều 14 như sau:',
      '“4. Được học trực tuyến.”',
      '3. Sửa đổi, bổ sung một số khoản của Điều 7 như sau:',
      'a) Sửa đổi khoản 1 như sau:',
      '“1. Do tỉnh mở.”;',
      'b) Bãi bỏ khoản 3;',
      'c) Bổ sung điểm d vào khoản 2 như sau: “d) Do xã mở.”',
      '4. Điều 9 được sửa đổi, bổ sung như sau:',
      '“Điều 9. Kinh phí”',
      '5. Bãi bỏ khoản 4 Điều 20.',
      '6. Bổ sung Điều 5a vào sau Điều 5 như sau:',
      '“Điều 5a. Học bù”',
      'Điều 2. Hiệu lực thi hành',
      'Nghị định này có hiệu lực từ ngày 01/01/2032.',
    ].join('\n');
    expect(read(text, { title })).toEqual([
      'amends 12/2020/NĐ-CP partly',
      'amends 12/2020/NĐ-CP Điều 5 > khoản 2',
      'supplements 12/2020/NĐ-CP Điều 14 > khoản 4',
      'amends 12/2020/NĐ-CP Điều 7 > khoản 1',
      'repeals 12/2020/NĐ-CP Điều 7 > khoản 3',
      'supplements 12/2020/NĐ-CP Điều 7 > khoản 2 > điểm d',
      'amends 12/2020/NĐ-CP Điều 9',
      'repeals 12/2020/NĐ-CP Điều 20 > khoản 4',
      'supplements 12/2020/NĐ-CP Điều 5a',
    ]);
  });

  it('takes the document from its title where the clauses name none, unless the title names two', () => {
    const text =
      'Điều 1. Sửa đổi\n1. Sửa đổi khoản 1 Điều 2 như sau: “Mỗi năm học ít nhất 48 tiết.”\n2. Bãi bỏ Điều 7.';
    expect(read(text, { title })).toEqual([
      'amends 12/2020/NĐ-CP Điều 2 > khoản 1',
      'repeals 12/2020/NĐ-CP Điều 7',
      'amends 12/2020/NĐ-CP partly',
    ]);
    const two = 'Sửa đổi, bổ sung một số điều của Nghị định số 12/2020/NĐ-CP; Nghị định số 15/2021/NĐ-CP';
    expect(read(text, { title: two })).toEqual([
      'amends 12/2020/NĐ-CP partly',
      'amends 15/2021/NĐ-CP partly',
    ]);
  });

  it('changes several documents, each in its own article or khoản', () => {
    const text = [
      'Điều 1. Sửa đổi một số điều của các luật có liên quan',
      '1. Sửa đổi, bổ sung một số điều của Luật Xây dựng số 50/2014/QH13 đã được sửa đổi, bổ sung một số điều theo Luật số 03/2016/QH14 như sau:',
      'a) Sửa đổi, bổ sung khoản 1 Điều 91 như sau: “1. Phù hợp.”;',
      'b) Bãi bỏ Điều 60.',
      '2. Sửa đổi, bổ sung Luật Quy hoạch số 30/2009/QH12 như sau:',
      'a) Bãi bỏ Điều 61.',
    ].join('\n');
    expect(read(text)).toEqual([
      'amends 50/2014/QH13 partly',
      'amends 50/2014/QH13 Điều 91 > khoản 1',
      'repeals 50/2014/QH13 Điều 60',
      'amends 30/2009/QH12',
      'repeals 30/2009/QH12 Điều 61',
    ]);
  });

  it('reaches into an attached regulation', () => {
    const text = [
      'Điều 1. Sửa đổi, bổ sung một số điều của Quy chế mở lớp ban hành kèm theo Quyết định số 77/2019/QĐ-TTg',
      '1. Sửa đổi khoản 2 Điều 5 như sau: “2. Mở lớp.”',
    ].join('\n');
    expect(read(text)).toEqual([
      'amends 77/2019/QĐ-TTg partly',
      'amends 77/2019/QĐ-TTg Quy chế > Điều 5 > khoản 2',
    ]);
  });

  it('knows when its target was issued from anywhere in its text', () => {
    const text = `Quyết định ngày ấy: Nghị định số 12/2020/NĐ-CP ngày 01 tháng 02 năm 2020 của Chính phủ.\nĐiều 1. Bãi bỏ Điều 5 Nghị định số 12/2020/NĐ-CP.`;
    expect(parseText(text, OWN).relations.map(({ target }) => target.issued)).toEqual(['2020-02-01']);
  });
});

it('never says that a directive changes itself, and reads nothing from a newspaper', () => {
  expect(read(`${FRAME}2. Bãi bỏ Điều 5 Nghị định số 900/2031/NĐ-CP.`)).toEqual([]);
  const press = {
    ...parseText(`${FRAME}Nghị định này thay thế Nghị định số 12/2020/NĐ-CP.`),
    kind: 'press' as const,
  };
  expect(relationsOf(press)).toEqual({ relations: [], effects: [] });
});

it('takes a repeal from the title', () => {
  expect(read(FRAME, { title: 'Bãi bỏ Nghị định số 12/2020/NĐ-CP' })).toEqual(['repeals 12/2020/NĐ-CP']);
  expect(read(FRAME, { title: 'Điều chỉnh Kế hoạch số 27/KH-UBND' })).toEqual(['amends 27/KH-UBND']);
  expect(
    read(FRAME, {
      title: 'Về việc bãi bỏ một số Quyết định: Quyết định số 12/2020/QĐ-TTg và Quyết định số 13/2020/QĐ-TTg',
    }),
  ).toEqual(['repeals 12/2020/QĐ-TTg', 'repeals 13/2020/QĐ-TTg']);
});

describe('a clause without a number below a Phần', () => {
  it('is read, its heading is not', () => {
    const text =
      'I. PHẠM VI\n1. Áp dụng cho lớp học.\n2. Áp dụng cho người học.\nII. BÃI BỎ NGHỊ ĐỊNH SỐ 12/2020/NĐ-CP\nThông tư này có hiệu lực từ ngày 01/7/2031 và thay thế cho Thông tư số 63/2019/TT-BNV ngày 13/5/2019.';
    expect(read(text, { number: '900/2031/TT-BNV', type: 'Thông tư' })).toEqual(['replaces 63/2019/TT-BNV']);
  });
});
