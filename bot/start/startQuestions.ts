import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Questions that a newcomer can start with; all of them are answered by the sample directives. */
export async function readStartQuestions(): Promise<readonly string[]> {
  const file = new URL('../../data/startQuestions.json', import.meta.url);
  return z.array(z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
}
