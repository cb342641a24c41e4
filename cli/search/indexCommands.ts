import type { Command } from 'commander';
import { removeCommand } from '../documents/remove.ts';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts as common } from '../texts.ts';
import { indexTexts as texts } from './indexTexts.ts';
import { reindexCommand } from './reindex.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands that remove documents and look after the index. */
export function addIndexCommands(program: Command, io: Io, run: Run): void {
  make(program, 'remove', texts.commands.remove)
    .argument(texts.arguments.document)
    .option(...texts.options.yes)
    .action((asked: string, options: CommonOptions & { readonly yes?: boolean }) =>
      run(options, () => removeCommand(io, asked, options)),
    );
  make(program, 'reindex', texts.commands.reindex)
    .option(...texts.options.all)
    .action((options: CommonOptions & { readonly all?: boolean }) =>
      run(options, () => reindexCommand(io, options)),
    );
}

function make(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', common.options.json)
    .option(...common.options.db);
}
