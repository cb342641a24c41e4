import type { JSX } from 'preact';
import type { CardView, DocumentName } from '../../bot/channels/web/documents/views.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { type DocumentRef, writeManagePage } from './manageRoute.ts';
import { texts } from './texts.ts';

const words = texts.review;

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <section class="lines">
      <h3>{title}</h3>
      <ul>
        {[...new Set(lines)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

/** What was doubtful in the file, before all else. */
export function Warnings({ warnings }: { readonly warnings: readonly string[] }): JSX.Element | null {
  if (warnings.length === 0) return null;
  return (
    <section class="review-warnings" aria-labelledby="warnings-title">
      <h3 id="warnings-title">
        <Icon name="warning" />
        <span>{words.warnings}</span>
      </h3>
      <ul>
        {[...new Set(warnings)].map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
}

type SimilarProps = {
  readonly card: CardView['card'];
  /** Whose newer version it is published as. */
  readonly replaces: number | null;
  readonly onReplaces: (directiveId: number | null) => void;
};

/** Stored documents that are like this one, and what it is to them. */
export function Similar({ card, replaces, onReplaces }: SimilarProps): JSX.Element | null {
  if (card.similar.length === 0) return null;
  const draft: DocumentRef = { kind: 'draft', id: card.draftId };
  const choice = (value: number | null, label: string) => (
    <label key={value}>
      <input type="radio" name="replaces" checked={replaces === value} onChange={() => onReplaces(value)} />
      <span>{label}</span>
    </label>
  );
  return (
    <section class="similar" aria-labelledby="similar-title">
      <h3 id="similar-title">{words.similar}</h3>
      <ul>
        {card.similar.map(({ directiveId, document, sameNumber, likeness }) => (
          <li key={directiveId}>
            <p>
              {document} (
              {[...(sameNumber ? [words.sameNumber] : []), words.alike(Math.round(likeness * 100))].join(
                ', ',
              )}
              )
            </p>
            <a
              class="button quiet"
              href={writeManagePage({ kind: 'document', document: { kind: 'stored', id: directiveId } })}
              onClick={followLink}
            >
              <span>{words.openOther(document)}</span>
            </a>
            <a
              class="button quiet"
              href={writeManagePage({ kind: 'compare', document: draft, with: directiveId })}
              aria-label={words.compareWith(document)}
              onClick={followLink}
            >
              <span>{words.compare}</span>
            </a>
          </li>
        ))}
      </ul>
      {card.state === 'draft' && (
        <fieldset>
          <legend>{words.similarHow}</legend>
          {card.similar.map(({ directiveId, document }) => choice(directiveId, words.replaces(document)))}
          {choice(null, words.asOwn)}
        </fieldset>
      )}
    </section>
  );
}

type AmendsProps = { readonly document: DocumentRef; readonly amends: readonly DocumentName[] };

/** The ways to what a document changes of stored ones. */
export function Amends({ document, amends }: AmendsProps): JSX.Element | null {
  if (amends.length === 0) return null;
  return (
    <section class="lines">
      <h3>{words.amends}</h3>
      {amends.map((amended) => (
        <a
          key={amended.directiveId}
          class="button"
          href={writeManagePage({ kind: 'compare', document, with: amended.directiveId })}
          onClick={followLink}
        >
          <span>{words.compareAmended(amended.document)}</span>
        </a>
      ))}
    </section>
  );
}

/** What a document does to others, and when which of its parts hold. */
export function Findings({ view }: { readonly view: CardView }): JSX.Element {
  const { card, amends } = view;
  return (
    <>
      <dl class="facts">
        <div>
          <dt>{words.validity}</dt>
          <dd>{card.validity}</dd>
        </div>
        <div>
          <dt>{words.contents}</dt>
          <dd>{words.holds(card.articles, card.provisions)}</dd>
        </div>
      </dl>
      <Lines title={words.relations} lines={card.relations} />
      <Amends document={{ kind: 'draft', id: card.draftId }} amends={amends} />
      <Lines title={words.effects} lines={card.effects} />
    </>
  );
}
