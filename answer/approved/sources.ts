import { createHash } from 'node:crypto';
import type { Citation } from '../../domain/citation.ts';
import { cite } from '../../domain/cite.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { StoredDirective } from '../../domain/directive.ts';
import { KnownError } from '../../errors.ts';
import type { ApprovedSource } from '../../store/approved/approved.ts';
import type { GivenSource } from '../../store/approved/asked.ts';
import type { Queryable } from '../../store/database.ts';
import { findAmending, readDirective } from '../../store/directives.ts';
import { readStanding } from '../../store/standing.ts';
import { markValidity } from '../../store/validity.ts';
import type { CurrentSource } from './standing.ts';
import { approvedTexts as texts } from './texts.ts';

/** Quotes of sources are cut to this many UTF-16 units: the whole provision is opened from its citation. */
const LONGEST_QUOTE = 1_200;

type Wanted = GivenSource & { readonly quote?: string };

/** How the sources of an answer stand on a day, in their order. */
export async function readCurrent(
  queryable: Queryable,
  sources: readonly ApprovedSource[],
  asOf: IsoDate,
): Promise<readonly CurrentSource[]> {
  const current: CurrentSource[] = [];
  for (const source of sources) {
    const found = await locate(queryable, source, asOf);
    current.push(found === null ? { source, citation: null, hash: null, changes: [] } : { source, ...found });
  }
  return current;
}

/** A provision as a source of a new answer. Throws `bad_input` for one that is not there or not in force on the day. */
export async function sourceOf(
  queryable: Queryable,
  wanted: Wanted,
  today: IsoDate,
): Promise<ApprovedSource> {
  const found = await locate(queryable, wanted, today);
  if (found === null) throw new KnownError('bad_input', texts.sourceGone);
  const { citation, hash, changes } = found;
  if (citation.kind === 'press') throw new KnownError('bad_input', texts.sourcePress(citation.document));
  if (citation.validity !== 'in_force') {
    throw new KnownError('bad_input', texts.sourceNotInForce(citation.document));
  }
  const { directiveId, document, path, quote } = citation;
  return { directiveId, document, path, quote, hash, changes };
}

async function locate(
  queryable: Queryable,
  { directiveId, path, quote }: Wanted,
  asOf: IsoDate,
): Promise<{ citation: Citation; hash: string; changes: readonly string[] } | null> {
  const standing = await readStanding(queryable, directiveId);
  const directive = standing?.standing === 'live' ? await readDirective(queryable, directiveId) : null;
  if (directive === null) return null;
  const place = placeOf(directive, path);
  if (place === null) return null;
  const whole = directive.text.slice(place.start, place.end);
  const at = quote === undefined ? -1 : whole.indexOf(quote);
  const span =
    quote !== undefined && at !== -1
      ? { start: place.start + at, end: place.start + at + quote.length }
      : { start: place.start, end: place.start + cut(whole) };
  const cited = cite(directive, { provision: place.provision, ...span }, asOf);
  const [citation = cited] = await markValidity(queryable, [cited], asOf);
  return { citation, hash: hashOf(whole), changes: await changesOf(queryable, directive, citation, asOf) };
}

function placeOf(directive: StoredDirective, path: readonly string[]) {
  if (path.length === 0) return { provision: null, start: 0, end: directive.text.length };
  const provision = directive.provisions.find(
    (one) => one.path.length === path.length && one.path.every((label, at) => label === path[at]),
  );
  return provision === undefined ? null : { provision, start: provision.start, end: provision.end };
}

/** Where a quote of a long provision ends: behind a whole line or sentence. */
function cut(whole: string): number {
  if (whole.length <= LONGEST_QUOTE) return whole.length;
  const head = whole.slice(0, LONGEST_QUOTE);
  const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('. ') + 1);
  return end > 0 ? end : LONGEST_QUOTE;
}

/** White space aside: a file that was read again by a newer reader says the same. */
function hashOf(words: string): string {
  return createHash('sha256').update(words.replaceAll(/\s+/g, ' ').trim()).digest('hex').slice(0, 32);
}

/** What works on the cited words on that day: clauses of other documents, and documents whose title says so. */
async function changesOf(
  queryable: Queryable,
  { id, header }: StoredDirective,
  citation: Citation,
  asOf: IsoDate,
): Promise<readonly string[]> {
  const amending = header.number === null ? [] : await findAmending(queryable, header.number);
  const told = new Set(citation.changes.map(({ directiveId }) => directiveId));
  return [
    ...citation.changes
      .filter(({ since }) => since === null || since <= asOf)
      .map(({ directiveId, start }) => `${directiveId}:${start}`),
    ...amending
      .filter((one) => one.id !== id && !told.has(one.id))
      .filter(({ header: { effective } }) => effective === null || effective <= asOf)
      .map((one) => `${one.id}`),
  ];
}
