import type { IsoDate } from '../../domain/day.ts';
import type { CadreRecord, PlannedPost } from '../../domain/record.ts';
import type { Condition, RuleBook } from '../../domain/requirement.ts';
import type { Status } from '../finding.ts';
import type { Rules } from '../gaps.ts';
import { isCurrent } from '../judge/career.ts';
import { type Catalogue, createCatalogue, createPositionTest } from '../judge/catalogue.ts';
import { type Day, dayOf } from '../judge/dates.ts';
import { assume } from '../whatIf.ts';

/**
 * How far a person is who is planned for a post. `blocked`: a gate is not met, so no personnel step is considered yet.
 * `no_standard`: no requirement in force asks anything of whoever holds that post.
 */
export type Readiness = 'ready' | 'unknown' | 'not_ready' | 'blocked' | 'no_standard';

export type Successor = {
  /** Code of the person. */
  readonly cadre: string;
  /** Code of the unit of the planned post. */
  readonly unit: string;
  /** Planning period as written. */
  readonly term: string | null;
  readonly readiness: Readiness;
  /** How many requirements the person would meet holding the post. */
  readonly met: number;
  /** Ids of those that would be missing or are not known, in the order of the rule book. */
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
};

/** The people planned for a position. */
export type PositionReadiness = {
  /** As the catalogue has it, else as the first record writes it. */
  readonly position: string;
  /** In the order of the people given. */
  readonly people: readonly Successor[];
  readonly ready: number;
};

/**
 * For every position that people are planned for on a date: who they are and what they would lack if they held it now.
 * Positions by their names. Planned posts whose period is surely over, or surely not begun, are left out. Pure.
 */
export function measureReadiness(
  cadres: readonly CadreRecord[],
  book: Pick<RuleBook, 'positions' | 'requirements'>,
  rules: Rules,
  asOf: IsoDate,
): readonly PositionReadiness[] {
  const day = dayOf(asOf);
  const catalogue = createCatalogue(book.positions);
  const gates = new Set(book.requirements.filter(({ gate }) => gate).map(({ id }) => id));
  const found = new Map<
    string,
    { readonly position: string; readonly standard: ReadonlySet<string>; readonly people: Successor[] }
  >();
  for (const cadre of cadres) {
    for (const [key, planned] of currentPlans(cadre, catalogue, day)) {
      let entry = found.get(key);
      if (entry === undefined) {
        const position = catalogue.find(planned.position).entry?.name ?? planned.position;
        entry = { position, standard: standardOf(position, book, catalogue), people: [] };
        found.set(key, entry);
      }
      const judged = rules.judge(holding(cadre, entry.position, planned.unit, asOf));
      entry.people.push({
        cadre: cadre.code,
        unit: planned.unit ?? cadre.unit,
        term: planned.term,
        ...summarise(judged, entry.standard, gates),
      });
    }
  }
  const collator = new Intl.Collator('vi');
  return [...found.values()]
    .map(({ position, people }) => ({
      position,
      people,
      ready: people.filter(({ readiness }) => readiness === 'ready').length,
    }))
    .sort((a, b) => collator.compare(a.position, b.position));
}

/** The record as if the post were held now, in the unit that it is planned in: the unit's tier may decide what is asked. */
function holding(cadre: CadreRecord, position: string, unit: string | null, asOf: IsoDate): CadreRecord {
  const assumed = assume(cadre, { kind: 'post', name: position }, asOf);
  const post = assumed.posts.at(-1);
  if (unit === null || post === undefined) return assumed;
  return { ...assumed, posts: [...assumed.posts.slice(0, -1), { ...post, unit }] };
}

/** The positions that a person is planned for, each once. */
function currentPlans(cadre: CadreRecord, catalogue: Catalogue, day: Day): ReadonlyMap<string, PlannedPost> {
  const plans = new Map<string, PlannedPost>();
  for (const planned of cadre.planned) {
    if (isCurrent(planned, day) === 'missing') continue;
    const { key } = catalogue.find(planned.position);
    if (!plans.has(key)) plans.set(key, planned);
  }
  return plans;
}

/** Ids of the requirements that bind whoever holds a position because they hold it. */
function standardOf(
  position: string,
  { requirements }: Pick<RuleBook, 'requirements'>,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const names = (condition: Condition): boolean => {
    if (condition.form === 'all' || condition.form === 'any') return condition.of.some(names);
    if (condition.form !== 'post') return false;
    const { positions, leadership } = condition;
    return createPositionTest(positions, leadership === true, catalogue)(position) !== 'missing';
  };
  return new Set(
    requirements.filter(({ appliesTo }) => appliesTo !== null && names(appliesTo)).map(({ id }) => id),
  );
}

function summarise(
  judged: ReadonlyMap<string, Status>,
  standard: ReadonlySet<string>,
  gates: ReadonlySet<string>,
): Pick<Successor, 'readiness' | 'met' | 'missing' | 'unknown'> {
  const ids: Record<Status, string[]> = { met: [], missing: [], unknown: [] };
  let asked = false;
  let blocked = false;
  for (const [id, status] of judged) {
    ids[status].push(id);
    asked ||= standard.has(id);
    blocked ||= status !== 'met' && gates.has(id);
  }
  const { met, missing, unknown } = ids;
  return {
    readiness: readinessOf(asked, blocked, missing.length, unknown.length),
    met: met.length,
    missing,
    unknown,
  };
}

function readinessOf(asked: boolean, blocked: boolean, missing: number, unknown: number): Readiness {
  if (blocked) return 'blocked';
  if (!asked) return 'no_standard';
  if (missing > 0) return 'not_ready';
  return unknown > 0 ? 'unknown' : 'ready';
}
