import { rung } from '../../domain/ladders.ts';
import type { Equivalence, Holds } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Check, Subject } from './check.ts';
import * as texts from './texts.ts';
import { either } from './verdict.ts';

/** The equivalences of a date, by which one qualification counts as another. */
export type Equivalences = {
  /** Widens a check of the person's own qualifications by what counts as them. */
  readonly widen: (ask: Holds, own: Check) => Check;
};

/** `prepare` makes the condition of an equivalence ready; it may itself ask for what other equivalences give. */
export function createEquivalences(
  book: readonly Equivalence[],
  prepare: (equivalence: Equivalence, all: Equivalences) => Check,
): Equivalences {
  const checks: Check[] = [];

  /**
   * How each stands for a person. They may rest on each other, even in a circle: beginning with none, they are asked again until
   * nothing is added, so none ever rests on itself.
   */
  function standOf(subject: Subject): readonly Status[] {
    if (subject.equivalences !== null) return subject.equivalences;
    const stand: Status[] = checks.map(() => 'missing');
    subject.equivalences = stand;
    for (let changed = true; changed; ) {
      changed = false;
      for (const [at, check] of checks.entries()) {
        if (stand[at] === 'met') continue;
        const status = check.judge(subject);
        if (status === stand[at]) continue;
        stand[at] = status;
        changed = checks.length > 1;
      }
    }
    return stand;
  }

  const all: Equivalences = {
    widen: (ask, own) => {
      const fitting = [...book.entries()].filter(([, { countsAs }]) => counts(countsAs, ask));
      return fitting.length === 0 ? own : widened(ask, own, fitting);
    },
  };

  function widened(ask: Holds, own: Check, fitting: readonly (readonly [number, Equivalence])[]): Check {
    const places = fitting.map(([at]) => at);
    function judge(subject: Subject): Status {
      let status = own.judge(subject);
      if (status === 'met') return status;
      const stand = standOf(subject);
      for (const at of places) status = either(status, stand[at] ?? 'missing');
      return status;
    }
    return {
      judge,
      explain: (subject, place) => {
        const explanation = own.explain(subject, place);
        if (own.judge(subject) === 'met') return explanation;
        const stand = standOf(subject);
        const status = judge(subject);
        const found = fitting.find(
          ([at]) => stand[at] === status && status !== 'missing' && !underWay.has(at),
        );
        const check = found === undefined ? undefined : checks[found[0]];
        if (found === undefined || check === undefined) return explanation;
        const why = once(found[0], () => check.explain(subject, place));
        if (status === 'unknown') {
          return { ...explanation, clauses: [...explanation.clauses, ...why.clauses.map(texts.equalMaybe)] };
        }
        const [, { reference }] = found;
        return { ...why, clauses: [texts.equalled(why.clauses, ask)], equalledBy: reference };
      },
      gather: (subject, found) => {
        own.gather(subject, found);
        const stand = standOf(subject);
        for (const at of places) {
          if (stand[at] === 'unknown' && !underWay.has(at))
            once(at, () => checks[at]?.gather(subject, found));
        }
      },
      places: own.places,
    };
  }

  // Of those that rest on each other in a circle one would otherwise be told of without end.
  const underWay = new Set<number>();
  function once<T>(at: number, tell: () => T): T {
    underWay.add(at);
    try {
      return tell();
    } finally {
      underWay.delete(at);
    }
  }

  for (const equivalence of book) checks.push(prepare(equivalence, all));
  return all;
}

/** What counts as a level says nothing of a field, a name or a day of issue: where these are asked, it does not help. */
function counts({ kind, level }: Equivalence['countsAs'], ask: Holds): boolean {
  return (
    kind === ask.kind &&
    ask.fields.length === 0 &&
    ask.names.length === 0 &&
    ask.issuedFrom === null &&
    ask.issuedBefore === null &&
    (ask.level === null || rung(kind, level) >= rung(kind, ask.level))
  );
}
