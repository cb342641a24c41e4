import type { IsoDate } from '../../domain/day.ts';
import { earliest, latest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, Training } from '../../domain/record.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';
import { dayOf, notAfter, notBefore } from '../judge/dates.ts';
import { both } from '../judge/verdict.ts';

/** A class that was held, as the records of those who attended it tell. */
export type HeldClass = {
  readonly name: string;
  /** Starting day, as exactly as it is known. */
  readonly from: PartialDate | null;
  /** How many of the people given attended it. */
  readonly people: number;
};

export type HeldClasses = {
  /** Surely held within the period. */
  readonly held: readonly HeldClass[];
  /** Perhaps: the day is not known or not exactly enough, or it may be another writing of one that is counted. */
  readonly doubtful: readonly HeldClass[];
};

type Gathered = Pick<Training, 'from' | 'until'> & {
  readonly name: string;
  people: number;
  /** A person's trainings come one after the other: whoever is not the last one is new. */
  last: CadreRecord;
};
type Days = Map<string, Gathered>;

/**
 * The classes of people's trainings that began within a period, by their starting days. One class is one name (however
 * written) with one starting day, however many attended it; whether they completed it does not matter here.
 */
export function findHeldClasses(
  cadres: readonly CadreRecord[],
  counts: (className: string) => boolean,
  period: { readonly from: IsoDate | null; readonly until: IsoDate },
): HeldClasses {
  const within = createPeriodTest(period);
  const held: HeldClass[] = [];
  const doubtful: HeldClass[] = [];
  for (const days of gatherClasses(cadres, counts)) {
    const classes = [...days.values()];
    for (const { name, from, until, people } of classes) {
      const status = within(from, until);
      if (status === 'missing') continue;
      const again = from === null || classes.some((other) => isWithin(other.from, from));
      (status === 'met' && !again ? held : doubtful).push({ name, from, people });
    }
  }
  return { held: held.sort(byDay), doubtful: doubtful.sort(byDay) };
}

/** The classes that count, those of one name together. */
function gatherClasses(
  cadres: readonly CadreRecord[],
  counts: (className: string) => boolean,
): Iterable<Days> {
  const byName = new Map<string, Days>();
  // Many records write a name the same way: each way is folded and compared once.
  const byWriting = new Map<string, Days | null>();
  const daysOf = (className: string): Days | null => {
    let days = byWriting.get(className);
    if (days !== undefined) return days;
    const key = nameKey(className);
    days = counts(className) ? (byName.get(key) ?? new Map()) : null;
    if (days !== null) byName.set(key, days);
    byWriting.set(className, days);
    return days;
  };
  for (const cadre of cadres) {
    for (const { className, from, until } of cadre.trainings) {
      const days = daysOf(className);
      if (days === null) continue;
      const day = from ?? `until ${until}`;
      const found = days.get(day);
      if (found === undefined) days.set(day, { name: className, from, until, people: 1, last: cadre });
      else if (found.last !== cadre) {
        found.people += 1;
        found.last = cadre;
      }
    }
  }
  return byName.values();
}

/** By the day of beginning; one that is not recorded may be any day up to the end. */
function createPeriodTest(period: {
  readonly from: IsoDate | null;
  readonly until: IsoDate;
}): (from: PartialDate | null, until: PartialDate | null) => Status {
  const first = period.from === null ? null : dayOf(period.from);
  const last = dayOf(period.until);
  return (from, until) => {
    if (from !== null) return both(first === null ? 'met' : notBefore(from, first), notAfter(from, last));
    const over = until !== null && first !== null && notBefore(until, first) === 'missing';
    return over ? 'missing' : 'unknown';
  };
}

/** Whether a more exact date may be the same as a less exact one. */
function isWithin(exact: PartialDate | null, vague: PartialDate): boolean {
  return (
    exact !== null &&
    exact.length > vague.length &&
    earliest(exact) >= earliest(vague) &&
    latest(exact) <= latest(vague)
  );
}

function byDay(one: HeldClass, other: HeldClass): number {
  const [a, b] = [one.from ?? '', other.from ?? ''];
  if (a !== b) return a < b ? -1 : 1;
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}
