import type { JSX } from 'preact';
import type { UploadView } from '../../bot/channels/web/documents/views.ts';
import { sizeWords } from '../answer/fileWords.ts';
import { Icon } from '../icons.tsx';
import { followLink } from '../navigation.ts';
import { writeManagePage } from './manageRoute.ts';
import { texts } from './texts.ts';
import type { Sending } from './useUploads.ts';

const words = texts.upload;

/** A file on its way, from this page or another: what is known of it here, and what the server says. */
export type Row = {
  readonly key: string;
  readonly name: string;
  readonly size: number;
  readonly sending: Sending | null;
  readonly upload: UploadView | null;
};

/** How many of the steps are behind a file: sent, waited, read, reviewed. */
function stepOf({ sending, upload }: Row): number {
  if (upload === null) return sending?.received?.status === 'published' ? 4 : 0;
  return { waiting: 1, reading: 2, review: 3, done: 4, failed: 2 }[upload.stage];
}

export function hasFailed({ sending, upload }: Row): boolean {
  return sending?.state === 'refused' || upload?.stage === 'failed';
}

function readingWords({ progress }: UploadView): string {
  if (progress === null) return words.parsing;
  const { step, file, done, of, pages } = progress;
  if (step !== 'parsing') return words[step];
  const part = of > 1 ? words.parsingPart(file, done + 1, of) : words.parsing;
  return pages === undefined ? part : `${part}, ${words.page(pages.done + 1, pages.all)}`;
}

/** Where a file stands, in words. */
function stateWords({ sending, upload }: Row): string {
  if (upload === null) {
    if (sending?.state === 'refused') return words.refused;
    if (sending?.received?.status === 'published') return words.published;
    return sending?.state === 'sending' ? words.sending(Math.round(sending.share * 100)) : words.queued;
  }
  switch (upload.stage) {
    case 'waiting':
      return words.waiting;
    case 'reading':
      return readingWords(upload);
    case 'review': {
      const failed = upload.drafts.filter(({ state }) => state === 'failed').length;
      return failed > 0 ? words.readySome(failed) : words.ready;
    }
    case 'done':
      return words.done;
    case 'failed':
      return words.failedShort;
  }
}

function Ways({ row }: { readonly row: Row }): JSX.Element | null {
  const { upload, sending } = row;
  if (upload?.stage === 'review') {
    return (
      <>
        {upload.drafts
          .filter(({ state }) => state === 'draft')
          .map(({ id, fileName }) => (
            <a
              key={id}
              class="button primary"
              href={writeManagePage({ kind: 'document', document: { kind: 'draft', id } })}
              aria-label={words.reviewOf(fileName)}
              onClick={followLink}
            >
              <span>{upload.drafts.length > 1 ? words.reviewOf(fileName) : words.review}</span>
              <Icon name="open" />
            </a>
          ))}
      </>
    );
  }
  const received = sending?.received;
  if (received?.status !== 'published') return null;
  const document = { kind: 'stored', id: received.directiveId } as const;
  return (
    <a class="button" href={writeManagePage({ kind: 'document', document })} onClick={followLink}>
      <span>{words.openPublished}</span>
    </a>
  );
}

type UploadRowProps = {
  readonly row: Row;
  readonly onResend: (id: number) => void;
  readonly onDismiss: (id: number) => void;
};

/** One file: how far it has come, what is wrong with it, and what can be done. */
export function UploadRow({ row, onResend, onDismiss }: UploadRowProps): JSX.Element {
  const { name, size, sending, upload } = row;
  const step = stepOf(row);
  const failed = hasFailed(row);
  const reasons = [
    sending?.problem ?? null,
    upload?.reason ?? null,
    ...(upload?.stage === 'review' ? upload.drafts.map(({ reason }) => reason) : []),
  ].filter((reason) => reason !== null);
  const isOver = sending !== null && (failed || step >= 3);
  return (
    <li class={failed ? 'upload failed' : 'upload'}>
      <div class="upload-head">
        <Icon name={failed ? 'warning' : 'document'} />
        <p class="upload-name">
          {name} <span>{sizeWords(size)}</span>
        </p>
        {isOver && (
          <button
            type="button"
            class="button quiet icon-only"
            aria-label={words.dismiss(name)}
            onClick={() => onDismiss(sending.id)}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      {!failed && (
        <ol class="upload-steps" aria-hidden="true">
          {words.steps.map((label, index) => (
            <li key={label} class={index < step ? 'behind' : index === step ? 'now' : ''}>
              {label}
            </li>
          ))}
        </ol>
      )}
      {sending?.state === 'sending' && (
        <progress aria-label={words.sendingOf(name)} max={1} value={sending.share} />
      )}
      <p class="upload-state">{stateWords(row)}</p>
      {sending?.received?.status === 'underway' && <p class="upload-note">{words.again}</p>}
      {[...new Set(reasons)].map((reason) => (
        <p key={reason} class="said warning">
          {reason}
        </p>
      ))}
      <div class="upload-ways">
        <Ways row={row} />
        {sending?.mayRetry === true && (
          <button type="button" class="button" onClick={() => onResend(sending.id)}>
            <Icon name="retry" />
            <span>{words.resend}</span>
          </button>
        )}
      </div>
    </li>
  );
}
