import type { JSX } from 'preact';
import type { Citation } from '../../domain/citation.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { texts } from '../texts.ts';

type CitationLinkProps = {
  /** Where it leads: words of a directive, or with an empty span the directive whole. */
  readonly citation: Pick<Citation, 'directiveId' | 'start' | 'end'>;
  /** What is said aloud. */
  readonly label: string;
  /** What is seen, where the label stands right above already. */
  readonly shown?: string;
};

/** The way to the quoted words inside their document. */
export function CitationLink({ citation, label, shown }: CitationLinkProps): JSX.Element {
  const span = citation.end > citation.start ? { start: citation.start, end: citation.end } : null;
  const address = writeRoute({ kind: 'document', id: citation.directiveId, span });
  return (
    <a class="citation" href={address} onClick={followLink}>
      {shown === undefined && <span class="visually-hidden">{texts.openCitation} </span>}
      <span>{shown ?? label}</span>
      {shown !== undefined && <span class="visually-hidden">: {label}</span>}
      <Icon name="open" />
    </a>
  );
}
