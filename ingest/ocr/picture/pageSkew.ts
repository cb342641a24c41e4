import type { GreyImage } from '../engine/ocrEngine.ts';

/** How a page stands in its picture, told from where its ink lies. */

/** Ink points of a picture, thinned out to at most about this many. */
const mostPoints = 60_000;
/** Larger angles are no scan put askew but a page that stands on its side. */
const mostDegrees = 8;

export type InkPoints = { readonly xs: Int32Array; readonly ys: Int32Array; readonly length: number };

/** Dark pixels, evenly thinned out. Ink is what lies clearly below paper: under `threshold`. */
export function inkPoints({ width, height, data }: GreyImage, threshold = 128): InkPoints {
  let dark = 0;
  for (const value of data) if (value < threshold) dark += 1;
  const step = Math.max(1, Math.ceil(dark / mostPoints));
  const length = Math.ceil(dark / step);
  const xs = new Int32Array(length);
  const ys = new Int32Array(length);
  let seen = 0;
  let filled = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[y * width + x] ?? 255) >= threshold) continue;
      // A fixed step through rows of text would beat against the letters; a stirred one does not.
      if (seen % step === (y * 7) % step && filled < length) {
        xs[filled] = x;
        ys[filled] = y;
        filled += 1;
      }
      seen += 1;
    }
  }
  return { xs, ys, length: filled };
}

/** How sharply ink falls into rows when looked at along `degrees`: lines of text against the white between them. */
function rowSharpness({ xs, ys, length }: InkPoints, degrees: number, reach: number, bin: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Uint32Array(Math.ceil((reach * 2) / bin) + 2);
  for (let index = 0; index < length; index += 1) {
    const row = Math.floor(((ys[index] ?? 0) - slope * (xs[index] ?? 0) + reach * 0.5) / bin);
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row += 1) {
    const change = (rows[row] ?? 0) - (rows[row - 1] ?? 0);
    sum += change * change;
  }
  return sum;
}

type Slant = { readonly degrees: number; readonly sharpness: number };

/** The slant along which ink falls into rows most sharply. */
function bestSlant(points: InkPoints, reach: number, bin: number): Slant {
  // Straight lies in front by a little: a hair's breadth is no reason to turn a page.
  let best: Slant = { degrees: 0, sharpness: rowSharpness(points, 0, reach, bin) * 1.02 };
  const search = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + 1e-9; degrees += step) {
      const sharpness = rowSharpness(points, degrees, reach, bin);
      if (sharpness > best.sharpness) best = { degrees, sharpness };
    }
  };
  search(-mostDegrees, mostDegrees, 0.5);
  search(best.degrees - 0.4, best.degrees + 0.4, 0.1);
  return best;
}

export type Stand = {
  /** Lines of text run up and down. */
  readonly onSide: boolean;
  /** By how many degrees lines fall (rise, where negative) from left to right, of a page that is not on its side. */
  readonly degrees: number;
};

/** No stroke of a letter is as long, in points: what is, is a rule, or the edge of a sheet. */
const longestStroke = 15;

/** The picture without ink that runs on up and down or across for longer than any letter. */
function writingOf({ width, height, data, dpi }: GreyImage): GreyImage {
  const writing = Uint8Array.from(data);
  const longest = (longestStroke * dpi) / 72;
  const clear = (start: number, step: number, count: number) => {
    let from = 0;
    for (let index = 0; index <= count; index += 1) {
      if (index < count && (data[start + index * step] ?? 255) < 128) continue;
      if (index - from > longest) for (let at = from; at < index; at += 1) writing[start + at * step] = 255;
      from = index + 1;
    }
  };
  for (let y = 0; y < height; y += 1) clear(y * width, 1, width);
  for (let x = 0; x < width; x += 1) clear(x, width, height);
  return { width, height, data: writing, dpi };
}

/** How the page stands in its picture. Upright and straight where its ink does not tell. */
export function standOf(image: GreyImage): Stand {
  const stand = standOfInk(image, inkPoints(image));
  // The edges of a sheet on a desk, or a table's rules, look like lines of text that run up and down.
  return stand.onSide ? standOfInk(image, inkPoints(writingOf(image))) : stand;
}

function standOfInk(image: GreyImage, points: InkPoints): Stand {
  if (points.length < 500) return { onSide: false, degrees: 0 };
  const bin = Math.max(1, Math.round(image.dpi / 75));
  const rows = bestSlant(points, image.height + image.width * 0.3, bin);
  const turned: InkPoints = { xs: points.ys, ys: points.xs, length: points.length };
  const columns = bestSlant(turned, image.width + image.height * 0.3, bin);
  return {
    onSide: columns.sharpness > rows.sharpness * 1.5,
    degrees: Math.round(rows.degrees * 10) / 10,
  };
}
