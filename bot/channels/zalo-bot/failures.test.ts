import { describe, expect, it, vi } from 'vitest';
import { messageFigures } from '../../../store/messages/overview.ts';
import { quotedReply, textBlock } from '../fixtures.testing.ts';
import { useTestZaloBot } from './testZaloBot.testing.ts';
import { operatorTexts, texts } from './texts.ts';

const bot = useTestZaloBot();

const sends = () => bot.fake.calls.filter(({ method }) => method === 'sendMessage');

describe('the Zalo bot when something fails', () => {
  it('waits as long as a 429 asks, whether it comes with its status or with HTTP 200', async () => {
    await bot.start();
    const an = bot.fake.person('An');
    bot.fake.inject({ method: 'sendMessage', times: 1, kind: 'refused', code: 429, retryAfter: 0.2 });
    bot.fake.inject({
      method: 'sendMessage',
      times: 1,
      kind: 'refused',
      code: 429,
      retryAfter: 0.2,
      http: 200,
    });
    an.says('chào');
    await bot.untilSaid(an.chat.id, 'về “chào”');
    expect(sends().map(({ code }) => code)).toEqual([429, 429, 200]);
    expect(bot.told).not.toContain(operatorTexts.quota);
  });

  it('says in the log and to the operator, once, that the quota is used up, and sends nothing meanwhile', async () => {
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    bot.fake.inject({ method: 'sendMessage', times: 1, kind: 'refused', code: 429, retryAfter: 9000 });
    an.says('một');
    an.says('hai');
    const lines = () => bot.logged.filter((line) => line.includes('quota')).length;
    await bot.fake.until('the log', () => lines() === 1);
    binh.says('ba');
    const figures = async () => (await messageFigures(bot.database)).map(({ state, rows }) => [state, rows]);
    await vi.waitFor(async () => expect(await figures()).toContainEqual(['waiting', 2]));
    await vi.waitFor(() => expect(bot.asked).toHaveLength(2));
    expect(lines()).toBe(1);
    expect(bot.told.filter((sentence) => sentence === operatorTexts.quota)).toHaveLength(1);
    expect(sends()).toHaveLength(1);
  });

  it('tells the quota after a few tries where the server names no time', async () => {
    await bot.start();
    const an = bot.fake.person('An');
    bot.fake.inject({ method: 'sendMessage', times: 5, kind: 'refused', code: 429 });
    an.says('một');
    await bot.fake.until('the sentence', () => bot.told.includes(operatorTexts.quota));
    an.says('hai');
    await bot.untilSaid(an.chat.id, 'về “hai”');
    expect(bot.fake.saidTo(an.chat.id).map(({ text }) => text)).toEqual(['về “một”', 'về “hai”']);
    expect(sends()).toHaveLength(7);
  });

  it('repeats after a 503, and never where the message may have been delivered', async () => {
    await bot.start();
    const an = bot.fake.person('An');
    bot.fake.inject({ method: 'sendMessage', times: 2, kind: 'refused', code: 503 });
    an.says('một');
    await bot.untilSaid(an.chat.id, 'về “một”');
    bot.fake.inject({ method: 'sendMessage', times: 1, kind: 'reset', accepted: true });
    an.says('hai');
    await bot.untilSaid(an.chat.id, texts.trouble);
    expect(bot.fake.saidTo(an.chat.id).map(({ text }) => text)).toEqual([
      'về “một”',
      'về “hai”',
      texts.trouble,
    ]);
  });

  it('stops writing to whoever blocked it, without an apology', async () => {
    bot.reply = async () => quotedReply([textBlock('Câu một. '.repeat(600))]);
    await bot.start();
    const an = bot.fake.person('An');
    an.blocks();
    an.says('chào');
    await bot.fake.until('the log', () => bot.logged.some((line) => line.includes('no longer takes')));
    expect(sends()).toHaveLength(1);
  });

  it('apologises when the core breaks, and keeps going', async () => {
    bot.reply = async ({ text }) => {
      if (text === 'hỏng') throw new Error('broken');
      return quotedReply([textBlock('ổn')]);
    };
    await bot.start();
    const an = bot.fake.person('An');
    an.says('hỏng');
    an.says('lại');
    await bot.untilSaid(an.chat.id, 'ổn');
    expect(bot.fake.saidTo(an.chat.id).map(({ text }) => text)).toEqual([texts.trouble, 'ổn']);
  });

  it('tells a bad token in Vietnamese, at the start and when it is reset later, and goes on when it is taken again', async () => {
    await bot.start({ token: '123:wrong' });
    expect(bot.told).toEqual([operatorTexts.badToken]);
    const { isConnected } = await bot.start({ pace: { holdSeconds: 1, firstWaitMs: 1, graceMs: 1000 } });
    bot.fake.resetToken();
    await bot.fake.until(
      'the sentence',
      () => bot.told.filter((one) => one === operatorTexts.badToken).length === 2,
    );
    expect(isConnected()).toBe(false);
    expect(bot.logged.join()).toContain('turns the bot away');
    bot.fake.resetToken(false);
    const an = bot.fake.person('An');
    an.says('chào');
    await bot.untilSaid(an.chat.id, 'về “chào”');
    expect(bot.told.filter((one) => one === operatorTexts.backOnline)).toHaveLength(1);
    expect(isConnected()).toBe(true);
  });

  it('tells of a dead network once and starts by itself when there is one', async () => {
    bot.fake.inject({ method: 'getMe', times: 3, kind: 'reset', accepted: false });
    await bot.start();
    expect(bot.told).toHaveLength(1);
    expect(bot.told[0]).toContain('chưa kết nối được máy chủ Zalo Bot');
    await bot.fake.until('the start', () => bot.told.some((sentence) => sentence.includes('đã sẵn sàng')));
    const an = bot.fake.person('An');
    an.says('chào');
    await bot.untilSaid(an.chat.id, 'về “chào”');
  });
});
