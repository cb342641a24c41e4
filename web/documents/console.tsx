import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Account } from '../api.ts';
import { AnswerPage } from '../approved/answerEditor.tsx';
import { AnswersPage } from '../approved/answersPage.tsx';
import { texts as answerTexts } from '../approved/texts.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { writeRoute } from '../route.ts';
import { ComparePage } from './comparePage.tsx';
import { DocumentList } from './documentList.tsx';
import { LogPage } from './logPage.tsx';
import { type ManagePage, writeManagePage } from './manageRoute.ts';
import { ReviewPage } from './reviewPage.tsx';
import { StoredPage } from './storedPage.tsx';
import { texts } from './texts.ts';
import { UploadBox } from './uploadBox.tsx';
import { type UploadsState, useUploads } from './useUploads.ts';

function titleOf(page: ManagePage): string {
  if (page.kind === 'list') return texts.manage;
  if (page.kind === 'log') return texts.logTitle;
  if (page.kind === 'compare') return texts.compare.title;
  if (page.kind === 'answers') return answerTexts.title;
  if (page.kind === 'answer') {
    return page.id === null ? answerTexts.newTitle : answerTexts.answerTitle(page.id);
  }
  return page.document.kind === 'draft' ? texts.review.title : texts.stored.title;
}

function Frame({
  page,
  children,
}: {
  readonly page: ManagePage;
  readonly children: ComponentChildren;
}): JSX.Element {
  const title = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  const address = writeManagePage(page);
  useLayoutEffect(() => {
    title.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [address]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <main ref={main} class="manage" tabIndex={0} aria-labelledby="manage-title">
      <div class="manage-inner">
        <nav class="manage-bar" aria-label={texts.manage}>
          {page.kind === 'list' ? (
            <a class="button quiet" href={writeRoute({ kind: 'chat' })} onClick={followLink}>
              <Icon name="back" />
              <span>{texts.backToChat}</span>
            </a>
          ) : page.kind === 'answer' ? (
            <a class="button quiet" href={writeManagePage({ kind: 'answers' })} onClick={followLink}>
              <Icon name="back" />
              <span>{answerTexts.back}</span>
            </a>
          ) : (
            <a class="button quiet" href={writeManagePage({ kind: 'list' })} onClick={followLink}>
              <Icon name="back" />
              <span>{texts.backToList}</span>
            </a>
          )}
          {page.kind === 'list' && (
            <a class="button quiet" href={writeManagePage({ kind: 'answers' })} onClick={followLink}>
              <span>{answerTexts.title}</span>
            </a>
          )}
          {page.kind !== 'log' && page.kind !== 'answers' && page.kind !== 'answer' && (
            <a class="button quiet" href={writeManagePage({ kind: 'log' })} onClick={followLink}>
              <span>{texts.logTitle}</span>
            </a>
          )}
        </nav>
        <h2 id="manage-title" ref={title} tabIndex={-1}>
          {titleOf(page)}
        </h2>
        {children}
      </div>
    </main>
  );
}

function Overview({ state }: { readonly state: UploadsState }): JSX.Element {
  const { overview, reload } = state;
  if (overview === null) return <p class="hint">{texts.loading}</p>;
  if (overview === 'failed') {
    return (
      <div class="said warning" role="alert">
        <p>{texts.failed}</p>
        <button type="button" class="button" onClick={reload}>
          <Icon name="retry" />
          <span>{texts.retry}</span>
        </button>
      </div>
    );
  }
  return (
    <>
      <UploadBox {...state} overview={overview} />
      <DocumentList overview={overview} onChange={reload} />
    </>
  );
}

/** All pages of an admin about documents. What is on its way to the server stays so while they go from one to another. */
function DocumentPages({ page }: { readonly page: DocumentsPage }): JSX.Element {
  const state = useUploads();
  switch (page.kind) {
    case 'list':
      return <Overview state={state} />;
    case 'log':
      return <LogPage />;
    case 'compare':
      return <ComparePage document={page.document} other={page.with} />;
    case 'document': {
      const { kind, id } = page.document;
      return kind === 'draft' ? (
        <ReviewPage key={id} id={id} onChange={state.reload} />
      ) : (
        <StoredPage key={id} id={id} onChange={state.reload} />
      );
    }
  }
}

type DocumentsPage = Exclude<ManagePage, { readonly kind: 'answers' | 'answer' }>;

function Pages({ page }: { readonly page: ManagePage }): JSX.Element {
  if (page.kind === 'answers') return <AnswersPage />;
  if (page.kind === 'answer')
    return <AnswerPage key={writeManagePage(page)} id={page.id} asked={page.asked} />;
  return <DocumentPages page={page} />;
}

export type ConsoleProps = {
  readonly page: ManagePage;
  /** `undefined`: not known yet. */
  readonly account: Account | null | undefined;
};

/** The pages for looking after documents, in place of the chat. */
export function Console({ page, account }: ConsoleProps): JSX.Element {
  return (
    <Frame page={page}>
      {account?.admin === true ? (
        <Pages page={page} />
      ) : (
        account !== undefined && <p class="said warning">{texts.onlyAdmins}</p>
      )}
    </Frame>
  );
}
