import { sameSpelling } from '../../vietnamese/syllable.ts';

/** Vietnamese has some thousand syllables; what else is written fills the rest. */
const MOST = 20_000;
/** No syllable is longer, and nothing longer is worth keeping. */
const LONGEST = 12;
const known = new Map<string, string>();

/** `sameSpelling`, remembered: the same syllables are asked for again and again. */
export function spell(written: string): string {
  const before = known.get(written);
  if (before !== undefined) return before;
  const spelled = sameSpelling(written);
  if (written.length <= LONGEST) {
    if (known.size >= MOST) known.clear();
    known.set(written, spelled);
  }
  return spelled;
}

const bareKnown = new Map<string, string>();

/** A spelling without its diacritics, which scans lose. */
export function bare(key: string): string {
  const before = bareKnown.get(key);
  if (before !== undefined) return before;
  const made = key.normalize('NFD').replace(/đ/g, 'd').replace(/\p{M}/gu, '');
  if (key.length <= LONGEST) {
    if (bareKnown.size >= MOST) bareKnown.clear();
    bareKnown.set(key, made);
  }
  return made;
}
