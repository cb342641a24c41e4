import { describe, expect, it } from 'vitest';
import type { TargetProposal } from '../../domain/proposal.ts';
import { parseText } from '../relations/relations.testing.ts';

function targetsOf(
  lines: string,
  title = 'Nâng cao chất lượng cán bộ giai đoạn 2026 - 2030',
): readonly TargetProposal[] {
  return parseText(
    `CHƯƠNG TRÌNH\n${title}\nI. ĐÁNH GIÁ TÌNH HÌNH\n1. Kết quả: 85% cán bộ đạt chuẩn, mở được 12 lớp.\n2. Hạn chế.\nII. CHỈ TIÊU\n${lines}\nIII. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức theo dõi.\n2. Các đơn vị báo cáo.`,
    { type: 'Chương trình', title },
  ).targets;
}

function written({ percent, count, comparison, noun, group, conditions, year }: TargetProposal): string {
  return [
    comparison,
    percent === null ? count : `${percent}%`,
    noun,
    group,
    ...conditions.map(({ words }) => `[${words}]`),
    year,
  ]
    .filter((part) => part !== null)
    .join(' ');
}

describe('the targets of a programme', () => {
  it.each<[string, readonly string[]]>([
    ['1. Mỗi năm mở từ 10 đến 15 lớp bồi dưỡng.', ['at_least 10 lớp bồi dưỡng 2030']],
    ['1. Hằng năm tổ chức 02 - 03 đợt đi thực tế.', ['at_least 2 đợt đi thực tế 2030']],
    [
      '1. Đến năm 2030, trên 95% công chức có trình độ đại học; ít nhất 20% có trình độ thạc sĩ.',
      [
        'more_than 95% công chức [có trình độ đại học] 2030',
        'at_least 20% công chức [có trình độ thạc sĩ] 2030',
      ],
    ],
    [
      '1. Phấn đấu 90% cán bộ quy hoạch đạt trình độ trung cấp lý luận chính trị.',
      ['at_least 90% cán bộ quy hoạch [đạt trình độ trung cấp lý luận chính trị] 2030'],
    ],
    [
      '1. Đến năm 2027, trên 70 % công chức cấp xã được bồi dưỡng kỹ năng số.',
      ['more_than 70% công chức cấp xã [được bồi dưỡng kỹ năng số] 2027'],
    ],
    [
      '1. 100% trưởng phòng có bằng đại học và có trình độ cao cấp lý luận chính trị.',
      ['at_least 100% trưởng phòng [có bằng đại học] [có trình độ cao cấp lý luận chính trị] 2030'],
    ],
    [
      '1. Tổ chức 45 lớp bồi dưỡng chuyên môn, nghiệp vụ.',
      ['exactly 45 lớp bồi dưỡng chuyên môn, nghiệp vụ 2030'],
    ],
    ['1. Tổ chức ít nhất 05 đợt tham quan thực tế.', ['at_least 5 đợt tham quan thực tế 2030']],
    [
      '1. Mỗi năm cử từ 20 công chức trở lên đi học sau đại học.',
      ['at_least 20 công chức đi học sau đại học 2030'],
    ],
    ['1. Tỷ lệ cán bộ nữ trong quy hoạch đạt 25% trở lên.', ['at_least 25% cán bộ nữ trong quy hoạch 2030']],
    [
      '1. Phấn đấu 70 - 80% công chức được bồi dưỡng ngoại ngữ; mỗi năm mở 03 lớp tiếng dân tộc thiểu số.',
      ['at_least 70% công chức [được bồi dưỡng ngoại ngữ] 2030', 'exactly 3 lớp tiếng dân tộc thiểu số 2030'],
    ],
    ['1. Đã có 80% cán bộ đạt chuẩn, tăng 5% so với năm 2020.', []],
    ['1. Không cử một người học hai lớp có nội dung trùng nhau.', []],
  ])('are read: %s', (line, expected) => {
    expect(targetsOf(`${line}\n2. Giao các đơn vị thực hiện.`).map(written)).toEqual(expected);
  });

  it('name the qualification where they ask for one, and the provision that says so', () => {
    const [target] = targetsOf('1. Phấn đấu 90% cán bộ đạt trình độ đại học.\n2. Việc khác.');
    expect(target?.conditions[0]?.anyOf).toEqual([
      { kind: 'degree', level: 'dai_hoc', field: null, name: null, when: null },
    ]);
    expect(target).toMatchObject({ status: 'proposed', words: 'Phấn đấu 90% cán bộ đạt trình độ đại học.' });
    expect(target?.provision).not.toBeNull();
  });

  it('are the rows of a table of classes, without its sum', () => {
    const table =
      '1. Lịch mở lớp\nTT | Tên lớp | Số lớp | Số ngày\n1 | Kỹ năng số | 3 | 2\n2 | Tiếp công dân | 2 | 1\n | Tổng cộng | 5 | 3\n2. Kinh phí.';
    expect(targetsOf(table).map(written)).toEqual([
      'exactly 3 lớp Kỹ năng số 2030',
      'exactly 2 lớp Tiếp công dân 2030',
    ]);
  });
});

describe('a table of classes out of a page', () => {
  it('is read where the row numbers ran together with the names', () => {
    const rows = 'STT Tên lớp | Số lớp | Số người\n1 Kỹ năng số | 2 | 80\n2 Một cửa | 1 | 40';
    expect(targetsOf(rows).map(written)).toEqual([
      'exactly 2 lớp Kỹ năng số 2030',
      'exactly 1 lớp Một cửa 2030',
    ]);
  });
});

describe('a rule of law', () => {
  it('sets shares that are no targets', () => {
    const parsed = parseText(
      'NGHỊ ĐỊNH\nVề hội đồng mẫu\nĐiều 1. Hội đồng\n1. Ít nhất 50% thành viên có mặt thì họp.\n2. Mức hỗ trợ là 80% học phí.\nĐiều 2. Hiệu lực\n1. Nghị định này có hiệu lực.',
    );
    expect(parsed.targets).toEqual([]);
  });
});
