import { inject } from 'vitest';
import { isCi, missingLine, type PrerequisiteName, type Prerequisites, requiredInCi } from './detect.ts';
import type {} from './globalSetup.ts';

const detection = inject('detection');

/** What this machine offers to tests. Looked up once a run, before the first test file. */
export const prerequisites: Prerequisites = detection.found;

/**
 * Whether tests that need `name` are left out on this machine, for `describe.skipIf(leaveOut('chromium'))`; the reason
 * is printed once a run. With `CI=true` nothing that the test command can provide may be left out: it throws.
 */
export function leaveOut(name: PrerequisiteName): boolean {
  if (prerequisites[name] !== null) return false;
  if (isCi() && requiredInCi.includes(name)) throw new Error(missingLine(name, detection.because[name]));
  return true;
}

/** The prerequisite itself, inside a test that `leaveOut` guards. Throws with the reason where it is missing. */
export function need(name: PrerequisiteName): string {
  const value = prerequisites[name];
  if (value === null) throw new Error(missingLine(name, detection.because[name]));
  return value;
}
