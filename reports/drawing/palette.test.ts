import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { markStyles } from './marks.ts';
import { palette } from './palette.ts';

/** WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of the pictures', () => {
  it('are those of the web page', async () => {
    const css = await readFile(new URL('../../web/styles/tokens.css', import.meta.url), 'utf8');
    const own = new Set(['markerWash', 'track']);
    for (const [name, colour] of Object.entries(palette).filter(([name]) => !own.has(name))) {
      const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(css).toContain(`--${token}: ${colour};`);
    }
  });

  it('can be read: words 4.5 : 1, marks and bars 3 : 1', () => {
    const { paper, ink, softInk, band, onBand, softOnBand, jade, seal, onMarker, track } = palette;
    const words = [
      [ink, paper],
      [softInk, paper],
      [onBand, band],
      [softOnBand, band],
      ...Object.values(markStyles).flatMap(({ ink, wash }) => [
        [ink, paper],
        [ink, wash],
      ]),
    ] as const;
    for (const [over, under] of words) {
      expect(contrast(over ?? '', under ?? ''), `${over} on ${under}`).toBeGreaterThanOrEqual(4.5);
    }
    for (const bar of [jade, seal, onMarker]) {
      expect(contrast(bar, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(bar, track)).toBeGreaterThanOrEqual(3);
    }
  });
});
