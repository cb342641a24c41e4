import type { IsoDate } from '../../domain/directive.ts';
import type { Facet } from '../../requirements/counting/statistics.ts';
import type { Assumption } from '../../requirements/whatIf.ts';
import type { WrittenLevel } from '../../vietnamese/levels.ts';

/** About whom a person asks. Only `self` needs no rights; a name is looked up among the people whom staff may see. */
export type Whom = { readonly who: 'self' } | { readonly who: 'named'; readonly name: string };

/** In the chat, or as a file to hand in. */
export type Output = 'chat' | 'xlsx' | 'docx';

/** What a person wants, where it is not an answer from the documents. */
export type Intent =
  | {
      readonly kind: 'gaps';
      readonly whom: Whom;
      readonly assumption: Assumption | null;
      /** Only what concerns this: "tại sao tôi thiếu trung cấp LLCT". */
      readonly topic: WrittenLevel | null;
      readonly asOf: IsoDate | null;
    }
  | { readonly kind: 'record'; readonly whom: Whom; readonly part: 'all' | 'qualifications' }
  | { readonly kind: 'renewal'; readonly topic: WrittenLevel | null }
  | { readonly kind: 'link'; readonly code: string | null }
  | { readonly kind: 'agree'; readonly code: string }
  | { readonly kind: 'shared_phone' }
  | { readonly kind: 'unlink' }
  | { readonly kind: 'my_data' }
  | { readonly kind: 'erase'; readonly step: 0 | 1 | 2 | 'no' }
  | { readonly kind: 'who_saw' }
  | { readonly kind: 'wrong'; readonly says: string | null }
  | {
      readonly kind: 'who_lacks';
      readonly topic: WrittenLevel | null;
      /** What was asked for, as written; `null` for everything. */
      readonly words: string | null;
      readonly output: Output;
    }
  | {
      readonly kind: 'targets';
      readonly compareWith: IsoDate | null;
      /** Id of one target, whose people are named. */
      readonly target: string | null;
      readonly output: Output;
    }
  | { readonly kind: 'statistics'; readonly facets: readonly Facet[]; readonly output: Output }
  | { readonly kind: 'eligible'; readonly words: string | null }
  | { readonly kind: 'readiness'; readonly position: string | null }
  | { readonly kind: 'coverage' }
  | { readonly kind: 'trainings'; readonly year: number | null }
  | { readonly kind: 'percentages'; readonly text: string | null }
  | { readonly kind: 'issue_code'; readonly name: string | null }
  | {
      readonly kind: 'corrections';
      readonly close: { readonly id: number; readonly accept: boolean } | null;
    };

export type IntentKind = Intent['kind'];
