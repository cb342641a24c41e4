import { describe, expect, test } from 'vitest';
import { isSyllable } from '../vietnamese/syllable.ts';
import { syllables } from '../vietnamese/text.ts';
import { readSynonyms } from './synonyms.testing.ts';

const entries = readSynonyms();
const lower = (phrases: readonly string[]) => phrases.map((phrase) => phrase.toLowerCase());

describe('the synonyms', () => {
  test('are many, in NFC', () => {
    expect(entries.length).toBeGreaterThanOrEqual(250);
    for (const { everyday, legal } of entries) {
      for (const phrase of [...everyday, ...legal]) expect(phrase).toBe(phrase.normalize('NFC'));
    }
  });

  test('have each everyday phrase in one entry, once', () => {
    const all = lower(entries.flatMap(({ everyday }) => everyday));
    expect(all.filter((phrase, at) => all.indexOf(phrase) !== at)).toEqual([]);
  });

  test('say something in another way: no entry is only itself', () => {
    const useless = entries.filter(({ everyday, legal }) => {
      const [only, ...more] = new Set(lower([...everyday, ...legal]));
      return only !== undefined && more.length === 0;
    });
    expect(useless).toEqual([]);
  });

  test('ask for diacritics only on their own phrases', () => {
    for (const { everyday, legal, works, accented = [] } of entries) {
      const own = works === 'both' ? [...everyday, ...legal] : everyday;
      expect(accented.filter((phrase) => !own.includes(phrase))).toEqual([]);
    }
  });

  test('have no bare syllable that is many words when it is typed without diacritics', () => {
    const bare = entries
      .flatMap(({ everyday }) => everyday)
      .filter(
        (phrase) => /^\p{ASCII}+$/u.test(phrase) && syllables(phrase).length === 1 && isSyllable(phrase),
      );
    expect(bare).toEqual([]);
  });
});
