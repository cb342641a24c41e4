import { Command } from 'commander';
import { type Case, casesOf } from './cases.ts';
import { readKeys } from './keys.ts';
import { type AnswerFigures, measureCases } from './measure.ts';
import { readSampleLibrary } from './provisions.ts';

/** The day for which every sentence is checked. */
const TODAY = '2026-11-22';

/** `answers`: how many planted faults the checks catch, and how many true sentences they drop. */
export function answersCommand(): Command {
  return new Command('answers')
    .description('how many planted faults the checks of answers catch, and how many true sentences they drop')
    .option('--each', 'a line for every mistake in the half that may be tuned on')
    .option('--json', 'one JSON value')
    .action(async (options: { readonly each?: boolean; readonly json?: boolean }) => {
      const figures = await measureAnswers(options.each === true ? (line) => console.error(line) : () => {});
      if (options.json === true) return console.log(JSON.stringify(figures));
      for (const { set, kinds, ...rest } of figures) {
        console.log(set, rest);
        console.table(kinds);
      }
    });
}

async function measureAnswers(say: (line: string) => void): Promise<readonly AnswerFigures[]> {
  const cases = casesOf(await readKeys('samples.txt'), await readSampleLibrary(), TODAY);
  const inTuning = (_: Case) => true;
  return [
    measureCases('tuning', cases.filter(inTuning), TODAY, say),
    measureCases(
      'held out',
      cases.filter((one) => !inTuning(one)),
      TODAY,
      () => {},
    ),
  ];
}
