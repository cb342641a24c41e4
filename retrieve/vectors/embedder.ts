import OpenAI from 'openai';
import type { EmbeddingSettings } from '../../config.ts';
import type { EmbeddingSpace } from '../../store/passages/vectors.ts';
import { checkVectors } from './checkVectors.ts';
import { callFailure, isTooLong } from './embedderErrors.ts';
import type { Vector } from './vector.ts';

/** Turns texts into vectors. Every failure is a `KnownError`: `model_unreachable` or `model_refused`. */
export type Embedder = {
  readonly space: EmbeddingSpace;
  /** Passages in one request at most. */
  readonly batch: number;
  /** One vector for each text, in their order; at most `batch` texts. */
  readonly embedPassages: (texts: readonly string[], signal?: AbortSignal) => Promise<readonly Vector[]>;
  /** @param timeoutMs a person waits: not tried again, and given up after this time */
  readonly embedQuestion: (question: string, timeoutMs: number) => Promise<Vector>;
};

/** Raised whenever a passage is written for the model in another way (`passageText`). */
const RECIPE_VERSION = 1;

/** UTF-16 units of a text that are sent. Vietnamese takes about two to a token, and many models read 8,192 tokens. */
const LONGEST_TEXT = 8_000;
/** A model that refuses this much does so for another reason than the length. */
const SHORTEST_CUT = 400;
/** How often the client itself tries again what failed in passing, with growing pauses. */
const RETRIES = 3;

/** An embedder at any address that speaks as OpenAI's does. */
export function createEmbedder(settings: EmbeddingSettings): Embedder {
  const { model, timeoutMs, batch, queryPrefix, passagePrefix } = settings;
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    apiKey: settings.apiKey ?? 'none',
    ...(settings.apiKey === undefined ? { defaultHeaders: { Authorization: null } } : {}),
    timeout: timeoutMs,
    maxRetries: RETRIES,
    // The client would read these from the environment, and write requests with questions into the log.
    organization: null,
    project: null,
    logLevel: 'off',
  });
  const { host } = new URL(settings.baseUrl);
  // Learned from refusals: what fits depends on the model, and no interface tells it.
  let longest = LONGEST_TEXT;

  const call = async (
    texts: readonly string[],
    options: { readonly timeout: number; readonly maxRetries: number; readonly signal?: AbortSignal },
  ): Promise<readonly Vector[]> => {
    // The client's own timeout ends with the head of an answer.
    const deadline = AbortSignal.timeout(options.timeout * (1 + 2 * options.maxRetries));
    const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline]);
    const input = texts.map((text) => cut(text, longest));
    try {
      const answer = await client.embeddings.create(
        { model, input, encoding_format: 'float' },
        { ...options, signal },
      );
      return checkVectors(answer, texts.length, host);
    } catch (error) {
      options.signal?.throwIfAborted();
      const sent = Math.max(...input.map(({ length }) => length));
      if (isTooLong(error) && sent > SHORTEST_CUT) {
        longest = Math.max(SHORTEST_CUT, Math.floor(Math.min(sent, longest) / 2));
        return call(texts, options);
      }
      throw callFailure(error, { host, model, timeoutMs: options.timeout, late: deadline.aborted });
    }
  };

  return {
    space: {
      model,
      recipe: passagePrefix === undefined ? `${RECIPE_VERSION}` : `${RECIPE_VERSION} ${passagePrefix}`,
    },
    batch,
    embedPassages: async (texts, signal) =>
      texts.length === 0
        ? []
        : call(
            texts.map((text) => prefixed(passagePrefix, text)),
            { timeout: timeoutMs, maxRetries: RETRIES, ...(signal === undefined ? {} : { signal }) },
          ),
    embedQuestion: async (question, limitMs) => {
      const timeout = Math.min(limitMs, timeoutMs);
      const [vector] = await call([prefixed(queryPrefix, question)], { timeout, maxRetries: 0 });
      if (vector === undefined) throw new Error('embedQuestion: checked for one vector, got none');
      return vector;
    },
  };
}

function prefixed(prefix: string | undefined, text: string): string {
  // Services refuse a text without anything in it.
  const words = text.trim() === '' ? '-' : text;
  return prefix === undefined ? words : `${prefix} ${words}`;
}

/** At most so many UTF-16 units, ending with a whole word where there is one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const words = head.replace(/\s\S*$/u, '');
  return (words.length > longest / 2 ? words : head).toWellFormed();
}
