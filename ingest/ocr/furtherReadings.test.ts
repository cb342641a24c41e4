import { describe, expect, it } from 'vitest';
import type { OcrEngine, OcrWord } from './engine/ocrEngine.ts';
import { isReadOnce } from './furtherReadings.ts';
import { readScan } from './readScan.ts';

/** How often a page is read as a whole, and what is kept of it. */
async function reading(once: boolean) {
  const [width, height] = [400, 600];
  const data = new Uint8Array(width * height * 3).fill(255);
  const words: OcrWord[] = ['Mở', 'lớp', 'bồi', 'dưỡng', 'năm', '2026'].map((text, at) => {
    const left = 20 + at * 60;
    return { text, confidence: 66, line: 0, left, top: 20, right: left + 50, bottom: 40 };
  });
  for (let y = 20; y < 40; y += 1) data.fill(0, (y * width + 20) * 3, (y * width + 380) * 3);
  let times = 0;
  const engine: OcrEngine = {
    name: 'tesseract',
    async recognise(_, layout) {
      if (layout === 'page') times += 1;
      return layout === 'page' ? words : [];
    },
    close: async () => {},
  };
  const page = await readScan({ width, height, data, dpi: 100 }, engine, { once });
  return { times, text: page.words.map(({ text }) => text).join(' ') };
}

describe('the pages of a long file', () => {
  it('are read once after the first ones, so that it is read to its end in time; those of others each several times', () => {
    const once = (pages: number) =>
      Array.from({ length: pages }, (_, index) => isReadOnce(index, pages)).filter(Boolean).length;
    expect([once(1), once(60), once(500)]).toEqual([0, 0, 490]);
  });

  it('keep what one reading has, however little it is sure', async () => {
    const [once, often] = [await reading(true), await reading(false)];
    expect(often.times).toBe(once.times + 2);
    expect(once.text).toBe('Mở lớp bồi dưỡng năm 2026');
  });
});
