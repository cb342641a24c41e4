import { Hono } from 'hono';
import { describe, expect, it, vi } from 'vitest';
import { messageFigures } from '../../../../store/messages/overview.ts';
import { leaveOut } from '../../../../testing/prerequisites.ts';
import { useWebServers } from '../../web/testing.ts';
import { useTestBot } from '../testBot.testing.ts';
import { TELEGRAM_PATH, TELEGRAM_WEBHOOK } from './webhook.ts';

const SECRET = 'a-secret_of-the-tests';

describe.skipIf(leaveOut('telegramSpec'))('the Telegram channel by webhook', () => {
  const bot = useTestBot();
  const serve = useWebServers();

  /** The channel behind a web server, which is what Telegram is told to call. */
  const startPublic = async () => {
    // The address is known only when the server listens.
    let inner = new Hono();
    const outer = new Hono().all('*', (context) => inner.fetch(context.req.raw));
    const routes = {
      channel: 'telegram',
      path: TELEGRAM_PATH,
      webhook: TELEGRAM_WEBHOOK,
      routes: outer,
    } as const;
    const { url } = await serve({ messengers: [routes] });
    const channel = await bot.start({}, { webhook: { publicUrl: url, secret: SECRET } });
    if (channel.routes === null) throw new Error('there is a webhook');
    inner = new Hono().route(TELEGRAM_PATH, channel.routes);
    const post = (body: string, secret: string | null = SECRET) =>
      fetch(`${url}${TELEGRAM_PATH}${TELEGRAM_WEBHOOK}`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
      });
    return { channel, url, post };
  };
  const chat = { id: 77, type: 'private', first_name: 'An' };
  const update = (id: number, text: string) =>
    JSON.stringify({
      update_id: id,
      message: { message_id: id, date: 1, chat, from: { id: 77, is_bot: false, first_name: 'An' }, text },
    });

  it('registers itself with its secret, answers what it is told once, and polls never', async () => {
    const { url } = await startPublic();
    expect(bot.callsOf('setWebhook')[0]?.parameters).toMatchObject({
      url: `${url}/telegram/webhook`,
      secret_token: SECRET,
      allowed_updates: [
        'message',
        'edited_message',
        'callback_query',
        'inline_query',
        'message_reaction',
        'my_chat_member',
      ],
    });
    const an = bot.fake.person('An');
    an.says('một');
    an.says('hai');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.said(an.chat.id)).toEqual(['về “một”', 'về “hai”']);
    expect(bot.callsOf('getUpdates')).toEqual([]);
    expect(bot.told[0]).toContain('webhook');
  });

  it('answers an update that is told five times over once', async () => {
    const { post } = await startPublic();
    for (let again = 0; again < 5; again += 1) expect((await post(update(5, 'một'))).status).toBe(200);
    expect((await post(update(6, 'hai'))).status).toBe(200);
    await bot.fake.until('the questions', () => bot.asked.length === 2);
    expect(bot.asked.map(({ text }) => text)).toEqual(['một', 'hai']);
  });

  it('refuses whoever does not know the secret before anything is read, and does no work', async () => {
    const { channel, post } = await startPublic();
    for (const secret of [null, '', 'wrong', `${SECRET}x`, SECRET.toUpperCase()]) {
      expect((await post('not even JSON', secret)).status).toBe(403);
      expect((await post(update(5, 'giả'), secret)).status).toBe(403);
    }
    expect((await post('{')).status).toBe(400);
    // Without a socket: the server hangs up on whoever goes on sending.
    const long = await channel.routes?.request(TELEGRAM_WEBHOOK, {
      method: 'POST',
      body: 'x'.repeat(600 * 1024),
      headers: { 'x-telegram-bot-api-secret-token': SECRET },
    });
    expect(long?.status).toBe(413);
    for (const odd of ['[1]', 'null', '{"update_id":"5"}', '{"update_id":8}', '{"update_id":9,"message":{}}'])
      expect((await post(odd)).status).toBe(200);
    const stored = await bot.database.query('select 1 from inbox');
    expect(stored).toEqual([]);
    expect(bot.asked).toEqual([]);
  });

  it('has what it cannot store told again, and takes nothing more once it stops', async () => {
    const { channel, post } = await startPublic();
    const accept = vi.spyOn(bot.database, 'query').mockRejectedValueOnce(new Error('away'));
    expect((await post(update(5, 'một'))).status).toBe(503);
    accept.mockRestore();
    expect((await post(update(5, 'một'))).status).toBe(200);
    await bot.fake.until('the question', () => bot.asked.length === 1);
    await channel.stop();
    expect((await post(update(6, 'hai'))).status).toBe(503);
    expect((await messageFigures(bot.database)).filter(({ box }) => box === 'inbox')).toEqual([]);
  });
});
