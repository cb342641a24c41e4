import { documentNumberKey, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { figuresDiffer } from './agreement.ts';
import type { Candidate } from './candidate.ts';
import type { Clause } from './clauses.ts';
import { deedsBetween, type WrittenDeed, writtenDeeds } from './deeds.ts';
import { exceptionDenied } from './exceptions.ts';
import { type Group, type GroupRole, groupsIn, rolesIn } from './groups.ts';
import { modalityBetween } from './modality.ts';
import { oppositeBetween } from './opposites.ts';
import { denialBetween, deniedBeside } from './polarity.ts';
import type { FailureReason } from './reasons.ts';
import { withoutReferences } from './references.ts';
import { strangerIn } from './strangers.ts';
import { turnedInto } from './turnedInto.ts';
import { wholeForPart } from './wholes.ts';
import { coverage, type Held, heldBy, wordsOf } from './words.ts';
import { figuresIn, markOf } from './writtenFigures.ts';

/** Who does what in the clauses that a sentence cites; read once for all sentences. */
export const deedsOf = (candidates: readonly Candidate[]): readonly WrittenDeed[] =>
  writtenDeeds(candidates.map(({ clause }) => clause));

export function candidatesOf(clauses: readonly Clause[]): readonly Candidate[] {
  const lineOf = ({ source, labels }: Clause) => [source.id, ...labels].join('|');
  const lines = Map.groupBy(
    clauses.filter(({ kind }) => kind === 'own'),
    lineOf,
  );
  const heldLines = new Map<string, Held>();
  const heldAbove = new Map<string, Held>();
  const held = (known: Map<string, Held>, key: string, texts: readonly string[]): Held => {
    const made = known.get(key) ?? heldBy(texts);
    known.set(key, made);
    return made;
  };
  return clauses
    .filter(({ kind }) => kind !== 'line')
    .map((clause) => {
      const figures = figuresIn(clause.text);
      const line = lines.get(lineOf(clause)) ?? [];
      const siblings = line.filter((other) => other !== clause);
      const leads = clause.above.slice(0, clause.leads);
      const texts = siblings.map(({ text }) => text);
      return {
        clause,
        figures,
        marks: new Set([
          ...[...figures.quantities, ...figures.moments].map(markOf),
          ...documentKeys(clause.text),
        ]),
        siblings,
        beside: [...texts, ...leads].map(figuresIn),
        line: held(
          heldLines,
          lineOf(clause),
          line.map(({ text }) => text),
        ),
        own: heldBy([clause.text]),
        above: held(heldAbove, clause.above.join('|'), clause.above),
        groups: groupsIn(clause.text),
        weight: wordsOf(clause.text).reduce((sum, { weight }) => sum + weight, 0),
      };
    });
}

/** What stands above a clause tells of it, but less than its own words. */
const ABOVE = 0.7;
/** Those who are named count for more than other words: they tell one clause from the next. */
const GROUP = 1;
/** A clause as good as this beside the best may be the one that is meant. */
const NEAR_BEST = 0.93;
/** A piece between commas holds few words to choose by. */
const NEAR_PIECE = 0.78;
/** What a clause has to hold beyond another for the other to be left out. */
const DOMINATED = 0.3;
/** Of two that hold the same, the shorter says it more closely. */
const LENGTH = 0.004;
/** What is known of the document is looked at only where the provision itself holds little. */
const HEAD = 0.9;
const OF_DOCUMENT =
  /^\s*(?:(?:theo|từ|kể từ)[^,]*,\s*)?(?:quyết định|nghị định|thông tư|luật|bộ luật|văn bản|hướng dẫn|kế hoạch|chương trình|nghị quyết|quy định|điều|khoản)(?!\p{L}).*(?:hiệu lực|ban hành|quy định|thay|sửa đổi|hướng dẫn|bãi bỏ|do )/isu;

/** A heading says what is spoken of, not what is said of it. */
const HEADING = 0.75;
const headingShare = ({ labels, leads, text }: Clause): number =>
  /^Điều /u.test(labels.at(-1) ?? '') && leads === 0 && !/[.;:]$/u.test(text) ? HEADING : 1;

type Match = {
  readonly candidate: Candidate;
  readonly score: number;
  /** Which words of the stretch it holds. */
  readonly holds: readonly boolean[];
};

/** The clauses that hold most of a stretch of a sentence, best first. */
function bestFor(
  part: string,
  candidates: readonly Candidate[],
  nearness = NEAR_BEST,
  named: readonly string[] = [],
): readonly Match[] {
  const words = wordsOf(part);
  const groups = groupsIn(part);
  const figures = figuresIn(part);
  const marks = [...figures.quantities.filter(({ measured, soft }) => measured && !soft), ...figures.moments]
    .map(markOf)
    .concat(named);
  const head = OF_DOCUMENT.test(part) ? HEAD : 0.2;
  const matches = candidates
    .map((candidate) => {
      const [own, above] = [coverage(words, candidate.own), coverage(words, candidate.above)];
      let score = 0;
      for (const [at, { weight }] of words.entries()) {
        score += weight * Math.max(own[at] ?? 0, ABOVE * (above[at] ?? 0));
      }
      for (const mark of marks) if (candidate.marks.has(mark)) score += GROUP;
      for (const { name } of groups) {
        if (candidate.own.singles.has(`*${name}`)) score += GROUP;
        else if (candidate.above.singles.has(`*${name}`)) score += ABOVE * GROUP;
      }
      return {
        candidate,
        holds: words.map((_word, at) => (own[at] ?? 0) > 0 || (above[at] ?? 0) > 0),
        score:
          (score - LENGTH * candidate.weight) *
          (candidate.clause.kind === 'own' ? headingShare(candidate.clause) : head),
      };
    })
    .sort((a, b) => b.score - a.score);
  const best = matches[0]?.score ?? 0;
  const near = matches.filter(({ score }) => score >= nearness * best && score > 0).slice(0, 6);
  // What holds nothing more than a better one, and less of what is said, is not what is meant.
  const lacks = (one: Match, better: Match): boolean =>
    one.holds.every((holds, at) => !holds || better.holds[at] === true) &&
    words.reduce(
      (sum, { weight }, at) => sum + (better.holds[at] === true && one.holds[at] !== true ? weight : 0),
      0,
    ) >= DOMINATED;
  return near.filter((one, at) => !near.slice(0, at).some((better) => lacks(one, better)));
}

/** Where a sentence turns to another clause. */
const TURNS =
  /;\s+|(?<=[\p{Ll}\d)%"])[.!?]\s+(?=["\p{Lu}])|,\s+(?=(?:còn|trong khi|nhưng|riêng|đồng thời|ngược lại|tuy nhiên|song|sau đó|mặt khác|ngoài ra)\s)|\s+(?=(?:nhưng|trong khi|còn đối với)\s)/u;

/** What is wrong with a sentence as to who does what, and whether. */
export function checkMeaning(
  sentence: string,
  candidates: readonly Candidate[],
  scope: Held,
  deeds: readonly WrittenDeed[],
): readonly FailureReason[] {
  const bare = withoutReferences(sentence);
  return turnsOf(bare)
    .filter(([start, end]) => /\p{L}/u.test(bare.slice(start, end)))
    .flatMap(([start, end]) => {
      const named = documentKeys(sentence.slice(start, end));
      return checkPart(bare.slice(start, end), bare, named, candidates, scope, deeds);
    });
}

function turnsOf(text: string): readonly (readonly [number, number])[] {
  const turns = [...text.matchAll(new RegExp(TURNS.source, 'gu'))];
  const starts = [0, ...turns.map(({ 0: found, index }) => index + found.length)];
  return starts.map((start, at) => [start, turns[at]?.index ?? text.length]);
}

const documentKeys = (text: string): readonly string[] =>
  findDocumentNumbers(text).map(({ start, end }) => documentNumberKey(text.slice(start, end)));

function checkPart(
  part: string,
  whole: string,
  named: readonly string[],
  candidates: readonly Candidate[],
  scope: Held,
  deeds: readonly WrittenDeed[],
): readonly FailureReason[] {
  const groups = groupsIn(part);
  const matches = bestFor(part, candidates, NEAR_BEST, named);
  if (matches.length === 0) return [];
  const { swapped, sure } = deedsBetween(part, deeds, scope);
  if (swapped !== null) return [swapped];
  const swaps = matches.map(({ candidate }) => swapBetween(part, candidate));
  const [swap] = swaps;
  if (swap !== null && swap !== undefined && swaps.every((one) => one !== null)) {
    if (!groupsIn(swap.found).some(({ name }) => sure.has(name))) return [swap];
  }
  let first: readonly FailureReason[] | null = null;
  let isDenied = true;
  for (const { candidate } of matches) {
    const reasons = against(part, whole, groups, candidate, scope);
    if (reasons.length === 0) return [];
    first ??= reasons;
    isDenied &&= reasons.some(({ kind }) => kind === 'negation' || kind === 'opposite');
  }
  if (isDenied) return first ?? [];
  // A stretch that draws two clauses together fits neither: each of its pieces may fit one.
  const pieces = piecesOf(part);
  if (pieces.length < 2) return first ?? [];
  const apart = pieces.map((piece) => {
    const own = groupsIn(piece);
    const near = bestFor(piece, candidates, NEAR_PIECE);
    const results = near.map(({ candidate }) => against(piece, whole, own, candidate, scope));
    return results.find((reasons) => reasons.length === 0) ?? results[0] ?? [];
  });
  return apart.every((reasons) => reasons.length === 0) ? [] : (first ?? []);
}

const TOPIC =
  /^(?:\p{L}+\s)?(?:ở|đối với|với|trong|về|theo|khi|nếu|muốn|sau|trước|từ|kể từ|tại|để|ngoài)\s/iu;

/** The pieces of a part between commas; what only names the topic belongs to the piece behind it. */
function piecesOf(part: string): readonly string[] {
  const pieces: string[] = [];
  let topic = '';
  for (const piece of part.split(/,\s+|\s+và\s+/u)) {
    const text = topic + piece;
    const weight = wordsOf(piece).reduce((sum, one) => sum + one.weight, 0);
    // What holds too little to choose by ("hằng quý") belongs to what follows.
    if (TOPIC.test(piece) || (weight < 1.5 && figuresIn(piece).quantities.length === 0)) topic = `${text}, `;
    else {
      pieces.push(text);
      topic = '';
    }
  }
  const last = pieces.at(-1);
  if (wordsOf(topic).reduce((sum, one) => sum + one.weight, 0) >= 1.5) return [...pieces, topic];
  if (topic === '' || last === undefined) return topic === '' ? pieces : [topic];
  return [...pieces.slice(0, -1), `${last}, ${topic}`];
}

function against(
  part: string,
  whole: string,
  groups: readonly Group[],
  candidate: Candidate,
  scope: Held,
): readonly FailureReason[] {
  const { clause } = candidate;
  const around = [clause.text, ...clause.above].join(' . ');
  return [
    figuresDiffer(figuresIn(part), candidate.figures, candidate.beside),
    denialBetween(part, clause, candidate.siblings, whole),
    exceptionDenied(part, clause),
    deniedBeside(part, clause, candidate.siblings),
    modalityBetween(part, clause, candidate.siblings),
    oppositeBetween(part, [clause.text, ...clause.above.slice(0, clause.leads)].join(' . '), around),
    wholeForPart(
      part,
      [clause, ...candidate.siblings].map(({ text }) => text).join('; '),
      clause.above.join(' . '),
    ),
    turnedInto(part, [clause.text, ...clause.above.slice(0, clause.leads)].join(' . '), around),
    strangerIn(part, groups, candidate, scope),
  ].filter((reason) => reason !== null);
}

/** "Trách nhiệm của người được cử đi học": who does what the clauses below say without a subject. */
const OF_WHOM = /(?:trách nhiệm|quyền lợi|quyền|nghĩa vụ|nhiệm vụ|thẩm quyền) của\s/iu;

/** Two whom both name, each in the other's part. */
function swapBetween(part: string, { clause, siblings }: Candidate): FailureReason | null {
  const said = rolesIn(part);
  const line = siblings.length === 0 ? [] : [[clause, ...siblings].map(({ text }) => text)];
  const lines = [[clause.text], ...line].map((texts) => texts.flatMap((text) => rolesIn(text)));
  return (
    lines.map((written) => swapAmong(part, said, withHeading(written, clause))).find((one) => one !== null) ??
    null
  );
}

function withHeading(written: readonly GroupRole[], { above }: Clause): readonly GroupRole[] {
  if (written.some(({ role }) => role === 'agent')) return written;
  const heading = above.find((text) => OF_WHOM.test(text));
  if (heading === undefined) return written;
  const whom = groupsIn(heading.slice(heading.search(OF_WHOM))).slice(0, 1);
  return [...written, ...whom.map((group) => ({ ...group, role: 'agent' as const }))];
}

function swapAmong(
  part: string,
  said: readonly GroupRole[],
  written: readonly GroupRole[],
): FailureReason | null {
  const acts = (roles: readonly GroupRole[], name: string) => {
    const own = roles.filter((one) => one.name === name);
    return own.length === 0 ? null : own.some(({ role }) => role === 'agent');
  };
  for (const { name, role, start, end } of said) {
    if (role !== 'agent' || acts(written, name) !== false) continue;
    const other = written.find(
      (one) => one.role === 'agent' && one.name !== name && acts(said, one.name) === false,
    );
    if (other !== undefined)
      return { kind: 'swapped_subject', found: part.slice(start, end), instead: other.name };
  }
  return null;
}
