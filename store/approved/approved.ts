import type { IsoDate } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { requireAdmin } from '../access/accounts.ts';
import { asAccount, type Identity } from '../access/identity.ts';
import type { Database, Queryable } from '../database.ts';
import { approvedTexts as texts } from './texts.ts';

/** What an approved answer rests on, as it stood when it was cited. */
export type ApprovedSource = {
  readonly directiveId: number;
  /** As it was called. */
  readonly document: string;
  /** Empty for a document without provisions. */
  readonly path: readonly string[];
  /** Verbatim. */
  readonly quote: string;
  /** Of the provision's words, whole. */
  readonly hash: string;
  /** What changed it already, so that what comes later is told apart. */
  readonly changes: readonly string[];
};

export type ApprovedState = 'proposed' | 'approved' | 'withdrawn';

/** An answer that staff wrote. */
export type ApprovedAnswer = {
  readonly id: number;
  /** The ways in which it is asked; the first is its title. */
  readonly questions: readonly string[];
  readonly words: string;
  readonly sources: readonly ApprovedSource[];
  readonly state: ApprovedState;
  /** The last day on which it is given. */
  readonly expires: IsoDate;
  readonly proposedBy: string;
  readonly approval: { readonly by: string; readonly title: string | null; readonly at: Date } | null;
};

/** What staff write of one. */
export type ApprovedDraft = Pick<ApprovedAnswer, 'questions' | 'words' | 'sources' | 'expires'>;

/** Stores one to be approved. For admins and staff of units (`bad_input` for others). Gives its number. */
export async function proposeAnswer(
  database: Database,
  identity: Identity,
  draft: ApprovedDraft,
): Promise<number> {
  check(draft);
  return asAccount(database, identity, async (tx) => {
    const [may] = await tx.query<{ may: boolean }>(
      'select app_is_admin() or cardinality(app_units()) > 0 as may',
    );
    if (may?.may !== true) throw new KnownError('bad_input', texts.onlyOffice);
    const [row] = await tx.query<{ id: number }>(
      'insert into approved_answers (questions, words, citations, expires) values ($1, $2, $3::json, $4) returning id',
      [draft.questions, draft.words, JSON.stringify(draft.sources), draft.expires],
    );
    if (row === undefined) throw new Error('proposeAnswer: the insert gave no row');
    return row.id;
  });
}

/** Changes one; what was approved has to be approved again. For admins (`bad_input` for others). `not_found` for one that is not there. */
export async function changeAnswer(
  database: Database,
  identity: Identity,
  id: number,
  change: Partial<ApprovedDraft>,
): Promise<ApprovedAnswer> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    const before = await readOne(tx, id);
    const { questions, words, sources, expires } = { ...before, ...change };
    check({ questions, words, sources, expires });
    await tx.query(
      'update approved_answers set questions = $2, words = $3, citations = $4::json, expires = $5 where id = $1',
      [id, questions, words, JSON.stringify(sources), expires],
    );
    return readOne(tx, id);
  });
}

/**
 * Approves one or takes it back. For admins (`bad_input` for others); `not_found` for one that is not there.
 * @param title the approver's post, as it is shown beside the name
 */
export async function decideAnswer(
  database: Database,
  identity: Identity,
  id: number,
  state: 'approved' | 'withdrawn',
  title: string | null = null,
): Promise<ApprovedAnswer> {
  return asAccount(database, identity, async (tx) => {
    await requireAdmin(tx);
    await readOne(tx, id);
    await tx.query(
      'update approved_answers set state = $2, approved_title = coalesce($3, approved_title) where id = $1',
      [id, state, title],
    );
    return readOne(tx, id);
  });
}

/** One that the identity may see; `not_found` for another. */
export async function readApproved(
  database: Database,
  identity: Identity,
  id: number,
): Promise<ApprovedAnswer> {
  return asAccount(database, identity, (tx) => readOne(tx, id));
}

/** All that the identity may see, the newest first: of proposals an admin sees all, others their own. */
export async function listApproved(
  database: Database,
  identity: Identity,
): Promise<readonly ApprovedAnswer[]> {
  return asAccount(database, identity, async (tx) => {
    const rows = await tx.query<AnswerRow>(`${SELECT} order by id desc`);
    return rows.map(answer);
  });
}

/** All that are approved. */
export async function readAllApproved(queryable: Queryable): Promise<readonly ApprovedAnswer[]> {
  const rows = await queryable.query<AnswerRow>(`${SELECT} where state = 'approved' order by id`);
  return rows.map(answer);
}

export const APPROVED_VERSION = `select count(*)::text || ' ' || coalesce(max(changed_at)::text, '') as version
  from approved_answers where state = 'approved'`;

/** Another word whenever what `readAllApproved` gives may be another. */
export async function approvedVersion(queryable: Queryable): Promise<string> {
  const [row] = await queryable.query<{ version: string }>(APPROVED_VERSION);
  return row?.version ?? '';
}

function check({ questions, words, sources, expires }: ApprovedDraft): void {
  if (questions.length === 0 || questions.some((one) => one.trim() === '' || one.length > 500)) {
    throw new KnownError('bad_input', texts.badQuestions);
  }
  if (questions.length > 20) throw new KnownError('bad_input', texts.tooManyQuestions);
  if (words.trim() === '' || words.length > 4_000) throw new KnownError('bad_input', texts.badWords);
  if (sources.length === 0) throw new KnownError('bad_input', texts.noSources);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires)) throw new KnownError('bad_input', texts.badExpiry);
}

async function readOne(tx: Queryable, id: number): Promise<ApprovedAnswer> {
  const [row] = await tx.query<AnswerRow>(`${SELECT} where id = $1`, [id]);
  if (row === undefined) throw new KnownError('not_found', texts.unknown(id));
  return answer(row);
}

const SELECT = `select id, questions, words, citations, state, expires, proposed_name, approved_name, approved_title, approved_at
  from approved_answers`;

type AnswerRow = {
  readonly id: number;
  readonly questions: readonly string[];
  readonly words: string;
  readonly citations: readonly ApprovedSource[];
  readonly state: ApprovedState;
  readonly expires: IsoDate;
  readonly proposed_name: string;
  readonly approved_name: string | null;
  readonly approved_title: string | null;
  readonly approved_at: Date | null;
};

function answer(row: AnswerRow): ApprovedAnswer {
  const { approved_name: by, approved_at: at } = row;
  return {
    id: row.id,
    questions: row.questions,
    words: row.words,
    sources: row.citations,
    state: row.state,
    expires: row.expires,
    proposedBy: row.proposed_name,
    approval: by === null || at === null ? null : { by, title: row.approved_title, at },
  };
}
