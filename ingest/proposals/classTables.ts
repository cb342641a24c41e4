import { fold } from '../../vietnamese/text.ts';
import type { ReadTarget } from './readTarget.ts';

export type ClassRow = ReadTarget & { readonly start: number; readonly words: string };

const NAME = /^(?:ten (?:lop|khoa|chuong trinh)|(?:noi dung|lop)(?: (?:dao tao|boi duong|lop))?|noi dung)/;
const CLASSES = /^(?:so lop|so luong lop|so khoa)/;
const PEOPLE = /^(?:so (?:luong )?(?:hoc vien|nguoi|can bo)|so luong|si so|chi tieu)/;

/**
 * The rows of a simple table of classes, its cells parted by `|`: how many classes of a name are to be held, or how many
 * people are to learn in one. Sums and rows without a figure are left out.
 */
export function classRows(text: string): readonly ClassRow[] {
  const rows: ClassRow[] = [];
  let columns: { readonly name: number; readonly figure: number; readonly noun: string } | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const cells = line.includes('|') ? cellsOf(line) : [];
    if (cells.length < 3) {
      if (line.trim() !== '') columns = null;
      continue;
    }
    const heading = columnsOf(cells);
    if (heading !== null) {
      columns = heading;
      continue;
    }
    if (columns === null) continue;
    const name = (cells[columns.name] ?? '').replace(
      columns.name === 0 ? /^\d{1,3}[.)]?\s+(?=\p{L})/u : /^$/u,
      '',
    );
    const figure = /^\d{1,3}(?:\.\d{3})*$/.exec(cells[columns.figure] ?? '')?.[0];
    if (figure === undefined || !/\p{L}{2}/u.test(name) || /^(?:tổng|cộng)/iu.test(name)) continue;
    const count = Number(figure.replaceAll('.', ''));
    if (count === 0) continue;
    rows.push({
      percent: null,
      count,
      comparison: 'exactly',
      noun: columns.noun,
      group: name,
      conditions: [],
      year: null,
      start,
      words: line.trim(),
    });
  }
  return rows;
}

function columnsOf(cells: readonly string[]) {
  // A narrow column of row numbers runs together with the next one where only the gap tells columns.
  const folded = cells.map((cell) =>
    fold(cell)
      .trim()
      .replace(/^(?:so )?s?tt\s+(?=\S)/u, ''),
  );
  const name = folded.findIndex((cell) => NAME.test(cell));
  if (name === -1) return null;
  const classes = folded.findIndex((cell) => CLASSES.test(cell));
  const figure = classes >= 0 ? classes : folded.findIndex((cell, at) => at !== name && PEOPLE.test(cell));
  return figure === -1 ? null : { name, figure, noun: classes >= 0 ? 'lớp' : 'học viên' };
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\s*\|/u, '')
    .replace(/\|\s*$/u, '')
    .split('|')
    .map((cell) => cell.trim());
}
