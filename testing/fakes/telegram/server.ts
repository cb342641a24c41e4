import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { startLocalServer } from '../localServer.ts';
import { createUntil, type Until } from '../until.ts';
import { type Answer, failure } from './answers.ts';
import type { FakeMessage } from './fakeMessage.ts';
import type { World } from './fakeWorld.ts';
import { createFaults, DOWNLOAD, type Fault, faultAnswer } from './faults.ts';
import { createLongPoll } from './longPoll.ts';
import { perform } from './methods.ts';
import { type Parameters, readParameters } from './parameters.ts';
import { createRates, type RateLimits } from './rates.ts';
import { createRecords, type Download, type RecordedCall, type Records } from './records.ts';
import type { TelegramSpec } from './spec.ts';
import { callProblems, typeProblems } from './validate.ts';
import { createWebhook, quickPace, type WebhookDelivery, type WebhookPace } from './webhook.ts';
import { createWorld, type WorldOptions } from './world.ts';

export { DOWNLOAD, type Download, type Fault, type RecordedCall };

export type FakeTelegram = World & {
  /** For grammY's `client.apiRoot`. */
  readonly apiRoot: string;
  readonly port: number;
  readonly token: string;
  readonly calls: readonly RecordedCall[];
  /** How many calls of a method there were, however few are remembered. */
  readonly callCount: (method: string) => number;
  /** Files that were fetched, or asked for in vain. */
  readonly downloads: readonly Download[];
  /** How the webhook took each update. */
  readonly deliveries: readonly WebhookDelivery[];
  /**
   * Calls against the specification, calls before the wait was over that the server had asked for, and updates that the real server
   * could not send; a test that ends with any has found a bug.
   */
  readonly problems: readonly string[];
  readonly inject: (fault: Fault) => void;
  /** From now on too many messages meet 429; `null` ends it. `usualRates` are those of the real server. */
  readonly limitRates: (limits: RateLimits | null) => void;
  readonly revokeToken: () => void;
  /** A long poll is being held. */
  readonly isPolled: () => boolean;
  readonly hasWebhook: () => boolean;
  /** What the bot wrote to a chat so far. */
  readonly saidTo: (chatId: number) => readonly FakeMessage[];
  /** Resolves when `condition` holds; throws after ten seconds, naming `what` was awaited. */
  readonly until: Until;
  readonly close: () => Promise<void>;
};

export const FAKE_TOKEN = '7000000001:fake_fileTokenof_an_invented_bot_0123';

export type FakeTelegramOptions = {
  readonly username?: string;
  readonly token?: string;
  readonly port?: number;
  /** Methods that this server is too old for. */
  readonly lacks?: readonly string[];
  /** How much is remembered of each: messages of a chat, calls, downloads, deliveries. For long runs; all, where it is not said. */
  readonly history?: number;
  readonly clock?: WorldOptions['clock'];
  readonly webhookPace?: Partial<WebhookPace>;
};

/** A Bot API server over real HTTP that refuses every call the specification does not allow; without one it refuses less. */
export async function startFakeTelegram(
  spec: TelegramSpec | null,
  { username = 'dat_chuan_bot', token = FAKE_TOKEN, port = 0, ...options }: FakeTelegramOptions = {},
): Promise<FakeTelegram> {
  const world = createWorld(username, options);
  const { changed } = world;
  const records = createRecords(options.history);
  const problems: string[] = [];
  const faults = createFaults();
  const rates = createRates();
  let revoked = false;

  const poll = createLongPoll(world, () => webhook.isSet());
  const webhook = createWebhook(
    world.queue,
    { ...quickPace, ...options.webhookPace },
    (delivery) => {
      records.deliveries.add(delivery);
      changed.emit('call');
    },
    (method, parameters) => {
      void answerCall(method, parameters, null).then((answer) => note(method, parameters, answer));
    },
  );
  changed.on('update', (update: Update) => {
    if (spec !== null) problems.push(...typeProblems(spec, 'Update', update));
    webhook.add(update);
  });
  const note = (method: string, parameters: Parameters, answer: Answer) => {
    records.noteCall({ method, parameters, answer });
    changed.emit('call');
  };

  const setWebhook = (parameters: Parameters): Answer => {
    const answer = webhook.set(parameters);
    if (webhook.isSet()) poll.end(failure(409, 'Conflict: terminated by setWebhook request'));
    return answer;
  };
  /** A call for which the server has a wait in store, by its rates or by a fault. */
  const refuseByRate = (method: string, { chat_id }: Parameters): Answer | null => {
    const chat = world.chat(chat_id);
    const verdict = rates.meet(method, chat?.id ?? null, chat !== undefined && chat.type !== 'private');
    if (verdict.isEarly) problems.push(`${method}: sent before retry_after was over`);
    if (verdict.retryAfter === null) return null;
    const description = `Too Many Requests: retry after ${verdict.retryAfter}`;
    return { ...failure(429, description), parameters: { retry_after: verdict.retryAfter } } as Answer;
  };
  const answerCall = async (
    method: string,
    parameters: Parameters,
    request: IncomingMessage | null,
  ): Promise<Answer> => {
    const wrong = spec === null ? [] : callProblems(spec, method, parameters);
    if (wrong.length > 0) {
      problems.push(...wrong);
      return failure(400, `Bad Request: ${wrong.join('; ')}`);
    }
    if (options.lacks?.includes(method) === true) return failure(404, 'Not Found: method not found');
    const refused = refuseByRate(method, parameters);
    if (refused !== null) return refused;
    if (method === 'getUpdates' && request !== null) return poll.answer(parameters, request);
    if (method === 'setWebhook') return setWebhook(parameters);
    if (method === 'deleteWebhook') return webhook.remove(parameters);
    if (method === 'getWebhookInfo') return webhook.info();
    return perform(world, method, parameters);
  };
  const fail = (fault: Fault & { readonly kind: 'status' }, method: string, { chat_id }: Parameters) => {
    const refused = refuseByRate(method, { chat_id });
    if (refused !== null) return refused;
    if (fault.retryAfter !== undefined) rates.ask(method, world.chat(chat_id)?.id ?? null, fault.retryAfter);
    return faultAnswer(fault);
  };

  /** Files lie beside the methods, for who knows the token and what `getFile` said. */
  const serveFile = async (
    fileToken: string,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const fault = faults.take(DOWNLOAD);
    if (fault?.kind === 'slow') await sleep(fault.ms);
    if (fault?.kind === 'reset') return request.socket.destroy();
    const file = world.storage.byPath(decodeURI(path));
    const isKnown = fileToken === token && !revoked && file !== undefined;
    const status = fault?.kind === 'status' ? fault.code : isKnown ? 200 : 404;
    records.downloads.add({ path, status });
    response.writeHead(status, { 'content-type': 'application/octet-stream' });
    return response.end(status === 200 ? file?.bytes : undefined);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const [, fileToken, filePath] = /^\/file\/bot([^/]+)\/(.+)$/.exec(request.url ?? '') ?? [];
    if (fileToken !== undefined && filePath !== undefined)
      return serveFile(fileToken, filePath, request, response);
    const [, urlToken, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const contentType = request.headers['content-type'] ?? '';
    const parameters = readParameters(spec, method, await buffer(request), contentType);
    const fault = faults.take(method, parameters.chat_id);
    if (fault?.kind === 'slow' && fault.answer !== true) await sleep(fault.ms);
    if (fault?.kind === 'reset' && !fault.accepted) return request.socket.destroy();
    const answer =
      urlToken !== token || revoked
        ? failure(401, 'Unauthorized')
        : fault?.kind === 'status'
          ? fail(fault, method, parameters)
          : fault?.kind === 'garbage' && !fault.accepted
            ? failure(200, 'broken off')
            : await answerCall(method, parameters, request);
    note(method, parameters, answer);
    if (fault?.kind === 'reset') return request.socket.destroy();
    if (fault?.kind === 'slow' && fault.answer === true) await sleep(fault.ms);
    response.writeHead(answer.ok ? 200 : answer.error_code, { 'content-type': 'application/json' });
    const body = JSON.stringify(answer);
    return response.end(fault?.kind === 'garbage' ? body.slice(0, body.length / 2) : body);
  };

  const server = await startLocalServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // Who hangs up in the middle of a request, as a killed process does, has broken no rule.
      if (!request.complete) return void response.destroy();
      problems.push(String(error));
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(failure(400, `Bad Request: ${String(error)}`)));
    });
  }, port);

  return {
    ...world,
    apiRoot: server.url,
    port: server.port,
    token,
    ...lists(records),
    problems,
    inject: faults.inject,
    limitRates: rates.limit,
    revokeToken() {
      revoked = true;
      poll.end(failure(401, 'Unauthorized'));
    },
    isPolled: poll.isHeld,
    hasWebhook: webhook.isSet,
    saidTo: (chatId) => world.messages(chatId).filter(({ from }) => from.id === world.bot.id),
    until: createUntil('fake Telegram', changed),
    async close() {
      await webhook.close();
      await server.close();
    },
  };
}

function lists({ calls, downloads, deliveries, callCount }: Records) {
  return { calls: calls.list, downloads: downloads.list, deliveries: deliveries.list, callCount };
}
