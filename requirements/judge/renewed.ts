import { addMonths } from '../../domain/day.ts';
import type { IsoDate } from '../../domain/directive.ts';
import { earliest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Attended, Holds } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { type Day, dayOf, monthsBefore, notAfter } from './dates.ts';
import { createHolds } from './holds.ts';
import type { Leaf } from './leaf.ts';
import { createQualificationFit, finished } from './qualificationFit.ts';
import * as texts from './qualificationTexts.ts';
import { createAttended } from './training.ts';
import { createTrainingFit } from './trainingFit.ts';
import { both, opposite, type Verdict } from './verdict.ts';

/** Something that was obtained once: how well it fits, when, and how a person would read it. */
type Obtained = { readonly fit: Status; readonly date: PartialDate | null; readonly line: () => string };

/** Visits what was obtained until `visit` returns true. */
type Source = (record: CadreRecord, visit: (obtained: Obtained) => boolean) => boolean;

/** "The newest of these was obtained less than so many months ago." */
export function createRenewed(of: Holds | Attended, months: number, asOf: Day): Leaf {
  const source = of.form === 'holds' ? qualifications(of, asOf) : classes(of, asOf);
  const plain = of.form === 'holds' ? createHolds(of, asOf) : createAttended(of, asOf);
  // Whatever was obtained on this day or before has run out.
  const limit = dayOf(monthsBefore(asOf.iso, months));

  function stillGood({ fit, date }: Obtained): Status {
    return both(fit, date === null ? 'unknown' : opposite(notAfter(date, limit)));
  }

  function verdictOf(record: CadreRecord): Verdict {
    let doubtful = false;
    const met = source(record, (obtained) => {
      const status = stillGood(obtained);
      if (status === 'unknown') doubtful = true;
      return status === 'met';
    });
    if (met) return 'met';
    if (doubtful) return 'unknown';
    const verdict = plain.verdict(record);
    // Obtained once, and run out; or several short classes do together what each of them does not.
    return verdict === 'met' ? 'missing' : verdict;
  }

  return {
    fact: texts.renewalName(plain.fact),
    verdict: verdictOf,
    explain: (record, verdict) => {
      const found: { obtained: Obtained; due: IsoDate | null }[] = [];
      source(record, (obtained) => {
        const status = stillGood(obtained);
        const due = obtained.date === null ? null : addMonths(earliest(obtained.date), months);
        if (obtained.fit !== 'missing' && status === verdict) found.push({ obtained, due });
        return false;
      });
      found.sort((one, other) => compare(other.due, one.due));
      const newest = found[0];
      if (newest === undefined) return plain.explain(record, verdict);
      const { obtained, due } = newest;
      if (verdict === 'unknown' || due === null) {
        return {
          clause: texts.renewalUnclear(obtained.line(), months),
          fact: obtained.line(),
          deadline: null,
        };
      }
      const overdue = verdict === 'missing';
      return {
        clause: overdue
          ? texts.renewalPast(obtained.line(), months, due)
          : texts.renewalGood(obtained.line(), months, due),
        fact: obtained.line(),
        deadline: { day: due, overdue },
      };
    },
  };
}

function compare(one: IsoDate | null, other: IsoDate | null): number {
  if (one === other) return 0;
  return (one ?? '') < (other ?? '') ? -1 : 1;
}

function qualifications(ask: Holds, asOf: Day): Source {
  const fit = createQualificationFit(ask, asOf);
  return (record, visit) =>
    fit.some(record, (status, qualification, training) =>
      visit({
        fit: status,
        date: qualification.issued,
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
        line: () => texts.trainingLine(training),
      });
    });
}
