import { describe, expect, it } from 'vitest';
import { hitAt, mean, ndcgAt, percentile, reciprocalRankAt } from './measures.ts';

const RANKED = ['a', 'b', 'c', 'd'];

describe('nDCG', () => {
  it('is 1 for the relevant one first, and falls with the logarithm of the rank', () => {
    expect(ndcgAt(10, RANKED, new Set(['a']))).toBe(1);
    expect(ndcgAt(10, RANKED, new Set(['b']))).toBeCloseTo(1 / Math.log2(3));
    expect(ndcgAt(10, RANKED, new Set(['d']))).toBeCloseTo(1 / Math.log2(5));
  });

  it('compares with the best order of all that are relevant', () => {
    const found = 1 / Math.log2(3) + 1 / Math.log2(4);
    expect(ndcgAt(10, RANKED, new Set(['b', 'c']))).toBeCloseTo(found / (1 + 1 / Math.log2(3)));
    expect(ndcgAt(2, RANKED, new Set(['a', 'b', 'c', 'd']))).toBe(1);
  });

  it('is 0 beyond k, and where nothing is relevant', () => {
    expect(ndcgAt(3, RANKED, new Set(['d']))).toBe(0);
    expect(ndcgAt(10, RANKED, new Set())).toBe(0);
    expect(ndcgAt(10, [], new Set(['a']))).toBe(0);
  });
});

it('the reciprocal rank is that of the first relevant one within k', () => {
  expect(reciprocalRankAt(10, RANKED, new Set(['c', 'd']))).toBeCloseTo(1 / 3);
  expect(reciprocalRankAt(2, RANKED, new Set(['c']))).toBe(0);
});

it('one relevant item within k is a hit', () => {
  expect(hitAt(2, RANKED, new Set(['b', 'x']))).toBe(1);
  expect(hitAt(1, RANKED, new Set(['b']))).toBe(0);
});

it('the mean of nothing is 0', () => {
  expect(mean([1, 2, 6])).toBe(3);
  expect(mean([])).toBe(0);
});

it('the share p of the values lies below the percentile, in whatever order they come', () => {
  const values = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect(percentile(values, 0.5)).toBe(51);
  expect(percentile(values, 0.95)).toBe(96);
  expect(percentile([7], 0.95)).toBe(7);
  expect(percentile([], 0.5)).toBe(0);
});
