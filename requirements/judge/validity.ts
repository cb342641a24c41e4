import type { IsoDate } from '../../domain/day.ts';

/** Whether a rule holds on a day; both ends inclusive. */
export function isInForce(
  { from, until }: { readonly from: IsoDate | null; readonly until: IsoDate | null },
  asOf: IsoDate,
): boolean {
  return (from === null || from <= asOf) && (until === null || asOf <= until);
}
