import type { Answer, Quoted } from '../../../answer/answer.ts';
import type { ModelQuestion } from '../../../answer/model/modelQuestion.ts';
import type { ModelAnswers } from '../../../answer/model/service.ts';
import type { Block, Reply, ReplyPart } from '../../message.ts';
import { note, plain } from '../../reply/blocks.ts';
import { describeAnswer } from '../../reply/describeAnswer.ts';
import { texts as common } from '../../texts.ts';
import { inWords, showSentences, whyQuoted, withdrawing } from './sentences.ts';
import { modelTexts as texts } from './texts.ts';

/** Whether a model could say more than the quote: what is named exactly, and nothing more, is best shown. */
export function isForModel(answer: Answer, asksMore: boolean): boolean {
  switch (answer.kind) {
    case 'quoted':
      return answer.sureness !== 'exact' || asksMore;
    case 'document':
      return false;
    case 'not_found':
      return answer.reason.why === 'nothing_fits';
  }
}

/**
 * The reply with the model's sentences before the quotes on which they rest; the quoted answer, and why, where there are none.
 * Meanwhile the sentences that have passed the check; whoever breaks off stops the model.
 * `cards`: what was shown of the asker's own record meanwhile.
 */
export async function* composeReply(
  model: ModelAnswers,
  asked: ModelQuestion,
  cards: () => readonly Block[],
): AsyncGenerator<ReplyPart, Reply> {
  const end = yield* showSentences(model.answer(asked));
  const quoted = describeAnswer(asked.found, asked.asOf);
  const shown = cards();
  const personal = shown.length === 0 ? {} : { personal: true };
  if (!end.composed) {
    const isQuoted = quoted.outcome === 'quoted' || shown.length > 0;
    const why = end.why === 'unchecked' && !isQuoted ? texts.uncheckedAlone : whyQuoted(end, texts);
    yield* withdrawing(why);
    return {
      ...quoted,
      ...personal,
      blocks: [...shown, ...(why === null ? [] : [note(why)]), ...quoted.blocks],
    };
  }
  const { citations, sentences } = end;
  const rested = describeAnswer(restingOn(asked.found, citations), asked.asOf);
  const surenesses: readonly string[] = Object.values(common.sureness);
  const isSureness = (block: Block) => block.kind === 'text' && surenesses.includes(block.text);
  return {
    ...rested,
    ...personal,
    blocks: [
      ...shown,
      plain(inWords(sentences)),
      note(texts.checked),
      ...rested.blocks.filter((block) => !isSureness(block)),
    ],
  };
}

/** An answer that quotes what the sentences rest on. */
function restingOn(found: Answer, citations: Quoted['citations']): Answer {
  const quoted = found.kind === 'quoted' ? found : null;
  const near = [...(quoted?.citations ?? []), ...(quoted?.near ?? [])].filter(
    (one) =>
      !citations.some(
        (other) => other.directiveId === one.directiveId && one.start < other.end && other.start < one.end,
      ),
  );
  return {
    kind: 'quoted',
    sureness: quoted?.sureness ?? 'likely',
    citations,
    missing: quoted?.missing ?? [],
    near: near.slice(0, 3),
    amendedBy: quoted?.amendedBy ?? [],
    reasons: quoted?.reasons ?? new Map(),
    ...(found.askedDay === undefined ? {} : { askedDay: found.askedDay }),
    ...(found.corrected === undefined ? {} : { corrected: found.corrected }),
  };
}
