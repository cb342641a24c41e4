import type { Context } from 'hono';
import type { Reviewer } from '../../../../ingest/uploads/review.ts';
import type { Uploads } from '../../../../ingest/uploads/uploads.ts';
import { findAccount } from '../../../../store/access/accounts.ts';
import type { Database } from '../../../../store/database.ts';
import type { Sessions } from '../session.ts';

/** What the pages for documents work with. */
export type DocumentDesk = {
  readonly database: Database;
  readonly uploads: Pick<Uploads, 'receive' | 'onStep'>;
  /** Size of a file at most, in bytes. */
  readonly fileBytes: number;
};

/** The admin behind a request; `null` for everybody else, signed in or not. */
export async function adminOf(
  context: Context,
  database: Database,
  sessions: Sessions,
): Promise<Reviewer | null> {
  const sender = await sessions.senderOf(context);
  if (sender === null) return null;
  const account = await findAccount(database, { channel: 'web', key: sender });
  return account?.admin === true ? { accountId: account.id, channel: 'web' } : null;
}
