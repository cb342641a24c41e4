import type { QualificationKind } from '../domain/ladders.ts';

/** What a person wrote in a cell or a question about a qualification: `TC LLCT`, `Đại học Luật`, `B1 tiếng Anh`. */
export type WrittenLevel = {
  readonly kind: QualificationKind;
  readonly level: string | null;
  /** Ngành or language that stands beside it: `Luật`. */
  readonly field: string | null;
};

/**
 * Reads a written level, with or without diacritics, abbreviated or whole. `expected` is the kind that a column asks for, so that
 * `Trung cấp` alone can be read. `null` where it says nothing of the kind.
 */
export function readLevel(_written: string, _expected: QualificationKind | null): WrittenLevel | null {
  throw new Error('not written yet');
}
