import type { JSX, RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import { writeDate } from '../../domain/citation.ts';
import type { StoredDirective } from '../../domain/directive.ts';
import type { Span } from '../route.ts';
import { texts } from '../texts.ts';
import { layOut, overlap, type Piece, withTables } from './directiveText.ts';
import { Rows } from './rows.tsx';
import { Words } from './words.tsx';

function Facts({ directive }: { readonly directive: StoredDirective }): JSX.Element {
  const { header } = directive;
  const labels = directive.kind === 'press' ? { ...texts.facts, ...texts.pressFacts } : texts.facts;
  const facts = [
    [labels.number, header.number],
    [labels.type, header.type],
    [labels.issuer, header.issuer],
    [labels.issued, header.issued && writeDate(header.issued)],
    [labels.effective, header.effective && writeDate(header.effective)],
    [labels.signer, header.signer],
    [labels.place, header.place],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

const anchor = (piece: Piece): string | undefined =>
  piece.kind === 'heading' ? `dieu-muc-${piece.provision.id}` : undefined;

function Outline({
  pieces,
  text,
}: {
  readonly pieces: readonly Piece[];
  readonly text: string;
}): JSX.Element | null {
  const headings = pieces.filter((piece) => piece.kind === 'heading');
  if (headings.length < 4) return null;
  return (
    <details class="outline">
      <summary>{texts.outline}</summary>
      <ol>
        {headings.map((piece) => (
          <li key={piece.start} class={`level-${Math.min(piece.level, 3)}`}>
            <button
              type="button"
              onClick={() => {
                const heading = document.getElementById(anchor(piece) ?? '');
                heading?.scrollIntoView({ block: 'start' });
                heading?.focus({ preventScroll: true });
              }}
            >
              {text.slice(piece.start, piece.end)}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

type PieceViewProps = {
  readonly piece: Piece;
  readonly text: string;
  readonly marked: Span | null;
  /** Given to the first marked stretch. */
  readonly mark: RefObject<HTMLElement | null> | null;
};

function PieceView({ piece, text, marked, mark }: PieceViewProps): JSX.Element {
  const words = <Words text={text} span={piece} marked={marked} mark={mark} />;
  if (piece.kind === 'paragraph') {
    return <p class={piece.preamble ? 'preamble' : `indent-${Math.min(piece.indent, 3)}`}>{words}</p>;
  }
  const attributes = { id: anchor(piece), tabIndex: -1, class: `rung ${piece.provision.kind}` };
  if (piece.level === 0) return <h3 {...attributes}>{words}</h3>;
  if (piece.level === 1) return <h4 {...attributes}>{words}</h4>;
  if (piece.level === 2) return <h5 {...attributes}>{words}</h5>;
  return <h6 {...attributes}>{words}</h6>;
}

type DirectiveTextProps = {
  readonly directive: Pick<StoredDirective, 'text' | 'provisions'>;
  readonly span: Span | null;
  readonly mark: RefObject<HTMLElement | null>;
};

/** Outline and text of a directive by provisions, with one stretch marked. */
export function DirectiveText({ directive, span, mark }: DirectiveTextProps): JSX.Element {
  const { text } = directive;
  const pieces = useMemo(() => layOut(directive), [directive]);
  const firstMarked = pieces.find((piece) => overlap(piece, span) !== null);
  return (
    <>
      <Outline pieces={pieces} text={text} />
      <div class="directive">
        {withTables(pieces, text).map(([piece, ...more]) =>
          piece === undefined ? null : more.length > 0 ? (
            <Rows
              key={piece.start}
              rows={[piece, ...more]}
              text={text}
              span={span}
              mark={firstMarked !== undefined && [piece, ...more].includes(firstMarked) ? mark : null}
            />
          ) : (
            <PieceView
              key={piece.start}
              piece={piece}
              text={text}
              marked={overlap(piece, span)}
              mark={piece === firstMarked ? mark : null}
            />
          ),
        )}
      </div>
    </>
  );
}

type DirectiveViewProps = Omit<DirectiveTextProps, 'directive'> & { readonly directive: StoredDirective };

/** A directive whole: facts, outline, text by provisions, the quoted span marked. */
export function DirectiveView({ directive, span, mark }: DirectiveViewProps): JSX.Element {
  return (
    <>
      <Facts directive={directive} />
      {directive.warnings.length > 0 && (
        <details class="outline">
          <summary>{texts.readingNotes}</summary>
          <ul>
            {directive.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </details>
      )}
      <DirectiveText directive={directive} span={span} mark={mark} />
    </>
  );
}
