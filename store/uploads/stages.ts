import type { UploadStage } from '../../domain/upload.ts';
import { asAccount, OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** How many uploads are at each stage; a stage without any is left out. Nothing is told of what they are. */
export async function countStages(
  database: Database,
): Promise<readonly { readonly stage: UploadStage; readonly uploads: number }[]> {
  return asAccount(database, OPERATOR, (tx) =>
    tx.query<{ stage: UploadStage; uploads: number }>(
      'select stage, count(*) as uploads from uploads group by stage order by stage',
    ),
  );
}
