import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts as common } from '../texts.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { backupTexts as texts } from './backupTexts.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands that save everything to a file and bring it back. */
export function addBackupCommands(program: Command, io: Io, run: Run): void {
  make(program, 'backup').action((file: string, options: CommonOptions) =>
    run(options, () => backupCommand(io, file, options)),
  );
  make(program, 'restore').action((file: string, options: CommonOptions) =>
    run(options, () => restoreCommand(io, file, options)),
  );
}

function make(program: Command, name: keyof typeof texts.commands): Command {
  return program
    .command(name)
    .description(texts.commands[name])
    .argument(texts.argument)
    .option('--json', common.options.json)
    .option(...common.options.db);
}
