import { describe, expect, it } from 'vitest';
import { readGolden } from '../../data/golden/readGolden.ts';
import { fold } from '../../vietnamese/text.ts';
import { HELD_OUT_DIFFERENT, HELD_OUT_SAME } from './heldOutPairs.testing.ts';
import { asksTheSame, type Comparable, comparable, distance, NEAR_ENOUGH } from './match.ts';
import { DIFFERENT, SAME } from './questionPairs.testing.ts';

type Pair = readonly [string, string];

const read = new Map<string, Comparable>();
function readOnce(question: string): Comparable {
  const known = read.get(question) ?? comparable(question);
  read.set(question, known);
  return known;
}
const far = ([one, other]: Pair) => distance(readOnce(one), readOnce(other));
const matched = (pairs: readonly Pair[], below = NEAR_ENOUGH) =>
  pairs.filter((pair) => {
    const apart = far(pair);
    return apart !== null && apart < below;
  });

const paraphrases: readonly Pair[] = SAME.flatMap((set) =>
  set.flatMap((one, at) => set.slice(at + 1).map((other): Pair => [one, other])),
);

/** Each makes another question of one: another subject, level, degree, limit, direction. */
const SWAPS: readonly Pair[] = [
  ['công chức', 'viên chức'],
  ['viên chức', 'người lao động'],
  ['xã', 'tỉnh'],
  ['tỉnh', 'xã'],
  ['thạc sĩ', 'tiến sĩ'],
  ['tiến sĩ', 'thạc sĩ'],
  ['cao cấp', 'trung cấp'],
  ['sau đại học', 'đại học'],
  ['chuyên viên', 'chuyên viên cao cấp'],
  ['tối đa', 'tối thiểu'],
  ['tối thiểu', 'tối đa'],
  ['đào tạo', 'bồi dưỡng'],
  ['ngoại ngữ', 'tin học'],
  ['được miễn', 'không được miễn'],
  ['được cử', 'phải cử'],
  ['trước', 'sau'],
  ['trong nước', 'ở nước ngoài'],
  ['chủ tịch', 'phó chủ tịch'],
  ['không quá', 'từ đủ'],
  ['học viên', 'giảng viên'],
];

/** The first question of each set, changed in one word or one figure, beside every question of its set. */
const mutated: readonly Pair[] = SAME.flatMap((set) => {
  const [base = ''] = set;
  const swapped = SWAPS.filter(([from, to]) => base.includes(from) && !base.includes(to)).map(([from, to]) =>
    base.replace(from, to),
  );
  const counted = /\d+/.test(base)
    ? [base.replace(/\d+(?!.*\d)/, (number) => String(Number(number) + 1))]
    : [];
  return [...swapped, ...counted].flatMap((other) =>
    [other, fold(other)].flatMap((one) => set.map((asked): Pair => [one, asked])),
  );
});

describe('whether two questions ask the same', () => {
  it('holds no question for another that looks like it', () => {
    const nearMisses = [...DIFFERENT, ...DIFFERENT.map(([a, b]): Pair => [fold(a), fold(b)]), ...mutated];
    const [right, wrong] = [matched(paraphrases), matched(nearMisses)];
    console.info(
      [
        'approved answers: matching (threshold: least weight of unshared words that parts two questions)',
        ...[0.15, NEAR_ENOUGH, 1.15, 2.05].map((below) => {
          const [hits, slips] = [matched(paraphrases, below).length, matched(nearMisses, below).length];
          const precision = ((100 * hits) / (hits + slips)).toFixed(1);
          const recall = ((100 * hits) / paraphrases.length).toFixed(1);
          return `  < ${below}: ${slips} of ${nearMisses.length} near misses taken, precision ${precision} %, recall ${recall} % of ${paraphrases.length} paraphrases`;
        }),
      ].join('\n'),
    );
    expect(wrong).toEqual([]);
    expect(right.length / paraphrases.length).toBeGreaterThanOrEqual(0.9);
    expect(nearMisses.length).toBeGreaterThan(300);
  });

  it('holds none of the held-out pairs for the same that are not, and finds half of those that are', () => {
    const found = matched(HELD_OUT_SAME).length;
    console.info(
      `approved answers, held out: ${found} of ${HELD_OUT_SAME.length} paraphrases, ${matched(HELD_OUT_DIFFERENT).length} of ${HELD_OUT_DIFFERENT.length} near misses`,
    );
    expect(matched(HELD_OUT_DIFFERENT)).toEqual([]);
    expect(found / HELD_OUT_SAME.length).toBeGreaterThanOrEqual(0.5);
  });

  it('parts all golden questions that different provisions answer', async () => {
    const golden = [...(await readGolden('questions')), ...(await readGolden('heldOut'))];
    const crossed = golden.flatMap((one, at) =>
      golden.slice(at + 1).map((other): Pair => [one.question, other.question]),
    );
    expect(crossed.length).toBeGreaterThan(9_000);
    expect(matched(crossed)).toEqual([]);
  });

  it('finds each golden question again without marks, in capitals, and politely said', async () => {
    const golden = (await readGolden('heldOut')).filter(({ answer }) => answer !== null);
    const ways = golden.flatMap(({ question }): readonly Pair[] => [
      [question, fold(question)],
      [question, question.toUpperCase()],
      [question, `Cho em hỏi ${question} ạ?`],
      [question, `xin cho hoi ${fold(question)} a`],
    ]);
    const lost = ways.filter(([one, other]) => !asksTheSame(readOnce(one), readOnce(other)));
    console.info(
      `approved answers: ${ways.length - lost.length} of ${ways.length} other ways of writing found`,
    );
    expect(lost.length / ways.length).toBeLessThan(0.05);
  });

  it('holds no two questions for the same that say nothing', () => {
    expect(distance(comparable('xin hỏi ạ'), comparable('cho hỏi với'))).toBeNull();
  });
});
