import { editDistance } from '../editDistance.ts';
import { isSyllable } from '../syllable.ts';
import type { SyllablePairs } from '../syllablePairs.ts';
import type { Repair } from './repair.ts';
import { type ReadWord, type Replacement, readWords, replaced } from './words.ts';

/**
 * Words misread where the document itself says, time and again, what stands in their place: `xăng dâu` once beside
 * `xăng dầu` many times.
 */

/** A twin stands so often beside the same neighbour, and the word itself only once there; of what can be no word … */
const leastBeside = 2;
/** … and of what might be one. */
const leastBesideWord = 3;
/** A twin stands so often in the document. */
const leastOften = 3;
/** A word with more neighbours than this is an ordinary one, which may stand beside its twin's neighbour too. */
const fewCompany = 8;
/** A neighbour with more different words beside it than this goes with everything. */
const mostCompany = 60;

const both = (first: string, second: string) => `${first} ${second}`;

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The document's words as they are to be compared, with how often each stands there and beside which. */
type Usage = {
  readonly words: ReadonlyMap<string, number>;
  readonly pairs: ReadonlyMap<string, number>;
  /** Words by their letters without marks. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  /** The spelling in which a word stands. */
  readonly spelled: ReadonlyMap<string, string>;
};

function usageOf(words: readonly ReadWord[]): Usage {
  const count = counted(words.map(({ key }) => key));
  const often = words.filter(({ key }) => (count.get(key) ?? 0) >= leastOften);
  const byLetters = Map.groupBy(often, ({ plain }) => plain);
  return {
    words: count,
    pairs: counted(words.slice(1).map(({ key }, index) => both(words[index]?.key ?? '', key))),
    alike: new Map([...byLetters].map(([plain, own]) => [plain, [...new Set(own.map(({ key }) => key))]])),
    spelled: new Map(often.map(({ key, core }) => [key, core.toLowerCase()])),
  };
}

/** Letters that may differ in a word that can be no syllable; a shorter one might be any. */
const mostDiffering = (word: string) => (word.length < 4 ? 0 : Math.max(1, word.length >> 2));

/** The one word of the document that stands where this one does, if this one may be its misreading. */
function twinOf(
  words: readonly ReadWord[],
  index: number,
  usage: Usage,
  pairs: SyllablePairs,
): string | null {
  const [before, word, behind] = [words[index - 1], words[index], words[index + 1]];
  if (word === undefined || !/^[\p{L}\p{M}]+$/u.test(word.core) || word.core.length < 2) return null;
  const isWord = isSyllable(word.core);
  const isNamed =
    /^\p{Lu}/u.test(word.core) && !(before === undefined || before.endsSentence || word.startsLine);
  if ((isNamed && isWord) || word.core === word.core.toUpperCase()) return null;
  const left = before?.key ?? '';
  const right = behind?.key ?? '';
  const isUsual =
    pairs.rank(before?.core.toLowerCase() ?? '', word.core.toLowerCase()) > 0 ||
    pairs.rank(word.core.toLowerCase(), behind?.core.toLowerCase() ?? '') > 0;
  if (isWord && isUsual) return null;
  const standsOnce =
    (usage.pairs.get(both(left, word.key)) ?? 0) <= 1 && (usage.pairs.get(both(word.key, right)) ?? 0) <= 1;
  if (!standsOnce) return null;
  const told = (key: string) => {
    const [from, to] = [usage.pairs.get(both(left, key)) ?? 0, usage.pairs.get(both(key, right)) ?? 0];
    // A word that goes with everything tells nothing of a word that might be one.
    const [isLeft, isRight] = [pairs.after(left) <= mostCompany, pairs.before(right) <= mostCompany];
    const most = Math.max(!isWord || isLeft ? from : 0, !isWord || isRight ? to : 0);
    const isOfField =
      (isLeft && from > 0 && pairs.rank(left, key) > 0) || (isRight && to > 0 && pairs.rank(key, right) > 0);
    return { most, least: Math.min(from, to), isOfField };
  };
  const isStrange = !isWord || pairs.after(word.core) + pairs.before(word.core) <= fewCompany;
  const same = (usage.alike.get(word.plain) ?? []).filter((key) => {
    const { most, least, isOfField } = told(key);
    if (key === word.key) return false;
    if (least >= leastBeside || (!isWord && most >= leastBeside)) return true;
    return isStrange && (most >= leastBesideWord || (isOfField && !pairs.knows(word.core)));
  });
  if (same.length > 0) return same.length === 1 ? (usage.spelled.get(same[0] ?? '') ?? null) : null;
  // Letters without any mark may be a sign or another language.
  if (isWord || /^[a-z]+$/i.test(word.core)) return null;
  const most = mostDiffering(word.core);
  const near = [...usage.alike].flatMap(([plain, keys]) =>
    Math.abs(plain.length - word.plain.length) <= most && editDistance(plain, word.plain) <= most
      ? keys.filter((key) => isSyllable(usage.spelled.get(key) ?? '') && told(key).most >= leastBeside)
      : [],
  );
  const twin = near.length === 1 ? usage.spelled.get(near[0] ?? '') : undefined;
  // Two words that lost the blank between them: "viênở".
  const letters = word.core.toLowerCase();
  const isTwo =
    twin !== undefined &&
    ((letters.startsWith(twin) && isSyllable(letters.slice(twin.length))) ||
      (letters.endsWith(twin) && isSyllable(letters.slice(0, -twin.length))));
  return twin === undefined || isTwo ? null : twin;
}

/** Puts such words right. `text` is a document's recognised text in NFC; its line breaks stay. */
export function repairTwins(
  text: string,
  pairs: SyllablePairs,
): { readonly text: string; readonly repairs: readonly Repair[] } {
  const words = readWords(text);
  const usage = usageOf(words);
  const found = words.flatMap((word, index): readonly Replacement[] => {
    const twin = (usage.words.get(word.key) ?? 0) >= leastOften ? null : twinOf(words, index, usage, pairs);
    if (twin === null) return [];
    const written = /^\p{Lu}/u.test(word.core) ? twin.charAt(0).toUpperCase() + twin.slice(1) : twin;
    return [{ from: index, to: index + 1, words: [written] }];
  });
  return replaced(text, words, found);
}
