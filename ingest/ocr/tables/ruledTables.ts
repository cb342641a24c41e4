import type { GreyImage } from '../engine/ocrEngine.ts';

/**
 * Tables with rules between their cells, told by the rules. Engines read such tables line by line across the cells and lose much of
 * what is written in them.
 */

export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** A table's cells, row by row; `null` in the places that a cell takes beyond its first one. */
export type RuledTable = Box & { readonly rows: readonly (readonly (Box | null)[])[] };

const ink = 140;
/** What is longer than these, in points, is no stroke of a letter. */
const least = { across: 30, down: 15 };
/** Parts of one rule, in points: they stand at most so far beside each other, and with no longer gap between them. */
const oneRule = { beside: 1.5, gap: 8 };
/** Rules meet where they end at most so far from each other, in points. */
const meeting = 4;
/** Share of a cell's side that a rule covers where it is its border. */
const border = 0.5;
/** More columns or rows than this are the squares of a drawing. */
const most = { columns: 30, rows: 200 };

/** A rule: where it lies (`at`), and from where to where it runs. */
type Rule = { at: number; from: number; to: number; last: number };

/** All stretches of ink along lines of the picture that are long enough to be of rules, as rules. */
function rulesOf({ width, height, data, dpi }: GreyImage, direction: 'across' | 'down'): readonly Rule[] {
  const [lines, length, step, next] =
    direction === 'across' ? [height, width, 1, width] : [width, height, width, 1];
  const long = Math.round((least[direction] * dpi) / 72);
  const isInk = (at: number) => (data[at] ?? 255) < ink;
  const beside = Math.max(2, (oneRule.beside * dpi) / 72);
  const gap = (oneRule.gap * dpi) / 72;
  const rules: Rule[] = [];
  let open: Rule[] = [];
  for (let line = 0; line < lines; line += 1) {
    open = open.filter(({ last }) => line - last <= beside);
    // A stretch as long as this has ink in one of every so many places, and most lines have none there.
    for (let index = long - 1; index < length; index += long) {
      if (!isInk(line * next + index * step)) continue;
      let from = index;
      while (from > 0 && isInk(line * next + (from - 1) * step)) from -= 1;
      let to = index + 1;
      while (to < length && isInk(line * next + to * step)) to += 1;
      index = to;
      if (to - from < long) continue;
      const rule = open.find((each) => from <= each.to + gap && to >= each.from - gap);
      if (rule === undefined) {
        const own = { at: line, from, to, last: line };
        rules.push(own);
        open.push(own);
      } else {
        rule.from = Math.min(rule.from, from);
        rule.to = Math.max(rule.to, to);
        rule.last = line;
      }
    }
  }
  // What is thicker is a picture, or the edge of a desk.
  const thickest = (6 * dpi) / 72;
  return rules
    .filter(({ at, last }) => last - at < thickest)
    .map((rule) => ({ ...rule, at: (rule.at + rule.last) / 2 }));
}

/** Places that lie within `near` of each other as one, in order. */
function clustered(places: readonly number[], near: number): readonly number[] {
  const groups: number[][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && place - (last.at(-1) ?? place) <= near) last.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}

/** The tables of a page that stands upright and straight, in pixels, from top to bottom. */
export function ruledTables(image: GreyImage): readonly RuledTable[] {
  const near = (meeting * image.dpi) / 72;
  const across = rulesOf(image, 'across');
  const down = rulesOf(image, 'down');
  const meet = (row: Rule, column: Rule) =>
    column.at >= row.from - near &&
    column.at <= row.to + near &&
    row.at >= column.from - near &&
    row.at <= column.to + near;
  const tables: RuledTable[] = [];
  const left = new Set(across);
  for (const start of across) {
    if (!left.delete(start)) continue;
    const group: { readonly rows: Rule[]; readonly columns: Set<Rule> } = {
      rows: [start],
      columns: new Set(),
    };
    for (const row of group.rows) {
      for (const column of down.filter((each) => !group.columns.has(each) && meet(row, each))) {
        group.columns.add(column);
        for (const other of left) {
          if (!meet(other, column)) continue;
          left.delete(other);
          group.rows.push(other);
        }
      }
    }
    const table = tableOf(group.rows, [...group.columns], near);
    if (table !== null) tables.push(table);
  }
  return tables.toSorted((a, b) => a.top - b.top);
}

function tableOf(across: readonly Rule[], down: readonly Rule[], near: number): RuledTable | null {
  const ys = clustered(
    across.map(({ at }) => at),
    near,
  );
  const inner = clustered(
    down.map(({ at }) => at),
    near,
  );
  // Some tables are open at their sides, and the outer rules of a photographed one lean too much to be seen.
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
  const [start, end] = [middle(across.map(({ from }) => from)), middle(across.map(({ to }) => to))];
  const xs = [
    ...((inner[0] ?? start) - start > near * 3 ? [start] : []),
    ...inner,
    ...(end - (inner.at(-1) ?? end) > near * 3 ? [end] : []),
  ];
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 2 || rows > most.rows || columns > most.columns) return null;
  const y = (index: number) => ys[index] ?? 0;
  const x = (index: number) => xs[index] ?? 0;
  const covers = (rules: readonly Rule[], at: number, from: number, to: number) =>
    rules
      .filter((rule) => Math.abs(rule.at - at) <= near)
      .reduce((sum, rule) => sum + Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from)), 0) >=
    (to - from) * border;
  const taken = new Set<string>();
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column): Box | null => {
      if (taken.has(`${row} ${column}`)) return null;
      let right = column + 1;
      while (right < columns && !taken.has(`${row} ${right}`) && !covers(down, x(right), y(row), y(row + 1)))
        right += 1;
      let bottom = row + 1;
      while (bottom < rows && !covers(across, y(bottom), x(column), x(right))) bottom += 1;
      for (let r = row; r < bottom; r += 1) for (let c = column; c < right; c += 1) taken.add(`${r} ${c}`);
      return { left: x(column), top: y(row), right: x(right), bottom: y(bottom) };
    }),
  );
  const count = cells.flat().filter((cell) => cell !== null).length;
  if (count < 4) return null;
  return { left: x(0), top: y(0), right: x(columns), bottom: y(rows), rows: cells };
}

function eachBox(table: RuledTable, change: (box: Box) => Box): RuledTable {
  return {
    ...change(table),
    rows: table.rows.map((row) => row.map((cell) => (cell === null ? null : change(cell)))),
  };
}

/** A table in other units. */
export const tableScaled = (table: RuledTable, scale: number): RuledTable =>
  eachBox(table, ({ left, top, right, bottom }) => ({
    left: left * scale,
    top: top * scale,
    right: right * scale,
    bottom: bottom * scale,
  }));

/** A table further down its page. */
export const tableLowered = (table: RuledTable, by: number): RuledTable =>
  eachBox(table, ({ left, top, right, bottom }) => ({ left, right, top: top + by, bottom: bottom + by }));
