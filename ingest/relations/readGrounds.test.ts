import { describe, expect, it } from 'vitest';
import { parseText, writeRelation } from './relations.testing.ts';

/** An invented circular with this preamble and this first article. */
function said(
  preamble: string,
  scope = 'Thông tư này quy định việc mẫu.',
  title: string | null = 'Quy định việc mẫu',
) {
  const parsed = parseText(
    `THÔNG TƯ\n${preamble}\nĐiều 1. Phạm vi điều chỉnh\n${scope}\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 7 năm 2026.`,
    { title },
  );
  return parsed.relations.map(writeRelation);
}

describe('a guidance whose type is its verb', () => {
  it('guides what its title names', () => {
    const parsed = parseText(
      'I. NỘI DUNG\n1. Về hồ sơ.\n2. Về thời hạn.\nII. TỔ CHỨC THỰC HIỆN\n1. Các cấp ủy thực hiện.\n2. Ban theo dõi.',
      { type: 'Hướng dẫn', title: 'Thực hiện Quy định số 399-QĐ/TW, ngày 08/5/2026 của Ban Bí thư' },
    );
    expect(parsed.relations.map(writeRelation)).toEqual(['guides 399-QĐ/TW']);
  });
});

describe('what a party document carries out', () => {
  const read = (opening: string) =>
    parseText(
      `CHƯƠNG TRÌNH\n${opening}\nI. MỤC TIÊU\n1. Thực hiện Kết luận số 915-KL/TW, hằng năm sơ kết;\nII. GIẢI PHÁP\n1. Mở lớp.`,
      {
        type: 'Chương trình',
        title: 'Nâng cao chất lượng cán bộ',
      },
    ).relations.map(writeRelation);

  it('is what it rests on, where its opening says so', () => {
    expect(
      read(
        'Thực hiện Nghị quyết số 905-NQ/TU, ngày 12/3/2026 của Ban Chấp hành Đảng bộ tỉnh về công tác cán bộ, Ban Thường vụ Đảng ủy xã ban hành Chương trình nâng cao chất lượng cán bộ theo Quy định số 906-QĐ/TU.',
      ),
    ).toEqual(['basis 905-NQ/TU']);
    expect(read('Thực hiện Chỉ thị số 907-CT/TU ngày 02/4/2026 của Tỉnh ủy;')).toEqual(['basis 907-CT/TU']);
  });

  it('is not taken from a title or from what is to be done', () => {
    expect(read('Thực hiện Nghị quyết số 905-NQ/TU về công tác cán bộ')).toEqual([]);
  });
});

describe('what a directive rests on', () => {
  it.each<[string, readonly string[]]>([
    ['Căn cứ Luật Viên chức mẫu số 912/2025/QH15;', ['basis 912/2025/QH15']],
    [
      'Căn cứ Luật Cán bộ, công chức;\nCăn cứ Điều lệ Đảng mẫu;',
      ['basis Luật Cán bộ, công chức', 'basis Điều lệ Đảng mẫu'],
    ],
    [
      'Căn cứ khoản 2 Điều 5 Nghị định số 912/2020/NĐ-CP ngày 01 tháng 7 năm 2020 của Chính phủ;',
      ['basis 912/2020/NĐ-CP Điều 5 > khoản 2'],
    ],
    [
      'Căn cứ Nghị định số 912/2020/NĐ-CP (được sửa đổi bởi Nghị định số 913/2021/NĐ-CP);',
      ['basis 912/2020/NĐ-CP', 'basis 913/2021/NĐ-CP'],
    ],
    [
      'Căn cứ khoản 2 Điều 5 Nghị định số 912/2020/NĐ-CP được sửa đổi, bổ sung bởi khoản 1 Điều 1 Nghị định số 913/2021/NĐ-CP và Nghị định số 914/2023/NĐ-CP;',
      ['basis 912/2020/NĐ-CP Điều 5 > khoản 2', 'basis 913/2021/NĐ-CP', 'basis 914/2023/NĐ-CP'],
    ],
    [
      'Căn cứ Nghị định số 912/2020/NĐ-CP hướng dẫn Luật mẫu đã được sửa đổi bởi Luật số 911/2019/QH14;',
      ['basis 912/2020/NĐ-CP'],
    ],
    [
      'Căn cứ Luật Lớp mẫu ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Lớp mẫu và Luật Trường mẫu ngày 22 tháng 11 năm 2019;',
      ['basis Luật Lớp mẫu', 'basis Luật sửa đổi, bổ sung một số điều của Luật Lớp mẫu và Luật Trường mẫu'],
    ],
    ['Căn cứ Nghị định số 912/2020/NĐ-CP hướng dẫn Luật mẫu số 911/2019/QH14;', ['basis 912/2020/NĐ-CP']],
    [
      'Căn cứ Luật mẫu số 911/2019/QH14, Luật sửa đổi, bổ sung một số điều của Luật mẫu số 913/2025/QH15;',
      ['basis 911/2019/QH14', 'basis 913/2025/QH15'],
    ],
    [
      'Căn cứ Điều lệ Đảng và các quy định thi hành; căn cứ Quyết định số 216-QĐ/TW ngày 01/01/2025;\n- Căn cứ Quy chế làm việc của Đảng ủy xã khóa I, nhiệm kỳ 2025 - 2030;',
      [
        'basis Điều lệ Đảng',
        'basis 216-QĐ/TW',
        'basis Quy chế làm việc của Đảng ủy xã khóa I, nhiệm kỳ 2025 - 2030',
      ],
    ],
    [
      'Căn cứ khoản 11 Điều 1 Luật sửa đổi, bổ sung một số điều của Luật Lớp mẫu (số 918/2000/QH10 ngày 09/6/2000);\n- Căn cứ Nghị định 962/CP ngày 15/8/1998 của Chính phủ ban hành Quy chế mẫu;',
      ['basis 918/2000/QH10 Điều 1 > khoản 11', 'basis 962/CP'],
    ],
    ['Căn cứ các Nghị định của Chính phủ quy định chi tiết thi hành các Luật, Pháp lệnh mẫu;', []],
    ['Căn cứ Hiến pháp nước Mẫu; Quốc hội ban hành Luật mẫu số 914/2025/QH15.', ['basis Hiến pháp nước Mẫu']],
    ['Căn cứ tình hình thực tế của địa phương;\nTheo đề nghị của Vụ trưởng;', []],
  ])('is told before its first article: %s', (preamble, expected) => {
    expect(said(preamble)).toEqual(expected);
  });

  it('is not what its articles cite', () => {
    expect(said('Theo đề nghị;', 'Căn cứ Nghị định số 912/2020/NĐ-CP, đơn vị lập danh sách.')).toEqual([]);
  });
});

describe('what a directive guides', () => {
  it('is the law of its title, with the number that the grounds give', () => {
    expect(
      said(
        'Căn cứ Luật Mẫu số 912/2025/QH15;',
        undefined,
        'Quy định chi tiết và hướng dẫn thi hành một số điều của Luật Mẫu',
      ),
    ).toEqual(['guides 912/2025/QH15', 'basis 912/2025/QH15']);
  });

  it('is the law, without the matter of which its title speaks', () => {
    const title = 'Quy định chi tiết một số điều của Luật Mẫu về bồi dưỡng công chức';
    expect(said('Căn cứ Luật Mẫu số 912/2025/QH15;', undefined, title)).toEqual([
      'guides 912/2025/QH15',
      'basis 912/2025/QH15',
    ]);
    expect(said('Căn cứ Luật Viên;', undefined, title)).toEqual(['guides Luật Mẫu', 'basis Luật Viên']);
  });

  it('is, where a clause says so, only some provisions', () => {
    const scope =
      'Thông tư này quy định chi tiết khoản 2 Điều 5 và Điều 7 Nghị định số 912/2020/NĐ-CP ngày 01 tháng 7 năm 2020.';
    expect(said('', scope, 'Hướng dẫn thi hành Nghị định số 912/2020/NĐ-CP')).toEqual([
      'guides 912/2020/NĐ-CP Điều 5 > khoản 2',
      'guides 912/2020/NĐ-CP Điều 7',
    ]);
  });

  it('is not a matter that another document rules', () => {
    expect(
      said(
        '',
        'Thông tư này hướng dẫn việc lập hồ sơ theo Nghị định số 912/2020/NĐ-CP.',
        'Hướng dẫn lập hồ sơ',
      ),
    ).toEqual([]);
  });

  it('may be an amending law, which is not amended by it', () => {
    const title =
      'Quy định chi tiết thi hành Luật sửa đổi, bổ sung một số điều của Luật mẫu số 913/2025/QH15';
    expect(said('', undefined, title)).toEqual(['guides 913/2025/QH15']);
  });

  it('is not what an amending title names', () => {
    const title = 'Sửa đổi, bổ sung Nghị định số 912/2020/NĐ-CP hướng dẫn Luật mẫu số 911/2019/QH14';
    expect(said('', undefined, title)).toEqual(['amends 912/2020/NĐ-CP']);
  });
});
