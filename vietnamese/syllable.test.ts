import { describe, expect, it } from 'vitest';
import { indexedForm, isFoldedSyllable, isSyllable, spellSyllable } from './syllable.ts';

describe('a syllable as Vietnamese spells it', () => {
  it.each('ở gì giếng quyết nghiêng thuở khuya Đường xoong kỹ quý yêu ngoằn huỳnh rượu'.split(' '))(
    'is %s',
    (written) => {
      expect(isSyllable(written)).toBe(true);
      expect(isSyllable(written.normalize('NFD'))).toBe(true);
      expect(isFoldedSyllable(written)).toBe(true);
    },
  );

  it.each('word taoj quyet ngê kao tât đăkk tièệ ă f ngha 5 '.split(' '))('is not %s', (written) => {
    expect(isSyllable(written)).toBe(false);
  });

  it('may lack its marks', () => {
    expect(['dao', 'quyet', 'duong', 'tat'].every(isFoldedSyllable)).toBe(true);
    expect(['word', 'excel', 'dapo', 'tt', ''].some(isFoldedSyllable)).toBe(false);
  });

  it('has one indexed form for lý and lí', () => {
    expect([indexedForm('ly'), indexedForm('li'), indexedForm('qui'), indexedForm('xyz')]).toEqual([
      'li',
      'li',
      'qui',
      null,
    ]);
  });

  it.each([
    ['hoa', 'grave', 'hòa'],
    ['thuy', 'acute', 'thúy'],
    ['toan', 'acute', 'toán'],
    ['ngươi', 'grave', 'người'],
    ['cưa', 'hook', 'cửa'],
    ['quy', 'acute', 'quý'],
    ['gia', 'acute', 'giá'],
    ['ngoai', 'grave', 'ngoài'],
    ['khuya', 'level', 'khuya'],
    ['tat', 'grave', null],
    ['cat', 'level', null],
  ] as const)('writes %s with the tone %s as %s', (letters, tone, written) => {
    expect(spellSyllable(letters, tone)).toBe(written);
  });
});
