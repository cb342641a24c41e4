import { LOOSE } from './deedsIn.ts';
import { deniersIn } from './denials.ts';
import { type Group, type GroupKind, groupsIn } from './groups.ts';
import type { LaidAlong } from './lines.ts';
import type { FailureReason } from './reasons.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** Of these kinds one stands for another only by mistake. */
const KINDS: ReadonlySet<GroupKind> = new Set(['staff', 'title', 'body', 'learner', 'rank', 'degree']);
/** Who is told and what is told of them stand so near each other. */
const BESIDE = 3;
/** So many words that weigh have to be told of the same place of the line. */
const FOLLOWED = 3;
const WITHIN = 12;

/** "giải thể do Chính phủ quy định": who acts stands in the line before what they do. */
const BY = /(?<!\p{L})(?:do|bởi|được|bị)\s*(?:các |những )?$/iu;

/** A group of a text and the words it takes up. */
type Placed = Group & { readonly from: number; readonly to: number };

/**
 * Whether a sentence that runs along a line of the provision names someone else where the line names someone: "giám đốc quy định mức học
 * bổng", of "do hiệu trưởng quy định mức học bổng". Every line that is as close has to differ.
 */
export function replacedInPlace(sentence: string, closest: readonly LaidAlong[]): readonly FailureReason[] {
  const words = wordsOf(sentence);
  const groups = placed(sentence, words);
  if (!groups.some(({ kind }) => KINDS.has(kind))) return [];
  const found = closest.map((laid) => replacedAlong(sentence, groups, laid, words));
  const [first] = found;
  return first === undefined || first === null || found.includes(null) ? [] : [first];
}

function placed(
  text: string,
  words: readonly { readonly start: number; readonly end: number }[],
): readonly Placed[] {
  return groupsIn(text).map((group) => ({
    ...group,
    from: words.findIndex(({ end }) => end > group.start),
    to: words.findLastIndex(({ start }) => start < group.end),
  }));
}

function replacedAlong(
  sentence: string,
  groups: readonly Placed[],
  { line, alignment: { places } }: LaidAlong,
  words: readonly Word[],
): FailureReason | null {
  const written = line.texts.flatMap((text, stretch) => {
    const start = line.starts[stretch] ?? 0;
    return placed(text, wordsOf(text)).map((one) => ({ ...one, from: one.from + start, to: one.to + start }));
  });
  const said = new Set(groups.map(({ name }) => name));
  const stands = new Set(written.map(({ name }) => name));
  const isDenied = [...deniersIn(sentence, words)].some((at) => (places[at] ?? -1) === -1);
  const isTold = (at: number): boolean => (places[at] ?? -1) !== -1 && (words[at]?.weight ?? 0) > 0;
  const near = (group: Placed, place: number, side: 1 | -1): Placed | undefined => {
    const gap = (one: Placed): number => (side === 1 ? place - one.to : one.from - place);
    // The same one stands there too.
    if (written.some((one) => one.name === group.name && gap(one) > 0 && gap(one) <= WITHIN))
      return undefined;
    return written.find(
      (one) =>
        gap(one) > 0 &&
        gap(one) <= BESIDE &&
        one.kind === group.kind &&
        one.name !== group.name &&
        !said.has(one.name) &&
        !LOOSE.has(one.name),
    );
  };
  /** Who stands in the line before the words that follow a group in the sentence. */
  const rivalBehind = (group: Placed): Placed | undefined => {
    const next = range(group.to + 1, words.length).find(isTold);
    return next === undefined || next - group.to > BESIDE ? undefined : rivalAt(group, places[next] ?? -1, 1);
  };
  /** Who stands in it behind the words that come before the group. */
  const rivalBefore = (group: Placed): Placed | undefined => {
    const last = range(0, group.from).findLast(isTold);
    return last === undefined || group.from - last > BESIDE
      ? undefined
      : rivalAt(group, places[last] ?? -1, -1);
  };
  const rivalAt = (group: Placed, place: number, side: 1 | -1): Placed | undefined => {
    const around = words.keys().filter((at) => isTold(at) && Math.abs((places[at] ?? -1) - place) <= WITHIN);
    return around.toArray().length > FOLLOWED ? near(group, place, side) : undefined;
  };
  for (const group of groups) {
    if (!KINDS.has(group.kind) || LOOSE.has(group.name)) continue;
    // "không áp dụng đối với giảng viên", of "áp dụng đối với viên chức. Giảng viên không thuộc đối tượng".
    if (isDenied && stands.has(group.name)) continue;
    const other =
      rivalBehind(group) ?? (BY.test(sentence.slice(0, group.start)) ? undefined : rivalBefore(group));
    if (other === undefined) continue;
    return { kind: 'swapped_subject', found: sentence.slice(group.start, group.end), instead: other.name };
  }
  return null;
}

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
