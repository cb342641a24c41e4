import { Command, InvalidArgumentError, Option } from 'commander';
import { TYPING_STYLES } from './keystrokes.ts';
import { measureRetrieval, type RetrievalOptions } from './retrieval.ts';
import { retrievalTable } from './retrievalTable.ts';

/** `bench retrieval`: what it takes from the command line, and what it prints. */
export function retrievalCommand(): Command {
  return new Command('retrieval')
    .description('how well, how fast and at what cost the right article is found, beside peers')
    .option('--articles <file>', 'articles.jsonl[.gz], or the laws of ALQAC as JSON')
    .option('--questions <file>', 'questions.jsonl, or the questions of ALQAC as JSON')
    .option('--db <place>', 'server where databases may be created, or a folder for an index that is kept')
    .option('--fold-questions', 'ask without diacritics too')
    .option('--typos', 'ask with one typing error in each question too')
    .addOption(
      new Option('--keystrokes <styles...>', 'ask with the keys left in the text too').choices(TYPING_STYLES),
    )
    .option('--peers', 'SQLite FTS5, PostgreSQL ts_rank_cd, MiniSearch and LangChain on the same')
    .option('--scale <times>', 'measure again with the corpus repeated so often, altered each time', count)
    .option('--limit <articles>', 'about so many articles only', count)
    .option('--repeat <questions>', 'ask so many questions more and tell how memory grew', count)
    .option('--json', 'one JSON value')
    .action(async ({ json, ...options }: RetrievalOptions & Printed) => {
      const figures = await measureRetrieval(options, (line) => console.error(line));
      console.log(json === true ? JSON.stringify(figures) : retrievalTable(figures));
    });
}

type Printed = { readonly json?: boolean };

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}
