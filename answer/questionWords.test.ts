import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termExplanation as term } from '../retrieve/explanation.testing.ts';
import type { TermExplanation } from '../retrieve/explanation.ts';
import { questionWords } from './questionWords.ts';

const everything = () => true;
const held = (name: string, passages: number, score: number) => term(name, { passages, score, body: 1 });

const scores = (terms: readonly TermExplanation[], isContent: (name: string) => boolean = everything) =>
  Object.fromEntries(questionWords(terms, isContent).map((word) => [word.term, word.score]));

describe('the words of a question', () => {
  // "học bồi dưỡng công chức"
  const terms = [
    held('hoc', 200, 1),
    held('boi', 41, 2),
    held('hoc_boi', 5, 6),
    held('duong', 44, 2),
    held('boi_duong', 40, 3),
    held('cong', 90, 1),
    held('duong_cong', 6, 4),
    held('chuc', 70, 1),
    held('cong_chuc', 60, 2),
  ];

  it('are the pairs that mostly stand together, with what their syllables brought', () => {
    // Half of what "học bồi" and "dưỡng công" brought goes to each of the words that they join.
    expect(scores(terms)).toEqual({ hoc: 1 + 3, boi_duong: 3 + 2 + 2 + 3 + 2, cong_chuc: 2 + 1 + 1 + 2 });
  });

  it('stand where the pair stands, not where one of its syllables does', () => {
    const [word] = questionWords(
      [term('boi', { heading: 2, score: 1 }), term('duong', { score: 0 }), held('boi_duong', 9, 1)],
      everything,
    );
    expect(word).toMatchObject({ term: 'boi_duong', heading: false, body: true, title: false });
  });

  it('fall into syllables where the passage holds these as other words', () => {
    // "hợp đồng" beside a passage on "phù hợp" and "hội đồng".
    const apart = [held('hop', 30, 1), held('dong', 40, 1), term('hop_dong', { passages: 25 })];
    expect(scores(apart)).toEqual({ hop_dong: 0, hop: 1, dong: 1 });
  });

  it('are no pairs of a word that asks and one that says what is asked', () => {
    const asking = [held('may', 2, 1), held('tiet', 9, 1), held('may_tiet', 2, 4)];
    expect(scores(asking, (name) => name === 'tiet')).toEqual({ may: 3, tiet: 3 });
  });

  it('are no pairs that stand together by chance', () => {
    expect(scores([held('tiet', 100, 1), held('nam', 300, 1), held('tiet_nam', 2, 4)])).toEqual({
      tiet: 3,
      nam: 3,
    });
  });

  it('are pairs where nothing of them is known', () => {
    const unknown = ['xe', 'may', 'xe_may'].map((name) => term(name, { passages: 0 }));
    expect(Object.keys(scores(unknown))).toEqual(['xe_may']);
  });

  it('keep a definition apart from the words that it defines', () => {
    expect(
      scores([held('viec', 9, 1), held('lam', 9, 1), held('viec_lam', 8, 1), held('=viec_lam', 1, 5)]),
    ).toEqual({
      viec_lam: 3,
      '=viec_lam': 5,
    });
  });

  it('keep a pair whose syllables are not among the terms', () => {
    expect(scores([term('nha_giao', { origin: 'synonym', score: 2 })])).toEqual({ nha_giao: 2 });
  });

  it('bring together what the terms brought, whatever they are', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'a_b', 'b_c', 'c_d', 'd_a', 'b_b', '=a_b', '=c');
    const drawn = fc.record({ term: name, passages: fc.nat(50), score: fc.constantFrom(0, 1, 2.5) });
    fc.assert(
      fc.property(
        fc.uniqueArray(drawn, { selector: (one) => one.term }),
        fc.uniqueArray(name),
        (drawnTerms, asking) => {
          const all = drawnTerms.map(({ term: drawnName, ...changes }) => term(drawnName, changes));
          const words = questionWords(all, (one) => !asking.some((word) => word === one));
          const sum = (of: readonly { readonly score: number }[]) =>
            of.reduce((total, { score }) => total + score, 0);
          expect(sum(words)).toBeCloseTo(sum(all), 9);
          expect(new Set(words.map((word) => word.term)).size).toBe(words.length);
        },
      ),
    );
  });
});
