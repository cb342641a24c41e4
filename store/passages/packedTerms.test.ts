import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MOST_COUNTED, packTerms, pickTerms, type TermCount, unpackTerms } from './packedTerms.ts';

const count = fc.nat(MOST_COUNTED);
const term = fc.record({ termId: fc.nat(2 ** 31 - 1), heading: count, body: count });
const someTerms = fc.uniqueArray(term, { selector: ({ termId }) => termId, maxLength: 60 });
const byId = (a: TermCount, b: TermCount) => a.termId - b.termId;
const headingLength = (terms: readonly TermCount[]) => terms.reduce((sum, { heading }) => sum + heading, 0);

it('gives back of the packed terms exactly those that are asked, and counts those of the heading', () => {
  fc.assert(
    fc.property(someTerms, fc.uniqueArray(fc.nat(2 ** 31 - 1)), (terms, others) => {
      const half = terms.filter((_, at) => at % 2 === 0).map(({ termId }) => termId);
      const asked = [...new Set([...half, ...others])].sort((a, b) => a - b);
      const wanted = new Set(asked);
      const expected = terms.filter(({ termId }) => wanted.has(termId)).sort(byId);
      const packed = packTerms(terms);
      expect(pickTerms(packed, asked)).toEqual({ terms: expected, headingLength: headingLength(terms) });
      expect(unpackTerms(packed)).toEqual([...terms].sort(byId));
    }),
  );
});

it('takes 300 occurrences for the most that is counted', () => {
  const packed = packTerms([{ termId: 7, heading: 0, body: 300 }]);
  expect(pickTerms(packed, [7]).terms).toEqual([{ termId: 7, heading: 0, body: MOST_COUNTED }]);
});

it('still reads what was packed in six bytes a term', () => {
  const former = Uint8Array.from([0, 0, 1, 2, 3, 4, 0, 1, 0, 0, 0, 9]);
  const terms = [
    { termId: 258, heading: 3, body: 4 },
    { termId: 65_536, heading: 0, body: 9 },
  ];
  expect(unpackTerms(former)).toEqual(terms);
  expect(pickTerms(former, [258, 259])).toEqual({ terms: terms.slice(0, 1), headingLength: 3 });
  expect(pickTerms(new Uint8Array(), [258])).toEqual({ terms: [], headingLength: 0 });
});
