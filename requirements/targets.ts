import type { CadreRecord, Unit } from '../domain/record.ts';
import type { CountTarget, PercentTarget, Target } from '../domain/requirement.ts';
import type { Rules } from './gaps.ts';

/** A percentage target beside the people it is about. */
export type PercentResult = {
  readonly kind: 'percent';
  readonly target: Target & { readonly measure: PercentTarget };
  /** Codes of the people of the group who meet it, do not, or are not known to. `N` is all three. */
  readonly met: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** Codes of people of whom it is not known whether they belong to the group; not part of `N`. */
  readonly doubtful: readonly string[];
  readonly n: number;
  readonly N: number;
  /** `n / N` in percent, unrounded; `null` where `N` is 0. */
  readonly percent: number | null;
  /** Percentage points still missing; 0 when reached; `null` where `N` is 0. */
  readonly distance: number | null;
  /** How many more people must meet it. */
  readonly peopleToGo: number;
  readonly reached: boolean;
};

export type CountResult = {
  readonly kind: 'count';
  readonly target: Target & { readonly measure: CountTarget };
  /** Classes held in the period: one class is one name with one starting day, however many attended it. */
  readonly n: number;
  readonly classes: readonly {
    readonly name: string;
    readonly from: string | null;
    readonly people: number;
  }[];
  readonly attendances: number;
  readonly reached: boolean;
};

export type TargetResult = PercentResult | CountResult;

/** Measures targets over people. `rules` are those of the date asked for. Pure. */
export function measureTargets(
  _targets: readonly Target[],
  _cadres: readonly CadreRecord[],
  _units: readonly Unit[],
  _rules: Rules,
  _asOf: string,
): readonly TargetResult[] {
  throw new Error('not written yet');
}
