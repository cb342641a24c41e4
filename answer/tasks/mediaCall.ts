import { createHmac } from 'node:crypto';
import type OpenAI from 'openai';
import type { ModelSettings } from '../../config.ts';
import { vietnamDay } from '../../domain/day.ts';
import { KnownError } from '../../errors.ts';
import { beginModelQuestion, readModelSecret, recordModelCall } from '../../store/answers/ledger.ts';
import type { ChatPlace } from '../../store/answers/turns.ts';
import type { Database } from '../../store/database.ts';
import { modelFailure } from '../model/modelFailure.ts';
import { taskTexts as texts } from './texts.ts';

/** Who speaks or sends a photo, for the limits of the day and the ledger. */
export type Speaker = {
  readonly place: ChatPlace;
  /** `null`: nobody can be told apart, all of them count as one person. */
  readonly sender: string | null;
  readonly isLinked: boolean;
};

/**
 * Makes words of a recording or a photo; empty where there are none. The bytes go whole to the configured service and nowhere else.
 * Throws `limit_exceeded` where the day's limit is reached, `model_unreachable` or `model_refused` where the service fails.
 */
export type ReadMedia = (bytes: Uint8Array, fileName: string, from: Speaker) => Promise<string>;

export type MediaCall = {
  readonly database: Database;
  readonly settings: ModelSettings;
  readonly model: string;
  /** As the ledger calls it. */
  readonly purpose: 'transcribe' | 'photo';
  readonly now: () => Date;
};

type Heard = { readonly words: string; readonly tokensIn: number; readonly tokensOut: number };

/** Bytes cost far more than a question does: who is not linked may send so many a day, and all who cannot be told apart ten times that. */
const STRANGERS_A_DAY = 20;
const STRANGERS_COUNT_AS = 10;

/** One call of the service about one file: let go by the limits of the day, entered into the ledger whatever came of it. */
export async function callOnMedia(
  { database, settings, model, purpose, now }: MediaCall,
  { place, sender, isLinked }: Speaker,
  ask: (client: OpenAI, toFile: typeof import('openai').toFile) => Promise<Heard>,
): Promise<string> {
  const { baseUrl, apiKey, timeoutMs, prices, dailyQuestionsPerPerson: mostOfAll } = settings;
  const { host } = new URL(baseUrl);
  const secret = await readModelSecret(database);
  const pseudonym = (...parts: readonly string[]) =>
    createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  const chat = pseudonym(place.channel, place.chat);
  const ofStrangers = Math.min(mostOfAll, STRANGERS_A_DAY) * (sender === null ? STRANGERS_COUNT_AS : 1);
  const admission = await beginModelQuestion(
    database,
    // What strangers send is counted apart from what they ask: its limit is a lower one.
    { person: pseudonym(place.channel, isLinked ? 'person' : 'stranger', sender ?? ''), chat },
    {
      questionsPerPerson: isLinked ? mostOfAll : ofStrangers,
      tokens: settings.dailyTokens,
      dayBegan: new Date(`${vietnamDay(now())}T00:00:00+07:00`),
    },
  );
  if (!admission.admitted) {
    throw new KnownError(
      'limit_exceeded',
      admission.limit === 'person' && sender !== null ? texts.limitPerson : texts.limitAll,
    );
  }
  const started = performance.now();
  const record = (outcome: string, tokensIn = 0, tokensOut = 0) =>
    recordModelCall(database, admission.question, {
      ...{ chat, host, model, outcome, purpose, tokensIn, tokensOut, redactions: 0 },
      cost: (tokensIn * prices.input + tokensOut * prices.output) / 1_000_000,
      durationMs: performance.now() - started,
    });
  try {
    const { default: Client, toFile } = await import('openai');
    const client = new Client({
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
    const { words, tokensIn, tokensOut } = await ask(client, toFile);
    await record('ok', tokensIn, tokensOut);
    return words;
  } catch (error) {
    const failure = modelFailure(error, { host, model, timeoutMs });
    await record(failure.code);
    throw failure;
  }
}
