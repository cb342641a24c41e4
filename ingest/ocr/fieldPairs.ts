import { readFile } from 'node:fs/promises';
import { type SyllablePairs, syllablePairs } from '../../vietnamese/syllablePairs.ts';

let loaded: Promise<SyllablePairs> | null = null;

/** Which syllables follow each other in the field's language, read once. */
export function fieldPairs(): Promise<SyllablePairs> {
  loaded ??= readFile(new URL('../../data/syllablePairs.txt', import.meta.url), 'utf8').then(syllablePairs);
  return loaded;
}
