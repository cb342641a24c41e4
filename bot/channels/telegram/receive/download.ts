import type { Api } from 'grammy';
import { KnownError } from '../../../../errors.ts';
import { fileTooLarge } from '../../../../ingest/texts.ts';
import { readAtMost } from '../../readAtMost.ts';
import { isRefused, networkReason } from '../send/failures.ts';
import { texts } from '../texts.ts';
import type { IncomingFile } from './incoming.ts';

export type DownloadOptions = {
  readonly token: string;
  /** Without a slash at the end; `undefined` is Telegram's own. */
  readonly apiRoot: string | undefined;
  /** Longer files are not fetched to their end. */
  readonly mostBytes: number;
  readonly stopping: AbortSignal;
};

const OWN_ROOT = 'https://api.telegram.org';
/** What Telegram's own server gives out; one that somebody runs gives out more. */
const CLOUD_BYTES = 20 * 1024 * 1024;
const PATIENCE_MS = 120_000;

/**
 * Fetches a file that a person sent, once. Throws `file_too_large` and `file_unreadable` with what to do about it. Errors hold
 * neither the token nor the address, which holds it.
 */
export async function downloadFile(
  api: Api,
  { fileId, name, size }: IncomingFile,
  options: DownloadOptions,
): Promise<Uint8Array> {
  const { apiRoot, mostBytes } = options;
  if (apiRoot === undefined && (size ?? 0) > CLOUD_BYTES) throw tooLargeForTelegram(name);
  if ((size ?? 0) > mostBytes) throw fileTooLarge(name, mostBytes);
  const path = await pathOf(api, fileId, name);
  try {
    return await fetchFile(path, name, options);
  } catch (error) {
    throw error instanceof KnownError ? error : notFetched(name, networkReason(error));
  }
}

/** Where the file lies on the server, for an hour. */
async function pathOf(api: Api, fileId: string, name: string): Promise<string> {
  try {
    const { file_path: path } = await api.getFile(fileId);
    if (path !== undefined) return path;
  } catch (error) {
    if (isRefused(error) && /file is too big/i.test(error.description)) throw tooLargeForTelegram(name);
    throw notFetched(name, networkReason(error));
  }
  throw notFetched(name, 'getFile named no path');
}

async function fetchFile(
  path: string,
  name: string,
  { token, apiRoot = OWN_ROOT, mostBytes, stopping }: DownloadOptions,
): Promise<Uint8Array> {
  const address = `${apiRoot}/file/bot${token}/${path.split('/').map(encodeURIComponent).join('/')}`;
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
  const response = await fetch(address, { signal, redirect: 'error' });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw Object.assign(new Error('the file was not given out'), { code: String(response.status) });
  }
  return readAtMost(response.body, name, mostBytes);
}

const tooLargeForTelegram = (name: string) =>
  new KnownError('file_too_large', texts.tooLargeForTelegram(name), {
    message: 'the Bot API gives out no file of more than 20 MB',
  });

/** Whether a file may be had at another try: the network or the server failed. */
export function isPassingDownload(error: unknown): boolean {
  return error instanceof KnownError && error.code === 'file_unreadable';
}

const notFetched = (name: string, reason: string) =>
  new KnownError('file_unreadable', texts.notFetched(name), { message: `a file was not fetched: ${reason}` });
