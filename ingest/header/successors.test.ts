import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';
import { successionsOf } from './successors.ts';

describe('an agency that no longer exists', () => {
  it.each([
    ['Bộ Lao động - Thương binh và Xã hội', ['Bộ Nội vụ']],
    ['BỘ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI', ['Bộ Nội vụ']],
    ['Bộ Nông nghiệp và Phát triển nông thôn - Bộ Nội vụ', ['Bộ Nông nghiệp và Môi trường']],
    ['Bộ Nội vụ', []],
  ])('leads to its successor: %s', (agency, expected) => {
    expect(successionsOf(agency).flatMap(({ successors }) => successors)).toEqual(expected);
  });

  it('is noted for whoever reads its document', () => {
    const { warnings } = parseText(
      'BỘ GIAO THÔNG VẬN TẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 91/2019/TT-BGTVT\nHà Nội, ngày 01 tháng 7 năm 2019\nTHÔNG TƯ\nQuy định việc mẫu\nĐiều 1. Phạm vi\nNội dung.\nĐiều 2. Hiệu lực\nThông tư này có hiệu lực từ ngày 01 tháng 8 năm 2019.',
    );
    expect(warnings.some((warning) => /Bộ Xây dựng.*176\/2025\/QH15/u.test(warning))).toBe(true);
  });
});
