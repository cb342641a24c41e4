import type { Position } from '../../domain/requirement.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import type { Status } from '../finding.ts';

/** A position as a record writes it, looked up: one key for all the ways it is written, and its entry if there is one. */
export type NamedPosition = { readonly key: string; readonly entry: Position | null };

export type Catalogue = { readonly find: (written: string) => NamedPosition };

export function createCatalogue(positions: readonly Position[]): Catalogue {
  const entries = new Map<string, NamedPosition>();
  for (const entry of positions) {
    const named = { key: nameKey(entry.name), entry };
    for (const name of [entry.name, ...entry.aliases]) {
      const key = nameKey(name);
      if (!entries.has(key)) entries.set(key, named);
    }
  }
  return {
    find: (written) => {
      const key = nameKey(written);
      return entries.get(key) ?? { key, entry: null };
    },
  };
}

/**
 * Whether a position is one of those named or, with `leadership`, one that the catalogue calls leadership; of a position that the
 * catalogue does not have, this is unknown. Nothing asked: any position.
 */
export function createPositionTest(
  positions: readonly string[],
  leadership: boolean,
  catalogue: Catalogue,
): (written: string) => Status {
  if (positions.length === 0 && !leadership) return () => 'met';
  const keys = new Set(positions.map((name) => catalogue.find(name).key));
  return (written) => {
    const { key, entry } = catalogue.find(written);
    if (keys.has(key)) return 'met';
    if (!leadership) return 'missing';
    if (entry === null) return 'unknown';
    return entry.leadership ? 'met' : 'missing';
  };
}
