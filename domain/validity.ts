import { addDays, type IsoDate } from './day.ts';
import { holds, liesBelow, type ProvisionPath } from './provisionPath.ts';

export const CHANGE_KINDS = ['replaces', 'repeals', 'amends', 'supplements', 'corrects'] as const;

/**
 * What one document does to another's validity: `replaces` (thay thế), `repeals` (bãi bỏ, hết hiệu lực), `amends` (sửa
 * đổi), `supplements` (bổ sung), `corrects` (đính chính).
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const RELATION_KINDS = [...CHANGE_KINDS, 'guides', 'basis'] as const;

/**
 * How one document stands to another. Besides what changes validity: `guides` (quy định chi tiết, hướng dẫn thi hành) and
 * `basis` (căn cứ ban hành), which change nothing.
 */
export type RelationKind = (typeof RELATION_KINDS)[number];

/** A document as another one names it. */
export type RelationTarget = {
  /** Its number in the official spelling; `null` for a law that is named by its title alone. */
  readonly number: string | null;
  /** `documentNumberKey` of the number. */
  readonly numberKey: string | null;
  /** The name of a law: `Luật Viên chức`. */
  readonly title: string | null;
  /** The day of issue behind the number. */
  readonly issued: IsoDate | null;
};

/** What stays in force of a document that is replaced or repealed: "…, trừ Điều 5"; `until`: the last day. */
export type RelationException = { readonly path: ProvisionPath; readonly until: IsoDate | null };

/** One document, or one of its provisions, says what becomes of another. */
export type Relation = {
  readonly kind: RelationKind;
  readonly target: RelationTarget;
  readonly scope: 'whole' | 'provision';
  /** In the target: `["Điều 5", "khoản 2"]`; `null` for the document whole, or for a part that is told in words only. */
  readonly provision: ProvisionPath | null;
  /** Only something in the target is meant: a phrase, "một số điều", the rules about one matter. */
  readonly partial: boolean;
  readonly except: readonly RelationException[];
  /** The day that the clause itself names; `null`: it works from the day on which the clause takes effect. */
  readonly since: IsoDate | null;
  /** Index of the provision that says so; `null` for the document's title. */
  readonly source: number | null;
};

/** A provision, or the whole document (`null`), begins or ends on a day of its own. */
export type Effect = {
  /** Index of the provision. */
  readonly provision: number | null;
  /** `from`: the first day in force, `until`: the last. */
  readonly bound: 'from' | 'until';
  /** `null`: not the document's own day, and nothing says which. */
  readonly day: IsoDate | null;
};

/** A stored provision, or a document whole, to which a reader can be led. */
export type Place = {
  readonly directiveId: number;
  readonly provisionId: number | null;
  /** Short name of the directive. */
  readonly document: string;
  readonly path: ProvisionPath;
  /** UTF-16 offsets into the directive's text; both 0 for a document whole. */
  readonly start: number;
  readonly end: number;
};

/** What a stored document does to a provision, and the clause which says so. */
export type Change = Place & {
  readonly kind: ChangeKind;
  readonly scope: Relation['scope'];
  /** The provision that is changed or added, as the clause names it; empty for the document whole or an unnamed part. */
  readonly changed: ProvisionPath;
  readonly partial: boolean;
  /** The first day on which it works; `null` where nobody knows. */
  readonly since: IsoDate | null;
};

/** What is known of a document's validity: of its own clauses, and of every stored document that changes it. */
export type ValidityFacts = {
  readonly effective: IsoDate | null;
  readonly effects: readonly (Pick<Effect, 'bound' | 'day'> & { readonly path: ProvisionPath })[];
  readonly changes: readonly (Change & { readonly except: readonly RelationException[] })[];
};

export type ValidityStatus = 'in_force' | 'not_yet' | 'superseded' | 'unknown';

/** How a provision stands on a day. */
export type Validity = {
  readonly status: ValidityStatus;
  /** First day in force; `null` where it is not known. */
  readonly from: IsoDate | null;
  /** Last day in force; `null` where no end is known. */
  readonly until: IsoDate | null;
  /** What has ended it, or is going to; `null` where nothing does, or where it ends by its own words. */
  readonly by: Change | null;
  /** What touches a part of it only: a khoản below it, a phrase, an addition. By day. */
  readonly changes: readonly Change[];
};

/** A document of which only its own day of effect is known. */
export function validityOfDay(effective: IsoDate | null, day: IsoDate): Validity {
  return validityOn(day, [], { effective, effects: [], changes: [] });
}

/** How the provision at `path` stands on a day; an empty path asks for the document whole. */
export function validityOn(day: IsoDate, path: ProvisionPath, facts: ValidityFacts): Validity {
  const from = firstDay(path, facts);
  const ends = facts.changes
    .filter((change) => isEnd(change, path, day))
    .sort((a, b) => compareDays(a.since, b.since) || rank(a) - rank(b) || compareSources(a, b));
  const dated = ends.filter(({ since }) => since !== null);
  const first = dated[0]?.since ?? null;
  const until = earliest([lastDay(path, facts), first === null ? null : addDays(first, -1)]);
  const changes = facts.changes
    .filter((change) => !ends.includes(change) && touches(change, path))
    .sort((a, b) => compareDays(a.since, b.since) || compareSources(a, b))
    .map(bare);
  const past = dated.findLast(({ since }) => since !== null && since <= day);
  const state = (status: ValidityStatus, by: (typeof ends)[number] | undefined): Validity => ({
    status,
    from,
    until,
    by: by === undefined ? null : bare(by),
    changes,
  });
  if (past !== undefined) return state('superseded', past);
  if (until !== null && until < day) return state('superseded', undefined);
  const undated = ends.find(({ since }) => since === null) ?? facts.changes.find(endsMostOf(day));
  if (undated !== undefined) return state('unknown', undated);
  if (from === null) return state('unknown', dated[0]);
  return state(from > day ? 'not_yet' : 'in_force', dated[0]);
}

/** Ends the words of the provision, wholly: they are gone, or others stand in their place. */
function isEnd(change: ValidityFacts['changes'][number], path: ProvisionPath, day: IsoDate): boolean {
  if (change.partial || change.kind === 'supplements' || change.kind === 'corrects') return false;
  if (change.scope === 'provision') {
    return change.changed.length > 0 && path.length > 0 && holds(change.changed, path);
  }
  if (change.kind === 'amends') return false;
  return !change.except.some(
    ({ path: kept, until }) => path.length > 0 && holds(kept, path) && (until === null || day <= until),
  );
}

/** Ends the document but for something that is told in words only, so that nobody can tell which provisions remain. */
function endsMostOf(day: IsoDate): (change: Change) => boolean {
  return ({ kind, scope, partial, since }) =>
    scope === 'whole' &&
    partial &&
    (kind === 'replaces' || kind === 'repeals') &&
    (since === null || since <= day);
}

/** Changes something in the provision at `path`; a document whole is touched by everything. */
function touches(change: Change, path: ProvisionPath): boolean {
  const changed = holderOf(change);
  if (change.scope === 'whole' || changed.length === 0) return path.length === 0;
  return path.length === 0 || holds(changed, path) || liesBelow(changed, path);
}

/** A khoản that is added is news to whoever is shown another khoản of its Điều. */
function holderOf({ kind, changed, partial }: Change): ProvisionPath {
  return kind === 'supplements' && !partial ? changed.slice(0, -1) : changed;
}

/** The day of the nearest provision, from `path` upwards, that has one of its own; else the document's. */
function firstDay(path: ProvisionPath, { effective, effects }: ValidityFacts): IsoDate | null {
  const own = effects
    .filter((effect) => effect.bound === 'from' && isAbove(effect.path, path))
    .sort((a, b) => b.path.length - a.path.length)[0];
  return own === undefined ? effective : own.day;
}

function lastDay(path: ProvisionPath, { effects }: ValidityFacts): IsoDate | null {
  return earliest(
    effects.flatMap((effect) => (effect.bound === 'until' && isAbove(effect.path, path) ? [effect.day] : [])),
  );
}

/** Both are stored paths of one document, so they agree label for label. */
function isAbove(above: ProvisionPath, path: ProvisionPath): boolean {
  return above.length <= path.length && above.every((label, at) => path[at] === label);
}

function earliest(days: readonly (IsoDate | null)[]): IsoDate | null {
  return days.filter((day) => day !== null).sort()[0] ?? null;
}

function compareDays(a: IsoDate | null, b: IsoDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

function compareSources(a: Change, b: Change): number {
  return a.directiveId - b.directiveId || a.start - b.start;
}

/** Of two that work on one day, the one that gives new words tells more, and so does the one that names the provision. */
function rank({ kind, scope }: Change): number {
  return (kind === 'repeals' ? 0 : 2) + (scope === 'provision' ? 1 : 0);
}

function bare({ except: _, ...change }: ValidityFacts['changes'][number]): Change {
  return change;
}
