import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { positiveInteger } from '../options.ts';
import { texts as common } from '../texts.ts';
import { modelLedgerCommand, modelTestCommand } from './model.ts';
import { modelTexts as texts } from './modelTexts.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands about the language model. */
export function addModelCommands(program: Command, io: Io, run: Run): void {
  const model = program.command('model').description(texts.commands.model);
  const make = (name: 'test' | 'ledger') =>
    model
      .command(name)
      .description(texts.commands[name])
      .option('--json', common.options.json)
      .option(...common.options.db);
  make('test').action((options: CommonOptions) => run(options, () => modelTestCommand(io, options)));
  make('ledger')
    .option(...texts.options.count, positiveInteger, 20)
    .action((options: CommonOptions & { readonly count: number }) =>
      run(options, () => modelLedgerCommand(io, options)),
    );
}
