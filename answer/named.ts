import type { IsoDate } from '../domain/day.ts';
import type { DirectiveSummary, StoredDirective, StoredProvision } from '../domain/directive.ts';
import { matchDocuments, type NamedDocument } from '../retrieve/namedDocument.ts';
import { matchProvisions, type NamedProvision, possibleLabels } from '../retrieve/namedProvision.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import type { Queryable } from '../store/database.ts';
import { findBySerial, findByType, findHaving, readDirective } from '../store/directives.ts';
import { judge, type Sureness } from './confidence.ts';
import type { Question } from './question.ts';

/** A provision together with its document. */
export type Found = { readonly document: StoredDirective; readonly provision: StoredProvision };

/** What the names in a question stand for. */
export type Named =
  /** It names nothing, or nothing certain. */
  | { readonly kind: 'nothing' }
  /** It names documents and asks something of them. */
  | { readonly kind: 'within'; readonly directiveIds: readonly number[] }
  | { readonly kind: 'document'; readonly document: StoredDirective }
  | {
      readonly kind: 'provisions';
      readonly found: readonly Found[];
      /** Named too, but not in the document. */
      readonly missing: readonly string[];
      /** `exact` where the document was named; else how well it fits the rest of the question. */
      readonly sureness: Sureness | 'exact';
    }
  /** Several documents or provisions go by that name, and the question does not tell which. */
  | {
      readonly kind: 'several';
      readonly documents: readonly DirectiveSummary[];
      readonly found: readonly Found[];
    }
  | { readonly kind: 'document_missing'; readonly written: string }
  | { readonly kind: 'provision_missing'; readonly document: DirectiveSummary; readonly written: string };

/** More documents than this with the same provision are not worth reading to ask which one is meant. */
const MOST_DOCUMENTS = 4;
const LAWS = ['Luật', 'Bộ luật', 'Pháp lệnh', 'Hiến pháp'];

/** Looks up the documents and provisions that a question names. */
export async function resolveNames(
  queryable: Queryable,
  search: Searcher,
  question: Question,
  asOf: IsoDate,
): Promise<Named> {
  const matches = await Promise.all(question.documents.map((named) => findDocuments(queryable, named)));
  const matched = uniqueById(matches.flat());
  if (matched.length > 0) return withinDocuments(queryable, question, matched);
  const missing = question.documents.find(
    // "luật 15" beside a provision can mean nothing but a document; "cv 5 năm" can.
    ({ certain, type }) => certain || (question.provisions.length > 0 && (type?.length ?? 0) > 3),
  );
  if (missing !== undefined) return { kind: 'document_missing', written: missing.written };
  if (question.provisions.length > 0) return provisionAnywhere(queryable, search, question, asOf);
  return { kind: 'nothing' };
}

async function findDocuments(
  queryable: Queryable,
  named: NamedDocument,
): Promise<readonly DirectiveSummary[]> {
  const candidates =
    named.serial === null ? await findByType(queryable, LAWS) : await findBySerial(queryable, named.serial);
  return matchDocuments(candidates, named);
}

async function withinDocuments(
  queryable: Queryable,
  question: Question,
  directives: readonly DirectiveSummary[],
): Promise<Named> {
  const [first] = directives;
  if (first === undefined) return { kind: 'nothing' };
  if (question.provisions.length > 0) {
    const read = await readAll(
      queryable,
      directives.slice(0, MOST_DOCUMENTS).map(({ id }) => id),
    );
    const having = read
      .map((document) => locate(document, question.provisions))
      .filter(({ found }) => found.length > 0);
    const [only] = having;
    if (only === undefined) {
      // "quyết định 958 sửa điều 12 thế nào" names an article of another document: what is asked decides.
      if (question.asksMore) return { kind: 'within', directiveIds: directives.map(({ id }) => id) };
      const written = question.provisions.map((named) => named.written).join(', ');
      return { kind: 'provision_missing', document: first, written };
    }
    if (having.length === 1 || question.documents.length > 1) {
      return {
        kind: 'provisions',
        found: having.flatMap(({ found }) => found),
        missing: having.length === 1 ? only.missing : [],
        sureness: 'exact',
      };
    }
    return { kind: 'several', documents: [], found: having.flatMap(({ found }) => found.slice(0, 1)) };
  }
  if (question.asksMore) return { kind: 'within', directiveIds: directives.map(({ id }) => id) };
  if (directives.length > 1 && question.documents.length === 1) {
    return { kind: 'several', documents: directives, found: [] };
  }
  const document = await readDirective(queryable, first.id);
  return document === null ? { kind: 'nothing' } : { kind: 'document', document };
}

/** No document is named: the one that fits the rest of the question, or the only one that has such a provision. */
async function provisionAnywhere(
  queryable: Queryable,
  search: Searcher,
  question: Question,
  asOf: IsoDate,
): Promise<Named> {
  if (question.asksMore) {
    const { hits } = await search(queryable, question.rest, { limit: 10, asOf, directiveIds: null });
    const fitting = hits.flatMap((hit) => {
      const sureness = judge(hit.focus);
      return sureness === null ? [] : [{ directiveId: hit.directiveId, sureness }];
    });
    for (const { directiveId, sureness } of fitting) {
      const [document] = await readAll(queryable, [directiveId]);
      const located = document === undefined ? null : locate(document, question.provisions);
      if (located !== null && located.found.length > 0) return { kind: 'provisions', ...located, sureness };
    }
    return { kind: 'nothing' };
  }
  const [named] = question.provisions;
  if (named === undefined) return { kind: 'nothing' };
  const ids = await findHaving(queryable, possibleLabels(named), MOST_DOCUMENTS);
  const having = (await readAll(queryable, ids))
    .map((document) => locate(document, question.provisions))
    .filter(({ found }) => found.length > 0);
  const [only] = having;
  if (only === undefined) return { kind: 'nothing' };
  if (having.length === 1) return { kind: 'provisions', ...only, sureness: 'exact' };
  return { kind: 'several', documents: [], found: having.flatMap(({ found }) => found.slice(0, 1)) };
}

/** Of the named provisions those that a document has, and the names of the others. */
function locate(
  document: StoredDirective,
  named: readonly NamedProvision[],
): { readonly found: readonly Found[]; readonly missing: readonly string[] } {
  const located = named.map((one) => ({ one, provision: matchProvisions(document.provisions, one)[0] }));
  return {
    found: located.flatMap(({ provision }) => (provision === undefined ? [] : [{ document, provision }])),
    missing: located.flatMap(({ one, provision }) => (provision === undefined ? [one.written] : [])),
  };
}

async function readAll(queryable: Queryable, ids: readonly number[]): Promise<readonly StoredDirective[]> {
  const read: StoredDirective[] = [];
  for (const id of ids) {
    const document = await readDirective(queryable, id);
    if (document !== null) read.push(document);
  }
  return read;
}

function uniqueById(directives: readonly DirectiveSummary[]): readonly DirectiveSummary[] {
  return [...new Map(directives.map((directive) => [directive.id, directive])).values()];
}
