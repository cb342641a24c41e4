import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Detection, detect, missingLines } from './detect.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly detection: Detection;
  }
}

/**
 * Looks at the machine once for all test files. Run by itself (`npx vitest`), vitest says here what is left out; the
 * test command looks and tells before it starts vitest, and hands over what it saw.
 */
export async function setup(project: TestProject): Promise<void> {
  const told = process.env.TEST_DETECTION;
  if (told !== undefined) {
    project.provide('detection', JSON.parse(told));
    return;
  }
  const detection = await detect(path.resolve(import.meta.dirname, '..'));
  for (const line of missingLines(detection)) console.log(line);
  project.provide('detection', detection);
}
