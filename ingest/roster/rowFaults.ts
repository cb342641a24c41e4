import type { IsoDate } from '../../domain/day.ts';
import { earliest, latest, type PartialDate } from '../../domain/partialDate.ts';
import type { ProblemList } from './problemList.ts';
import type { SheetRows } from './readSheet.ts';
import { type Fault, ROSTER_FAULTS } from './texts.ts';

/** Tells what is wrong with the rows of one sheet, each fault under its column. */
export class RowFaults<Row> {
  readonly #sheet: SheetRows<Row>;
  readonly #problems: ProblemList;

  constructor(sheet: SheetRows<Row>, problems: ProblemList) {
    this.#sheet = sheet;
    this.#problems = problems;
  }

  problem(row: number, column: keyof Row | null, fault: Fault): void {
    this.#problems.problem(this.#place(row, column), fault);
  }

  warn(row: number, column: keyof Row | null, fault: Fault): void {
    this.#problems.warn(this.#place(row, column), fault);
  }

  /** The day under `column` lies surely after `today`. */
  future(row: number, column: keyof Row, date: PartialDate | null, today: IsoDate): void {
    if (date !== null && earliest(date) > today)
      this.problem(row, column, ROSTER_FAULTS.futureDay(this.#name(column)));
  }

  /** The day under `later` lies surely before the one that should precede it. */
  before(
    row: number,
    later: { readonly column: keyof Row; readonly date: PartialDate | null },
    earlier: { readonly name: string; readonly date: PartialDate | null },
  ): void {
    if (later.date === null || earlier.date === null || latest(later.date) >= earliest(earlier.date)) return;
    this.problem(row, later.column, ROSTER_FAULTS.before(this.#name(later.column), earlier.name));
  }

  /** The day under `until` lies surely before the one under `from`. */
  period(
    row: number,
    values: Row & { readonly from: PartialDate | null; readonly until: PartialDate | null },
  ): void {
    const [from, until] = ['from' as keyof Row, 'until' as keyof Row];
    const earlier = { name: this.#name(from).toLowerCase(), date: values.from };
    this.before(row, { column: until, date: values.until }, earlier);
  }

  #name(column: keyof Row): string {
    return `“${this.#sheet.heading(column)}”`;
  }

  #place(row: number, column: keyof Row | null) {
    return { sheet: this.#sheet.sheet, row, column: column === null ? null : this.#sheet.heading(column) };
  }
}

/** Codes are compared without regard to capitals: `mau-001` is `MAU-001`. */
export function codeKey(code: string): string {
  return code.toUpperCase();
}
