import { palette } from './palette.ts';
import type { Shape } from './scene.ts';
import { FAMILY, type Weight } from './typeface.ts';

/** A filled rectangle. */
export function ground(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: string,
  radius = 0,
): Shape {
  return { type: 'rect', shape: { ...box, r: radius }, style: { fill: colour } };
}

export function line(from: readonly [x: number, y: number], to: readonly [x: number, y: number]): Shape {
  const [x1, y1] = from;
  const [x2, y2] = to;
  return { type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: palette.line, lineWidth: 2 } };
}

export type TextStyle = {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
  readonly align?: 'left' | 'center' | 'right';
};

/** Distance from one line to the next. */
export function leading(size: number): number {
  return Math.round(size * 1.3);
}

/** One line whose top is at `y`. */
export function text(words: string, x: number, y: number, style: TextStyle): Shape {
  return {
    type: 'text',
    x,
    y: y + leading(style.size) / 2,
    style: {
      text: words,
      // Not the shorthand `font`: the renderer does not read it and draws everything small.
      fontSize: style.size,
      fontWeight: style.weight === 'bold' ? 700 : 400,
      fontFamily: FAMILY,
      fill: style.colour,
      align: style.align ?? 'left',
      verticalAlign: 'middle',
    },
  };
}

/** Lines below each other; `indent` moves the first one. */
export function textLines(
  lines: readonly string[],
  x: number,
  y: number,
  style: TextStyle,
  indent = 0,
): readonly Shape[] {
  return lines.map((words, at) =>
    text(words, at === 0 ? x + indent : x, y + at * leading(style.size), style),
  );
}

/** A rectangle with an outline of its own, drawn within its box. */
export function outlined(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  look: { readonly colour: string; readonly outline: string },
): Shape {
  const shape = { x: box.x + 2, y: box.y + 2, width: box.width - 4, height: box.height - 4, r: 6 };
  return { type: 'rect', shape, style: { fill: look.colour, stroke: look.outline, lineWidth: 3 } };
}
