import type { JSX } from 'preact';
import { writeDate } from '../../domain/citation.ts';
import type { DocumentLine } from '../../domain/documentLine.ts';
import { Badges } from '../badges.tsx';
import { followLink } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { texts } from '../texts.ts';

/** Documents as links into the reader. */
export function DocumentLines({ documents }: { readonly documents: readonly DocumentLine[] }): JSX.Element {
  return (
    <ul class="documents">
      {documents.map((line) => (
        <li key={line.directiveId}>
          <a href={writeRoute({ kind: 'document', id: line.directiveId, span: null })} onClick={followLink}>
            <span class="document-name">{line.name}</span>
            {line.title !== null && line.title !== line.name && (
              <span class="document-title">{line.title}</span>
            )}
            <span class="document-facts">
              {line.effective !== null && <span>{texts.effectiveFrom(writeDate(line.effective))}</span>}
              <Badges {...line} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
