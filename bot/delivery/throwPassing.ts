import type { Respond } from '../message.ts';

/** The same core, which throws where a failure may be over at another try: whoever has an inbox tries again instead of telling it. */
export function throwPassing(respond: Respond): Respond {
  return async function* throwing(message) {
    for await (const part of respond(message)) {
      if (part.kind === 'done' && part.isPassing === true) throw new PassingFailure();
      yield part;
    }
  };
}

/** The log holds the cause already. */
class PassingFailure extends Error {
  constructor() {
    super('the database was away while an answer was worked out');
    this.name = 'PassingFailure';
  }
}
