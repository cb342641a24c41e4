import { KnownError } from '../../../errors.ts';
import { readAtMost } from '../readAtMost.ts';
import { networkReason } from './failures.ts';
import { texts } from './texts.ts';

export type DownloadOptions = {
  /** Longer files are not fetched to their end. */
  readonly mostBytes: number;
  /** The server of `ZALO_OA_API_ROOT`, where there is one: it hands out files too, also without TLS. */
  readonly ownHost: string | null;
  readonly stopping: AbortSignal;
};

/** Where Zalo keeps what people send. */
const ZALO_HOSTS = ['zalo.me', 'zaloapp.com', 'zdn.vn', 'zadn.vn', 'zaloplatforms.com'];
const PATIENCE_MS = 120_000;
const MOST_HOPS = 3;

/** Whether files are fetched from an address: from nowhere but Zalo, whatever an event says. */
export function isZaloAddress(address: string, ownHost: string | null): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (ownHost !== null && url.host === ownHost) return true;
  const isZalo = ZALO_HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
  return url.protocol === 'https:' && url.port === '' && isZalo;
}

/**
 * Fetches a file that a person sent. Throws `file_too_large` and `file_unreadable` with what to do about it; errors do not hold the
 * address, which opens the file to whoever has it.
 */
export async function downloadFile(
  address: string,
  name: string,
  { mostBytes, ownHost, stopping }: DownloadOptions,
): Promise<Uint8Array> {
  const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
  let next = address;
  try {
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      if (!isZaloAddress(next, ownHost)) throw notFetched(name, 'the address is not one of Zalo');
      const response = await fetch(next, { signal, redirect: 'manual' });
      const onward =
        response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
      if (onward === null) return await readWhole(response, name, mostBytes);
      await response.body?.cancel();
      next = new URL(onward, next).href;
    }
    throw notFetched(name, 'too many redirections');
  } catch (error) {
    throw error instanceof KnownError ? error : notFetched(name, networkReason(error));
  }
}

async function readWhole(response: Response, name: string, mostBytes: number): Promise<Uint8Array> {
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw notFetched(name, `HTTP ${response.status}`);
  }
  return readAtMost(response.body, name, mostBytes);
}

const notFetched = (name: string, reason: string) =>
  new KnownError('file_unreadable', texts.notFetched(name), { message: `a file was not fetched: ${reason}` });
