import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ZaloParameters, zaloProblems } from './methods.ts';
import { createZaloWorld, type WireUpdate, type ZaloWorld } from './world.ts';

/** What goes wrong with the next `times` calls of `method`. */
export type ZaloFault = { readonly method: string; readonly times: number } & (
  | {
      readonly kind: 'refused';
      readonly code: number;
      readonly retryAfter?: number;
      /** The HTTP status, where it is not `code`. */
      readonly http?: number;
    }
  /** The connection dies; after `accepted` the call was carried out all the same. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
);

export type ZaloCall = {
  readonly method: string;
  readonly parameters: ZaloParameters;
  readonly code: number;
};

/** How the bot's webhook took an update. */
export type Delivery = { readonly status: number; readonly update: WireUpdate };

export type FakeZaloBot = ZaloWorld & {
  readonly apiRoot: string;
  readonly token: string;
  readonly calls: readonly ZaloCall[];
  readonly deliveries: readonly Delivery[];
  /** Calls that the platform would not take, or that came too early; a test that ends with any has found a bug. */
  readonly problems: readonly string[];
  readonly inject: (fault: ZaloFault) => void;
  readonly resetToken: () => void;
  /** What the bot wrote to a chat, as one text. */
  readonly wordsTo: (chat: string) => string;
  /** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited. */
  readonly until: (what: string, condition: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Answer = { readonly http: number; readonly body: object };

const DELIVERY_TRIES = 4;
const DELIVERY_WAIT_MS = 30;

/** A server of the Zalo Bot Platform over real HTTP that refuses what the platform would refuse. */
export async function startFakeZaloBot({
  botName = 'Bot Đạt Chuẩn',
  token = '1459232241454765289:fake-zalo-token_of_an_invented_bot',
} = {}): Promise<FakeZaloBot> {
  const world = createZaloWorld(botName);
  const { changed } = world;
  const calls: ZaloCall[] = [];
  const problems: string[] = [];
  const deliveries: Delivery[] = [];
  let faults: readonly ZaloFault[] = [];
  let reset = false;
  let webhook: { readonly url: string; readonly secret: string } | null = null;
  /** Until when which call is not to come again. */
  const early = new Map<string, number>();

  const takeFault = (method: string): ZaloFault | undefined => {
    const fault = faults.find((one) => one.method === method && one.times > 0);
    faults = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
    return fault;
  };

  /** Tells the webhook of all that waits, one after another, each again until it is taken. */
  let delivering: Promise<void> = Promise.resolve();
  const deliver = () => {
    delivering = delivering.then(async () => {
      for (let hook = webhook; hook !== null; hook = webhook) {
        const update = world.next();
        if (update === undefined) return;
        for (let tries = 1; tries <= DELIVERY_TRIES; tries += 1) {
          const status = await tellWebhook(hook, update);
          deliveries.push({ status, update });
          changed.emit('call');
          if (status === 200) break;
          await sleep(DELIVERY_WAIT_MS * tries);
        }
      }
    });
  };
  changed.on('update', deliver);

  const getUpdates = async (
    { timeout = '30' }: ZaloParameters,
    request: IncomingMessage,
  ): Promise<Answer> => {
    if (webhook !== null) return refusal(400, 'a webhook is set');
    const held = new AbortController();
    const stop = () => held.abort();
    const timer = setTimeout(stop, Number(timeout) * 1000);
    request.socket.once('close', stop);
    try {
      for (;;) {
        if (held.signal.aborted) return refusal(408, 'Request timeout');
        const update = world.next();
        if (update !== undefined) return done(update);
        await once(changed, 'update', { signal: held.signal }).catch(() => undefined);
      }
    } finally {
      clearTimeout(timer);
      request.socket.off('close', stop);
    }
  };

  const perform = async (
    method: string,
    parameters: ZaloParameters,
    request: IncomingMessage,
  ): Promise<Answer> => {
    const wrong = zaloProblems(method, parameters);
    problems.push(...wrong);
    if (wrong.length > 0) return refusal(400, wrong.join('; '));
    const chat = String(parameters.chat_id ?? '');
    if (parameters.chat_id !== undefined) {
      if (!world.isChat(chat)) return refusal(400, 'chat not found');
      if (world.isBlocked(chat)) return refusal(403, 'the person blocked the bot');
    }
    switch (method) {
      case 'getMe':
        return done({
          id: '1459232241454765289',
          account_name: 'bot.VDKyGxQvc',
          account_type: 'BASIC',
          can_join_groups: true,
        });
      case 'getUpdates':
        return getUpdates(parameters, request);
      case 'setWebhook':
        webhook = { url: String(parameters.url), secret: String(parameters.secret_token) };
        deliver();
        return done({ url: webhook.url, updated_at: Date.now() });
      case 'deleteWebhook':
        if (webhook === null) return refusal(400, 'no webhook is set');
        webhook = null;
        return done({ url: '' });
      case 'sendMessage':
        world.keep(chat, { kind: 'text', text: String(parameters.text) });
        return done({ message_id: `m${calls.length}`, date: Date.now() });
      case 'sendPhoto': {
        const bytes = await fetchPicture(String(parameters.photo));
        if (bytes === null) return refusal(400, 'the picture could not be fetched');
        const text = String(parameters.caption ?? '');
        world.keep(chat, { kind: 'photo', text, url: String(parameters.photo), bytes });
        return done({ message_id: `m${calls.length}`, date: Date.now() });
      }
      default:
        return { http: 200, body: { ok: true } };
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const [, urlToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const text = await readBody(request);
    if (request.method !== 'POST') problems.push(`${method}: ${request.method} instead of POST`);
    if (request.headers['content-type'] !== 'application/json') problems.push(`${method}: not sent as JSON`);
    const parameters: ZaloParameters = Object(JSON.parse(text));
    if (urlToken !== token || reset)
      return finish(response, method, parameters, refusal(401, 'Unauthorized'));
    const place = `${method} ${String(parameters.chat_id ?? '')}`;
    // A timer may fire a little before its time.
    if (performance.now() < (early.get(place) ?? 0) - 5)
      problems.push(`${method}: sent before retry_after was over`);
    const fault = takeFault(method);
    if (fault?.kind === 'refused') {
      const { code, retryAfter, http = code } = fault;
      if (retryAfter !== undefined) early.set(place, performance.now() + retryAfter * 1000);
      const told = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
      const body = {
        ok: false,
        error_code: code,
        description: code === 429 ? 'Quota exceeded' : 'fault',
        ...told,
      };
      return finish(response, method, parameters, { http, body });
    }
    if (fault?.kind === 'reset' && !fault.accepted) return request.socket.destroy();
    const answer = await perform(method, parameters, request);
    if (fault?.kind === 'reset') return request.socket.destroy();
    return finish(response, method, parameters, answer);
  };

  const finish = (response: ServerResponse, method: string, parameters: ZaloParameters, answer: Answer) => {
    const { http, body } = answer;
    const code = 'error_code' in body && typeof body.error_code === 'number' ? body.error_code : http;
    calls.push({ method, parameters, code });
    response.writeHead(http, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    changed.emit('call');
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A caller that has given up is no matter here.
      if (request.complete) problems.push(String(error));
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the fake has no port');

  return {
    ...world,
    apiRoot: `http://127.0.0.1:${address.port}`,
    token,
    calls,
    deliveries,
    problems,
    inject: (fault) => {
      faults = [...faults, fault];
    },
    resetToken: () => {
      reset = true;
    },
    wordsTo: (chat) =>
      world
        .saidTo(chat)
        .map(({ text }) => text)
        .join('\n'),
    until,
    async close() {
      webhook = null;
      await delivering;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const done = (result: object): Answer => ({ http: 200, body: { ok: true, result } });

function refusal(error_code: number, description: string): Answer {
  return { http: error_code, body: { ok: false, error_code, description } };
}

async function tellWebhook(
  { url, secret }: { readonly url: string; readonly secret: string },
  update: WireUpdate,
): Promise<number> {
  const sent = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
    body: JSON.stringify({ ok: true, result: update }),
  });
  return sent.then(
    ({ status }) => status,
    () => 0,
  );
}

/** The bytes of a PNG at an address; `null` where there is none. */
async function fetchPicture(url: string): Promise<Uint8Array | null> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true || response.headers.get('content-type') !== 'image/png') return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG' ? bytes : null;
}

async function until(what: string, condition: () => boolean): Promise<void> {
  const start = performance.now();
  while (!condition()) {
    if (performance.now() - start > 10_000) throw new Error(`fake Zalo: waited in vain for ${what}`);
    await sleep(10);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
