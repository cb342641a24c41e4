import type { IsoDate } from '../../domain/day.ts';
import type { RelationException } from '../../domain/validity.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { findDocumentMentions } from './documentMentions.ts';
import { itemsOf } from './items.ts';

/** What remains, and of which document: `null` for whichever the sentence speaks of. */
export type Remaining = { readonly of: string | null; readonly exception: RelationException };

/** A sentence without what it leaves out, and what that is. */
export type Excepted = {
  readonly words: string;
  readonly except: readonly Remaining[];
  /** What is left out is told in words ("trừ các quy định về …"), so that nobody can tell which provisions remain. */
  readonly vague: boolean;
};

const EXCEPTION = /\s*[,;(]\s*(?:ngoại trừ|trừ|riêng)\s|(?<=hiệu lực[^;,]{0,60})\s(?:ngoại trừ|trừ)\s/u;
/** Left out are cases, or what this document itself says elsewhere: the other one is gone whole all the same. */
const OWN_CASES = /trường hợp|(?:Điều|khoản|điểm|nghị định|thông tư|quyết định|luật|nghị quyết) này/iu;

/** "…, trừ Điều 5 và Điều 7", "…; riêng quy định tại Điều 8 tiếp tục thực hiện đến hết ngày 31/12/2027". */
export function splitException(sentence: string): Excepted {
  const match = EXCEPTION.exec(sentence);
  if (match === null) return { words: sentence, except: [], vague: false };
  const after = sentence.slice(match.index + match[0].length);
  // "Nghị định số …, trừ Điều 5, hết hiệu lực kể từ ngày …": what is left out stands within.
  const goesOn = /[,;)]\s*(?=(?:đều\s+)?(?:hết hiệu lực|bị bãi bỏ|được thay thế)(?!\p{L}))/u.exec(after);
  const tail = goesOn === null ? after : after.slice(0, goesOn.index);
  const rest = goesOn === null ? '' : ` ${after.slice(goesOn.index + goesOn[0].length)}`;
  const words = sentence.slice(0, match.index) + rest;
  if (OWN_CASES.test(tail)) return { words, except: [], vague: false };
  const until = lastDayIn(tail);
  const left = {
    words: tail,
    documents: findDocumentMentions(tail),
    provisions: findProvisionReferences(tail),
  };
  const except = itemsOf(left, 0, tail.length).flatMap(({ target, places }) =>
    places.map(({ path }) => ({ of: target?.numberKey ?? null, exception: { path, until } })),
  );
  return { words, except, vague: except.length === 0 };
}

/** What remains of the document with this number key. */
export function remainsOf(except: readonly Remaining[], key: string | null): readonly RelationException[] {
  return except.flatMap(({ of, exception }) => (of === null || of === key ? [exception] : []));
}

/** The provisions that a stretch says remain, and the last day on which they do. */
export function keptProvisions(words: string): readonly RelationException[] {
  const until = lastDayIn(words);
  return findProvisionReferences(words).map(({ path }) => ({ path, until }));
}

/** The day in "đến hết ngày 31/12/2027". */
export function lastDayIn(words: string): IsoDate | null {
  const last = /đến\s+(?:hết\s+)?(?:ngày\s+)?(?=\d)/u.exec(words);
  return last === null ? null : parseDate(words.slice(last.index, last.index + 60));
}
