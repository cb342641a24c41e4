import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts as common } from '../texts.ts';
import { type ApprovedOptions, approvedCommand, unansweredCommand } from './approved.ts';
import { approvedTexts as texts } from './approvedTexts.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands of answers that staff approve, and of questions that want one. */
export function addApprovedCommands(program: Command, io: Io, run: Run): void {
  const { arguments: a, options: o } = texts;
  make(program, 'approved')
    .argument(a.id)
    .option(...o.question)
    .option(...o.words)
    .option(...o.source)
    .option(...o.expires)
    .option('--recite', o.recite)
    .option(...o.approve)
    .option('--withdraw', o.withdraw)
    .action((id: string | undefined, options: ApprovedOptions) =>
      run(options, async () => approvedCommand(io, id, options)),
    );
  make(program, 'unanswered')
    .option('--newest', o.newest)
    .option(...o.close)
    .action((options: CommonOptions & { readonly newest?: boolean; readonly close?: string }) =>
      run(options, () => unansweredCommand(io, options)),
    );
}

function make(program: Command, name: keyof typeof texts.commands): Command {
  return program
    .command(name)
    .description(texts.commands[name])
    .option('--json', common.options.json)
    .option(...common.options.db);
}
