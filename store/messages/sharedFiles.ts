import type { Database } from '../database.ts';

/** A file to be handed out to whoever has its link. */
export type StoredFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

/** Keeps a file for that many seconds under the hash of its link's secret; the secret itself is not stored. */
export async function shareFile(
  database: Database,
  tokenHash: string,
  { name, mediaType, bytes }: StoredFile,
  seconds: number,
): Promise<void> {
  await database.query('select app_share_file($1, $2, $3, $4, $5)', [
    tokenHash,
    name,
    mediaType,
    bytes,
    seconds,
  ]);
}

/** The file of a link; `null` when its time is over or there never was one. */
export async function openSharedFile(database: Database, tokenHash: string): Promise<StoredFile | null> {
  const [row] = await database.query<{ name: string; media_type: string; bytes: Uint8Array }>(
    'select name, media_type, bytes from app_open_shared_file($1)',
    [tokenHash],
  );
  return row === undefined ? null : { name: row.name, mediaType: row.media_type, bytes: row.bytes };
}
