import type { IsoDate } from '../../../../domain/day.ts';
import type { ApprovedAnswer } from '../../../../store/approved/approved.ts';
import type { AskedQuestion } from '../../../../store/approved/asked.ts';

/** A provision that an answer rests on; an empty span where it is no more. */
export type SourceView = {
  readonly directiveId: number;
  readonly path: readonly string[];
  readonly label: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};

export type AnswerView = Pick<ApprovedAnswer, 'id' | 'questions' | 'words' | 'proposedBy'> & {
  readonly expires: IsoDate;
  readonly state: 'proposed' | 'in_force' | 'expired' | 'review' | 'withdrawn';
  /** Why it is not given, in sentences. */
  readonly doubts: readonly string[];
  /** `at` is an ISO time. */
  readonly approval: { readonly by: string; readonly title: string | null; readonly at: string } | null;
  readonly sources: readonly SourceView[];
};

/** `lastAt` is an ISO time. */
export type AskedView = Omit<AskedQuestion, 'lastAt'> & { readonly lastAt: string };

export type AnswersView = {
  readonly answers: readonly AnswerView[];
  readonly asked: readonly AskedView[];
};
