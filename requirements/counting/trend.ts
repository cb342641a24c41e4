import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import type { Condition, Target } from '../../domain/requirement.ts';
import type { Rules } from '../gaps.ts';
import { measureShare, type Share } from './share.ts';
import { measureTargets } from './targets.ts';

/** A date with the rules made ready for it. */
export type Moment = { readonly asOf: IsoDate; readonly rules: Rules };

type Reading = {
  readonly asOf: IsoDate;
  readonly n: number;
  readonly N: number;
  readonly percent: number | null;
};

/** A share on two dates. Codes of people, in the order given. */
export type Trend = {
  readonly before: Reading;
  readonly after: Reading;
  /** Percentage points from the first date to the second, unrounded; `null` where there was nobody on one of them. */
  readonly points: number | null;
  /** Meet it now and did not, or were not known to, before. */
  readonly gained: readonly string[];
  /** Met it before and no longer do, or are no longer of the group. */
  readonly lost: readonly string[];
  /** Belong to the group now and did not before, and the other way round. */
  readonly entered: readonly string[];
  readonly left: readonly string[];
};

/** A target on two dates. */
export type TargetTrend =
  | { readonly kind: 'percent'; readonly target: Target; readonly trend: Trend }
  | {
      readonly kind: 'count';
      readonly target: Target;
      readonly before: { readonly asOf: IsoDate; readonly n: number };
      readonly after: { readonly asOf: IsoDate; readonly n: number };
      /** Classes more (or fewer) than on the first date. */
      readonly more: number;
    };

/** What changed between two measurements of one share. Pure. */
function compareShares(
  before: { readonly asOf: IsoDate; readonly share: Share },
  after: { readonly asOf: IsoDate; readonly share: Share },
): Trend {
  const [was, is] = [before.share, after.share];
  const [groupBefore, groupNow] = [groupOf(was), groupOf(is)];
  return {
    before: readingOf(before.asOf, was),
    after: readingOf(after.asOf, is),
    points: was.percent === null || is.percent === null ? null : is.percent - was.percent,
    gained: without(is.met, was.met),
    lost: without(was.met, is.met),
    entered: without(groupNow, groupBefore),
    left: without(groupBefore, groupNow),
  };
}

/** A condition's share of a group on two dates; `null` for the group of everybody given. Pure. */
export function measureTrend(
  asked: { readonly group: Condition | null; readonly condition: Condition },
  cadres: readonly CadreRecord[],
  before: Moment,
  after: Moment,
): Trend {
  const shareAt = ({ asOf, rules }: Moment) => ({
    asOf,
    share: measureShare(
      cadres,
      asked.group === null ? null : rules.condition(asked.group),
      rules.condition(asked.condition),
    ),
  });
  return compareShares(shareAt(before), shareAt(after));
}

/** Targets on two dates, in the order given; retired ones are left out. Pure. */
export function measureTargetTrends(
  targets: readonly Target[],
  cadres: readonly CadreRecord[],
  units: readonly Unit[],
  before: Moment,
  after: Moment,
): readonly TargetTrend[] {
  const [was, is] = [before, after].map(({ asOf, rules }) =>
    measureTargets(targets, cadres, units, rules, asOf),
  );
  return (was ?? []).flatMap((first, index): readonly TargetTrend[] => {
    const second = is?.[index];
    if (first.kind === 'percent' && second?.kind === 'percent') {
      const trend = compareShares({ asOf: before.asOf, share: first }, { asOf: after.asOf, share: second });
      return [{ kind: 'percent', target: first.target, trend }];
    }
    if (first.kind === 'count' && second?.kind === 'count') {
      return [
        {
          kind: 'count',
          target: first.target,
          before: { asOf: before.asOf, n: first.n },
          after: { asOf: after.asOf, n: second.n },
          more: second.n - first.n,
        },
      ];
    }
    return [];
  });
}

function readingOf(asOf: IsoDate, { n, N, percent }: Share): Reading {
  return { asOf, n, N, percent };
}

function groupOf({ met, missing, unknown }: Share): readonly string[] {
  return [...met, ...missing, ...unknown];
}

function without(codes: readonly string[], others: readonly string[]): readonly string[] {
  const excluded = new Set(others);
  return codes.filter((code) => !excluded.has(code));
}
