import { describe, expect, it } from 'vitest';
import { figureChances, figureNet } from '../../ingest/ocr/figures/figureNet.ts';
import { framed, type Mask } from '../../ingest/ocr/figures/framed.ts';
import { learner } from './learning.ts';

/** A mask by its rows, `#` for ink. */
function mask(...rows: readonly string[]): Mask {
  const width = rows[0]?.length ?? 0;
  return {
    ...{ width, height: rows.length },
    data: Uint8Array.from(rows.join(''), (sign) => (sign === '#' ? 1 : 0)),
  };
}
const bar = framed(mask('#', '#', '#', '#', '#', '#'));
const ring = framed(mask('####', '#..#', '#..#', '#..#', '#..#', '####'));

describe('the net', () => {
  it('learns to tell two shapes from a few looks at each', () => {
    let state = 1;
    // Any sequence does that is the same in each run.
    const random = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const { numbers, step } = learner(random);
    const samples = [
      { frame: bar, truth: 1 },
      { frame: ring, truth: 0 },
    ];
    const before = step(samples, 0.003);
    for (let time = 0; time < 25; time += 1) step(samples, 0.003);
    expect(step(samples, 0.003)).toBeLessThan(before / 10);
    const net = figureNet(numbers);
    expect(figureChances(net, bar)[1]).toBeGreaterThan(0.8);
    expect(figureChances(net, ring)[0]).toBeGreaterThan(0.8);
  });

  it('sees ink as high as its box and in the middle, however large it was', () => {
    const large = Array.from({ length: 60 }, () => '#'.repeat(10));
    const rows = (frame: Float32Array) =>
      Array.from({ length: 28 }, (_, y) => frame.slice(y * 28, (y + 1) * 28).some((share) => share > 0));
    expect(rows(bar)).toEqual(rows(framed(mask(...large))));
    expect(rows(bar).filter(Boolean)).toHaveLength(20);
    expect(framed(mask('..', '..')).every((share) => share === 0)).toBe(true);
  });

  it('is refused numbers of another net', () => {
    expect(() => figureNet(new Float32Array(100))).toThrow('wants');
  });
});
