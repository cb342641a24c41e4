import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { UploadView } from '../../bot/channels/web/documents/views.ts';
import { Icon } from '../icons.tsx';
import type { Overview } from './documentsApi.ts';
import { texts } from './texts.ts';
import { hasFailed, type Row, UploadRow } from './uploadRow.tsx';
import type { UploadsState } from './useUploads.ts';

const words = texts.upload;

/** Files that this page has sent, and those that others have and that are still being read. */
function rowsOf(sendings: UploadsState['sendings'], uploads: readonly UploadView[]): readonly Row[] {
  const own = sendings.map((sending): Row => {
    const { received, file } = sending;
    const id = received === null || received.status === 'published' ? null : received.uploadId;
    const upload = uploads.find((one) => one.id === id) ?? null;
    return { key: `own ${sending.id}`, name: file.name, size: file.size, sending, upload };
  });
  const known = new Set(own.map(({ upload }) => upload?.id));
  const others = uploads
    .filter(({ id, stage }) => !known.has(id) && (stage === 'waiting' || stage === 'reading'))
    .map((upload): Row => {
      return { key: `all ${upload.id}`, name: upload.fileName, size: upload.size, sending: null, upload };
    });
  return [...own, ...others];
}

/** Says once of each file that its end has come, for whoever does not see the list. */
function useAnnouncement(rows: readonly Row[]): string {
  const told = useRef(new Set<string>());
  const [said, setSaid] = useState('');
  useEffect(() => {
    const ended = rows.filter(
      (row) => !told.current.has(row.key) && (hasFailed(row) || row.upload?.stage === 'review'),
    );
    if (ended.length === 0) return;
    for (const { key } of ended) told.current.add(key);
    const sentences = ended.map((row) =>
      hasFailed(row) ? words.announceFailed(row.name) : words.announceReady(row.name),
    );
    setSaid(sentences.join(' '));
  }, [rows]);
  return said;
}

type UploadBoxProps = Pick<UploadsState, 'sendings' | 'send' | 'resend' | 'dismiss'> & {
  readonly overview: Overview;
};

/** Files dropped anywhere on the page; outside of a drop zone a browser would open them in its place. @returns whether some hover */
function useDrop(onFiles: (files: FileList | null | undefined) => void): boolean {
  const [over, setOver] = useState(false);
  const take = useRef(onFiles);
  take.current = onFiles;
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      take.current(event.dataTransfer?.files);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  return over;
}

/** Takes files by drop and by choice, and shows how far each has come. */
export function UploadBox({ overview, sendings, send, resend, dismiss }: UploadBoxProps): JSX.Element {
  const field = useRef<HTMLInputElement>(null);
  const rows = rowsOf(sendings, overview.uploads);
  const said = useAnnouncement(rows);
  const take = (files: FileList | null | undefined) => {
    if (files !== null && files !== undefined && files.length > 0) send([...files]);
  };
  const over = useDrop(take);
  return (
    <section class="upload-box" aria-labelledby="upload-title">
      <h3 id="upload-title">{words.title}</h3>
      <div class={over ? 'drop over' : 'drop'}>
        <p>{words.drop}</p>
        <button type="button" class="button primary" onClick={() => field.current?.click()}>
          <Icon name="upload" />
          <span>{words.choose}</span>
        </button>
        <input
          ref={field}
          type="file"
          multiple
          hidden
          aria-label={words.choose}
          onChange={() => {
            take(field.current?.files);
            // The same file may be chosen again.
            if (field.current !== null) field.current.value = '';
          }}
        />
        <p class="hint">{words.how(Math.floor(overview.fileBytes / 1024 / 1024))}</p>
      </div>
      {rows.length > 0 && (
        <ul class="uploads" aria-label={words.list}>
          {rows.map((row) => (
            <UploadRow key={row.key} row={row} onResend={resend} onDismiss={dismiss} />
          ))}
        </ul>
      )}
      <p role="status" class="visually-hidden">
        {said}
      </p>
    </section>
  );
}
