import type { IngestLimits } from '../../config.ts';

const megabyte = 1024 * 1024;

/** As in the service, but for files of tests. */
export const testLimits: IngestLimits = {
  fileBytes: 20 * megabyte,
  timeoutMs: 60_000,
  memoryBytes: 1024 * megabyte,
  outputBytes: 50 * megabyte,
};
