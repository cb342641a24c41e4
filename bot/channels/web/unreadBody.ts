import type { IncomingMessage } from 'node:http';

/** What is read and thrown away of a body that nobody wants, at most. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * The same refusal, given where a body is still arriving: whole at once, with the connection closed after it, and only when the body
 * has been read to its end or for long enough. Who sends on to a closed connection has it reset, and may never see the refusal.
 */
export async function refuseEarly(response: Response, incoming: IncomingMessage): Promise<Response> {
  if (incoming.complete || response.status < 400) return response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.set('Connection', 'close');
  headers.set('Content-Length', String(bytes.byteLength));
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes),
    async pull(controller) {
      await readAway(incoming);
      controller.close();
    },
  });
  return new Response(body, { status: response.status, headers });
}

/** Resolves when the body is over, or has been read for long enough. */
function readAway(incoming: IncomingMessage): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let left = MOST_BYTES;
  const timer = setTimeout(resolve, MOST_MS);
  incoming.on('data', (chunk: Uint8Array) => {
    left -= chunk.byteLength;
    if (left < 0) resolve();
    // Whoever began to read it has stopped.
    else if (incoming.isPaused()) setImmediate(() => incoming.resume());
  });
  for (const over of ['end', 'error', 'close'] as const) incoming.once(over, () => resolve());
  incoming.resume();
  return promise.finally(() => {
    clearTimeout(timer);
    incoming.removeAllListeners('data');
  });
}
