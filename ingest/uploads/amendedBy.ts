import { documentName } from '../../domain/citation.ts';
import type { Relation } from '../../domain/validity.ts';
import type { Database } from '../../store/database.ts';
import { findByNumber } from '../../store/directives.ts';

/** A stored document by its name. */
export type NamedDocument = { readonly directiveId: number; readonly document: string };

/** Decrees that amend more are few, and nobody compares them all. */
const MOST = 20;

/** Stored documents of which these relations change provisions. */
export async function amendedBy(
  database: Database,
  relations: readonly Relation[],
): Promise<readonly NamedDocument[]> {
  const targets = relations.filter(({ scope }) => scope === 'provision').map(({ target }) => target.number);
  const numbers = [...new Set(targets)].filter((number) => number !== null).slice(0, MOST);
  const found = await Promise.all(numbers.map((number) => findByNumber(database, number)));
  return found.flat().map(({ id, header, fileName }) => ({
    directiveId: id,
    document: documentName(header, fileName),
  }));
}
