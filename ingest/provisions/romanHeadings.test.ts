import { describe, expect, it } from 'vitest';
import { parseText } from '../relations/relations.testing.ts';

const paths = (text: string) =>
  parseText(text).provisions.map(({ path, heading }) => `${path.join(' > ')}: ${heading ?? ''}`);

describe('a heading with a Roman numeral above the Điều', () => {
  it('is the Phần of a document that has no Chương', () => {
    const text =
      'QUY ĐỊNH\nVề việc mẫu\nI. QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nNội dung một.\nĐiều 2. Đối tượng\nMọi người.\nII. QUY ĐỊNH CỤ THỂ\nĐiều 3. Tiêu chuẩn\nNội dung ba.';
    expect(paths(text)).toEqual([
      'Phần I: QUY ĐỊNH CHUNG',
      'Phần I > Điều 1: Phạm vi',
      'Phần I > Điều 2: Đối tượng',
      'Phần II: QUY ĐỊNH CỤ THỂ',
      'Phần II > Điều 3: Tiêu chuẩn',
    ]);
  });

  it('is the Mục of a Chương, and begins anew in the next one', () => {
    const text =
      'QUY ĐỊNH\nVề việc mẫu\nChương I\nQUY ĐỊNH CHUNG\nI. Phạm vi\nĐiều 1. Phạm vi\nNội dung.\nII. Đối tượng\nĐiều 2. Đối tượng\nMọi người.\nChương II\nCỤ THỂ\nI. Tiêu chuẩn\nĐiều 3. Tiêu chuẩn\nNội dung ba.';
    expect(paths(text)).toContain('Chương I > Mục II > Điều 2: Đối tượng');
    expect(paths(text)).toContain('Chương II > Mục I > Điều 3: Tiêu chuẩn');
  });

  it('is none where a list of rules with such numbers stands before an Điều', () => {
    const text =
      'QUY ĐỊNH\nVề việc mẫu\nĐiều 1. Các nhóm\nI. Nhóm thứ nhất;\nII. Nhóm thứ hai.\nĐiều 2. Đối tượng\nMọi người.';
    expect(paths(text).filter((path) => /Phần|Mục/u.test(path))).toEqual([]);
  });
});
