import { type Citation, documentName, isInForce } from '../domain/citation.ts';
import type { DirectiveSummary, IsoDate, StoredDirective, StoredProvision } from '../domain/directive.ts';
import { KnownError } from '../errors.ts';
import { findNamedDocuments, matchDocuments, type NamedDocument } from '../retrieve/namedDocument.ts';
import { findNamedProvision, matchProvisions, type NamedPart } from '../retrieve/namedProvision.ts';
import { questionTerms } from '../retrieve/question.ts';
import { type Hit, search } from '../retrieve/search.ts';
import type { Queryable } from '../store/database.ts';
import { countStored, listDirectives, readDirective } from '../store/directives.ts';
import { cleanText } from '../vietnamese/text.ts';
import { judge, type Sureness } from './confidence.ts';
import { selectSpan } from './quote.ts';

/** A provision that was near the question, offered beside the answer. */
export type Near = { readonly citation: Citation };

/** What the documents say to a question, before it is put into words. */
export type Answer =
  /** `exact`: the question named the provision. */
  | {
      readonly kind: 'quoted';
      readonly sureness: Sureness | 'exact';
      readonly citations: readonly Citation[];
      readonly near: readonly Near[];
    }
  /** The question names a document and asks nothing more: its card and outline. */
  | { readonly kind: 'document'; readonly document: StoredDirective; readonly within: StoredProvision | null }
  | {
      readonly kind: 'not_found';
      readonly reason:
        | { readonly why: 'nothing_fits' }
        | { readonly why: 'document_missing'; readonly written: string }
        | { readonly why: 'provision_missing'; readonly document: DirectiveSummary }
        | { readonly why: 'which_document' }
        | { readonly why: 'no_documents' };
      readonly near: readonly Near[];
    };

/** A question may be this long, in UTF-16 units. */
export const LONGEST_QUESTION = 2_000;
/** A named provision longer than this is shown by its outline; nobody reads ten pages in a chat. */
const LONGEST_QUOTE = 6_000;
const NEAR = 3;

/**
 * Answers from the stored directives alone by quoting them.
 * Throws `bad_input` for a question that is empty, too long or holds no word.
 */
export async function answerQuestion(queryable: Queryable, question: string, asOf: IsoDate): Promise<Answer> {
  const text = checkQuestion(question);
  const { documents: named, rest: withoutDocument } = findNamedDocuments(text);
  const provision = findNamedProvision(withoutDocument);
  const rest = provision?.rest ?? withoutDocument;
  const asksMore = questionTerms(rest).some(({ content, term }) => content && !FILLER.has(term));

  if (named.length > 0) {
    const directives = await listDirectives(queryable);
    const matched = named.flatMap((name) => matchDocuments(directives, name));
    const missing = named.find((name) => matchDocuments(directives, name).length === 0);
    if (matched.length > 0)
      return answerWithin(queryable, text, matched, provision?.parts ?? [], asksMore, asOf);
    if (missing?.certain) return documentMissing(queryable, text, missing, asOf);
  }
  if (provision !== null) {
    const exact = await answerByProvision(queryable, rest, provision.parts, asksMore, asOf);
    if (exact !== null) return exact;
  }
  return answerBySearch(queryable, text, null, asOf);
}

/** Words beside a named document or provision that ask nothing of their own: "điều 5 quy định gì". */
const FILLER = new Set(
  'quy dinh quy_dinh noi noi_dung dung noi_gi xem cho xem_cho doc mo tra cuu tra_cuu van ban van_ban dinh_gi toan toan_van nghi nghi_dinh thong tu thong_tu quyet quyet_dinh ke hoach ke_hoach huong dan huong_dan chuong trinh chuong_trinh luat so ngay nam gom'.split(
    ' ',
  ),
);

function checkQuestion(question: string): string {
  const text = cleanText(question).trim();
  if (text === '')
    throw new KnownError('bad_input', 'Anh/chị chưa nhập câu hỏi. Hãy gõ điều cần tra cứu rồi gửi lại.');
  if (text.length > LONGEST_QUESTION) {
    throw new KnownError(
      'bad_input',
      `Câu hỏi dài ${text.length} ký tự, quá ${LONGEST_QUESTION} ký tự. Anh/chị rút ngắn, hỏi từng ý một giúp nhé.`,
    );
  }
  if (!/[\p{L}\p{N}]/u.test(text)) {
    throw new KnownError(
      'bad_input',
      'Tôi chưa thấy chữ nào trong câu hỏi. Anh/chị gõ câu hỏi bằng lời giúp nhé.',
    );
  }
  return text;
}

/** The question names stored documents. */
async function answerWithin(
  queryable: Queryable,
  question: string,
  directives: readonly DirectiveSummary[],
  parts: readonly NamedPart[],
  asksMore: boolean,
  asOf: IsoDate,
): Promise<Answer> {
  const [first] = directives;
  if (first === undefined) throw new Error('answerWithin: no directive');
  if (parts.length > 0) {
    for (const directive of directives) {
      const exact = await quoteNamed(queryable, directive.id, parts, asOf);
      if (exact !== null) return exact;
    }
    return { kind: 'not_found', reason: { why: 'provision_missing', document: first }, near: [] };
  }
  if (!asksMore) {
    const document = await readDirective(queryable, first.id);
    if (document !== null) return { kind: 'document', document, within: null };
  }
  return answerBySearch(
    queryable,
    question,
    directives.map(({ id }) => id),
    asOf,
  );
}

async function documentMissing(
  queryable: Queryable,
  question: string,
  missing: NamedDocument,
  asOf: IsoDate,
): Promise<Answer> {
  const other = await answerBySearch(queryable, question, null, asOf);
  const near =
    other.kind === 'quoted'
      ? [...other.citations.map((citation) => ({ citation })), ...other.near].slice(0, NEAR)
      : [];
  return { kind: 'not_found', reason: { why: 'document_missing', written: missing.written }, near };
}

/** The question names a provision but no document: the one that fits the rest of the question, or the only one. */
async function answerByProvision(
  queryable: Queryable,
  rest: string,
  parts: readonly NamedPart[],
  asksMore: boolean,
  asOf: IsoDate,
): Promise<Answer | null> {
  if (asksMore) {
    const hits = await search(queryable, rest, { limit: 10, asOf, directiveIds: null });
    for (const directiveId of new Set(hits.map((hit) => hit.directiveId))) {
      const exact = await quoteNamed(queryable, directiveId, parts, asOf);
      if (exact !== null) return exact;
    }
    return null;
  }
  const found: Extract<Answer, { kind: 'quoted' | 'document' }>[] = [];
  for (const directive of await listDirectives(queryable)) {
    const exact = directive.kind === 'issued' ? await quoteNamed(queryable, directive.id, parts, asOf) : null;
    if (exact !== null) found.push(exact);
  }
  const [only] = found;
  if (only === undefined) return null;
  if (found.length === 1) return only;
  const near = found.flatMap((exact) =>
    exact.kind === 'quoted' ? exact.citations.slice(0, 1).map((citation) => ({ citation })) : [],
  );
  return { kind: 'not_found', reason: { why: 'which_document' }, near: near.slice(0, NEAR) };
}

async function quoteNamed(
  queryable: Queryable,
  directiveId: number,
  parts: readonly NamedPart[],
  asOf: IsoDate,
): Promise<Extract<Answer, { kind: 'quoted' | 'document' }> | null> {
  const document = await readDirective(queryable, directiveId);
  if (document === null) return null;
  const [provision] = matchProvisions(document.provisions, parts);
  if (provision === undefined) return null;
  return showProvision(document, provision, asOf);
}

/** A provision in its exact words, or by its outline where it is too long for a chat. */
export function showProvision(
  document: StoredDirective,
  provision: StoredProvision,
  asOf: IsoDate,
): Extract<Answer, { kind: 'quoted' | 'document' }> {
  if (provision.end - provision.start > LONGEST_QUOTE)
    return { kind: 'document', document, within: provision };
  return {
    kind: 'quoted',
    sureness: 'exact',
    citations: [cite(document, provision, provision.start, provision.end, asOf)],
    near: [],
  };
}

async function answerBySearch(
  queryable: Queryable,
  question: string,
  directiveIds: readonly number[] | null,
  asOf: IsoDate,
): Promise<Answer> {
  const hits = await search(queryable, question, { limit: 10, asOf, directiveIds });
  const [best] = hits;
  const sureness = best === undefined ? null : judge(best);
  if (best === undefined || sureness === null) {
    const empty = best === undefined && (await countStored(queryable)).directives === 0;
    return { kind: 'not_found', reason: { why: empty ? 'no_documents' : 'nothing_fits' }, near: [] };
  }
  const weights = new Map(
    questionTerms(question).flatMap(({ term, weight, content }) => (content ? [[term, weight]] : [])),
  );
  const documents = new Map<number, StoredDirective | null>();
  const citeHit = async (hit: Hit): Promise<Citation | null> => {
    const document = documents.get(hit.directiveId) ?? (await readDirective(queryable, hit.directiveId));
    documents.set(hit.directiveId, document);
    if (document === null) return null;
    const provision = document.provisions.find(({ id }) => id === hit.provisionId) ?? null;
    const span = selectSpan(document.text, document.provisions, { ...hit, provision }, weights);
    return cite(document, span.provision, span.start, span.end, asOf);
  };
  const citation = await citeHit(best);
  if (citation === null) return { kind: 'not_found', reason: { why: 'nothing_fits' }, near: [] };
  const near: Near[] = [];
  for (const hit of hits.slice(1)) {
    if (near.length === NEAR) break;
    if (hit.provisionId === null || judge(hit) === null) continue;
    const other = await citeHit(hit);
    if (other !== null) near.push({ citation: other });
  }
  return { kind: 'quoted', sureness, citations: [citation], near };
}

function cite(
  document: StoredDirective,
  provision: StoredProvision | null,
  from: number,
  to: number,
  asOf: IsoDate,
): Citation {
  const words = document.text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const quote = words.trim();
  return {
    directiveId: document.id,
    provisionId: provision?.id ?? null,
    document: documentName(document.header, document.fileName),
    path: provision?.path ?? [],
    quote,
    start,
    end: start + quote.length,
    page: provision?.page ?? null,
    kind: document.kind,
    sample: document.sample,
    effective: document.header.effective,
    inForce: isInForce(document.header.effective, asOf),
  };
}
