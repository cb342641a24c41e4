import { earliest, latest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, Post } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';
import { type Catalogue, createPositionTest } from './catalogue.ts';
import { claims } from './claims.ts';
import { type Day, dayAfter, dayOf, monthsBefore, monthsBetween, notAfter, notBefore } from './dates.ts';
import type { Leaf, Place } from './leaf.ts';
import { oneOf } from './qualificationTexts.ts';
import * as texts from './texts.ts';
import { both, opposite, type Verdict } from './verdict.ts';

type Period = Pick<Post, 'from' | 'until'>;
type Form<F extends Condition['form']> = Extract<Condition, { readonly form: F }>;

/** Whether a period holds on a day; one whose beginning is not recorded has begun. */
export function isCurrent({ from, until }: Period, asOf: Day): Status {
  const begun = from === null ? 'met' : notAfter(from, asOf);
  return both(begun, until === null ? 'met' : notBefore(until, asOf));
}

/** A list of the career: how to read it, which of its entries fit, and for how long they must have lasted. */
type Kind<T extends Period> = {
  readonly basis: 'post' | 'planned' | 'grade' | 'group';
  readonly list: (record: CadreRecord) => readonly T[];
  readonly nameOf: (entry: T) => string;
  readonly fits: (entry: T) => Status;
  readonly months: number | null;
  readonly wanted: string;
  readonly claim: string;
};

function createCareerLeaf<T extends Period>(kind: Kind<T>, asOf: Day): Leaf {
  const since = kind.months === null ? null : dayOf(monthsBefore(asOf.iso, kind.months));

  function judge(entry: T, entries: readonly T[]): Status {
    const fit = both(kind.fits(entry), isCurrent(entry, asOf));
    if (fit === 'missing' || since === null) return fit;
    const begun = beginningOf(entry, entries);
    return both(fit, begun === null ? 'unknown' : notAfter(begun, since));
  }

  /** Since when it is held without a break, in this entry and in those that fit and lead up to it; `null` where not known. */
  function beginningOf(entry: T, entries: readonly T[]): PartialDate | null {
    let begun = entry.from;
    for (let earlier: T | undefined = entry; begun !== null && earlier !== undefined; ) {
      const start: PartialDate = begun;
      earlier = entries.find((each) => kind.fits(each) === 'met' && leadsUpTo(each, start));
      if (earlier !== undefined) begun = earlier.from;
    }
    return begun;
  }

  function verdict(record: CadreRecord): Verdict {
    const entries = kind.list(record);
    if (entries.length === 0) return knownToBeNone(record, kind.basis) ? 'missing' : 'unknown';
    let doubtful = false;
    for (const entry of entries) {
      const status = judge(entry, entries);
      if (status === 'met') return 'met';
      if (status === 'unknown') doubtful = true;
    }
    return doubtful ? 'unknown' : 'missing';
  }

  function placeOf(record: CadreRecord): Place | null {
    const entries = kind.list(record);
    const entry =
      entries.find((each) => judge(each, entries) === 'met') ??
      entries.find((each) => judge(each, entries) === 'unknown');
    return entry === undefined ? null : { kind: kind.basis, name: kind.nameOf(entry), from: entry.from };
  }

  /** What fits and is held now, only not for long enough: how long it is held. */
  function tooShort(record: CadreRecord): { readonly name: string; readonly held: number } | null {
    if (kind.months === null) return null;
    const entries = kind.list(record);
    const short = entries.flatMap((entry) => {
      if (both(kind.fits(entry), isCurrent(entry, asOf)) !== 'met') return [];
      const begun = beginningOf(entry, entries);
      return begun === null
        ? []
        : [{ name: kind.nameOf(entry), held: monthsBetween(earliest(begun), asOf.iso) }];
    });
    return short.toSorted((one, other) => other.held - one.held)[0] ?? null;
  }

  return {
    fact: texts.careerName(kind.basis),
    claim: kind.claim,
    verdict,
    // Where the record is silent of a part of the career, that part may decide.
    place: (record) =>
      placeOf(record) ??
      (kind.list(record).length === 0 && verdict(record) === 'unknown'
        ? { kind: kind.basis, name: null, from: null }
        : null),
    explain: (record, given) => {
      const found = given === 'missing' ? null : placeOf(record);
      const current = kind.list(record).filter((entry) => isCurrent(entry, asOf) !== 'missing');
      const names = current.map(kind.nameOf);
      const fact = found === null ? texts.careerLine(kind.basis, names) : texts.placeLine(found);
      const short = given === 'missing' ? tooShort(record) : null;
      const clause =
        short === null || kind.months === null
          ? texts.career(kind.basis, given, found, names, kind.wanted, kind.months)
          : texts.careerTooShort(kind.basis, short.name, short.held, kind.months);
      return { clause, fact, deadline: null };
    },
  };
}

/** Whether a period began before a day and lasted to it. Records write such days roughly: what may meet does. */
function leadsUpTo({ from, until }: Period, day: PartialDate): boolean {
  if (from !== null && earliest(from) >= earliest(day)) return false;
  return until !== null && dayAfter(latest(until)) >= earliest(day);
}

/**
 * Planning lists and managed groups are made by the office itself: where it has recorded the career, an empty list says that
 * there is none. Posts and grades may simply not have been entered.
 */
function knownToBeNone(record: CadreRecord, basis: Kind<Period>['basis']): boolean {
  if (record.reviewed !== null) return true;
  if (basis === 'post' || basis === 'grade') return false;
  return record.posts.length + record.grades.length > 0;
}

/** "Holds one of the positions", "is planned for one of them". */
export function createPositionLeaf(
  condition: Form<'post'> | Form<'planned'>,
  catalogue: Catalogue,
  asOf: Day,
): Leaf {
  const leaf = (positions: readonly string[], leadership: boolean): Leaf => {
    const test = createPositionTest(positions, leadership, catalogue);
    const common = {
      fits: ({ position }: Post) => test(position),
      nameOf: ({ position }: Post) => position,
      wanted: texts.positionsWanted(positions, leadership),
      claim: condition.form === 'post' ? claims.post(condition) : claims.planned(condition),
    };
    return condition.form === 'post'
      ? createCareerLeaf(
          { ...common, basis: 'post', list: (record) => record.posts, months: condition.months },
          asOf,
        )
      : createCareerLeaf(
          { ...common, basis: 'planned', list: (record) => record.planned, months: null },
          asOf,
        );
  };
  if (condition.leadership !== false) return leaf(condition.positions, condition.leadership === true);
  // No position of leadership among those held: what it asks is the opposite of holding one.
  const leads = leaf([], true);
  const named = condition.positions.length === 0 ? null : leaf(condition.positions, false);
  const judge = (record: CadreRecord): Status => {
    const not = opposite(plain(leads.verdict(record)));
    return named === null ? not : both(plain(named.verdict(record)), not);
  };
  return {
    ...leads,
    verdict: judge,
    place: (record) => named?.place?.(record) ?? null,
    explain: (record, verdict) => ({
      ...leads.explain(record, opposite(plain(verdict))),
      clause: texts.notLeading(verdict),
    }),
  };
}

function plain(verdict: Verdict): Status {
  return verdict === 'silent' ? 'unknown' : verdict;
}

/** "Holds one of the grades", by name or code. */
export function createGradeLeaf(condition: Form<'grade'>, asOf: Day): Leaf {
  const keys = new Set(condition.grades.map(nameKey));
  const fits = (name: string, code: string | null) =>
    keys.has(nameKey(name)) || (code !== null && keys.has(nameKey(code)));
  return createCareerLeaf(
    {
      basis: 'grade',
      list: (record) => record.grades,
      nameOf: ({ name }) => name,
      fits: ({ name, code }) => (fits(name, code) ? 'met' : 'missing'),
      months: condition.months,
      wanted: oneOf(condition.grades),
      claim: claims.grade(condition),
    },
    asOf,
  );
}

/** "Belongs to one of the managed groups". */
export function createGroupLeaf(condition: Form<'group'>, asOf: Day): Leaf {
  const keys = new Set(condition.groups.map(nameKey));
  return createCareerLeaf(
    {
      basis: 'group',
      list: (record) => record.groups,
      nameOf: ({ name }) => name,
      fits: ({ name }) => (keys.has(nameKey(name)) ? 'met' : 'missing'),
      months: null,
      wanted: oneOf(condition.groups),
      claim: claims.group(condition),
    },
    asOf,
  );
}
