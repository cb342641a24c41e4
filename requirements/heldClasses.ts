import type { IsoDate } from '../domain/directive.ts';
import { earliest, latest, type PartialDate } from '../domain/partialDate.ts';
import type { CadreRecord, Training } from '../domain/record.ts';
import { nameKey } from '../vietnamese/nameKey.ts';
import { dayOf, notAfter, notBefore } from './dates.ts';
import type { Status } from './finding.ts';
import { both } from './verdict.ts';

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

type Gathered = { readonly name: string; readonly from: PartialDate | null; readonly people: Set<string> };

/**
 * The classes of people's trainings that began within a period, by their starting days. One class is one name (however
 * written) with one starting day, however many attended it; whether they completed it does not matter here.
 */
export function findHeldClasses(
  cadres: readonly CadreRecord[],
  counts: (className: string) => boolean,
  period: { readonly from: IsoDate | null; readonly until: IsoDate },
): HeldClasses {
  const byName = new Map<string, Map<string, Gathered>>();
  for (const cadre of cadres) {
    for (const training of cadre.trainings) {
      if (!counts(training.className)) continue;
      gather(byName, training, cadre.code);
    }
  }
  const within = createPeriodTest(period);
  const held: HeldClass[] = [];
  const doubtful: HeldClass[] = [];
  for (const days of byName.values()) {
    const classes = [...days.values()];
    for (const { name, from, people } of classes) {
      const status = from === null ? 'unknown' : within(from);
      if (status === 'missing') continue;
      const told = { name, from, people: people.size };
      const again = from === null || classes.some((other) => isWithin(other.from, from));
      (status === 'met' && !again ? held : doubtful).push(told);
    }
  }
  return { held: held.sort(byDay), doubtful: doubtful.sort(byDay) };
}

function gather(
  byName: Map<string, Map<string, Gathered>>,
  { className, from }: Training,
  person: string,
): void {
  const key = nameKey(className);
  let days = byName.get(key);
  if (days === undefined) {
    days = new Map();
    byName.set(key, days);
  }
  const found = days.get(from ?? '');
  if (found === undefined) days.set(from ?? '', { name: className, from, people: new Set([person]) });
  else found.people.add(person);
}

function createPeriodTest(period: {
  readonly from: IsoDate | null;
  readonly until: IsoDate;
}): (date: PartialDate) => Status {
  const from = period.from === null ? null : dayOf(period.from);
  const until = dayOf(period.until);
  return (date) => both(from === null ? 'met' : notBefore(date, from), notAfter(date, until));
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
