import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { NO_FIGURE } from '../../ingest/ocr/figures/figureNet.ts';
import { FRAME, framed, type Mask } from '../../ingest/ocr/figures/framed.ts';
import type { Sample } from './learning.ts';

/**
 * What the net learns from: figures by hand (28×28 shades, the MNIST collection), bent, leant, thickened and thinned as
 * pens and scanners do, with the bars and flags that many hands here give a 7 and a 1; printed figures; and letters, pieces
 * and pairs, which are no figure.
 */

export type Written = { readonly shades: Uint8Array; readonly truth: number };
type Random = () => number;

const LARGE = 84;
const between = (random: Random, from: number, to: number) => from + (to - from) * random();

/** The shades `side`×`side`, turned, leant and stretched by chance into a large mask. */
function bent(shades: Uint8Array, side: number, random: Random): Mask {
  const angle = between(random, -0.2, 0.2);
  const lean = between(random, -0.35, 0.35);
  const wide = between(random, 0.75, 1.2);
  const grow = (LARGE / side) * 0.8;
  const [cos, sin] = [Math.cos(angle) / grow, Math.sin(angle) / grow];
  const ink = between(random, 60, 190);
  const wave = between(random, 0, 0.9);
  const phase = between(random, 0, 6.3);
  const data = new Uint8Array(LARGE * LARGE);
  for (let y = 0; y < LARGE; y += 1) {
    for (let x = 0; x < LARGE; x += 1) {
      const fromY = y - LARGE / 2;
      const fromX = (x - LARGE / 2 + lean * fromY) / wide;
      const atX = cos * fromX + sin * fromY + side / 2 - 0.5 + wave * Math.sin(phase + fromY / 12);
      const atY = -sin * fromX + cos * fromY + side / 2 - 0.5 + wave * Math.cos(phase + fromX / 12);
      if (shadeAt(shades, side, atX, atY) > ink) data[y * LARGE + x] = 1;
    }
  }
  return { width: LARGE, height: LARGE, data };
}

function shadeAt(shades: Uint8Array, side: number, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= side - 1 || top >= side - 1) return 0;
  const [right, down] = [x - left, y - top];
  const at = top * side + left;
  const upper = (shades[at] ?? 0) * (1 - right) + (shades[at + 1] ?? 0) * right;
  const lower = (shades[at + side] ?? 0) * (1 - right) + (shades[at + side + 1] ?? 0) * right;
  return upper * (1 - down) + lower * down;
}

/** The mask with `by` pixels of ink fewer (thin pens) or more on each edge. */
function thickened(mask: Mask, by: number): Mask {
  let current = mask;
  for (let time = 0; time < Math.abs(by); time += 1) {
    const { width, height, data } = current;
    const wanted = by > 0 ? 1 : 0;
    const next = data.slice();
    for (let y = 1; y < height - 1; y += 1)
      for (let x = 1; x < width - 1; x += 1) {
        const at = y * width + x;
        if ([data[at - 1], data[at + 1], data[at - width], data[at + width]].includes(wanted))
          next[at] = wanted;
      }
    current = { width, height, data: next };
  }
  return current;
}

/** The mask cut to its ink, `null` without any. */
function cropped({ width, height, data }: Mask): Mask | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let at = 0; at < data.length; at += 1) {
    if (data[at] !== 1) continue;
    const x = at % width;
    const y = (at - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return null;
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const out = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1)
    out.set(data.subarray((top + y) * width + left, (top + y) * width + right + 1), y * wide);
  return { width: wide, height: high, data: out };
}

/** A straight stroke over the shades, its ends in shares of the side. */
function stroke(
  shades: Uint8Array,
  from: readonly [number, number],
  to: readonly [number, number],
): Uint8Array {
  const out = shades.slice();
  for (let step = 0; step <= FRAME * 2; step += 1) {
    const share = step / (FRAME * 2);
    const x = (from[0] + (to[0] - from[0]) * share) * FRAME;
    const y = (from[1] + (to[1] - from[1]) * share) * FRAME;
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const at = Math.floor(y + dy) * FRAME + Math.floor(x + dx);
      if (at >= 0 && at < out.length) out[at] = 255;
    }
  }
  return out;
}

/** The rows of the first and the last ink, and the columns of a row's. */
function inkOf(shades: Uint8Array) {
  const rows = Array.from({ length: FRAME }, (_, y) => shades.subarray(y * FRAME, (y + 1) * FRAME));
  const isInked = (row: Uint8Array) => row.some((shade) => shade > 100);
  const columns = (y: number) => {
    const row = rows[y] ?? new Uint8Array();
    return { left: row.findIndex((shade) => shade > 100), right: row.findLastIndex((shade) => shade > 100) };
  };
  return { top: rows.findIndex(isInked), bottom: rows.findLastIndex(isInked), columns };
}

/** Half of the sevens with a bar through the stem, half of the ones with a flag, some of them with a foot. */
function asWrittenHere({ shades, truth }: Written, random: Random): Uint8Array {
  const { top, bottom, columns } = inkOf(shades);
  const high = bottom - top;
  if (truth === 7 && random() < 0.5) {
    const y = top + high * between(random, 0.45, 0.62);
    const { left, right } = columns(Math.round(y));
    if (left < 0) return shades;
    const middle = (left + right) / 2;
    const reach = between(random, 3, 6);
    const rise = between(random, -1.5, 0.7);
    return stroke(
      shades,
      [(middle - reach) / FRAME, (y - rise) / FRAME],
      [(middle + reach) / FRAME, (y + rise) / FRAME],
    );
  }
  if (truth === 1 && random() < 0.6) {
    const { left, right } = columns(top + 1);
    if (left < 0) return shades;
    const [x, y] = [(left + right) / 2, top + 1];
    const flag = between(random, 3, 7);
    const flagged = stroke(
      shades,
      [x / FRAME, y / FRAME],
      [(x - flag) / FRAME, (y + flag * between(random, 0.4, 1.2)) / FRAME],
    );
    const foot = columns(bottom - 1);
    if (random() < 0.75 || foot.left < 0) return flagged;
    const middle = (foot.left + foot.right) / 2;
    const reach = between(random, 2, 5);
    return stroke(
      flagged,
      [(middle - reach) / FRAME, bottom / FRAME],
      [(middle + reach) / FRAME, bottom / FRAME],
    );
  }
  return shades;
}

const faces = [
  '400Regular/BeVietnamPro_400Regular',
  '400Regular_Italic/BeVietnamPro_400Regular_Italic',
  '700Bold/BeVietnamPro_700Bold',
];

/** Printed signs, each 56×56 shades: by sign and face. */
function printedSigns(signs: string): readonly { readonly sign: string; readonly shades: Uint8Array }[] {
  const { resolve } = createRequire(import.meta.url);
  return faces.flatMap((face, index) => {
    GlobalFonts.registerFromPath(resolve(`@expo-google-fonts/be-vietnam-pro/${face}.ttf`), `Face${index}`);
    return [...signs].map((sign) => {
      const canvas = createCanvas(56, 56);
      const context = canvas.getContext('2d');
      context.fillStyle = '#000';
      context.fillRect(0, 0, 56, 56);
      context.fillStyle = '#fff';
      context.font = `40px Face${index}`;
      context.fillText(sign, 14, 43);
      const { data } = context.getImageData(0, 0, 56, 56);
      return { sign, shades: Uint8Array.from({ length: 56 * 56 }, (_, at) => data[at * 4] ?? 0) };
    });
  });
}

const FIGURES = '0123456789';
/** Letters that no hand makes like a figure; o, l, S, b, q … are left out. */
const LETTERS = 'adefhkmnprtuvwxyABCDEFGHKLMNPRTUVWXY';

/** Two shades side by side, or one over the other: `shift` columns apart. */
function pair(one: Uint8Array, other: Uint8Array, shift: number): Uint8Array {
  const side = FRAME * 2;
  const out = new Uint8Array(side * side);
  for (const [shades, by] of [
    [one, 0],
    [other, shift],
  ] as const)
    for (let y = 0; y < FRAME; y += 1)
      for (let x = 0; x < FRAME; x += 1) {
        const at = (y + FRAME / 2) * side + x + by;
        out[at] = Math.max(out[at] ?? 0, shades[y * FRAME + x] ?? 0);
      }
  return out;
}

function noFigure(written: readonly Written[], letters: readonly Uint8Array[], random: Random): Mask {
  const any = () => written[Math.floor(random() * written.length)]?.shades ?? new Uint8Array(FRAME * FRAME);
  const kind = random();
  if (kind < 0.45) {
    const letter = letters[Math.floor(random() * letters.length)] ?? new Uint8Array(56 * 56);
    return bent(letter, 56, random);
  }
  if (kind < 0.75) return bent(pair(any(), any(), Math.round(between(random, 11, 19))), FRAME * 2, random);
  // A piece of a figure: a corner or a half of it.
  const piece = any().slice();
  const { top, bottom } = inkOf(piece);
  const cut = top + (bottom - top) * between(random, 0.3, 0.55);
  const upper = random() < 0.5;
  for (let at = 0; at < piece.length; at += 1) if (Math.floor(at / FRAME) < cut !== upper) piece[at] = 0;
  const half = bent(piece, FRAME, random);
  return random() < 0.5 ? thickened(half, 2) : half;
}

/** Samples without end. A tenth of them printed, a tenth no figure. */
export function sampler(written: readonly Written[], random: Random): () => Sample {
  const figures = printedSigns(FIGURES);
  const letters = printedSigns(LETTERS).map(({ shades }) => shades);
  const next = (): Sample => {
    const kind = random();
    const figure = figures[Math.floor(random() * figures.length)];
    const hand = written[Math.floor(random() * written.length)];
    if (hand === undefined || figure === undefined) throw new Error('There is nothing to learn from.');
    const truth = kind < 0.1 ? NO_FIGURE : kind < 0.2 ? Number(figure.sign) : hand.truth;
    const mask =
      kind < 0.1
        ? noFigure(written, letters, random)
        : kind < 0.2
          ? bent(figure.shades, 56, random)
          : bent(asWrittenHere(hand, random), FRAME, random);
    const inked = cropped(thickened(mask, Math.round(between(random, -1.4, 2.4))));
    return inked === null || inked.height < LARGE / 5 ? next() : { frame: framed(inked), truth };
  };
  return next;
}

/** A sample as it was written, without anything by chance. */
export function plainSample({ shades, truth }: Written): Sample | null {
  const mask = { width: FRAME, height: FRAME, data: shades.map((shade) => (shade > 110 ? 1 : 0)) };
  const inked = cropped(mask);
  return inked === null ? null : { frame: framed(inked), truth };
}
