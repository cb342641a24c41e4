import { createHmac } from 'node:crypto';
import type { ModelSettings } from '../../config.ts';
import type { Citation } from '../../domain/citation.ts';
import { vietnamDay } from '../../domain/day.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import { findKnownNames } from '../../store/answers/knownNames.ts';
import { beginModelQuestion, readModelSecret, recordModelCall } from '../../store/answers/ledger.ts';
import { corpusVersion } from '../../store/corpusVersion.ts';
import type { Database } from '../../store/database.ts';
import type { Answer } from '../answer.ts';
import { badVotesOn } from '../approved/asked.ts';
import type { CheckedSentence } from '../check/checkSentences.ts';
import { type Check, compose } from './compose.ts';
import { createGateway, type Refused } from './gateway.ts';
import { createKeptAnswers, type Standing } from './keptAnswers.ts';
import { modelFailure } from './modelFailure.ts';
import type { ModelEnd, ModelQuestion, ModelSentence } from './modelQuestion.ts';
import { createQueue } from './queue.ts';
import { redact } from './redact.ts';
import { createSources } from './sources.ts';
import { createTools, type PersonalTools } from './tools.ts';

/** Answers in the model's words, as far as the documents bear them out. */
export type ModelAnswers = {
  readonly isLocal: boolean;
  /**
   * Sentences as they pass the check, while the model still writes; the end says how the answer reads as a whole and on what it rests.
   * Where the end says that there is none, the quoted answer takes the place of what was said. Ending the generator stops the model,
   * and so does `stopping`, at once even while the generator waits.
   * Never throws.
   */
  readonly answer: (asked: ModelQuestion) => AsyncGenerator<ModelSentence, ModelEnd>;
};

export type ModelAnswersOptions = {
  readonly database: Database;
  readonly search: Searcher;
  readonly settings: ModelSettings;
  readonly check: Check;
  readonly now: () => Date;
  /** How many composed answers are said again to whoever asks the same, while no document changes; 0 when absent. */
  readonly keeps?: number;
  /** Told in full; it holds no words of a chat. */
  readonly onError: (error: unknown) => void;
};

/** After so many questions in a row without an answer the model is left alone for a while: nobody waits for what is down. */
const FAILURES = 3;
const PAUSE_MS = 30_000;
const EARLIER = 2;
/** Who cannot be told apart could begin a new chat with every question: all of them share what so many people may ask. */
const STRANGERS_COUNT_AS = 10;
const STRANGERS = '';
const OFFERED = 3;

export function createModelAnswers(options: ModelAnswersOptions): ModelAnswers {
  const { database, search, settings, check } = options;
  const refused: Refused = new Set();
  const kept = createKeptAnswers(options.keeps ?? 0);
  let secret: Promise<string> | null = null;
  let failures = 0;
  let pausedUntil = 0;

  const pseudonym = async (...parts: readonly string[]): Promise<string> => {
    secret ??= readModelSecret(database);
    const key = await secret.catch((error: unknown) => {
      secret = null;
      throw error;
    });
    return createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  };

  const known = (keys: readonly string[]) => findKnownNames(database, keys);
  const tellsOfPeople = async (questions: readonly string[]): Promise<boolean> =>
    (await redact(questions.join('\n'), known)).redactions > 0;

  const standingOf = async (question: string): Promise<Standing> => ({
    version: await corpusVersion(database),
    badVotes: await badVotesOn(database, question),
  });

  const run = async (
    asked: ModelQuestion,
    stop: AbortSignal,
    onChecked: (sentence: CheckedSentence) => void,
  ) => {
    const { place, sender, asOf, question } = asked;
    // Before anything is read: a change that comes meanwhile makes the answer older than it is.
    const standing = await standingOf(question);
    const chat = await pseudonym(place.channel, place.chat);
    const admission = await beginModelQuestion(
      database,
      { person: await pseudonym(place.channel, 'person', sender ?? STRANGERS), chat },
      {
        questionsPerPerson: settings.dailyQuestionsPerPerson * (sender === null ? STRANGERS_COUNT_AS : 1),
        tokens: settings.dailyTokens,
        // Limits go by the day in Vietnam.
        dayBegan: new Date(`${vietnamDay(options.now())}T00:00:00+07:00`),
      },
    );
    if (!admission.admitted) return { limit: admission.limit } as const;
    let purpose = 'answer';
    const deadline = AbortSignal.any([AbortSignal.timeout(settings.timeoutMs), stop]);
    let hear: (soFar: string) => void = () => undefined;
    const gateway = createGateway({
      settings,
      refused,
      mask: settings.isLocal ? null : (text) => redact(text, known),
      purpose: () => purpose,
      onText: (soFar) => {
        if (purpose === 'answer') hear(soFar);
      },
      record: (call) =>
        recordModelCall(database, admission.question, { ...call, chat }).catch(options.onError),
      deadline,
    });
    const sources = createSources(database, asOf);
    await sources.add(offered(asked.found));
    const personal = asked.personal === null ? null : once(asked.personal);
    const tools = createTools({
      ...{ queryable: database, search, asOf, sources, isLocal: settings.isLocal },
      personal: personal?.tools ?? null,
    });
    const composed = await compose({
      ...{ settings, gateway, deadline, check, sources, tools, question, asOf },
      setPurpose: (next) => {
        purpose = next;
      },
      earlier: asked.earlier,
      onChecked,
      listen: (listener) => {
        hear = listener;
      },
    });
    const isPersonal = personal?.used() === true || (await tellsOfPeople([question, ...asked.earlier]));
    return { composed, sources, standing, isPersonal } as const;
  };

  return {
    isLocal: settings.isLocal,
    async *answer(given) {
      const asked = { ...given, earlier: given.earlier.slice(0, EARLIER) };
      const again = await kept.find(asked, () => standingOf(asked.question).catch(() => null));
      if (again !== null) {
        yield* again.sentences;
        return again;
      }
      if (performance.now() < pausedUntil) return { composed: false, why: 'silent' };
      const stop = new AbortController();
      const stopping = AbortSignal.any([
        stop.signal,
        ...(asked.stopping === undefined ? [] : [asked.stopping]),
      ]);
      const said = createQueue<ModelSentence>();
      const cited: number[] = [];
      const numbered = ({ text, sources: ids }: CheckedSentence): ModelSentence => {
        for (const id of ids) if (!cited.includes(id)) cited.push(id);
        return { text, sources: ids.map((id) => cited.indexOf(id) + 1) };
      };
      const running = run(asked, stopping, (sentence) => said.put(numbered(sentence))).finally(said.end);
      // It is awaited below, unless whoever listens leaves before.
      running.catch(() => undefined);
      const texts = new Set<string>();
      const silent = () => ({ composed: false, why: texts.size > 0 ? 'broken' : 'silent' }) as const;
      try {
        for await (const sentence of said.taken()) {
          texts.add(sentence.text);
          yield sentence;
        }
        const result = await running;
        if ('limit' in result) {
          const isTheirs = result.limit === 'person' && asked.sender !== null;
          return { composed: false, why: isTheirs ? 'limit_person' : 'limit_all' };
        }
        failures = 0;
        const { composed, sources } = result;
        if (!composed.composed) {
          if (composed.why === 'unreadable') return silent();
          const isRefusal = composed.why === 'refused' && texts.size === 0;
          return { composed: false, why: isRefusal ? 'nothing' : 'unchecked' };
        }
        const sentences = composed.sentences.map(numbered);
        for (const sentence of sentences) if (!texts.has(sentence.text)) yield sentence;
        const all = sources.all();
        const end = {
          composed: true,
          sentences,
          citations: cited.flatMap((id) => all.find((source) => source.id === id)?.citation ?? []),
          dropped: composed.dropped,
        } as const;
        if (composed.dropped === 0 && !result.isPersonal) kept.keep(asked, result.standing, end);
        return end;
      } catch (error) {
        // That somebody would not wait says nothing of the model.
        if (asked.stopping?.aborted === true) return { composed: false, why: 'silent' };
        const { host } = new URL(settings.baseUrl);
        options.onError(modelFailure(error, { host, model: settings.name, timeoutMs: settings.timeoutMs }));
        failures += 1;
        if (failures >= FAILURES) pausedUntil = performance.now() + PAUSE_MS;
        return silent();
      } finally {
        stop.abort();
      }
    },
  };
}

/** The passages with which most questions are answered in one call. */
function offered(found: Answer): readonly Citation[] {
  if (found.kind === 'document') return [found.citation];
  if (found.kind === 'not_found') return found.near.slice(0, OFFERED);
  return [...found.citations, ...found.near].slice(0, Math.max(OFFERED, found.citations.length));
}

/** A card is shown once, however often a model asks for it. */
function once(personal: PersonalTools): { readonly tools: PersonalTools; readonly used: () => boolean } {
  let own: ReturnType<PersonalTools['myRequirements']> | null = null;
  let supposed: ReturnType<PersonalTools['whatIf']> | null = null;
  return {
    used: () => own !== null || supposed !== null,
    tools: {
      myRequirements: () => {
        own ??= personal.myRequirements();
        return own;
      },
      whatIf: (position) => {
        supposed ??= personal.whatIf(position);
        return supposed;
      },
    },
  };
}
