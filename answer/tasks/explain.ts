import type { Citation } from '../../domain/citation.ts';
import { cite } from '../../domain/cite.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { StoredDirective } from '../../domain/directive.ts';
import type { Searcher } from '../../retrieve/searcher.ts';
import type { Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { markValidity } from '../../store/validity.ts';
import { abbreviationAt } from '../../vietnamese/abbreviations.ts';
import { fold, syllables } from '../../vietnamese/text.ts';

/** What helps to understand a quote without anybody's own words. */
export type WordsExplained = {
  /** Of the glossary, in the order in which they stand in the quote. */
  readonly abbreviations: readonly { readonly short: string; readonly long: string }[];
  /** Definitions that documents give of what the quote speaks of; the quote's own document's first. */
  readonly definitions: readonly Citation[];
};

const MOST = 6;
/** Documents with definitions that are looked through. */
const DOCUMENTS = 6;

/** The abbreviations of a quote and the definitions ("Giải thích từ ngữ") of its terms. */
export async function explainWords(
  queryable: Queryable,
  search: Searcher,
  citation: Citation,
  asOf: IsoDate,
): Promise<WordsExplained> {
  const { hits } = await search(queryable, 'giải thích từ ngữ', {
    limit: 2 * DOCUMENTS,
    asOf,
    directiveIds: null,
  });
  const ids = new Set([citation.directiveId, ...hits.map(({ directiveId }) => directiveId)]);
  const found = new Map<string, Citation>();
  for (const id of [...ids].slice(0, DOCUMENTS)) {
    const document = await readDirective(queryable, id);
    for (const { term, citation: defined } of document === null ? [] : definitionsIn(document, asOf)) {
      const isOwn =
        id === citation.directiveId && defined.start < citation.end && citation.start < defined.end;
      if (!isOwn && !found.has(term) && holdsTerm(citation.quote, term)) found.set(term, defined);
    }
  }
  const marked = await markValidity(queryable, [...found.values()], asOf);
  return {
    abbreviations: abbreviationsIn(citation.quote),
    definitions: marked.filter(({ validity }) => validity !== 'superseded').slice(0, MOST),
  };
}

/** Every definition of a document's "Giải thích từ ngữ", with the folded term that it defines. */
function definitionsIn(document: StoredDirective, asOf: IsoDate) {
  const { text, provisions } = document;
  const defining = provisions.filter(
    ({ heading }) => heading !== null && /giai thich (?:tu ngu|thuat ngu|khai niem)/.test(fold(heading)),
  );
  return provisions.flatMap((provision) => {
    const { start, end } = provision;
    if (!defining.some((one) => one !== provision && one.start <= start && end <= one.end)) return [];
    const words = text.slice(start, end).trim();
    const [, term] =
      /^(?:\d{1,3}\.|\p{Ll}\)|[-–])?\s*["“]?([^.;:"“”]{2,80}?)["”]?\s+(?:là|được hiểu là|nghĩa là)\s/iu.exec(
        words,
      ) ?? [];
    return term === undefined
      ? []
      : [{ term: fold(term), citation: cite(document, { provision, start, end }, asOf) }];
  });
}

function holdsTerm(quote: string, term: string): boolean {
  const words = (text: string) =>
    ` ${syllables(text)
      .map(({ folded }) => folded)
      .join(' ')} `;
  return words(quote).includes(words(term));
}

function abbreviationsIn(quote: string): WordsExplained['abbreviations'] {
  const words = syllables(quote);
  const found = new Map<string, string>();
  for (const [at, { start }] of words.entries()) {
    const entry = abbreviationAt(quote, words, at);
    const last = entry === null ? undefined : words[at + entry.taken - 1];
    if (entry === null || last === undefined) continue;
    const short = quote.slice(start, last.end);
    // In small letters it may well be a word.
    if (!/\p{Lu}.*\p{Lu}/u.test(short) || found.has(short)) continue;
    found.set(short, entry.long.map(({ written }) => written).join(' '));
  }
  return [...found].slice(0, MOST).map(([short, long]) => ({ short, long }));
}
