import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import { inkThreshold } from '../furtherReadings.ts';
import { roundStamp } from './roundStamp.ts';
import { withSignature } from './signatureUnderStamp.ts';

const [width, height, dpi] = [620, 876, 75];

function drawn(draw: (context: SKRSContext2D) => void): GreyImage {
  const context = createCanvas(width, height).getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#000000';
  draw(context);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255);
  return { width, height, dpi, data: grey };
}

/** A ring of 39 mm, with lines of writing like the page's others through it. */
const stamped = drawn((context) => {
  for (let y = 60; y < 860; y += 14) for (let x = 60; x < 560; x += 9) context.fillRect(x, y, 5, 7);
  context.clearRect(300, 500, 320, 376);
  context.fillStyle = '#ffffff';
  context.fillRect(300, 500, 320, 376);
  context.lineWidth = 3;
  context.beginPath();
  context.arc(420, 640, (39 / 25.4 / 2) * dpi, 0, Math.PI * 2);
  context.stroke();
});

describe('a black round stamp', () => {
  it('is found by its size, and not in lines of writing', () => {
    const found = roundStamp(stamped);
    expect(Math.abs((found?.x ?? 0) - 420)).toBeLessThan(4);
    expect(Math.abs((found?.y ?? 0) - 640)).toBeLessThan(4);
    const plain = drawn((context) => {
      for (let y = 60; y < 860; y += 14) for (let x = 60; x < 560; x += 9) context.fillRect(x, y, 5, 7);
    });
    expect(roundStamp(plain)).toBeNull();
  });

  it('gives the post and the name under it, and nothing of its own', async () => {
    const word = (text: string, left: number, top: number, line: number): OcrWord => {
      return { text, left, right: left + text.length * 7, top, bottom: top + 12, confidence: 60, line };
    };
    const words = [
      word('Lưu:', 60, 600, 0),
      word('VT', 90, 600, 0),
      word('ẦM', 415, 640, 1),
      word('NG', 455, 610, 2),
    ];
    // In the pixels of the block's picture.
    const block = [
      word('PHỦ', 60, 30, 0),
      word('TƯỚNG', 90, 30, 0),
      word('Z?', 80, 90, 1),
      word('Lê Văn Mẫu', 60, 140, 2),
    ];
    const engine: OcrEngine = {
      name: 'tesseract',
      recognise: async (_, layout) => (layout === 'block' ? block : []),
      close: async () => {},
    };
    const signed = await withSignature(stamped, words, engine);
    expect(signed.map(({ text }) => text)).toEqual(['Lưu:', 'VT', 'THỦ TƯỚNG', 'Lê Văn Mẫu']);
  });

  it('gives the end of a name that cannot be read whole as it is surest', async () => {
    const word = (text: string, left: number, top: number, confidence: number): OcrWord => {
      return { text, left, right: left + 40, top, bottom: top + 12, confidence, line: 0 };
    };
    const found = await withSignature(stamped, [word('Tâm', 560, 640, 75)], {
      name: 'tesseract',
      // The same place, in the pixels of the block's picture.
      recognise: async () =>
        Array.from({ length: 40 }, (_, at) => word('Tân', at * 20, 0, 92)).map((own) => ({
          ...own,
          bottom: 900,
        })),
      close: async () => {},
    });
    expect(found.map(({ text }) => text)).toEqual(['Tân']);
  });
});

describe('ink and paper', () => {
  it('are parted between their shades', () => {
    const threshold = inkThreshold(Uint8Array.from([...Array(20).fill(60), ...Array(80).fill(200)]));
    expect(threshold).toBeGreaterThan(60);
    expect(threshold).toBeLessThanOrEqual(200);
  });
});
