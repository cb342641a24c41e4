import { randomUUID } from 'node:crypto';
import { KnownError } from '../errors.ts';
import type { Feature, Services } from './feature.ts';
import { ask } from './features/ask.ts';
import { documents } from './features/documents.ts';
import { help } from './features/help.ts';
import { open } from './features/open.ts';
import type { ReplyPart, Respond } from './message.ts';
import { texts } from './texts.ts';

/** Everything a person can do, in the order in which it is tried. */
const FEATURES: readonly Feature[] = [documents, open, help, ask];

/** Where failures are told in full. */
export type FailureLog = (failure: {
  readonly reference: string;
  readonly feature: string;
  readonly error: unknown;
}) => void;

/** The one core behind every channel: the first feature that matches replies; a failure becomes kind words. */
export function createRespond(services: Services, logFailure: FailureLog): Respond {
  return async function* respond(message) {
    const feature = FEATURES.find((candidate) => candidate.matches(message)) ?? ask;
    try {
      yield* feature.reply(message, services);
    } catch (error) {
      yield* failure(feature, error, logFailure);
    }
  };
}

function* failure(feature: Feature, error: unknown, logFailure: FailureLog): Generator<ReplyPart> {
  let sentence: string;
  if (error instanceof KnownError) {
    sentence = error.sentence;
  } else {
    const reference = randomUUID().slice(0, 8);
    logFailure({ reference, feature: feature.name, error });
    sentence = texts.failure(reference);
  }
  yield { kind: 'block', block: { kind: 'text', text: sentence, tone: 'warning' } };
  yield { kind: 'done', outcome: 'error', choices: [] };
}
