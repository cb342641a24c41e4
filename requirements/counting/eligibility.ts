import type { CadreRecord } from '../../domain/record.ts';
import type { ClassOffer, Condition } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Rules } from '../gaps.ts';

/**
 * Whether a person may be sent to a class. `outside`: not one of those whom it is for. `has_already`: has what it gives.
 * `not_eligible`: of its people (or perhaps), and lacks a condition. `unknown`: the record does not tell.
 */
export type Standing = 'eligible' | 'unknown' | 'not_eligible' | 'has_already' | 'outside';

/** One condition of a class: whom it is for, what they must meet (each part by itself), what it gives. */
export type OfferPart = { readonly of: 'group' | 'conditions' | 'gives'; readonly condition: Condition };

/** A condition that decided, as an index into `parts`, with what the person's record makes of it. */
export type Deciding = { readonly part: number; readonly status: Status };

export type Candidate = {
  /** Code of the person. */
  readonly cadre: string;
  readonly standing: Standing;
  /** The conditions because of which this is so; none for whoever is eligible. */
  readonly deciding: readonly Deciding[];
};

/** Who may be sent to a class, in the order of the people given. */
export type Eligibility = {
  /** Id of the class. */
  readonly offer: string;
  readonly parts: readonly OfferPart[];
  readonly eligible: readonly Candidate[];
  readonly unknown: readonly Candidate[];
  readonly notEligible: readonly Candidate[];
  readonly hasAlready: readonly Candidate[];
  /** How many of the people given it is not for. */
  readonly outside: number;
};

/** Makes a class ready to be asked of many people. */
export function prepareOffer(
  offer: ClassOffer,
  rules: Rules,
): { readonly parts: readonly OfferPart[]; readonly judge: (record: CadreRecord) => Candidate } {
  const parts: readonly OfferPart[] = [
    { of: 'group', condition: offer.group },
    ...partsOf(offer.conditions).map((condition) => ({ of: 'conditions' as const, condition })),
    { of: 'gives', condition: offer.gives },
  ];
  const tests = parts.map(({ condition }) => rules.condition(condition));
  const [group] = tests;
  const gives = tests.at(-1);
  if (group === undefined || gives === undefined) throw new Error('A class has a group and gives something.');
  const last = parts.length - 1;

  function judge(record: CadreRecord): Candidate {
    const candidate = (standing: Standing, ...deciding: readonly Deciding[]): Candidate => ({
      cadre: record.code,
      standing,
      deciding,
    });
    const belongs = group?.(record) ?? 'unknown';
    if (belongs === 'missing') return candidate('outside', { part: 0, status: belongs });
    const has = gives?.(record) ?? 'unknown';
    if (has === 'met') return candidate('has_already', { part: last, status: has });
    const statuses = tests.map((test, part): Deciding => {
      if (part === 0) return { part, status: belongs };
      return { part, status: part === last ? has : test(record) };
    });
    const lacking = statuses.filter(({ part, status }) => status === 'missing' && part !== last);
    if (lacking.length > 0) return candidate('not_eligible', ...lacking);
    const unclear = statuses.filter(({ status }) => status === 'unknown');
    return unclear.length > 0 ? candidate('unknown', ...unclear) : candidate('eligible');
  }

  return { parts, judge };
}

/**
 * Sorts people by whether they may be sent to a class. Whoever has what it gives need not go, whatever else holds; a
 * condition that is lacking decides even where another is not known. Pure.
 */
export function findEligible(offer: ClassOffer, cadres: readonly CadreRecord[], rules: Rules): Eligibility {
  const { parts, judge } = prepareOffer(offer, rules);
  const found: Record<Exclude<Standing, 'outside'>, Candidate[]> = {
    eligible: [],
    unknown: [],
    not_eligible: [],
    has_already: [],
  };
  let outside = 0;
  for (const cadre of cadres) {
    const candidate = judge(cadre);
    if (candidate.standing === 'outside') outside += 1;
    else found[candidate.standing].push(candidate);
  }
  return {
    offer: offer.id,
    parts,
    eligible: found.eligible,
    unknown: found.unknown,
    notEligible: found.not_eligible,
    hasAlready: found.has_already,
    outside,
  };
}

/** The conditions that must all hold, each by itself, so that the one that decides can be named. */
function partsOf(condition: Condition): readonly Condition[] {
  return condition.form === 'all' ? condition.of.flatMap(partsOf) : [condition];
}
