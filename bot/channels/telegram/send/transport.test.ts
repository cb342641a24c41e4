import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';
import { Api, InputFile } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { createZaloApi } from '../../zalo-bot/api.ts';
import { didNothing } from '../../zalo-bot/failures.ts';
import { createOaApi, OA_PATHS } from '../../zalo-oa/api.ts';
import { decide } from '../../zalo-oa/decisions.ts';
import { neverLeft } from './failures.ts';
import { createTransport } from './transport.ts';

const open: Server[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

async function listen(server: Server): Promise<string> {
  open.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

const failed = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call should have failed'),
    (error: unknown) => error,
  );

const bot = (apiRoot: string) => new Api('1:secret', { apiRoot, fetch: createTransport() });

describe('a call', () => {
  // As where a carrier blocks a messenger by name.
  it('has not left where the network lets no encryption come about, on any channel', async () => {
    const place = await listen(
      createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    const root = `https://${place}`;
    expect(neverLeft(await failed(bot(root).sendMessage(1, 'một')))).toBe(true);
    const patience = AbortSignal.timeout(5000);
    const ofZalo = createZaloApi('1:secret', root)('sendMessage', { chat_id: '1', text: 'một' }, patience);
    expect(didNothing(await failed(ofZalo))).toBe(true);
    const ofOa = createOaApi(root)(OA_PATHS.message, { json: {} }, 'secret', patience);
    expect(decide(await failed(ofOa)).kind).toBe('later');
  });

  it('may have arrived where the connection is reset once it was written', async () => {
    const place = await listen(
      createTcpServer((socket) => socket.once('data', () => socket.resetAndDestroy())),
    );
    expect(neverLeft(await failed(bot(`http://${place}`).sendMessage(1, 'một')))).toBe(false);
  });

  it('may have arrived where the answer is a page, breaks off or ends early', async () => {
    const answers: readonly RequestListener[] = [
      (_, response) => response.writeHead(502).end('<html>Bad Gateway</html>'),
      (_, response) =>
        response.writeHead(200, { 'content-length': 90 }).write('{"ok":true', () => response.destroy()),
      (_, response) => response.end('{"ok":true'),
    ];
    for (const answer of answers) {
      const place = await listen(createServer(answer));
      expect(neverLeft(await failed(bot(`http://${place}`).sendMessage(1, 'một')))).toBe(false);
    }
  });

  it('arrives once where the server has closed an idle connection', async () => {
    const told: string[] = [];
    const server = createServer((request, response) => {
      told.push(request.url ?? '');
      response.end('{"ok":true,"result":true}');
      // It does not say how long it keeps a connection.
      response.once('finish', () => setImmediate(() => server.closeIdleConnections()));
    });
    const api = bot(`http://${await listen(server)}`);
    for (const text of ['một', 'hai', 'ba']) {
      await api.sendMessage(1, text);
      await new Promise((done) => setTimeout(done, 20));
      // What came meanwhile is read before this, however late it is.
      await new Promise((done) => setImmediate(done));
    }
    expect(told).toHaveLength(3);
  });

  it('brings a long file whole, and tells a refusal that comes before its end', async () => {
    const bytes = new Uint8Array(3_000_000).fill(65);
    let come = 0;
    const whole = await listen(
      createServer((request, response) => {
        request.on('data', (chunk: Buffer) => {
          come += chunk.length;
        });
        request.on('end', () => response.end('{"ok":true,"result":{"message_id":7}}'));
      }),
    );
    const send = (place: string) => bot(`http://${place}`).sendDocument(1, new InputFile(bytes, 'a.pdf'));
    expect((await send(whole)).message_id).toBe(7);
    expect(come).toBeGreaterThan(bytes.length);
    const refusing = await listen(
      createServer((request, response) => {
        // It goes on reading: what lies unread at the end of a connection takes the answer with it.
        request.resume();
        response.writeHead(413);
        response.end('{"ok":false,"error_code":413,"description":"Request Entity Too Large"}');
      }),
    );
    expect(await failed(send(refusing))).toMatchObject({ error_code: 413 });
  });
});
