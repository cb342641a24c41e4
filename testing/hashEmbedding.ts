import { terms } from '../vietnamese/terms.ts';

/**
 * A vector for a text without any model: its syllables and pairs, each thrown onto a few dimensions by a hash. Texts that
 * share words come out near each other, whatever the order of tests or the machine; of meaning it knows nothing.
 */
export function hashEmbedding(text: string, dimension = 256): number[] {
  const vector = new Array<number>(dimension).fill(0);
  const counts = new Map<string, number>();
  for (const term of terms(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) {
    const weight = (term.includes('_') ? 1 : SINGLE) * Math.sqrt(count);
    let state = hash(term);
    for (let place = 0; place < PLACES; place += 1) {
      state = scramble(state);
      const at = state % dimension;
      vector[at] = (vector[at] ?? 0) + (state & 0x10000 ? weight : -weight);
    }
  }
  const length = Math.hypot(...vector);
  // A text without a word still has to point somewhere.
  if (length === 0) return vector.map((_, at) => (at === 0 ? 1 : 0));
  return vector.map((value) => value / length);
}

/** Dimensions that one term touches. */
const PLACES = 8;
/** A syllable by itself says less than a pair. */
const SINGLE = 0.4;

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}

function scramble(state: number): number {
  let value = (state + 0x9e3779b9) >>> 0;
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97) >>> 0;
  return (value ^ (value >>> 15)) >>> 0;
}
