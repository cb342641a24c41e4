import type { Readable } from 'node:stream';
import type { ApiClientOptions } from 'grammy';
import { request } from 'undici';
import { createAgent } from '../../createAgent.ts';

type Fetch = NonNullable<ApiClientOptions['fetch']>;

/** What grammY gives of a call, and reads of its answer. */
type Call = {
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  /** A stream where a file goes along. */
  readonly body: string | Readable;
  readonly signal: AbortSignal;
};

/** Between two messages of a chat the connection stays; an answer then waits for no handshake. */
const KEPT_OPEN_MS = 30_000;

/**
 * Carries grammY's calls. Its own way, `node-fetch`, costs the process twice as much for each call, which is more than
 * finding an answer that was worked out before.
 */
export function createTransport(): Fetch {
  const dispatcher = createAgent({ keepAliveTimeout: KEPT_OPEN_MS });
  const post = async (url: string, { method, headers, body, signal }: Call) => {
    const answer = await request(url, { method, headers, body, signal, dispatcher });
    return { json: () => answer.body.json() };
  };
  return post as unknown as Fetch;
}
