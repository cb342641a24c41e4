import { backupAltered, backupNotRead } from './backupTexts.ts';
import { createDigest } from './digest.ts';
import { type BackupHead, type BackupRecord, type BackupRow, unpackRecords } from './records.ts';

/** What a backup holds. */
export type BackupContent = BackupHead & {
  readonly tables: readonly {
    readonly name: string;
    readonly columns: readonly string[];
    readonly rows: number;
    /** Equal for equal rows, whatever their order. */
    readonly digest: string;
  }[];
};

/** Called with what stands in a backup, in its order. */
export type BackupReader = {
  readonly table?: (name: string, columns: readonly string[]) => Promise<void>;
  readonly row?: (row: BackupRow) => Promise<void> | undefined;
  readonly tableEnd?: () => Promise<void>;
};

/**
 * Reads a backup to its end and says what it holds. Throws `file_missing`, `file_unreadable` (no backup, altered, cut off, wrong
 * key) or `bad_config` (a key is missing or not fitting): what `reader` was told until then must not stay.
 */
export async function checkBackup(
  file: string,
  key: string | null,
  reader: BackupReader = {},
): Promise<BackupContent> {
  const records = unpackRecords(file, key);
  const altered = () => backupAltered(file, false);
  const next = async (): Promise<BackupRecord> => {
    const { done, value } = await records.next().catch((error: unknown) => {
      const system = error instanceof Error && 'syscall' in error;
      throw system ? backupNotRead(file, error) : error;
    });
    if (done === true) throw altered();
    return value;
  };
  const head = await next();
  if (Array.isArray(head) || head.kind !== 'head') throw altered();
  const tables: BackupContent['tables'][number][] = [];
  for (;;) {
    const opening = await next();
    if (Array.isArray(opening) || (opening.kind !== 'table' && opening.kind !== 'end')) throw altered();
    if (opening.kind === 'end') {
      if (opening.tables !== tables.length || (await records.next()).done !== true) throw altered();
      return { ...head, tables };
    }
    const { name, columns } = opening;
    await reader.table?.(name, columns);
    const digest = createDigest();
    let record = await next();
    for (; Array.isArray(record); record = await next()) {
      if (record.length !== columns.length) throw altered();
      digest.add(record);
      await reader.row?.(record);
    }
    if (record.kind !== 'tableEnd') throw altered();
    if (record.rows !== digest.rows() || record.digest !== digest.value()) throw altered();
    await reader.tableEnd?.();
    tables.push({ name, columns, rows: record.rows, digest: record.digest });
  }
}
