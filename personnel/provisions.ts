import { type Citation, withValidity } from '../domain/citation.ts';
import { cite } from '../domain/cite.ts';
import type { IsoDate } from '../domain/day.ts';
import type { StoredDirective, StoredProvision } from '../domain/directive.ts';
import type { Reference } from '../domain/requirement.ts';
import { type ValidityFacts, validityOn } from '../domain/validity.ts';
import type { Queryable } from '../store/database.ts';
import { findBySerial, readDirective } from '../store/directives.ts';
import { readValidityFacts } from '../store/validity.ts';
import { documentNumberKey } from '../vietnamese/documentNumber.ts';

/** Points rules to the provisions they rest on. Directives are read once, however many rules quote them. */
export type ProvisionFinder = (reference: Reference) => Promise<Citation | null>;

/** Finds the words of references among the stored directives; `null` where the document or its words are not there. */
export function createProvisionFinder(queryable: Queryable, asOf: IsoDate): ProvisionFinder {
  const documents = new Map<string, Promise<readonly Known[]>>();
  return async (reference) => {
    const key = documentNumberKey(reference.document);
    const found = documents.get(key) ?? readKnown(queryable, key);
    documents.set(key, found);
    for (const { document, facts } of await found) {
      const citation = citeWords(document, reference, asOf);
      if (citation === null) continue;
      return facts === null ? citation : withValidity(citation, validityOn(asOf, citation.path, facts));
    }
    return null;
  };
}

/** A document with what is known of its validity: unlike its words, that changes with what is stored later. */
type Known = { readonly document: StoredDirective; readonly facts: ValidityFacts | null };

async function readKnown(queryable: Queryable, key: string): Promise<readonly Known[]> {
  const documents = await readByNumber(queryable, key);
  const facts = await readValidityFacts(
    queryable,
    documents.map(({ id }) => id),
  );
  return documents.map((document) => ({ document, facts: facts.get(document.id) ?? null }));
}

/** Official documents before samples, since a sample may bear the number of a real one. */
async function readByNumber(queryable: Queryable, key: string): Promise<readonly StoredDirective[]> {
  const [serial = key] = key.split(/[/-]/);
  const summaries = (await findBySerial(queryable, serial)).filter(
    ({ header, kind }) =>
      kind === 'issued' && header.number !== null && documentNumberKey(header.number) === key,
  );
  const read: StoredDirective[] = [];
  for (const { id } of [...summaries].sort((a, b) => Number(a.sample) - Number(b.sample))) {
    const document = await readOnce(queryable, id);
    if (document !== null) read.push(document);
  }
  return read;
}

/** Directives kept at hand for each database: the same few documents stand behind every answer about records. */
const KEPT = 48;
const shelves = new WeakMap<Queryable, Map<number, StoredDirective>>();

/** A stored directive never changes: another version is stored under another id. */
async function readOnce(queryable: Queryable, id: number): Promise<StoredDirective | null> {
  const shelf = shelves.get(queryable) ?? new Map<number, StoredDirective>();
  shelves.set(queryable, shelf);
  const document = shelf.get(id) ?? (await readDirective(queryable, id));
  if (document === null) return null;
  // The one used last stands last.
  shelf.delete(id);
  shelf.set(id, document);
  if (shelf.size > KEPT) for (const oldest of shelf.keys().take(1)) shelf.delete(oldest);
  return document;
}

function citeWords(document: StoredDirective, reference: Reference, asOf: IsoDate): Citation | null {
  for (const provision of document.provisions) {
    if (!endsWith(provision.path, reference.path)) continue;
    const span = findWords(document.text, provision, reference.quote);
    if (span !== null) return cite(document, { provision, ...span }, asOf);
  }
  return null;
}

function endsWith(path: readonly string[], tail: readonly string[]): boolean {
  const from = path.length - tail.length;
  return from >= 0 && tail.every((label, at) => path[from + at] === label);
}

/** Line breaks of the stored text may fall anywhere in the quoted words. */
function findWords(
  text: string,
  { start, end }: StoredProvision,
  quote: string,
): { readonly start: number; readonly end: number } | null {
  const words = quote.normalize('NFC').trim().split(/\s+/).map(literally);
  const match = new RegExp(words.join('\\s+')).exec(text.slice(start, end));
  return match === null ? null : { start: start + match.index, end: start + match.index + match[0].length };
}

/** `RegExp.escape` is younger than the oldest Node that is supported. */
function literally(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
