import { type Citation, documentName, validityFields } from './citation.ts';
import type { IsoDate } from './day.ts';
import type { StoredDirective, StoredProvision } from './directive.ts';
import { tablePlace } from './tablePlace.ts';
import { validityOfDay } from './validity.ts';

/**
 * Points to a stretch of a stored directive; white space at its ends is left out. Its validity is that of the directive's
 * first day alone: what other directives say of it is added by `markValidity`.
 */
export function cite(
  directive: StoredDirective,
  span: { readonly provision: StoredProvision | null; readonly start: number; readonly end: number },
  asOf: IsoDate,
): Citation {
  const words = directive.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const quote = words.trim();
  const table = tablePlace(directive.text, { start, end: start + quote.length });
  return {
    directiveId: directive.id,
    provisionId: span.provision?.id ?? null,
    document: documentName(directive.header, directive.fileName),
    path: span.provision?.path ?? [],
    heading: headingOf(directive, span.provision),
    quote,
    start,
    end: start + quote.length,
    page: span.provision?.page ?? null,
    ...(table === null ? {} : { table }),
    kind: directive.kind,
    sample: directive.sample,
    ...validityFields(validityOfDay(directive.header.effective, asOf)),
  };
}

/** Points to a document as a whole by the words of its title, or to one of its provisions by its heading line. */
export function citeHead(
  directive: StoredDirective,
  within: StoredProvision | null,
  asOf: IsoDate,
): Citation {
  const { title } = directive.header;
  const at = title === null ? -1 : directive.text.indexOf(title);
  if (within === null && title !== null && at !== -1) {
    return cite(directive, { provision: null, start: at, end: at + title.length }, asOf);
  }
  const from = within?.start ?? 0;
  const line = directive.text.slice(from).search(/(?<=\S[^\n]*)\n|$/);
  return cite(directive, { provision: within, start: from, end: from + line }, asOf);
}

function headingOf(directive: StoredDirective, provision: StoredProvision | null): string | null {
  let at: StoredProvision | undefined = provision ?? undefined;
  while (at !== undefined && at.heading === null) {
    at = at.parent === null ? undefined : directive.provisions[at.parent];
  }
  return at?.heading ?? null;
}
