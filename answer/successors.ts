import type { Citation } from '../domain/citation.ts';
import { cite, citeHead } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { ProvisionPath } from '../domain/provisionPath.ts';
import type { Change } from '../domain/validity.ts';
import type { Queryable } from '../store/database.ts';
import { readDirective } from '../store/directives.ts';
import { markValidity } from '../store/validity.ts';

/** What a directive that replaces another one says to the question; `null` where it says nothing of it. */
export type NewWords = (directiveId: number) => Promise<Citation | null>;

/** Whether the question asks of a part of what is quoted (`mainly`), of more than that, or the part is not quoted at all. */
export type PartAsked = (citation: Citation, part: ProvisionPath) => Promise<'mainly' | 'among' | 'not'>;

export type SuccessorOptions = {
  readonly asOf: IsoDate;
  readonly newWords: NewWords;
  readonly partAsked: PartAsked;
};

/** A successor may have been replaced in its turn; nobody follows further than this. */
const LONGEST_CHAIN = 3;
/** A successor longer than this (UTF-16 units) is shown by its heading. */
const LONGEST_WORDS = 6_000;

/**
 * The same citations, each with its successors: the words that hold now before those that they stand for, the clause that
 * repeals behind what it repeals. The citations carry their validity already.
 */
export async function withSuccessors(
  queryable: Queryable,
  citations: readonly Citation[],
  options: SuccessorOptions,
): Promise<readonly Citation[]> {
  const shown: Citation[] = [];
  for (const citation of citations) {
    const { before, after } = await successorsOf(queryable, citation, options, LONGEST_CHAIN);
    shown.push(...before, citation, ...after);
  }
  return shown.filter((one, at) => shown.findIndex((other) => isSame(other, one)) === at);
}

type Successors = { readonly before: readonly Citation[]; readonly after: readonly Citation[] };

async function successorsOf(
  queryable: Queryable,
  citation: Citation,
  options: SuccessorOptions,
  steps: number,
): Promise<Successors> {
  const { validity, supersededBy: by, changes } = citation;
  const before: Citation[] = [];
  const after: Citation[] = [];
  if (validity === 'superseded' && by !== null) {
    const isDocument = by.kind === 'replaces' && by.scope === 'whole';
    const found = isDocument ? await options.newWords(by.directiveId) : null;
    const words = found ?? (await citeChange(queryable, by, options.asOf));
    const holds = found !== null || (!isDocument && by.kind !== 'repeals');
    if (words !== null) (holds ? before : after).push(...(await latest(queryable, words, options, steps)));
  }
  for (const change of changes) {
    if (!isNewText(change) || change.since === null || change.since > options.asOf) continue;
    const asked = await options.partAsked(citation, change.changed);
    const words = asked === 'not' ? null : await citeChange(queryable, change, options.asOf);
    if (words !== null) (asked === 'mainly' ? before : after).push(words);
  }
  return { before, after };
}

/** The words, or what has taken their place since. */
async function latest(
  queryable: Queryable,
  words: Citation,
  options: SuccessorOptions,
  steps: number,
): Promise<readonly Citation[]> {
  if (words.validity !== 'superseded' || steps === 0) return [words];
  const { before } = await successorsOf(queryable, words, options, steps - 1);
  return before.length === 0 ? [words] : before;
}

/** Gives other words to a part of the provision; a phrase that is replaced can only be told of. */
function isNewText({ kind, scope, partial }: Change): boolean {
  return !partial && scope === 'provision' && (kind === 'amends' || kind === 'replaces');
}

/** The clause that changes, in its exact words; of a document whose title says so, the title. */
async function citeChange(queryable: Queryable, change: Change, asOf: IsoDate): Promise<Citation | null> {
  const document = await readDirective(queryable, change.directiveId);
  if (document === null) return null;
  const provision = document.provisions.find(({ id }) => id === change.provisionId) ?? null;
  const isShort = provision !== null && provision.end - provision.start <= LONGEST_WORDS;
  const citation = isShort
    ? cite(document, { ...provision, provision }, asOf)
    : citeHead(document, provision, asOf);
  const [marked = citation] = await markValidity(queryable, [citation], asOf);
  return marked;
}

function isSame(a: Citation, b: Citation): boolean {
  return a.directiveId === b.directiveId && a.start === b.start && a.end === b.end;
}
