import type { CadreRecord } from '../../domain/record.ts';
import type { Status } from '../finding.ts';

/** How many of a group meet a condition, and who. Codes of people, in the order given. */
export type Share = {
  /** People of the group who meet it, do not, or are not known to. `N` is all three. */
  readonly met: readonly string[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  /** People of whom it is not known whether they belong to the group; not part of `N`. */
  readonly doubtful: readonly string[];
  readonly n: number;
  readonly N: number;
  /** `n / N` in percent, unrounded; `null` where `N` is 0: nobody is neither all nor none. */
  readonly percent: number | null;
};

type Judge = (record: CadreRecord) => Status;

/** Counts those of a group who meet a condition; `null` for the group of everybody given. Pure. */
export function measureShare(cadres: readonly CadreRecord[], group: Judge | null, condition: Judge): Share {
  const codes: Record<Status, string[]> = { met: [], missing: [], unknown: [] };
  const doubtful: string[] = [];
  for (const cadre of cadres) {
    const belongs = group === null ? 'met' : group(cadre);
    if (belongs === 'unknown') doubtful.push(cadre.code);
    else if (belongs === 'met') codes[condition(cadre)].push(cadre.code);
  }
  const n = codes.met.length;
  const N = n + codes.missing.length + codes.unknown.length;
  return { ...codes, doubtful, n, N, percent: N === 0 ? null : (100 * n) / N };
}
