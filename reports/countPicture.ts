import { finite, writeShort } from './drawing/figures.ts';
import { type Block, CONTENT, head, MARGIN, MOST_ROWS, paragraph, remark, WIDTH } from './drawing/frame.ts';
import { palette } from './drawing/palette.ts';
import type { Bar, Scene, Shape } from './drawing/scene.ts';
import { leading, outlined, type TextStyle, text } from './drawing/shapes.ts';
import { loadTypeface, type Typeface } from './drawing/typeface.ts';
import { drawableText, widthOf, wrapText } from './drawing/wrapText.ts';
import { drawScene, type Picture } from './picture.ts';
import { texts } from './texts.ts';

/** Parts of a whole as horizontal bars, or two dates side by side (`before`). */
export type CountPicture = {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly parts: readonly { readonly label: string; readonly value: number; readonly before?: number }[];
  /** Names of the two dates where `before` is given. */
  readonly legend?: readonly [before: string, after: string];
};

type Part = CountPicture['parts'][number];
/** A number to draw as a bar, and how its bar looks. */
type Figure = { readonly value: number | null; readonly look: Look };
type Look = { readonly colour: string; readonly outline: string };

/** Of two dates the earlier is hollow, the later full: told apart without colour too. */
const AFTER: Look = { colour: palette.jade, outline: palette.jade };
const BEFORE: Look = { colour: palette.paper, outline: palette.jade };

const BAR = { height: 36, gap: 10 };
const PADDING = 22;
const LABEL_SIZE = 40;
const FIGURE: TextStyle = { size: 38, weight: 'bold', colour: palette.ink };

/** Draws counts as bars with their figures beside them. */
export async function drawCounts(picture: CountPicture): Promise<Picture> {
  const typeface = await loadTypeface();
  return drawScene(layCounts(picture, typeface), typeface);
}

/** The same as shapes at their places. */
export function layCounts(picture: CountPicture, typeface: Typeface): Scene {
  const band = head(picture.title, picture.subtitle, typeface);
  const legend = layLegend(picture.legend, band.height + 32, typeface);
  const shapes: Shape[] = [...band.shapes, ...legend.shapes];
  const bars: Bar[] = [];
  const scale = scaleOf(picture, typeface);
  let y = band.height + 32 + legend.height;
  for (const part of picture.parts.slice(0, MOST_ROWS)) {
    const place = { x: MARGIN, y: y + PADDING, width: CONTENT, size: LABEL_SIZE };
    const label = paragraph(null, part.label, place, typeface);
    shapes.push(...label.shapes);
    y += PADDING + label.height + 8;
    for (const { value, look } of figuresOf(part)) {
      const amount = Math.max(0, value ?? 0);
      const { width, max } = scale;
      bars.push({
        left: MARGIN,
        top: y,
        width,
        height: BAR.height,
        max,
        segments: [{ value: amount, ...look }],
        track: palette.track,
      });
      const top = y + BAR.height / 2 - leading(FIGURE.size) / 2;
      shapes.push(text(figure(value, picture.unit, typeface), MARGIN + width + 20, top, FIGURE));
      y += BAR.height + BAR.gap;
    }
    y += PADDING - BAR.gap;
  }
  const note = picture.parts.length === 0 ? texts.noParts : more(picture);
  if (note !== null) {
    const words = remark(note, y + PADDING, typeface);
    shapes.push(...words.shapes);
    y += PADDING + words.height;
  }
  return { width: WIDTH, height: y + 36, bars, shapes };
}

function figuresOf(part: Part): readonly Figure[] {
  const after: Figure = { value: finite(part.value), look: AFTER };
  return part.before === undefined ? [after] : [{ value: finite(part.before), look: BEFORE }, after];
}

/** One scale for all bars, which end where the widest figure begins. */
function scaleOf(
  picture: CountPicture,
  typeface: Typeface,
): { readonly width: number; readonly max: number } {
  const values = picture.parts
    .slice(0, MOST_ROWS)
    .flatMap(figuresOf)
    .map(({ value }) => value);
  const widest = Math.max(
    0,
    ...values.map((value) =>
      widthOf(figure(value, picture.unit, typeface), FIGURE.size, typeface.widths.bold),
    ),
  );
  const largest = Math.max(0, ...values.map((value) => value ?? 0));
  return { width: Math.max(CONTENT / 3, CONTENT - widest - 20), max: largest === 0 ? 1 : largest };
}

/** One line whatever the unit is called; the bars keep a third of the width. */
function figure(value: number | null, unit: string, { widths }: Typeface): string {
  if (value === null) return '–';
  const words = drawableText(`${writeShort(value)} ${unit}`, widths.bold);
  const measure = { size: FIGURE.size, width: (2 * CONTENT) / 3 - 20, most: 1 };
  return wrapText(words, measure, widths.bold)[0] ?? '–';
}

function layLegend(legend: CountPicture['legend'], top: number, typeface: Typeface): Block {
  const shapes: Shape[] = [];
  let y = top;
  for (const [at, name] of (legend ?? []).entries()) {
    const place = { x: MARGIN + 96, y, width: CONTENT - 96, size: 36 };
    const words = paragraph(null, name, place, typeface);
    shapes.push(
      outlined({ x: MARGIN, y: y + 8, width: 72, height: 32 }, at === 0 ? BEFORE : AFTER),
      ...words.shapes,
    );
    y += words.height + 8;
  }
  return { shapes, height: y - top };
}

function more({ parts, unit }: CountPicture): string | null {
  const rest = parts.slice(MOST_ROWS);
  if (rest.length === 0) return null;
  const sum = rest.reduce((total, { value }) => total + (finite(value) ?? 0), 0);
  return texts.moreOf(rest.length, [`${writeShort(sum)} ${unit}`]);
}
