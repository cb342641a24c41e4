import { describe, expect, it } from 'vitest';
import { nameKey } from './nameKey.ts';

describe('the key of a name', () => {
  it.each([
    ['Chủ tịch UBND xã', 'chu tich uy ban nhan dan xa'],
    ['chu tich uy ban nhan dan xa', 'chu tich uy ban nhan dan xa'],
    ['Chủ tịch Uỷ ban nhân dân xã', 'chu tich uy ban nhan dan xa'],
    ['  Phó Chủ tịch\u00a0HĐND – phường. ', 'pho chu tich hoi dong nhan dan phuong'],
    ['CVC', 'chuyen vien chinh'],
    ['Lý luận chính trị', 'li luan chinh tri'],
    ['Lí luận chính trị', 'li luan chinh tri'],
    ['01.003', '01 003'],
    ['', ''],
  ])('of “%s” is “%s”', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });

  it('is the same when asked again, and for names written in decomposed letters', () => {
    const name = 'Trưởng phòng Nội vụ';
    expect(nameKey(name)).toBe(nameKey(name.normalize('NFD')));
    expect(nameKey(name)).toBe('truong phong noi vu');
  });

  it('stays right after more names than it remembers', () => {
    for (let number = 0; number < 20_001; number += 1) nameKey(`Lớp ${number}`);
    expect(nameKey('Lớp 7')).toBe('lop 7');
  });

  it('writes out the first word of a position as offices shorten it', () => {
    expect(nameKey('PCT UBND phường')).toBe(nameKey('Phó Chủ tịch UBND phường'));
    expect(nameKey('ct ubnd xa')).toBe(nameKey('Chủ tịch Ủy ban nhân dân xã'));
    expect(nameKey('CT')).toBe('ct');
  });
});
