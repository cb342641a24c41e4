import { documentName } from '../domain/citation.ts';
import type { ParsedDirective } from '../domain/directive.ts';
import type { PassageIndex } from '../store/passages/passageIndex.ts';
import { definitionTerms } from '../vietnamese/definitions.ts';
import { termCounts, terms } from '../vietnamese/terms.ts';

/** The terms by which a directive's passages are found: title and number, headings, words. */
export function indexPassages(parsed: ParsedDirective, fileName: string): PassageIndex {
  const name = documentName(parsed.header, fileName);
  const title = parsed.header.title ?? '';
  return {
    title: [...new Set(terms(`${name}\n${title}`))],
    passages: parsed.passages.map((passage) => {
      const words = parsed.text.slice(passage.start, passage.end);
      const body = termCounts(words);
      for (const term of definitionTerms(words)) body.set(term, 1);
      return { heading: termCounts(passage.heading.replaceAll(' · ', '.\n')), body };
    }),
  };
}
