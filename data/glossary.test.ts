import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isSyllable } from '../vietnamese/syllable.ts';
import { terms } from '../vietnamese/terms.ts';
import { syllables } from '../vietnamese/text.ts';

const entry = z.strictObject({
  short: z.string().min(1),
  long: z.string().min(1),
  onlyCapitals: z.literal(true).optional(),
  withStroke: z.literal(true).optional(),
  beforeNumber: z.literal(true).optional(),
});
const { abbreviations } = z
  .strictObject({ abbreviations: z.array(entry) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'glossary.json'), 'utf8')));

const folded = (words: string): string =>
  syllables(words)
    .map((syllable) => syllable.folded)
    .join(' ');

describe('the glossary', () => {
  test('has each short form once for each way of writing it, in NFC', () => {
    const keys = abbreviations.map(
      ({ short, long: _long, ...flags }) => `${folded(short)} ${JSON.stringify(flags)}`,
    );
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    for (const { short, long } of abbreviations)
      expect([short, long]).toEqual([short.normalize('NFC'), long.normalize('NFC')]);
  });

  test('takes no short form that reads as a Vietnamese word without asking for more than its letters', () => {
    const asWords = abbreviations.filter(
      ({ short, onlyCapitals, withStroke, beforeNumber }) =>
        !onlyCapitals && !withStroke && !beforeNumber && folded(short).split(' ').every(isSyllable),
    );
    expect(asWords.map(({ short }) => short)).toEqual([]);
  });

  test('writes out every entry where its conditions hold, so that either form finds the other', () => {
    for (const { short, long, beforeNumber } of abbreviations) {
      const [one, other] = beforeNumber ? [`${short} 15`, `${long} 15`] : [short, long];
      expect(terms(one), short).toEqual(terms(other));
    }
  });

  test('leaves a long form that it has written out as it is', () => {
    for (const { long } of abbreviations) {
      expect(
        terms(long)
          .filter((term) => !term.includes('_'))
          .join(' '),
        long,
      ).toBe(folded(long));
    }
  });
});
