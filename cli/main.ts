import { Command, CommanderError } from 'commander';
import { loadDotEnv } from '../config.ts';
import { addApprovedCommands } from './answers/approvedCommands.ts';
import { addModelCommands } from './answers/modelCommands.ts';
import { documentsCommand } from './documents/documents.ts';
import { ingestCommand, sampleCommand } from './documents/ingest.ts';
import { readCommand } from './documents/read.ts';
import { addUploadCommands } from './documents/uploadCommands.ts';
import { type CommonOptions, type ExitCode, processIo, tellFailure } from './io.ts';
import { addOutboxCommands } from './messages/outboxCommands.ts';
import { positiveInteger } from './options.ts';
import { addPeopleCommands } from './people/peopleCommands.ts';
import { askCommand } from './search/ask.ts';
import { chatCommand } from './search/chat.ts';
import { embedCommand } from './search/embed.ts';
import { addIndexCommands } from './search/indexCommands.ts';
import { searchCommand } from './search/search.ts';
import { texts } from './texts.ts';
import { addBackupCommands } from './upkeep/backupCommands.ts';
import { doctorCommand } from './upkeep/doctor.ts';

const io = processIo;
const program = new Command('cli')
  .description(texts.product)
  .showHelpAfterError(texts.helpAfterError)
  .exitOverride();

command('sample').action((options) => run(options, () => sampleCommand(io, options)));

command('ingest')
  .argument(texts.arguments.files, texts.arguments.filesMeaning)
  .action((paths: readonly string[], options: CommonOptions) =>
    run(options, () => ingestCommand(io, paths, options)),
  );

command('documents').action((options) => run(options, () => documentsCommand(io, options)));

command('read', { database: false })
  .argument(texts.arguments.file)
  .action((path: string, options: CommonOptions) => run(options, () => readCommand(io, path, options)));

questionCommand('search')
  .option(...texts.options.count, positiveInteger, 10)
  .option('--explain', texts.options.explain)
  .action((question: string | undefined, options) =>
    run(options, () => searchCommand(io, question, options)),
  );

questionCommand('ask').action((question: string | undefined, options) =>
  run(options, () => askCommand(io, question, options)),
);

command('embed')
  .option('--status', texts.options.status)
  .action((options: CommonOptions & { readonly status?: boolean }) =>
    run(options, () => embedCommand(io, options)),
  );

addIndexCommands(program, io, run);

addUploadCommands(program, io, run);

addPeopleCommands(program, io, run);

addApprovedCommands(program, io, run);

addOutboxCommands(program, io, run);

addBackupCommands(program, io, run);

addModelCommands(program, io, run);

command('chat', { json: false }).action((options) => run(options, () => chatCommand(io, options)));

command('doctor').action((options) => run(options, () => doctorCommand(io, options)));

// `cli documents | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

loadDotEnv();
await program.parseAsync().catch((error: unknown) => {
  if (!(error instanceof CommanderError)) throw error;
  // Commander has said what was wrong; asking for help is no error.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
});

type CommandName = keyof typeof texts.commands;

function command(name: CommandName, takes: { database?: boolean; json?: boolean } = {}): Command {
  const made = program.command(name).description(texts.commands[name]);
  if (takes.json !== false) made.option('--json', texts.options.json);
  if (takes.database !== false) made.option(...texts.options.db);
  return made;
}

function questionCommand(name: CommandName): Command {
  return command(name)
    .argument(texts.arguments.question)
    .option(...texts.options.batch)
    .option(...texts.options.asOf);
}

async function run(options: CommonOptions, work: () => Promise<ExitCode>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = tellFailure(io, options.json === true, error);
  }
}
