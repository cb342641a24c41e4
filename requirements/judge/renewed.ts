import { addMonths, type IsoDate } from '../../domain/day.ts';
import { earliest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Attended, Condition, Holds } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { claims } from './claims.ts';
import { type Day, dayOf, monthsBefore, notAfter, notBefore } from './dates.ts';
import { createHolds } from './holds.ts';
import type { Evidence, Leaf } from './leaf.ts';
import { ASPECTS, createQualificationFit, finished } from './qualificationFit.ts';
import * as texts from './qualificationTexts.ts';
import { createAttended } from './training.ts';
import { createTrainingFit } from './trainingFit.ts';
import { both, opposite, type Verdict } from './verdict.ts';

/** Something that was obtained once: how well it fits apart from its age, when, until when, how a person would read it. */
type Obtained = {
  readonly fit: Status;
  readonly date: PartialDate | null;
  readonly expires: PartialDate | null;
  readonly line: () => string;
};

/** Visits what was obtained until `visit` returns true. */
type Source = (record: CadreRecord, visit: (obtained: Obtained) => boolean) => boolean;

type Renewal = Pick<Extract<Condition, { readonly form: 'renewed' }>, 'months' | 'of'>;

function sourceOf(of: Holds | Attended, asOf: Day): Source {
  return of.form === 'holds' ? qualifications(of, asOf) : classes(of, asOf);
}

function plainLeaf(of: Holds | Attended, asOf: Day): Leaf {
  return of.form === 'holds' ? createHolds(of, asOf) : createAttended(of, asOf);
}

/** "Was obtained at some time", be it long ago or expired. */
export function createObtained(of: Holds | Attended, asOf: Day): Leaf {
  const source = sourceOf(of, asOf);
  const plain = plainLeaf(of, asOf);
  return {
    ...plain,
    verdict: (record) => {
      let doubtful = false;
      const met = source(record, ({ fit }) => {
        if (fit === 'unknown') doubtful = true;
        return fit === 'met';
      });
      if (met) return 'met';
      return doubtful ? 'unknown' : plain.verdict(record);
    },
  };
}

/** "The newest of these was obtained less than so many months ago and has not expired." */
export function createRenewed({ of, months }: Renewal, asOf: Day): Leaf {
  const source = sourceOf(of, asOf);
  const plain = plainLeaf(of, asOf);
  // Whatever was obtained on this day or before has run out.
  const limit = dayOf(monthsBefore(asOf.iso, months));

  function stillGood({ fit, date, expires }: Obtained): Status {
    const young = date === null ? 'unknown' : opposite(notAfter(date, limit));
    return both(fit, both(young, expires === null ? 'met' : notBefore(expires, asOf)));
  }

  /** The first day on which it may have to be renewed. */
  function dueOf({ date, expires }: Obtained): IsoDate | null {
    const days = [
      ...(date === null ? [] : [addMonths(earliest(date), months)]),
      ...(expires === null ? [] : [earliest(expires)]),
    ];
    return days.toSorted()[0] ?? null;
  }

  function verdictOf(record: CadreRecord): Verdict {
    let doubtful = false;
    let past = false;
    const met = source(record, (obtained) => {
      const status = stillGood(obtained);
      if (status === 'unknown') doubtful = true;
      if (status === 'missing' && obtained.fit === 'met') past = true;
      return status === 'met';
    });
    if (met) return 'met';
    if (doubtful) return 'unknown';
    if (past) return 'missing';
    const verdict = plain.verdict(record);
    // Several short classes do together what each of them does not.
    return verdict === 'met' ? 'missing' : verdict;
  }

  function explain(record: CadreRecord, verdict: Verdict): Evidence {
    const all: { obtained: Obtained; due: IsoDate | null; status: Status }[] = [];
    source(record, (obtained) => {
      const status = stillGood(obtained);
      if (obtained.fit !== 'missing') all.push({ obtained, due: dueOf(obtained), status });
      return false;
    });
    all.sort((one, other) => compare(other.due, one.due));
    const decisive = all.find(({ status }) => status === verdict);
    if (decisive === undefined) return plain.explain(record, verdict);
    const { obtained, due } = decisive;
    const line = obtained.line();
    if (verdict === 'unknown' || due === null) {
      const newest = all[0]?.obtained.line() ?? line;
      return {
        clause: texts.renewalUnclear(line, months, whyUnclear(obtained)),
        fact: newest,
        deadline: null,
      };
    }
    const overdue = verdict === 'missing' && due < asOf.iso;
    const clause =
      verdict === 'missing'
        ? texts.renewalPast(
            line,
            obtained.expires !== null && due === earliest(obtained.expires) ? null : months,
            due,
          )
        : texts.renewalGood(line, due);
    return { clause, fact: line, deadline: { day: due, overdue } };
  }

  return {
    fact: texts.renewalName(plain.fact),
    claim: claims.renewed({ of, months }),
    verdict: verdictOf,
    explain,
  };
}

function whyUnclear({ fit, date, expires }: Obtained): texts.RenewalDoubt {
  if (fit === 'unknown') return 'fit';
  if (date === null) return 'undated';
  return expires === null || date.length < 10 ? 'date' : 'expires';
}

function compare(one: IsoDate | null, other: IsoDate | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function qualifications(ask: Holds, asOf: Day): Source {
  // What has expired was obtained all the same.
  const fit = createQualificationFit(
    ask,
    asOf,
    ASPECTS.filter((aspect) => aspect !== 'expires'),
  );
  return (record, visit) =>
    fit.some(record, (status, qualification, training) =>
      visit({
        fit: status,
        date: qualification.issued,
        expires: qualification.expires,
        line: () =>
          training === null ? texts.qualificationLine(qualification) : texts.trainingLine(training),
      }),
    );
}

function classes(ask: Attended, asOf: Day): Source {
  const fit = createTrainingFit(ask, asOf);
  return (record, visit) =>
    record.trainings.some((training) => {
      const long =
        ask.days === null
          ? 'met'
          : training.days === null
            ? 'unknown'
            : training.days >= ask.days
              ? 'met'
              : 'missing';
      return visit({
        fit: both(fit.whole(training), long),
        date: finished(training),
        expires: null,
        line: () => texts.trainingLine(training),
      });
    });
}
