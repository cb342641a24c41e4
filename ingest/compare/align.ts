import type { Provision } from '../../domain/directive.ts';
import { wordCounts, wordLikeness } from './words.ts';

/** A text with its tree: a stored directive, or what was read of a file. */
export type Comparable = { readonly text: string; readonly provisions: readonly Provision[] };

/** A provision with its own words: label, heading and what stands before the first provision below it. */
export type Piece = {
  readonly index: number;
  readonly provision: Provision;
  /** Trimmed, label included. */
  readonly own: string;
  /** The same without its label, in one line: what is compared. */
  readonly words: string;
  readonly counts: ReadonlyMap<string, number>;
};

/** From this likeness on, the provision of the same place is the same one with other words. */
const SAME_PLACE = 0.5;
/** From this likeness on, a provision elsewhere is the same one, moved. */
const ELSEWHERE = 0.65;
/** So many pairs are compared at most on one rung: beyond that the texts are different ones. */
const MOST_PAIRS = 200_000;

const LABEL =
  /^(?:(?:phần|chương|mục|tiểu mục|điều|khoản|điểm|phụ lục)\s+[\p{L}\p{N}.]+[.:)]?|\d+(?:\.\d+)*[.)]?|[a-zđ]{1,2}[.)]|[-–+•*])\s+/iu;

/**
 * Which provision of the newer text each one of the older is: by place first (below a parent that moved, the place moves with
 * it), then by words. Older index → newer index; what has no partner is not in the map.
 */
export function align(older: readonly Piece[], newer: readonly Piece[]): ReadonlyMap<number, number> {
  const partner = new Map<number, number>();
  const depths = Math.max(0, ...[...older, ...newer].map(({ provision }) => provision.path.length));
  for (let depth = 1; depth <= depths; depth += 1) {
    const onRung = ({ provision }: Piece) => provision.path.length === depth;
    alignRung(older.filter(onRung), newer.filter(onRung), partner);
  }
  return partner;
}

function alignRung(older: readonly Piece[], newer: readonly Piece[], partner: Map<number, number>): void {
  const taken = new Set<number>();
  const places = byKey(
    newer,
    ({ provision }) => `${provision.parent ?? ''} ${provision.label.toLowerCase()}`,
  );
  const texts = byKey(newer, ({ words }) => words);
  const join = (old: Piece, found: Piece | undefined): boolean => {
    if (found === undefined || taken.has(found.index) || partner.has(old.index)) return false;
    partner.set(old.index, found.index);
    taken.add(found.index);
    return true;
  };
  const atPlace = ({ provision: { parent, label } }: Piece): Piece | undefined => {
    const above = parent === null ? '' : partner.get(parent);
    return above === undefined
      ? undefined
      : places.get(`${above} ${label.toLowerCase()}`)?.find(({ index }) => !taken.has(index));
  };
  for (const old of older) {
    const found = atPlace(old);
    if (found?.words === old.words) join(old, found);
  }
  for (const old of older) {
    if (old.words !== '' && !partner.has(old.index)) {
      join(
        old,
        texts.get(old.words)?.find(({ index }) => !taken.has(index)),
      );
    }
  }
  for (const old of older) {
    const found = partner.has(old.index) ? undefined : atPlace(old);
    if (found !== undefined && wordLikeness(old.counts, found.counts) >= SAME_PLACE) join(old, found);
  }
  for (const [old, found] of likest(older, newer, partner, taken)) join(old, found);
  // Written anew, at its place.
  for (const old of older) if (!partner.has(old.index)) join(old, atPlace(old));
}

/** What is left on both sides and alike, the likest first. */
function likest(
  older: readonly Piece[],
  newer: readonly Piece[],
  partner: ReadonlyMap<number, number>,
  taken: ReadonlySet<number>,
): readonly (readonly [Piece, Piece])[] {
  const left = older.filter(({ index }) => !partner.has(index));
  const right = newer.filter(({ index }) => !taken.has(index));
  if (left.length * right.length > MOST_PAIRS) return [];
  return left
    .flatMap((old) => right.map((found) => ({ old, found, like: wordLikeness(old.counts, found.counts) })))
    .filter(({ like }) => like >= ELSEWHERE)
    .sort((a, b) => b.like - a.like)
    .map(({ old, found }) => [old, found] as const);
}

/** The provisions of a text with their own words. */
export function piecesOf({ text, provisions }: Comparable): readonly Piece[] {
  const firstBelow = new Map<number, number>();
  for (const { parent, start } of provisions) {
    if (parent !== null && !firstBelow.has(parent)) firstBelow.set(parent, start);
  }
  return provisions.map((provision, index) => {
    const own = text.slice(provision.start, firstBelow.get(index) ?? provision.end).trim();
    const words = own.replace(LABEL, '').replaceAll(/\s+/g, ' ').trim();
    return { index, provision, own, words, counts: wordCounts(words) };
  });
}

function byKey(
  pieces: readonly Piece[],
  key: (piece: Piece) => string,
): ReadonlyMap<string, readonly Piece[]> {
  return Map.groupBy(pieces, key);
}
