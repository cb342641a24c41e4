import { describe, expect, it } from 'vitest';
import { likeness, sketchOf } from './shingles.ts';

const sentences = Array.from(
  { length: 200 },
  (_, at) =>
    `Điều ${at}. Cơ quan số ${at * 7} tổ chức lớp bồi dưỡng thứ ${at * 13} cho cán bộ phường ${at * 3}.`,
);
const text = sentences.join('\n');

describe('the likeness of texts', () => {
  it('is whole for the same words, whatever their case, marks and line breaks', () => {
    expect(likeness(sketchOf(text), sketchOf(text.toUpperCase().replaceAll('\n', '  ')))).toBe(1);
    expect(likeness(sketchOf(text), sketchOf(text.normalize('NFD')))).toBe(1);
  });

  it('is high for a version with some sentences changed, and low for another text', () => {
    const version = sentences
      .map((one, at) => (at % 20 === 0 ? one.replace('lớp', 'khóa học') : one))
      .join('\n');
    expect(likeness(sketchOf(text), sketchOf(version))).toBeGreaterThan(0.7);
    const other = sentences
      .map((_, at) => `Khoản ${at} nói về phòng cháy, chữa cháy ở chợ số ${at * 11}.`)
      .join('\n');
    expect(likeness(sketchOf(text), sketchOf(other))).toBeLessThan(0.05);
  });

  it('knows short texts, and nothing of an empty one', () => {
    expect(likeness(sketchOf('Kế hoạch'), sketchOf('ke hoach'))).toBe(1);
    expect(likeness(sketchOf(''), sketchOf(''))).toBe(0);
  });
});
