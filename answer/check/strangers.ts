import type { Candidate } from './candidate.ts';
import { type Group, groupsIn } from './groups.ts';
import type { FailureReason } from './reasons.ts';
import { type Held, spaced } from './words.ts';

/** Kinds of which one stands for another only by mistake; the others are told loosely ("cơ quan", "người học"). */
const RIVALS: ReadonlySet<Group['kind']> = new Set([
  'staff',
  'title',
  'body',
  'level',
  'rank',
  'degree',
  'sex',
  'paper',
  'penalty',
]);

/** "Người tập sự", of whom a provision on "kết quả tập sự" speaks; "cơ quan Công an", where it has "cơ quan, đơn vị Công an". */
function isOfScope({ name }: Group, { text }: Held): boolean {
  const head = ['người ', 'cơ quan '].find((one) => name.startsWith(one));
  return head !== undefined && text.includes(` ${spaced(name.slice(head.length))} `);
}

/** Those for whom rules of the civil service are made: told where a provision says "người", or nobody. */
export const ANYONE: ReadonlySet<string> = new Set(['cán bộ', 'công chức', 'viên chức']);

/** Whether a clause or its lead says of whom it is told. */
function namesSomeone({ clause, groups }: Candidate): boolean {
  const leads = clause.above.slice(0, clause.leads).flatMap(groupsIn);
  return [...groups, ...leads].some(({ kind }) => kind === 'staff' || kind === 'learner' || kind === 'title');
}

/** Someone whom a stretch of the sentence names and the line does not, while it names another of that kind. */
export function strangerIn(
  part: string,
  groups: readonly Group[],
  candidate: Candidate,
  scope: Held,
): FailureReason | null {
  const said = new Set(groups.map(({ name }) => name));
  const beside = candidate.siblings.flatMap(({ text }) =>
    groupsIn(text).map((group) => ({ ...group, text })),
  );
  for (const group of groups) {
    if (!RIVALS.has(group.kind) || candidate.own.singles.has(`*${group.name}`)) continue;
    const isRival = ({ kind, name }: Group): boolean => kind === group.kind && !said.has(name);
    const own = candidate.groups.find(isRival);
    const isBeside = beside.some(({ name }) => name === group.name);
    const other = isBeside ? undefined : beside.find(isRival);
    const found = part.slice(group.start, group.end);
    const acts = candidate.clause.above
      .slice(0, candidate.clause.leads)
      .some((lead) => groupsIn(lead).some(({ name }) => name === group.name));
    if (own !== undefined && !acts) {
      return { kind: 'swapped_subject', found, instead: candidate.clause.text.slice(own.start, own.end) };
    }
    const isAbove = candidate.above.singles.has(`*${group.name}`);
    if (other !== undefined && !isAbove) {
      return { kind: 'swapped_subject', found, instead: other.text.slice(other.start, other.end) };
    }
    const isStrange =
      !isAbove && !isBeside && !scope.singles.has(`*${group.name}`) && !isOfScope(group, scope);
    if (isStrange && !(ANYONE.has(group.name) && !namesSomeone(candidate)))
      return { kind: 'swapped_subject', found };
  }
  return null;
}
