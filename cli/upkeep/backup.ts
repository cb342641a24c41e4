import { stat } from 'node:fs/promises';
import type { BackupContent } from '../../store/backup/readBackup.ts';
import { restoreBackup } from '../../store/backup/restoreBackup.ts';
import { writeBackup } from '../../store/backup/writeBackup.ts';
import { readMigrations } from '../../store/migrate.ts';
import { openDatabase, openForRestore } from '../../store/open.ts';
import { type CommonOptions, type ExitCode, type Io, locate } from '../io.ts';
import { backupTexts as texts } from './backupTexts.ts';

/** `backup`: everything into one new file. The schema is left at the step where it is: one backs up before an upgrade. */
export async function backupCommand(io: Io, file: string, options: CommonOptions): Promise<ExitCode> {
  const { backupKey } = io.config();
  const database = await openDatabase(locate(io, options), { create: false });
  try {
    const content = await writeBackup(database, file, backupKey, new Date());
    const { size } = await stat(file);
    if (options.json === true) {
      io.out(JSON.stringify({ ...report(file, content), bytes: size, encrypted: backupKey !== null }));
    } else {
      io.out(texts.written(file, content, size, backupKey !== null));
      io.say(backupKey === null ? texts.unencrypted : texts.keepKey);
    }
    return 0;
  } finally {
    await database.close();
  }
}

/** `restore`: what a backup holds into an empty database. */
export async function restoreCommand(io: Io, file: string, options: CommonOptions): Promise<ExitCode> {
  const { backupKey } = io.config();
  const migrations = await readMigrations();
  const database = await openForRestore(locate(io, options));
  try {
    const restored = await restoreBackup(database, migrations, file, backupKey);
    if (options.json === true) {
      io.out(JSON.stringify({ ...report(file, restored), ungranted: restored.ungranted }));
    } else {
      io.out(texts.restored(file, restored));
      for (const login of restored.ungranted) io.say(texts.grant(login));
    }
    return 0;
  } finally {
    await database.close();
  }
}

function report(file: string, { at, tables }: BackupContent): object {
  return { file, at, tables: tables.map(({ name, rows, digest }) => ({ name, rows, digest })) };
}
