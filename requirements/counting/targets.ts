import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { CountTarget, PercentTarget, Target } from '../../domain/requirement.ts';
import type { Rules } from '../gaps.ts';
import { createWordTest } from '../judge/words.ts';
import { findHeldClasses, type HeldClass } from './heldClasses.ts';
import { measureShare, type Share } from './share.ts';
import { unitAndBelow } from './unitScope.ts';

/** A percentage target beside the people it is about. Where nobody belongs to the group, it is not reached. */
export type PercentResult = Share & {
  readonly kind: 'percent';
  readonly target: Target & { readonly measure: PercentTarget };
  /** Percentage points still missing; 0 when reached; `null` where `N` is 0. */
  readonly distance: number | null;
  /** How many more people of the group must meet it. */
  readonly peopleToGo: number;
  readonly reached: boolean;
};

export type CountResult = {
  readonly kind: 'count';
  readonly target: Target & { readonly measure: CountTarget };
  /** Classes held in the period: one class is one name with one starting day, however many attended it. */
  readonly n: number;
  readonly classes: readonly HeldClass[];
  /** Classes that may have been held in the period, or may be one of those counted; not part of `n`. */
  readonly doubtful: readonly HeldClass[];
  readonly attendances: number;
  readonly reached: boolean;
};

export type TargetResult = PercentResult | CountResult;

/**
 * Measures targets over people, those of the target's unit and the units below it. `rules` are those of the date asked
 * for. A retired target is left out. Pure.
 */
export function measureTargets(
  targets: readonly Target[],
  cadres: readonly CadreRecord[],
  units: readonly Unit[],
  rules: Rules,
  asOf: IsoDate,
): readonly TargetResult[] {
  const scopes = new Map<string | null, readonly CadreRecord[]>([[null, cadres]]);
  const scopeOf = (unit: string | null): readonly CadreRecord[] => {
    const known = scopes.get(unit);
    if (known !== undefined || unit === null) return known ?? cadres;
    const codes = unitAndBelow(unit, units);
    const people = cadres.filter((cadre) => codes.has(cadre.unit));
    scopes.set(unit, people);
    return people;
  };
  return targets
    .filter(({ status }) => status !== 'retired')
    .map((target) => {
      const people = scopeOf(target.unit);
      const { measure } = target;
      return measure.kind === 'percent'
        ? measurePercent({ ...target, measure }, people, rules)
        : measureCount({ ...target, measure }, people, asOf);
    });
}

function measurePercent(
  target: PercentResult['target'],
  people: readonly CadreRecord[],
  rules: Rules,
): PercentResult {
  const { group, condition, percent: goal } = target.measure;
  const share = measureShare(people, rules.condition(group), rules.condition(condition));
  const { n, N, percent } = share;
  const peopleToGo = Math.max(0, peopleNeeded(goal, N) - n);
  const reached = N > 0 && peopleToGo === 0;
  const distance = percent === null ? null : reached ? 0 : goal - percent;
  return { kind: 'percent', target, ...share, distance, peopleToGo, reached };
}

/** The fewest people of `N` who are at least `goal` percent of them: 9 of 10 for 90%, 10 for 90,1%. */
function peopleNeeded(goal: number, N: number): number {
  // 100 * 29 / 100 is 28.999… for some figures in binary: what misses a whole person by less than a millionth is whole.
  return Math.ceil((goal * N) / 100 - 1e-6);
}

function measureCount(
  target: CountResult['target'],
  people: readonly CadreRecord[],
  asOf: IsoDate,
): CountResult {
  const { names, except, count } = target.measure;
  const named = createWordTest(names);
  const excepted = except.length === 0 ? () => false : createWordTest(except);
  const until = target.until === null || target.until > asOf ? asOf : target.until;
  const { held, doubtful } = findHeldClasses(people, (name) => named(name) && !excepted(name), {
    from: target.from,
    until,
  });
  return {
    kind: 'count',
    target,
    n: held.length,
    classes: held,
    doubtful,
    attendances: held.reduce((sum, each) => sum + each.people, 0),
    reached: held.length >= count,
  };
}
