import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';

/** What a line of a plan's targets asks for: figure, comparison, of whom. */
function targetsOf(line: string): readonly string[] {
  const title = 'Đào tạo, bồi dưỡng cán bộ, công chức';
  return parseText(
    `KẾ HOẠCH\n${title}\nI. CÁC NỘI DUNG CHUNG\n1. Thực hiện đúng quy định.\n2. Bảo đảm chất lượng.\nII. MỤC TIÊU, CHỈ TIÊU\n${line}\nIII. TỔ CHỨC THỰC HIỆN\n1. Các đơn vị báo cáo.\n2. Văn phòng theo dõi.`,
    { type: 'Kế hoạch', title },
  ).targets.map(({ percent, count, comparison, group }) =>
    [percent === null ? count : `${percent}%`, comparison, group].join(' '),
  );
}

describe('figures of targets written in words', () => {
  it.each<[string, readonly string[]]>([
    ['Quá nửa số thủy nông viên có trình độ sơ cấp trở lên.', ['50% more_than thủy nông viên']],
    ['Chín mươi lăm phần trăm công chức tập sự được bồi dưỡng.', ['95% at_least công chức tập sự']],
    [
      'Đến năm 2030, tỷ lệ viên chức thủy nông được đào tạo lại đạt ít nhất ba phần tư.',
      ['75% at_least viên chức thủy nông'],
    ],
    ['Phấn đấu 7/10 trường nội trú có tổ trưởng đạt trình độ thạc sĩ.', ['70% at_least trường nội trú']],
    [
      'Phấn đấu nâng tỷ lệ cán bộ nữ được đào tạo từ 18% hiện nay lên 25% trở lên vào năm 2030.',
      ['25% at_least cán bộ nữ'],
    ],
    ['Không để tỷ lệ thủy nông viên nợ chứng chỉ vượt quá 5%.', ['5% at_most thủy nông viên nợ chứng chỉ']],
    ['Tỷ lệ học viên loại giỏi không thấp hơn 30%.', ['30% at_least học viên loại giỏi']],
    ['Bảo đảm tỷ lệ học viên bỏ học không vượt quá 3% mỗi lớp.', ['3% at_most học viên bỏ học']],
    [
      'Đến năm 2030, mỗi huyện có tối thiểu 10 giảng viên; cả tỉnh có trên 150 giảng viên đạt chuẩn.',
      ['10 at_least mỗi huyện', '150 more_than đạt chuẩn'],
    ],
  ])('%s', (line, expected) => {
    expect(targetsOf(line)).toEqual(expected);
  });

  it.each([
    'Tính đến ngày 31/12/2023, 87% công chức đạt chuẩn; tỷ lệ công chức có trình độ trung cấp là 71%.',
    'Học viên được cấp chứng chỉ khi tham dự tối thiểu 80% thời lượng chương trình.',
    'Tỷ lệ cán bộ nữ của Sở hiện là 38,6%.',
    'Viên chức hạng I có 14 người (2,1%), hạng II 160 người (24,3%).',
    'Cả tỉnh có trên 300 cán bộ đang học sau đại học.',
    'Có 6/9 huyện bố trí đủ công chức làm công tác đào tạo.',
    'Mỗi đơn vị cử 02 công chức làm đầu mối liên hệ.',
  ])('asks nothing: %s', (line) => {
    expect(targetsOf(line)).toEqual([]);
  });
});
