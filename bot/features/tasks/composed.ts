import type { ModelSentence } from '../../../answer/model/modelQuestion.ts';
import { composeTask, type Task } from '../../../answer/tasks/composeTask.ts';
import type { Citation } from '../../../domain/citation.ts';
import type { Services } from '../../feature.ts';
import type { Block, Message, ReplyPart } from '../../message.ts';
import { note, plain } from '../../reply/blocks.ts';
import { inWords, showSentences, whyQuoted, withdrawing } from '../model/sentences.ts';
import { toldApart } from '../model/toldApart.ts';
import { quotesOf } from './named.ts';
import { taskTexts as texts } from './texts.ts';

/** Sentences of a model that the provisions bear out. */
export type ComposedTask = {
  readonly sentences: readonly ModelSentence[];
  readonly citations: readonly Citation[];
};

/** What came of a task; `why`: a sentence for the person, where there is none and something to say. */
export type Composed = ComposedTask | { readonly why: string | null };

/** What the configured model makes of a task, shown as it passes the check. */
export async function* composedFor(
  task: Pick<Task, 'prompt' | 'slots' | 'citations'>,
  message: Message,
  { model, today, account }: Pick<Services, 'model' | 'today' | 'account'>,
): AsyncGenerator<ReplyPart, Composed> {
  if (model === undefined || task.citations.length === 0) return { why: null };
  yield { kind: 'progress', text: texts.composing };
  const { channel, conversation, stopping } = message;
  const place = { channel, chat: conversation };
  const sender = toldApart(message, { account });
  const asked = { ...task, asOf: today(), place, sender, ...(stopping === undefined ? {} : { stopping }) };
  const composing = composeTask(model, asked);
  const end = yield* showSentences(composing);
  if (end.composed) return { sentences: end.sentences, citations: end.citations };
  const why = whyQuoted(end, texts);
  yield* withdrawing(why);
  return { why };
}

/** The sentences with the numbers of their sources, that they were checked, and the sources. */
export function composedBlocks({ sentences, citations }: ComposedTask): readonly Block[] {
  return [plain(inWords(sentences)), note(texts.checked), ...quotesOf(citations)];
}
