import { Command } from 'commander';
import { KnownError } from '../errors.ts';
import { answersCommand } from './answers/answersCommand.ts';
import { documentsCommand } from './documents/documentsCommand.ts';
import { measureGaps } from './gaps/gaps.ts';
import { measureRecords } from './gaps/records.ts';
import { measureTargetsAndStatistics } from './gaps/targets.ts';
import { measureConfidence } from './golden/confidence.ts';
import { reliabilityCommand } from './reliability/reliabilityCommand.ts';
import { fitCommand } from './retrieval/fit/fitCommand.ts';
import { retrievalCommand } from './retrieval/retrievalCommand.ts';

const program = new Command('bench').description('Figures of the product on real questions');

program.addCommand(retrievalCommand());
program.addCommand(fitCommand());
program.addCommand(documentsCommand());
program.addCommand(reliabilityCommand());
program.addCommand(answersCommand());

program
  .command('confidence')
  .description('how often the golden questions over the samples are answered rightly, wrongly, or refused')
  .option('--each', 'a line for every question that may be tuned on')
  .option('--others <file>', 'questions of other fields, JSON [{question}]: none of them should be quoted')
  .option('--json', 'one JSON value')
  .action(async (options: { readonly each?: boolean; readonly others?: string; readonly json?: boolean }) => {
    const figures = await measureConfidence(
      options.each === true ? (line) => console.error(line) : () => {},
      options.others ?? null,
    );
    console.log(options.json === true ? JSON.stringify(figures) : figures);
  });

program
  .command('gaps')
  .description('how fast people are judged by 20 requirements, from 1,000 people to a capital')
  .option('--json', 'one JSON value')
  .action((options: { readonly json?: boolean }) => {
    const figures = measureGaps((line) => console.error(line));
    if (options.json === true) return console.log(JSON.stringify(figures));
    console.table(figures.rows);
    console.log({ requirements: figures.requirements, onePersonMs: figures.onePersonMs });
  });

program
  .command('targets')
  .description(
    "how fast targets, statistics and staff's other counts are, in seconds, from 1,000 people to a capital",
  )
  .option('--json', 'one JSON value')
  .action((options: { readonly json?: boolean }) => {
    const rows = measureTargetsAndStatistics((line) => console.error(line));
    if (options.json === true) console.log(JSON.stringify(rows));
    else console.table(rows);
  });

program
  .command('records')
  .description('how fast records are stored, counted and judged through the database')
  .option('--db <url>', 'a server on which databases may be created; embedded where it is missing')
  .option('--people <number>', 'only this many people', Number)
  .option('--json', 'one JSON value')
  .action(async (options: { readonly db?: string; readonly people?: number; readonly json?: boolean }) => {
    const rows = await measureRecords(options, (line) => console.error(line));
    if (options.json === true) console.log(JSON.stringify(rows));
    else console.table(rows);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof KnownError)) throw error;
  console.error(error.sentence);
  process.exitCode = 1;
}
