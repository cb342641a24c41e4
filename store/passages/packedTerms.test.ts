import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packTerms, pickTerms, type TermCount } from './packedTerms.ts';

const count = fc.nat(255);
const term = fc.record({ termId: fc.nat(2 ** 32 - 1), heading: count, body: count });
const someTerms = fc.uniqueArray(term, { selector: ({ termId }) => termId, maxLength: 60 });

it('gives back of the packed terms exactly those that are asked, and counts those of the heading', () => {
  fc.assert(
    fc.property(someTerms, fc.uniqueArray(fc.nat(2 ** 32 - 1)), (terms, others) => {
      const half = terms.filter((_, at) => at % 2 === 0).map(({ termId }) => termId);
      const asked = [...new Set([...half, ...others])].sort((a, b) => a - b);
      const wanted = new Set(asked);
      const byId = (a: TermCount, b: TermCount) => a.termId - b.termId;
      const expected = terms.filter(({ termId }) => wanted.has(termId)).sort(byId);
      const headingLength = terms.reduce((sum, { heading }) => sum + heading, 0);
      expect(pickTerms(packTerms(terms), asked)).toEqual({ terms: expected, headingLength });
    }),
  );
});

it('takes 300 occurrences for 255', () => {
  const packed = packTerms([{ termId: 7, heading: 0, body: 300 }]);
  expect(pickTerms(packed, [7]).terms).toEqual([{ termId: 7, heading: 0, body: 255 }]);
});
