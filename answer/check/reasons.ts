/** Why a sentence may not be said. `found`: the words of the sentence; `instead`: what the provision has, where it can be told. */
export type FailureReason = { readonly kind: FailureKind; readonly found: string; readonly instead?: string };

export const FAILURE_KINDS = [
  /** The sentence names no source … */
  'no_source',
  /** … or one that was not offered. */
  'unknown_source',
  /** What is cited is not in force on the day, or no longer, and the sentence does not say so; or it says so wrongly. */
  'validity',
  'wrong_number',
  /** The number is right, what it counts is not: `5 ngày` for `5 ngày làm việc`. */
  'wrong_unit',
  /** The number is right, but it is the least, the most, or neither. */
  'wrong_limit',
  'wrong_date',
  'wrong_document',
  'wrong_provision',
  'wrong_quote',
  /** The sentence denies what the provision affirms, or affirms what it denies. */
  'negation',
  /** It turns duty into permission or permission into duty. */
  'modality',
  /** Another person, body or grade than the provision speaks of, or two that change their parts. */
  'swapped_subject',
  /** A word that means the contrary of the provision's: `trước` for `sau`. */
  'opposite',
  /** Its words are not those of the provision. */
  'uncovered',
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];
