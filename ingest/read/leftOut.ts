import { WARNINGS } from '../texts.ts';

/** What a reader saw and did not take into the text, or took though it may not show; counted as it goes by. */
export type LeftOut = {
  hiddenRuns: number;
  /** White letters with nothing behind them. */
  whiteRuns: number;
  /** White letters on a ground that is not known to be white: they are kept. */
  doubtfulWhiteRuns: number;
  revisions: number;
  comments: number;
  notes: number;
  /** Codes of fields, whose results are text. */
  fields: number;
  /** Parts that came in from other files. */
  embedded: number;
};

export function nothingLeftOut(): LeftOut {
  return {
    ...{ hiddenRuns: 0, whiteRuns: 0, doubtfulWhiteRuns: 0 },
    ...{ revisions: 0, comments: 0, notes: 0, fields: 0, embedded: 0 },
  };
}

/** Vietnamese sentences for the admin. */
export function leftOutWarnings(found: LeftOut): readonly string[] {
  const told: readonly (readonly [number, (count: number) => string])[] = [
    [found.hiddenRuns, WARNINGS.hiddenInWord],
    [found.whiteRuns, WARNINGS.whiteLeftOut],
    [found.doubtfulWhiteRuns, WARNINGS.whiteInWord],
    [found.revisions, WARNINGS.openRevisions],
    [found.comments, () => WARNINGS.commentsLeftOut],
    [found.notes, WARNINGS.notesLeftOut],
    [found.fields, WARNINGS.fieldsLeftOut],
    [found.embedded, () => WARNINGS.embeddedLeftOut],
  ];
  return told.flatMap(([count, sentence]) => (count > 0 ? [sentence(count)] : []));
}
