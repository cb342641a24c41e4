import { z } from 'zod';

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  /** Left out by `skipIf`; neither passed nor failed. */
  readonly skipped: number;
  /** Why a run counts as failed although no test case says so. */
  readonly problems: readonly string[];
};

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the test cases of vitest's JSON report (`null` when vitest left none behind). A file that could not be loaded
 * holds no cases and counts as one failure; so does a run that ended with an error which no test case shows
 * (a crash, an unhandled rejection, no test found).
 */
export function countTests(json: string | null, exitCode: number): Counts {
  const parsed = json === null ? null : report.safeParse(parseJson(json));
  if (parsed === null || !parsed.success) {
    return { passed: 0, failed: 1, skipped: 0, problems: ['vitest ended without a report'] };
  }
  const files = parsed.data.testResults;
  const cases = files.flatMap((file) => file.assertionResults.map((result) => result.status));
  const unloaded = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed'),
  );
  const passed = cases.filter((status) => status === 'passed').length;
  const failed = cases.filter((status) => status === 'failed').length + unloaded.length;
  const problems = unloaded.map((file) => `${file.name} failed outside its tests: ${file.message ?? ''}`);
  if (exitCode !== 0 && failed === 0) {
    return {
      passed,
      failed: 1,
      skipped: cases.length - passed,
      problems: [...problems, `vitest ended with exit code ${exitCode} though no test failed`],
    };
  }
  return { passed, failed, skipped: cases.length - passed - (failed - unloaded.length), problems };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
