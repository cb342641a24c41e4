import { isSyllable, sameSpelling } from '../syllable.ts';
import type { SyllablePairs } from '../syllablePairs.ts';
import { fold } from '../text.ts';

/** A mark that recognition got wrong, as it was and as it must have been, lower case. */
export type Repair = { readonly from: string; readonly to: string; readonly times: number };

type Token = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Nothing but white space stands between this token and the one before. */
  readonly joined: boolean;
  /** A stop, a comma or a bracket stands behind it. */
  readonly isStopped: boolean;
};

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const { 0: match, index } of text.matchAll(/[\p{L}\p{M}\d]+/gu)) {
    tokens.push({
      text: match,
      start: index,
      end: index + match.length,
      joined: end >= 0 && /^\s+$/u.test(text.slice(end, index)),
      isStopped: /[^\s\p{L}]/u.test(text.charAt(index + match.length)),
    });
    end = index + match.length;
  }
  return tokens;
}

const isCapitals = (word: string) => word.length > 1 && word === word.toUpperCase();
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** Written as `model` is: small, with a capital, in capitals. */
function inCaseOf(model: string, word: string): string {
  if (isCapitals(model)) return word.toUpperCase();
  return isCapitalised(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A word followed, or preceded, by more different ones than this ("các", "và") proves nothing alone. */
const mostCompany = 200;

/** A word with no more neighbours than this leaves hardly a choice: "thúc" is followed by "đẩy". */
const fewCompany = 16;

/** The neighbours that may prove something: words beside it, of the same sort of writing. `null` for a possible name. */
function neighbours(token: Token, before: Token | undefined, after: Token | undefined) {
  const left = token.joined ? before?.text : undefined;
  const right = after?.joined === true ? after.text : undefined;
  const isAlike = (other: string) => /^\d+$/.test(other) || isCapitals(token.text) === isCapitals(other);
  const named = isCapitalised(token.text) && !isCapitals(token.text);
  // Only what follows in small letters shows that a word with a capital opens a term, and is no part of a name.
  if (named && (right === undefined || isCapitalised(right) || (left !== undefined && isCapitalised(left))))
    return null;
  return {
    left: left === undefined || named || !isAlike(left) ? null : left,
    right: right === undefined || !isAlike(right) ? null : right,
  };
}

/** How well a syllable stands between its neighbours; 0 where it is not proven there. */
function proof(
  syllable: string,
  left: string | null,
  right: string | null,
  pairs: SyllablePairs,
  least: number,
): number {
  const before = left === null ? 0 : pairs.rank(left, syllable);
  const after = right === null ? 0 : pairs.rank(syllable, right);
  if (before > 0 && after > 0) {
    const few =
      (left !== null && pairs.after(left) <= fewCompany) ||
      (right !== null && pairs.before(right) <= fewCompany);
    return before + after >= (few ? Math.min(3, least) : least) ? before + after : 0;
  }
  // With one neighbour alone, neither may be a word that goes with everything.
  if (pairs.after(syllable) > mostCompany || pairs.before(syllable) > mostCompany) return 0;
  const telling =
    (before > 0 && left !== null && pairs.after(left) <= mostCompany) ||
    (after > 0 && right !== null && pairs.before(right) <= mostCompany);
  return telling && before + after >= Math.min(4, least) ? before + after : 0;
}

/** A word with more neighbours than this in the field is a word of its own, here perhaps beside one of another field. */
const fewOwn = 2;

/** How often words stand beside each other in the text itself. */
type Beside = (first: string, second: string) => number;

/**
 * Whether a word says more in a place than an ordinary one that was read there: beside both neighbours; or beside one, and
 * so elsewhere in the text; or beside the only one.
 */
function outweighs(
  word: string,
  {
    left,
    right,
    isStopped,
  }: { readonly left: string | null; readonly right: string | null; readonly isStopped: boolean },
  pairs: SyllablePairs,
  beside: Beside,
): boolean {
  const before = left === null ? null : pairs.rank(left, word);
  const after = right === null ? null : pairs.rank(word, right);
  // What goes with everything is read out of anything.
  if (pairs.before(word) > mostCompany) return false;
  if (after === null) return !isStopped;
  if (before === null || left === null || right === null || Math.min(before, after) > 0) return true;
  return (before > 0 ? beside(left, word) : beside(word, right)) > 0;
}

/** What a word that fits is outweighed by: fitting both neighbours, and better by so much. */
const farBetterBy = 5;

/**
 * The one word of the same letters that fits both neighbours far better than a word which fits them a little, and stands
 * beside one of them elsewhere in the text. What a text says time and again was not misread each time.
 */
function farBetter(
  token: Token,
  word: string,
  own: number,
  { left, right }: { readonly left: string; readonly right: string },
  { pairs, beside }: { readonly pairs: SyllablePairs; readonly beside: Beside },
): string | null {
  if (beside(left, word) > 1 || beside(word, right) > 1) return null;
  const better = pairs.alike(fold(word)).filter((syllable) => {
    const [before, after] = [pairs.rank(left, syllable), pairs.rank(syllable, right)];
    const isSaid = beside(left, syllable) > 0 || beside(syllable, right) > 0;
    return isSaid && before > 0 && after > 0 && before + after >= own + farBetterBy;
  });
  const [only] = better;
  return better.length === 1 && only !== undefined ? inCaseOf(token.text, only) : null;
}

function repaired(
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
  pairs: SyllablePairs,
  beside: Beside,
): string | null {
  // The letter of a điểm is no word.
  if (!/^[\p{L}\p{M}]{2,}$/u.test(token.text)) return null;
  const company = neighbours(token, before, after);
  if (company === null) return null;
  const { left, right } = company;
  const word = token.text.toLowerCase();
  const own = (left === null ? 0 : pairs.rank(left, word)) + (right === null ? 0 : pairs.rank(word, right));
  if (own > 0)
    return left === null || right === null
      ? null
      : farBetter(token, word, own, { left, right }, { pairs, beside });
  // What is no syllable at all ("quyêt"), and what is no word of the field, needs less to be known for an error.
  const least = !isSyllable(word) ? 2 : pairs.knows(word) ? 6 : 5;
  const isOrdinary = isSyllable(word) && pairs.after(word) + pairs.before(word) > fewOwn;
  const best = (candidates: readonly string[]): string | null => {
    const [first, second] = candidates
      .filter((syllable) => sameSpelling(syllable) !== sameSpelling(word))
      .filter(
        (syllable) =>
          !isOrdinary || outweighs(syllable, { left, right, isStopped: token.isStopped }, pairs, beside),
      )
      .map((syllable) => ({ syllable, proof: proof(syllable, left, right, pairs, least) }))
      .sort((a, b) => b.proof - a.proof);
    if (first === undefined || first.proof === 0) return null;
    return second !== undefined && second.proof > first.proof - 2 ? null : first.syllable;
  };
  const folded = fold(word);
  // Some typefaces make á and ó alike.
  const lookalikes = () =>
    [...folded].flatMap((letter, index) =>
      letter === 'o' || letter === 'a'
        ? pairs.alike(folded.slice(0, index) + (letter === 'o' ? 'a' : 'o') + folded.slice(index + 1))
        : [],
    );
  const found = best(pairs.alike(folded)) ?? (pairs.knows(word) ? null : best(lookalikes()));
  return found === null ? null : inCaseOf(token.text, found);
}

function besideIn(tokens: readonly Token[]): Beside {
  const counts = new Map<string, number>();
  const key = (first: string, second: string) => `${first} ${second}`.toLowerCase();
  for (const [index, { text, joined }] of tokens.entries()) {
    const own = key(tokens[index - 1]?.text ?? '', text);
    if (joined) counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return (first, second) => counts.get(key(first, second)) ?? 0;
}

/**
 * Puts right the marks that recognition got wrong, as far as the field's vocabulary proves it: a word that fits
 * neither neighbour is replaced by the one word of the same letters that does ("chính quyên" → "chính quyền").
 * Numbers, names and words that fit are never touched. `text` is a stretch of running text; its line breaks stay.
 */
export function repairOcr(
  text: string,
  pairs: SyllablePairs,
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const tokens = [...tokensOf(text)];
  const beside = besideIn(tokens);
  const counts = new Map<string, Repair>();
  const parts: string[] = [];
  let at = 0;
  for (const [index, token] of tokens.entries()) {
    const word = repaired(token, tokens[index - 1], tokens[index + 1], pairs, beside);
    if (word === null) continue;
    const from = token.text.toLowerCase();
    const to = word.toLowerCase();
    counts.set(`${from} ${to}`, { from, to, times: (counts.get(`${from} ${to}`)?.times ?? 0) + 1 });
    // What was put right proves its neighbour.
    tokens[index] = { ...token, text: word };
    parts.push(text.slice(at, token.start), word);
    at = token.end;
  }
  return { text: parts.join('') + text.slice(at), repairs: [...counts.values()] };
}
