import type { Article } from '../corpus.ts';

/** The two fields that every peer gets: the heading, and the document's name in full with the article's text. */
export function peerFields({ heading, text, document }: Article): {
  readonly heading: string;
  readonly text: string;
} {
  const name = [document.type, document.number, document.title].filter((part) => part !== null).join(' ');
  return { heading, text: `${name}\n${text}` };
}

/** The question's words for query languages in which punctuation has a meaning. */
export function queryWords(question: string): readonly string[] {
  return question.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
