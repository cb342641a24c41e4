import type { CadreRecord, Training } from '../../domain/record.ts';
import type { Attended } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { claims } from './claims.ts';
import { type Day, dayOf, notBefore } from './dates.ts';
import type { Evidence, Leaf } from './leaf.ts';
import { finished } from './qualificationFit.ts';
import * as texts from './qualificationTexts.ts';
import { createTrainingFit, isOver, type TrainingFit } from './trainingFit.ts';
import { both, type Verdict } from './verdict.ts';

/** Days of the classes that surely count, and of all that may; a class of unknown length may have any. */
type Days = { readonly sure: number; readonly possible: number; readonly classes: readonly Training[] };

function countDays(record: CadreRecord, judge: (training: Training) => Status): Days {
  let sure = 0;
  let possible = 0;
  const classes: Training[] = [];
  for (const training of record.trainings) {
    const status = judge(training);
    if (status === 'missing') continue;
    classes.push(training);
    possible += training.days ?? Number.POSITIVE_INFINITY;
    if (status === 'met') sure += training.days ?? 0;
  }
  return { sure, possible, classes };
}

/** "Attended a class", of so many days in all where days are asked. */
export function createAttended(ask: Attended, asOf: Day): Leaf {
  const fit = createTrainingFit(ask, asOf);
  return {
    fact: texts.classesName(ask),
    claim: claims.attended(ask),
    verdict: (record) => (ask.days === null ? anyClass(record, fit) : enoughDays(record, fit, ask.days)),
    explain: (record, verdict) => explainAttended(record, verdict, ask, fit),
  };
}

function silence(record: CadreRecord, fit: TrainingFit): Verdict {
  return record.reviewed !== null || record.trainings.some(fit.isLower) ? 'missing' : 'silent';
}

function anyClass(record: CadreRecord, fit: TrainingFit): Verdict {
  let doubtful = false;
  for (const training of record.trainings) {
    const status = fit.whole(training);
    if (status === 'met') return 'met';
    if (status === 'unknown') doubtful = true;
  }
  return doubtful ? 'unknown' : silence(record, fit);
}

function enoughDays(record: CadreRecord, fit: TrainingFit, asked: number): Verdict {
  const { sure, possible, classes } = countDays(record, fit.whole);
  if (classes.length === 0) return silence(record, fit);
  if (sure >= asked) return 'met';
  return possible >= asked ? 'unknown' : 'missing';
}

function explainAttended(record: CadreRecord, verdict: Verdict, ask: Attended, fit: TrainingFit): Evidence {
  const { sure, classes } = countDays(record, fit.whole);
  const [first] = classes.filter((training) => verdict !== 'met' || fit.whole(training) === 'met');
  if (first === undefined) {
    if (verdict === 'silent') return { clause: texts.noClassRecorded(ask), fact: null, deadline: null };
    const lower = record.trainings.find(fit.isLower);
    const fact = lower === undefined ? texts.reviewedFact(record.reviewed) : texts.trainingLine(lower);
    return { clause: texts.noClass(ask), fact, deadline: null };
  }
  const fact = ask.days === null ? texts.trainingLine(first) : classes.map(texts.trainingLine).join('; ');
  if (verdict === 'met') {
    return {
      clause: ask.days === null ? texts.attended(first) : texts.daysOfClasses(ask, sure, ask.days),
      fact,
      deadline: null,
    };
  }
  const clause =
    verdict === 'unknown' || ask.days === null
      ? texts.unclearClass(first)
      : texts.daysOfClasses(ask, sure, ask.days);
  return { clause, fact, deadline: null };
}

/** "So many days of training in the calendar year of the date". */
export function createTrainingDays(asked: number, asOf: Day): Leaf {
  const year = dayOf(`${asOf.year}-01-01`);
  const judge = (training: Training): Status => {
    const over = isOver(training, asOf);
    const end = finished(training);
    if (over === 'missing') return 'missing';
    return end === null ? 'unknown' : both(over, notBefore(end, year));
  };
  return {
    fact: texts.trainingDaysName(asOf.year),
    claim: claims.training_days(asked, asOf.year),
    verdict: (record) => {
      if (record.trainings.length === 0 && record.reviewed === null) return 'silent';
      const { sure, possible } = countDays(record, judge);
      if (sure >= asked) return 'met';
      return possible >= asked ? 'unknown' : 'missing';
    },
    explain: (record, verdict) => {
      if (verdict === 'silent') {
        return { clause: texts.noTrainingRecorded(asOf.year), fact: null, deadline: null };
      }
      const { sure, classes } = countDays(record, judge);
      const unclear = classes.find((training) => training.days === null || judge(training) === 'unknown');
      return {
        clause:
          verdict === 'unknown' && unclear !== undefined
            ? texts.trainingDaysUnclear(sure, asked, asOf.year, unclear)
            : texts.trainingDays(sure, asked, asOf.year),
        fact: texts.trainingDaysLine(sure, asOf.year),
        deadline: verdict === 'missing' ? { day: `${asOf.year}-12-31`, overdue: false } : null,
      };
    },
  };
}
