import { asAccount, type Identity } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** How a question was answered. `unsure`: something was found that may not fit. */
export type AskedOutcome = 'answered' | 'unsure' | 'not_found';

/** Where an answer pointed to. */
export type GivenSource = { readonly directiveId: number; readonly path: readonly string[] };

/** Why an answer was called bad. */
export const VOTE_REASONS = ['wrong_source', 'off_topic', 'outdated', 'unclear', 'other'] as const;
export type VoteReason = (typeof VOTE_REASONS)[number];

/** A question that was answered badly or not at all, and how often. Nobody's in particular. */
export type AskedQuestion = {
  readonly id: number;
  readonly key: string;
  readonly asked: number;
  readonly notFound: number;
  readonly unsure: number;
  readonly good: number;
  readonly bad: number;
  readonly reasons: readonly VoteReason[];
  /** What people wrote, the latest first. */
  readonly words: readonly string[];
  readonly lastAt: Date;
};

/** Counts a question and keeps what was answered; gives the answer's number. `key` names nobody: see `answer/approved/asked.ts`. */
export async function storeAsked(
  database: Database,
  key: string,
  outcome: AskedOutcome,
  sources: readonly GivenSource[],
): Promise<number> {
  const named = sources.map(({ directiveId, path }) => `${directiveId} ${path.join('/')}`).toSorted();
  const [row] = await database.query<{ id: number }>('select app_note_question($1, $2, $3, $4) as id', [
    key,
    outcome,
    named.join('\n'),
    JSON.stringify(sources),
  ]);
  if (row === undefined) throw new Error('storeAsked: no number was given');
  return row.id;
}

export type Vote = {
  readonly good: boolean;
  readonly reason: VoteReason | null;
  /** Without names and numbers of people. */
  readonly words: string | null;
};

/** Stores what somebody thinks of an answer, in the place of what they thought before. False: there is no such answer. */
export async function storeVote(
  database: Database,
  answer: number,
  voter: string,
  { good, reason, words }: Vote,
): Promise<boolean> {
  const [row] = await database.query<{ stored: boolean }>('select app_vote($1, $2, $3, $4, $5) as stored', [
    answer,
    voter,
    good,
    reason,
    words,
  ]);
  return row?.stored === true;
}

/** How many people call an answer to this question bad. `key` as it was stored. */
export async function countBadVotes(database: Database, key: string): Promise<number> {
  const [row] = await database.query<{ bad: number }>('select app_bad_votes($1) as bad', [key]);
  return row?.bad ?? 0;
}

/** What still wants an answer, of the last 180 days; for admins and staff, nothing for others. */
export async function listAsked(
  database: Database,
  identity: Identity,
  { limit, order }: { readonly limit: number; readonly order: 'newest' | 'most' },
): Promise<readonly AskedQuestion[]> {
  return asAccount(database, identity, async (tx) => {
    const rows = await tx.query<AskedRow>('select * from app_list_asked($1, $2)', [
      limit,
      order === 'newest',
    ]);
    return rows.map(({ not_found: notFound, last_at: lastAt, ...row }) => ({ ...row, notFound, lastAt }));
  });
}

/** The question to which an answer was given, and its sources; `null` for one that is not there or not for this account. */
export async function readGiven(
  database: Database,
  identity: Identity,
  answer: number,
): Promise<{
  readonly question: number;
  readonly key: string;
  readonly sources: readonly GivenSource[];
} | null> {
  return asAccount(database, identity, async (tx) => {
    const [row] = await tx.query<{ question: number; key: string; citations: readonly GivenSource[] }>(
      'select * from app_given_answer($1)',
      [answer],
    );
    return row === undefined ? null : { question: row.question, key: row.key, sources: row.citations };
  });
}

/** One question of the list; `null` for one that is not there or not for this account. */
export async function readAsked(
  database: Database,
  identity: Identity,
  id: number,
): Promise<{ readonly id: number; readonly key: string } | null> {
  return asAccount(database, identity, async (tx) => {
    const [row] = await tx.query<{ id: number; key: string }>('select * from app_asked_question($1)', [id]);
    return row ?? null;
  });
}

/** Takes a question off the list until it fails again. Only admins may; false: nothing was done. */
export async function closeAsked(database: Database, identity: Identity, id: number): Promise<boolean> {
  return asAccount(database, identity, async (tx) => {
    const [row] = await tx.query<{ closed: boolean }>('select app_close_asked($1) as closed', [id]);
    return row?.closed === true;
  });
}

type AskedRow = {
  readonly id: number;
  readonly key: string;
  readonly asked: number;
  readonly not_found: number;
  readonly unsure: number;
  readonly good: number;
  readonly bad: number;
  readonly reasons: readonly VoteReason[];
  readonly words: readonly string[];
  readonly last_at: Date;
};
