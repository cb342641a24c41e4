import { addMonths } from '../../domain/day.ts';
import { earliest, latest } from '../../domain/partialDate.ts';
import type { CadreRecord } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';
import { claims } from './claims.ts';
import { type Day, dayOf, monthsBefore, monthsBetween, notAfter, yearsBetween } from './dates.ts';
import type { Leaf } from './leaf.ts';
import * as texts from './texts.ts';
import { both, opposite, type Verdict } from './verdict.ts';

type Form<F extends Condition['form']> = Extract<Condition, { readonly form: F }>;

/** A leaf over one value of the record; `null` is not known. */
function createValueLeaf<T>(
  { fact, claim }: Pick<Leaf, 'fact' | 'claim'>,
  read: (record: CadreRecord) => T | null,
  judge: (value: T) => Status,
  words: { readonly clause: (value: T, verdict: Verdict) => string; readonly line: (value: T) => string },
): Leaf {
  return {
    fact,
    claim,
    verdict: (record) => {
      const value = read(record);
      return value === null ? 'unknown' : judge(value);
    },
    explain: (record, verdict) => {
      const value = read(record);
      if (value === null) return { clause: texts.notRecordedFact(fact), fact: null, deadline: null };
      return { clause: words.clause(value, verdict), fact: words.line(value), deadline: null };
    },
  };
}

function yes(holds: boolean): Status {
  return holds ? 'met' : 'missing';
}

/** Age in completed years on the date, both ends inclusive. */
export function createAge(ask: Form<'age'>, asOf: Day): Leaf {
  const { from, to } = ask;
  // Old enough: born on this day or before it. Too old: born on that day or before it.
  const oldEnough = from === null ? null : dayOf(addMonths(asOf.iso, -12 * from));
  const tooOld = to === null ? null : dayOf(addMonths(asOf.iso, -12 * (to + 1)));
  return createValueLeaf(
    { fact: texts.FACTS.birth, claim: claims.age(ask) },
    (record) => record.birth,
    (birth) =>
      both(
        oldEnough === null ? 'met' : notAfter(birth, oldEnough),
        tooOld === null ? 'met' : opposite(notAfter(birth, tooOld)),
      ),
    {
      clause: (birth, verdict) => {
        const ages = [
          yearsBetween(latest(birth), asOf.iso),
          yearsBetween(earliest(birth), asOf.iso),
        ] as const;
        return texts.age(ages, asOf.iso, verdict === 'missing' ? { from, to } : null, verdict);
      },
      line: texts.birthLine,
    },
  );
}

/** Whole months since the beginning of service. */
export function createSeniority(ask: Form<'seniority'>, asOf: Day): Leaf {
  const { months } = ask;
  const limit = dayOf(monthsBefore(asOf.iso, months));
  return createValueLeaf(
    { fact: texts.FACTS.recruited, claim: claims.seniority(ask) },
    (record) => record.recruited,
    (recruited) => notAfter(recruited, limit),
    {
      clause: (recruited, verdict) =>
        texts.seniority(monthsBetween(earliest(recruited), asOf.iso), months, verdict),
      line: texts.recruitedLine,
    },
  );
}

export function createSex(ask: Form<'sex'>): Leaf {
  return createValueLeaf(
    { fact: texts.FACTS.sex, claim: claims.sex(ask) },
    (record) => record.sex,
    (sex) => yes(sex === ask.is),
    { clause: texts.sex, line: texts.sexLine },
  );
}

/** Party member on the date: whoever joined later was not one yet. */
export function createParty(ask: Form<'party'>, asOf: Day): Leaf {
  const isMember = ({ party, partyJoined }: CadreRecord): Status => {
    if (party === null) return 'unknown';
    if (!party) return 'missing';
    return partyJoined === null ? 'met' : notAfter(partyJoined, asOf);
  };
  return {
    fact: texts.FACTS.party,
    claim: claims.party(ask),
    verdict: (record) => (ask.member ? isMember(record) : opposite(isMember(record))),
    explain: (record) => {
      const { party, partyJoined } = record;
      if (party === null)
        return { clause: texts.notRecordedFact(texts.FACTS.party), fact: null, deadline: null };
      return {
        clause: texts.party(isMember(record)),
        fact: texts.partyLine(party, partyJoined),
        deadline: null,
      };
    },
  };
}

export function createEthnicity(ask: Form<'ethnicity'>): Leaf {
  return createValueLeaf(
    { fact: texts.FACTS.ethnicity, claim: claims.ethnicity(ask) },
    (record) => record.ethnicity,
    (ethnicity) => yes((nameKey(ethnicity) !== 'kinh') === ask.minority),
    { clause: texts.ethnicity, line: texts.ethnicityLine },
  );
}
