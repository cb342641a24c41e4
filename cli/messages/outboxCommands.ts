import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts as common } from '../texts.ts';
import { outboxCommand, replayCommand } from './outbox.ts';
import { outboxTexts as texts } from './outboxTexts.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands about messages that wait or did not arrive. */
export function addOutboxCommands(program: Command, io: Io, run: Run): void {
  const outbox = program.command('outbox').description(texts.command);
  withCommon(outbox.command('show', { isDefault: true }).description(texts.show))
    .option(...texts.state)
    .action((options: CommonOptions & { readonly state?: readonly string[] }) =>
      run(options, () => outboxCommand(io, options)),
    );
  withCommon(outbox.command('replay').description(texts.replay))
    .argument(texts.argument)
    .option('--all', texts.all)
    .action((id: string | undefined, options: CommonOptions & { readonly all?: boolean }) =>
      run(options, () => replayCommand(io, id, options)),
    );
}

const withCommon = (command: Command): Command =>
  command.option('--json', common.options.json).option(...common.options.db);
