import { describe, expect, it } from 'vitest';
import { startFakeTelegram } from '../../../../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../../../../testing/fakes/telegram/spec.ts';
import { leaveOut } from '../../../../testing/prerequisites.ts';
import { echo } from '../../talk.testing.ts';
import { useTestBot } from '../testBot.testing.ts';

describe.skipIf(leaveOut('telegramSpec'))('the Telegram channel when something goes wrong', () => {
  const bot = useTestBot();

  it('obeys 429, keeping the order', async () => {
    await bot.start();
    const an = bot.fake.person('An');
    const fault = {
      method: 'sendMessage',
      kind: 'status',
      code: 429,
      description: 'Too Many Requests',
    } as const;
    bot.fake.inject({ ...fault, times: 1, retryAfter: 1 });
    bot.fake.inject({ ...fault, times: 1 });
    an.says('một');
    an.says('hai');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.said(an.chat.id)).toEqual(['về “một”', 'về “hai”']);
    expect(bot.callsOf('sendMessage')).toHaveLength(4);
  });

  it.each([
    ['a connection that died after the message was taken', { kind: 'reset', accepted: true } as const, 1],
    ['a connection that died before', { kind: 'reset', accepted: false } as const, 0],
    ['a 500', { kind: 'status', code: 500, description: 'Internal Server Error' } as const, 0],
  ])('never says the same twice after %s, but apologises', async (_, fault, delivered) => {
    await bot.start();
    const an = bot.fake.person('An');
    bot.fake.inject({ method: 'sendMessage', times: 1, ...fault });
    an.says('một');
    await bot.fake.until('the apology', () =>
      bot.said(an.chat.id).some((text) => text.includes('trục trặc')),
    );
    expect(bot.said(an.chat.id).filter((text) => text === 'về “một”')).toHaveLength(delivered);
    expect(bot.logged.join()).toContain('could not be answered');
  });

  it('forgets a person who blocked it, without a personal word in the log', async () => {
    await bot.start();
    const an = bot.fake.person('An');
    an.blocks();
    an.says('câu hỏi riêng tư');
    await bot.fake.until('the log', () => bot.logged.length > 0);
    expect(bot.logged.join()).toContain('no longer takes messages');
    expect(bot.logged.join()).not.toMatch(new RegExp(`riêng tư|${an.chat.id}|An"`));
    const binh = bot.fake.person('Bình');
    binh.says('một');
    await bot.untilSaid(binh.chat.id, 1);
  });

  it('says kind words when the core breaks, and goes on', async () => {
    bot.reply = async (message) => {
      if (message.text === 'hỏng') throw new Error(`lỗi với ${bot.fake.token}`);
      return echo(message);
    };
    await bot.start();
    const an = bot.fake.person('An');
    an.says('hỏng');
    an.says('hai');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.said(an.chat.id)).toEqual([expect.stringContaining('trục trặc'), 'về “hai”']);
    expect(bot.logged.join()).toContain('lỗi với <token>');
  });

  it('sends plain words when the server cannot parse the formatted ones', async () => {
    await bot.start();
    const description = "Bad Request: can't parse entities: unexpected end tag";
    bot.fake.inject({ method: 'sendMessage', times: 1, kind: 'status', code: 400, description });
    const an = bot.fake.person('An');
    an.says('một < hai');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.said(an.chat.id)).toEqual(['về “một < hai”']);
  });

  it('tells the operator of a bad token and starts all the same', async () => {
    const channel = await bot.startOn(bot.fake.apiRoot, {}, '7000000001:another_fake_token_that_is_wrong');
    expect(channel.username).toBeNull();
    expect(bot.told).toEqual([expect.stringContaining('@BotFather')]);
  });

  it('tells the operator when the token is revoked later', async () => {
    await bot.start();
    await bot.fake.until('a poll', bot.fake.isPolled);
    bot.fake.revokeToken();
    await bot.fake.until('the sentence', () => bot.told.length === 2);
    expect(bot.told[1]).toContain('thu hồi');
  });

  it('tells the operator once of a second poller, and takes over when it has gone', async () => {
    const conflict = { method: 'getUpdates', kind: 'status', code: 409, description: 'Conflict' } as const;
    bot.fake.inject({ ...conflict, times: 4 });
    await bot.start();
    const an = bot.fake.person('An');
    an.says('một');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.told.filter((sentence) => sentence.includes('tiến trình khác'))).toHaveLength(1);
  });

  it('starts without a network, says so once, and connects when there is one', async () => {
    const { port, apiRoot } = bot.fake;
    await bot.fake.close();
    const channel = await bot.startOn(apiRoot);
    expect(channel.username).toBeNull();
    expect(bot.told).toEqual([expect.stringMatching(/chưa kết nối được.*ECONNREFUSED/)]);
    bot.fake = await startFakeTelegram(readTelegramSpec(), { port });
    await bot.fake.until('the connection', () => channel.username !== null);
    expect(bot.told[1]).toContain('đã sẵn sàng');
    const an = bot.fake.person('An');
    an.says('một');
    await bot.untilSaid(an.chat.id, 1);
  });

  it('rides out a network that fails while it runs', async () => {
    await bot.start();
    bot.fake.inject({ method: 'getUpdates', times: 5, kind: 'reset', accepted: false });
    const an = bot.fake.person('An');
    an.says('một');
    await bot.untilSaid(an.chat.id, 1);
    await bot.fake.until('the network', () => true);
    an.says('hai');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.told.slice(1)).toEqual([expect.stringContaining('chưa kết nối'), 'Telegram: đã kết nối lại.']);
  });

  it('follows a group that got a new id', async () => {
    await bot.start();
    const [group, upgraded, an] = [bot.fake.group('Cũ'), bot.fake.group('Mới'), bot.fake.person('An')];
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    bot.fake.inject({
      method: 'sendMessage',
      times: 1,
      kind: 'status',
      code: 400,
      description,
      migrateTo: upgraded.id,
    });
    an.says('@dat_chuan_bot điều 1', { in: group });
    await bot.untilSaid(upgraded.id, 1);
    expect(bot.said(upgraded.id)).toEqual(['về “điều 1”']);
  });
});
