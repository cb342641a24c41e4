import { randomUUID } from 'node:crypto';
import { type ErrorCode, KnownError } from '../errors.ts';
import { command, type Feature, type Services } from './feature.ts';
import { ask } from './features/ask.ts';
import { documents } from './features/documents.ts';
import { help } from './features/help.ts';
import { open } from './features/open.ts';
import type { Command, Message, ReplyPart, Respond } from './message.ts';
import { texts } from './texts.ts';

/** Everything a person can do. */
const FEATURES: readonly Feature[] = [ask, documents, open, help];

/** Every command there is, in the order of menus. */
export const commands: readonly Command[] = FEATURES.flatMap((feature) => feature.commands);

/** Where failures are told in full. */
export type FailureLog = (failure: {
  readonly reference: string;
  readonly feature: string;
  readonly error: unknown;
}) => void;

/** The one core behind every channel: the feature for a message replies; a failure becomes kind words. */
export function createRespond(services: Omit<Services, 'commands'>, logFailure: FailureLog): Respond {
  return async function* respond(message) {
    const feature = featureFor(message);
    try {
      yield* feature.reply(message, { ...services, commands });
    } catch (error) {
      yield* failure(feature, error, logFailure);
    }
  };
}

/** A command that nobody knows is answered with the help. */
function featureFor({ text }: Message): Feature {
  const written = command(text);
  if (written === null) return ask;
  return FEATURES.find((feature) => feature.commands.some(({ name }) => name === written.name)) ?? help;
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
