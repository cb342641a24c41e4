import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';

/** An HTTP server on this machine alone. */
export type LocalServer = {
  readonly port: number;
  /** Without a slash at its end. */
  readonly url: string;
  /** Breaks off what is under way. */
  readonly close: () => Promise<void>;
};

/** `port` 0 takes any free one. Throws where it is taken. */
export async function startLocalServer(answer: RequestListener, port = 0): Promise<LocalServer> {
  const server = createServer(answer);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a local server has no port');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
