import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OaWireEvent, OaWorld } from './world.ts';

/** How the webhook took an event. */
export type OaDelivery = { readonly status: number; readonly event: OaWireEvent; readonly retry: number };

export type OaWebhook = {
  readonly connect: (url: string) => void;
  readonly disconnect: () => void;
  /** Tells of all that waits, chats side by side, each event again until it is taken. */
  readonly deliver: () => void;
  readonly settled: () => Promise<void>;
};

/** Instead of 30 s, 5, 15, 30 and 60 min. */
const RETRIES_MS = [30, 60, 90, 120, 150];
/** The platform waits no longer for an answer. */
const PATIENCE_MS = 2000;

export type SigningKeys = { readonly appId: string; readonly oaSecret: string };

/** `mac=` and SHA-256 of app id, body, the body's timestamp and the secret of the account. */
export function signEvent(body: string, timestamp: string, { appId, oaSecret }: SigningKeys): string {
  return `mac=${createHash('sha256').update(`${appId}${body}${timestamp}${oaSecret}`).digest('hex')}`;
}

/** An event as it is sent; `unquoted`: its ids are numbers, as the platform writes them now and then. */
export function writeEvent(event: OaWireEvent, unquoted: boolean): string {
  const text = JSON.stringify(event);
  return unquoted ? text.replaceAll(/"((?:\w*_)?id)":"(\d{16,})"/g, '"$1":$2') : text;
}

export function createOaWebhook(
  world: OaWorld,
  keys: SigningKeys,
  isUnquoted: () => boolean,
  told: (delivery: OaDelivery) => void,
): OaWebhook {
  let hook: string | null = null;
  let running: Promise<void> = Promise.resolve();

  const tell = async (event: OaWireEvent) => {
    for (let retry = 0; hook !== null && retry <= RETRIES_MS.length; retry += 1) {
      const body = writeEvent(event, isUnquoted());
      const status = await fetch(hook, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-zevent-signature': signEvent(body, event.timestamp, keys),
          ...(retry === 0 ? {} : { num_retry: String(retry) }),
        },
        body,
        signal: AbortSignal.timeout(PATIENCE_MS),
      }).then(
        async (response) => {
          await response.body?.cancel();
          return response.status;
        },
        () => 0,
      );
      told({ status, event, retry });
      if (status === 200) return;
      await sleep(RETRIES_MS[retry] ?? 0);
    }
  };

  const deliver = () => {
    running = running.then(async () => {
      while (hook !== null) {
        const event = world.next();
        if (event === undefined) return;
        await tell(event);
      }
    });
  };

  return {
    connect(url) {
      hook = url;
      deliver();
    },
    disconnect() {
      hook = null;
    },
    deliver,
    settled: () => running,
  };
}
