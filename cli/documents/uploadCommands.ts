import type { Command } from 'commander';
import type { CommonOptions, ExitCode, Io } from '../io.ts';
import { texts as common } from '../texts.ts';
import {
  diffCommand,
  logCommand,
  type ReviewOptions,
  republishCommand,
  reviewCommand,
  unpublishCommand,
} from './review.ts';
import { uploadCommand } from './upload.ts';
import { type UploadsOptions, uploadsCommand } from './uploads.ts';
import { uploadTexts as texts } from './uploadTexts.ts';

type Run = (options: CommonOptions, work: () => Promise<ExitCode>) => Promise<void>;

/** The commands by which files become documents, and what became of them is looked at. */
export function addUploadCommands(program: Command, io: Io, run: Run): void {
  const { arguments: a, options: o } = texts;
  make(program, 'upload')
    .argument(a.files)
    .option('--publish', o.publish)
    .action((paths: readonly string[], options: CommonOptions & { readonly publish?: boolean }) =>
      run(options, () => uploadCommand(io, paths, options)),
    );
  make(program, 'uploads')
    .option('--all', o.all)
    .option(...o.discardUpload)
    .option(...o.save)
    .action((options: UploadsOptions) => run(options, async () => uploadsCommand(io, options)));
  make(program, 'review')
    .argument(a.draft)
    .option(...o.set)
    .option(...o.approve)
    .option(...o.reject)
    .option(...o.replaces)
    .option('--publish', o.publish)
    .option('--discard', o.discard)
    .option('--save', o.saveDraft)
    .action((id: string, options: ReviewOptions) => run(options, async () => reviewCommand(io, id, options)));
  make(program, 'unpublish')
    .argument(a.document)
    .action((asked: string, options: CommonOptions) =>
      run(options, () => unpublishCommand(io, asked, options)),
    );
  make(program, 'republish')
    .argument(a.document)
    .action((asked: string, options: CommonOptions) =>
      run(options, () => republishCommand(io, asked, options)),
    );
  make(program, 'diff')
    .argument(a.older)
    .argument(a.newer)
    .action((older: string, newer: string | undefined, options: CommonOptions) =>
      run(options, () => diffCommand(io, older, newer, options)),
    );
  make(program, 'log')
    .argument(a.optionalDocument)
    .action((asked: string | undefined, options: CommonOptions) =>
      run(options, () => logCommand(io, asked, options)),
    );
}

function make(program: Command, name: keyof typeof texts.commands): Command {
  return program
    .command(name)
    .description(texts.commands[name])
    .option('--json', common.options.json)
    .option(...common.options.db);
}
