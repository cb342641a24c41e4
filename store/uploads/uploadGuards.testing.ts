import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** What nobody but an admin may do with uploads: see `store/access/guards.test.ts`. */
export const UPLOAD_GUARDS = [
  { policy: 'files_select', who: 'staffOfProvince', attempt: 'select 1 from files' },
  { policy: 'files_insert', who: 'an', attempt: `insert into files (hash, bytes) values ('y', '\\x00')` },
  {
    policy: 'files_delete',
    behind: 'files_select',
    who: 'an',
    attempt: `delete from files where hash = 'x' returning 1`,
  },
  { policy: 'uploads_select', who: 'staffOfProvince', attempt: 'select 1 from uploads' },
  {
    policy: 'uploads_insert',
    who: 'an',
    attempt: `insert into uploads (hash, file_name, size, channel) values ('y', 'y', 1, 'web')`,
  },
  {
    policy: 'uploads_update',
    behind: 'uploads_select',
    who: 'staffOfWard',
    attempt: `update uploads set stage = 'done' where hash = 'x' returning 1`,
  },
  { policy: 'drafts_select', who: 'an', attempt: 'select 1 from drafts' },
  {
    policy: 'drafts_insert',
    who: 'an',
    attempt: `insert into drafts (upload, part, file_name, hash, parsed) values (1, 7, 'y', 'y', '{}')`,
  },
  {
    policy: 'drafts_update',
    behind: 'drafts_select',
    who: 'staffOfProvince',
    attempt: `update drafts set corrections = '{"number": "1"}' where hash = 'x' returning 1`,
  },
  { policy: 'document_log_select', who: 'staffOfProvince', attempt: 'select 1 from document_log' },
  {
    policy: 'document_log_insert',
    who: 'an',
    attempt: `insert into document_log (channel, action, document) values ('web', 'published', 'x')`,
  },
] as const;

/** One row in each table. */
export async function fillUploads(database: Database): Promise<void> {
  await asAccount(database, OPERATOR, async (tx) => {
    await tx.query(`insert into files (hash, bytes) values ('x', '\\x00')`);
    await tx.query(`insert into uploads (hash, file_name, size, channel) values ('x', 'x', 1, 'web')`);
    await tx.query(
      `insert into drafts (upload, part, file_name, hash, parsed) values (1, 0, 'x', 'x', '{}')`,
    );
    await tx.query(`insert into document_log (channel, action, document) values ('web', 'uploaded', 'x')`);
  });
}
