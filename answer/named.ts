import type { DirectiveSummary, IsoDate, StoredDirective, StoredProvision } from '../domain/directive.ts';
import { matchDocuments } from '../retrieve/namedDocument.ts';
import { matchProvisions, type NamedPart } from '../retrieve/namedProvision.ts';
import { search } from '../retrieve/search.ts';
import type { Queryable } from '../store/database.ts';
import { listDirectives, readDirective } from '../store/directives.ts';
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
  | { readonly kind: 'provision'; readonly found: Found }
  /** The provision stands in several documents, and the question does not tell which. */
  | { readonly kind: 'several'; readonly found: readonly Found[] }
  | { readonly kind: 'document_missing'; readonly written: string }
  | { readonly kind: 'provision_missing'; readonly document: DirectiveSummary };

/** Looks up the documents and provisions that a question names. */
export async function resolveNames(queryable: Queryable, question: Question, asOf: IsoDate): Promise<Named> {
  if (question.documents.length > 0) {
    const directives = await listDirectives(queryable);
    const matches = question.documents.map((named) => ({
      named,
      directives: matchDocuments(directives, named),
    }));
    const matched = matches.flatMap((match) => match.directives);
    if (matched.length > 0) return withinDocuments(queryable, question, matched);
    const missing = matches.find(({ named }) => named.certain);
    if (missing !== undefined) return { kind: 'document_missing', written: missing.named.written };
  }
  if (question.provision.length > 0) return provisionAnywhere(queryable, question, asOf);
  return { kind: 'nothing' };
}

async function withinDocuments(
  queryable: Queryable,
  question: Question,
  directives: readonly DirectiveSummary[],
): Promise<Named> {
  const [first] = directives;
  if (first === undefined) return { kind: 'nothing' };
  if (question.provision.length > 0) {
    for (const { id } of directives) {
      const found = await findProvision(queryable, id, question.provision);
      if (found !== null) return { kind: 'provision', found };
    }
    // "quyết định 958 sửa điều 12 thế nào" names an article of another document: what is asked decides.
    if (!question.asksMore) return { kind: 'provision_missing', document: first };
  }
  if (!question.asksMore) {
    const document = await readDirective(queryable, first.id);
    if (document !== null) return { kind: 'document', document };
  }
  return { kind: 'within', directiveIds: directives.map(({ id }) => id) };
}

/** No document is named: the one that fits the rest of the question, or the only one that has such a provision. */
async function provisionAnywhere(queryable: Queryable, question: Question, asOf: IsoDate): Promise<Named> {
  if (question.asksMore) {
    const { hits } = await search(queryable, question.rest, { limit: 10, asOf, directiveIds: null });
    for (const directiveId of new Set(hits.map((hit) => hit.directiveId))) {
      const found = await findProvision(queryable, directiveId, question.provision);
      if (found !== null) return { kind: 'provision', found };
    }
    return { kind: 'nothing' };
  }
  const found: Found[] = [];
  for (const { id, kind } of await listDirectives(queryable)) {
    const one = kind === 'issued' ? await findProvision(queryable, id, question.provision) : null;
    if (one !== null) found.push(one);
  }
  const [only] = found;
  if (only === undefined) return { kind: 'nothing' };
  return found.length === 1 ? { kind: 'provision', found: only } : { kind: 'several', found };
}

async function findProvision(
  queryable: Queryable,
  directiveId: number,
  parts: readonly NamedPart[],
): Promise<Found | null> {
  const document = await readDirective(queryable, directiveId);
  const provision = document === null ? undefined : matchProvisions(document.provisions, parts)[0];
  return document === null || provision === undefined ? null : { document, provision };
}
