import { LADDERS, rung } from '../../domain/ladders.ts';
import type { Training } from '../../domain/record.ts';
import type { Attended } from '../../domain/requirement.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';
import { type Day, notAfter } from './dates.ts';
import { finished } from './qualificationFit.ts';
import { both } from './verdict.ts';
import { createWordTest } from './words.ts';

export type TrainingFit = {
  /** How well a class fits, its length left aside. */
  readonly whole: (training: Training) => Status;
  /** A class of the kind that is asked, of a lower level: it tells that there was none of a higher one. */
  readonly isLower: (training: Training) => boolean;
};

/** Whether a class was over on a day and not given up. */
export function isOver(training: Training, asOf: Day): Status {
  if (training.completed === false) return 'missing';
  const end = finished(training);
  if (end !== null) return notAfter(end, asOf);
  return training.completed === true ? 'met' : 'unknown';
}

export function createTrainingFit(ask: Attended, asOf: Day): TrainingFit {
  const nameFits = createWordTest(ask.names);
  const programme = ask.programme === null ? null : nameKey(ask.programme);
  const { kind } = ask;
  const asked = kind === null || ask.level === null ? -1 : rung(kind, ask.level);

  function level({ level: held }: Training): Status {
    if (kind === null || asked === -1) return 'met';
    const at = held === null ? -1 : rung(kind, held);
    if (at === -1) return 'unknown';
    return at >= asked ? 'met' : 'missing';
  }

  // A class without a kind or a programme belongs to none: what a silent record does not tell is judged as silence.
  function whole(training: Training): Status {
    if (kind !== null && training.kind !== kind) return 'missing';
    if (programme !== null && (training.programme === null || nameKey(training.programme) !== programme)) {
      return 'missing';
    }
    if (!nameFits(training.className)) return 'missing';
    return both(level(training), isOver(training, asOf));
  }

  return {
    whole,
    isLower: (training) =>
      kind !== null &&
      LADDERS[kind].length > 0 &&
      training.kind === kind &&
      level(training) === 'missing' &&
      isOver(training, asOf) !== 'missing',
  };
}
