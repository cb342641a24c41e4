import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import { readAsOf } from '../../retrieve/asOf.ts';
import { type ApprovedAnswer, approvedVersion, readAllApproved } from '../../store/approved/approved.ts';
import type { Queryable } from '../../store/database.ts';
import { LONGEST_QUESTION } from '../question.ts';
import { type Comparable, comparable, distance, NEAR_ENOUGH } from './match.ts';
import { readCurrent } from './sources.ts';
import { standingOf } from './standing.ts';

/** An approved answer to a question, with its sources as they stand on the day that the question asks about. */
export type FoundApproved = {
  readonly answer: ApprovedAnswer;
  readonly citations: readonly Citation[];
  readonly asOf: IsoDate;
};

/**
 * The approved answer to a question, or `null`. One whose sources have changed, are amended or not in force on the day asked for is
 * not given. `today` is the calendar day in Vietnam; `known`: what `approvedVersion` has just told.
 */
export async function findApproved(
  queryable: Queryable,
  asked: string,
  today: IsoDate,
  known?: string,
): Promise<FoundApproved | null> {
  const candidates = await readCandidates(queryable, known ?? (await approvedVersion(queryable)));
  if (candidates.length === 0 || asked.length > LONGEST_QUESTION) return null;
  const question = comparable(asked);
  const asOf = readAsOf(asked, today)?.day ?? today;
  const near = candidates
    .map(({ answer, questions }) => ({ answer, far: nearest(question, questions) }))
    .filter(({ far }) => far < NEAR_ENOUGH)
    .sort((a, b) => a.far - b.far || b.answer.id - a.answer.id);
  for (const { answer } of near) {
    const current = await readCurrent(queryable, answer.sources, asOf);
    if (standingOf(answer, current, { asOf, today }).kind !== 'in_force') continue;
    return {
      answer,
      citations: current.flatMap(({ citation }) => (citation === null ? [] : [citation])),
      asOf,
    };
  }
  return null;
}

function nearest(question: Comparable, others: readonly Comparable[]): number {
  return Math.min(...others.map((other) => distance(question, other) ?? Number.POSITIVE_INFINITY));
}

type Candidate = { readonly answer: ApprovedAnswer; readonly questions: readonly Comparable[] };

const read = new WeakMap<
  Queryable,
  { readonly version: string; readonly candidates: readonly Candidate[] }
>();

/** Reading a question costs a fifth of a millisecond: done once for each stored one, until one of them changes. */
async function readCandidates(queryable: Queryable, version: string): Promise<readonly Candidate[]> {
  const known = read.get(queryable);
  if (known?.version === version) return known.candidates;
  const answers = await readAllApproved(queryable);
  const candidates = answers.map((answer) => ({ answer, questions: answer.questions.map(comparable) }));
  read.set(queryable, { version, candidates });
  return candidates;
}
