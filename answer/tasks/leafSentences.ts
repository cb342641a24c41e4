import type { StoredDirective, StoredProvision } from '../../domain/directive.ts';

/** A sentence and the smallest provision in which it stands. */
export type LeafSentence = { readonly words: string; readonly provision: StoredProvision };

/** The sentences of a document's smallest provisions, without the labels of these, in their order. */
export function leafSentences({
  text,
  provisions,
}: Pick<StoredDirective, 'text' | 'provisions'>): readonly LeafSentence[] {
  const parents = new Set(provisions.map(({ parent }) => parent));
  return provisions
    .filter((_, at) => !parents.has(at))
    .flatMap((provision) =>
      sentencesOf(text.slice(provision.start, provision.end)).map((words) => ({ words, provision })),
    );
}

function sentencesOf(words: string): readonly string[] {
  return words
    .split(/\n+|(?<=[\p{Ll}\d)”][.;])\s+(?=[\p{Lu}“])/u)
    .map((sentence) => sentence.replace(/^\s*(?:[-–•]|\d{1,3}\.|\p{Ll}\))\s+/u, '').trim())
    .filter((sentence) => sentence !== '');
}
