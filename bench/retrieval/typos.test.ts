import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createChance } from '../chance.ts';
import { misspell, misspellEach, TYPO_KINDS } from './typos.ts';

const QUESTION = 'Cán bộ nghỉ hưu có được cử đi đào tạo không?';
const LETTERS = /[^\p{L}]/gu;

function written(kind: (typeof TYPO_KINDS)[number], seed: number): string {
  const wrong = misspell(QUESTION, kind, createChance(seed));
  if (wrong === null) throw new Error(`no place for ${kind}`);
  return wrong;
}

describe('typing errors', () => {
  it.each([
    ['neighbour', 0],
    ['missing', -1],
    ['doubled', 1],
    ['swapped', 0],
    ['joined', -1],
    ['split', 1],
  ] as const)('%s: changes the question and its length by %i', (kind, growth) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const wrong = written(kind, seed);
        expect(wrong).not.toBe(QUESTION);
        expect(wrong.length).toBe(QUESTION.length + growth);
      }),
    );
  });

  it('leave the letters alone where only a space goes or comes', () => {
    for (const kind of ['joined', 'split'] as const) {
      expect(written(kind, 5).replace(LETTERS, '')).toBe(QUESTION.replace(LETTERS, ''));
    }
  });

  it('swap, and take in a neighbour for, one letter only', () => {
    const changed = (wrong: string) => [...wrong].filter((letter, at) => letter !== QUESTION[at]).length;
    expect(changed(written('neighbour', 3))).toBe(1);
    expect(changed(written('swapped', 3))).toBe(2);
  });

  it('come in turn, the same each time, and others for another seed', () => {
    const questions = TYPO_KINDS.map(() => QUESTION);
    const wrong = misspellEach(questions);
    expect(wrong.map((text) => text.length - QUESTION.length)).toEqual([0, -1, 1, 0, -1, 1]);
    expect(misspellEach(questions)).toEqual(wrong);
    expect(misspellEach(questions, 2)).not.toEqual(wrong);
  });

  it('take the next kind where there is no place for one, and none where there is none at all', () => {
    expect(misspellEach(['?', '12', '1', 'a', 'đào'])).toEqual([
      '?',
      '12',
      '1',
      'a',
      expect.not.stringMatching(/^đào$/),
    ]);
    expect(misspell('đào', 'joined', createChance(1))).toBeNull();
  });
});
