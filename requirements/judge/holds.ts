import type { IsoDate } from '../../domain/day.ts';
import { LADDERS, rung } from '../../domain/ladders.ts';
import { earliest } from '../../domain/partialDate.ts';
import type { CadreRecord, Qualification, Training } from '../../domain/record.ts';
import type { Holds } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { claims } from './claims.ts';
import { type Day, notAfter } from './dates.ts';
import type { Evidence, Leaf } from './leaf.ts';
import { ASPECTS, createQualificationFit, type QualificationFit } from './qualificationFit.ts';
import * as texts from './qualificationTexts.ts';
import type { Verdict } from './verdict.ts';

/** "Holds at least a level of a kind", by the record's own qualifications and completed classes; equivalences come on top. */
export function createHolds(ask: Holds, asOf: Day): Leaf {
  const fit = createQualificationFit(ask, asOf);
  return {
    fact: texts.factName(ask),
    claim: claims.holds(ask),
    verdict: (record) => verdictOf(record, fit, asOf),
    explain: (record, verdict) => explain(record, verdict, ask, fit, asOf),
  };
}

function verdictOf(record: CadreRecord, fit: QualificationFit, asOf: Day): Verdict {
  let doubtful = false;
  let told = false;
  const met = fit.some(record, (status, qualification) => {
    if (status === 'unknown') doubtful = true;
    else if (status === 'missing') told ||= tells(qualification, fit, asOf);
    return status === 'met';
  });
  if (met) return 'met';
  if (doubtful) return 'unknown';
  return told || record.reviewed !== null || record.lacks.includes(fit.kind) ? 'missing' : 'silent';
}

/**
 * Whether a qualification that does not fit tells that there is none that does. A record that names one of a kind with levels is
 * taken to name the highest; one professional certificate says nothing of another.
 */
function tells(qualification: Qualification, fit: QualificationFit, asOf: Day): boolean {
  if (LADDERS[fit.kind].length === 0) return false;
  return qualification.issued === null || notAfter(qualification.issued, asOf) !== 'missing';
}

function explain(
  record: CadreRecord,
  verdict: Verdict,
  ask: Holds,
  fit: QualificationFit,
  asOf: Day,
): Evidence {
  if (verdict === 'silent') return silence(texts.notRecorded(ask));
  const found = findAll(record, verdict, fit).filter(
    ({ qualification }) => verdict !== 'missing' || tells(qualification, fit, asOf),
  );
  const best = found.reduce<Held | null>(
    (chosen, other) =>
      chosen === null || isBetter(other.qualification, chosen.qualification) ? other : chosen,
    null,
  );
  if (best === null) {
    return record.lacks.includes(ask.kind)
      ? { clause: texts.lacking(ask), fact: texts.lackingFact(ask), deadline: null }
      : { clause: texts.reviewedWithout(ask), fact: texts.reviewedFact(record.reviewed), deadline: null };
  }
  const { qualification, training } = best;
  const fact = training === null ? texts.qualificationLine(qualification) : texts.trainingLine(training);
  if (verdict === 'met') {
    const higher = qualification.level !== null && rung(ask.kind, qualification.level) > fit.asked;
    const clause = texts.held(qualification, training, higher ? ask.level : null);
    return { clause, fact, deadline: renewalOf(qualification) };
  }
  const wrong = ASPECTS.filter((aspect) => fit.aspect(qualification, aspect) === verdict);
  const clause =
    verdict === 'unknown'
      ? texts.unclear(qualification, training, wrong)
      : texts.notEnough(qualification, training, ask, wrong[0] ?? 'level');
  return { clause, fact, deadline: null };
}

/** A qualification, or a class and the qualification it counts as. */
type Held = { readonly qualification: Qualification; readonly training: Training | null };

function silence(clause: string): Evidence {
  return { clause, fact: null, deadline: null };
}

function renewalOf(
  qualification: Qualification,
): { readonly day: IsoDate; readonly overdue: boolean } | null {
  return qualification.expires === null ? null : { day: earliest(qualification.expires), overdue: false };
}

function findAll(record: CadreRecord, wanted: Status, fit: QualificationFit): readonly Held[] {
  const found: Held[] = [];
  fit.some(record, (status, qualification, training) => {
    if (status === wanted) found.push({ qualification, training });
    return false;
  });
  return found;
}

/** The one to name: what stays valid longest, then the higher one. */
function isBetter(one: Qualification, other: Qualification): boolean {
  if (one.expires !== other.expires) {
    return one.expires === null || (other.expires !== null && one.expires > other.expires);
  }
  return levelOf(one) > levelOf(other);
}

function levelOf({ kind, level }: Qualification): number {
  return level === null ? -1 : rung(kind, level);
}
