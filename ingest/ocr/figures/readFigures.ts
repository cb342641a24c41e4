import { readFile } from 'node:fs/promises';
import type { GreyImage } from '../engine/ocrEngine.ts';
import { type FigureNet, figureChances, figureNet, NO_FIGURE } from './figureNet.ts';
import { framed } from './framed.ts';
import { cutAt, type Glyph, glyphsOf, together } from './glyphs.ts';

/** Figures that a hand wrote, read by their shapes: an engine for printed words makes other signs of them. */

let loaded: Promise<FigureNet> | null = null;

/** The net of `data/figureNet.bin`, read once. */
export function trainedNet(): Promise<FigureNet> {
  loaded ??= readFile(new URL('../../../data/figureNet.bin', import.meta.url)).then((bytes) =>
    figureNet(Float32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readFloatLE(index * 4))),
  );
  return loaded;
}

export type ReadFigures = {
  /** Left to right; two that touch are one. */
  readonly each: readonly ReadFigure[];
  /** From the first to the last, in pixels of the picture. */
  readonly left: number;
  readonly right: number;
};

/** `figures` is empty for ink that is none. `chance`: 0 to 1, that it is what it was read as. */
export type ReadFigure = { readonly figures: string; readonly chance: number };

function told(glyph: Glyph, net: FigureNet): ReadFigure {
  const each = figureChances(net, framed(glyph));
  const best = each.indexOf(Math.max(...each));
  return {
    figures: best === NO_FIGURE ? '' : String(best),
    chance: best === NO_FIGURE ? 0 : (each[best] ?? 0),
  };
}

/** No figure is wider than it is high by this much; two that touch are. */
const WIDEST = 0.9;

/** A glyph as a figure, or cut where that makes two figures that are surer than the one. */
function toldWhole(glyph: Glyph, net: FigureNet): ReadFigure {
  const whole = told(glyph, net);
  if (glyph.width < glyph.height * WIDEST) return whole;
  const columns = Array.from({ length: 9 }, (_, step) => Math.round(glyph.width * (0.3 + step * 0.05)));
  const pairs = columns.flatMap((column) => {
    const parts = cutAt(glyph, column);
    if (parts === null) return [];
    const [first, second] = [told(parts[0], net), told(parts[1], net)];
    return [{ figures: first.figures + second.figures, chance: Math.min(first.chance, second.chance) }];
  });
  const best = pairs.toSorted((a, b) => b.chance - a.chance)[0];
  return best !== undefined && best.chance > whole.chance ? best : whole;
}

/** Pieces of one figure stand over one another, at most so many line heights apart, and beside each other by no more than this. */
const APART = 0.6;
const BESIDE = 0.1;

/** Pens leave paper: the bar of a 5 stands over its bow, and a faint 1 breaks. Stretches over one another are one figure. */
function joined(glyphs: readonly Glyph[], lineHeight: number): readonly Glyph[] {
  const areOne = (a: Glyph, b: Glyph) => {
    const shared = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
    if (shared > Math.min(a.width, b.width) * 0.55) return true;
    const apart = Math.max(a.top, b.top) - Math.min(a.top + a.height, b.top + b.height);
    return shared >= -lineHeight * BESIDE && apart >= 0 && apart <= lineHeight * APART;
  };
  const out: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = out.at(-1);
    if (last !== undefined && areOne(last, glyph)) out[out.length - 1] = together(last, glyph);
    else out.push(glyph);
  }
  return out;
}

/**
 * The figures of a picture of one line, whose letters are `lineHeight` pixels high; `null` where there are none. Ink that is
 * much smaller or higher than a figure is none (specks, dotted lines, the frame of a stamp), and figures end at a gap
 * wider than one. `from`: what has its middle left of this column is no figure; `most`: so many at the most.
 */
export function readFigures(
  area: GreyImage,
  lineHeight: number,
  net: FigureNet,
  { from = 0, most = 5 }: { readonly from?: number; readonly most?: number } = {},
): ReadFigures | null {
  const isSpeck = ({ width, height }: Glyph) => Math.max(width, height) < lineHeight * 0.3;
  const isRule = ({ width, height }: Glyph) =>
    height > lineHeight * 2 ||
    width > lineHeight * 2.5 ||
    (width > height * 2.5 && height < lineHeight * 0.4);
  const glyphs = joined(
    glyphsOf(area).filter((glyph) => !isSpeck(glyph) && !isRule(glyph)),
    lineHeight,
  ).filter(({ left, width, height }) => height >= lineHeight * 0.5 && left + width / 2 >= from);
  const row: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = row.at(-1);
    if (last !== undefined && (row.length === most || glyph.left - (last.left + last.width) > lineHeight))
      break;
    row.push(glyph);
  }
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined) return null;
  const each = row.map((glyph) => toldWhole(glyph, net));
  return { each, left: first.left, right: last.left + last.width };
}

/**
 * The figures as their shapes tell them, each with at least the chance `least`; where a shape is unclear, what the engine
 * read in its place, if it read as many. `null` where a figure stays unclear.
 */
export function surely({ each }: ReadFigures, least: number, engine = ''): string | null {
  const isPlaced = /^\d+$/.test(engine) && engine.length === each.length;
  const told = each.map(({ figures, chance }, at) =>
    chance >= least ? figures : isPlaced ? engine.charAt(at) : null,
  );
  return told.includes(null) ? null : told.join('');
}

/** How many figures there are, whatever they are: ink that is none of those that the net knows counts for one. */
export const countOf = ({ each }: ReadFigures): number =>
  each.reduce((sum, { figures }) => sum + Math.max(1, figures.length), 0);
