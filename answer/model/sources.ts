import { type Citation, writeCitation } from '../../domain/citation.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { StoredDirective } from '../../domain/directive.ts';
import type { Queryable } from '../../store/database.ts';
import { readDirective } from '../../store/directives.ts';
import { markValidity } from '../../store/validity.ts';
import { terms } from '../../vietnamese/terms.ts';
import { type AnswerSource, sourceOf } from '../check/source.ts';

/** A numbered source: what the model may rest a sentence on, and what the sentence is checked against. */
export type NumberedSource = {
  readonly id: number;
  readonly citation: Citation;
  readonly checked: AnswerSource;
};

/** The sources of one answer. A provision that is found again keeps its number. */
export type Sources = {
  /** Numbers citations in order; those of documents that are gone are left out. */
  readonly add: (citations: readonly Citation[]) => Promise<readonly NumberedSource[]>;
  readonly all: () => readonly NumberedSource[];
};

/** A hostile model asks for more and more; nobody rests an answer on so much. */
const MOST_SOURCES = 24;

/** `asOf`: the day for which validity is told, whatever day a search was made for. */
export function createSources(queryable: Queryable, asOf: IsoDate): Sources {
  const sources: NumberedSource[] = [];
  const directives = new Map<number, Promise<StoredDirective | null>>();
  const read = (id: number): Promise<StoredDirective | null> => {
    const reading = directives.get(id) ?? readDirective(queryable, id);
    directives.set(id, reading);
    return reading;
  };
  return {
    all: () => sources,
    async add(citations) {
      const added: NumberedSource[] = [];
      for (const citation of await markValidity(queryable, citations, asOf)) {
        const known = sources.find(
          ({ citation: other }) =>
            other.directiveId === citation.directiveId &&
            other.start <= citation.start &&
            other.end >= citation.end,
        );
        const directive = known === undefined ? await read(citation.directiveId) : null;
        if (known !== undefined) added.push(known);
        else if (directive !== null && sources.length < MOST_SOURCES) {
          const id = sources.length + 1;
          const source = { id, citation, checked: sourceOf(id, citation, directive) };
          sources.push(source);
          added.push(source);
        }
      }
      return [...new Set(added)];
    },
  };
}

/** UTF-16 units of quoted words in one message to the model … */
const MOST_WORDS = 2_200;
/** … and of one source, the first and the others. */
const MOST_OF_FIRST = 1_100;
const MOST_OF_OTHERS = 550;

/** Sources as they are put before the model: delimited, numbered, cut to the lines that matter for the question. */
export function writeSources(sources: readonly NumberedSource[], question: string): string {
  const written: string[] = [];
  let left = MOST_WORDS;
  for (const [at, { id, citation }] of sources.entries()) {
    const words = excerpt(
      citation.quote,
      question,
      Math.min(left, at === 0 ? MOST_OF_FIRST : MOST_OF_OTHERS),
    );
    if (at > 0 && words.length < 40) break;
    left -= words.length;
    const heading =
      citation.heading === null || citation.quote.includes(citation.heading) ? [] : [citation.heading];
    const place = plain([writeCitation(citation), ...heading].join(': ')).replaceAll('"', '”');
    written.push(`<nguon id="${id}" noi="${place}">\n${plain(words)}\n</nguon>`);
    if (left <= 0) break;
  }
  return written.join('\n');
}

/** Words of documents and people cannot end what delimits them. */
export function plain(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** The first line, which says what it is about, and of the others those that hold most of the question; in their order. */
export function excerpt(text: string, question: string, most: number): string {
  if (text.length <= most) return text;
  const asked = new Set(terms(question));
  const lines = text.split(/\n+|(?<=[\p{L})”][.;])\s+(?=\p{Lu})/u).filter((line) => line.trim() !== '');
  const ranked = lines
    .map((line, at) => ({ at, line, held: new Set(terms(line).filter((term) => asked.has(term))).size }))
    .sort((a, b) => Number(b.at === 0) - Number(a.at === 0) || b.held - a.held || a.at - b.at);
  const taken: typeof ranked = [];
  let length = 0;
  for (const one of ranked) {
    if (taken.length > 0 && length + one.line.length > most) continue;
    taken.push(one);
    length += one.line.length + 1;
  }
  const kept = taken.sort((a, b) => a.at - b.at);
  return kept
    .map(({ at, line }, place) => (at === (kept[place - 1]?.at ?? -1) + 1 ? line : `…\n${line}`))
    .join('\n')
    .slice(0, most + 20);
}
