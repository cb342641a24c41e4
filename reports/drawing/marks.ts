import { palette } from './palette.ts';
import type { Shape } from './scene.ts';
import { text } from './shapes.ts';

export type Mark = 'tick' | 'cross' | 'question';

/** What belongs to a mark: colour of words and figures beside it, and a ground on which they can be read. */
export const markStyles = {
  tick: { ink: palette.jade, wash: palette.jadeWash, fill: palette.jade },
  cross: { ink: palette.seal, wash: palette.sealWash, fill: palette.seal },
  question: { ink: palette.onMarker, wash: palette.markerWash, fill: palette.marker },
} as const satisfies Readonly<Record<Mark, { ink: string; wash: string; fill: string }>>;

/** A round tick, a square cross, a question in a diamond: told apart by their outline alone. `r` is half the width. */
export function drawMark(mark: Mark, x: number, y: number, r: number): readonly Shape[] {
  const stroke = {
    stroke: palette.onBand,
    lineWidth: r * 0.24,
    lineCap: 'round',
    lineJoin: 'round',
  } as const;
  const at = (dx: number, dy: number): [number, number] => [x + dx * r, y + dy * r];
  switch (mark) {
    case 'tick':
      return [
        { type: 'circle', shape: { cx: x, cy: y, r }, style: { fill: markStyles.tick.fill } },
        {
          type: 'polyline',
          shape: { points: [at(-0.45, 0.03), at(-0.12, 0.36), at(0.47, -0.34)] },
          style: { ...stroke, fill: 'none' },
        },
      ];
    case 'cross': {
      const side = 0.9 * r;
      const arms = [
        [at(-0.36, -0.36), at(0.36, 0.36)],
        [at(-0.36, 0.36), at(0.36, -0.36)],
      ];
      return [
        {
          type: 'rect',
          shape: { x: x - side, y: y - side, width: 2 * side, height: 2 * side, r: 0.2 * r },
          style: { fill: markStyles.cross.fill },
        },
        ...arms.map(
          (points): Shape => ({ type: 'polyline', shape: { points }, style: { ...stroke, fill: 'none' } }),
        ),
      ];
    }
    case 'question':
      return [
        {
          type: 'polygon',
          shape: { points: [at(0, -1.12), at(1.12, 0), at(0, 1.12), at(-1.12, 0)] },
          style: {
            fill: markStyles.question.fill,
            stroke: palette.onMarker,
            lineWidth: 3,
            lineJoin: 'round',
          },
        },
        text('?', x, y - 0.65 * r * 1.15, {
          size: Math.round(1.15 * r),
          weight: 'bold',
          colour: palette.onMarker,
          align: 'center',
        }),
      ];
  }
}
