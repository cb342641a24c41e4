import { describe, expect, it } from 'vitest';
import { countTests } from './vitestReport.ts';

function file(status: string, ...cases: string[]) {
  return {
    name: 'a.test.ts',
    status,
    message: status === 'failed' ? 'it broke' : '',
    assertionResults: cases.map((one) => ({ status: one })),
  };
}

const reportOf = (...files: unknown[]) => JSON.stringify({ success: true, testResults: files });

describe('counting the tests of a run', () => {
  it('counts passed, failed and left out cases', () => {
    const json = reportOf(
      file('passed', 'passed', 'passed', 'skipped'),
      file('failed', 'failed', 'passed', 'pending'),
    );
    expect(countTests(json, 1)).toEqual({ passed: 3, failed: 1, skipped: 2, problems: [] });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const counts = countTests(reportOf(file('passed', 'passed'), file('failed')), 1);
    expect(counts).toMatchObject({ passed: 1, failed: 1 });
    expect(counts.problems[0]).toContain('it broke');
  });

  it('counts a file whose clean-up failed after its tests passed as a failure', () => {
    expect(countTests(reportOf(file('failed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('fails when vitest crashed and left no report', () => {
    expect(countTests(null, 134)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails when vitest left half a report', () => {
    expect(countTests('{"testResults": [', 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests('{}', 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('fails when the run ended with an error that no test shows', () => {
    expect(countTests(reportOf(file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
