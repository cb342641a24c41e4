import { createHmac } from 'node:crypto';
import type { ModelSettings } from '../../config.ts';
import { vietnamDay } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { beginModelQuestion, readModelSecret, recordModelCall } from '../../store/answers/ledger.ts';
import type { ChatPlace } from '../../store/answers/turns.ts';
import type { Database } from '../../store/database.ts';
import { cleanText } from '../../vietnamese/text.ts';
import { modelFailure } from '../model/modelFailure.ts';
import { taskTexts as texts } from './texts.ts';

/** Who speaks, for the limits of the day and the ledger. */
export type Speaker = { readonly place: ChatPlace; readonly sender: string | null };

/**
 * Writes down what is spoken; empty where nothing was. The recording goes whole to the configured service and nowhere else. Throws
 * `limit_exceeded` where the day's limit is reached, `model_unreachable` or `model_refused` where the service fails.
 */
export type Transcribe = (recording: Uint8Array, fileName: string, from: Speaker) => Promise<string>;

/** `null` where no model for it is configured. */
export function createTranscribe(
  database: Database,
  settings: ModelSettings | null,
  now: () => Date,
): Transcribe | null {
  const model = settings?.transcribeName;
  if (settings === null || model === undefined) return null;
  const { baseUrl, apiKey, timeoutMs } = settings;
  const { host } = new URL(baseUrl);
  return async (recording, fileName, { place, sender }) => {
    const secret = await readModelSecret(database);
    const pseudonym = (...parts: readonly string[]) =>
      createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, 16);
    const chat = pseudonym(place.channel, place.chat);
    const admission = await beginModelQuestion(
      database,
      // Who cannot be told apart counts as one person: a new chat lifts no limit.
      { person: pseudonym(place.channel, 'person', sender ?? ''), chat },
      {
        questionsPerPerson: settings.dailyQuestionsPerPerson,
        tokens: settings.dailyTokens,
        dayBegan: new Date(`${vietnamDay(now())}T00:00:00+07:00`),
      },
    );
    if (!admission.admitted) {
      throw new KnownError(
        'limit_exceeded',
        admission.limit === 'person' ? texts.limitPerson : texts.limitAll,
      );
    }
    const started = performance.now();
    const record = (outcome: string) =>
      recordModelCall(database, admission.question, {
        ...{ chat, host, model, outcome, purpose: 'transcribe' },
        ...{ tokensIn: 0, tokensOut: 0, cost: 0, redactions: 0 },
        durationMs: performance.now() - started,
      });
    try {
      const { default: OpenAI, toFile } = await import('openai');
      const client = new OpenAI({
        baseURL: baseUrl,
        // A service without a key may take offence at one, but the client wants some.
        apiKey: apiKey ?? 'none',
        maxRetries: 0,
        timeout: timeoutMs,
        organization: null,
        project: null,
        logLevel: 'off',
        fetch: (input, init) => fetch(input, { ...init, redirect: 'error' }),
      });
      const { text } = await client.audio.transcriptions.create({
        file: await toFile(recording, fileName),
        model,
        language: 'vi',
      });
      await record('ok');
      return cleanText(text).trim();
    } catch (error) {
      const failure = modelFailure(error, { host, model, timeoutMs });
      await record(failure.code);
      throw failure;
    }
  };
}
