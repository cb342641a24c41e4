import { expect, it } from 'vitest';
import type { ParsedDirective } from '../../domain/directive.ts';
import { parseText } from '../relations/relations.testing.ts';
import { applyCorrections } from './corrections.ts';
import { withAmendedWhose } from './whoseAmended.ts';

const whoseOf = ({ requirements }: ParsedDirective) => requirements.map(({ title, grade }) => [title, grade]);

it('a standard that an amending document quotes is for whom the stored article is that it amends', async () => {
  const { provisions } = parseText(
    'THÔNG TƯ\nQuy định mẫu\nĐiều 1. Phạm vi\nViệc của tỉnh Lam Giang.\nĐiều 5. Chuyên viên mẫu (hạng III)\n1. Nhiệm vụ: viết.',
    { number: '903/2026/TT-BCVM' },
  );
  const quoting = parseText(
    'THÔNG TƯ\nSửa đổi một số điều của Thông tư số 903/2026/TT-BCVM\nĐiều 1. Sửa đổi, bổ sung một số điều của Thông tư số 903/2026/TT-BCVM\n1. Sửa đổi khoản 2 Điều 5 như sau:\n“2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng:\na) Có bằng tốt nghiệp đại học trở lên.”.\n2. Bãi bỏ Điều 7.',
  );
  expect(whoseOf(quoting)).toEqual([[null, null]]);
  const read = await withAmendedWhose(quoting, async (number) =>
    number === '903/2026/TT-BCVM' ? { provisions: provisions.map((one, id) => ({ ...one, id })) } : null,
  );
  expect(whoseOf(read)).toEqual([['Chuyên viên mẫu', 'hạng III']]);
  expect(whoseOf(applyCorrections(read, { issued: '2026-03-22' }))).toEqual([
    ['Chuyên viên mẫu', 'hạng III'],
  ]);
});
