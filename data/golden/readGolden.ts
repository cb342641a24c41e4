import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const place = z.object({ document: z.string(), path: z.array(z.string()) });

/** A question over the samples and the provision that answers it; `answer` is `null` where none does. */
const goldenQuestion = z.object({
  question: z.string(),
  answer: place.nullable(),
  also: z.array(place).default([]),
  note: z.string().default(''),
});
export type GoldenQuestion = z.infer<typeof goldenQuestion>;
export type GoldenPlace = z.infer<typeof place>;

/** `questions` are there to tune on; nobody tunes on `heldOut`. */
export async function readGolden(set: 'questions' | 'heldOut'): Promise<readonly GoldenQuestion[]> {
  const text = await readFile(new URL(`${set}.jsonl`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => goldenQuestion.parse(JSON.parse(line)));
}
