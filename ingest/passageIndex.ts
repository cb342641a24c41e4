import { documentName } from '../domain/citation.ts';
import type { PassageIndex } from '../store/passages/passageIndex.ts';
import { definitionTerms } from '../vietnamese/definitions.ts';
import { termCounts, terms } from '../vietnamese/terms.ts';
import { type Indexed, versionOf } from './indexVersion.ts';

/** The terms by which a directive's passages are found: title and number, headings, words. */
export function indexPassages(directive: Indexed, fileName: string): PassageIndex {
  return { version: indexVersion(), ...indexTerms(directive, fileName) };
}

let version: string | null = null;

/** The version of the indexes that this program makes; a stored index of another version is stale. */
export function indexVersion(): string {
  version ??= versionOf(indexTerms);
  return version;
}

function indexTerms(parsed: Indexed, fileName: string): Omit<PassageIndex, 'version'> {
  const name = documentName(parsed.header, fileName);
  const title = parsed.header.title ?? '';
  return {
    title: [...new Set(terms(`${name}\n${title}`))],
    passages: parsed.passages.map((passage) => {
      const words = parsed.text.slice(passage.start, passage.end);
      // The nearest heading tells passages apart; those above it are shared by a whole chapter and count as words.
      const [nearest = '', ...above] = passage.heading.split(' · ');
      const body = termCounts([words, ...above].join('\n.\n'));
      for (const term of definitionTerms(words)) body.set(term, 1);
      return { heading: termCounts(nearest), body };
    }),
  };
}
