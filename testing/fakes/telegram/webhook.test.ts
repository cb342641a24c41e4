import { text } from 'node:stream/consumers';
import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import { startLocalServer } from '../localServer.ts';
import { type FakeTelegram, startFakeTelegram } from './server.ts';
import { readTelegramSpec } from './spec.ts';

type Told = { readonly update: Update; readonly secret: string | undefined };

/** An address that takes updates as `answer` says: a status, or `null` where it hangs up. */
async function startAddress(answer: (told: Told, count: number) => number | null | Promise<number | null>) {
  const told: Told[] = [];
  let open = 0;
  let most = 0;
  const { url, close } = await startLocalServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const body = await text(request);
    const secret = request.headers['x-telegram-bot-api-secret-token'];
    const one = {
      update: JSON.parse(body) as Update,
      secret: secret?.toString(),
    };
    told.push(one);
    const status = await answer(one, told.length);
    if (status === null) request.socket.destroy();
    else response.writeHead(status).end();
  });
  return { url: `${url}/`, told, most: () => most, close };
}

describe.skipIf(leaveOut('telegramSpec'))('the webhook of the fake Bot API', () => {
  let fake: FakeTelegram;
  let api: Api;
  const closing: (() => Promise<void>)[] = [];

  const addressed = async (...how: Parameters<typeof startAddress>) => {
    const address = await startAddress(...how);
    closing.push(address.close);
    return address;
  };
  beforeEach(async () => {
    const webhookPace = { waitMs: 5, timeoutMs: 30_000 };
    fake = await startFakeTelegram(readTelegramSpec(), { webhookPace });
    api = new Api(fake.token, { apiRoot: fake.apiRoot });
  });
  afterEach(async () => {
    await fake.close();
    await Promise.all(closing.splice(0).map((close) => close()));
  });

  it('tells each update once, with the secret, those that waited first', async () => {
    const address = await addressed(() => 200);
    const an = fake.person('An');
    an.says('một');
    await api.setWebhook(address.url, { secret_token: 'a-secret_of-tests' });
    an.says('hai');
    await fake.until('both', () => fake.updates().length === 0);
    expect(address.told.map(({ update }) => update.message?.text)).toEqual(['một', 'hai']);
    expect(address.told.every(({ secret }) => secret === 'a-secret_of-tests')).toBe(true);
    expect(await api.getWebhookInfo()).toMatchObject({ url: address.url, pending_update_count: 0 });
    for (const { update } of address.told.slice(0, 1)) fake.queue.again(update);
    await fake.until('it again', () => fake.updates().length === 0 && address.told.length === 3);
    expect(address.told[2]?.update).toEqual(address.told[0]?.update);
    expect(fake.problems).toEqual([]);
  });

  it('repeats what was refused or not answered, and holds back that chat alone', async () => {
    const [an, binh] = [fake.person('An'), fake.person('Bình')];
    let refusals = 0;
    const address = await addressed(({ update }) => {
      if (update.message?.text !== 'một') return 200;
      refusals += 1;
      return refusals === 2 ? null : refusals === 1 ? 500 : 200;
    });
    await api.setWebhook(address.url);
    an.says('một');
    an.says('hai');
    binh.says('của Bình');
    await fake.until('all', () => fake.updates().length === 0);
    const order = address.told.map(({ update }) => update.message?.text);
    expect(order.filter((text) => text !== 'của Bình')).toEqual(['một', 'một', 'một', 'hai']);
    expect(order.indexOf('của Bình')).toBeLessThan(order.indexOf('hai'));
    expect(fake.deliveries.map(({ status }) => status).sort()).toEqual([0, 200, 200, 200, 500]);
    expect(await api.getWebhookInfo()).toMatchObject({ last_error_message: expect.any(String) });
  });

  it('keeps to the number of connections', async () => {
    const address = await addressed(() => new Promise((resolve) => setTimeout(() => resolve(204), 10)));
    await api.setWebhook(address.url, { max_connections: 2 });
    for (let chat = 0; chat < 8; chat += 1) fake.person('An').says('xin chào');
    await fake.until('all', () => fake.updates().length === 0);
    expect(address.most()).toBe(2);
  });

  it('excludes polling, as polling is ended by it', async () => {
    const address = await addressed(() => 200);
    const polled = api.getUpdates({ timeout: 5 }).catch((error: unknown) => String(error));
    await fake.until('the poll', fake.isPolled);
    await api.setWebhook(address.url);
    expect(await polled).toContain('terminated by setWebhook');
    await expect(api.getUpdates()).rejects.toThrow('webhook is active');
    fake.person('An').says('một');
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(await api.getUpdates()).toEqual([]);
    expect(await api.getWebhookInfo()).toMatchObject({ url: '' });
  });

  it.each([
    ['http://example.vn/', {}, 'HTTPS URL must be provided'],
    ['https://example.vn:3000/', {}, 'only on ports'],
    ['https://example.vn/', { secret_token: 'có dấu' }, 'A-Z, a-z, 0-9'],
    ['https://example.vn/', { max_connections: 101 }, 'must be 1-100'],
  ])('is not set to %s with %j', async (url, more, problem) => {
    await expect(api.setWebhook(url, more)).rejects.toThrow(problem);
    expect(fake.hasWebhook()).toBe(false);
  });
});
