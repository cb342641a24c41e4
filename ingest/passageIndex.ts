import { documentName } from '../domain/citation.ts';
import { gently } from '../store/gently.ts';
import type { PassageIndex } from '../store/passages/passageIndex.ts';
import { definitionTerms } from '../vietnamese/definitions.ts';
import { termCounts, terms } from '../vietnamese/terms.ts';
import { type Indexed, versionOf } from './indexVersion.ts';

/** The terms by which a directive's passages are found: title and number, headings, words. */
export function indexPassages(directive: Indexed, fileName: string): PassageIndex {
  return { version: indexVersion(), ...indexTerms(directive, fileName) };
}

/** As `indexPassages`; whoever waits for an answer comes between, where a document of hundreds of pages takes half a second. */
export async function indexPassagesGently(directive: Indexed, fileName: string): Promise<PassageIndex> {
  const passages = await gently(eachPassage(directive));
  return { version: indexVersion(), title: titleTerms(directive, fileName), passages };
}

function* eachPassage({ text, passages }: Indexed): Generator<void, PassageIndex['passages']> {
  const found: PassageIndex['passages'][number][] = [];
  for (const passage of passages) {
    found.push(passageTerms(text, passage));
    yield;
  }
  return found;
}

let version: string | null = null;

/** The version of the indexes that this program makes; a stored index of another version is stale. */
export function indexVersion(): string {
  version ??= versionOf(indexTerms);
  return version;
}

function indexTerms(parsed: Indexed, fileName: string): Omit<PassageIndex, 'version'> {
  return {
    title: titleTerms(parsed, fileName),
    passages: parsed.passages.map((passage) => passageTerms(parsed.text, passage)),
  };
}

function titleTerms({ header }: Indexed, fileName: string): readonly string[] {
  return [...new Set(terms(`${documentName(header, fileName)}\n${header.title ?? ''}`))];
}

function passageTerms(text: string, passage: Indexed['passages'][number]): PassageIndex['passages'][number] {
  const words = text.slice(passage.start, passage.end);
  // The nearest heading tells passages apart; those above it are shared by a whole chapter and count as words.
  const [nearest = '', ...above] = passage.heading.split(' · ');
  const body = termCounts([words, ...above].join('\n.\n'));
  for (const term of definitionTerms(words)) body.set(term, 1);
  return { heading: termCounts(nearest), body };
}
