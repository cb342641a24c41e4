import type { IsoDate } from '../domain/day.ts';
import type { CadreRecord, Post } from '../domain/record.ts';
import { isCurrent } from './judge/career.ts';
import { dayOf } from './judge/dates.ts';

/** "nếu tôi làm …", "nếu tôi được quy hoạch …", "để lên chuyên viên chính". */
export type Assumption =
  | { readonly kind: 'post'; readonly name: string }
  | { readonly kind: 'planned'; readonly name: string }
  | { readonly kind: 'grade'; readonly name: string };

/** The record as it would be on a date if the assumption came true: it takes the place of what is held of that kind. */
export function assume(record: CadreRecord, assumption: Assumption, asOf: IsoDate): CadreRecord {
  const day = dayOf(asOf);
  const rest = <T extends Pick<Post, 'from' | 'until'>>(held: readonly T[]): readonly T[] =>
    held.filter((entry) => isCurrent(entry, day) === 'missing');
  const { kind, name } = assumption;
  const period = { from: asOf, until: null };
  switch (kind) {
    case 'post':
      return { ...record, posts: [...rest(record.posts), { position: name, unit: null, ...period }] };
    case 'planned':
      return {
        ...record,
        planned: [...rest(record.planned), { position: name, unit: null, term: null, ...period }],
      };
    case 'grade':
      return { ...record, grades: [...rest(record.grades), { name, code: null, ...period }] };
  }
}
