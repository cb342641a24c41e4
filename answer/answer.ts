import type { Citation } from '../domain/citation.ts';
import { cite, citeHead } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { DirectiveSummary, StoredDirective, StoredProvision } from '../domain/directive.ts';
import type { ProvisionPath } from '../domain/provisionPath.ts';
import { readAsOf } from '../retrieve/asOf.ts';
import { worth } from '../retrieve/focus.ts';
import { type Hit, search as searchWords } from '../retrieve/search.ts';
import type { Searcher } from '../retrieve/searcher.ts';
import type { Queryable } from '../store/database.ts';
import { countStored, findAmending, readDirective } from '../store/directives.ts';
import { markValidity } from '../store/validity.ts';
import { fold } from '../vietnamese/text.ts';
import { judge, type Sureness } from './confidence.ts';
import { type Found, resolveNames } from './named.ts';
import { type Question, readQuestion } from './question.ts';
import { partAskedFor, selectSpan } from './quote.ts';
import { type Reason, reasonsOf } from './reason.ts';
import { withSuccessors } from './successors.ts';
import { despiteRemovals, Vanished } from './vanished.ts';

export type Quoted = {
  readonly kind: 'quoted';
  /** `exact`: the question named the provision and its document. */
  readonly sureness: Sureness | 'exact';
  /** Words that are superseded stand behind those that hold instead, where these are stored. */
  readonly citations: readonly Citation[];
  /** Provisions that the question named too and the document does not have. */
  readonly missing: readonly string[];
  /** Provisions near the question, offered beside the answer. */
  readonly near: readonly Citation[];
  /** Stored directives that say they amend, replace or repeal the cited one, less those that `citations` tell of. */
  readonly amendedBy: readonly DirectiveSummary[];
  /** Why each of `citations` and `near` was found; what the question named itself has no entry. */
  readonly reasons: ReadonlyMap<Citation, Reason>;
};

/** The question names a document, or a provision too long for a chat, and asks nothing more: its outline. */
export type Outlined = {
  readonly kind: 'document';
  readonly document: StoredDirective;
  readonly within: StoredProvision | null;
  /** The title of the document, or the heading line of the provision. */
  readonly citation: Citation;
};

export type NotFound = {
  readonly kind: 'not_found';
  readonly reason:
    | { readonly why: 'no_documents' }
    | { readonly why: 'nothing_fits' }
    | { readonly why: 'document_missing'; readonly written: string }
    | { readonly why: 'provision_missing'; readonly document: DirectiveSummary; readonly written: string }
    /** Several documents go by that name. */
    | { readonly why: 'which_document'; readonly documents: readonly DirectiveSummary[] };
  readonly near: readonly Citation[];
};

/** How a question was understood where that is not plain from its words. */
export type Understood = {
  /** The day on which the question itself asks for the rules: "năm 2024 thì …". */
  readonly askedDay?: IsoDate;
  /** The question as it was probably meant, where it was mistyped. */
  readonly corrected?: string;
};

/** What the documents say to a question, before it is put into words. */
export type Answer = (Quoted | Outlined | NotFound) & Understood;

/** A named provision longer than this (UTF-16 units) is shown by its outline: nobody reads ten pages in a chat. */
const LONGEST_QUOTE = 6_000;
const NEAR = 3;

/**
 * Answers from the stored directives alone, by quoting them, as the rules stand on `asOf` or on the day that the question
 * itself asks about. Throws `bad_input` for a question that is empty, too long or holds no word.
 */
export async function answerQuestion(
  queryable: Queryable,
  asked: string,
  asOf: IsoDate,
  search: Searcher = searchWords,
): Promise<Answer> {
  const named = readAsOf(asked, asOf);
  if (named === null) return despiteRemovals(() => answerOn(queryable, asked, asOf, search));
  const { rest, day } = named;
  return { ...(await despiteRemovals(() => answerOn(queryable, rest, day, search))), askedDay: day };
}

async function answerOn(
  queryable: Queryable,
  asked: string,
  asOf: IsoDate,
  search: Searcher,
): Promise<Answer> {
  const question = readQuestion(asked);
  const named = await resolveNames(queryable, search, question, asOf);
  switch (named.kind) {
    case 'nothing':
      return answerBySearch(queryable, search, question.text, null, asOf);
    case 'within':
      return answerBySearch(queryable, search, question.text, named.directiveIds, asOf);
    case 'document':
      return showOutline(queryable, named.document, null, asOf);
    case 'provisions':
      return showProvisions(queryable, named.found, asOf, named);
    case 'several':
      return notFound(
        { why: 'which_document', documents: named.documents },
        named.found.slice(0, NEAR).map((found) => cite(found.document, wholeOf(found), asOf)),
      );
    case 'document_missing': {
      const told = await tellsOfValidity(queryable, search, question, asOf);
      if (told !== null) return told;
      const other = await answerBySearch(queryable, search, question.text, null, asOf);
      const near = other.kind === 'quoted' ? [...other.citations, ...other.near].slice(0, NEAR) : [];
      return notFound({ why: 'document_missing', written: named.written }, near);
    }
    case 'provision_missing':
      return notFound({ why: 'provision_missing', document: named.document, written: named.written }, []);
  }
}

/** A document, or one of its provisions, by its outline. */
export function outline(document: StoredDirective, within: StoredProvision | null, asOf: IsoDate): Outlined {
  return { kind: 'document', document, within, citation: citeHead(document, within, asOf) };
}

/** The same with how the document stands on the day. */
export async function showOutline(
  queryable: Queryable,
  document: StoredDirective,
  within: StoredProvision | null,
  asOf: IsoDate,
): Promise<Outlined> {
  const outlined = outline(document, within, asOf);
  const [citation = outlined.citation] = await markValidity(queryable, [outlined.citation], asOf);
  return { ...outlined, citation };
}

/** Provisions in their exact words; one that is too long for a chat by its outline. */
export async function showProvisions(
  queryable: Queryable,
  found: readonly Found[],
  asOf: IsoDate,
  { missing, sureness }: Pick<Quoted, 'missing' | 'sureness'> = { missing: [], sureness: 'exact' },
): Promise<Quoted | Outlined> {
  const [first] = found;
  if (first === undefined) throw new Error('showProvisions: nothing to show');
  const { document, provision } = first;
  const length = found.reduce((sum, { provision: { start, end } }) => sum + end - start, 0);
  if (length > LONGEST_QUOTE) return showOutline(queryable, document, provision, asOf);
  const named = await markValidity(
    queryable,
    found.map((one) => cite(one.document, wholeOf(one), asOf)),
    asOf,
  );
  const citations = await withSuccessors(queryable, named, {
    asOf,
    newWords: async () => null,
    partAsked: async () => 'among',
  });
  return {
    kind: 'quoted',
    sureness,
    citations,
    missing,
    near: [],
    amendedBy: await amendmentsOf(queryable, document, citations),
    reasons: new Map(),
  };
}

/** What amends a document, less what the citations tell of already. */
async function amendmentsOf(
  queryable: Queryable,
  { header }: DirectiveSummary,
  citations: readonly Citation[],
): Promise<readonly DirectiveSummary[]> {
  if (header.number === null) return [];
  const told = new Set(
    citations.flatMap(({ directiveId, supersededBy, changes }) => [
      directiveId,
      ...(supersededBy === null ? [] : [supersededBy.directiveId]),
      ...changes.map((change) => change.directiveId),
    ]),
  );
  return (await findAmending(queryable, header.number)).filter(({ id }) => !told.has(id));
}

/** Asks whether a document still applies; matched folded. */
const ASKS_VALIDITY = /hieu luc|thay the|thay bang|bai bo|sua doi|con (?:dung|ap dung)/;
/** Says what became of the documents that it names. */
const TELLS_VALIDITY = /hết hiệu lực|thay thế|bãi bỏ|sửa đổi/iu;

/**
 * "Nghị định 112/2020 còn hiệu lực không": a document that is not stored may be repealed by one that is, and the clause
 * which says so names it by its number.
 */
async function tellsOfValidity(
  queryable: Queryable,
  search: Searcher,
  question: Question,
  asOf: IsoDate,
): Promise<Quoted | null> {
  const [named] = question.documents;
  if (named === undefined || named.serial === null || named.year === null) return null;
  if (!ASKS_VALIDITY.test(fold(question.rest))) return null;
  const number = new RegExp(`(?<!\\d)0*${named.serial}/${named.year}(?!\\d)`, 'u');
  const { hits, weights } = await search(queryable, question.text, { limit: 10, asOf, directiveIds: null });
  const hit = hits.find(
    ({ text, kind }) => kind === 'issued' && number.test(text) && TELLS_VALIDITY.test(text),
  );
  if (hit === undefined) return null;
  const quoted = await createQuoter(queryable, weights, asOf).quote(hit);
  const [citation = quoted] = await markValidity(queryable, [quoted], asOf);
  const cited = await readDirective(queryable, citation.directiveId);
  return {
    kind: 'quoted',
    sureness: 'likely',
    citations: [citation],
    missing: [],
    near: [],
    amendedBy: cited === null ? [] : await amendmentsOf(queryable, cited, [citation]),
    reasons: reasonsOf([{ hit, citation }], { question: question.text, weights }),
  };
}

function wholeOf({ provision }: Found) {
  return { provision, start: provision.start, end: provision.end };
}

function notFound(reason: NotFound['reason'], near: readonly Citation[]): NotFound {
  return { kind: 'not_found', reason, near };
}

/** A passage whose score comes this near to the best one's may be the better answer … */
const CLOSE_CALL = 0.85;

/** … if one of its lines holds more of the question: a ranking is for a list, an answer is one passage. */
function settleCloseCall(ranked: readonly Hit[]): readonly Hit[] {
  const [first] = ranked;
  if (first === undefined) return ranked;
  const close = ranked.filter(({ score }) => score >= CLOSE_CALL * first.score);
  const chosen = close.reduce((best, hit) => (worth(hit.focus) > worth(best.focus) ? hit : best), first);
  return [chosen, ...ranked.filter((hit) => hit !== chosen)];
}

async function answerBySearch(
  queryable: Queryable,
  search: Searcher,
  question: string,
  directiveIds: readonly number[] | null,
  asOf: IsoDate,
): Promise<(Quoted | NotFound) & Understood> {
  const {
    hits: ranked,
    weights,
    corrected,
  } = await search(queryable, question, { limit: 10, asOf, directiveIds });
  const hits = settleCloseCall(ranked);
  const fitting = hits.flatMap((hit) => {
    // One syllable ("tên gì vậy") is no question yet: any document holds it.
    const sureness = weights.size < 2 ? null : judge(hit.focus);
    return sureness === null ? [] : [{ hit, sureness }];
  });
  const [best] = fitting;
  // Where the best-ranked passage does not hold enough, a lower one that seems to is chance: on the golden questions,
  // taking it invented two answers and found none.
  if (best === undefined || best.hit !== hits[0]) {
    const empty = hits.length === 0 && (await countStored(queryable)).directives === 0;
    return notFound({ why: empty ? 'no_documents' : 'nothing_fits' }, []);
  }
  const quoter = createQuoter(queryable, weights, asOf);
  const quoted: { readonly sureness: Sureness; readonly hit: Hit; readonly citation: Citation }[] = [];
  for (const { hit, sureness } of fitting) {
    if (quoted.length > NEAR) break;
    if (quoted.length > 0 && hit.provisionId === null) continue;
    const citation = await quoter.quote(hit);
    if (!isBareHeading(citation)) quoted.push({ sureness, hit, citation });
  }
  const marked = await markValidity(
    queryable,
    quoted.map(({ citation }) => citation),
    asOf,
  );
  const told = quoted.map((one, at) => ({ ...one, citation: marked[at] ?? one.citation }));
  const [first, ...near] = told;
  if (first === undefined) return notFound({ why: 'nothing_fits' }, []);
  const citations = await withSuccessors(queryable, [first.citation], {
    asOf,
    partAsked: quoter.partAsked,
    newWords: async (directiveId) => {
      const within = await search(queryable, question, { limit: 1, asOf, directiveIds: [directiveId] });
      const [hit] = within.hits;
      if (hit === undefined || judge(hit.focus) === null) return null;
      return (await markValidity(queryable, [await quoter.quote(hit)], asOf))[0] ?? null;
    },
  });
  const cited = await quoter.read(first.citation.directiveId);
  return {
    kind: 'quoted',
    sureness: first.sureness,
    citations,
    missing: [],
    near: near
      .map(({ citation }) => citation)
      .filter((one) => !citations.some((other) => isSamePlace(one, other))),
    amendedBy: await amendmentsOf(queryable, cited, citations),
    reasons: reasonsOf(told, { question: corrected?.text ?? question, weights }),
    ...(corrected === null ? {} : { corrected: corrected.text }),
  };
}

function isSamePlace(a: Citation, b: Citation): boolean {
  return a.directiveId === b.directiveId && a.start < b.end && b.start < a.end;
}

/** A heading whose text was too long to be quoted with it answers nothing: what stands under it carries its words too. */
function isBareHeading({ path, heading, quote, table }: Citation): boolean {
  // A row of a table may be shorter than the heading of its annex.
  if (table !== undefined) return false;
  const letters = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '');
  return heading !== null && letters(quote).length <= letters((path.at(-1) ?? '') + heading).length;
}

/** Quotes the parts of passages that say what was asked; each document is read once. */
function createQuoter(queryable: Queryable, weights: ReadonlyMap<string, number>, asOf: IsoDate) {
  const documents = new Map<number, Promise<StoredDirective | null>>();
  const read = async (directiveId: number): Promise<StoredDirective> => {
    const reading = documents.get(directiveId) ?? readDirective(queryable, directiveId);
    documents.set(directiveId, reading);
    const document = await reading;
    if (document === null) throw new Vanished(directiveId);
    return document;
  };
  return {
    read,
    async quote(hit: Hit): Promise<Citation> {
      const document = await read(hit.directiveId);
      const provision = document.provisions.find(({ id }) => id === hit.provisionId) ?? null;
      const span = selectSpan(document.text, document.provisions, { ...hit, provision }, weights);
      return cite(document, span, asOf);
    },
    async partAsked(citation: Citation, part: ProvisionPath) {
      const { text, provisions } = await read(citation.directiveId);
      return partAskedFor(text, provisions, citation, part, weights);
    },
  };
}
