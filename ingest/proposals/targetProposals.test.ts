import { describe, expect, it } from 'vitest';
import type { TargetProposal } from '../../domain/proposal.ts';
import { writeTablePlace } from '../../domain/tablePlace.ts';
import { parseText } from '../relations/relations.testing.ts';
import { targetWords } from '../uploads/understood.ts';

function targetsOf(
  lines: string,
  title = 'Nâng cao chất lượng cán bộ giai đoạn 2026 - 2030',
): readonly TargetProposal[] {
  return parseText(
    `CHƯƠNG TRÌNH\n${title}\nI. ĐÁNH GIÁ TÌNH HÌNH\n1. Kết quả: 85% cán bộ đạt chuẩn, mở được 12 lớp.\n2. Hạn chế.\nII. CHỈ TIÊU\n${lines}\nIII. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức theo dõi.\n2. Các đơn vị báo cáo.`,
    { type: 'Chương trình', title },
  ).targets;
}

function written({
  percent,
  count,
  comparison,
  noun,
  group,
  conditions,
  year,
  when,
  fraction,
  cell,
}: TargetProposal): string {
  return [
    comparison,
    percent === null ? count : `${percent}%`,
    noun,
    group,
    ...conditions.map(({ words }) => `[${words}]`),
    year,
    when === null ? null : `<${when}>`,
    fraction,
    cell === null ? null : `@ ${writeTablePlace(cell)}`,
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
      'exactly 3 lớp Kỹ năng số 2030 @ hàng 1 “Kỹ năng số”, cột “Số lớp”',
      'exactly 2 lớp Tiếp công dân 2030 @ hàng 2 “Tiếp công dân”, cột “Số lớp”',
    ]);
  });

  it.each<[string, readonly string[]]>([
    [
      '1. Đối với cán bộ, công chức cấp xã: 100% đạt chuẩn; 100% trưởng phòng có bằng đại học.',
      [
        'at_least 100% cán bộ, công chức cấp xã [đạt chuẩn] 2030',
        'at_least 100% trưởng phòng [có bằng đại học] 2030 <Đối với cán bộ, công chức cấp xã>',
      ],
    ],
    [
      '1. Ít nhất 80% công chức được bồi dưỡng kỹ năng số, trừ người sắp nghỉ hưu.',
      ['at_least 80% công chức [được bồi dưỡng kỹ năng số] 2030 <trừ người sắp nghỉ hưu>'],
    ],
    [
      '1. Nếu được bố trí đủ kinh phí, tổ chức 20 lớp bồi dưỡng ngoại ngữ.',
      ['exactly 20 lớp bồi dưỡng ngoại ngữ 2030 <Nếu được bố trí đủ kinh phí>'],
    ],
    [
      '1. 90% cán bộ cấp xã có trình độ đại học; riêng vùng cao đạt 70%.',
      [
        'at_least 90% cán bộ cấp xã [có trình độ đại học] 2030',
        'at_least 70% cán bộ cấp xã [có trình độ đại học] 2030 <riêng vùng cao>',
      ],
    ],
    [
      '1. Đến năm 2028 có 60% và đến năm 2030 có 90% công chức được đào tạo về chuyển đổi số.',
      [
        'at_least 60% công chức [được đào tạo về chuyển đổi số] 2028',
        'at_least 90% công chức [được đào tạo về chuyển đổi số] 2030',
      ],
    ],
    [
      '1. Ít nhất 2/3 số ủy viên ban thường vụ có trình độ cao cấp lý luận chính trị.',
      ['at_least 66.67% ủy viên ban thường vụ [có trình độ cao cấp lý luận chính trị] 2030 2/3'],
    ],
    [
      '1. Dành ít nhất 80% thời gian cho thảo luận, thực hành.',
      ['at_least 80% thời gian cho thảo luận, thực hành 2030'],
    ],
    [
      '1. Cử 05 cán bộ đi đào tạo thạc sĩ, 02 cán bộ đi đào tạo tiến sĩ.',
      ['exactly 5 cán bộ đi đào tạo thạc sĩ 2030', 'exactly 2 cán bộ đi đào tạo tiến sĩ 2030'],
    ],
    [
      '1. Tỷ lệ nữ cấp ủy viên đạt từ 20% - 25%, phấn đấu nữ ủy viên ban thường vụ đạt 15%.',
      ['at_least 20% nữ cấp ủy viên 2030', 'at_least 15% nữ ủy viên ban thường vụ 2030'],
    ],
    ['1. Không để quá 5% cán bộ bị kỷ luật.', ['at_most 5% cán bộ bị kỷ luật 2030']],
    ['1. Đào tạo thạc sĩ quản lý công: 06 người.', ['exactly 6 người Đào tạo thạc sĩ quản lý công 2030']],
  ])('keep their conditions and their figures: %s', (line, expected) => {
    expect(targetsOf(`${line}\n2. Giao các đơn vị thực hiện.`).map(written)).toEqual(expected);
  });

  it('are of the people that the heading above them names', () => {
    const lines =
      '1. Chỉ tiêu cụ thể\na) Đối với cán bộ, công chức:\n- Đến năm 2028, 85% đạt tiêu chuẩn chức vụ;\n- 95% được cập nhật kiến thức.\n2. Việc khác.';
    expect(targetsOf(lines).map(written)).toEqual([
      'at_least 85% cán bộ, công chức [đạt tiêu chuẩn chức vụ] 2028',
      'at_least 95% cán bộ, công chức [được cập nhật kiến thức] 2030',
    ]);
  });
});

describe('the cells of a table', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'by years and units of measure',
      'TT | Chỉ tiêu | ĐVT | Năm 2026 | Năm 2030\n1 | Tỷ lệ công chức có bằng đại học | % | 80 | ≥ 95\n2 | Số lớp bồi dưỡng | Lớp | 10 | 15',
      [
        'at_least 80% công chức [có bằng đại học] 2026 @ hàng 1 “Tỷ lệ công chức có bằng đại học”, cột “Năm 2026”',
        'at_least 95% công chức [có bằng đại học] 2030 @ hàng 1 “Tỷ lệ công chức có bằng đại học”, cột “Năm 2030”',
        'exactly 10 lớp bồi dưỡng 2026 @ hàng 2 “Số lớp bồi dưỡng”, cột “Năm 2026”',
        'exactly 15 lớp bồi dưỡng 2030 @ hàng 2 “Số lớp bồi dưỡng”, cột “Năm 2030”',
      ],
    ],
    [
      'with what is asked in the headings',
      'TT | Đối tượng | Trình độ đại học trở lên (%) | Trung cấp lý luận chính trị (%) | Ghi chú\n1 | Công chức | 95 | 2/3 | 5',
      [
        'at_least 95% Công chức [Trình độ đại học trở lên] 2030 @ hàng 1 “Công chức”, cột “Trình độ đại học trở lên (%)”',
        'at_least 66.67% Công chức [Trung cấp lý luận chính trị] 2030 2/3 @ hàng 1 “Công chức”, cột “Trung cấp lý luận chính trị (%)”',
      ],
    ],
    [
      'of classes and attendances, without money',
      'TT | Nội dung | Số lớp | Số lượt người | Kinh phí (triệu đồng)\n1 | Kỹ năng số | 3 | 150 | 45\n | Tổng cộng | 3 | 150 | 45',
      [
        'exactly 3 lớp Kỹ năng số 2030 @ hàng 1 “Kỹ năng số”, cột “Số lớp”',
        'exactly 150 lượt người Kỹ năng số 2030 @ hàng 1 “Kỹ năng số”, cột “Số lượt người”',
      ],
    ],
    [
      'beside the results of the past',
      'TT | Tiêu chí | Kết quả năm 2025 | Mục tiêu năm 2030\n1 | Tỷ lệ cán bộ nữ | 12% | 15% trở lên',
      ['at_least 15% cán bộ nữ 2030 @ hàng 1 “Tỷ lệ cán bộ nữ”, cột “Mục tiêu năm 2030”'],
    ],
    [
      'below a division of the table',
      'TT | Chỉ tiêu | Năm 2030\nI. KHỐI TỈNH\n1 | Tỷ lệ công chức đạt chuẩn | 100%\nII. KHỐI XÃ\n1 | Tỷ lệ công chức đạt chuẩn | 95%',
      [
        'at_least 100% công chức [đạt chuẩn] 2030 <I. KHỐI TỈNH> @ hàng 1 “Tỷ lệ công chức đạt chuẩn”, cột “Năm 2030”',
        'at_least 95% công chức [đạt chuẩn] 2030 <II. KHỐI XÃ> @ hàng 1 “Tỷ lệ công chức đạt chuẩn”, cột “Năm 2030”',
      ],
    ],
    [
      'of people’s votes',
      'TT | Họ và tên | Chức vụ | Tỷ lệ phiếu\n1 | Nguyễn Văn Mẫu | Trưởng phòng | 95%',
      [],
    ],
  ])('are read %s', (_, table, expected) => {
    expect(targetsOf(`1. Bảng chỉ tiêu\n${table}\n2. Việc khác.`).map(written)).toEqual(expected);
  });
});

describe('a table of classes out of a page', () => {
  it('is read where the row numbers ran together with the names', () => {
    const rows = 'STT Tên lớp | Số lớp | Số người\n1 Kỹ năng số | 2 | 80\n2 Một cửa | 1 | 40';
    expect(targetsOf(rows).map(written)).toEqual([
      'exactly 2 lớp Kỹ năng số 2030 @ hàng 1 “1 Kỹ năng số”, cột “Số lớp”',
      'exactly 1 lớp Một cửa 2030 @ hàng 2 “2 Một cửa”, cột “Số lớp”',
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

describe('a sentence of a programme that sets no target', () => {
  it.each([
    '1. Cuộc họp chỉ tiến hành khi có ít nhất 2/3 số thành viên; được thông qua khi quá nửa tổng số thành viên tán thành.',
    '1. Học viên được hỗ trợ 50% học phí và 100% tiền tài liệu.',
    '1. Phụ cấp ưu đãi: 25% đối với giảng viên; 50% ở vùng cao.',
    '1. Theo số liệu của các đơn vị, công chức chưa đạt chuẩn còn 4,2%, chủ yếu ở vùng cao.',
    '1. Năm 2024 mới có 38% công chức đạt chuẩn, năm 2025 là 45%.',
  ])('gives none: %s', (line) => {
    expect(targetsOf(`${line}\n2. Giao các đơn vị thực hiện.`)).toEqual([]);
  });

  it('may tell of whom the next one speaks', () => {
    const line =
      '1. Hiện đạt 60% công chức có trình độ đại học; phấn đấu đến năm 2029 nâng tỷ lệ này lên 85%.';
    expect(targetsOf(`${line}\n2. Giao các đơn vị thực hiện.`).map(written)).toEqual([
      'at_least 85% công chức [có trình độ đại học] 2029',
    ]);
  });
});

describe('a target in other words', () => {
  it.each<[string, readonly string[]]>([
    [
      '1. Toàn bộ trưởng thôn được tập huấn kỹ năng số; một nửa số xã có nữ cán bộ chủ chốt.',
      [
        'at_least 100% trưởng thôn [được tập huấn kỹ năng số] 2030 Toàn bộ',
        'at_least 50% xã [có nữ cán bộ chủ chốt] 2030 một nửa',
      ],
    ],
    [
      '1. Giảm tỷ lệ hồ sơ trễ hạn xuống dưới 1%; cắt giảm tối thiểu 20% thời gian giải quyết.',
      ['less_than 1% hồ sơ trễ hạn 2030', 'at_least 20% thời gian giải quyết [cắt giảm] 2030'],
    ],
    [
      '1. Biên soạn 10 bộ tài liệu bồi dưỡng và 90% học viên tham gia ít nhất 02 lớp.',
      ['at_least 90% học viên [tham gia ít nhất 02 lớp] 2030', 'exactly 10 bộ tài liệu bồi dưỡng 2030'],
    ],
    ['1. Vận động không ít hơn 10 nghìn đoàn viên tham gia.', ['at_least 10000 đoàn viên tham gia 2030']],
  ])('is read: %s', (line, expected) => {
    expect(targetsOf(`${line}\n2. Giao các đơn vị thực hiện.`).map(written)).toEqual(expected);
  });
});

describe('how near a target is to be met', () => {
  it.each<[string, string, TargetProposal['comparison'], string]>([
    ['khoảng', 'Tổ chức khoảng 45 lớp bồi dưỡng.', 'about', 'khoảng 45 lớp bồi dưỡng (đến năm 2030)'],
    [
      'gần',
      'Phấn đấu gần 80% công chức đạt chuẩn.',
      'about',
      'khoảng 80% công chức đạt chuẩn (đến năm 2030)',
    ],
    ['hơn', 'Mở hơn 20 lớp bồi dưỡng.', 'more_than', 'trên 20 lớp bồi dưỡng (đến năm 2030)'],
    ['trên', 'Trên 95% công chức đạt chuẩn.', 'more_than', 'trên 95% công chức đạt chuẩn (đến năm 2030)'],
    [
      'dưới',
      'Phấn đấu dưới 5% công chức không đạt chuẩn.',
      'less_than',
      'dưới 5% công chức không đạt chuẩn (đến năm 2030)',
    ],
    [
      'từ … đến … of a percentage',
      'Phấn đấu từ 70% đến 80% công chức đạt chuẩn.',
      'at_least',
      'từ 70 đến 80% công chức đạt chuẩn (đến năm 2030)',
    ],
    [
      'từ … đến … of a count',
      'Mỗi năm mở từ 10 đến 15 lớp bồi dưỡng.',
      'at_least',
      'từ 10 đến 15 lớp bồi dưỡng (đến năm 2030)',
    ],
    [
      'a range in a cell',
      'Bảng chỉ tiêu\nTT | Chỉ tiêu | Năm 2030\n1 | Tỷ lệ công chức có bằng đại học | khoảng 85 - 90%',
      'about',
      'khoảng từ 85 đến 90% công chức có bằng đại học (đến năm 2030)',
    ],
  ])('is told as written: %s', (_, line, comparison, words) => {
    const read = targetsOf(`1. ${line}\n2. Giao các đơn vị thực hiện.`);
    expect(read.map((target) => [target.comparison, targetWords(target)])).toEqual([[comparison, words]]);
  });

  it.each([
    [
      'Tổ chức khoảng 45 lớp bồi dưỡng cho khoảng 1.800 lượt người.',
      ['khoảng 45 lớp bồi dưỡng (đến năm 2030)', 'khoảng 1.800 lượt người (đến năm 2030)'],
    ],
    [
      'Mỗi năm bồi dưỡng từ 1.000 đến 1.200 lượt công chức.',
      ['từ 1.000 đến 1.200 lượt công chức (đến năm 2030)'],
    ],
  ])('counts in thousands, and people beside their classes: %s', (line, words) => {
    expect(targetsOf(`1. ${line}\n2. Giao các đơn vị thực hiện.`).map(targetWords)).toEqual(words);
  });
});
