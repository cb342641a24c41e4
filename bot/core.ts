import { randomUUID } from 'node:crypto';
import { type ErrorCode, KnownError } from '../errors.ts';
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

/** Only whoever runs the product can mend these: the person is given what to quote to them. */
const OPERATORS: ReadonlySet<ErrorCode> = new Set([
  'database_locked',
  'database_unreachable',
  'database_unsuitable',
  'disk_full',
]);

function* failure(feature: Feature, error: unknown, logFailure: FailureLog): Generator<ReplyPart> {
  const reference = randomUUID().slice(0, 8);
  const code = error instanceof KnownError ? error.code : null;
  // What is wrong with a question is said to who wrote it, and the log holds no questions.
  if (code !== 'bad_input') logFailure({ reference, feature: feature.name, error });
  yield { kind: 'block', block: { kind: 'text', text: sentenceOf(error, reference), tone: 'warning' } };
  yield { kind: 'done', outcome: 'error', choices: [] };
}

function sentenceOf(error: unknown, reference: string): string {
  if (!(error instanceof KnownError)) return texts.failure(reference);
  return OPERATORS.has(error.code) ? texts.withReference(error.sentence, reference) : error.sentence;
}
