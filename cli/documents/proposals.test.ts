import { expect, it } from 'vitest';
import { parseText } from '../../ingest/relations/relations.testing.ts';
import { standardJson, standardText, targetJson } from './proposals.ts';

const pathsOf = (parsed: ReturnType<typeof parseText>) => (index: number | null) =>
  index === null ? null : (parsed.provisions[index]?.path ?? null);

it('tells time served beside the qualifications of a standard, as an alternative with its months', () => {
  const parsed = parseText(
    'THÔNG TƯ\nTiêu chuẩn mẫu\nĐiều 3. Kiểm định viên mẫu (hạng II) - Mã số: V.99.07.02\n1. Nhiệm vụ: làm việc.\n2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng đại học trở lên.\n3. Yêu cầu đối với viên chức dự xét thăng hạng:\na) Có thời gian giữ chức danh hạng III hoặc tương đương từ đủ 09 năm trở lên.\nĐiều 4. Hiệu lực\nThông tư có hiệu lực.',
  );
  const [standard] = parsed.requirements;
  if (standard === undefined) throw new Error('no standard was read');
  expect(standardJson(standard, pathsOf(parsed))).toMatchObject({
    title: 'Kiểm định viên mẫu',
    requirements: [{ point: 'a', any_of: [{ kind: 'degree', level: 'dai_hoc' }] }],
    experience: [
      {
        point: 'a',
        any_of: [
          {
            kind: 'experience',
            form: 'held',
            months: 108,
            name: 'chức danh hạng III',
            or_equivalent: true,
            when: 'đối với viên chức dự xét thăng hạng',
          },
        ],
        provision: ['Điều 3', 'khoản 3', 'điểm a'],
      },
    ],
  });
  expect(standardText(standard).at(-1)).toBe(
    '  a) giữ chức danh hạng III hoặc tương đương từ đủ 9 năm [đối với viên chức dự xét thăng hạng]',
  );
});

it('gives the address of the cell that sets a target', () => {
  const title = 'Bồi dưỡng cán bộ năm 2027';
  const parsed = parseText(
    `KẾ HOẠCH\n${title}\nI. CHỈ TIÊU\n1. Bảng chỉ tiêu\nTT | Đơn vị | Tỷ lệ đạt chuẩn\n1 | Phường Nam Lam | 2/3\n2. Việc khác.\nII. THỰC HIỆN\n1. Theo dõi.\n2. Báo cáo.`,
    { type: 'Kế hoạch', title },
  );
  expect(parsed.targets.map((target) => targetJson(target, pathsOf(parsed)))).toMatchObject([
    {
      percent: 66.67,
      fraction: '2/3',
      cell: { address: 'hàng 1 “Phường Nam Lam”, cột “Tỷ lệ đạt chuẩn”', row: '1', column: 3 },
      provision: ['Phần I', 'mục 1'],
      words: '1 | Phường Nam Lam | 2/3',
    },
  ]);
});
