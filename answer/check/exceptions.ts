import type { Clause } from './clauses.ts';
import { denialsIn, speaksOf } from './denials.ts';
import type { FailureReason } from './reasons.ts';
import { coverage, heldBy, wordsOf } from './words.ts';

const EXCEPTION = /(?<!\p{L})(?:trừ|ngoại trừ)(?: trường hợp| khi| những| các)*\s+([^.;]+)/iu;

/** The exception of a text that a sentence tells: what that adds to the rest of the text stands in it. `null`: it tells none. */
export function exceptionTold(
  part: string,
  text: string,
): { readonly rest: string; readonly exception: string; readonly written: string } | null {
  const matched = EXCEPTION.exec(text);
  const exception = matched?.[1];
  if (matched === null || exception === undefined) return null;
  const rest = text.slice(0, matched.index);
  const { singles } = heldBy([rest]);
  const words = wordsOf(exception);
  const covered = coverage(words, heldBy([part]));
  let [weight, held] = [0, 0];
  for (const [at, word] of words.entries()) {
    if (singles.has(word.key)) continue;
    weight += word.weight;
    held += word.weight * (covered[at] ?? 0);
  }
  return weight >= LEAST && held >= EXCEPTED * weight ? { rest, exception, written: matched[0] } : null;
}

const LEAST = 1.5;
const EXCEPTED = 0.75;

/** Whether a sentence says of what is excepted the same as of all else: "Người được điều động cũng không được cử", of "Không cử …, trừ người được điều động". */
export function exceptionDenied(part: string, clause: Clause): FailureReason | null {
  const told = exceptionTold(part, clause.text);
  if (told === null || EXCEPTION.test(part) || RESTS.test(part)) return null;
  const { rest, exception, written } = told;
  const main = wordsOf(part);
  const inRest = coverage(main, heldBy([rest]));
  const inException = coverage(main, heldBy([exception]));
  const ofRest = main.reduce(
    (sum, one, at) => sum + ((inException[at] ?? 0) > 0 ? 0 : one.weight * (inRest[at] ?? 0)),
    0,
  );
  if (ofRest < 2) return null;
  const isDeniedIn = (text: string) => denialsIn(text).length % 2 === 1;
  const ownDenials = denialsIn(part).filter(({ head }) => speaksOf(head, exception) !== 'denies').length;
  return (ownDenials % 2 === 1) === isDeniedIn(rest) && ownDenials <= 1
    ? { kind: 'negation', found: part.trim(), instead: written }
    : null;
}

const RESTS =
  /(?<!\p{L})(?:miễn|trừ|ngoài|(?:hợp|tượng|người|những|các) khác|còn lại|nếu không|chỉ|không thuộc)(?!\p{L})/iu;

/** "Nội dung thuộc bí mật thì không phải công bố" tells the exception of "phải được công bố, trừ nội dung thuộc bí mật". */
export function isExcepted(part: string, found: string, own: string): boolean {
  const matched = EXCEPTION.exec(own);
  const exception = matched?.[1];
  if (matched === null || exception === undefined) return false;
  const words = wordsOf(part.slice(0, part.indexOf(found)));
  const weight = words.reduce((sum, one) => sum + one.weight, 0);
  const heldIn = (text: string): number => {
    const covered = coverage(words, heldBy([text]));
    return words.reduce((sum, one, at) => sum + one.weight * (covered[at] ?? 0), 0);
  };
  const isOther = heldIn(own.replace(matched[0], ' ')) < 0.6 * weight;
  return weight >= 1 && heldIn(exception) >= 0.6 * weight && isOther;
}
