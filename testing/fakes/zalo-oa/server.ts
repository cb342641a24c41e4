import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { startLocalServer } from '../localServer.ts';
import { createUntil, type Until } from '../until.ts';
import { type Answer, createOaAccount, type OaQuota, type OaUpload, refusal } from './account.ts';
import { methodAt, type OaMethod } from './method.ts';
import type { OaParameters } from './rules.ts';
import { createOaTokens, type OaTokens } from './tokens.ts';
import { createOaWebhook, type OaDelivery } from './webhook.ts';
import { createOaWorld, type OaWorld } from './world.ts';

/** What goes wrong with the next `times` calls. */
export type OaFault = { readonly method: OaMethod; readonly times: number } & (
  | { readonly kind: 'refused'; readonly code: number }
  /** A gateway answers with a page. */
  | { readonly kind: 'status'; readonly status: number }
  /** The connection dies; after `accepted` the call was carried out all the same. */
  | { readonly kind: 'reset'; readonly accepted: boolean }
);

/** `code` is the answer's `error`, or the HTTP status of a page. */
export type OaCall = { readonly method: OaMethod; readonly parameters: OaParameters; readonly code: number };

export type FakeZaloOa = OaWorld & {
  /** Of both servers: `apiRoot` and `oauthRoot` of the channel. */
  readonly apiRoot: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly oaSecret: string;
  readonly oaId: string;
  /** The refresh token that an operator has at the beginning. */
  readonly refreshToken: string;
  readonly tokens: OaTokens;
  readonly calls: readonly OaCall[];
  readonly deliveries: readonly OaDelivery[];
  /** Calls that the platform would not take, or that came too early; a test that ends with any has found a bug. */
  readonly problems: readonly string[];
  /** Problems that a test brings about on purpose; answers those there were. */
  readonly forgive: () => readonly string[];
  readonly inject: (fault: OaFault) => void;
  /** From now on a minute allows so many calls. */
  readonly limit: (callsPerMinute: number) => void;
  /** What the account may still send beyond the free 48 hours. */
  readonly setQuota: (quota: OaQuota) => void;
  readonly quota: () => OaQuota;
  /** Puts the clock forward. */
  readonly forward: (milliseconds: number) => void;
  readonly now: () => number;
  /** Ids in events and answers are numbers without quotes. */
  readonly unquote: (is: boolean) => void;
  readonly connectWebhook: (url: string) => void;
  readonly disconnectWebhook: () => void;
  readonly onChange: (listener: () => void) => void;
  /** What the account wrote to a person, as one text. */
  readonly wordsTo: (chat: string) => string;
  /** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited. */
  readonly until: Until;
  readonly close: () => Promise<void>;
};

export type FakeZaloOaOptions = {
  readonly oaName?: string;
  /** Drawn where it is not said: tokens are stored by it. */
  readonly appId?: string;
  /** The same people have the same ids. */
  readonly seed?: number;
  readonly port?: number;
  /** How many lines of a chat are remembered. */
  readonly history?: number;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
};

const MOST_CALLS = 4000;

/** A server of the Official Account API and of its tokens over real HTTP that refuses what the platform would refuse. */
export async function startFakeZaloOa({
  oaName = 'Đạt Chuẩn (mẫu)',
  appId = `3608465248${randomInt(100_000_000, 1_000_000_000)}`,
  seed,
  port = 0,
  history = Number.POSITIVE_INFINITY,
  clock = Date.now,
}: FakeZaloOaOptions = {}): Promise<FakeZaloOa> {
  const appSecret = 'fake-oa-app-secret';
  const oaSecret = 'fake-oa-webhook-secret';
  const oaId = '388613280879808645';
  let later = 0;
  let apiRoot = '';
  const now = () => clock() + later;
  const world = createOaWorld({ appId, oaId, history, now, seed, address: () => apiRoot });
  const problems: string[] = [];
  const calls: OaCall[] = [];
  const deliveries: OaDelivery[] = [];
  let faults: readonly OaFault[] = [];
  let perMinute = MOST_CALLS;
  let minute = { number: 0, calls: 0 };
  let unquoted = false;
  const tokens = createOaTokens({ appId, appSecret, now, onProblem: (problem) => problems.push(problem) });
  const refreshToken = tokens.grant();
  const account = createOaAccount({
    world,
    now,
    oaId,
    oaName,
    onProblem: (problem) => problems.push(problem),
  });
  const webhook = createOaWebhook(
    world,
    { appId, oaSecret },
    () => unquoted,
    (delivery) => {
      deliveries.push(delivery);
      world.changed.emit('call');
    },
  );
  world.changed.on('update', webhook.deliver);

  const takeFault = (method: OaMethod): OaFault | undefined => {
    const fault = faults.find((one) => one.method === method && one.times > 0);
    faults = faults.map((other) => (other === fault ? { ...other, times: other.times - 1 } : other));
    return fault;
  };

  /** The number of calls that the minute still allows; −1: one too many. */
  const count = (): number => {
    const number = Math.floor(now() / 60_000);
    if (minute.number !== number) minute = { number, calls: 0 };
    minute.calls += 1;
    if (minute.calls > perMinute + 1) problems.push('called again in a minute that allows no more');
    return perMinute - minute.calls;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const bytes = await buffer(request);
    if (path.startsWith('/files/')) {
      const found = world.files.get(path.slice('/files/'.length));
      if (found === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(found);
      return;
    }
    const method = methodAt(path);
    if (method === undefined) {
      problems.push(`there is no ${path}`);
      response.writeHead(404).end();
      return;
    }
    const fault = takeFault(method);
    if (fault?.kind === 'reset' && !fault.accepted) {
      request.socket.destroy();
      return;
    }
    if (method === 'token') {
      const form = new URLSearchParams(bytes.toString('utf8'));
      const secret = one(request.headers.secret_key);
      const answer =
        fault?.kind === 'refused'
          ? { error: fault.code, error_name: 'fault' }
          : tokens.exchange(form, secret);
      calls.push({ method, parameters: {}, code: Number(answer.error ?? 0) });
      if (fault?.kind === 'reset') request.socket.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      return;
    }
    const { parameters, file } = await readCall(request, bytes);
    const left = count();
    const access = tokens.check(one(request.headers.access_token));
    const answer: Answer =
      left < 0
        ? refusal(-32, 'Your application reached limit call api')
        : access !== 0
          ? refusal(access, 'Access token is invalid')
          : fault?.kind === 'refused'
            ? refusal(fault.code, 'fault')
            : fault?.kind === 'status'
              ? { http: fault.status, body: '<html>gateway</html>' }
              : account.perform(method, parameters, file);
    const code = typeof answer.body === 'string' ? answer.http : Number(Object(answer.body).error);
    calls.push({ method, parameters, code });
    if (fault?.kind === 'reset') {
      request.socket.destroy();
      world.changed.emit('call');
      return;
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response
      .writeHead(answer.http, {
        'content-type': 'application/json',
        'x-ratelimit-limit': String(perMinute),
        'x-ratelimit-remain': String(Math.max(0, left)),
      })
      .end(unquoted ? text.replaceAll(/"((?:\w*_)?id|oaid)":"(\d{16,})"/g, '"$1":$2') : text);
    world.changed.emit('call');
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
    appId,
    appSecret,
    oaSecret,
    oaId,
    refreshToken,
    tokens,
    calls,
    deliveries,
    problems,
    forgive: () => problems.splice(0),
    inject: (fault) => {
      faults = [...faults, fault];
    },
    limit: (callsPerMinute) => {
      perMinute = callsPerMinute;
    },
    setQuota: account.setQuota,
    quota: account.quota,
    forward: (milliseconds) => {
      later += milliseconds;
    },
    now,
    unquote: (is) => {
      unquoted = is;
    },
    connectWebhook: webhook.connect,
    disconnectWebhook: webhook.disconnect,
    onChange: (listener) => {
      for (const event of ['update', 'call']) world.changed.on(event, listener);
    },
    wordsTo: (chat) =>
      world
        .saidTo(chat)
        .map(({ text }) => text)
        .join('\n'),
    until: createUntil('fake Zalo OA', world.changed),
    async close() {
      webhook.disconnect();
      await webhook.settled();
      await server.close();
    },
  };
}

const one = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

type SentCall = { readonly parameters: OaParameters; readonly file: OaUpload | null };

async function readCall(request: IncomingMessage, bytes: Buffer): Promise<SentCall> {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    const file = form.get('file');
    if (file === null || typeof file === 'string') return { parameters: {}, file: null };
    const { name } = file;
    return { parameters: { file: name }, file: { name, bytes: new Uint8Array(await file.arrayBuffer()) } };
  }
  const text = bytes.toString('utf8');
  return { parameters: text === '' ? {} : Object(JSON.parse(text)), file: null };
}
