import { describe, expect, it } from 'vitest';
import { leaveOut } from '../../../testing/prerequisites.ts';
import type { Reply } from '../../message.ts';
import { documentsReply, quoteBlock, quotedReply, sampleReply, textBlock } from '../fixtures.testing.ts';
import { echo } from '../talk.testing.ts';
import { signed, useTestBot } from './testBot.testing.ts';

describe.skipIf(leaveOut('telegramSpec'))('the Telegram channel', () => {
  const bot = useTestBot();

  describe('in a private chat', () => {
    it('introduces itself to Telegram and to the operator', async () => {
      const channel = await bot.start();
      expect(channel.username).toBe('dat_chuan_bot');
      expect(bot.told).toEqual([expect.stringContaining('https://t.me/dat_chuan_bot')]);
      await bot.fake.until('the command menu', () => bot.callsOf('setMyCommands').length > 0);
      expect(bot.callsOf('setMyCommands')[0]?.parameters).toMatchObject({
        commands: [
          { command: 'vanban', description: 'các văn bản' },
          { command: 'trogiup', description: 'cách hỏi' },
        ],
      });
    });

    it('answers commands and free text through the one core, with quotes, sources and buttons', async () => {
      bot.reply = async ({ text }) => (text === '/vanban' ? documentsReply : sampleReply);
      await bot.start();
      const an = bot.fake.person('An');
      an.says('/start');
      an.says('/vanban@dat_chuan_bot');
      an.says('điều kiện cử đi học?');
      await bot.untilSaid(an.chat.id, 3);
      expect(bot.asked).toEqual(
        ['/start', '/vanban', 'điều kiện cử đi học?'].map((text) => ({
          channel: 'telegram',
          conversation: String(an.chat.id),
          sender: String(an.user.id),
          isPrivate: true,
          text,
          keepTurn: expect.any(Function),
          ...(text.startsWith('/') ? {} : { stopping: expect.any(AbortSignal) }),
        })),
      );
      const [, documents, answer] = bot.fake.saidTo(an.chat.id);
      expect(documents?.text).toContain('Quy định về bồi dưỡng <ngắn hạn>');
      expect(answer?.text).toContain('công tác & có "đơn" đề nghị');
      expect(answer?.entities.map(({ type }) => type).sort()).toEqual(
        ['blockquote', 'bold', 'bold', 'expandable_blockquote', 'italic'].sort(),
      );
      expect(answer?.buttons.map(({ data }) => data)).toEqual([signed('/xem 3.19'), signed('/xem 3.20'), '']);
      expect(bot.callsOf('sendMessage')[2]?.parameters).toMatchObject({
        link_preview_options: { is_disabled: true },
      });
    });

    it('acknowledges a button at once, also while an answer is being worked on, and replies as if it was typed', async () => {
      const gate = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        if (message.text === 'chậm') await gate.promise;
        return message.text === 'chậm' ? sampleReply : echo(message);
      };
      await bot.start();
      const an = bot.fake.person('An');
      const old = an.says('chậm');
      await bot.fake.until('the question', () => bot.asked.length === 1);
      an.presses({ ...old, buttons: [{ text: 'Điều 19', data: '/xem 3.20' }] }, 'Điều 19');
      await bot.fake.until('the acknowledgement', () => bot.callsOf('answerCallbackQuery').length === 1);
      expect(bot.fake.saidTo(an.chat.id)).toHaveLength(0);
      gate.resolve();
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.said(an.chat.id)[1]).toBe('về “/xem 3.20”');
      expect(bot.fake.openQueries()).toBe(0);
    });

    it('changes the message whose button was pressed where the reply asks for it, and sends anew where it cannot', async () => {
      const card = (words: string): Reply => ({
        ...quotedReply(
          [textBlock(words)],
          [
            { label: 'Duyệt', send: '/duyet 1' },
            { label: 'Không', send: '/khong 1', beside: true },
            { label: 'Dài', send: 'dài' },
          ],
        ),
        inPlace: true,
      });
      bot.reply = async ({ text }) => card(text === 'dài' ? 'chữ '.repeat(2000) : text);
      await bot.start();
      const an = bot.fake.person('An');
      an.says('/the');
      await bot.untilSaid(an.chat.id, 1);
      const [shown] = bot.fake.saidTo(an.chat.id);
      if (shown === undefined) throw new Error('nothing was said');
      expect(bot.callsOf('sendMessage')[0]?.parameters.reply_markup).toMatchObject({
        inline_keyboard: [[{ text: 'Duyệt' }, { text: 'Không' }], [{ text: 'Dài' }]],
      });
      an.presses(shown, 'Duyệt');
      await bot.fake.until('the change', () => bot.said(an.chat.id)[0] === '/duyet 1');
      // The same again is no failure.
      an.presses(shown, 'Duyệt');
      await bot.fake.until('the second change', () => bot.callsOf('editMessageText').length === 2);
      an.presses(shown, 'Dài');
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.said(an.chat.id).map((text) => text.length > 1000)).toEqual([true, true]);
      an.presses({ ...shown, message_id: 1 }, 'Không');
      await bot.untilSaid(an.chat.id, 3);
      expect(bot.said(an.chat.id)[2]).toBe('/khong 1');
      expect(bot.logged).toEqual([]);
    });

    it('answers an edited question anew, in reply to it', async () => {
      await bot.start();
      const an = bot.fake.person('An');
      const question = an.says('dieu 18');
      an.edits(question, 'điều 19');
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.said(an.chat.id)).toEqual(['về “dieu 18”', 'về “điều 19”']);
      expect(bot.callsOf('sendMessage').map(({ parameters }) => parameters.reply_parameters)).toEqual([
        undefined,
        { message_id: question.message_id, allow_sending_without_reply: true },
      ]);
    });

    it('says kindly what it can do when it gets no text, once a minute, and keeps quiet at notices', async () => {
      await bot.start();
      const an = bot.fake.person('An');
      const file = { file_id: 'f', file_unique_id: 'u' };
      const video = { ...file, width: 1, height: 1, duration: 1 };
      an.sends({ video, media_group_id: 'a' });
      an.sends({ video, media_group_id: 'a' });
      an.sends({ voice: { ...file, duration: 3 } });
      // A moving picture comes as a document too.
      an.sends({ animation: video, document: file, caption: 'xem giúp' });
      an.sends({ location: { latitude: 1, longitude: 2 } });
      an.sends({ group_chat_created: true });
      an.says('xong');
      await bot.fake.until('the last answer', () => bot.said(an.chat.id).includes('về “xong”'));
      expect(bot.said(an.chat.id).filter((text) => text.includes('chưa nghe, xem được'))).toHaveLength(1);
      expect(bot.asked).toHaveLength(1);
    });

    it('passes odd text on and shows what comes back', async () => {
      bot.reply = async ({ text }) => quotedReply([textBlock(`về “${text}”\ud83d`)]);
      await bot.start();
      const an = bot.fake.person('An');
      an.says('a\u0000b <i>');
      an.says('x'.repeat(4096));
      await bot.untilSaid(an.chat.id, 3);
      expect(bot.said(an.chat.id)[0]).toBe('về “ab <i>”\ufffd');
      expect(bot.said(an.chat.id).slice(1).join('').replace(/\s/g, '')).toBe(`về“${'x'.repeat(4096)}”\ufffd`);
    });

    it('sends a long answer as several messages in order, the buttons under the last', async () => {
      const clause = 'Cơ quan cử người đi học <bố trí> thời gian & kinh phí. ';
      bot.reply = async () =>
        quotedReply([quoteBlock({ quote: clause.repeat(200).trim() })], [{ label: 'Xem', send: '/xem 1' }]);
      await bot.start();
      const an = bot.fake.person('An');
      an.says('dài');
      await bot.fake.until('the buttons', () =>
        bot.fake.saidTo(an.chat.id).some(({ buttons }) => buttons.length > 0),
      );
      const texts = bot.said(an.chat.id);
      expect(texts.length).toBeGreaterThan(2);
      expect(texts.join(' ')).toContain(clause.repeat(200).trim());
      expect(bot.fake.saidTo(an.chat.id).at(-1)?.buttons).toEqual([
        { text: 'Xem', data: signed('/xem 1') },
        { text: '📋 900/2031/NĐ-CP', data: '' },
      ]);
    });

    it('shows that it is typing, again and again while it works', async () => {
      const gate = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        await gate.promise;
        return echo(message);
      };
      await bot.start({ typingEveryMs: 10 });
      const an = bot.fake.person('An');
      an.says('chậm');
      await bot.fake.until('the typing sign', () => bot.callsOf('sendChatAction').length >= 3);
      gate.resolve();
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.callsOf('sendChatAction')[0]?.parameters).toEqual({ chat_id: an.chat.id, action: 'typing' });
    });

    it('answers one chat in order, and others meanwhile', async () => {
      const gate = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        if (message.text === 'chậm') await gate.promise;
        return echo(message);
      };
      await bot.start();
      const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
      an.says('chậm');
      an.says('hai');
      binh.says('nhanh');
      await bot.untilSaid(binh.chat.id, 1);
      expect(bot.said(an.chat.id)).toEqual([]);
      gate.resolve();
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.said(an.chat.id)).toEqual(['về “chậm”', 'về “hai”']);
    });
  });

  describe('in a group', () => {
    it('answers when it is meant, in reply, and is silent otherwise', async () => {
      await bot.start();
      const group = bot.fake.group('Phòng ví dụ');
      const [an, robot] = [bot.fake.person('An'), bot.fake.person('Bot khác', true)];
      const at = { in: group };
      an.says('mọi người ơi', at);
      an.says('/thoitiet', at);
      robot.says('@dat_chuan_bot điều 1', at);
      an.sends({ photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] }, at);
      const question = an.says('@dat_chuan_bot điều 18', at);
      await bot.untilSaid(group.id, 1);
      const [first] = bot.fake.saidTo(group.id);
      an.says('còn khoản 3?', { in: group, ...(first === undefined ? {} : { replyTo: first }) });
      an.says('/vanban@dat_chuan_bot', at);
      await bot.untilSaid(group.id, 3);
      expect(bot.said(group.id)).toEqual(['về “điều 18”', 'về “còn khoản 3?”', 'về “/vanban”']);
      expect(bot.callsOf('sendMessage')[0]?.parameters.reply_parameters).toMatchObject({
        message_id: question.message_id,
      });
    });
  });

  describe('when it stops', () => {
    it('confirms what it has handled, so that nothing is answered again', async () => {
      const channel = await bot.start();
      const an = bot.fake.person('An');
      an.says('một');
      await bot.untilSaid(an.chat.id, 1);
      await channel.stop();
      expect(bot.fake.updates()).toEqual([]);
      await bot.start();
      an.says('hai');
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.asked.map(({ text }) => text)).toEqual(['một', 'hai']);
    });

    it('finishes an answer under way', async () => {
      const gate = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        await gate.promise;
        return echo(message);
      };
      const channel = await bot.start();
      const an = bot.fake.person('An');
      an.says('một');
      await bot.fake.until('the question', () => bot.asked.length === 1);
      const stopped = channel.stop();
      gate.resolve();
      await stopped;
      expect(bot.said(an.chat.id)).toEqual(['về “một”']);
    });

    it('leaves what it could not finish to the next start', async () => {
      bot.reply = (message) => (message.text === 'mãi' ? new Promise<never>(() => undefined) : echo(message));
      const channel = await bot.start({ graceMs: 30 });
      const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
      binh.says('một');
      await bot.untilSaid(binh.chat.id, 1);
      an.says('mãi');
      await bot.fake.until('the second question', () => bot.asked.length === 2);
      await channel.stop();
      // Telegram is rid of it: it lies in the inbox.
      expect(bot.fake.updates()).toEqual([]);
      bot.reply = echo;
      await bot.start();
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.said(binh.chat.id)).toEqual(['về “một”']);
    });

    it('goes on with a hundred others while one answer hangs', async () => {
      bot.reply = (message) => (message.text === 'mãi' ? new Promise<never>(() => undefined) : echo(message));
      await bot.start({ graceMs: 30 });
      const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
      an.says('mãi');
      for (let count = 0; count < 120; count += 1) binh.says(`câu ${count}`);
      await bot.untilSaid(binh.chat.id, 120);
      expect(bot.said(binh.chat.id).at(-1)).toBe('về “câu 119”');
      expect(new Set(bot.said(binh.chat.id)).size).toBe(120);
    });

    it('does not wait for ever, and can be stopped twice or while it is offline', async () => {
      bot.reply = () => new Promise<never>(() => undefined);
      const channel = await bot.start({ graceMs: 30 });
      bot.fake.person('An').says('mãi mãi');
      await bot.fake.until('the question', () => bot.asked.length === 1);
      await Promise.all([channel.stop(), channel.stop()]);
      const offline = await bot.startOn('http://127.0.0.1:1', { firstWaitMs: 60_000 });
      await offline.stop();
      expect(offline.username).toBeNull();
    });
  });
});
