import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../../testing/prerequisites.ts';
import { quoteBlock, quotedReply, textBlock } from '../fixtures.testing.ts';
import { echo } from '../talk.testing.ts';
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

  describe('in inline mode', () => {
    const shareable = (title: string) => ({ title, description: 'lời văn', blocks: [quoteBlock()] });

    it('offers what the documents say to anybody, at most ten, and the private chat', async () => {
      const asked: string[] = [];
      await bot.start(
        {},
        {
          share: async (words) => {
            asked.push(words);
            return Array.from({ length: 12 }, (_, index) => shareable(`Điều ${index} <b>`));
          },
        },
      );
      const an = bot.fake.person('An');
      const query = an.asksInline('điều <8>', { in: bot.fake.group('Cơ quan') });
      await bot.fake.until('the results', () => bot.callsOf('answerInlineQuery').length === 1);
      const { parameters } = bot.callsOf('answerInlineQuery')[0] ?? {};
      expect(parameters).toMatchObject({
        cache_time: 300,
        is_personal: false,
        button: { start_parameter: 'hoi' },
      });
      expect(bot.fake.inlineQueries.get(query)?.results).toHaveLength(10);
      const sent = an.choosesResult(query, '3', { in: bot.fake.group('Nhóm khác') });
      expect(sent.text).toContain('[1] khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)');
      expect(sent.entities.map(({ type }) => type)).toContain('blockquote');
      expect(asked).toEqual(['điều <8>']);
      expect(bot.asked).toEqual([]);
      expect(await bot.database.query('select 1 from inbox')).toEqual([]);
    });

    it('looks for the latest words of a person alone, says where words are cut, and outlives failures', async () => {
      const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      const asked: string[] = [];
      await bot.start(
        {},
        {
          share: async (words) => {
            asked.push(words);
            await gates[asked.length - 1]?.promise;
            if (words === 'hỏng') throw new Error('điều riêng');
            return [{ ...shareable('Điều'), blocks: [quoteBlock({ quote: 'lời văn dài. '.repeat(500) })] }];
          },
        },
      );
      const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
      an.asksInline('hỏng');
      binh.asksInline('hai');
      await bot.fake.until('two at work', () => asked.length === 2);
      for (const words of ['đ', 'đi', 'điề', 'điều']) an.asksInline(words);
      an.says('xong');
      await bot.untilSaid(an.chat.id, 1);
      for (const { resolve } of gates) resolve();
      await bot.fake.until('the results', () => bot.callsOf('answerInlineQuery').length === 2);
      expect(asked).toEqual(['hỏng', 'hai', 'điều']);
      const [, last] = bot.callsOf('answerInlineQuery');
      expect(JSON.stringify(last?.parameters)).toContain('Lời văn còn tiếp');
      expect(bot.logged.join()).toContain('inline query could not be answered');
    });
  });

  it('is introduced in Vietnamese and English, with few commands in groups', async () => {
    await bot.start();
    await bot.fake.until('all of it', () => bot.callsOf('setMyShortDescription').length === 2);
    const { settings } = bot.fake;
    const menu = (type: string, language: string) => settings.commandsSeen({ id: 1, type }, 2, language);
    expect(menu('private', 'vi').map(({ command }) => command)).toEqual(['vanban', 'trogiup', 'dung']);
    expect(menu('private', 'en')[1]).toEqual({
      command: 'trogiup',
      description: 'how to ask, with examples',
    });
    expect(menu('supergroup', 'vi').map(({ command }) => command)).toEqual(['vanban', 'trogiup', 'dung']);
    expect(settings.menuButton(null)).toEqual({ type: 'commands' });
    expect(settings.words('Description', 'vi')).toContain('đào tạo, bồi dưỡng');
    expect(settings.words('ShortDescription', 'en')).toContain('civil servants');
    expect(bot.logged).toEqual([]);
  });

  describe('in groups', () => {
    it('greets once when it is added, and answers inside the topic where it is asked', async () => {
      await bot.start();
      await bot.fake.until('the first poll', bot.fake.isPolled);
      const an = bot.fake.person('An');
      const forum = bot.fake.group('Diễn đàn', 'forum');
      an.addsBot(forum);
      await bot.untilSaid(forum.id, 1);
      an.removesBot(forum);
      an.addsBot(forum);
      const topic = an.opensTopic('Hỏi đáp', forum);
      an.says('/start@dat_chuan_bot', { in: forum, topic });
      await bot.untilSaid(forum.id, 2);
      const [greeting, answer] = bot.fake.saidTo(forum.id);
      expect(greeting?.text).toContain('@dat_chuan_bot');
      expect(answer).toMatchObject({ text: 'về “/start”', extra: { message_thread_id: topic } });
    });

    it('follows one that becomes a supergroup while an answer is on its way', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        await promise;
        return echo(message);
      };
      await bot.start();
      const an = bot.fake.person('An');
      const old = bot.fake.group('Nhóm', 'basic');
      an.says('@dat_chuan_bot một', { in: old });
      an.says('@dat_chuan_bot hai', { in: old });
      await bot.fake.until('the question', () => bot.asked.length === 1);
      const next = bot.fake.migrates(old, an);
      resolve();
      await bot.untilSaid(next.id, 2);
      an.says('@dat_chuan_bot ba', { in: next });
      await bot.untilSaid(next.id, 3);
      expect(bot.said(next.id)).toEqual(['về “một”', 'về “hai”', 'về “ba”']);
    });
  });

  it('sends no notice to who has blocked it, protects them, and answers who comes back', async () => {
    const channel = await bot.start();
    await bot.fake.until('the first poll', bot.fake.isPolled);
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    const note = async () =>
      (await bot.database.query("select 1 from chat_notes where name = 'shut out'")).length;
    an.blocks();
    await expect.poll(note).toBe(1);
    await channel.tell(String(an.user.id), 'chứng chỉ sắp hết hạn');
    await channel.tell(String(binh.user.id), 'chứng chỉ sắp hết hạn');
    await bot.untilSaid(binh.chat.id, 1);
    expect(bot.fake.saidTo(binh.chat.id)[0]?.isProtected).toBe(true);
    an.unblocks();
    await expect.poll(note).toBe(0);
    await channel.tell(String(an.user.id), 'chứng chỉ đã hết hạn');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.said(an.chat.id)).toEqual(['chứng chỉ đã hết hạn']);
    expect(bot.callsOf('sendMessage')).toHaveLength(2);
  });

  it('answers forwarded words as if the person had written them', async () => {
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    an.says('điều 18?', { forwardedFrom: binh.user });
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.asked[0]).toMatchObject({ text: 'điều 18?', sender: String(an.user.id) });
  });
});
