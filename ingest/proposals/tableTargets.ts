import type { TargetComparison, TargetCondition } from '../../domain/proposal.ts';
import {
  cellPlace,
  type TablePart,
  type TablePlace,
  type TableRow,
  tablePartsOf,
} from '../../domain/tablePlace.ts';
import { fold } from '../../vietnamese/text.ts';
import { amountOf, comparisonOf, NUMBER, tidy, upperEnd, yearIn } from './amounts.ts';
import { groupAndConditionsOf, type ReadTarget } from './readTarget.ts';
import { percentOf } from './targetConditions.ts';

export type CellTarget = ReadTarget & {
  readonly cell: TablePlace;
  /** Where its row begins. */
  readonly start: number;
  /** The row. */
  readonly words: string;
};

/** The column that tells what a row is about, the likeliest first. */
const NAMES: readonly RegExp[] = [
  /^(?:ten (?:lop|khoa|chuong trinh)|(?:noi dung|lop)(?: (?:dao tao|boi duong|lop))?$)/,
  /^(?:(?:ten )?chi tieu|muc tieu|noi dung|nhiem vu|tieu chi)/,
  /^(?:doi tuong|nhom|don vi(?! tinh)|co quan|dia phuong|ten)/,
];
const PEOPLE_OF = /^(?:doi tuong|nhom|nguoi hoc|thanh phan)/;
const UNIT = /^(?:don vi tinh|dvt|don vi do)/;
const CLASSES = /(?:^|, )(?:tong )?so (?:luong )?(?:lop|khoa)(?!\w)/;
const ATTENDANCES = /(?:^|, )(?:tong )?so (?:luong )?luot(?: nguoi| hoc vien| can bo)?/;
const HEADS = /(?:^|, )(?:(?:tong )?so (?:luong )?(?:hoc vien|nguoi|can bo)|so luong|si so|chi tieu)(?!\w)/;
/** Columns of what has been, of money, of time, and of what has no measure. */
const NO_TARGET =
  /kinh phi|tien|dong(?: |$)|du toan|don gia|ghi chu|ket qua|thuc trang|hien (?:trang|co|nay)|da (?:dat|co|thuc hien)|uoc (?:thuc hien|dat)|thuc hien nam|so sanh|chenh lech|tang|giam|(?:so )?(?:ngay|tiet|buoi|gio)(?: |$)|thoi (?:gian|luong|han)|ngay|so van ban|so hieu|ma so|trang|ty trong|co cau hien/;
const SHARE = /%|ty le|ti le/;

const FIGURE = new RegExp(
  `^(ít nhất|tối thiểu|không dưới|từ|đạt từ|trên|hơn|đạt|tối đa|không quá|dưới|khoảng|gần|xấp xỉ|chừng|≥|>=|≤|<=|>|<)?\\s*(${NUMBER})(?:\\s*%?\\s*(?:đến|[-–])\\s*(${NUMBER}))?\\s*(%)?(\\s*trở lên)?$`,
  'iu',
);
const COUNTED_CELL =
  /^([^\p{L}]*(?:(?:ít nhất|tối thiểu|khoảng|trên)\s+)?\d[\d.]*)\s+(lớp|khóa|khoá|người|học viên|cán bộ|lượt(?: người| học viên)?|đợt|cuộc|hội nghị|chuyên đề)$/iu;
const PART = /^(\d{1,2})\s*\/\s*(\d{1,2})$/u;
const ORDINAL = /^\(?(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Za-zđ])\)?[.)]?$/u;
/** A division of a table has a Roman number or a capital; a row below another one a dash, a letter or a number of two parts. */
const DIVISION = /^(?:[IVX]{1,5}|[A-H])[.)]?(?:\s|$)/u;
const BELOW = /^(?:[-–+•*]?|[a-zđ][.)]?|\d+\.\d+(?:\.\d+)*\.?)$/u;
const SUM = /^(?:tổng|cộng)/iu;

/**
 * The targets that tables set, cell by cell: percentages, parts of a whole, numbers of classes and of people, each with the words of
 * its row and its column. Columns of results and of money, and rows of sums, set none.
 * @param from the year of the document: what columns tell of the years before has been
 */
export function tableTargets(text: string, from: number | null): readonly CellTarget[] {
  return tablePartsOf(text).flatMap((part) => targetsOf(text, part, from));
}

type Column = {
  readonly index: number;
  readonly heading: string;
  readonly folded: string;
  readonly year: number | null;
};

function targetsOf(
  text: string,
  { table, rows, across }: TablePart,
  from: number | null,
): readonly CellTarget[] {
  if (table.columns.length < 2) return [];
  const columns = table.columns.map((heading, index): Column => {
    const folded = fold(heading)
      .trim()
      .replace(/^(?:so )?s?tt\s+(?=\S)/u, '');
    return { index, heading, folded, year: yearOf(heading) };
  });
  const name = NAMES.map((pattern) => columns.find(({ folded }) => pattern.test(folded))).find(
    (column) => column !== undefined,
  );
  if (name === undefined) return [];
  const unit = columns.find(({ folded }) => UNIT.test(folded));
  const people = columns.find((column) => column !== name && PEOPLE_OF.test(column.folded));
  const figures = columns.filter(
    (column) =>
      ![name, unit, people].includes(column) &&
      !/^(?:so )?s?tt$|^so thu tu$/.test(column.folded) &&
      !NO_TARGET.test(column.folded) &&
      !(column.year !== null && from !== null && column.year < from),
  );
  // "I. KHỐI TỈNH": what stands below it is of those only.
  let section = across;
  /** "1 | Trình độ chuyên môn" without a figure, above "- | Đại học trở lên | 95%". */
  let above: string | null = null;
  return rows.flatMap((row) => {
    if (row.isHeading) return [];
    const called = cellAt(row, name);
    if (isNameOnly(row, name)) {
      if (DIVISION.test(row.cells[0] ?? '')) section = called;
      else above = called;
      return [];
    }
    const isBelow = above !== null && BELOW.test(row.cells[0] ?? '');
    if (!isBelow) above = null;
    if (!/\p{L}{2}/u.test(called) || SUM.test(called) || row.cells.some((cell) => SUM.test(cell))) return [];
    const context = {
      name: called,
      unit: unit === undefined ? '' : fold(cellAt(row, unit)).trim(),
      people: people === undefined ? null : cellAt(row, people),
      above,
      section,
      hasClasses: columns.some(({ folded }) => CLASSES.test(folded)),
    };
    return figures.flatMap((column): readonly CellTarget[] => {
      const read = readCell(cellAt(row, column), column, context);
      if (read === null) return [];
      const cell = cellPlace(table, row, column.index + 1);
      return [{ ...read, cell, start: row.start, words: text.slice(row.start, row.end).trim() }];
    });
  });
}

/** A row without a figure, which stands above others. */
function isNameOnly({ cells }: TableRow, name: Column): boolean {
  const filled = cells.filter(
    (cell, index) => cell !== '' && index !== name.index && !(index === 0 && ORDINAL.test(cell)),
  );
  return filled.length === 0 && (cells[name.index] ?? '') !== '';
}

function cellAt({ cells }: TableRow, { index }: Column): string {
  // A narrow column of row numbers runs together with the next one where only the gap tells columns.
  return (cells[index] ?? '').replace(index === 0 ? /^\d{1,3}[.)]?\s+(?=\p{L})/u : /^$/u, '');
}

type RowContext = {
  readonly name: string;
  /** Folded. */
  readonly unit: string;
  readonly people: string | null;
  /** What the row goes on from: `Trình độ chuyên môn`. */
  readonly above: string | null;
  /** The division of the table it stands in: `I. KHỐI TỈNH`. */
  readonly section: string | null;
  readonly hasClasses: boolean;
};

function readCell(cell: string, column: Column, row: RowContext): ReadTarget | null {
  const part = PART.exec(cell);
  if (part !== null) {
    const percent = percentOf(Number(part[1]), Number(part[2]));
    const isPart =
      percent !== null && (SHARE.test(column.folded) || SHARE.test(fold(row.name)) || isAim(column));
    return isPart ? share(percent, 'at_least', column, row, cell) : null;
  }
  // "02 lớp": the unit stands in the cell itself.
  const counted = row.unit === '' ? COUNTED_CELL.exec(cell) : null;
  if (counted !== null) return readCell(counted[1] ?? '', column, { ...row, unit: fold(counted[2] ?? '') });
  const figure = FIGURE.exec(cell);
  if (figure === null) return null;
  const [, bound, digits = '', last, sign, more] = figure;
  const value = amountOf(digits);
  const most = upperEnd(value, last);
  // "15-10" is a day or a code.
  if (!(value > 0) || (last !== undefined && most === null)) return null;
  const isShare =
    sign !== undefined ||
    row.unit === '%' ||
    (row.unit === '' && (SHARE.test(column.folded) || (SHARE.test(fold(row.name)) && isAim(column))));
  if (isShare)
    return (most ?? value) <= 100
      ? { ...share(value, comparisonOf(bound, more, 'at_least'), column, row, null), most }
      : null;
  const noun = nounOf(column, row);
  if (noun === null || !Number.isInteger(value)) return null;
  return {
    percent: null,
    count: value,
    comparison: comparisonOf(bound, more, most === null ? 'exactly' : 'at_least'),
    most,
    noun,
    group: tidy([row.above ?? '', row.name.replace(COUNTED, '')].filter((part) => part !== '').join(': ')),
    conditions: [],
    when: row.section,
    fraction: null,
    year: column.year,
  };
}

/** A column that is nothing but the aim, or a year of it. */
function isAim({ folded, year }: Column): boolean {
  return (
    year !== null ||
    /^(?:chi tieu|muc tieu|ke hoach|phan dau|so luong|gia tri|muc (?:dat|phan dau))/.test(folded)
  );
}

function nounOf(column: Column, { unit, hasClasses }: RowContext): string | null {
  const { folded } = column;
  if (CLASSES.test(folded)) return 'lớp';
  if (ATTENDANCES.test(folded)) return 'lượt người';
  // Beside the number of classes their size is no target.
  if (HEADS.test(folded) && !hasClasses && !isAim(column)) return 'học viên';
  if (!isAim(column)) return null;
  if (/^(?:lop|khoa)/.test(unit)) return 'lớp';
  if (/^luot/.test(unit)) return 'lượt người';
  if (/^(?:nguoi|hoc vien|can bo)/.test(unit)) return 'người';
  if (/^(?:dot|cuoc|hoi nghi|chuyen de|de tai|mo hinh)$/.test(unit)) return UNITS[unit] ?? null;
  return unit === '' && HEADS.test(folded) && !hasClasses ? 'học viên' : null;
}

const UNITS: Readonly<Record<string, string>> = {
  dot: 'đợt',
  cuoc: 'cuộc',
  'hoi nghi': 'hội nghị',
  'chuyen de': 'chuyên đề',
  'de tai': 'đề tài',
  'mo hinh': 'mô hình',
};

function share(
  percent: number,
  comparison: TargetComparison,
  column: Column,
  row: RowContext,
  fraction: string | null,
): ReadTarget {
  const ofColumn = conditionsOfWords(tidy(column.heading.replace(OF_MEASURE, ' ').replace(/\(\s*\)/gu, ' ')));
  const { whose, ofRow } = whoseOf(row);
  const when = row.section === whose ? null : row.section;
  return {
    percent,
    count: null,
    comparison,
    most: null,
    noun: null,
    group: whose.replace(/^[IVXA-H]{1,5}[.)]\s+/u, ''),
    conditions: [...ofRow, ...ofColumn],
    when,
    fraction,
    year: column.year,
  };
}

/** Of whom a row is: as its own column, its own words, the row or the division above it say; and what its words ask for. */
function whoseOf({ name, people, above, section }: RowContext): {
  readonly whose: string;
  readonly ofRow: readonly TargetCondition[];
} {
  const own = groupAndConditionsOf(name);
  if (people !== null && people !== '') return { whose: people, ofRow: conditionsOfWords(name) };
  const whole = above === null || OF_PEOPLE.test(above) ? name : `${above}: ${name}`;
  if (OF_PEOPLE.test(own.group)) {
    return {
      whose: own.group,
      ofRow: [...(whole === name ? [] : conditionsOfWords(above ?? '')), ...own.conditions],
    };
  }
  const wide = [above, section].find((one) => one !== null && OF_PEOPLE.test(one)) ?? null;
  if (wide !== null) return { whose: wide, ofRow: conditionsOfWords(whole) };
  return above === null
    ? { whose: own.group, ofRow: own.conditions }
    : { whose: above, ofRow: conditionsOfWords(name) };
}

const OF_PEOPLE =
  /(?<!\p{L})(?:cán bộ|công chức|viên chức|đảng viên|lãnh đạo|ủy viên|người|giáo viên|giảng viên|đại biểu|học viên|trưởng|bí thư|chủ tịch|lao động|đồng chí|nhân viên|cấp ủy)(?!\p{L})/iu;

/** "Số lớp bồi dưỡng ngoại ngữ", "Lượt người được …": the noun is told already. */
const COUNTED =
  /^(?:tổng\s+)?(?:số(?:\s+lượng)?\s+)?(?:(?:lớp|khóa|khoá|lượt(?:\s+người)?)\s+)?(?=\p{L}{2})/iu;

/** Words of a column's heading that say how it is measured or by when, and not what must hold. */
const OF_MEASURE =
  /\(?\s*(?:đơn vị(?: tính)?:?\s*)?%\s*\)?|(?<!\p{L})(?:tỷ lệ|tỉ lệ|chỉ tiêu|mục tiêu|kế hoạch|phấn đấu|số lượng|giá trị|mức đạt|trong đó|giai đoạn|hằng năm|hàng năm|(?:đến\s+)?(?:hết\s+|cuối\s+)?năm(?=[\s,]|$)|đến)(?!\p{L})|20\d\d(?:\s*[-–]\s*20\d\d)?/giu;

function conditionsOfWords(words: string): readonly TargetCondition[] {
  return /\p{L}{2}/u.test(words) && !/^khác$/iu.test(words) ? groupAndConditionsOf(words).asConditions : [];
}

function yearOf(heading: string): number | null {
  const bare = /(?<!\d)(20\d\d)(?!\d)/gu;
  const years = [...heading.matchAll(bare)].map((match) => Number(match[1]));
  return yearIn(heading) ?? (years.length === 0 ? null : Math.max(...years));
}
