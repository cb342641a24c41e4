import { type Citation, documentName, isInForce } from './citation.ts';
import type { IsoDate, StoredDirective, StoredProvision } from './directive.ts';

/** Points to a stretch of a stored directive; white space at its ends is left out. */
export function cite(
  document: StoredDirective,
  span: { readonly provision: StoredProvision | null; readonly start: number; readonly end: number },
  asOf: IsoDate,
): Citation {
  const words = document.text.slice(span.start, span.end);
  const start = span.start + (words.length - words.trimStart().length);
  const quote = words.trim();
  return {
    directiveId: document.id,
    provisionId: span.provision?.id ?? null,
    document: documentName(document.header, document.fileName),
    path: span.provision?.path ?? [],
    heading: headingOf(document, span.provision),
    quote,
    start,
    end: start + quote.length,
    page: span.provision?.page ?? null,
    kind: document.kind,
    sample: document.sample,
    effective: document.header.effective,
    inForce: isInForce(document.header.effective, asOf),
  };
}

/** Points to a document as a whole by the words of its title, or to one of its provisions by its heading line. */
export function citeHead(document: StoredDirective, within: StoredProvision | null, asOf: IsoDate): Citation {
  const { title } = document.header;
  const at = title === null ? -1 : document.text.indexOf(title);
  if (within === null && title !== null && at !== -1) {
    return cite(document, { provision: null, start: at, end: at + title.length }, asOf);
  }
  const from = within?.start ?? 0;
  const line = document.text.slice(from).search(/(?<=\S[^\n]*)\n|$/);
  return cite(document, { provision: within, start: from, end: from + line }, asOf);
}

function headingOf(document: StoredDirective, provision: StoredProvision | null): string | null {
  let at: StoredProvision | undefined = provision ?? undefined;
  while (at !== undefined && at.heading === null) {
    at = at.parent === null ? undefined : document.provisions[at.parent];
  }
  return at?.heading ?? null;
}
