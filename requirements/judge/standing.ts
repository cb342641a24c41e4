import { RATINGS } from '../../domain/ladders.ts';
import { earliest, latest } from '../../domain/partialDate.ts';
import type { CadreRecord, PoliticalConclusion } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import { claims } from './claims.ts';
import { type Day, notAfter } from './dates.ts';
import type { Leaf } from './leaf.ts';
import { reviewedFact } from './qualificationTexts.ts';
import * as texts from './texts.ts';
import type { Verdict } from './verdict.ts';

type Evaluated = Extract<Condition, { readonly form: 'evaluated' }>;

/** "Rated at least so in each of the last years before the year of the date." */
export function createEvaluated({ atLeast, years }: Evaluated, asOf: Day): Leaf {
  const asked = RATINGS.indexOf(atLeast);
  const thisYear = Number(asOf.year);
  const wanted = Array.from({ length: years }, (_, at) => thisYear - years + at);

  function ofYear(record: CadreRecord, year: number): Verdict {
    let rated = false;
    for (const evaluation of record.evaluations) {
      if (evaluation.year !== year) continue;
      rated = true;
      if (RATINGS.indexOf(evaluation.rating) >= asked) return 'met';
    }
    return rated || record.reviewed !== null ? 'missing' : 'unknown';
  }

  return {
    fact: texts.evaluationsName(wanted),
    claim: claims.evaluated(atLeast, wanted),
    verdict: (record) => {
      let status: Status = 'met';
      for (const year of wanted) {
        const each = ofYear(record, year);
        if (each === 'missing') return 'missing';
        if (each === 'unknown') status = 'unknown';
      }
      return status;
    },
    explain: (record, verdict) => {
      const rated = record.evaluations.filter(({ year }) => wanted.includes(year));
      const decisive = wanted.filter((year) => ofYear(record, year) === verdict);
      const low = rated.find(({ year }) => verdict === 'missing' && decisive.includes(year));
      return {
        clause: texts.evaluated(verdict, atLeast, wanted, decisive, low ?? null),
        fact: rated.length === 0 ? reviewedFact(record.reviewed) : rated.map(texts.evaluationLine).join('; '),
        deadline: null,
      };
    },
  };
}

/** "Has a positive conclusion on political standards": the newest one on the date decides. */
export function createPoliticalConclusion(asOf: Day): Leaf {
  return {
    fact: texts.FACTS.conclusion,
    claim: claims.political_conclusion,
    verdict: (record) => {
      const newest = mayBeNewest(record, asOf);
      if (newest.length === 0) return record.reviewed === null ? 'unknown' : 'missing';
      // One that may not have been drawn yet leaves open what stood before it.
      if (newest.every(({ date }) => date !== null && notAfter(date, asOf) === 'unknown')) return 'unknown';
      if (newest.every(({ passed }) => passed)) return 'met';
      return newest.some(({ passed }) => passed) ? 'unknown' : 'missing';
    },
    explain: (record, verdict) => {
      const newest = mayBeNewest(record, asOf);
      const shown = newest.find(({ passed }) => passed === (verdict === 'met')) ?? newest[0];
      return {
        clause: texts.conclusion(verdict, shown ?? null),
        fact: shown === undefined ? reviewedFact(record.reviewed) : texts.conclusionLine(shown),
        deadline: null,
      };
    },
  };
}

/** The conclusions of which none is surely followed by another; one without a date may be any. */
function mayBeNewest(record: CadreRecord, asOf: Day): readonly PoliticalConclusion[] {
  const drawn = record.conclusions.filter(({ date }) => date === null || notAfter(date, asOf) !== 'missing');
  if (drawn.length < 2) return drawn;
  return drawn.filter(
    ({ date }) =>
      date === null ||
      !drawn.some(
        (other) =>
          other.date !== null && notAfter(other.date, asOf) === 'met' && earliest(other.date) > latest(date),
      ),
  );
}
