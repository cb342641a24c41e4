import type { Citation } from '../domain/citation.ts';
import type { IsoDate } from '../domain/day.ts';
import { measureTargets, type TargetResult } from '../requirements/counting/targets.ts';
import { prepareRules } from '../requirements/gaps.ts';
import type { Database } from '../store/database.ts';
import { createProvisionFinder } from './provisions.ts';
import type { UnitView } from './unitView.ts';

/** A target beside the people of the view, with the provision that sets it (`null`: not stored). */
export type BoardLine = {
  readonly result: TargetResult;
  readonly citation: Citation | null;
  /** The same on an earlier or later date, where a comparison is asked for. */
  readonly before: TargetResult | null;
};

/** Measures every target that is in force over the people of a view; with `compareWith` also on that date. Pure. */
export function measureBoard(
  view: UnitView,
  compareWith: IsoDate | null,
): readonly Omit<BoardLine, 'citation'>[] {
  const { targets } = view.book;
  const now = measureTargets(targets, view.cadres, view.units, view.rules, view.asOf);
  const then =
    compareWith === null
      ? []
      : measureTargets(
          targets,
          view.cadres,
          view.units,
          prepareRules(view.book, view.units, compareWith),
          compareWith,
        );
  return now.map((result) => ({
    result,
    before: then.find(({ target }) => target.id === result.target.id) ?? null,
  }));
}

/** The same with the provisions that set the targets. */
export async function readTargetBoard(
  database: Database,
  view: UnitView,
  compareWith: IsoDate | null,
): Promise<readonly BoardLine[]> {
  const cite = createProvisionFinder(database, view.asOf);
  const lines: BoardLine[] = [];
  for (const line of measureBoard(view, compareWith)) {
    lines.push({ ...line, citation: await cite(line.result.target.reference) });
  }
  return lines;
}
