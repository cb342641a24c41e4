import { setTimeout as sleep } from 'node:timers/promises';
import type { Update } from 'grammy/types';
import { type Answer, badRequest, done } from './answers.ts';
import type { Parameters } from './parameters.ts';
import type { UpdateQueue } from './updateQueue.ts';

/** How an address took an update; `status` is 0 where it did not answer. */
export type WebhookDelivery = { readonly updateId: number; readonly tries: number; readonly status: number };

export type WebhookPace = {
  /** After so many tries an update is given up. */
  readonly tries: number;
  /** Before the second try, growing with each. */
  readonly waitMs: number;
  readonly timeoutMs: number;
};

/** Much shorter than the real server's, which nobody would wait for. */
export const quickPace: WebhookPace = { tries: 20, waitMs: 30, timeoutMs: 2000 };

export type Webhook = {
  readonly set: (parameters: Parameters) => Answer;
  readonly remove: (parameters: Parameters) => Answer;
  readonly info: () => Answer;
  readonly isSet: () => boolean;
  /** An update has come. */
  readonly add: (update: Update) => void;
  readonly close: () => Promise<void>;
};

type Address = {
  readonly url: string;
  readonly secret: string | undefined;
  readonly most: number;
  readonly ended: AbortController;
  /** What waits, by chat: one at a time of each is on its way. */
  readonly lanes: Map<string, Update[]>;
  readonly ready: string[];
  flying: number;
};

const PORTS: ReadonlySet<string> = new Set(['', '80', '88', '443', '8443']);

/**
 * Tells an address of updates as the real server does: at most `max_connections` at once, those of a chat one after another, each
 * again until it is taken with a 2xx. `reply`: an answer may hold a call.
 */
export function createWebhook(
  queue: UpdateQueue,
  pace: WebhookPace,
  told: (delivery: WebhookDelivery) => void,
  reply: (method: string, parameters: Parameters) => void,
): Webhook {
  let address: Address | null = null;
  let lastError: { readonly last_error_date: number; readonly last_error_message: string } | null = null;
  const flights = new Set<Promise<void>>();

  const enter = (to: Address, update: Update) => {
    const chat = chatOf(update);
    const lane = to.lanes.get(chat);
    if (lane !== undefined) return void lane.push(update);
    to.lanes.set(chat, [update]);
    to.ready.push(chat);
  };
  const pump = (to: Address) => {
    while (to === address && to.flying < to.most) {
      const chat = to.ready.shift();
      const update = chat === undefined ? undefined : to.lanes.get(chat)?.[0];
      if (chat === undefined || update === undefined) return;
      const flight = fly(to, chat, update).finally(() => flights.delete(flight));
      flights.add(flight);
    }
  };
  const fly = async (to: Address, chat: string, update: Update) => {
    for (let tries = 1; tries <= pace.tries && to === address; tries += 1) {
      to.flying += 1;
      const status = await post(to, update);
      to.flying -= 1;
      told({ updateId: update.update_id, tries, status });
      if (status >= 200 && status < 300) break;
      if (to === address) {
        const last_error_message =
          status === 0 ? 'Connection timed out' : `Wrong response from the webhook: ${status}`;
        lastError = { last_error_date: Math.floor(Date.now() / 1000), last_error_message };
        pump(to);
        await sleep(pace.waitMs * tries, undefined, { signal: to.ended.signal }).catch(() => undefined);
      }
    }
    if (to !== address) return;
    queue.remove(update.update_id);
    const lane = to.lanes.get(chat);
    lane?.shift();
    if (lane === undefined || lane.length === 0) to.lanes.delete(chat);
    else to.ready.push(chat);
    pump(to);
  };
  const post = async (to: Address, update: Update): Promise<number> => {
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(to.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': to.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.any([to.ended.signal, AbortSignal.timeout(pace.timeoutMs)]),
      });
      const body = await response.text();
      if (response.ok && body.startsWith('{')) {
        const { method, ...parameters } = JSON.parse(body) as Parameters;
        if (typeof method === 'string') reply(method, parameters);
      }
      // Taken, even if the address was changed meanwhile.
      if (response.ok) queue.remove(update.update_id);
      return response.status;
    } catch {
      return 0;
    }
  };
  const drop = () => {
    address?.ended.abort();
    address = null;
  };

  return {
    set({ url, secret_token, max_connections = 40, allowed_updates, drop_pending_updates }) {
      const where = String(url);
      if (where !== '' && !URL.canParse(where))
        return badRequest('bad webhook: invalid webhook URL specified');
      if (where !== '') {
        const { protocol, hostname, port } = new URL(where);
        const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
        if (protocol !== 'https:' && !isHere)
          return badRequest('bad webhook: An HTTPS URL must be provided for webhook');
        if (!isHere && !PORTS.has(port))
          return badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
      }
      drop();
      if (drop_pending_updates === true) queue.clear();
      if (Array.isArray(allowed_updates)) queue.allow(allowed_updates.map(String));
      if (where === '') return done;
      const to: Address = {
        url: where,
        secret: typeof secret_token === 'string' ? secret_token : undefined,
        most: Number(max_connections),
        ended: new AbortController(),
        lanes: new Map(),
        ready: [],
        flying: 0,
      };
      address = to;
      for (const update of queue.all()) enter(to, update);
      pump(to);
      return done;
    },
    remove({ drop_pending_updates }) {
      drop();
      if (drop_pending_updates === true) queue.clear();
      return done;
    },
    info: () => ({
      ok: true,
      result: {
        url: address?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: queue.size(),
        ...(address === null ? {} : { max_connections: address.most, ip_address: '127.0.0.1' }),
        ...lastError,
        ...(queue.allowed().length === 0 ? {} : { allowed_updates: queue.allowed() }),
      },
    }),
    isSet: () => address !== null,
    add(update) {
      if (address === null) return;
      enter(address, update);
      pump(address);
    },
    async close() {
      drop();
      await Promise.all(flights);
    },
  };
}

/** What keeps its order: a chat, or a person where there is none. */
function chatOf(update: Update): string {
  const content: {
    readonly chat?: { readonly id: number };
    readonly from?: { readonly id: number };
    readonly message?: { readonly chat?: { readonly id: number } };
  } = Object.assign({}, ...Object.values(update).filter((value) => typeof value === 'object'));
  return String(content.chat?.id ?? content.message?.chat?.id ?? content.from?.id ?? '');
}
