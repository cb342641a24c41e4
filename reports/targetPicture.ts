import { finite, writePercentBelow, writeShort } from './drawing/figures.ts';
import { type Block, CONTENT, head, MARGIN, MOST_ROWS, paragraph, remark, WIDTH } from './drawing/frame.ts';
import { drawMark, type Mark, markStyles } from './drawing/marks.ts';
import { palette } from './drawing/palette.ts';
import type { Bar, Scene, Shape } from './drawing/scene.ts';
import { ground, leading, line, type TextStyle, text } from './drawing/shapes.ts';
import { loadTypeface, type Typeface } from './drawing/typeface.ts';
import { drawableText, widthOf } from './drawing/wrapText.ts';
import { drawScene, type Picture } from './picture.ts';
import { texts } from './texts.ts';

/** One bar a target: what was reached beside the goal. */
export type TargetPicture = {
  readonly title: string;
  readonly subtitle: string;
  readonly bars: readonly {
    readonly label: string;
    /** 0–100; `null` where nobody belongs to the group. */
    readonly percent: number | null;
    readonly goal: number;
    /** `12/15 người`. */
    readonly figures: string;
    readonly reached: boolean;
  }[];
};

type Target = TargetPicture['bars'][number];

const BAR = { height: 40, overhang: 10 };
const PADDING = 32;
const LABEL_SIZE = 40;
const OUTCOME = { size: 38, mark: 26, indent: 72 };
const GOAL: TextStyle = { size: 34, weight: 'regular', colour: palette.softInk };

/** Draws targets with their goals: reached or not is told by colour, outline and word. */
export async function drawTargets(picture: TargetPicture): Promise<Picture> {
  const typeface = await loadTypeface();
  return drawScene(layTargets(picture, typeface), typeface);
}

/** The same as shapes at their places. */
export function layTargets(picture: TargetPicture, typeface: Typeface): Scene {
  const band = head(picture.title, picture.subtitle, typeface);
  const shapes: Shape[] = [...band.shapes];
  const bars: Bar[] = [];
  let y = band.height;
  for (const [at, target] of picture.bars.slice(0, MOST_ROWS).entries()) {
    if (at > 0) shapes.push(line([MARGIN, y], [MARGIN + CONTENT, y]));
    const row = layTarget(target, y + PADDING, typeface);
    shapes.push(...row.shapes);
    bars.push(row.bar);
    y += row.height + 2 * PADDING;
  }
  const rest = picture.bars.length - MOST_ROWS;
  const note = picture.bars.length === 0 ? texts.noTargets : rest > 0 ? texts.more(rest) : null;
  if (note !== null) {
    const words = remark(note, y, typeface);
    shapes.push(...words.shapes);
    y += words.height;
  }
  return { width: WIDTH, height: y + 24, bars, shapes };
}

/** The label, the bar with its goal, and below it the outcome in words. */
function layTarget(target: Target, top: number, typeface: Typeface): Block & { readonly bar: Bar } {
  const percent = finite(target.percent);
  const mark: Mark = percent === null ? 'question' : target.reached ? 'tick' : 'cross';
  const { ink, fill } = markStyles[mark];
  const place = { x: MARGIN, y: top, width: CONTENT, size: LABEL_SIZE };
  const label = paragraph(null, target.label, place, typeface);
  const barTop = top + label.height + 14 + BAR.overhang;
  const below = outcome(target, mark, barTop + BAR.height + BAR.overhang + 12, typeface);
  const segments = percent === null ? [] : [{ value: within(percent), colour: fill, outline: ink }];
  return {
    bar: {
      left: MARGIN,
      top: barTop,
      width: CONTENT,
      height: BAR.height,
      max: 100,
      segments: segments.length === 0 ? [{ value: 0, colour: fill }] : segments,
      track: palette.track,
    },
    shapes: [...label.shapes, ...goalLine(target.goal, barTop), ...below.shapes],
    height: barTop + BAR.height + BAR.overhang + 12 + below.height - top,
  };
}

/** A stroke across the bar, light around dark so that it is seen on the filled part and beside it. */
function goalLine(goal: number, barTop: number): readonly Shape[] {
  const x = MARGIN + (CONTENT * within(finite(goal) ?? 0)) / 100;
  const left = Math.min(Math.max(x - 4, MARGIN), MARGIN + CONTENT - 8);
  const y = barTop - BAR.overhang;
  const height = BAR.height + 2 * BAR.overhang;
  return [
    ground({ x: left - 4, y, width: 16, height }, palette.paper),
    ground({ x: left, y, width: 8, height }, palette.ink),
  ];
}

function outcome(target: Target, mark: Mark, top: number, typeface: Typeface): Block {
  const percent = finite(target.percent);
  const word =
    percent === null ? texts.nobody : target.reached ? `${texts.reached}:` : `${texts.notReached}:`;
  const goal = texts.goal(writeShort(finite(target.goal) ?? 0));
  const figures =
    percent === null
      ? ''
      : `${texts.percent(writePercentBelow(percent, target.goal, target.reached))} (${target.figures})`;
  const { regular, bold } = typeface.widths;
  const goalWidth = widthOf(goal, GOAL.size, regular);
  const taken = widthOf(`${word} ${drawableText(figures, regular)}`, OUTCOME.size, bold);
  // Beside each other where there is room, else the goal on a line of its own.
  const beside = OUTCOME.indent + taken + 24 + goalWidth <= CONTENT;
  const place = { x: MARGIN + OUTCOME.indent, y: top, width: CONTENT - OUTCOME.indent, size: OUTCOME.size };
  const words = paragraph({ words: word, colour: markStyles[mark].ink }, figures, place, typeface);
  const middle = top + leading(OUTCOME.size) / 2;
  const goalTop = beside ? middle - leading(GOAL.size) / 2 : top + words.height;
  return {
    shapes: [
      ...drawMark(mark, MARGIN + OUTCOME.mark + 4, middle, OUTCOME.mark),
      ...words.shapes,
      beside
        ? text(goal, MARGIN + CONTENT, goalTop, { ...GOAL, align: 'right' })
        : text(goal, place.x, goalTop, GOAL),
    ],
    height: words.height + (beside ? 0 : leading(GOAL.size)),
  };
}

function within(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
