import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FakeZaloBot, startFakeZaloBot } from './server.ts';

describe('the fake Zalo Bot server', () => {
  let fake: FakeZaloBot;

  beforeEach(async () => {
    fake = await startFakeZaloBot();
  });
  afterEach(() => fake.close());

  const call = async (method: string, parameters: object, token = fake.token) => {
    const response = await fetch(`${fake.apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(parameters),
    });
    return { status: response.status, body: await response.json() };
  };

  it('takes what the platform takes', async () => {
    const { chat } = fake.person('An');
    expect(await call('getMe', {})).toMatchObject({
      status: 200,
      body: { result: { account_type: 'BASIC' } },
    });
    const sent = await call('sendMessage', { chat_id: chat.id, text: 'ệ'.repeat(2000) });
    expect(sent).toMatchObject({ status: 200, body: { ok: true } });
    expect(await call('sendChatAction', { chat_id: chat.id, action: 'typing' })).toEqual({
      status: 200,
      body: { ok: true },
    });
    expect(fake.problems).toEqual([]);
  });

  it('notes every call that the platform would not take', async () => {
    const chat_id = fake.person('An').id;
    const wrong: readonly (readonly [string, object])[] = [
      ['sendMessage', { chat_id, text: 'x'.repeat(2001) }],
      ['sendMessage', { chat_id, text: ' ' }],
      ['sendMessage', { chat_id, text: 'e\u0323\u0302' }],
      ['sendMessage', { chat_id, text: '\ud800' }],
      ['sendMessage', { chat_id, text: 'x', parse_mode: 'HTML' }],
      ['sendMessage', { chat_id: 12, text: 'x' }],
      ['sendMessage', { text: 'x' }],
      ['sendPhoto', { chat_id, photo: 'file.png' }],
      ['setWebhook', { url: 'https://vi.du', secret_token: 'short' }],
      ['sendDocument', { chat_id }],
    ];
    for (const [method, parameters] of wrong) {
      const before = fake.problems.length;
      expect((await call(method, parameters)).status, method).toBe(400);
      expect(fake.problems.length, JSON.stringify(parameters).slice(0, 60)).toBeGreaterThan(before);
    }
  });

  it('refuses a wrong token, an unknown chat, and who blocked the bot', async () => {
    const an = fake.person('An');
    expect((await call('getMe', {}, '1:x')).status).toBe(401);
    expect((await call('sendMessage', { chat_id: 'nobody', text: 'x' })).status).toBe(400);
    an.blocks();
    expect((await call('sendMessage', { chat_id: an.id, text: 'x' })).status).toBe(403);
  });

  it('hands out one update a poll, each once, and ends an empty poll with 408', async () => {
    const an = fake.person('An');
    an.says('một');
    an.says('hai');
    const texts = [];
    for (let poll = 0; poll < 2; poll += 1) {
      const { body } = await call('getUpdates', { timeout: '1' });
      texts.push(Object(body).result.message.text);
    }
    expect(texts).toEqual(['một', 'hai']);
    expect(await call('getUpdates', { timeout: '0' })).toMatchObject({
      body: { ok: false, error_code: 408 },
    });
    await call('setWebhook', { url: 'http://127.0.0.1:9/', secret_token: 'long-enough' });
    expect((await call('getUpdates', { timeout: '0' })).status).toBe(400);
  });

  it('tells again of an update as often as it is told to', async () => {
    const update = fake.person('An').says('một');
    for (let again = 0; again < 2; again += 1) fake.enqueue(update);
    for (let poll = 0; poll < 3; poll += 1) {
      const { body } = await call('getUpdates', { timeout: '1' });
      expect(Object(body).result.message.message_id).toBe(update.message.message_id);
    }
    expect((await call('getUpdates', { timeout: '0' })).body).toMatchObject({ error_code: 408 });
    expect(fake.isWaiting(update)).toBe(false);
  });

  it('notes a call that comes before the wait is over that it asked for', async () => {
    const { chat } = fake.person('An');
    fake.inject({ method: 'sendMessage', times: 1, kind: 'refused', code: 429, retryAfter: 60 });
    const message = { chat_id: chat.id, text: 'x' };
    expect((await call('sendMessage', message)).body).toMatchObject({ parameters: { retry_after: 60 } });
    await call('sendMessage', message);
    expect(fake.problems).toEqual(['sendMessage: sent before retry_after was over']);
  });
});
