import type { ModelEnd, ModelSentence } from '../../../answer/model/modelQuestion.ts';
import type { ReplyPart } from '../../message.ts';

/** Shows a model's sentences as they pass the check; its end is the model's. Whoever breaks off stops the model. */
export async function* showSentences(
  answering: AsyncGenerator<ModelSentence, ModelEnd>,
): AsyncGenerator<ReplyPart, ModelEnd> {
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

/** The sentences as one text, each with the numbers of its sources before its full stop. */
export function inWords(sentences: readonly ModelSentence[]): string {
  return sentences.map(withNumbers).join(' ');
}

function withNumbers({ text, sources }: ModelSentence): string {
  if (sources.length === 0) return text;
  const bare = text.replace(/[.!?:;…\s]+$/u, '');
  const end = /[.!?:;…]+$/u.exec(text)?.[0] ?? '.';
  return `${bare} ${sources.map((source) => `[${source}]`).join('')}${end}`;
}

/** What is said where a model's words are not given, each with what stands in their place. */
export type QuotedTexts = Readonly<
  Record<'silent' | 'broken' | 'unchecked' | 'limitPerson' | 'limitAll', string>
>;

/** Puts what happened in the place of a draft that is withdrawn. */
export function* withdrawing(why: string | null): Generator<ReplyPart> {
  if (why !== null) yield { kind: 'progress', text: why, isDraft: true };
}

/** What is said where a model gave nothing; `null`: nothing. */
export function whyQuoted(
  { why }: Extract<ModelEnd, { composed: false }>,
  texts: QuotedTexts,
): string | null {
  switch (why) {
    case 'silent':
      return texts.silent;
    case 'broken':
      return texts.broken;
    case 'unchecked':
      return texts.unchecked;
    case 'limit_person':
      return texts.limitPerson;
    case 'limit_all':
      return texts.limitAll;
    case 'nothing':
      return null;
  }
}
