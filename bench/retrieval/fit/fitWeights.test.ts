import { beforeAll, describe, expect, it } from 'vitest';
import { WEIGHTS } from '../../../retrieve/weights.ts';
import { pgliteForTests } from '../../../store/testing.ts';
import { mean } from '../../measures.ts';
import { ARTICLES } from '../corpus.testing.ts';
import { crossValidate, type FitSet, fitWeights, scores } from './fitWeights.ts';
import { gatherMaterial } from './material.ts';

const QUESTIONS = [
  { question: 'Kế toán trưởng được hưởng phụ cấp trách nhiệm bao nhiêu?', relevant: ['b1'] },
  { question: 'Thời gian bồi dưỡng hằng năm là bao nhiêu ngày?', relevant: ['a2'] },
  { question: 'ai bảo đảm kinh phí', relevant: ['a3'] },
  { question: 'đi học trung cấp lý luận chính trị', relevant: ['a1'] },
  { question: 'nghị quyết về đào tạo nói gì', relevant: ['b2'] },
];

describe('fitting the weights of ranking', () => {
  const engine = pgliteForTests();
  let sets: readonly FitSet[] = [];
  beforeAll(async () => {
    const material = await gatherMaterial(await engine.open(), ARTICLES, QUESTIONS, WEIGHTS);
    sets = [{ name: 'invented', weight: 1, material }];
  });

  it('scores each question by where its article stands', () => {
    expect(scores(sets[0]?.material ?? [], WEIGHTS).slice(0, 4)).toEqual([1, 1, 1, 1]);
  });

  it('never ends below the weights it began with', () => {
    const worse = { ...WEIGHTS, heading: 0, body: 0 };
    const reached = (weights: typeof WEIGHTS) => mean(scores(sets[0]?.material ?? [], weights));
    expect(reached(fitWeights(sets, worse))).toBeGreaterThanOrEqual(reached(worse));
    expect(reached(fitWeights(sets, WEIGHTS))).toBeGreaterThanOrEqual(reached(WEIGHTS));
  });

  it('tells what is reached on questions that were kept apart', () => {
    const { invented } = crossValidate(sets, WEIGHTS);
    expect(invented).toBeGreaterThan(0.5);
    expect(invented).toBeLessThanOrEqual(1);
  });
});
