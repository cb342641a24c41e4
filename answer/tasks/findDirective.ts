import type { IsoDate } from '../../domain/day.ts';
import type { DirectiveSummary } from '../../domain/directive.ts';
import {
  findLawByTitle,
  findNamedDocuments,
  matchDocuments,
  type NamedDocument,
} from '../../retrieve/namedDocument.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Queryable } from '../../store/database.ts';
import { findBySerial, findByType, listDirectives } from '../../store/directives.ts';
import { terms } from '../../vietnamese/terms.ts';

/** Which stored document somebody means. */
export type FoundDirective =
  | { readonly kind: 'one'; readonly directive: DirectiveSummary }
  | { readonly kind: 'several'; readonly directives: readonly DirectiveSummary[] }
  | { readonly kind: 'none'; readonly written: string };

const LAWS = ['Luật', 'Bộ luật', 'Pháp lệnh', 'Hiến pháp'];
/** A title is meant by words of which it holds this share. */
const ENOUGH = 0.75;

/** A document called by its number however loosely, by its bare serial ("915"), or by words of its title. */
export async function findDirective(
  queryable: Queryable,
  search: Searcher,
  words: string,
  asOf: IsoDate,
): Promise<FoundDirective> {
  const written = words.trim();
  const [named] = findNamedDocuments(written).documents;
  const serial = /^\D{0,12}?(\d{1,5})\D{0,3}$/u.exec(written)?.[1];
  if (named !== undefined) return chosen(await findNamed(queryable, named), written);
  if (serial !== undefined) return chosen(await findBySerial(queryable, String(Number(serial))), written);
  const law = findLawByTitle(written);
  if (law !== null) {
    const laws = await findNamed(queryable, law);
    if (laws.length > 0) return chosen(laws, written);
  }
  return byTitle(queryable, search, written, asOf);
}

async function findNamed(queryable: Queryable, named: NamedDocument): Promise<readonly DirectiveSummary[]> {
  const candidates =
    named.serial === null ? await findByType(queryable, LAWS) : await findBySerial(queryable, named.serial);
  return matchDocuments(candidates, named);
}

async function byTitle(
  queryable: Queryable,
  search: Searcher,
  written: string,
  asOf: IsoDate,
): Promise<FoundDirective> {
  const { hits } = await search(queryable, written, { limit: 20, asOf, directiveIds: null });
  const ids = new Set(hits.map(({ directiveId }) => directiveId));
  const wanted = new Set(terms(written));
  const fitting = (await listDirectives(queryable)).flatMap((directive) => {
    if (!ids.has(directive.id)) return [];
    const { type, title } = directive.header;
    const held = new Set(terms(`${type ?? ''} ${title ?? directive.fileName}`));
    const share = [...wanted].filter((term) => held.has(term)).length / Math.max(wanted.size, 1);
    return share >= ENOUGH ? [{ directive, share }] : [];
  });
  const best = Math.max(...fitting.map(({ share }) => share));
  return chosen(
    fitting.filter(({ share }) => share === best).map(({ directive }) => directive),
    written,
  );
}

function chosen(directives: readonly DirectiveSummary[], written: string): FoundDirective {
  const [first, second] = directives;
  if (first === undefined) return { kind: 'none', written };
  return second === undefined ? { kind: 'one', directive: first } : { kind: 'several', directives };
}
