import { json } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startLocalServer } from '../localServer.ts';
import { MONTHLY_QUOTA } from './allowance.ts';
import { type FakeZaloBot, startFakeZaloBot } from './server.ts';

describe('the fake Zalo Bot server under load and trouble', () => {
  let fake: FakeZaloBot;

  beforeEach(async () => {
    fake = await startFakeZaloBot({ history: 5 });
  });
  afterEach(() => fake.close());

  const call = async (method: string, parameters: object) => {
    const response = await fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    return { status: response.status, body: await response.json() };
  };

  it('takes so many messages a month and no more, until the next begins', async () => {
    const { chat } = fake.person('An');
    const send = () => call('sendMessage', { chat_id: chat.id, text: 'x' });
    fake.limit({ quota: 2 });
    await send();
    await send();
    expect(await send()).toMatchObject({
      status: 429,
      body: { error_code: 429, description: 'Quota exceeded' },
    });
    expect((await call('sendChatAction', { chat_id: chat.id, action: 'typing' })).status).toBe(200);
    expect(fake.spent()).toBe(2);
    fake.renew();
    expect((await send()).status).toBe(200);
    expect(MONTHLY_QUOTA).toBe(3000);
    expect(fake.problems).toEqual([]);
  });

  it('asks who is too fast to wait, and notes who does not', async () => {
    const { chat } = fake.person('An');
    const send = () => call('sendMessage', { chat_id: chat.id, text: 'x' });
    fake.limit({ quota: 100, rate: { burst: 1, perSecond: 1 } });
    await send();
    expect((await send()).body).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    expect(fake.problems).toEqual([]);
    await send();
    expect(fake.problems).toEqual(['sendMessage: sent before retry_after was over']);
  });

  it('sends pictures, stickers and voices as events of their own, and hands out the pictures', async () => {
    const an = fake.person('An');
    const png = Buffer.from('\x89PNG\r\n', 'latin1');
    for (const kind of ['image', 'sticker', 'voice', 'unsupported']) an.sends(kind, { bytes: png });
    const messages = [];
    for (let poll = 0; poll < 4; poll += 1) messages.push(Object((await call('getUpdates', {})).body).result);
    expect(messages.map(({ event_name }) => event_name)).toEqual([
      'message.image.received',
      'message.sticker.received',
      'message.voice.received',
      'message.unsupported.received',
    ]);
    const [image, sticker, voice, unsupported] = messages.map(({ message }) => message);
    const fetched = await fetch(image.photo_url);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(png);
    expect([sticker.sticker, voice.voice_url, unsupported.text]).toEqual([
      expect.any(String),
      expect.stringContaining('.aac'),
      undefined,
    ]);
  });

  it('breaks answers off and answers late on demand', async () => {
    const { chat } = fake.person('An');
    const send = () => call('sendMessage', { chat_id: chat.id, text: 'x' });
    fake.inject({ method: 'sendMessage', times: 1, kind: 'garbage', accepted: true, chat: chat.id });
    await expect(send()).rejects.toThrow('JSON');
    fake.inject({ method: 'sendMessage', times: 1, kind: 'slow', ms: 30, answer: true });
    const slow = send();
    await fake.until('the message', () => fake.saidTo(chat.id).length === 2);
    expect((await slow).status).toBe(200);
  });

  it('tells an address that is away again and again where it is patient, and then the next one', async () => {
    const patient = await startFakeZaloBot({ isPatient: true });
    const set = (url: string) =>
      fetch(`${patient.apiRoot}/bot${patient.token}/setWebhook`, {
        method: 'POST',
        body: JSON.stringify({ url, secret_token: 'long-enough' }),
      });
    await set('http://127.0.0.1:1/');
    const update = patient.person('An').says('một');
    await patient.until('more tries than usual', () => patient.deliveries.length > 5);
    const server = await startLocalServer((_, response) => void response.end());
    await set(server.url);
    await patient.until('the update', () => patient.deliveries.at(-1)?.status === 200);
    expect(patient.isWaiting(update)).toBe(false);
    await patient.close();
    await server.close();
  });

  it('tells a webhook of many chats, each in order, and remembers little', async () => {
    const heard = new Map<string, string[]>();
    const refused = new Set<string>();
    const server = await startLocalServer(async (request, response) => {
      const { message } = Object(await json(request)).result;
      if (message.text === 'hai' && !refused.has(message.message_id)) {
        refused.add(message.message_id);
        return void response.writeHead(503).end();
      }
      heard.set(message.chat.id, [...(heard.get(message.chat.id) ?? []), message.text]);
      response.end();
    });
    await call('setWebhook', { url: `${server.url}/`, secret_token: 'long-enough' });
    expect((await call('getWebhookInfo', {})).body).toMatchObject({ result: { url: expect.any(String) } });
    const people = Array.from({ length: 40 }, (_, index) => fake.person(`Người ${index}`));
    for (const text of ['một', 'hai', 'ba']) for (const person of people) person.says(text);
    await fake.until('all', () => [...heard.values()].flat().length === 120);
    expect([...heard.values()].every((texts) => texts.join() === 'một,hai,ba')).toBe(true);
    expect(fake.deliveries.length).toBeLessThan(11);
    await call('deleteWebhook', {});
    await server.close();
  });
});
