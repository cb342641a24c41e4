import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../../testing/prerequisites.ts';
import { quoteBlock, quotedReply, textBlock } from '../fixtures.testing.ts';
import { useTestBot } from './testBot.testing.ts';
import { texts } from './texts.ts';

describe.skipIf(leaveOut('telegramSpec'))('what surrounds answers on Telegram', () => {
  const bot = useTestBot();

  it('refuses buttons that nobody was shown, kindly and without work', async () => {
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    bot.reply = async () => quotedReply([textBlock('Chọn')], [{ label: 'Hồ sơ', send: '/hoso' }]);
    an.says('chọn');
    await bot.untilSaid(an.chat.id, 1);
    const [shown] = bot.fake.saidTo(an.chat.id);
    if (shown === undefined) throw new Error('nothing was said');
    const query = binh.presses({ ...shown, chat: binh.chat }, 'Hồ sơ');
    binh.presses({ ...shown, chat: binh.chat }, '/hoso');
    await bot.fake.until('the refusals', () => bot.callsOf('answerCallbackQuery').length === 2);
    expect(bot.fake.callbackAnswers.get(query)).toEqual({ text: texts.oldButton, isAlert: true });
    expect(texts.oldButton.length).toBeLessThanOrEqual(200);
    an.presses(shown, 'Hồ sơ');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.asked.map(({ text }) => text)).toEqual(['chọn', '/hoso']);
    expect(bot.fake.saidTo(binh.chat.id)).toEqual([]);
  });

  it('takes long words from a button all the same, until they are too old', async () => {
    const long = 'điều kiện cử đi học sau đại học ở nước ta';
    await bot.start();
    const an = bot.fake.person('An');
    bot.reply = async ({ text }) => quotedReply([textBlock(text)], [{ label: 'Hỏi', send: long }]);
    an.says('chọn');
    await bot.untilSaid(an.chat.id, 1);
    const [shown] = bot.fake.saidTo(an.chat.id);
    if (shown === undefined) throw new Error('nothing was said');
    an.presses(shown, 'Hỏi');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.said(an.chat.id)[1]).toBe(long);
    await bot.database.query('truncate chat_notes');
    an.presses(shown, 'Hỏi');
    await bot.untilSaid(an.chat.id, 3);
    expect(bot.said(an.chat.id)[2]).toBe(texts.oldButton);
    expect(bot.asked).toHaveLength(2);
  });

  it('lets the number of the document be copied', async () => {
    bot.reply = async () => quotedReply([quoteBlock()]);
    await bot.start();
    const an = bot.fake.person('An');
    an.says('điều 18');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.fake.saidTo(an.chat.id)[0]?.keyboard).toEqual([
      [{ text: '📋 900/2031/NĐ-CP', copy_text: { text: '900/2031/NĐ-CP' } }],
    ]);
  });
});
