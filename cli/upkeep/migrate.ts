import { migrationState } from '../../store/open.ts';
import { type CommonOptions, type ExitCode, type Io, withDatabase } from '../io.ts';
import { peopleTexts as texts } from '../people/peopleTexts.ts';

/** `migrate`: brings the tables up to this version, with the account that owns them; the server then runs under another. */
export async function migrateCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  const { applied } = await withDatabase(io, options, migrationState);
  const names = applied;
  io.out(options.json === true ? JSON.stringify({ applied: names }) : texts.migrated(names));
  return 0;
}
