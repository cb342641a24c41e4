import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { messageFigures } from '../../../store/messages/overview.ts';
import { leaveOut } from '../../../testing/prerequisites.ts';
import { fileBlock, pictureBlock, quotedReply, recordReply, textBlock } from '../fixtures.testing.ts';
import { signed, useTestBot } from './testBot.testing.ts';

describe.skipIf(leaveOut('telegramSpec'))('records on Telegram', () => {
  const bot = useTestBot();
  const kinds = (chatId: number) => bot.fake.saidTo(chatId).map(({ upload }) => upload?.kind ?? 'text');

  it('sends words, picture and file in order; the file alone may be kept, the rest not be forwarded', async () => {
    bot.reply = async () => recordReply;
    await bot.start();
    const an = bot.fake.person('An');
    an.says('tôi còn thiếu gì');
    await bot.untilSaid(an.chat.id, 4);
    const [words, photo, more, file] = bot.fake.saidTo(an.chat.id);
    expect(kinds(an.chat.id)).toEqual(['text', 'photo', 'text', 'document']);
    expect(words?.text).toContain('❌ Thiếu: Trung cấp');
    expect(photo?.upload?.bytes.subarray(0, 8)).toEqual(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'));
    expect(photo?.text).toBe('Đạt 5 trên 8 yêu cầu.');
    expect(more?.entities.map(({ type }) => type)).toContain('pre');
    expect(file?.upload?.name).toBe('hồ_sơ_của_tôi.json');
    expect(file?.upload?.bytes.toString('utf8')).toBe('{"mẫu":true}');
    expect(file?.buttons).toEqual([{ text: 'Hồ sơ của tôi', data: signed('/hoso') }]);
    expect(bot.fake.saidTo(an.chat.id).map(({ isProtected }) => isProtected)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('keeps an answer back whose person is not linked any more when it is sent', async () => {
    bot.reply = async ({ text }) =>
      text === 'tôi còn thiếu gì'
        ? { ...recordReply, account: randomUUID() }
        : quotedReply([textBlock('xong')]);
    await bot.start();
    const an = bot.fake.person('An');
    an.says('tôi còn thiếu gì');
    an.says('còn gì nữa');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.said(an.chat.id)).toEqual(['xong']);
    expect(await messageFigures(bot.database)).toContainEqual(
      expect.objectContaining({ box: 'outbox', state: 'gone', rows: 4 }),
    );
  });

  it('leaves other replies free to be forwarded', async () => {
    bot.reply = async () => quotedReply([textBlock('Điều 1'), fileBlock()]);
    await bot.start();
    const an = bot.fake.person('An');
    an.says('điều 1');
    await bot.untilSaid(an.chat.id, 2);
    expect(bot.fake.saidTo(an.chat.id).some(({ isProtected }) => isProtected)).toBe(false);
  });

  it('never shows a personal reply in a group, whatever the core does', async () => {
    bot.reply = async () => recordReply;
    await bot.start();
    const group = bot.fake.group('Phòng ví dụ');
    bot.fake.person('An').says('@dat_chuan_bot tôi còn thiếu gì', { in: group });
    await bot.untilSaid(group.id, 1);
    expect(bot.said(group.id)).toEqual([expect.stringContaining('https://t.me/dat_chuan_bot')]);
    expect(bot.logged.join()).toContain('kept out of a group');
  });

  it.each([
    [
      'a refusal',
      { kind: 'status', code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' } as const,
    ],
    ['a failure of the server', { kind: 'status', code: 500, description: 'Internal Server Error' } as const],
    ['too large a body', { kind: 'status', code: 413, description: 'Request Entity Too Large' } as const],
    ['a dead connection', { kind: 'reset', accepted: false } as const],
  ])('says in words what the uploads would have shown after %s', async (_, fault) => {
    bot.reply = async () => recordReply;
    await bot.start();
    bot.fake.inject({ method: 'sendPhoto', times: 1, ...fault });
    bot.fake.inject({ method: 'sendDocument', times: 1, ...fault });
    const an = bot.fake.person('An');
    an.says('tôi còn thiếu gì');
    await bot.untilSaid(an.chat.id, 4);
    expect(kinds(an.chat.id)).toEqual(['text', 'text', 'text', 'text']);
    const [, picture, , file] = bot.fake.saidTo(an.chat.id);
    expect(picture?.text).toBe('Hình: Đạt 5 trên 8 yêu cầu. Thiếu 2, chưa đủ dữ liệu 1.');
    expect(file?.text).toContain('chưa gửi được tệp hồ_sơ_của_tôi.json');
    expect(file?.buttons).toEqual([{ text: 'Hồ sơ của tôi', data: signed('/hoso') }]);
    expect(bot.fake.saidTo(an.chat.id).every(({ isProtected }) => isProtected)).toBe(true);
    expect(bot.logged.filter((line) => line.includes('an upload failed'))).toHaveLength(2);
    expect(bot.logged.join()).not.toMatch(/Thiếu|hồ_sơ/);
  });

  it('repeats an upload that the server asked to wait for', async () => {
    bot.reply = async () => quotedReply([pictureBlock()]);
    await bot.start();
    bot.fake.inject({
      method: 'sendPhoto',
      times: 1,
      kind: 'status',
      code: 429,
      description: 'Too Many Requests',
    });
    const an = bot.fake.person('An');
    an.says('hình');
    await bot.untilSaid(an.chat.id, 1);
    expect(kinds(an.chat.id)).toEqual(['photo']);
  });

  it('shows the alternative words of a picture that is none', async () => {
    bot.reply = async () => quotedReply([pictureBlock('Ba phần.', 'R0lGODlh')]);
    await bot.start();
    const an = bot.fake.person('An');
    an.says('hình');
    await bot.untilSaid(an.chat.id, 1);
    expect(bot.said(an.chat.id)).toEqual(['Hình: Ba phần.']);
  });

  it('follows a group that got a new id with a picture', async () => {
    bot.reply = async () => quotedReply([pictureBlock(), textBlock('xong')]);
    await bot.start();
    const [group, upgraded] = [bot.fake.group('Cũ'), bot.fake.group('Mới')];
    const description = 'Bad Request: group chat was upgraded to a supergroup chat';
    bot.fake.inject({
      method: 'sendPhoto',
      times: 1,
      kind: 'status',
      code: 400,
      description,
      migrateTo: upgraded.id,
    });
    bot.fake.person('An').says('@dat_chuan_bot hình', { in: group });
    await bot.untilSaid(upgraded.id, 2);
    expect(kinds(upgraded.id)).toEqual(['photo', 'text']);
  });

  describe('the phone number', () => {
    it('is asked for, taken when it is the sender’s own, and the button goes away', async () => {
      bot.reply = async ({ ownPhone }) =>
        ownPhone === undefined
          ? { ...quotedReply([textBlock('Chia sẻ số nhé')]), asksForPhone: true }
          : quotedReply([textBlock('Đã liên kết')]);
      await bot.start();
      const an = bot.fake.person('An');
      an.says('/lienket');
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.fake.saidTo(an.chat.id)[0]?.replyKeyboard).toEqual([
        { text: expect.stringContaining('Chia sẻ số'), asksForPhone: true },
      ]);
      an.sharesPhone('+84912345678');
      await bot.untilSaid(an.chat.id, 2);
      expect(bot.asked[1]).toMatchObject({ text: '/chiasesodienthoai', ownPhone: '84912345678' });
      expect(bot.fake.saidTo(an.chat.id)[1]?.replyKeyboard).toBe('removed');
    });

    it('of somebody else never reaches the core', async () => {
      await bot.start();
      const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
      an.sharesPhone('+84912345678', binh.user.id);
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.said(an.chat.id)).toEqual([expect.stringContaining('của chính anh/chị')]);
      expect(bot.asked).toEqual([]);
    });

    it('is not asked for in a group', async () => {
      bot.reply = async () => ({ ...quotedReply([textBlock('Mời')]), asksForPhone: true });
      await bot.start();
      const group = bot.fake.group('Phòng ví dụ');
      bot.fake.person('An').says('/vanban', { in: group });
      await bot.untilSaid(group.id, 1);
      expect(bot.fake.saidTo(group.id)[0]?.replyKeyboard).toBeNull();
    });
  });

  describe('a notice', () => {
    it('reaches the private chat of a person', async () => {
      const channel = await bot.start();
      const an = bot.fake.person('An');
      expect(await channel.tell(String(an.user.id), 'Hồ sơ vừa được liên kết <lại>.')).toBe(true);
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.said(an.chat.id)).toEqual(['Hồ sơ vừa được liên kết <lại>.']);
    });

    it('that cannot be delivered is told apart from one that may arrive later, and no word of it is logged', async () => {
      const offline = await bot.startOn('http://127.0.0.1:1', { firstWaitMs: 60_000 });
      expect(await offline.tell('4', 'câu riêng')).toBe(true);
      expect(await messageFigures(bot.database)).toMatchObject([{ state: 'waiting', rows: 1 }]);
      await offline.stop();

      const channel = await bot.start();
      const an = bot.fake.person('An');
      an.blocks();
      for (const key of [String(an.user.id), '', 'nguoi-la', '9'.repeat(40)]) {
        expect(await channel.tell(key, 'câu riêng')).toBe(true);
      }
      expect(await channel.tell(String(bot.fake.person('Bình').user.id), ' ')).toBe(false);
      const figures = async () =>
        (await messageFigures(bot.database)).map(({ state, rows }) => [state, rows]);
      await vi.waitFor(async () => expect(await figures()).toEqual([['gone', 5]]));
      expect(bot.logged.join()).not.toContain('câu riêng');
      expect(bot.callsOf('sendMessage')).toHaveLength(2);
    });
  });
});
