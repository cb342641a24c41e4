import { texts } from '../texts.ts';
import { palette } from './palette.ts';
import type { Shape } from './scene.ts';
import { ground, leading, line, textLines } from './shapes.ts';
import type { Typeface } from './typeface.ts';
import { drawableText, widthOf, wrapText } from './wrapText.ts';

/** Pixels of a phone held upright; the height grows with what is drawn. */
export const WIDTH = 1080;
export const MARGIN = 56;
export const CONTENT = WIDTH - 2 * MARGIN;
/** More rows than this nobody reads in a picture: the rest is counted. */
export const MOST_ROWS = 14;
/** Lines of a label; all of the sample rules need at most four. */
const MOST_LINES = 5;

/** Shapes with the height that they take. */
export type Block = { readonly shapes: readonly Shape[]; readonly height: number };

/** The band with the title and what it stands on. */
export function head(title: string, subtitle: string, { widths }: Typeface): Block {
  const titleStyle = { size: 52, weight: 'bold', colour: palette.onBand } as const;
  const subtitleStyle = { size: 34, weight: 'regular', colour: palette.softOnBand } as const;
  const place = { width: CONTENT, most: 4 };
  const titleLines = wrapText(
    drawableText(title, widths.bold),
    { ...place, size: titleStyle.size },
    widths.bold,
  );
  const subtitleLines = wrapText(
    drawableText(subtitle, widths.regular),
    { ...place, size: subtitleStyle.size },
    widths.regular,
  );
  const top = 48;
  const below = top + titleLines.length * leading(titleStyle.size) + 12;
  const height = below + subtitleLines.length * leading(subtitleStyle.size) + 40;
  return {
    shapes: [
      ground({ x: 0, y: 0, width: WIDTH, height }, palette.band),
      ...textLines(titleLines, MARGIN, top, titleStyle),
      ...textLines(subtitleLines, MARGIN, below, subtitleStyle),
    ],
    height,
  };
}

/** Words in two weights that run on: the first ones bold in their colour, the rest in ink; broken between syllables. */
export function paragraph(
  lead: { readonly words: string; readonly colour: string } | null,
  words: string,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly size: number },
  { widths }: Typeface,
): Block {
  const indent = lead === null ? 0 : widthOf(`${lead.words} `, at.size, widths.bold) + 4;
  const drawable = drawableText(words, widths.regular) || (lead === null ? texts.unnamed : '');
  const measure = { size: at.size, width: at.width, most: MOST_LINES, indent };
  const lines = wrapText(drawable, measure, widths.regular);
  const style = { size: at.size, weight: 'regular', colour: palette.ink } as const;
  return {
    shapes: [
      ...(lead === null
        ? []
        : textLines([lead.words], at.x, at.y, { ...style, weight: 'bold', colour: lead.colour })),
      ...textLines(lines, at.x, at.y, style, indent),
    ],
    height: Math.max(1, lines.length) * leading(at.size),
  };
}

/** What is said below the rows, set off by a line: that there are more of them, or none. */
export function remark(words: string, y: number, typeface: Typeface): Block {
  const place = { x: MARGIN, y: y + 26, width: CONTENT, size: 40 };
  const said = paragraph(null, words, place, typeface);
  return {
    shapes: [line([MARGIN, y], [MARGIN + CONTENT, y]), ...said.shapes],
    height: said.height + 2 * 26,
  };
}
