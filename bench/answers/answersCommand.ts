import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import type { Database } from '../../store/database.ts';
import { openDatabase } from '../../store/open.ts';
import { readArticleLibrary } from './articles.ts';
import { casesOf } from './cases.ts';
import { measureHostile } from './hostile.ts';
import { readKeys } from './keys.ts';
import { type AnswerFigures, measureCases } from './measure.ts';
import { type Library, readFolderLibrary, readSampleLibrary } from './provisions.ts';
import { measureSpeed } from './speed.ts';

const BESIDE = path.resolve(import.meta.dirname, '..', '..', '..', 'shared', 'corpora');

/** The day for which every sentence is checked. */
const TODAY = '2026-11-22';

/** Batches over articles of the code of laws: name and file. */
const OVER_ARTICLES = [
  ['fourth batch', 'fourth.txt'],
  ['fifth batch', 'fifth.txt'],
  ['sixth batch', 'sixth.txt'],
  ['seventh batch', 'seventh.txt'],
  ['eighth batch', 'eighth.txt'],
  ['eleventh batch', 'eleventh.txt'],
  ['thirteenth batch', 'thirteenth.txt'],
] as const;

/** Batches over decrees, and over decrees and articles together. */
const OVER_DECREES = [
  ['real decrees', 'decrees.txt'],
  ['ninth batch', 'ninth.txt'],
] as const;
const OVER_BOTH = [
  ['tenth batch', 'tenth.txt'],
  ['twelfth batch', 'twelfth.txt'],
  ['fourteenth batch', 'fourteenth.txt'],
] as const;

/** Batches over sample directives, decrees and articles, written by people who had not seen the checks. */
const WRITTEN_BLIND = [
  ['sixteenth batch', 'sixteenth.txt'],
  ['seventeenth batch', 'seventeenth.txt'],
  ['eighteenth batch', 'eighteenth.txt'],
  ['nineteenth batch', 'nineteenth.txt'],
] as const;

type Options = {
  readonly each?: boolean;
  readonly corpora: string;
  readonly json?: boolean;
  readonly hostile?: string | true;
  readonly speed?: true;
};

/** `answers`: how many planted faults the checks catch, and how many true sentences they drop. */
export function answersCommand(): Command {
  return new Command('answers')
    .description('how many planted faults the checks of answers catch, and how many true sentences they drop')
    .option('--each', 'a line for every mistake')
    .option(
      '--corpora <folder>',
      'the folder of real documents: sentences on decrees and articles too',
      BESIDE,
    )
    .option('--json', 'one JSON value')
    .option(
      '--hostile [conversations]',
      'instead: what hostile models learn of people and mislead them in (1000)',
    )
    .option('--speed', 'instead: how soon the first sentence is shown, and the quoted answer without a model')
    .action(async (options: Options) => {
      if (options.speed === true) {
        return console.log(JSON.stringify(await onEmptyDatabase((database) => measureSpeed(database))));
      }
      if (options.hostile !== undefined) {
        const conversations = options.hostile === true ? 1000 : Number(options.hostile);
        if (!Number.isInteger(conversations) || conversations < 1) {
          throw new Error('--hostile takes a whole number');
        }
        const measure = (database: Database) => measureHostile(database, conversations);
        return console.log(JSON.stringify(await onEmptyDatabase(measure)));
      }
      const figures = await measureAnswers(
        options.corpora,
        options.each === true ? (line) => console.error(line) : () => {},
      );
      if (options.json === true) return console.log(JSON.stringify(figures));
      for (const { set, kinds, ...rest } of figures) {
        console.log(set, rest);
        console.table(kinds);
      }
    });
}

/**
 * The thresholds were tuned on the first set. Each of the others was measured once before its mistakes were read (caught of faults,
 * dropped of true: decrees 96/106 and 9/40, second 177/181 and 7/86, third 95/102 and 2/44, fourth 110/138 and 5/70, fifth 98/122 and
 * 9/63, sixth 76/91 and 4/46, seventh 55/61 and 4/25, eighth 89/110 and 2/57, ninth 90/113 and 8/47, tenth 87/104 and 9/50, eleventh
 * 56/76 and 8/39, twelfth 74/82 and 1/40, thirteenth 58/62 and 4/30, fourteenth 50/58 and 4/28; written blind: sixteenth 285/310 and
 * 17/168, seventeenth 211/223 and 9/137, eighteenth 222/230 and 13/138, nineteenth 310/320 and 6/158); what they showed has been mended
 * since. From the twelfth on, the provision that comes nearest was offered besides the one cited, as it now is for all. Of the blind
 * ones, sentences on what is not yet in force on the day have been struck out: to be let through, they would have to say so.
 */
async function measureAnswers(
  corpora: string,
  say: (line: string) => void,
): Promise<readonly AnswerFigures[]> {
  const samples = await readSampleLibrary();
  const measure = async (set: string, file: string, library: Library, heard: (line: string) => void) =>
    measureCases(set, casesOf(await readKeys(file), library, TODAY), TODAY, heard);
  const figures = [await measure('tuning', 'samples.txt', samples, say)];
  if (corpora === undefined) {
    console.error('The sentences on real decrees are left out: --corpora names no folder with decrees-2026.');
  } else {
    const decrees = await readFolderLibrary(path.join(corpora, 'decrees-2026'));
    for (const [set, file] of OVER_DECREES) figures.push(await measure(set, file, decrees, say));
    for (const [set, file] of [...OVER_ARTICLES, ...OVER_BOTH, ...WRITTEN_BLIND]) {
      const groups = await readKeys(file);
      const articles = await readArticleLibrary(path.join(corpora, 'phap-dien', 'articles.jsonl.gz'), groups);
      const library = new Map([...samples, ...decrees, ...articles]);
      figures.push(measureCases(set, casesOf(groups, library, TODAY), TODAY, say));
    }
  }
  return [
    ...figures,
    await measure('second batch', 'second.txt', samples, say),
    await measure('third batch', 'third.txt', samples, say),
  ];
}

async function onEmptyDatabase<T>(measure: (database: Database) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-answers-'));
  const database = await openDatabase({ engine: 'pglite', folder: path.join(folder, 'db') });
  try {
    return await measure(database);
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}
