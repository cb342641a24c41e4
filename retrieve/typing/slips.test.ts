import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFoldedSyllable } from '../../vietnamese/syllable.ts';
import { cuts, slips } from './slips.ts';

describe('slips', () => {
  it.each([
    ['tap', 'tao', 'a neighbouring key'],
    ['dduong', 'duong', 'a doubled letter'],
    ['ducong', 'duong', 'a stray letter'],
    ['duog', 'duong', 'a missing letter'],
    ['duogn', 'duong', 'two letters swapped'],
    ['xuat', 'suat', 's for x'],
    ['chinh', 'trinh', 'ch for tr'],
    ['giay', 'day', 'gi for d'],
    ['nap', 'lap', 'n for l'],
    ['kan', 'can', 'k for c'],
    ['bang', 'ban', 'ng for n'],
    ['viet', 'viec', 't for c'],
  ])('lead from %s to %s: %s', (wrong, right) => {
    expect(slips(wrong).map(({ folded }) => folded)).toContain(right);
  });

  it('keep the marks of the letters that stay', () => {
    expect(slips('dưỡgn').find(({ folded }) => folded === 'duong')?.written).toBe('dưỡng');
    expect(slips('đàoo').find(({ folded }) => folded === 'dao')?.written).toBe('đào');
  });

  it('lead only to syllables, each once, never to the same', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), (word) => {
        const found = slips(word).map(({ folded }) => folded);
        expect(found.every(isFoldedSyllable)).toBe(true);
        expect(new Set(found).size).toBe(found.length);
        expect(found).not.toContain(word);
      }),
    );
  });

  it('are not looked for in what is longer than any syllable', () => {
    expect(slips('a'.repeat(10_000))).toEqual([]);
  });
});

describe('joined syllables', () => {
  it.each([
    ['daotao', 'dao tao'],
    ['cánbộ', 'cán bộ'],
    ['đàotạobồidưỡng', 'đào tạo bồi dưỡng'],
    ['ytế', 'y tế'],
  ])('%s may be %s', (written, parts) => {
    expect(cuts(written).map((cut) => cut.join(' '))).toContain(parts);
  });

  it('are not found in foreign words', () => {
    expect(cuts('powerpoint')).toEqual([]);
  });
});
