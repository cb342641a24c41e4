import type { Candidate } from './candidate.ts';
import type { FailureReason } from './reasons.ts';
import { phrasesAlike } from './sameMeaning.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';
import { coverage, type Held, isMisread, wordsOf } from './words.ts';

/** Where a sentence may pass to another unit of the provision: what stands between two of these is told of one thing. */
const PIECES = /[,;:()]\s+|\.\s+|\s(?:và|hoặc|hay|còn|rồi|nhưng)\s/u;
const TURNS = /[;:.]\s+|,\s(?=còn|riêng|nhưng)/u;
const CONDITION =
  /^(?:ở|đối với|với|trong|về|khi|nếu|muốn|sau|trước(?! đây)|từ|kể từ|tại|để|ngoài|trường hợp|người|trên|chậm nhất|hết)\s/iu;
/** Days are looked at apart. */
const DATES = /\d{1,2}\/\d{1,4}(?:\/\d{4})?|ngày \d{1,2} tháng \d{1,2} năm \d{4}/gu;
/** A piece of fewer words tells too little to ask where it stands. */
const LEAST = 1.5;
const BORROWED = 0.7;
/** A figure alone may be told of another thing. */
const FIGURE = 0.5;
/** Told of anyone, whoever the provision names. */
const VAGUE = new Set('cơ quan đơn vị tổ chức cá nhân chịu đạt'.split(' ').map(spell));

/**
 * Whether a piece of a sentence joins what the provision says in two places: the one of its units (a clause, its line, and what stands
 * above) that holds most of it lacks words that stand in another. `null`: every piece can be told of one unit.
 */
export function mixedUnits(
  sentence: string,
  candidates: readonly Candidate[],
  scope: Held,
): FailureReason | null {
  const units = unitsOf(candidates);
  for (const piece of piecesOf(sentence)) {
    const words = wordsOf(piece.replace(DATES, ' '));
    if (words.reduce((sum, { weight }) => sum + weight, 0) < LEAST) continue;
    const inScope = coverage(words, scope, 'exactly');
    const borrowed = units.map((parts) => borrowedWeight(words, inScope, parts));
    if (Math.min(...borrowed) >= BORROWED) return { kind: 'uncovered', found: piece.trim() };
  }
  return null;
}

/** The pieces; and where a turn only has a condition and what follows from it, both together. */
function piecesOf(sentence: string): readonly string[] {
  const turns = sentence.split(TURNS).filter((turn) => {
    const pieces = turn.split(PIECES);
    return pieces.length === 2 && CONDITION.test(turn) && /,\s/u.test(turn);
  });
  return [...sentence.split(PIECES), ...turns];
}

/** The parts of each unit: a clause, its line, what stands above, what it refers to, and what is known of the document. */
function unitsOf(candidates: readonly Candidate[]): readonly (readonly Held[])[] {
  const heads = candidates.filter(({ clause }) => clause.kind === 'head').map(({ own }) => own);
  return candidates.map(({ clause, own, above, line }) => {
    const referred = [clause.text, ...clause.above.slice(0, clause.leads)]
      .flatMap((text) => [...text.matchAll(REFERS)].map(([found]) => found.toLowerCase()))
      .flatMap((label) =>
        candidates.filter(
          ({ clause: other }) => other.source === clause.source && other.labels.includes(label),
        ),
      );
    return [own, above, line, ...referred.map((other) => other.own), ...heads];
  });
}

const REFERS = /(?:khoản \d{1,2}|điểm [a-zđ]{1,2})(?=[^.;]{0,40} này(?!\p{L}))/giu;

/** How much of a piece a unit does not hold, in words that stand side by side in another. */
function borrowedWeight(words: readonly Word[], inScope: readonly number[], parts: readonly Held[]): number {
  const isStrange = words.map(
    ({ key }, at) => inScope[at] === 1 && !VAGUE.has(key) && parts.every(({ singles }) => !singles.has(key)),
  );
  const strange = words.reduce((sum, word, at) => sum + (isStrange[at] === true ? weightOf(word) : 0), 0);
  if (strange < BORROWED) return 0;
  const alike = parts.map((held) => ({ held, marks: phrasesAlike(words, held) }));
  const isHeld = (at: number) =>
    alike.some(({ held, marks }) => marks[at] === true || isMisread(words, at, held));
  return words.reduce(
    (sum, word, at) => sum + (isStrange[at] === true && !isHeld(at) ? weightOf(word) : 0),
    0,
  );
}

const weightOf = ({ key, weight }: Word): number => (/\d/.test(key) ? FIGURE : weight);
