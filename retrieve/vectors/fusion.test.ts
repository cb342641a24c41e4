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
  /** Six of a crowd, none of which was found by words, and the last of the nearest. */
  const CROWD = [0.5, 0.49, 0.48, 0.47, 0.46, 0.45].map((similarity, at) => near(50 + at, similarity));
  const LAST = near(60, 0.25);
  const crowd = CROWD.map(({ passageId }) => hit(passageId, 0.1));

  it('lets a vector that stands out settle what words leave open', () => {
    const byWords = [hit(1, 10), hit(2, 9.8), hit(3, 4)];
    const rankings = {
      byWords,
      others: crowd,
      nearest: [near(2, 0.9), ...CROWD, LAST],
      further: [near(1, 0.2)],
    };
    expect(ids(fuse(rankings, 0.05)).slice(0, 3)).toEqual([2, 1, 3]);
  });

  it('does not let one of the crowd do so', () => {
    const byWords = [hit(1, 10), hit(50, 9.99)];
    const rankings = { byWords, others: crowd.slice(1), nearest: [...CROWD, LAST], further: [near(1, 0.2)] };
    expect(ids(fuse(rankings, 0.05)).slice(0, 2)).toEqual([1, 50]);
  });

  it('does not let vectors overrule words that are clear', () => {
    const byWords = [hit(1, 10), hit(2, 9)];
    const rankings = {
      byWords,
      others: crowd,
      nearest: [near(2, 0.9), ...CROWD, LAST],
      further: [near(1, -0.4)],
    };
    expect(ids(fuse(rankings, 0.05)).slice(0, 2)).toEqual([1, 2]);
  });

  it('tells how each passage got its place', () => {
    const byWords = [hit(1, 10), hit(2, 8)];
    // The crowd is 0.2 wide; 0.66 lies 1.0 widths before its sixth, and so counts by half.
    const nearest = [
      near(2, 0.9),
      near(9, 0.66),
      ...CROWD.slice(0, 4).map((one) => ({ ...one, similarity: 0.46 })),
      near(60, 0.26),
    ];
    const fused = fuse({ byWords, others: [hit(9, 5)], nearest, further: [near(1, 0.1)] }, 0.5);
    const told = fused.map(({ passageId, score, explanation: { lexicalRank, vectorRank, factors } }) => [
      passageId,
      lexicalRank,
      vectorRank,
      score,
      factors.at(-1),
    ]);
    expect(told).toEqual([
      [2, 2, 1, 13, { factor: 'vector', value: 0.9, times: 13 / 8 }],
      [1, 1, null, 10, { factor: 'vector', value: 0.1, times: 1 }],
      [9, null, 2, expect.closeTo(7.5), { factor: 'vector', value: 0.66, times: expect.closeTo(1.5) }],
    ]);
  });

  it('leaves out what only happens to be nearest', () => {
    const nothing = [hit(50, 0), hit(51, 0)];
    const fused = fuse(
      { byWords: [hit(1, 3)], others: nothing, nearest: [...CROWD, LAST], further: [] },
      0.05,
    );
    expect(ids(fused)).toEqual([1]);
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
    fc.record({ id: fc.nat(99), score: fc.double({ min: 0.01, max: 50, noNaN: true }) }),
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
            expect(ahead).toBeLessThanOrEqual(most + 1e-9);
          }
        }
      }),
    );
  });
});
