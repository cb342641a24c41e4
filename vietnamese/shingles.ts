import { fold } from './text.ts';

/** Words in a run: shorter ones are shared by all documents, longer ones break with every word that was read wrongly. */
const RUN = 5;

/** Some tenths of a millisecond of work. */
const RUNS_AT_ONCE = 500;

/** Hashes kept: likeness is then told to about 6 points of 100. */
const KEPT = 256;

/**
 * The smallest hashes of a text's runs of words, ascending (a bottom-k sketch): texts that share most of their runs share most
 * of these, however long they are. Diacritics, case and punctuation do not count.
 */
export function sketchOf(text: string): readonly number[] {
  const work = sketching(text);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}

/** As `sketchOf`, stopping again and again where it may be interrupted: a text of hundreds of pages takes a tenth of a second. */
export function* sketching(text: string): Generator<void, readonly number[]> {
  const words: number[] = [];
  for (const line of text.split('\n')) {
    for (const word of fold(line).match(/[a-z0-9]+/g) ?? []) words.push(hashWord(word));
    yield;
  }
  const runs = new Set<number>();
  for (let at = 0; at + Math.min(RUN, words.length) <= words.length && at < words.length; at += 1) {
    let hash = 17;
    for (const word of words.slice(at, at + RUN)) hash = Math.imul(hash ^ word, 0x01000193);
    runs.add(mix(hash));
    if (at % RUNS_AT_ONCE === 0) yield;
  }
  return smallest(runs);
}

/** The smallest ones, ascending. Hashes are spread evenly: far fewer than all have to be sorted. */
function smallest(hashes: ReadonlySet<number>): readonly number[] {
  const share = (4 * KEPT) / Math.max(1, hashes.size);
  const low = [...hashes].filter((hash) => hash < share * 2 ** 32 - 2 ** 31);
  const enough = low.length >= KEPT ? low : [...hashes];
  return enough.sort((a, b) => a - b).slice(0, KEPT);
}

/** The share of runs that two texts have in common, 0–1, estimated from their sketches (Jaccard). */
export function likeness(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const [own, others] = [new Set(one), new Set(other)];
  const union = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, KEPT);
  return union.filter((hash) => own.has(hash) && others.has(hash)).length / union.length;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads the bits, so that the smallest hashes are a fair draw (the finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
