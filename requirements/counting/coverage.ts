import { addMonths, type IsoDate } from '../../domain/day.ts';
import { QUALIFICATION_KINDS, type QualificationKind } from '../../domain/ladders.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Status } from '../finding.ts';
import type { Rules } from '../gaps.ts';
import { dayOf, notAfter } from '../judge/dates.ts';
import { finished } from '../judge/qualificationFit.ts';
import { isOver } from '../judge/trainingFit.ts';
import { both, opposite } from '../judge/verdict.ts';

/** How well a kind of knowledge is covered among people. `holding`, `lacking` and `unknown` sum to `people`. */
export type KindCoverage = {
  readonly kind: QualificationKind;
  readonly people: number;
  /** Hold anything of the kind, whatever its level. */
  readonly holding: number;
  readonly lacking: number;
  readonly unknown: number;
  /** Completed a class of the kind in the last months. */
  readonly attended: number;
  /** Perhaps did: the class has no date, or one that is not exact enough. */
  readonly perhapsAttended: number;
};

/**
 * Counts, for every kind of qualification, who holds anything of it and who lately attended a class of it: where few do, there is
 * a hole. Ordered by how few are known to hold it, the fewest first (`other`, which is no
 * knowledge by itself, last). `months` is counted back from the date: a class that ended
 * exactly so long ago no longer counts. Pure.
 */
export function measureCoverage(
  cadres: readonly CadreRecord[],
  rules: Rules,
  asOf: IsoDate,
  months: number,
): readonly KindCoverage[] {
  const attendances = countAttendances(cadres, asOf, months);
  const kinds = QUALIFICATION_KINDS.map((kind) => ({
    kind,
    test: rules.condition({
      form: 'holds',
      kind,
      level: null,
      fields: [],
      names: [],
      issuedFrom: null,
      issuedBefore: null,
    }),
    counts: { met: 0, missing: 0, unknown: 0 } satisfies Record<Status, number>,
  }));
  for (const cadre of cadres) for (const { test, counts } of kinds) counts[test(cadre)] += 1;
  return kinds
    .map(({ kind, counts }) => ({
      kind,
      people: cadres.length,
      holding: counts.met,
      lacking: counts.missing,
      unknown: counts.unknown,
      attended: attendances.get(kind)?.met ?? 0,
      perhapsAttended: attendances.get(kind)?.unknown ?? 0,
    }))
    .sort((a, b) => Number(a.kind === 'other') - Number(b.kind === 'other') || a.holding - b.holding);
}

type Attendances = ReadonlyMap<QualificationKind, Readonly<Record<'met' | 'unknown', number>>>;

/** People, not attendances: whoever went to two classes of a kind counts once. */
function countAttendances(cadres: readonly CadreRecord[], asOf: IsoDate, months: number): Attendances {
  const [start, end] = [dayOf(addMonths(asOf, -months)), dayOf(asOf)];
  const counts = new Map<QualificationKind, Record<'met' | 'unknown', number>>();
  for (const { trainings } of cadres) {
    const own = new Map<QualificationKind, 'met' | 'unknown'>();
    for (const training of trainings) {
      const { kind } = training;
      if (kind === null) continue;
      const date = finished(training);
      const recent = date === null ? 'unknown' : opposite(notAfter(date, start));
      const status = both(recent, isOver(training, end));
      if (status !== 'missing' && own.get(kind) !== 'met') own.set(kind, status);
    }
    for (const [kind, status] of own) {
      const count = counts.get(kind) ?? { met: 0, unknown: 0 };
      count[status] += 1;
      counts.set(kind, count);
    }
  }
  return counts;
}
