import { createHash } from 'node:crypto';
import type { BackupRow } from './records.ts';

const MODULUS = 1n << 256n;

/** Counts rows and sums their hashes, so that the order in which a table gives them does not matter. */
export function createDigest(): {
  readonly add: (row: BackupRow) => void;
  readonly rows: () => number;
  readonly value: () => string;
} {
  let rows = 0;
  let sum = 0n;
  return {
    add(row) {
      rows += 1;
      const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      sum = (sum + BigInt(`0x${hash}`)) % MODULUS;
    },
    rows: () => rows,
    value: () => sum.toString(16).padStart(64, '0'),
  };
}
