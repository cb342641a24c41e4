import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuse, type Ranking } from './fusion.ts';

function hit(passageId: number, score: number): Ranking {
  return {
    passageId,
    score,
    factors: [{ factor: 'focus', value: 0, times: 1 }],
    explanation: { terms: [], factors: [], lexicalRank: 1, vectorRank: null, score },
  };
}

const near = (passageId: number, similarity: number) => ({ passageId, similarity });
const ids = (hits: readonly Ranking[]) => hits.map(({ passageId }) => passageId);

describe('the fused ranking', () => {
  it('lets nearness settle what words leave open', () => {
    const byWords = [hit(1, 10), hit(2, 9.8), hit(3, 4)];
    const nearest = [near(2, 0.9), near(7, 0.5)];
    const fused = fuse(
      { byWords, others: [hit(7, 0)], nearest, further: [near(1, 0.2), near(3, 0.3)] },
      0.05,
    );
    expect(ids(fused)).toEqual([2, 1, 3, 7]);
  });

  it('does not let it overrule words that are clear', () => {
    const byWords = [hit(1, 10), hit(2, 9)];
    const nearest = [near(9, 0.9), near(2, 0.8), near(8, 0.1)];
    const fused = fuse({ byWords, others: [hit(9, 1), hit(8, 0)], nearest, further: [near(1, -0.4)] }, 0.05);
    expect(ids(fused)).toEqual([1, 2, 9, 8]);
  });

  it('tells how each passage got its place', () => {
    const byWords = [hit(1, 10), hit(2, 8)];
    const nearest = [near(2, 0.9), near(9, 0.6), near(8, 0.4)];
    const fused = fuse({ byWords, others: [hit(9, 5), hit(8, 0)], nearest, further: [] }, 0.5);
    const told = fused.map(({ passageId, score, explanation: { lexicalRank, vectorRank, factors } }) => [
      passageId,
      lexicalRank,
      vectorRank,
      score,
      factors.at(-1),
    ]);
    expect(told).toEqual([
      [2, 2, 1, 13, { factor: 'vector', value: 0.9, times: 13 / 8 }],
      [1, 1, null, 10, { factor: 'vector', value: 0, times: 1 }],
      [9, null, 2, expect.closeTo(7), { factor: 'vector', value: 0.6, times: expect.closeTo(7 / 5) }],
      [8, null, 3, 0, { factor: 'vector', value: 0.4, times: 1 }],
    ]);
  });

  it('ranks by nearness alone where no word is known', () => {
    const nearest = [near(5, 0.9), near(4, 0.7), near(6, 0.2)];
    const fused = fuse(
      { byWords: [], others: [hit(4, 0), hit(5, 0), hit(6, 0)], nearest, further: [] },
      0.05,
    );
    expect(ids(fused)).toEqual([5, 4, 6]);
  });

  const scores = fc.uniqueArray(
    fc.record({ id: fc.nat(99), score: fc.double({ min: 0, max: 50, noNaN: true }) }),
    {
      selector: ({ id }) => id,
      maxLength: 20,
    },
  );
  const similarity = fc.double({ min: -1, max: 1, noNaN: true });

  it('is the ranking by words where nothing is near, or nothing nearer than the rest', () => {
    fc.assert(
      fc.property(scores, similarity, (found, same) => {
        const byWords = found
          .map(({ id, score }) => hit(id, score))
          .sort((a, b) => b.score - a.score || a.passageId - b.passageId);
        const alike = byWords.map(({ passageId }) => near(passageId, same));
        for (const nearest of [[], alike]) {
          expect(ids(fuse({ byWords, others: [], nearest, further: [] }, 0.05))).toEqual(ids(byWords));
        }
      }),
    );
  });

  it('keeps every passage once, and apart by more than the weight leaves their order to the words', () => {
    fc.assert(
      fc.property(scores, fc.array(similarity, { minLength: 20, maxLength: 20 }), (found, similarities) => {
        const byWords = found.map(({ id, score }) => hit(id, score));
        const nearest = byWords
          .map(({ passageId }, at) => near(passageId, similarities[at] ?? 0))
          .sort((a, b) => b.similarity - a.similarity);
        const fused = fuse({ byWords, others: [], nearest, further: [] }, 0.1);
        expect(ids(fused).toSorted()).toEqual(ids(byWords).toSorted());
        const before = new Map(byWords.map(({ passageId, score }) => [passageId, score]));
        const most = 0.1 * Math.max(0, ...before.values());
        for (const [at, { passageId }] of fused.entries()) {
          for (const later of fused.slice(at + 1)) {
            const ahead = (before.get(later.passageId) ?? 0) - (before.get(passageId) ?? 0);
            expect(ahead).toBeLessThanOrEqual((most || 0.1) + 1e-9);
          }
        }
      }),
    );
  });
});
