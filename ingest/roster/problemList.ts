import type { RosterProblem } from './readRoster.ts';
import type { Fault } from './texts.ts';

/** Where a fault is: a row of `null` is the sheet as a whole, a column of `null` the row as a whole. */
export type Place = { readonly sheet: string; readonly row: number | null; readonly column: string | null };

/** So many are told; a file with more is wrong throughout. */
const mostTold = 500;
/** So many are kept until they are sorted: a file of a million wrong rows must not fill the memory. */
const mostKept = 20_000;

/** Gathers every problem and warning of a file. */
export class ProblemList {
  readonly #sheets: readonly string[];
  readonly #problems: RosterProblem[] = [];
  readonly #warnings: RosterProblem[] = [];
  readonly #faulty = new Set<string>();
  #count = 0;

  /** `sheets`: names in the order in which their problems are told. */
  constructor(sheets: readonly string[]) {
    this.#sheets = sheets;
  }

  get any(): boolean {
    return this.#count > 0;
  }

  problem(place: Place, fault: Fault): void {
    // What could not be read is told once: what follows from its missing is no second fault of the cell.
    if (place.row !== null && place.column !== null && this.#faulty.size < mostKept) {
      const cell = `${place.sheet}!${place.row}!${place.column}`;
      if (this.#faulty.has(cell)) return;
      this.#faulty.add(cell);
    }
    this.#count += 1;
    if (this.#problems.length < mostKept) this.#problems.push({ ...place, ...fault });
  }

  warn(place: Place, fault: Fault): void {
    if (this.#warnings.length < mostTold) this.#warnings.push({ ...place, ...fault });
  }

  /** Sheet by sheet and row by row. */
  told(): { readonly problems: readonly RosterProblem[]; readonly more: number } {
    const problems = this.#inOrder(this.#problems).slice(0, mostTold);
    return { problems, more: this.#count - problems.length };
  }

  warnings(): readonly RosterProblem[] {
    return this.#inOrder(this.#warnings);
  }

  #inOrder(problems: readonly RosterProblem[]): readonly RosterProblem[] {
    const rank = new Map(this.#sheets.map((name, index) => [name, index]));
    const sheet = ({ sheet: name }: RosterProblem) => rank.get(name) ?? this.#sheets.length;
    return problems.toSorted((a, b) => sheet(a) - sheet(b) || (a.row ?? 0) - (b.row ?? 0));
  }
}
