import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** What stands before several processes: hands each request to one that is alive. */
export type Balancer = { readonly url: string; readonly close: () => Promise<void> };

/** Starts one on a free port. A process that breaks off is answered with 502, as a reverse proxy does. */
export async function startBalancer(ports: () => readonly number[]): Promise<Balancer> {
  let turn = 0;
  const server = createServer(async (request, response) => {
    const living = ports();
    turn += 1;
    const port = living[turn % Math.max(1, living.length)];
    try {
      if (port === undefined) throw new Error('no process is alive');
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !/^(?:host|connection|content-length|transfer-encoding)$/.test(name)
          ? [[name, value] as const]
          : [],
      );
      const answer = await fetch(`http://127.0.0.1:${port}${request.url ?? '/'}`, {
        method: request.method ?? 'GET',
        headers: Object.fromEntries(headers),
        body: request.method === 'POST' ? await text(request) : null,
      });
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
    } catch {
      response.writeHead(502).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('startBalancer: no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
