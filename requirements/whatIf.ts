import type { IsoDate } from '../domain/directive.ts';
import type { CadreRecord } from '../domain/record.ts';

/** "nếu tôi làm …", "nếu tôi được quy hoạch …", "để lên chuyên viên chính". */
export type Assumption =
  | { readonly kind: 'post'; readonly name: string }
  | { readonly kind: 'planned'; readonly name: string }
  | { readonly kind: 'grade'; readonly name: string };

/** The record as it would be on a date if the assumption came true: it takes the place of what is held of that kind. */
export function assume(_record: CadreRecord, _assumption: Assumption, _asOf: IsoDate): CadreRecord {
  throw new Error('not written yet');
}
