import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { startLocalServer } from '../localServer.ts';
import { createUntil, type Until } from '../until.ts';
import { createAllowance, type ZaloLimits } from './allowance.ts';
import { createZaloFaults, type ZaloFault } from './faults.ts';
import { type ZaloParameters, zaloProblems } from './methods.ts';
import { createZaloWebhook, type Delivery } from './webhook.ts';
import { createZaloWorld, type ZaloWorld, type ZaloWorldOptions } from './world.ts';

export type ZaloCall = {
  readonly method: string;
  readonly parameters: ZaloParameters;
  readonly code: number;
};

export type FakeZaloBot = ZaloWorld & {
  readonly apiRoot: string;
  readonly token: string;
  readonly calls: readonly ZaloCall[];
  readonly deliveries: readonly Delivery[];
  /** Calls that the platform would not take, or that came too early; a test that ends with any has found a bug. */
  readonly problems: readonly string[];
  readonly inject: (fault: ZaloFault) => void;
  /** From now on messages are counted and too many meet 429; `null` ends it. */
  readonly limit: (limits: ZaloLimits | null) => void;
  /** Messages that were taken this month. */
  readonly spent: () => number;
  /** The next month begins. */
  readonly renew: () => void;
  /** No call is taken any more; `false`: they are again. */
  readonly resetToken: (isReset?: boolean) => void;
  /** A long poll is being held. */
  readonly isPolled: () => boolean;
  readonly hasWebhook: () => boolean;
  /** What the bot wrote to a chat, as one text. */
  readonly wordsTo: (chat: string) => string;
  /** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited. */
  readonly until: Until;
  readonly close: () => Promise<void>;
};

type Answer = { readonly http: number; readonly body: object };

export type FakeZaloBotOptions = Pick<ZaloWorldOptions, 'history' | 'clock'> & {
  readonly botName?: string;
  readonly token?: string;
  readonly port?: number;
  /** What a webhook does not take is told again until it does, instead of a few times. */
  readonly isPatient?: boolean;
};

/** How long a chat shows the typing sign is not written anywhere. */
const TYPING_MS = 5000;

/** A server of the Zalo Bot Platform over real HTTP that refuses what the platform would refuse. */
export async function startFakeZaloBot({
  botName = 'Bot Đạt Chuẩn',
  token = '1459232241454765289:fake-zalo-token_of_an_invented_bot',
  port = 0,
  history = Number.POSITIVE_INFINITY,
  clock,
  isPatient = false,
}: FakeZaloBotOptions = {}): Promise<FakeZaloBot> {
  let apiRoot = '';
  const world = createZaloWorld(botName, { history, clock, address: () => apiRoot });
  const { changed } = world;
  const calls: ZaloCall[] = [];
  const problems: string[] = [];
  const deliveries: Delivery[] = [];
  const faults = createZaloFaults();
  const allowance = createAllowance();
  let reset = false;
  let polls = 0;

  const told = (delivery: Delivery) => {
    note(deliveries, delivery, history);
    changed.emit('call');
  };
  const webhook = createZaloWebhook(world, told, isPatient);
  changed.on('update', webhook.deliver);

  const getUpdates = async (
    { timeout = '30' }: ZaloParameters,
    request: IncomingMessage,
  ): Promise<Answer> => {
    if (webhook.url() !== null) return refusal(400, 'a webhook is set');
    const held = new AbortController();
    const stop = () => held.abort();
    const timer = setTimeout(stop, Number(timeout) * 1000);
    request.socket.once('close', stop);
    polls += 1;
    changed.emit('poll');
    try {
      for (;;) {
        if (held.signal.aborted) return refusal(408, 'Request timeout');
        const update = world.next();
        if (update !== undefined) {
          world.delivered(update);
          return done(update);
        }
        await once(changed, 'update', { signal: held.signal }).catch(() => undefined);
      }
    } finally {
      polls -= 1;
      clearTimeout(timer);
      request.socket.off('close', stop);
    }
  };

  /** Counts a message, or says why it is one too many. */
  const spend = (place: string): Answer | null => {
    const refused = allowance.spend();
    if (refused === null) return null;
    if (refused.retryAfter !== null) allowance.ask(place, refused.retryAfter);
    return refusal(429, refused.description, refused.retryAfter);
  };
  const sent = (): Answer => done({ message_id: `m${last}`, date: Date.now() });
  let last = 0;

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
    last += 1;
    if (/^send(?!ChatAction)/.test(method)) {
      const refused = spend(`${method} ${chat}`);
      if (refused !== null) return refused;
      world.typing.delete(chat);
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
        webhook.set(String(parameters.url), String(parameters.secret_token));
        return done({ url: webhook.url(), updated_at: Date.now() });
      case 'getWebhookInfo':
        return done({ url: webhook.url() ?? '', updated_at: Date.now() });
      case 'deleteWebhook':
        if (webhook.url() === null) return refusal(400, 'no webhook is set');
        webhook.remove();
        return done({ url: '' });
      case 'sendMessage':
        world.keep(chat, { kind: 'text', text: String(parameters.text) });
        return sent();
      case 'sendSticker':
        world.keep(chat, { kind: 'sticker', text: String(parameters.sticker) });
        return sent();
      case 'sendPhoto': {
        const bytes = await fetchPicture(String(parameters.photo));
        if (bytes === null) return refusal(400, 'the picture could not be fetched');
        const text = String(parameters.caption ?? '');
        world.keep(chat, { kind: 'photo', text, url: String(parameters.photo), bytes });
        return sent();
      }
      default:
        world.typing.set(chat, performance.now() + TYPING_MS);
        return { http: 200, body: { ok: true } };
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const picture = world.pictures.get(/^\/pictures\/(\w+(?:\.aac)?)$/.exec(request.url ?? '')?.[1] ?? '');
    if (picture !== undefined) return response.writeHead(200, { 'content-type': 'image/png' }).end(picture);
    const [, urlToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const text = await readText(request);
    if (request.method !== 'POST') problems.push(`${method}: ${request.method} instead of POST`);
    if (request.headers['content-type'] !== 'application/json') problems.push(`${method}: not sent as JSON`);
    const parameters: ZaloParameters = Object(JSON.parse(text));
    if (urlToken !== token || reset)
      return finish(response, method, parameters, refusal(401, 'Unauthorized'));
    const place = `${method} ${String(parameters.chat_id ?? '')}`;
    if (allowance.isEarly(place)) problems.push(`${method}: sent before retry_after was over`);
    const fault = faults.take(method, parameters.chat_id);
    if (fault?.kind === 'refused') {
      const { code, retryAfter, http = code } = fault;
      if (retryAfter !== undefined) allowance.ask(place, retryAfter);
      const { body } = refusal(code, code === 429 ? 'Quota exceeded' : 'fault', retryAfter ?? null);
      return finish(response, method, parameters, { http, body });
    }
    if (fault?.kind === 'slow' && fault.answer !== true) await sleep(fault.ms);
    if (fault?.kind === 'reset' && !fault.accepted) return request.socket.destroy();
    const isSkipped = fault?.kind === 'garbage' && !fault.accepted;
    const answer = isSkipped ? done({}) : await perform(method, parameters, request);
    if (fault?.kind === 'reset') return request.socket.destroy();
    if (fault?.kind === 'slow' && fault.answer === true) await sleep(fault.ms);
    return finish(response, method, parameters, answer, fault?.kind === 'garbage');
  };

  const finish = (
    response: ServerResponse,
    method: string,
    parameters: ZaloParameters,
    { http, body }: Answer,
    isBroken = false,
  ) => {
    const code = 'error_code' in body && typeof body.error_code === 'number' ? body.error_code : http;
    note(calls, { method, parameters, code }, history);
    const text = JSON.stringify(body);
    response
      .writeHead(http, { 'content-type': 'application/json' })
      .end(isBroken ? text.slice(0, text.length / 2) : text);
    changed.emit('call');
  };

  const server = await startLocalServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A caller that has given up is no matter here.
      if (request.complete) problems.push(String(error));
      response.destroy();
    });
  }, port);
  apiRoot = server.url;

  return {
    ...world,
    apiRoot,
    token,
    calls,
    deliveries,
    problems,
    inject: faults.inject,
    limit: allowance.limit,
    spent: allowance.spent,
    renew: allowance.renew,
    resetToken: (isReset = true) => {
      reset = isReset;
    },
    isPolled: () => polls > 0,
    hasWebhook: () => webhook.url() !== null,
    wordsTo: (chat) =>
      world
        .saidTo(chat)
        .map(({ text }) => text)
        .join('\n'),
    until: createUntil('fake Zalo', changed),
    async close() {
      await webhook.close();
      await server.close();
    },
  };
}

const done = (result: object): Answer => ({ http: 200, body: { ok: true, result } });

function refusal(error_code: number, description: string, retryAfter: number | null = null): Answer {
  const told = retryAfter === null ? {} : { parameters: { retry_after: retryAfter } };
  return { http: error_code, body: { ok: false, error_code, description, ...told } };
}

/** Remembers at least the last `most`. */
function note<T>(list: T[], one: T, most: number): void {
  list.push(one);
  if (list.length >= most * 2) list.splice(0, list.length - most);
}

/** The bytes of a PNG at an address; `null` where there is none. */
async function fetchPicture(url: string): Promise<Uint8Array | null> {
  const response = await fetch(url).catch(() => null);
  if (response?.ok !== true || response.headers.get('content-type') !== 'image/png') return null;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return Buffer.from(bytes.subarray(1, 4)).toString() === 'PNG' ? bytes : null;
}
