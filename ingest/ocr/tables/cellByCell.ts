import type { GreyImage, OcrEngine, OcrWord } from '../engine/ocrEngine.ts';
import type { Box, RuledTable } from './ruledTables.ts';

/**
 * Reading of tables cell by cell: the cells are set under one another, as one column of lines, and read at once; their words come back
 * in their places on the page. What stands around the tables is read without them.
 */

/** A cell's border, and the white around it in the column, in points. */
const inset = 1.3;
const apart = { left: 6, between: 14 };
/** A cell with fewer dark pixels holds specks at most. */
const leastInk = 12;

type Placed = { readonly cell: Box; readonly top: number };

const scaled = ({ left, top, right, bottom }: Box, scale: number): Box => ({
  left: Math.round(left * scale),
  top: Math.round(top * scale),
  right: Math.round(right * scale),
  bottom: Math.round(bottom * scale),
});

function inkIn({ width, data }: GreyImage, { left, top, right, bottom }: Box): number {
  let inked = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) if ((data[y * width + x] ?? 255) < 128) inked += 1;
  return inked;
}

/** The cells under one another, and where each of them is in that column. */
function columnOf(
  image: GreyImage,
  cells: readonly Box[],
): { readonly picture: GreyImage; readonly placed: readonly Placed[] } {
  const pixels = (points: number) => Math.round((points * image.dpi) / 72);
  const width = Math.max(...cells.map(({ left, right }) => right - left)) + pixels(apart.left) * 2;
  let top = pixels(apart.between);
  const placed = cells.map((cell) => {
    const own = { cell, top };
    top += cell.bottom - cell.top + pixels(apart.between);
    return own;
  });
  const data = new Uint8Array(width * top).fill(255);
  for (const { cell, top: at } of placed)
    for (let y = cell.top; y < cell.bottom; y += 1)
      data.set(
        image.data.subarray(y * image.width + cell.left, y * image.width + cell.right),
        (at + y - cell.top) * width + pixels(apart.left),
      );
  return { picture: { width, height: top, data, dpi: image.dpi }, placed };
}

/** The page with the tables painted over. */
function without(image: GreyImage, tables: readonly Box[]): GreyImage {
  const data = Uint8Array.from(image.data);
  const margin = Math.round((3 * image.dpi) / 72);
  for (const { left, top, right, bottom } of tables)
    for (let y = Math.max(0, top - margin); y < Math.min(image.height, bottom + margin); y += 1)
      data.fill(
        255,
        y * image.width + Math.max(0, left - margin),
        y * image.width + Math.min(image.width, right + margin),
      );
  return { ...image, data };
}

/** The engine, reading pages with these tables (in the pixels of a page at `dpi`) cell by cell. */
export function cellByCell(engine: OcrEngine, tables: readonly RuledTable[], dpi: number): OcrEngine {
  if (tables.length === 0) return engine;
  return {
    ...engine,
    recognise: async (image, layout) => {
      if (layout !== 'page') return engine.recognise(image, layout);
      const scale = image.dpi / dpi;
      const border = Math.max(2, Math.round((inset * image.dpi) / 72));
      const cells = tables
        .flatMap(({ rows }) => rows.flat())
        .flatMap((cell) => {
          if (cell === null) return [];
          const { left, top, right, bottom } = scaled(cell, scale);
          const inner = {
            left: left + border,
            top: top + border,
            right: right - border,
            bottom: bottom - border,
          };
          return inner.right - inner.left > border &&
            inner.bottom - inner.top > border &&
            inkIn(image, inner) >= leastInk
            ? [inner]
            : [];
        });
      const around = await engine.recognise(
        without(
          image,
          tables.map((table) => scaled(table, scale)),
        ),
        layout,
      );
      if (cells.length === 0) return around;
      const { picture, placed } = columnOf(image, cells);
      const from = Math.max(-1, ...around.map(({ line }) => line)) + 1;
      const shift = Math.round((apart.left * image.dpi) / 72);
      return [
        ...around,
        ...(await engine.recognise(picture, 'block')).flatMap((word): readonly OcrWord[] => {
          const middle = (word.top + word.bottom) / 2;
          const own = placed.findLast(({ top }) => top - border * 2 <= middle);
          if (own === undefined) return [];
          const [x, y] = [own.cell.left - shift, own.cell.top - own.top];
          return [
            {
              ...word,
              left: word.left + x,
              right: word.right + x,
              top: word.top + y,
              bottom: word.bottom + y,
              line: word.line + from,
            },
          ];
        }),
      ];
    },
  };
}
