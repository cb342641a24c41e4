import { once } from 'node:events';
import { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { KnownError } from '../../../errors.ts';
import { hostAllowed } from './sameOrigin.ts';
import { webTexts } from './texts.ts';
import { refuseEarly } from './unreadBody.ts';

/** How long a request may take to arrive whole. */
const SLOWEST_UPLOAD_MS = 30 * 60_000;

export type WebServer = {
  /** Where a person on this machine opens the page: `http://localhost:3000`. */
  readonly url: string;
  /** Stops listening and ends open connections, answers in the middle included. */
  readonly close: () => Promise<void>;
};

function listenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new KnownError('port_in_use', webTexts.portInUse(port), { cause: error });
  }
  if (code === 'EACCES') return new KnownError('bad_config', webTexts.portForbidden(port), { cause: error });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return new KnownError('bad_config', webTexts.hostUnknown(host), { cause: error });
  }
  return error;
}

function pageUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/**
 * Serves the app. `port` 0 takes any free port (see `url`). Throws `port_in_use`, or `bad_config` where the
 * operating system forbids the port or does not know the host.
 */
export async function startWebServer(options: {
  readonly app: Hono;
  readonly host: string;
  readonly port: number;
  /** Where a proxy shows the server; `undefined`: there is none. */
  readonly publicUrl?: string | undefined;
}): Promise<WebServer> {
  const { app, host, port, publicUrl } = options;
  const server = createAdaptorServer({
    async fetch(request, env) {
      const response = hostAllowed(request.headers.get('host') ?? undefined, host, publicUrl)
        ? await app.fetch(request, env)
        : Response.json({ error: webTexts.foreignHost }, { status: 403 });
      const { incoming } = env;
      return incoming instanceof IncomingMessage ? refuseEarly(response, incoming) : response;
    },
  });
  if (!(server instanceof Server)) throw new Error('startWebServer: expected a plain HTTP server');
  // A large file may take its time over a slow line; headers still have to come within Node's own minute.
  server.requestTimeout = SLOWEST_UPLOAD_MS;
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    throw listenError(error, host, port);
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('startWebServer: no TCP address');
  return {
    url: pageUrl(host, address.port),
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
