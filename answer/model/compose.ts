import { createAgent } from 'langchain';
import type { ModelSettings } from '../../config.ts';
import { writeDate } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import { loadPrompt } from '../../prompts/load.ts';
import type {
  AnswerSentence,
  CheckedAnswer,
  CheckedSentence,
  CheckOptions,
} from '../check/checkSentences.ts';
import type { AnswerSource } from '../check/source.ts';
import { createChatModel } from './chatModel.ts';
import { bounds } from './middleware.ts';
import { type ModelReply, readModelReply, readSentencesSoFar } from './modelReply.ts';
import { plain, type Sources, writeSources } from './sources.ts';
import { modelTexts as texts } from './texts.ts';
import type { createTools } from './tools.ts';

/** Checks each sentence against what it cites. Pure. */
export type Check = (
  sentences: readonly AnswerSentence[],
  sources: readonly AnswerSource[],
  options: CheckOptions,
) => CheckedAnswer;

export type ComposeInput = {
  readonly settings: ModelSettings;
  readonly gateway: typeof fetch;
  readonly setPurpose: (purpose: 'answer' | 'repair') => void;
  readonly deadline: AbortSignal;
  readonly check: Check;
  readonly sources: Sources;
  readonly tools: ReturnType<typeof createTools>;
  readonly question: string;
  /** Questions before this one, latest first. */
  readonly earlier: readonly string[];
  readonly asOf: IsoDate;
  /** Hands over what the model has written so far, whenever there is more. */
  readonly listen: (hear: (soFar: string) => void) => void;
  /** Called with each sentence that passes, as soon as it does. */
  readonly onChecked: (sentence: CheckedSentence) => void;
};

/** Sentences that passed the check, or why there are none. */
export type Composed =
  | { readonly composed: true; readonly sentences: readonly CheckedSentence[]; readonly dropped: number }
  | { readonly composed: false; readonly why: 'refused' | 'unreadable' | 'too_little' };

/**
 * Lets the model answer, checks every sentence, has failing ones repaired once and drops what still fails. Throws where no model
 * answers within the deadline.
 */
export async function compose(input: ComposeInput): Promise<Composed> {
  const { sources, check, asOf, onChecked } = input;
  const checked = (sentences: readonly AnswerSentence[]) =>
    check(
      sentences,
      sources.all().map((source) => source.checked),
      { today: asOf },
    );
  const heard = new Set<string>();
  input.listen((soFar) => {
    for (const sentence of readSentencesSoFar(soFar)) {
      if (heard.has(sentence.text)) continue;
      heard.add(sentence.text);
      // What claims nothing waits: it is worth nothing unless something else stays.
      for (const kept of checked([sentence]).kept) if (kept.verdict === 'checked') onChecked(kept);
    }
  });
  const written = await askModel(input);
  const reply = written === null ? null : readModelReply(written);
  if (reply === null) return { composed: false, why: 'unreadable' };
  if (!reply.answered) return { composed: false, why: 'refused' };
  const first = checked(reply.sentences);
  const repaired = first.dropped.length === 0 ? [] : await repair(input, first.dropped);
  const sentences = inOrder(first, repaired.length === 0 ? null : checked(repaired));
  const claims = (all: readonly CheckedSentence[]) => all.filter(({ verdict }) => verdict !== 'plain').length;
  // Of what the model claimed, at least half has to be borne out.
  if (claims(sentences) === 0 || claims(sentences) < claims(first.sentences) / 2) {
    return { composed: false, why: 'too_little' };
  }
  return { composed: true, sentences, dropped: reply.sentences.length - sentences.length };
}

/** Repaired sentences in the places of those that they stand for, where each has one. */
function inOrder(first: CheckedAnswer, second: CheckedAnswer | null): readonly CheckedSentence[] {
  if (second === null) return first.kept;
  if (second.sentences.length !== first.dropped.length) return unique([...first.kept, ...second.kept]);
  const mended = second.sentences.values();
  const all = first.sentences.flatMap((sentence) => {
    const now = sentence.verdict === 'failed' ? mended.next().value : sentence;
    return now === undefined || now.verdict === 'failed' ? [] : [now];
  });
  return unique(all);
}

function unique(sentences: readonly CheckedSentence[]): readonly CheckedSentence[] {
  return sentences.filter(({ text }, at) => sentences.findIndex((other) => other.text === text) === at);
}

/** The last words of the model; `null` where it said none, or was stopped in a circle. */
async function askModel({
  settings,
  gateway,
  deadline,
  sources,
  tools,
  question,
  earlier,
  asOf,
}: ComposeInput): Promise<string | null> {
  const { fallbackName } = settings;
  const agent = createAgent({
    model: createChatModel(settings, settings.name, gateway),
    tools,
    systemPrompt: systemPrompt(asOf),
    middleware: bounds(
      fallbackName === undefined ? null : createChatModel(settings, fallbackName, gateway),
      deadline,
    ),
  });
  const content = loadPrompt('cau-hoi').fill({
    history: earlier.length === 0 ? '' : texts.history(earlier.map(plain)),
    sources: sources.all().length === 0 ? texts.noSources : writeSources(sources.all(), question),
    question: plain(question),
  });
  const { messages } = await within(
    deadline,
    agent.invoke({ messages: [{ role: 'user', content }] }, { signal: deadline, recursionLimit: 40 }),
  );
  const last = messages.at(-1);
  return last === undefined || last.text.trim() === '' ? null : last.text;
}

function systemPrompt(asOf: IsoDate): string {
  return loadPrompt('tra-loi').fill({ today: writeDate(asOf) });
}

/** One further call, without tools: the failing sentences with the reasons. What goes wrong with it leaves them out. */
async function repair(
  { settings, gateway, setPurpose, deadline, sources, asOf }: ComposeInput,
  failed: readonly CheckedSentence[],
): Promise<readonly AnswerSentence[]> {
  const cited = new Set(failed.flatMap((sentence) => sentence.sources));
  const offered = sources.all().filter(({ id }) => cited.has(id));
  const problems = failed.map(({ text, sources: ids, reasons }, at) =>
    texts.problem(
      at + 1,
      plain(text),
      reasons.map(({ kind, found, instead }) => texts.reason(kind, plain(found), instead)),
      ids,
    ),
  );
  const content = loadPrompt('sua-cau').fill({
    sources: writeSources(
      offered.length > 0 ? offered : sources.all().slice(0, 2),
      failed.map(({ text }) => text).join(' '),
    ),
    problems: problems.join('\n'),
  });
  setPurpose('repair');
  try {
    const answer = await within(
      deadline,
      createChatModel(settings, settings.name, gateway).invoke(
        [
          { role: 'system', content: systemPrompt(asOf) },
          { role: 'user', content },
        ],
        { signal: deadline },
      ),
    );
    const reply: ModelReply | null = readModelReply(answer.text);
    return reply?.sentences ?? [];
  } catch {
    return [];
  }
}

/** Whatever hangs, hangs alone: the person is answered at the deadline. */
async function within<T>(deadline: AbortSignal, work: Promise<T>): Promise<T> {
  // It may fail when nobody listens, now or later; unheard, that would end the process.
  work.catch(() => undefined);
  deadline.throwIfAborted();
  let stop: () => void = () => undefined;
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(deadline.reason);
    deadline.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    deadline.removeEventListener('abort', stop);
  }
}
