import { describe, expect, it } from 'vitest';
import { citation } from '../../bot/reply/answers.testing.ts';
import { whatDecides } from './askBack.ts';
import { standAlone } from './followUp.ts';

const answer = (quotes: readonly string[], sureness: 'exact' | 'high' = 'high') => {
  const [first = '', ...near] = quotes;
  return {
    sureness,
    citations: [citation({ quote: first })],
    near: near.map((quote) => citation({ quote })),
  };
};

const BY_GRADE = [
  '2. Chuyên viên: bồi dưỡng 04 tuần.',
  '3. Chuyên viên chính: bồi dưỡng 06 tuần.',
  '4. Chuyên viên cao cấp: bồi dưỡng 08 tuần.',
];

describe('what decides an answer', () => {
  it('is asked where provisions speak of several grades and the question of none', () => {
    expect(whatDecides('bồi dưỡng mấy tuần', answer(BY_GRADE))).toEqual({
      kind: 'grade',
      options: ['chuyên viên', 'chuyên viên chính', 'chuyên viên cao cấp'],
    });
  });

  it('can be said back in a word, which is a follow-up', () => {
    const [, option = ''] = whatDecides('lớp bồi dưỡng học mấy tuần', answer(BY_GRADE))?.options ?? [];
    expect(standAlone(`còn ${option}?`, [{ question: 'lớp bồi dưỡng học mấy tuần', citations: [] }])).toBe(
      'lớp bồi dưỡng học mấy tuần đối với chuyên viên chính',
    );
  });

  it.each([
    ['the question says it', 'chuyên viên bồi dưỡng mấy tuần', answer(BY_GRADE)],
    ['the question names the post', 'chủ tịch UBND xã bồi dưỡng mấy tuần', answer(BY_GRADE)],
    ['the provision was named', 'khoản 2 điều 6', answer(BY_GRADE, 'exact')],
    [
      'all speak of the same',
      'học mấy tuần',
      answer(['1. Công chức học 04 tuần.', '2. Công chức nộp hồ sơ.']),
    ],
    ['one speaks of all', 'học mấy tuần', answer(['1. Chuyên viên, chuyên viên chính học 04 tuần.'])],
  ])('is not asked where %s', (_, question, quoted) => {
    expect(whatDecides(question, quoted)).toBeNull();
  });
});
