import { describe, expect, it } from 'vitest';
import { boxesOf, hostileLabels, inkOfLines, linesOf, wordsOf } from './drawing/drawn.testing.ts';
import { renderSvg } from './drawing/scene.ts';
import { loadTypeface } from './drawing/typeface.ts';
import { drawGaps, type GapPicture, layGaps } from './gapPicture.ts';

const typeface = await loadTypeface();
const labels = [
  'Bằng đại học và trung cấp lý luận chính trị trở lên đối với lãnh đạo diện Ban Thường vụ Đảng ủy quản lý',
  'Trung cấp lý luận chính trị trở lên',
  'Ngoại ngữ bậc 3 trở lên, hoặc tiếng dân tộc thiểu số ở vùng dân tộc thiểu số (hạng II)',
];
const statuses = ['missing', 'unknown', 'met'] as const;

function pictureOf(count: number, label = (at: number): string => labels[at % 3] ?? ''): GapPicture {
  const lines = Array.from({ length: count }, (_, at) => ({
    label: label(at),
    status: statuses[at % 3] ?? 'met',
  }));
  const of = (status: string): number => lines.filter((line) => line.status === status).length;
  return {
    title: 'Còn thiếu gì – Nguyễn Thị Mẫu',
    subtitle: 'Tính đến 22/11/2026 · theo yêu cầu mẫu – chưa thẩm định',
    met: of('met'),
    missing: of('missing'),
    unknown: of('unknown'),
    lines,
  };
}

const svgOf = (picture: GapPicture): Promise<string> => renderSvg(layGaps(picture, typeface));

describe('the picture of a standing', () => {
  it('is a PNG of 1080 pixels that grows with the lines, small enough for every messenger', async () => {
    const pictures = await Promise.all([0, 1, 3, 14].map((count) => drawGaps(pictureOf(count))));
    for (const { png, width, height } of pictures) {
      const view = new DataView(png.buffer, png.byteOffset);
      expect([...png.subarray(1, 4)]).toEqual([...'PNG'].map((letter) => letter.charCodeAt(0)));
      expect([view.getUint32(16), view.getUint32(20)]).toEqual([width, height]);
      expect(width).toBe(1080);
      expect(png.length).toBeLessThan(1_000_000);
    }
    const heights = pictures.map(({ height }) => height);
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect(new Set(heights).size).toBe(4);
  });

  it('says every word of every line, with its status as a word', async () => {
    const words = wordsOf(await svgOf(pictureOf(3)));
    expect(words).toBe(words.normalize('NFC'));
    for (const expected of [
      'Còn thiếu gì – Nguyễn Thị Mẫu',
      'theo yêu cầu mẫu – chưa thẩm định',
      `Thiếu: ${labels[0]}`,
      `Chưa đủ dữ liệu: ${labels[1]}`,
      `Đạt: ${labels[2]}`,
    ]) {
      expect(words).toContain(expected);
    }
  });

  it('really draws each line of text', async () => {
    const ink = await inkOfLines(await svgOf(pictureOf(3)));
    expect(ink.size).toBeGreaterThan(12);
    for (const [words, changed] of ink) expect(changed, words).toBeGreaterThan(80);
    // Not in the small type of a renderer that did not understand the size.
    expect(ink.get('Còn thiếu gì – Nguyễn Thị Mẫu')).toBeGreaterThan(30_000);
  });

  it('tells the statuses apart by shape as well', () => {
    const shapesOf = (at: number): readonly string[] => {
      const one = pictureOf(3);
      const line = one.lines[at];
      const scene = layGaps({ ...one, lines: line === undefined ? [] : [line] }, typeface);
      const rest = layGaps({ ...one, lines: [] }, typeface).shapes.length;
      return scene.shapes.slice(rest - 2).map(({ type }) => type);
    };
    const [missing, unknown, met] = [0, 1, 2].map((at) => shapesOf(at).filter((type) => type !== 'text'));
    expect(missing).toEqual(['line', 'rect', 'polyline', 'polyline']);
    expect(unknown).toEqual(['line', 'polygon']);
    expect(met).toEqual(['line', 'circle', 'polyline']);
  });

  it('draws fourteen lines and counts the rest by status', async () => {
    const words = wordsOf(await svgOf(pictureOf(30, (at) => `Yêu cầu thứ ${at + 1}.`)));
    expect(words).toContain('Yêu cầu thứ 14.');
    expect(words).not.toContain('Yêu cầu thứ 15.');
    expect(words).toMatch(/và 16 mục nữa: 6 đạt, 5 thiếu, 5 chưa đủ dữ liệu$/);
  });

  it('says so where there is nothing to judge', async () => {
    const scene = layGaps(pictureOf(0), typeface);
    expect(scene.bars).toEqual([]);
    expect(wordsOf(await renderSvg(scene))).toContain('Chưa có yêu cầu nào để đối chiếu.');
  });

  it('draws any label within its margins', async () => {
    const picture = pictureOf(hostileLabels.length, (at) => hostileLabels[at] ?? '');
    const hostile = { ...picture, title: hostileLabels.join(' '), subtitle: 'x'.repeat(500) };
    const { width, height } = await drawGaps(hostile);
    expect(width).toBe(1080);
    for (const { left, right, middle, words } of await boxesOf(layGaps(hostile, typeface))) {
      expect(left, words).toBeGreaterThanOrEqual(55);
      expect(right, words).toBeLessThanOrEqual(1025);
      expect(middle).toBeLessThan(height);
    }
    const svg = await svgOf(hostile);
    expect(svg).not.toMatch(/<script|onload="/);
    expect(linesOf(svg).join('')).toContain('<script>alert(1)</script>');
  });
});
