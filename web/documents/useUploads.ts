import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { UploadView } from '../../bot/channels/web/documents/views.ts';
import type { Received } from '../../store/uploads/uploads.ts';
import { RequestError } from '../api.ts';
import { fetchOverview, type Overview, sendFile, watchUploads } from './documentsApi.ts';
import { texts } from './texts.ts';

const words = texts.upload;

/** A file that was given to this page, and how far it has come to the server. */
export type Sending = {
  readonly id: number;
  readonly file: File;
  readonly state: 'queued' | 'sending' | 'received' | 'refused';
  /** How much of it has gone, 0–1. */
  readonly share: number;
  readonly received: Received | null;
  /** Why it was refused, for the person. */
  readonly problem: string | null;
  /** Sending it once more may help. */
  readonly mayRetry: boolean;
};

export type UploadsState = {
  /** `null` while it is under way. */
  readonly overview: Overview | null | 'failed';
  readonly sendings: readonly Sending[];
  readonly send: (files: readonly File[]) => void;
  readonly resend: (id: number) => void;
  readonly dismiss: (id: number) => void;
  readonly reload: () => void;
};

const MEGABYTE = 1024 * 1024;

/** So many files are on their way at once; the others wait. */
const AT_ONCE = 2;

/** What is said of the stages of all uploads; another one means that the lists have changed. */
const stagesOf = (uploads: readonly UploadView[]): string =>
  uploads
    .map(({ id, stage, drafts }) => `${id} ${stage} ${drafts.map(({ state }) => state).join(' ')}`)
    .join();

/** The documents of the server, kept up to date, and the files on their way there. */
export function useUploads(): UploadsState {
  const [overview, setOverview] = useState<UploadsState['overview']>(null);
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const lastId = useRef(0);

  const reload = useCallback(() => {
    fetchOverview().then(setOverview, () => setOverview((before) => before ?? 'failed'));
  }, []);
  useEffect(() => {
    reload();
    let stages = '';
    return watchUploads((uploads) => {
      setOverview((before) => (before === null || before === 'failed' ? before : { ...before, uploads }));
      if (stages !== '' && stages !== stagesOf(uploads)) reload();
      stages = stagesOf(uploads);
    });
  }, [reload]);

  const change = useCallback(
    (id: number, how: Partial<Sending>) =>
      setSendings((all) => all.map((one) => (one.id === id ? { ...one, ...how } : one))),
    [],
  );
  const start = useCallback(
    async ({ id, file }: Sending) => {
      change(id, { state: 'sending', share: 0 });
      try {
        const received = await sendFile(file, (share) => change(id, { share }));
        change(id, { state: 'received', received, share: 1 });
      } catch (error) {
        const told = error instanceof RequestError ? error.sentence : null;
        change(id, { state: 'refused', problem: told ?? words.unreachable, mayRetry: told === null });
      }
    },
    [change],
  );
  useEffect(() => {
    const next = sendings.find(({ state }) => state === 'queued');
    const underWay = sendings.filter(({ state }) => state === 'sending').length;
    if (next !== undefined && underWay < AT_ONCE) void start(next);
  }, [sendings, start]);

  const busy = sendings.some(({ state }) => state === 'queued' || state === 'sending');
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  const fileBytes =
    overview === null || overview === 'failed' ? Number.POSITIVE_INFINITY : overview.fileBytes;
  return {
    overview,
    sendings,
    reload,
    send: (files) =>
      setSendings((all) => [
        ...all,
        ...files.map((file): Sending => {
          const problem = problemOf(file, fileBytes);
          const state = problem === null ? 'queued' : 'refused';
          return { id: ++lastId.current, file, state, share: 0, received: null, problem, mayRetry: false };
        }),
      ]),
    resend: (id) => change(id, { state: 'queued', problem: null, mayRetry: false }),
    dismiss: (id) => setSendings((all) => all.filter((one) => one.id !== id)),
  };
}

/** What can be known without sending a file. */
function problemOf(file: File, fileBytes: number): string | null {
  if (file.size === 0) return words.empty;
  return file.size > fileBytes ? words.tooLarge(Math.floor(fileBytes / MEGABYTE)) : null;
}
