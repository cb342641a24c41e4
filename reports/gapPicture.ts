import type { Status } from '../requirements/finding.ts';
import { type Block, CONTENT, head, MARGIN, MOST_ROWS, paragraph, remark, WIDTH } from './drawing/frame.ts';
import { drawMark, type Mark, markStyles } from './drawing/marks.ts';
import type { Bar, Scene, Shape } from './drawing/scene.ts';
import { ground, line, text } from './drawing/shapes.ts';
import { loadTypeface, type Typeface } from './drawing/typeface.ts';
import { drawScene, type Picture } from './picture.ts';
import { texts } from './texts.ts';

/** What the picture of a person's standing shows: counts of requirements, and one line each. */
export type GapPicture = {
  /** `Còn thiếu gì – Nguyễn Thị Mẫu`. */
  readonly title: string;
  /** `Tính đến 22/11/2026 · theo yêu cầu mẫu – chưa thẩm định`. */
  readonly subtitle: string;
  readonly met: number;
  readonly missing: number;
  readonly unknown: number;
  /** One line a requirement, in the order of the answer. */
  readonly lines: readonly { readonly label: string; readonly status: Status }[];
};

const STATUSES = ['met', 'missing', 'unknown'] as const satisfies readonly Status[];
const MARKS = { met: 'tick', missing: 'cross', unknown: 'question' } as const satisfies Record<Status, Mark>;

const TILE = { height: 190, gap: 24 };
const ROW = { size: 40, mark: 28, indent: 84, padding: 26 };

/** Draws a person's standing: readable on a phone, told apart without colour too. */
export async function drawGaps(picture: GapPicture): Promise<Picture> {
  const typeface = await loadTypeface();
  return drawScene(layGaps(picture, typeface), typeface);
}

/** The same as shapes at their places. */
export function layGaps(picture: GapPicture, typeface: Typeface): Scene {
  const band = head(picture.title, picture.subtitle, typeface);
  const tilesAt = band.height + 40;
  const barAt = tilesAt + TILE.height + 28;
  const bar = shares(picture, barAt);
  const listAt = bar === null ? barAt : barAt + bar.height + 32;
  const list = rows(picture.lines, listAt, typeface);
  return {
    width: WIDTH,
    height: listAt + list.height + 40,
    bars: bar === null ? [] : [bar],
    shapes: [
      ...band.shapes,
      ...STATUSES.flatMap((status, at) => tile(status, picture[status], at, tilesAt)),
      ...list.shapes,
    ],
  };
}

function tile(status: Status, count: number, at: number, y: number): readonly Shape[] {
  const mark = MARKS[status];
  const { ink, wash } = markStyles[mark];
  const width = (CONTENT - 2 * TILE.gap) / 3;
  const x = MARGIN + at * (width + TILE.gap);
  const middle = x + width / 2;
  const figures = String(count);
  // The mark and the figure stand together in the middle of the tile.
  const half = (60 + 20 + figures.length * 48) / 2;
  return [
    ground({ x, y, width, height: TILE.height }, wash, 20),
    ...drawMark(mark, middle - half + 30, y + 66, 30),
    text(figures, middle - half + 80, y + 14, { size: 80, weight: 'bold', colour: ink }),
    text(texts.statusBelow[status], middle, y + 124, {
      size: 34,
      weight: 'bold',
      colour: ink,
      align: 'center',
    }),
  ];
}

function shares(picture: GapPicture, top: number): Bar | null {
  const max = picture.met + picture.missing + picture.unknown;
  if (max === 0) return null;
  const segments = STATUSES.filter((status) => picture[status] > 0).map((status) => {
    const { fill, ink } = markStyles[MARKS[status]];
    return { value: picture[status], colour: fill, outline: ink };
  });
  return { left: MARGIN, top, width: CONTENT, height: 34, max, segments, track: null };
}

function rows(lines: GapPicture['lines'], top: number, typeface: Typeface): Block {
  const shapes: Shape[] = [];
  let y = top;
  for (const { label, status } of lines.slice(0, MOST_ROWS)) {
    const mark = MARKS[status];
    const lead = { words: `${texts.status[status]}:`, colour: markStyles[mark].ink };
    const place = { x: MARGIN + ROW.indent, y: y + ROW.padding, width: CONTENT - ROW.indent, size: ROW.size };
    const words = paragraph(lead, label, place, typeface);
    shapes.push(
      line([MARGIN, y], [MARGIN + CONTENT, y]),
      ...drawMark(mark, MARGIN + ROW.mark + 4, y + ROW.padding + 26, ROW.mark),
      ...words.shapes,
    );
    y += words.height + 2 * ROW.padding;
  }
  const rest = lines.slice(MOST_ROWS);
  const note = lines.length === 0 ? texts.noRequirements : rest.length > 0 ? more(rest) : null;
  if (note !== null) {
    const words = remark(note, y, typeface);
    shapes.push(...words.shapes);
    y += words.height;
  }
  return { shapes, height: y - top };
}

function more(rest: GapPicture['lines']): string {
  const kinds = STATUSES.map((status) => ({
    status,
    count: rest.filter((line) => line.status === status).length,
  })).filter(({ count }) => count > 0);
  return texts.moreOf(
    rest.length,
    kinds.map(({ status, count }) => `${count} ${texts.statusBelow[status]}`),
  );
}
