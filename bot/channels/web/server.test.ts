import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../../errors.ts';
import type { Respond } from '../../message.ts';
import { hostAllowed } from './sameOrigin.ts';
import { ask, useWebServers } from './testing.ts';

const serve = useWebServers();

describe('the web server', () => {
  it('names the taken port and a way out', async () => {
    const first = await serve();
    const port = Number(new URL(first.url).port);
    const failure = await serve({}, { port }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(KnownError);
    expect(failure).toMatchObject({ code: 'port_in_use' });
    expect(failure instanceof KnownError && failure.sentence).toMatch(new RegExp(`${port}.*PORT=`, 's'));
  });

  it('names a host that this machine does not have', async () => {
    await expect(serve({}, { host: '203.0.113.7' })).rejects.toMatchObject({
      code: 'bad_config',
      sentence: expect.stringContaining('HOST=203.0.113.7'),
    });
  });

  it('answers on this machine alone to names of this machine and to the one that a proxy shows it by', () => {
    const isAllowed = (host: string | undefined) =>
      hostAllowed(host, 'localhost', 'https://datchuan.vi.du/bot');
    const asked = ['localhost:3000', '127.0.0.1', 'datchuan.vi.du', 'xau.vi.du', undefined, ''];
    expect(asked.map(isAllowed)).toEqual([true, true, true, false, false, false]);
    expect(hostAllowed('datchuan.vi.du', 'localhost')).toBe(false);
    expect(hostAllowed('datchuan.vi.du', '0.0.0.0')).toBe(true);
  });

  it('refuses a body that is too large to who reads the answer only after having sent it all', async () => {
    const { url } = await serve();
    const { host, port, hostname } = new URL(url);
    const size = 8 * 1024 * 1024;
    const socket = connect(Number(port), hostname);
    const head = `POST /api/chat HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json`;
    socket.write(`${head}\r\nContent-Length: ${size}\r\n\r\n`);
    await new Promise((sent) => socket.write(Buffer.alloc(size, 'a'), sent));
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1.1 413 .*^connection: close\r$.*\{"error":".+"\}/ims);
  });

  it('closes at once while an answer is still being streamed, and may be closed twice', async () => {
    const stopped = Promise.withResolvers<void>();
    const respond: Respond = async function* () {
      try {
        for (;;) {
          yield { kind: 'progress', text: 'đang tìm' };
          await wait(5);
        }
      } finally {
        stopped.resolve();
      }
    };
    const server = await serve({ respond });
    const response = await ask(server.url, 'chào');
    const reader = response.body?.getReader();
    await reader?.read();
    const ended = (async () => {
      while (!(await reader?.read())?.done);
    })().then(
      () => 'ended',
      () => 'broken off',
    );
    await server.close();
    await server.close();
    expect(await ended).toBe('broken off');
    await stopped.promise;
  });
});
