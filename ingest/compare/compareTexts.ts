import type { ProvisionPath } from '../../domain/provisionPath.ts';
import { align, type Comparable, type Piece, piecesOf } from './align.ts';
import { compareWords, type WordChange } from './words.ts';

/** What became of one provision. */
export type ProvisionChange = {
  /** `moved`: at another place, its words the same or changed. */
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** In the newer text; in the older one of what is gone. Empty: outside every provision. */
  readonly path: ProvisionPath;
  /** Where it was, of what moved. */
  readonly from: ProvisionPath | null;
  /** Its own words; with all below it where it came or went whole. */
  readonly before: string | null;
  readonly after: string | null;
  /** Word by word, of what was changed; empty for what only moved. */
  readonly words: readonly WordChange[];
};

/** What changed from one text to the other, by provision, in the order of the newer text; what is gone stands where it was. Pure. */
export function compareTexts(before: Comparable, after: Comparable): readonly ProvisionChange[] {
  const [older, newer] = [piecesOf(before), piecesOf(after)];
  const partner = align(older, newer);
  const origin = new Map([...partner].map(([old, found]) => [found, old]));
  const added = wholes(newer, (index) => !origin.has(index));
  const removed = wholes(older, (index) => !partner.has(index));
  const changes: (ProvisionChange & { readonly at: number })[] = [];
  for (const piece of newer) {
    const old = older[origin.get(piece.index) ?? -1];
    const change =
      old === undefined ? cameOrWent(piece, after, added, 'added') : changeOf(old, piece, partner);
    if (change !== null) changes.push({ ...change, at: piece.provision.start });
  }
  // Something that is gone is told behind what stood before it.
  let at = -1;
  for (const piece of older) {
    const found = newer[partner.get(piece.index) ?? -1];
    if (found !== undefined) at = found.provision.start;
    else {
      const change = cameOrWent(piece, before, removed, 'removed');
      if (change !== null) changes.push({ ...change, at: at + 0.5 });
    }
  }
  const outside = compareOutside(before, after);
  return [...(outside === null ? [] : [outside]), ...inOrder(changes)];
}

function changeOf(old: Piece, piece: Piece, partner: ReadonlyMap<number, number>): ProvisionChange | null {
  const place = { path: piece.provision.path, before: old.own, after: piece.own };
  const same = old.words === piece.words;
  const stays =
    old.provision.label.toLowerCase() === piece.provision.label.toLowerCase() &&
    (old.provision.parent === null ? null : partner.get(old.provision.parent)) === piece.provision.parent;
  if (stays) {
    return same ? null : { kind: 'changed', from: null, ...place, words: compareWords(old.own, piece.own) };
  }
  const words = same ? [] : compareWords(old.words, piece.words);
  return { kind: 'moved', from: old.provision.path, ...place, words };
}

/** A provision that came or went: whole where all below it did too (they are not told again), else by its own words. */
function cameOrWent(
  { index, own, provision }: Piece,
  { text }: Comparable,
  whole: ReadonlySet<number>,
  kind: 'added' | 'removed',
): ProvisionChange | null {
  if (provision.parent !== null && whole.has(provision.parent)) return null;
  const words = whole.has(index) ? text.slice(provision.start, provision.end).trim() : own;
  const sides = kind === 'added' ? { before: null, after: words } : { before: words, after: null };
  return { kind, path: provision.path, from: null, ...sides, words: [] };
}

/** The provisions of which nothing, themselves and all below them, has a partner. */
function wholes(pieces: readonly Piece[], isAlone: (index: number) => boolean): ReadonlySet<number> {
  const whole = new Set(pieces.map(({ index }) => index).filter(isAlone));
  // Children stand behind their parents.
  for (const { index, provision } of pieces.toReversed()) {
    if (!whole.has(index) && provision.parent !== null) whole.delete(provision.parent);
  }
  return whole;
}

/** What stands before the first provision: name, grounds. */
function compareOutside(before: Comparable, after: Comparable): ProvisionChange | null {
  const head = ({ text, provisions }: Comparable) =>
    provisions.length === 0 ? text.trim() : text.slice(0, provisions[0]?.start).trim();
  const [own, other] = [head(before), head(after)];
  const words = compareWords(own, other);
  if (words.every(({ change }) => change === 'same')) return null;
  return { kind: 'changed', path: [], from: null, before: own, after: other, words };
}

function inOrder(
  changes: readonly (ProvisionChange & { readonly at: number })[],
): readonly ProvisionChange[] {
  return changes.toSorted((a, b) => a.at - b.at).map(({ at: _, ...change }) => change);
}
