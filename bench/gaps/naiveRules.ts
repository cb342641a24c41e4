import { addMonths } from '../../domain/day.ts';
import { RATINGS, rung } from '../../domain/ladders.ts';
import { earliest, latest, type PartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, Post, Qualification, Unit } from '../../domain/record.ts';
import type { Condition, Holds, RuleBook } from '../../domain/requirement.ts';
import type { Status } from '../../requirements/finding.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';

/**
 * The peer that the rule engine is measured beside: it walks the rules anew for every person, as one would write it first. It
 * knows the forms that `gapRules.ts` uses, and was written from the rules' meaning and not from the engine, so that it also checks it.
 */
export function judgeNaively(
  book: RuleBook,
  units: ReadonlyMap<string, Unit>,
  asOf: string,
  record: CadreRecord,
): ReadonlyMap<string, Status> {
  const ask = (condition: Condition): Status => judge(condition, record, { book, units, asOf });
  const statuses = new Map<string, Status>();
  for (const { id, appliesTo, needs, exemptions } of book.requirements) {
    const named = appliesTo === null ? 'met' : ask(appliesTo);
    const applies = all([named, everHeld(needs, record, { book, units, asOf })]);
    if (applies === 'missing') continue;
    const plain = ask(needs);
    const exempt = any(exemptions.map(({ when }) => ask(when)));
    if (plain === 'met' || exempt === 'met') statuses.set(id, 'met');
    else statuses.set(id, applies === 'unknown' || exempt === 'unknown' ? 'unknown' : plain);
  }
  return statuses;
}

type World = {
  readonly book: RuleBook;
  readonly units: ReadonlyMap<string, Unit>;
  readonly asOf: string;
};

function all(statuses: readonly Status[]): Status {
  if (statuses.includes('missing')) return 'missing';
  return statuses.includes('unknown') ? 'unknown' : 'met';
}

function any(statuses: readonly Status[]): Status {
  if (statuses.includes('met')) return 'met';
  return statuses.includes('unknown') ? 'unknown' : 'missing';
}

function not(status: Status): Status {
  return status === 'unknown' ? status : status === 'met' ? 'missing' : 'met';
}

function yes(holds: boolean): Status {
  return holds ? 'met' : 'missing';
}

/** Whether a date lies on a day or before it. */
function by(date: PartialDate, day: string): Status {
  if (latest(date) <= day) return 'met';
  return earliest(date) > day ? 'missing' : 'unknown';
}

function from(date: PartialDate, day: string): Status {
  if (earliest(date) >= day) return 'met';
  return latest(date) < day ? 'missing' : 'unknown';
}

function judge(condition: Condition, record: CadreRecord, world: World): Status {
  const { asOf, book, units } = world;
  switch (condition.form) {
    case 'all':
      return all(condition.of.map((part) => judge(part, record, world)));
    case 'any':
      return any(condition.of.map((part) => judge(part, record, world)));
    case 'within':
    case 'by':
      return judge(condition.condition, record, world);
    case 'holds':
      return holds(condition, record, world, false);
    case 'post':
    case 'planned': {
      const keys = condition.positions.map(nameKey);
      const leads = (key: string): Status => {
        const entry = book.positions.find(({ name }) => nameKey(name) === key);
        return entry === undefined ? 'unknown' : yes(entry.leadership);
      };
      return career(
        condition.form === 'post' ? record.posts : record.planned,
        record,
        asOf,
        ({ position }) => {
          const key = nameKey(position);
          return any([yes(keys.includes(key)), condition.leadership === true ? leads(key) : 'missing']);
        },
      );
    }
    case 'grade': {
      const keys = condition.grades.map(nameKey);
      return career(record.grades, record, asOf, ({ name, code }) =>
        yes(keys.includes(nameKey(name)) || (code !== null && keys.includes(nameKey(code)))),
      );
    }
    case 'group': {
      const keys = condition.groups.map(nameKey);
      return career(record.groups, record, asOf, ({ name }) => yes(keys.includes(nameKey(name))));
    }
    case 'age': {
      const { birth } = record;
      if (birth === null) return 'unknown';
      const aged = (years: number) => by(birth, addMonths(asOf, -12 * years));
      return all([
        condition.from === null ? 'met' : aged(condition.from),
        condition.to === null ? 'met' : not(aged(condition.to + 1)),
      ]);
    }
    case 'seniority': {
      const { recruited } = record;
      if (recruited === null) return 'unknown';
      if (addMonths(latest(recruited), condition.months) <= asOf) return 'met';
      return addMonths(earliest(recruited), condition.months) > asOf ? 'missing' : 'unknown';
    }
    case 'ethnicity':
      if (record.ethnicity === null) return 'unknown';
      return yes((nameKey(record.ethnicity) !== 'kinh') === condition.minority);
    case 'party':
      return record.party === null ? 'unknown' : yes(record.party === condition.member);
    case 'unit_tier': {
      const tierOf = (post: Post | null) => {
        const placed = units.get(post?.unit ?? record.unit)?.tier;
        const key = post === null ? null : nameKey(post.position);
        const entry = book.positions.find(({ name }) => nameKey(name) === key);
        const tier = post?.unit == null ? (entry?.tier ?? placed) : (placed ?? entry?.tier);
        return tier == null ? 'unknown' : yes(condition.tiers.includes(tier));
      };
      const posts = record.posts.map((post) => ({ here: tierOf(post), now: isNow(post, asOf) }));
      const current = posts.filter(({ now }) => now === 'met').map(({ here }) => here);
      // A doubtful post may count or not: what all cases agree on is known.
      const doubtful = posts.filter(({ now }) => now === 'unknown');
      const cases = [current, ...doubtful.map(({ here }) => [...current, here])];
      const [one = 'unknown', ...others] = cases.map((each) =>
        each.length === 0 ? tierOf(null) : any(each),
      );
      return others.every((other) => other === one) ? one : 'unknown';
    }
    case 'unit': {
      const within = (code: string | null): boolean =>
        code !== null && (condition.units.includes(code) || within(units.get(code)?.parent ?? null));
      const judgeUnit = (code: string): Status =>
        within(code) || units.has(code) ? yes(within(code)) : 'unknown';
      return any([
        judgeUnit(record.unit),
        ...record.posts.map((post) =>
          post.unit === null ? 'missing' : all([judgeUnit(post.unit), isNow(post, asOf)]),
        ),
      ]);
    }
    case 'training_days':
      return trainingDays(condition.days, record, asOf);
    case 'evaluated': {
      const years = Array.from({ length: condition.years }, (_, back) => Number(asOf.slice(0, 4)) - 1 - back);
      return all(
        years.map((year) => {
          const rated = record.evaluations.filter((evaluation) => evaluation.year === year);
          if (rated.length === 0) return record.reviewed === null ? 'unknown' : 'missing';
          return yes(
            rated.some(({ rating }) => RATINGS.indexOf(rating) >= RATINGS.indexOf(condition.atLeast)),
          );
        }),
      );
    }
    case 'political_conclusion': {
      // The generated people have one conclusion at the most.
      const [conclusion] = record.conclusions;
      const drawn = conclusion?.date ? by(conclusion.date, asOf) : 'met';
      if (conclusion === undefined || drawn === 'missing')
        return record.reviewed === null ? 'unknown' : 'missing';
      return drawn === 'unknown' ? drawn : yes(conclusion.passed);
    }
    case 'renewed':
      return renewed(condition, record, world);
    default:
      throw new Error(`the peer does not know the form ${condition.form}`);
  }
}

function career<T extends Pick<Post, 'from' | 'until'>>(
  entries: readonly T[],
  record: CadreRecord,
  asOf: string,
  fits: (entry: T) => Status,
): Status {
  if (entries.length === 0) {
    // Lists that the office makes itself are complete where it has recorded the career.
    const list: readonly unknown[] = entries;
    const ownList = list === record.planned || list === record.groups;
    const told = ownList && record.posts.length + record.grades.length > 0;
    return told || record.reviewed !== null ? 'missing' : 'unknown';
  }
  return any(entries.map((entry) => all([fits(entry), isNow(entry, asOf)])));
}

function isNow(period: Pick<Post, 'from' | 'until'>, asOf: string): Status {
  return all([
    period.from === null ? 'met' : by(period.from, asOf),
    period.until === null ? 'met' : from(period.until, asOf),
  ]);
}

function holds(ask: Holds, record: CadreRecord, world: World, closed: boolean): Status {
  const { kind, level, fields } = ask;
  const held = heldOf(ask, record);
  const own = any(held.map((qualification) => fits(ask, qualification, world.asOf)));
  if (own === 'met') return 'met';
  const laddered = ask.kind !== 'knowledge_update';
  const told =
    (laddered && held.some(({ issued }) => issued === null || by(issued, world.asOf) !== 'missing')) ||
    record.lacks.includes(kind) ||
    record.reviewed !== null;
  const alone = own === 'unknown' ? own : told || closed ? 'missing' : 'unknown';
  const equal = world.book.equivalences
    .filter(({ countsAs }) => countsAs.kind === kind && fields.length === 0)
    .filter(({ countsAs }) => level === null || rung(kind, countsAs.level) >= rung(kind, level))
    .map(({ when }) =>
      when.form === 'holds' ? holds(when, record, world, true) : judge(when, record, world),
    );
  return any([alone, ...equal]);
}

/** The day of a class without a date that nobody calls completed. */
const GOING_ON = '?';

function heldOf({ kind }: Holds, record: CadreRecord): readonly Qualification[] {
  const own = record.qualifications.filter((qualification) => qualification.kind === kind);
  const classes = record.trainings.filter(
    (training) => training.kind === kind && training.completed !== false,
  );
  return [
    ...own,
    ...classes.map(({ level, className, until, completed }) => ({
      kind,
      level,
      field: null,
      name: className,
      number: null,
      issuer: null,
      issued: until ?? (completed === true ? null : GOING_ON),
      expires: null,
      evidence: null,
    })),
  ];
}

function fits({ kind, level, fields }: Holds, held: Qualification, asOf: string): Status {
  const words = (field: string) =>
    fields.some((word) => ` ${nameKey(field)} `.includes(` ${nameKey(word)} `));
  return all([
    level === null
      ? 'met'
      : held.level === null
        ? 'unknown'
        : yes(rung(kind, held.level) >= rung(kind, level)),
    fields.length === 0 ? 'met' : held.field === null ? 'unknown' : yes(words(held.field)),
    held.issued === null ? 'met' : held.issued === GOING_ON ? 'unknown' : by(held.issued, asOf),
    held.expires === null ? 'met' : from(held.expires, asOf),
  ]);
}

/** What was held once, whether or not it has expired since. */
function onceHeld(of: Holds, record: CadreRecord, asOf: string) {
  return heldOf(of, record).map((held) => ({ held, fit: fits(of, { ...held, expires: null }, asOf) }));
}

/** Whether somebody ever had what only its holders are to renew; the rules that are measured put it at the top. */
function everHeld(condition: Condition, record: CadreRecord, world: World): Status {
  if (condition.form !== 'renewed' || !condition.holdersOnly || condition.of.form !== 'holds') return 'met';
  const once = any(onceHeld(condition.of, record, world.asOf).map(({ fit }) => fit));
  return once === 'missing' ? holds(condition.of, record, world, false) : once;
}

function renewed(
  condition: Extract<Condition, { readonly form: 'renewed' }>,
  record: CadreRecord,
  world: World,
): Status {
  const { of, months } = condition;
  if (of.form !== 'holds') throw new Error('the peer renews qualifications only');
  const { asOf } = world;
  const statuses = onceHeld(of, record, asOf).map(({ held: { issued, expires }, fit }) => {
    const valid = expires === null ? 'met' : from(expires, asOf);
    if (issued === null || fit === 'missing') return { fit, good: all([fit, valid, 'unknown']) };
    const still: Status =
      addMonths(earliest(issued), months) > asOf
        ? 'met'
        : addMonths(latest(issued), months) <= asOf
          ? 'missing'
          : 'unknown';
    return { fit, good: all([fit, valid, still]) };
  });
  const best = any(statuses.map(({ good }) => good));
  if (best !== 'missing') return best;
  return statuses.some(({ fit }) => fit === 'met') ? 'missing' : holds(of, record, world, false);
}

function trainingDays(asked: number, record: CadreRecord, asOf: string): Status {
  if (record.trainings.length === 0 && record.reviewed === null) return 'unknown';
  const year = `${asOf.slice(0, 4)}-01-01`;
  let sure = 0;
  let possible = 0;
  for (const { until, days } of record.trainings) {
    const fit = until === null ? 'unknown' : all([by(until, asOf), from(until, year)]);
    if (fit === 'missing') continue;
    possible += days ?? Number.POSITIVE_INFINITY;
    if (fit === 'met') sure += days ?? 0;
  }
  if (sure >= asked) return 'met';
  return possible >= asked ? 'unknown' : 'missing';
}
