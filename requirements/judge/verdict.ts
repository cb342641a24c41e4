import type { Status } from '../finding.ts';

/** What a record says of one fact; `silent`: it says nothing of it at all, which is less than to say something unclear. */
export type Verdict = Status | 'silent';

/** And, where the unknown stays unknown unless the other settles it. */
export function both(one: Status, other: Status): Status {
  if (one === 'missing' || other === 'missing') return 'missing';
  return one === 'met' && other === 'met' ? 'met' : 'unknown';
}

/** Or, likewise. */
export function either(one: Status, other: Status): Status {
  if (one === 'met' || other === 'met') return 'met';
  return one === 'missing' && other === 'missing' ? 'missing' : 'unknown';
}

export function opposite(status: Status): Status {
  if (status === 'unknown') return 'unknown';
  return status === 'met' ? 'missing' : 'met';
}
