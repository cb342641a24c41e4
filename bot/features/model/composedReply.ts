import type { Answer, Quoted } from '../../../answer/answer.ts';
import type { ModelAnswers, ModelEnd, ModelQuestion, ModelSentence } from '../../../answer/model/service.ts';
import { note, plain } from '../../blocks.ts';
import { describeAnswer } from '../../describeAnswer.ts';
import type { Block, Reply, ReplyPart } from '../../message.ts';
import { texts as common } from '../../texts.ts';
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
  const end = yield* drafts(model.answer(asked));
  const quoted = describeAnswer(asked.found, asked.asOf);
  const shown = cards();
  const personal = shown.length === 0 ? {} : { personal: true };
  if (!end.composed) {
    const why = whyQuoted(end);
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
      plain(sentences.map(withNumbers).join(' ')),
      note(texts.checked),
      ...rested.blocks.filter((block) => !isSureness(block)),
    ],
  };
}

async function* drafts(answering: ReturnType<ModelAnswers['answer']>): AsyncGenerator<ReplyPart, ModelEnd> {
  const words: string[] = [];
  try {
    for (;;) {
      const next = await answering.next();
      if (next.done === true) return next.value;
      words.push(next.value.text);
      yield { kind: 'progress', text: words.join(' '), isDraft: true };
    }
  } finally {
    await answering.return?.({ composed: false, why: 'nothing' });
  }
}

function withNumbers({ text, sources }: ModelSentence): string {
  if (sources.length === 0) return text;
  const marks = sources.map((source) => `[${source}]`).join('');
  const end = /[.!?:;…]+$/.exec(text)?.[0] ?? '.';
  return `${text.slice(0, text.length - (text.endsWith(end) ? end.length : 0))} ${marks}${end}`;
}

function whyQuoted(end: Extract<ModelEnd, { composed: false }>): string | null {
  switch (end.why) {
    case 'silent':
      return texts.silent;
    case 'limit_person':
      return texts.limitPerson;
    case 'limit_all':
      return texts.limitAll;
    case 'nothing':
      return null;
  }
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
