import type { ComponentChildren, JSX, RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { OpenedDirective } from '../../bot/channels/web/app.ts';
import { documentName } from '../../domain/citation.ts';
import { documentLine } from '../../domain/documentLine.ts';
import { fetchDirective, fetchDirectives } from '../api.ts';
import { Badges } from '../badges.tsx';
import { Icon } from '../icons.tsx';
import { useLoaded } from '../loaded.ts';
import { closePanel, followLink } from '../navigation.ts';
import { type Route, type Span, writeRoute } from '../route.ts';
import { texts } from '../texts.ts';
import { DirectiveView } from './directiveView.tsx';
import { DocumentLines } from './documentLines.tsx';

type FrameProps = {
  readonly title: string;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
};

function Frame({ title, titleRef, tools, children }: FrameProps): JSX.Element {
  return (
    <>
      <div class="reader-bar">
        <h2 id="reader-title" ref={titleRef} tabIndex={-1}>
          {title}
        </h2>
        {tools}
        <button
          type="button"
          class="button icon-only"
          aria-label={texts.close}
          title={`${texts.closeShort} (Esc)`}
          onClick={closePanel}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="reader-body" tabIndex={0} aria-labelledby="reader-title">
        {children}
      </section>
    </>
  );
}

function Problem({ children }: { readonly children: string }): JSX.Element {
  return (
    <p class="said warning" role="alert">
      {children}
    </p>
  );
}

function DocumentList({
  titleRef,
}: {
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
}): JSX.Element {
  const list = useLoaded('list', fetchDirectives, texts.readerFailed);
  return (
    <Frame title={texts.documentsTitle} titleRef={titleRef}>
      {list !== null && 'problem' in list && <Problem>{list.problem}</Problem>}
      {list !== null && 'value' in list && (
        <>
          <p class="reader-count">
            {list.value.length === 0 ? texts.documentsEmpty : texts.documentsCount(list.value.length)}
          </p>
          <DocumentLines documents={list.value.map(documentLine)} />
        </>
      )}
    </Frame>
  );
}

/** Says of a document that is no longer answered from that it is not, and what is in its place. */
function Gone({ standing }: { readonly standing: OpenedDirective['standing'] }): JSX.Element | null {
  if (standing === null || standing.standing === 'live' || standing.standing === 'removed') return null;
  const { replacedBy } = standing;
  return (
    <p class="said warning">
      {texts.standing[standing.standing]}{' '}
      {replacedBy !== null && (
        <a href={writeRoute({ kind: 'document', id: replacedBy, span: null })} onClick={followLink}>
          {texts.standing.open}
        </a>
      )}
    </p>
  );
}

/** Scrolls to the quoted words, with the heading above them in sight where it is near. */
function bringIntoView(mark: HTMLElement): void {
  const nearby = window.innerHeight / 3;
  let above = mark.closest('.directive > *');
  while (above !== null && !above.matches('.rung')) above = above.previousElementSibling;
  const near =
    above !== null && mark.getBoundingClientRect().top - above.getBoundingClientRect().top < nearby;
  (near ? above : mark)?.scrollIntoView({ block: 'start' });
}

type DirectivePageProps = {
  readonly id: number;
  readonly span: Span | null;
  readonly titleRef: RefObject<HTMLHeadingElement | null>;
};

function DirectivePage({ id, span, titleRef }: DirectivePageProps): JSX.Element {
  const loaded = useLoaded<OpenedDirective>(id, (signal) => fetchDirective(id, signal), texts.readerFailed);
  const directive = loaded !== null && 'value' in loaded && loaded.value.id === id ? loaded.value : null;
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (mark.current !== null) bringIntoView(mark.current);
  }, [directive, span?.start, span?.end]);

  const title = directive === null ? texts.readerLoading : documentName(directive.header, directive.fileName);
  const toQuote = () => {
    if (mark.current !== null) bringIntoView(mark.current);
    mark.current?.focus({ preventScroll: true });
  };
  return (
    <Frame
      title={loaded !== null && 'problem' in loaded ? texts.reader : title}
      titleRef={titleRef}
      tools={
        span !== null &&
        directive !== null && (
          <button type="button" class="button quiet to-quote" onClick={toQuote}>
            <Icon name="quoted" />
            <span>{texts.toQuote}</span>
          </button>
        )
      }
    >
      <a class="button quiet all-documents" href={writeRoute({ kind: 'documents' })} onClick={followLink}>
        <Icon name="back" />
        <span>{texts.allDocuments}</span>
      </a>
      {loaded !== null && 'problem' in loaded && <Problem>{loaded.problem}</Problem>}
      {directive !== null && (
        <>
          {directive.header.title !== null && directive.header.title !== title && (
            <p class="reader-title">{directive.header.title}</p>
          )}
          <Gone standing={directive.standing} />
          <Badges {...directive} effective={directive.header.effective} />
          <DirectiveView directive={directive} span={span} mark={mark} />
        </>
      )}
    </Frame>
  );
}

type ReaderProps = {
  readonly route: Extract<Route, { kind: 'documents' | 'document' }>;
  readonly modal: boolean;
};

/** The panel beside the chat, or the sheet over it on a small window. */
export function Reader({ route, modal }: ReaderProps): JSX.Element {
  const titleRef = useRef<HTMLHeadingElement>(null);
  const shown = writeRoute(route);
  useLayoutEffect(() => {
    titleRef.current?.focus({ preventScroll: true });
  }, [shown]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What lies over the panel is closed first, by the browser.
      if (document.querySelector('dialog[open], :popover-open') !== null) return;
      if (event.key === 'Escape' && !event.isComposing) closePanel();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const meaning = modal
    ? ({ role: 'dialog', 'aria-modal': true, 'aria-labelledby': 'reader-title' } as const)
    : ({ role: 'complementary', 'aria-labelledby': 'reader-title' } as const);
  return (
    <div class="reader" {...meaning}>
      {route.kind === 'documents' ? (
        <DocumentList titleRef={titleRef} />
      ) : (
        <DirectivePage id={route.id} span={route.span} titleRef={titleRef} />
      )}
    </div>
  );
}
