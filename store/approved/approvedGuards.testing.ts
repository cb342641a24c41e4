import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** What nobody but an admin may do with approved answers, and nobody but staff may propose: see `store/access/guards.test.ts`. */
export const APPROVED_GUARDS = [
  {
    policy: 'approved_answers_select',
    who: 'staffOfProvince',
    attempt: `select 1 from approved_answers where words = 'x'`,
  },
  {
    policy: 'approved_answers_insert',
    who: 'an',
    attempt: `insert into approved_answers (questions, words, citations, expires) values ('{y}', 'y', '[]', '2030-01-01')`,
  },
  {
    policy: 'approved_answers_update',
    behind: 'approved_answers_select',
    who: 'staffOfProvince',
    attempt: `update approved_answers set state = 'approved' where words = 'x' returning 1`,
  },
] as const;

/** One that is proposed. */
export async function fillApproved(database: Database): Promise<void> {
  await asAccount(database, OPERATOR, (tx) =>
    tx.query(
      `insert into approved_answers (questions, words, citations, expires)
       values ('{x}', 'x', '[{"directiveId": 1}]', '2030-01-01')`,
    ),
  );
}
