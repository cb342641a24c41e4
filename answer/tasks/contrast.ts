import type { Citation } from '../../domain/citation.ts';
import { cite } from '../../domain/cite.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { StoredDirective, StoredProvision } from '../../domain/directive.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Queryable } from '../../store/database.ts';
import { markValidity } from '../../store/validity.ts';
import { terms } from '../../vietnamese/terms.ts';
import { judge } from '../confidence.ts';
import { selectSpan } from '../quote.ts';
import { figuresOnlyIn } from './figuresOnlyIn.ts';

/** What one document says of a topic; `citation` is `null` where it says nothing that fits. */
export type ContrastSide = {
  readonly document: StoredDirective;
  readonly citation: Citation | null;
  /** Figures that the other side's words do not hold, as written: `07 ngày`. */
  readonly figures: readonly string[];
};

/** What two documents say of one topic, side by side. */
export async function contrastTopic(
  queryable: Queryable,
  search: Searcher,
  documents: readonly [StoredDirective, StoredDirective],
  topic: string,
  asOf: IsoDate,
): Promise<readonly [ContrastSide, ContrastSide]> {
  const one = await bestOf(queryable, search, documents[0], topic, asOf);
  const other = await bestOf(queryable, search, documents[1], topic, asOf);
  const side = (at: 0 | 1, citation: Citation | null, beside: Citation | null): ContrastSide => ({
    document: documents[at],
    citation,
    figures: citation === null || beside === null ? [] : figuresOnlyIn(citation.quote, beside.quote),
  });
  return [side(0, one, other), side(1, other, one)];
}

/** The provision of one document that says most of a topic. */
async function bestOf(
  queryable: Queryable,
  search: Searcher,
  document: StoredDirective,
  topic: string,
  asOf: IsoDate,
): Promise<Citation | null> {
  const { hits, weights } = await search(queryable, topic, { limit: 3, asOf, directiveIds: [document.id] });
  const [hit] = hits;
  if (hit === undefined || judge(hit.focus) === null) return null;
  const provision = document.provisions.find(({ id }) => id === hit.provisionId) ?? null;
  const selected = selectSpan(document.text, document.provisions, { ...hit, provision }, weights);
  const isHeading =
    provision?.heading != null && selected.end - selected.start <= provision.heading.length + 15;
  // A heading alone says nothing that could be compared.
  const span = isHeading && provision !== null ? { provision, ...boundsOf(provision) } : selected;
  const [citation] = await markValidity(queryable, [cite(document, span, asOf)], asOf);
  return citation ?? null;
}

const boundsOf = ({ start, end }: StoredProvision) => ({ start, end });

/** Articles of two documents that bear nearly the same heading. */
export type HeadingPair = {
  readonly heading: string;
  readonly one: Citation;
  readonly other: Citation;
  readonly figures: readonly [readonly string[], readonly string[]];
};

/** So much of the words of two headings is the same. */
const ALIKE = 0.6;

/** Articles about the same matter in both documents, in the order of the first. */
export async function contrastHeadings(
  queryable: Queryable,
  [one, other]: readonly [StoredDirective, StoredDirective],
  asOf: IsoDate,
): Promise<readonly HeadingPair[]> {
  const taken = new Set<StoredProvision>();
  const others = headed(other);
  const pairs = headed(one).flatMap((own) => {
    const [best] = others
      .filter(({ provision }) => !taken.has(provision))
      .map((candidate) => ({ ...candidate, likeness: likeness(own.words, candidate.words) }))
      .sort((a, b) => b.likeness - a.likeness);
    if (best === undefined || best.likeness < ALIKE) return [];
    taken.add(best.provision);
    return [
      {
        heading: own.heading,
        own: wholly(one, own.provision, asOf),
        best: wholly(other, best.provision, asOf),
      },
    ];
  });
  const marked = await markValidity(
    queryable,
    pairs.flatMap(({ own, best }) => [own, best]),
    asOf,
  );
  return pairs.map(({ heading, own, best }, at) => ({
    heading,
    one: marked[2 * at] ?? own,
    other: marked[2 * at + 1] ?? best,
    figures: [figuresOnlyIn(own.quote, best.quote), figuresOnlyIn(best.quote, own.quote)],
  }));
}

function headed({ provisions }: StoredDirective) {
  return provisions.flatMap((provision) => {
    const { heading, kind } = provision;
    const counts = heading !== null && (kind === 'dieu' || kind === 'phan' || kind === 'muc');
    return counts ? [{ provision, heading, words: new Set(terms(heading)) }] : [];
  });
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((term) => other.has(term)).length;
  return both / Math.max(one.size + other.size - both, 1);
}

function wholly(document: StoredDirective, provision: StoredProvision, asOf: IsoDate): Citation {
  return cite(document, { provision, start: provision.start, end: provision.end }, asOf);
}
