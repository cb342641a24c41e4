import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import { z } from 'zod';

export type SendResult = 'answered' | 'refused' | 'failed';

/** What Node tells of a request of `fetch`. grammY uses `node:http`, which hands out its own objects. */
const fetched = z.object({
  request: z.object({ origin: z.union([z.string(), z.instanceof(URL)]), path: z.string() }),
  response: z.object({ statusCode: z.number() }).optional(),
});
/** Methods that put something before people; a typing sign and an upload are none. */
const SHOWS = /\/(?:(?:send(?!ChatAction)|edit)[A-Za-z]+|oa\/message\/[a-z]+)$/;

/**
 * Watches the requests of this process that bring people messages, by the host (with its port, where that is not the usual one) they go to, without the messengers' knowing.
 * `refused`: an HTTP status of 400 or above; a server that refuses with status 200 counts as `answered`. Nothing of a request but
 * host and method is looked at.
 *
 * @returns ends the watching
 */
export function watchSends(
  channelOfHost: ReadonlyMap<string, string>,
  onSend: (channel: string, result: SendResult) => void,
): () => void {
  const count = (host: string, path: string, status: number | undefined) => {
    const channel = channelOfHost.get(host);
    if (channel === undefined || !SHOWS.test(path.split('?', 1)[0] ?? '')) return;
    onSend(channel, status === undefined ? 'failed' : status >= 400 ? 'refused' : 'answered');
  };
  const onFetch = (message: unknown) => {
    const { data } = fetched.safeParse(message);
    if (data !== undefined) {
      count(new URL(data.request.origin).host, data.request.path, data.response?.statusCode);
    }
  };
  const onHttp = (message: unknown) => {
    const { request, response } = Object(message) as {
      readonly request?: unknown;
      readonly response?: unknown;
    };
    if (!(request instanceof ClientRequest)) return;
    // The header's, since the property `host` has no port.
    const { host } = new URL(`${request.protocol}//${request.getHeader('host')}`);
    count(host, request.path, response instanceof IncomingMessage ? response.statusCode : undefined);
  };
  const watched = [
    ['undici:request:headers', onFetch],
    ['undici:request:error', onFetch],
    ['http.client.response.finish', onHttp],
    ['http.client.request.error', onHttp],
  ] as const;
  for (const [name, listener] of watched) subscribe(name, listener);
  return () => {
    for (const [name, listener] of watched) unsubscribe(name, listener);
  };
}
