import { describe, expect, it } from 'vitest';
import { type CountPicture, drawCounts, layCounts } from './countPicture.ts';
import { boxesOf, hostileLabels, inkOfLines, wordsOf } from './drawing/drawn.testing.ts';
import { renderSvg } from './drawing/scene.ts';
import { loadTypeface } from './drawing/typeface.ts';

const typeface = await loadTypeface();
const picture: CountPicture = {
  title: 'Lý luận chính trị',
  subtitle: 'Tính đến 22/11/2026',
  unit: 'người',
  parts: [
    { label: 'Cao cấp', value: 12 },
    { label: 'Trung cấp', value: 1245.5 },
    { label: 'Chưa ghi trong hồ sơ', value: 0 },
  ],
};
const said = async (of: CountPicture): Promise<string> => wordsOf(await renderSvg(layCounts(of, typeface)));

describe('the picture of counts', () => {
  it('says every part with its figure, written the Vietnamese way', async () => {
    const words = await said(picture);
    for (const expected of ['Cao cấp 12 người', 'Trung cấp 1.245,5 người', 'Chưa ghi trong hồ sơ 0 người']) {
      expect(words).toContain(expected);
    }
  });

  it('draws all bars on one scale that the largest fills', () => {
    const { bars } = layCounts(picture, typeface);
    expect(new Set(bars.map(({ max }) => max))).toEqual(new Set([1245.5]));
    expect(bars.map(({ segments }) => segments[0]?.value)).toEqual([12, 1245.5, 0]);
  });

  it('shows two dates by a hollow and a full bar, with a legend', async () => {
    const compared: CountPicture = {
      ...picture,
      legend: ['01/01/2026', '22/11/2026'],
      parts: [{ label: 'Cao cấp', value: 12, before: 9 }],
    };
    const { bars } = layCounts(compared, typeface);
    const [before, after] = bars.map(({ segments }) => segments[0]);
    expect([before?.value, after?.value]).toEqual([9, 12]);
    expect(before?.colour).not.toBe(before?.outline);
    expect(after?.colour).toBe(after?.outline);
    expect(await said(compared)).toContain('01/01/2026 22/11/2026 Cao cấp 9 người 12 người');
  });

  it('draws fourteen parts and sums the rest up', async () => {
    const parts = Array.from({ length: 30 }, (_, at) => ({ label: `Đơn vị ${at + 1}`, value: 2 }));
    const words = await said({ ...picture, parts });
    expect(words).toMatch(/và 16 mục nữa: 32 người$/);
    expect(words).not.toContain('Đơn vị 15');
    expect(await said({ ...picture, parts: [] })).toContain('Chưa có số liệu.');
  });

  it('takes what is no number for not known, and nothing for an empty bar', async () => {
    const values = [Number.NaN, Number.POSITIVE_INFINITY, -5];
    const parts = values.map((value) => ({ label: 'Phần', value }));
    const { bars } = layCounts({ ...picture, parts }, typeface);
    for (const { segments, max } of bars) {
      expect(segments[0]?.value).toBe(0);
      expect(max).toBe(1);
    }
    expect(await said({ ...picture, parts })).toContain('Phần – Phần – Phần -5 người');
  });

  it('really draws each line of text', async () => {
    const ink = await inkOfLines(await renderSvg(layCounts(picture, typeface)));
    for (const [words, changed] of ink) expect(changed, words).toBeGreaterThan(80);
    expect(ink.size).toBe(8);
  });

  it('draws any label and unit within its margins', async () => {
    for (const unit of ['người', ...hostileLabels]) {
      const parts = hostileLabels.map((label) => ({ label, value: 7, before: 1e21 }));
      const hostile: CountPicture = { ...picture, unit, parts, legend: ['x'.repeat(300), '😀'] };
      for (const { left, right, words } of await boxesOf(layCounts(hostile, typeface))) {
        expect(left, words).toBeGreaterThanOrEqual(55);
        expect(right, words).toBeLessThanOrEqual(1025);
      }
    }
    const parts = hostileLabels.map((label) => ({ label, value: 7 }));
    expect((await drawCounts({ ...picture, unit: '<&', parts })).width).toBe(1080);
  });
});
