import { asAccount, type Identity } from '../access/identity.ts';
import type { Database } from '../database.ts';

/** Uploads of a channel whose sender has not been told of their end, the newest first. For admins. */
export async function listUntold(
  database: Database,
  identity: Identity,
  channel: string,
  most: number,
): Promise<readonly number[]> {
  return asAccount(database, identity, async (tx) => {
    const rows = await tx.query<{ id: number }>(
      `select id from uploads where channel = $1 and origin->>'told' = 'false' order by id desc limit $2`,
      [channel, most],
    );
    return rows.map(({ id }) => id);
  });
}
