import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const phrases = z.array(z.string().min(2)).min(1);
const file = z.strictObject({
  synonyms: z.array(
    z.strictObject({
      everyday: phrases,
      legal: phrases,
      works: z.enum(['toLegal', 'both']),
      accented: phrases.optional(),
      elsewhere: z.literal(true).optional(),
    }),
  ),
});

/** The synonyms as they are kept, strictly read. */
export function readSynonyms() {
  return file.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, 'synonyms.json'), 'utf8')))
    .synonyms;
}
