import { gently } from '../gently.ts';
import { packTerms } from './packedTerms.ts';
import type { PassageIndex, PassageTerms } from './passageIndex.ts';
import type { TermIds } from './termFrequencies.ts';

/** A passage's index as it is stored. */
export type PackedPassage = {
  /** Packed counts of the terms of heading and words: for exact scoring. */
  readonly terms: Uint8Array;
  /**
   * The ids of these terms and of the title's, each once: by what the passage is found. Terms of the heading stand here
   * with a minus as well, so that passages about a thing are told from those that mention it.
   */
  readonly lexemes: readonly number[];
  /** Of the words, in terms. */
  readonly length: number;
};

/** A directive's index as it is stored. */
export type PackedIndex = {
  readonly titleTerms: readonly number[];
  readonly passages: readonly PackedPassage[];
};

/** Turns terms into their ids, and packs them; others go on meanwhile. */
export async function packIndex(index: PassageIndex, idOf: TermIds): Promise<PackedIndex> {
  const titleTerms = [...new Set(index.title)].map(idOf);
  return { titleTerms, passages: await gently(packPassages(index, titleTerms, idOf)) };
}

function* packPassages(
  index: PassageIndex,
  titleTerms: readonly number[],
  idOf: TermIds,
): Generator<void, readonly PackedPassage[]> {
  const passages: PackedPassage[] = [];
  for (const terms of index.passages) {
    passages.push(packPassage(terms, titleTerms, idOf));
    yield;
  }
  return passages;
}

function packPassage(
  { heading, body }: PassageTerms,
  titleTerms: readonly number[],
  idOf: TermIds,
): PackedPassage {
  let length = 0;
  const terms = Array.from(body, ([term, count]) => {
    length += count;
    return { termId: idOf(term), heading: heading.get(term) ?? 0, body: count };
  });
  for (const [term, count] of heading) {
    if (!body.has(term)) terms.push({ termId: idOf(term), heading: count, body: 0 });
  }
  const lexemes = new Set(titleTerms);
  for (const { termId, heading } of terms) {
    lexemes.add(termId);
    if (heading > 0) lexemes.add(-termId);
  }
  return { terms: packTerms(terms), lexemes: [...lexemes], length };
}
