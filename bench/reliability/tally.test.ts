import { expect, it } from 'vitest';
import { tally, writtenAs } from './tally.ts';

const questions = (chat: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ chat, number: index + 1 }));
const answer = (chat: number, number: number) => `Trả lời: ${writtenAs({ chat, number })}`;

it('counts what was answered once, in order, beside words that answer nothing', () => {
  const answers = new Map([[7, ['Xin chào', answer(7, 1), answer(7, 2), answer(7, 3)]]]);
  expect(tally(questions(7, 3), answers)).toEqual({
    asked: 3,
    answered: 3,
    lost: 0,
    doubled: 0,
    inversions: 0,
  });
});

it('counts what is lost, said twice, or said before its turn', () => {
  const answers = new Map([
    [1, [answer(1, 1), answer(1, 3), answer(1, 2), answer(1, 3), answer(1, 3)]],
    [2, [answer(2, 2)]],
  ]);
  expect(tally([...questions(1, 3), ...questions(2, 2), ...questions(3, 1)], answers)).toEqual({
    asked: 6,
    answered: 4,
    lost: 2,
    doubled: 2,
    inversions: 1,
  });
});
