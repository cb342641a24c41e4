import type {
  CardView,
  ConsoleDocument,
  DocumentView,
  DraftView,
  FieldProblems,
  LogView,
  UploadView,
} from '../../bot/channels/web/documents/views.ts';
import type { Decision } from '../../domain/upload.ts';
import type { Difference } from '../../ingest/uploads/differences.ts';
import type { Published } from '../../ingest/uploads/publish.ts';
import type { Restored } from '../../ingest/uploads/restore.ts';
import type { Received } from '../../store/uploads/uploads.ts';
import { post, RequestError, send } from '../api.ts';
import type { DocumentRef } from './manageRoute.ts';

const ROOT = '/api/documents';

export type Overview = {
  readonly documents: readonly ConsoleDocument[];
  readonly uploads: readonly UploadView[];
  /** Size of a file at most, in bytes. */
  readonly fileBytes: number;
};

const refPath = ({ kind, id }: DocumentRef): string =>
  `${ROOT}/${kind === 'draft' ? 'drafts' : 'stored'}/${id}`;

async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, signal === undefined ? {} : { signal })).json();
}

export const fetchOverview = (): Promise<Overview> => get(ROOT);

export const fetchDraft = (id: number, signal: AbortSignal): Promise<DraftView> =>
  get(refPath({ kind: 'draft', id }), signal);

export const fetchStored = (id: number, signal: AbortSignal): Promise<DocumentView> =>
  get(refPath({ kind: 'stored', id }), signal);

export const fetchDifference = (
  document: DocumentRef,
  other: number,
  signal: AbortSignal,
): Promise<Difference> => get(`${refPath(document)}/compare?with=${other}`, signal);

export async function fetchLog(signal: AbortSignal): Promise<readonly LogView[]> {
  const { log } = await get<{ log: readonly LogView[] }>(`${ROOT}/log`, signal);
  return log;
}

/** Address of the file as it was sent. */
export const originalOf = (document: DocumentRef): string => `${refPath(document)}/file`;

/** Address of a file of which nothing could be read, as it was sent. */
export const fileOfUpload = (id: number): string => `${ROOT}/uploads/${id}/file`;

/** The draft as corrected, or what is wrong with each field. Throws `RequestError` for anything else. */
export async function correctDraft(
  id: number,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly view: CardView } | { readonly problems: FieldProblems }> {
  try {
    const view: CardView = await (await post(`${ROOT}/drafts/${id}/corrections`, { fields })).json();
    return { view };
  } catch (error) {
    const problems = error instanceof RequestError ? problemsIn(error.body) : null;
    if (problems === null) throw error;
    return { problems };
  }
}

function problemsIn(body: unknown): FieldProblems | null {
  if (typeof body !== 'object' || body === null || !('problems' in body)) return null;
  const { problems } = body;
  if (typeof problems !== 'object' || problems === null) return null;
  return Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, String(problem)]));
}

export async function decideProposals(
  id: number,
  keys: readonly string[] | 'all',
  decision: Decision,
): Promise<CardView> {
  return (await post(`${ROOT}/drafts/${id}/decisions`, { keys, decision })).json();
}

export async function publishDraft(id: number, replaces: number | null): Promise<Published> {
  return (await post(`${ROOT}/drafts/${id}/publish`, { replaces })).json();
}

export async function discardDraft(id: number): Promise<void> {
  await post(`${ROOT}/drafts/${id}/discard`, {});
}

export async function unpublish(id: number): Promise<void> {
  await post(`${ROOT}/stored/${id}/unpublish`, {});
}

/** Puts an older version, or a document that was taken back, in force again. */
export async function restoreVersion(id: number): Promise<Restored> {
  return (await post(`${ROOT}/stored/${id}/restore`, {})).json();
}

/** Throws a file away of which nothing could be read. */
export async function discardUpload(id: number): Promise<void> {
  await post(`${ROOT}/uploads/${id}/discard`, {});
}

export async function deleteDocument(id: number): Promise<void> {
  await post(`${ROOT}/stored/${id}/delete`, {});
}

/** Calls `onList` with the uploads now and at each change, over lost connections too. @returns ends it */
export function watchUploads(onList: (uploads: readonly UploadView[]) => void): () => void {
  const source = new EventSource(`${ROOT}/events`);
  source.onmessage = ({ data }) => onList(JSON.parse(data));
  return () => source.close();
}

/** Sends a file; `onShare` hears how much of it (0–1) has gone. Throws `RequestError`. */
export function sendFile(file: File, onShare: (share: number) => void): Promise<Received> {
  // `fetch` cannot tell how far an upload has come.
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${ROOT}/uploads`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () => {
      if (request.status === 200) {
        const received: Received = request.response;
        resolve(received);
        return;
      }
      const body: unknown = request.response;
      const told = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
      reject(new RequestError('refused', typeof told === 'string' ? told : null));
    };
    request.onerror = () => reject(new RequestError('unreachable', null));
    request.onabort = request.onerror;
    request.send(file);
  });
}
