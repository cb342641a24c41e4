import { type Arc, type Frequencies, leastExpected, transition } from './lattice.ts';
import type { TypedWord } from './words.ts';

/** A syllable in fewer passages than this is as good as unknown. */
const HARDLY_KNOWN = 2;
/** A word in fewer, as which no syllable is written, may be a slip of the corpus itself. */
const HARDLY_A_WORD = 20;
/** A word is doubted that is expected less than this between its neighbours. */
const HARDLY_EXPECTED = Math.log(4e-6);
/** In a question with more doubts only the first are looked into. */
const MOST_DOUBTS = 16;

/**
 * The places of words that may be slips: torn or unknown to the corpus, or with neighbours that it never puts beside
 * them.
 * @param path how the words are read so far: what keystrokes write is judged by what it reads
 */
export function doubtfulWords(
  words: readonly TypedWord[],
  path: readonly Arc[],
  frequencies: Frequencies,
): readonly number[] {
  const { of, passages } = frequencies;
  // In a small corpus nothing is expected less than this.
  const hardly = Math.max(HARDLY_EXPECTED, 2 * leastExpected(passages));
  const doubts = words.flatMap((word, place) => {
    const read = path[place]?.parts ?? [];
    const [first, last] = [read[0]?.folded, read.at(-1)?.folded];
    if (word.trust === 'kept' || first === undefined || last === undefined) return [];
    const before = word.joined ? path[place - 1]?.parts.at(-1)?.folded : undefined;
    const after = words[place + 1]?.joined === true ? path[place + 1]?.parts[0]?.folded : undefined;
    if (word.trust === 'fragment') return before === undefined && after === undefined ? [] : [place];
    if (of(first) < (word.trust === 'broken' ? HARDLY_A_WORD : HARDLY_KNOWN)) return [place];
    // What a word with one neighbour or none is meant to be, nothing can tell.
    if (path[place]?.kind === 'keystrokes' || before === undefined || after === undefined) return [];
    const expected = transition(before, first, frequencies) + transition(last, after, frequencies);
    return expected <= hardly ? [place] : [];
  });
  return doubts.slice(0, MOST_DOUBTS);
}
