import { describe, expect, it } from 'vitest';
import type { Candidate, PassageText } from '../store/passages/candidates.ts';
import { lookAtLines, rankByLines, rankByWords } from './rank.ts';
import type { WeightedQuestion } from './weigh.ts';
import { WEIGHTS } from './weights.ts';

const question: WeightedQuestion = {
  text: 'kinh phí',
  corpus: { passages: 100, averageLength: 20 },
  terms: [
    {
      term: 'kinh_phi',
      kind: 'pair',
      termId: 7,
      passages: 5,
      weight: 3,
      share: 2,
      content: true,
      part: 1,
      origin: 'asked',
    },
  ],
};

function candidate(passageId: number, change: Partial<Candidate & { inForce: boolean | null }> = {}) {
  return {
    passageId,
    directiveId: passageId,
    provisionId: passageId,
    terms: [{ termId: 7, heading: 0, body: 1 }],
    headingLength: 3,
    length: 20,
    titleTermIds: [],
    kind: 'issued' as const,
    effective: null,
    inForce: true,
    ...change,
  };
}

function text(words: string): PassageText {
  return {
    path: [],
    heading: '',
    start: 0,
    end: words.length,
    page: null,
    text: words,
    title: '',
    sample: false,
  };
}

const ids = (ranked: readonly { readonly passageId: number }[]) => ranked.map(({ passageId }) => passageId);

describe('the first look', () => {
  it('puts issued documents before press, provisions before what stands outside, what holds before what has ended', () => {
    const ranked = rankByWords(
      [
        candidate(1, { kind: 'press', provisionId: null }),
        candidate(2, { provisionId: null }),
        candidate(3, { inForce: false }),
        candidate(4),
      ],
      question,
      WEIGHTS,
    );
    expect(ids(ranked)[0]).toBe(4);
    expect(
      ranked.every(({ score }, at) => score <= (ranked[at - 1]?.score ?? Number.POSITIVE_INFINITY)),
    ).toBe(true);
    expect(new Set(ranked.map(({ score }) => score)).size).toBe(4);
  });

  it('does not punish what is not known to be in force', () => {
    const [a, b] = rankByWords([candidate(1, { inForce: null }), candidate(2)], question, WEIGHTS);
    expect(a?.score).toBe(b?.score);
  });

  it('keeps the order of storing between equals', () => {
    expect(ids(rankByWords([candidate(9), candidate(2), candidate(5)], question, WEIGHTS))).toEqual([
      2, 5, 9,
    ]);
  });
});

describe('the second look', () => {
  const texts = new Map([
    [1, text('Học viên nộp đơn')],
    [2, text('Kinh phí do tỉnh lo')],
    [3, text('Kinh phí do tỉnh lo')],
  ]);
  const first = rankByWords([candidate(1), candidate(2), candidate(3)], question, WEIGHTS);

  it('raises what holds the words in one line', () => {
    const ranked = rankByLines(first, lookAtLines(texts, new Set([1, 2]), question), WEIGHTS);
    expect(ids(ranked)).toEqual([2, 1, 3]);
  });

  it('leaves what was not looked at behind what was, whatever it scores', () => {
    const ranked = rankByLines(first, lookAtLines(texts, new Set([1]), question), WEIGHTS);
    expect(ids(ranked)[0]).toBe(1);
  });

  it('drops a passage that was removed meanwhile', () => {
    const ranked = rankByLines(
      first,
      lookAtLines(new Map([[2, text('Kinh phí')]]), new Set([2]), question),
      WEIGHTS,
    );
    expect(ids(ranked)).toEqual([2]);
  });

  it('raises passages whose document has another one that fits', () => {
    const together = rankByWords(
      [candidate(1), candidate(2, { directiveId: 3 }), candidate(3)],
      question,
      WEIGHTS,
    );
    const ranked = rankByLines(together, lookAtLines(texts, new Set([1, 2, 3]), question), WEIGHTS);
    const raised = ranked.filter(({ factors }) =>
      factors.some(({ factor, value }) => factor === 'document' && value > 0),
    );
    expect(ids(raised).sort()).toEqual([2, 3]);
  });
});
