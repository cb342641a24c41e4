import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll } from 'vitest';
import { fakeRespond } from '../../../testing/web/fakeRespond.ts';
import { listInventedDirectives, readInventedDirective } from '../../../testing/web/inventedDirective.ts';
import { createWebApp, type WebAppOptions } from './app.ts';
import { startWebServer, type WebServer } from './server.ts';

export type Serve = (
  options?: Partial<WebAppOptions>,
  address?: { readonly host?: string; readonly port?: number },
) => Promise<WebServer>;

/** Gives a test file servers with a tiny page and invented answers; each one is closed after its test. */
export function useWebServers(): Serve {
  let pages = '';
  const open: WebServer[] = [];
  beforeAll(async () => {
    pages = await mkdtemp(join(tmpdir(), 'dat-chuan-pages-'));
    await mkdir(join(pages, 'assets'));
    await writeFile(join(pages, 'index.html'), '<!doctype html><title>trang thử</title>');
    await writeFile(join(pages, 'assets', 'main-abc123.js'), 'export {};');
    return () => rm(pages, { recursive: true });
  });
  afterEach(async () => {
    for (const server of open.splice(0)) await server.close();
  });
  return async (options = {}, { host = '127.0.0.1', port = 0 } = {}) => {
    const app = createWebApp({
      respond: fakeRespond(),
      listDirectives: listInventedDirectives,
      readDirective: readInventedDirective,
      pages,
      samples: ['Câu hỏi mẫu?'],
      ...options,
    });
    const server = await startWebServer({ app, host, port });
    open.push(server);
    return server;
  };
}

export const conversation = 'thread-0123456789abcdef';

/** Asks as the page does; `init` overrides parts of the request. */
export function ask(url: string, text: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${url}/api/chat`, {
    method: 'POST',
    body: JSON.stringify({ text, conversation }),
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
}
