import { rung } from '../domain/ladders.ts';
import type { CadreRecord } from '../domain/record.ts';
import type { Requirement } from '../domain/requirement.ts';
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
};

export type LackingLine = {
  readonly cadre: CadreRecord;
  readonly missing: readonly Requirement[];
  readonly unknown: readonly Requirement[];
};

/** Who lacks anything, or what concerns one kind and level: most missing first, then by name. Pure. */
export function findLacking(view: UnitView, topic: WrittenLevel | null): Lacking {
  const byId = new Map(view.book.requirements.map((requirement) => [requirement.id, requirement]));
  const asked = (id: string): Requirement | null => {
    const requirement = byId.get(id);
    if (requirement === undefined) return null;
    return topic === null || concerns(requirement, topic) ? requirement : null;
  };
  let bound = 0;
  const lines: LackingLine[] = [];
  for (const cadre of view.cadres) {
    const judged = [...view.rules.judge(cadre)].flatMap(([id, status]) => {
      const requirement = asked(id);
      return requirement === null ? [] : [{ requirement, status }];
    });
    if (judged.length > 0) bound += 1;
    const of = (status: Status) =>
      judged.filter((one) => one.status === status).map(({ requirement }) => requirement);
    const [missing, unknown] = [of('missing'), of('unknown')];
    if (missing.length + unknown.length > 0) lines.push({ cadre, missing, unknown });
  }
  return {
    people: view.cadres.length,
    bound,
    lines: lines.sort(
      (a, b) => b.missing.length - a.missing.length || a.cadre.code.localeCompare(b.cadre.code),
    ),
  };
}

/** Whether a requirement asks for that kind at that level or more. */
export function concerns(requirement: Requirement, topic: WrittenLevel): boolean {
  return levelsAsked(requirement.needs).some(
    ({ kind, level }) =>
      kind === topic.kind &&
      (topic.level === null || level === null || rung(kind, level) >= rung(kind, topic.level)),
  );
}
