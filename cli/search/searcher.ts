import { KnownError } from '../../errors.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import { configuredSearch } from '../../retrieve/vectors/hybridSearch.ts';
import type { Io } from '../io.ts';
import { embedTexts as texts } from './embedTexts.ts';

/** The search that the configuration asks for. Whoever waits before a terminal is told at once that vectors are left out. */
export function searcherFor(io: Pick<Io, 'config' | 'say'>): Searcher {
  const log = {
    warn: ({ error }: { readonly error?: unknown }) =>
      io.say(texts.wordsAlone(error instanceof KnownError ? error.sentence : String(error))),
    info: () => undefined,
  };
  return configuredSearch(io.config().embedding, { log, failures: 1 }).search;
}
