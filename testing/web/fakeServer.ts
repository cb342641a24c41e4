import { createWebApp, type WebAppOptions } from '../../bot/channels/web/app.ts';
import { startWebServer, type WebServer } from '../../bot/channels/web/server.ts';
import type { Respond } from '../../bot/message.ts';
import { ensureBuilt } from '../../web/build.ts';
import { fakeRespond, sampleQuestions } from './fakeRespond.ts';
import { listInventedDirectives, readInventedDirective } from './inventedDirective.ts';

/** The real page and server over invented answers and documents. */
export async function startFakeServer(
  options: {
    readonly port?: number;
    readonly respond?: Respond;
    readonly accounts?: Pick<WebAppOptions, 'whoIs' | 'signOut'>;
  } = {},
): Promise<WebServer> {
  const app = createWebApp({
    respond: options.respond ?? fakeRespond(5),
    listDirectives: listInventedDirectives,
    readDirective: readInventedDirective,
    pages: await ensureBuilt(),
    samples: sampleQuestions,
    hears: true,
    ...options.accounts,
    onError: () => undefined,
  });
  return startWebServer({ app, host: '127.0.0.1', port: options.port ?? 0 });
}
