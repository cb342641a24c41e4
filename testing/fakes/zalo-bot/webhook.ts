import { setTimeout as sleep } from 'node:timers/promises';
import type { WireUpdate, ZaloWorld } from './world.ts';

/** How the bot's webhook took an update; `status` is 0 where it did not answer. */
export type Delivery = { readonly status: number; readonly update: WireUpdate };

export type ZaloWebhook = {
  readonly set: (url: string, secret: string) => void;
  readonly remove: () => void;
  readonly url: () => string | null;
  /** Tells the address of everything that waits. */
  readonly deliver: () => void;
  readonly close: () => Promise<void>;
};

type Hook = { readonly url: string; readonly secret: string; readonly ended: AbortController };

const TRIES = 4;
const WAIT_MS = 30;
const LONGEST_WAIT_MS = 500;
const TIMEOUT_MS = 10_000;
/** Chats that are told at once. */
const SIDE_BY_SIDE = 10;

/**
 * Tells an address of updates, those of a chat one after another, each again until it is taken with 200 or, unless `isPatient`, given
 * up.
 */
export function createZaloWebhook(
  world: ZaloWorld,
  told: (delivery: Delivery) => void,
  isPatient = false,
): ZaloWebhook {
  let hook: Hook | null = null;
  /** The last delivery of each chat that has any under way. */
  const chains = new Map<string, Promise<void>>();

  const places: (() => void)[] = [];
  let flying = 0;
  const inTurn = async (deed: () => Promise<void>) => {
    if (flying >= SIDE_BY_SIDE) await new Promise<void>((resolve) => places.push(resolve));
    flying += 1;
    await deed().finally(() => {
      flying -= 1;
      places.shift()?.();
    });
  };
  const deliverOne = async (update: WireUpdate) => {
    for (let tries = 1; isPatient || tries <= TRIES; tries += 1) {
      // Another address may have been set meanwhile.
      const to = hook;
      if (to === null) return world.enqueue(update);
      const status = await tell(to, update);
      told({ status, update });
      if (status === 200) break;
      const waitMs = Math.min(WAIT_MS * tries, LONGEST_WAIT_MS);
      await sleep(waitMs, undefined, { signal: to.ended.signal }).catch(() => undefined);
    }
    world.delivered(update);
  };
  const deliver = () => {
    if (hook === null) return;
    for (let update = world.next(); update !== undefined; update = world.next()) {
      const [chat, one] = [String(Object(update.message.chat).id), update];
      const chain = (chains.get(chat) ?? Promise.resolve())
        .then(() => inTurn(() => deliverOne(one)))
        .finally(() => {
          if (chains.get(chat) === chain) chains.delete(chat);
        });
      chains.set(chat, chain);
    }
  };
  const remove = () => {
    hook?.ended.abort();
    hook = null;
  };

  return {
    set(url, secret) {
      remove();
      hook = { url, secret, ended: new AbortController() };
      deliver();
    },
    remove,
    url: () => hook?.url ?? null,
    deliver,
    async close() {
      remove();
      await Promise.all(chains.values());
    },
  };
}

async function tell({ url, secret, ended }: Hook, update: WireUpdate): Promise<number> {
  const sent = fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bot-api-secret-token': secret },
    body: JSON.stringify({ ok: true, result: update }),
    signal: AbortSignal.any([ended.signal, AbortSignal.timeout(TIMEOUT_MS)]),
  });
  return sent.then(
    async (response) => {
      await response.body?.cancel();
      return response.status;
    },
    () => 0,
  );
}
