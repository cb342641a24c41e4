import { rung } from '../domain/ladders.ts';
import type { CadreRecord } from '../domain/record.ts';
import type { Condition, Requirement } from '../domain/requirement.ts';
import type { Status } from '../requirements/finding.ts';
import { levelsAsked } from '../requirements/levelsAsked.ts';
import type { WrittenLevel } from '../vietnamese/levels.ts';
import type { UnitView } from './unitView.ts';

/** People who lack what binds them. */
export type Lacking = {
  /** How many people were looked at, and how many the requirements asked about bind. */
  readonly people: number;
  readonly bound: number;
  readonly lines: readonly LackingLine[];
  /** Of a level asked about: how many do not have it or are not known to, whether anything asks it of them or not. */
  readonly without: { readonly missing: number; readonly unknown: number } | null;
};

export type LackingLine = {
  readonly cadre: CadreRecord;
  readonly missing: readonly Requirement[];
  readonly unknown: readonly Requirement[];
};

/**
 * Who lacks anything, or a level of one kind: most missing first, then by code. Whoever has the level asked about does not lack
 * it, though a requirement may ask for more. Pure.
 */
export function findLacking(view: UnitView, topic: WrittenLevel | null): Lacking {
  const byId = new Map(view.book.requirements.map((requirement) => [requirement.id, requirement]));
  const has = topic === null ? null : view.rules.condition(holding(topic));
  const without = { missing: 0, unknown: 0 };
  let bound = 0;
  const lines: LackingLine[] = [];
  for (const cadre of view.cadres) {
    const own = has?.(cadre) ?? 'missing';
    if (own !== 'met') without[own] += 1;
    const judged = [...view.rules.judge(cadre)].flatMap(([id, status]) => {
      const requirement = byId.get(id);
      if (requirement === undefined || (topic !== null && !concerns(requirement, topic))) return [];
      return [{ requirement, status }];
    });
    if (judged.length > 0) bound += 1;
    if (own === 'met') continue;
    const of = (status: Status) =>
      judged.filter((one) => one.status === status).map(({ requirement }) => requirement);
    const [missing, unknown] = [of('missing'), of('unknown')];
    if (missing.length + unknown.length > 0) lines.push({ cadre, missing, unknown });
  }
  return {
    people: view.cadres.length,
    bound,
    lines: lines.sort(
      (a, b) => b.missing.length - a.missing.length || (a.cadre.code < b.cadre.code ? -1 : 1),
    ),
    without: topic === null ? null : without,
  };
}

function holding({ kind, level }: WrittenLevel): Condition {
  return { form: 'holds', kind, level, fields: [], names: [], issuedFrom: null, issuedBefore: null };
}

/** Whether a requirement asks for that kind at that level or more. */
export function concerns(requirement: Requirement, topic: WrittenLevel): boolean {
  return levelsAsked(requirement.needs).some(
    ({ kind, level }) =>
      kind === topic.kind &&
      (topic.level === null || level === null || rung(kind, level) >= rung(kind, topic.level)),
  );
}
