import { describe, expect, it } from 'vitest';
import { boxesOf, hostileLabels, inkOfLines, wordsOf } from './drawing/drawn.testing.ts';
import { renderSvg } from './drawing/scene.ts';
import { loadTypeface } from './drawing/typeface.ts';
import { drawTargets, layTargets, type TargetPicture } from './targetPicture.ts';

type Bar = TargetPicture['bars'][number];

const typeface = await loadTypeface();
const label = '90% người được quy hoạch có cử nhân chính trị hoặc cao cấp lý luận chính trị';
const bar: Bar = { label, percent: 80, goal: 90, figures: '12/15 người', reached: false };

function pictureOf(...bars: readonly Bar[]): TargetPicture {
  return { title: 'Kết quả thực hiện chỉ tiêu', subtitle: 'Tính đến 22/11/2026', bars };
}

async function said(...bars: readonly Bar[]): Promise<string> {
  return wordsOf(await renderSvg(layTargets(pictureOf(...bars), typeface)));
}

describe('the picture of targets', () => {
  it('says what was reached, by how many, and the goal', async () => {
    const words = await said(bar, { ...bar, percent: 100, reached: true, figures: '15/15 người' });
    expect(words).toContain(label);
    expect(words).toContain('Chưa đạt: 80% (12/15 người) chỉ tiêu 90%');
    expect(words).toContain('Đạt: 100% (15/15 người) chỉ tiêu 90%');
  });

  it('says that nobody belongs to a group instead of a percentage', async () => {
    const words = await said({ ...bar, percent: null, figures: '0/0 người' });
    expect(words).toContain('Chưa có người thuộc nhóm chỉ tiêu 90%');
    expect(words).not.toContain('0/0');
    expect(await said({ ...bar, percent: Number.NaN })).toContain('Chưa có người thuộc nhóm');
  });

  it('never rounds a missed goal to a reached one', async () => {
    expect(await said({ ...bar, percent: 89.999 })).toContain('Chưa đạt: 89,99%');
    expect(await said({ ...bar, percent: (100 * 104) / 298, goal: 35 })).toContain('Chưa đạt: 34,9%');
    expect(await said({ ...bar, percent: 90, reached: true })).toContain('Đạt: 90%');
  });

  it('fills the bar by the percentage, and no more than the whole', () => {
    const percents = [0, 1, 100, 250, -3, null];
    const { bars } = layTargets(pictureOf(...percents.map((percent) => ({ ...bar, percent }))), typeface);
    expect(bars.map(({ segments }) => segments[0]?.value)).toEqual([0, 1, 100, 100, 0, 0]);
    expect(new Set(bars.map(({ max }) => max))).toEqual(new Set([100]));
  });

  it('keeps the stroke of the goal within the bar at both ends', () => {
    for (const goal of [0, 100, 400, -1, Number.NaN]) {
      const { shapes } = layTargets(pictureOf({ ...bar, goal }), typeface);
      const strokes = shapes.filter(({ type, shape }) => type === 'rect' && shape?.width === 8);
      expect(strokes).toHaveLength(1);
      const x = Number(strokes[0]?.shape?.x);
      expect(x).toBeGreaterThanOrEqual(56);
      expect(x + 8).toBeLessThanOrEqual(1024);
    }
  });

  it('really draws each line of text', async () => {
    const ink = await inkOfLines(await renderSvg(layTargets(pictureOf(bar), typeface)));
    for (const [words, changed] of ink) expect(changed, words).toBeGreaterThan(80);
    expect([...ink.keys()].join(' ')).toContain('12/15 người');
  });

  it('grows with the targets, draws fourteen and counts the rest', async () => {
    const many = (count: number): TargetPicture => pictureOf(...Array.from({ length: count }, () => bar));
    const [one, fourteen, thirty] = [1, 14, 30].map((count) => layTargets(many(count), typeface));
    expect(fourteen?.height).toBeGreaterThan(one?.height ?? 0);
    expect(thirty?.bars).toHaveLength(14);
    expect(wordsOf(await renderSvg(layTargets(many(30), typeface)))).toMatch(/và 16 mục nữa$/);
    expect(await said()).toContain('Chưa có chỉ tiêu nào.');
  });

  it('draws any label within its margins', async () => {
    const picture = pictureOf(
      ...hostileLabels.map((hostile) => ({ ...bar, label: hostile, figures: hostile })),
    );
    const { width, png } = await drawTargets({ ...picture, title: hostileLabels.join('\n') });
    expect(width).toBe(1080);
    expect(png.length).toBeLessThan(1_000_000);
    for (const { left, right, words } of await boxesOf(layTargets(picture, typeface))) {
      expect(left, words).toBeGreaterThanOrEqual(55);
      expect(right, words).toBeLessThanOrEqual(1025);
    }
  });
});
