import { describe, expect, it } from 'vitest';
import { drawInWorker } from './drawInWorker.ts';
import type { Scene } from './scene.ts';
import { text } from './shapes.ts';
import { loadTypeface } from './typeface.ts';

const words = text('Đạt', 10, 10, { size: 40, weight: 'bold', colour: '#000000' });
const scene: Scene = { width: 200, height: 80, bars: [], shapes: [words] };
// A quote in the name of a font makes an SVG that is no XML.
const broken: Scene = { ...scene, shapes: [{ ...words, style: { ...words.style, fontFamily: '"' } }] };

describe('the thread that draws', () => {
  it('draws several pictures at once and keeps them apart', async () => {
    const { files } = await loadTypeface();
    const heights = [80, 120, 160, 90];
    const drawn = await Promise.all(heights.map((height) => drawInWorker({ ...scene, height }, files)));
    expect(drawn.map(({ height }) => height)).toEqual(heights);
  });

  it('says why a picture cannot be drawn, and draws the next', async () => {
    const { files } = await loadTypeface();
    const [bad, good] = await Promise.allSettled([drawInWorker(broken, files), drawInWorker(scene, files)]);
    expect(bad).toMatchObject({ status: 'rejected' });
    expect(bad.status === 'rejected' && String(bad.reason)).toContain(
      'a picture cannot be drawn: Error: SVG data',
    );
    expect(good).toMatchObject({ status: 'fulfilled', value: { width: 200, height: 80 } });
  });
});
