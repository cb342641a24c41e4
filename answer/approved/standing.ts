import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { ApprovedAnswer, ApprovedSource } from '../../store/approved/approved.ts';

/** What became of a source: `citation` is how it stands on the day asked for. */
export type CurrentSource = {
  readonly source: ApprovedSource;
  /** `null`: the document was taken back or replaced, or has the provision no more. */
  readonly citation: Citation | null;
  readonly hash: string | null;
  /** What changes it on that day. */
  readonly changes: readonly string[];
};

/** Why an approved answer is not given. */
export type Doubt = 'gone' | 'changed' | 'not_in_force' | 'amended';

/** Whether an approved answer may be given on a day. `review`: not before somebody has looked at it. */
export type ApprovedStanding =
  | { readonly kind: 'in_force' }
  | { readonly kind: 'expired' }
  | { readonly kind: 'review'; readonly doubt: Doubt; readonly source: ApprovedSource };

/** An approved answer holds as long as every provision that it rests on stands unchanged and is in force on the day. */
export function standingOf(
  { expires }: Pick<ApprovedAnswer, 'expires'>,
  sources: readonly CurrentSource[],
  { asOf, today }: { readonly asOf: IsoDate; readonly today: IsoDate },
): ApprovedStanding {
  for (const current of sources) {
    const doubt = doubtOf(current);
    if (doubt !== null) return { kind: 'review', doubt, source: current.source };
  }
  return expires < today || expires < asOf ? { kind: 'expired' } : { kind: 'in_force' };
}

function doubtOf({ source, citation, hash, changes }: CurrentSource): Doubt | null {
  if (citation === null) return 'gone';
  if (hash !== source.hash) return 'changed';
  // What is not known to be in force is not shown as such.
  if (citation.validity !== 'in_force') return 'not_in_force';
  return changes.every((change) => source.changes.includes(change)) ? null : 'amended';
}
