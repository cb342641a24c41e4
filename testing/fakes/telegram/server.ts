import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, failure, perform } from './methods.ts';
import { type Parameters, readParameters } from './parameters.ts';
import type { TelegramSpec } from './spec.ts';
import { callProblems, typeProblems } from './validate.ts';
import { createWorld, type FakeMessage, type World } from './world.ts';

/** What goes wrong with the next `times` calls of `method`. */
export type Fault = {
  readonly method: string;
  readonly times: number;
} & (
  | {
      readonly kind: 'status';
      readonly code: number;
      readonly description: string;
      readonly retryAfter?: number;
      readonly migrateTo?: number;
    }
  /** The connection dies; after `accepted` the call was carried out all the same. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
  | { readonly kind: 'slow'; readonly ms: number }
);

export type RecordedCall = {
  readonly method: string;
  readonly parameters: Parameters;
  /** What was answered, or would have been, had the connection not been cut. */
  readonly answer: Answer;
};

/** As a `Fault`'s method: the download of a file, which is no method of the API. */
export const DOWNLOAD = 'download';

export type Download = { readonly path: string; readonly status: number };

export type FakeTelegram = World & {
  /** For grammY's `client.apiRoot`. */
  readonly apiRoot: string;
  readonly port: number;
  readonly token: string;
  readonly calls: readonly RecordedCall[];
  /** Files that were fetched, or asked for in vain. */
  readonly downloads: readonly Download[];
  /** Calls against the specification; a test that ends with any has found a bug. */
  readonly problems: readonly string[];
  readonly inject: (fault: Fault) => void;
  readonly revokeToken: () => void;
  /** A long poll is being held. */
  readonly isPolled: () => boolean;
  /** What the bot wrote to a chat so far. */
  readonly saidTo: (chatId: number) => readonly FakeMessage[];
  /** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited. */
  readonly until: (what: string, condition: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const FAKE_TOKEN = '7000000001:fake_fileTokenof_an_invented_bot_0123';

type Poll = { readonly end: (answer: Answer) => void };

/** A Bot API server over real HTTP that refuses every call the specification does not allow. */
export async function startFakeTelegram(
  spec: TelegramSpec,
  { username = 'dat_chuan_bot', token = FAKE_TOKEN, port = 0 } = {},
): Promise<FakeTelegram> {
  const world = createWorld(username);
  const { changed } = world;
  const calls: RecordedCall[] = [];
  const problems: string[] = [];
  const downloads: Download[] = [];
  let faults: readonly Fault[] = [];
  let revoked = false;
  let allowed: readonly string[] | undefined;
  let poll: Poll | undefined;

  const takeFault = (method: string): Fault | undefined => {
    const fault = faults.find((candidate) => candidate.method === method && candidate.times > 0);
    faults = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
    return fault;
  };

  const getUpdates = async (parameters: Parameters, request: IncomingMessage): Promise<Answer> => {
    poll?.end(
      failure(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      ),
    );
    world.confirmBelow(Number(parameters.offset ?? 0));
    if (Array.isArray(parameters.allowed_updates)) allowed = parameters.allowed_updates.map(String);
    const waiting = () => {
      const wanted = world
        .updates()
        .filter((update) => !allowed?.length || allowed.some((kind) => Object.hasOwn(update, kind)))
        .slice(0, Number(parameters.limit ?? 100));
      problems.push(...wanted.flatMap((update) => typeProblems(spec, 'Update', update)));
      return wanted;
    };
    const ready = waiting();
    const holdMs = Number(parameters.timeout ?? 0) * 1000;
    if (ready.length > 0 || holdMs === 0) return { ok: true, result: ready };
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const own: Poll = { end: resolve };
    poll = own;
    const answerNow = () => resolve({ ok: true, result: waiting() });
    const timer = setTimeout(answerNow, holdMs);
    changed.on('update', answerNow);
    request.socket.once('close', answerNow);
    const answer = await promise;
    clearTimeout(timer);
    changed.off('update', answerNow);
    request.socket.off('close', answerNow);
    if (poll === own) poll = undefined;
    return answer;
  };

  const answerCall = async (
    method: string,
    parameters: Parameters,
    request: IncomingMessage,
  ): Promise<Answer> => {
    const wrong = callProblems(spec, method, parameters);
    if (wrong.length > 0) {
      problems.push(...wrong);
      return failure(400, `Bad Request: ${wrong.join('; ')}`);
    }
    return method === 'getUpdates' ? getUpdates(parameters, request) : perform(world, method, parameters);
  };

  /** Files lie beside the methods, for who knows the token and what `getFile` said. */
  const serveFile = async (
    fileToken: string,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const fault = takeFault(DOWNLOAD);
    if (fault?.kind === 'slow') await sleep(fault.ms);
    if (fault?.kind === 'reset') return request.socket.destroy();
    const file = [...world.files.values()].find((one) => one.path === decodeURI(path));
    const isKnown = fileToken === token && !revoked && file !== undefined;
    const status = fault?.kind === 'status' ? fault.code : isKnown ? 200 : 404;
    downloads.push({ path, status });
    response.writeHead(status, { 'content-type': 'application/octet-stream' });
    return response.end(status === 200 ? file?.bytes : undefined);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const [, fileToken, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (fileToken !== undefined && filePath !== undefined)
      return serveFile(fileToken, filePath, request, response);
    const [, urlToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const contentType = request.headers['content-type'] ?? '';
    const parameters = readParameters(spec, method, await readBody(request), contentType);
    const fault = takeFault(method);
    if (fault?.kind === 'slow') await sleep(fault.ms);
    if (fault?.kind === 'reset' && !fault.accepted) return request.socket.destroy();
    const answer =
      urlToken !== token || revoked
        ? failure(401, 'Unauthorized')
        : fault?.kind === 'status'
          ? faultAnswer(fault)
          : await answerCall(method, parameters, request);
    calls.push({ method, parameters, answer });
    changed.emit('call');
    if (fault?.kind === 'reset') return request.socket.destroy();
    response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
    return response.end(JSON.stringify(answer));
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      problems.push(String(error));
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(failure(400, `Bad Request: ${String(error)}`)));
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const boundPort = typeof address === 'object' && address !== null ? address.port : port;

  return {
    ...world,
    apiRoot: `http://127.0.0.1:${boundPort}`,
    port: boundPort,
    token,
    calls,
    downloads,
    problems,
    inject: (fault) => {
      faults = [...faults, fault];
    },
    revokeToken() {
      revoked = true;
      poll?.end(failure(401, 'Unauthorized'));
    },
    isPolled: () => poll !== undefined,
    saidTo: (chatId) => world.messages(chatId).filter(({ from }) => from.id === world.bot.id),
    until: (what, condition) => until(changed, what, condition),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function until(changed: World['changed'], what: string, condition: () => boolean): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const check = () => {
    try {
      if (condition()) resolve();
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  // Some conditions depend on the bot alone, which makes no event here.
  const ticks = setInterval(check, 20);
  const patience = setTimeout(() => reject(new Error(`fake Telegram: waited in vain for ${what}`)), 10_000);
  changed.on('call', check);
  check();
  try {
    await promise;
  } finally {
    clearInterval(ticks);
    clearTimeout(patience);
    changed.off('call', check);
  }
}

function faultAnswer(fault: Fault & { readonly kind: 'status' }): Answer {
  return {
    ok: false,
    error_code: fault.code,
    description: fault.description,
    parameters: {
      ...(fault.retryAfter === undefined ? {} : { retry_after: fault.retryAfter }),
      ...(fault.migrateTo === undefined ? {} : { migrate_to_chat_id: fault.migrateTo }),
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
