import type { Citation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { ChatPlace } from '../../store/answers/turns.ts';
import type { Answer } from '../answer.ts';
import type { PersonalTools } from './tools.ts';

/** A question for the model, with what the documents alone say to it. */
export type ModelQuestion = {
  /** Standing alone: a follow-up is put in full before. */
  readonly question: string;
  readonly asOf: IsoDate;
  readonly found: Answer;
  readonly place: ChatPlace;
  readonly sender: string | null;
  /** Questions before this one, latest first. */
  readonly earlier: readonly string[];
  readonly personal: PersonalTools | null;
  /** Aborted when nobody waits for the answer any more. */
  readonly stopping?: AbortSignal;
};

/** A sentence that may be said. `plain`: it claims nothing. */
export type ModelSentence = {
  readonly text: string;
  /** Places in `citations` of the end, from 1, in the order in which they are first named. */
  readonly sources: readonly number[];
};

export type ModelEnd =
  | {
      readonly composed: true;
      /** All of them, in the order in which they are to be read: one that was repaired came late. */
      readonly sentences: readonly ModelSentence[];
      /** What the sentences rest on, in the order of their numbers. */
      readonly citations: readonly Citation[];
      /** Sentences of the model that were left out. */
      readonly dropped: number;
    }
  | {
      readonly composed: false;
      /**
       * `silent`: no answer in time, or none that can be read; `broken`: the same, after sentences that passed were said. `nothing`:
       * the model finds no answer in the documents. `unchecked`: too little of what it said is borne out by them.
       */
      readonly why: 'silent' | 'broken' | 'nothing' | 'unchecked' | 'limit_person' | 'limit_all';
    };
