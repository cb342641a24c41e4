import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { messageFigures } from '../../../store/messages/overview.ts';
import { quotedReply, recordReply, sampleReply, textBlock } from '../fixtures.testing.ts';
import { useTestZaloBot } from './testZaloBot.testing.ts';
import { texts } from './texts.ts';

const bot = useTestZaloBot();

describe('the Zalo bot', () => {
  it('answers with the quote, its source and numbered choices, and takes a number for a choice', async () => {
    bot.reply = async ({ text }) => {
      // Long enough for the typing sign.
      await sleep(60);
      return text.startsWith('/xem') ? quotedReply([textBlock(`mở ${text}`)]) : sampleReply;
    };
    await bot.start();
    const an = bot.fake.person('An');
    an.says('điều kiện đi học');
    await bot.untilSaid(an.chat.id, 'Trả lời 1 hoặc 2');
    expect(bot.asked).toEqual([
      {
        channel: 'zalo-bot',
        conversation: an.chat.id,
        sender: an.id,
        isPrivate: true,
        text: 'điều kiện đi học',
        keepTurn: expect.any(Function),
      },
    ]);
    const words = bot.fake.wordsTo(an.chat.id);
    expect(words).toContain(
      '[1] khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu lực từ 01/7/2031)\n“Người được cử đi',
    );
    expect(words).toContain('Nguồn:\n[1] Nghị định 900/2031/NĐ-CP › Chương II › Điều 18 › khoản 2 · trang 5');
    expect(words).toContain('1. khoản 3 Điều 18 Nghị định 900/2031/NĐ-CP\n2. Điều 19');
    expect(bot.fake.calls.map(({ method }) => method)).toContain('sendChatAction');

    an.says('số 2');
    await bot.untilSaid(an.chat.id, 'mở /xem 3.20');
    an.says('7');
    await bot.untilSaid(an.chat.id, texts.noSuchChoice(2));
    bot.later = 15 * 60_000;
    an.says('1');
    await bot.untilSaid(an.chat.id, texts.choicesExpired);
    expect(bot.asked.map(({ text }) => text)).toEqual(['điều kiện đi học', '/xem 3.20']);
  });

  it('keeps choices of one chat apart from another, and asks the core about a number that nothing was offered for', async () => {
    bot.reply = async ({ text }) => (text === 'hỏi' ? sampleReply : quotedReply([textBlock(`về “${text}”`)]));
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    an.says('hỏi');
    await bot.untilSaid(an.chat.id, 'Trả lời');
    binh.says('1');
    await bot.untilSaid(binh.chat.id, 'về “1”');
  });

  it('answers a message once however often it is delivered, and keeps the order of a chat', async () => {
    const gate = Promise.withResolvers<void>();
    bot.reply = async ({ text }) => {
      if (text === 'chậm') await gate.promise;
      return quotedReply([textBlock(`xong ${text}`)]);
    };
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    const slow = an.says('chậm');
    an.says('nhanh');
    binh.says('khác');
    for (let again = 0; again < 4; again += 1) bot.fake.enqueue(slow);
    an.says('hết');
    // Nobody else waits for a chat that takes its time.
    await bot.untilSaid(binh.chat.id, 'xong khác');
    gate.resolve();
    await bot.untilSaid(an.chat.id, 'xong hết');
    expect(bot.fake.saidTo(an.chat.id).map(({ text }) => text)).toEqual([
      'xong chậm',
      'xong nhanh',
      'xong hết',
    ]);
  });

  it('thanks for stickers, pictures, voices and what Zalo keeps back, and asks the core nothing', async () => {
    await bot.start();
    for (const kind of ['sticker', 'image', 'voice', 'unsupported']) {
      const person = bot.fake.person(kind);
      person.sends(kind);
      await bot.untilSaid(person.chat.id, texts.notText);
    }
    const an = bot.fake.person('An');
    an.sends('reaction');
    an.says('xin chào');
    await bot.untilSaid(an.chat.id, 'về “xin chào”');
    expect(bot.fake.saidTo(an.chat.id)).toHaveLength(1);
    expect(bot.asked).toHaveLength(1);
  });

  it('hands a voice to the core where something can listen', async () => {
    bot.reply = async ({ file }) =>
      quotedReply([textBlock(`nghe ${file?.name}: ${Buffer.from((await file?.load()) ?? []).toString()}`)]);
    await bot.start({ hears: true });
    const an = bot.fake.person('An');
    an.sends('voice', { bytes: Buffer.from('lời nói') });
    await bot.untilSaid(an.chat.id, `nghe ${texts.voiceName}: lời nói`);
    an.sends('image');
    await bot.untilSaid(an.chat.id, texts.notTextOrVoice);
  });

  it('finishes what it is asked before it stops', async () => {
    bot.reply = async () => {
      await sleep(200);
      return quotedReply([textBlock('vẫn kịp')]);
    };
    const channel = await bot.start();
    const an = bot.fake.person('An');
    an.says('hỏi');
    await bot.fake.until('the question', () => bot.asked.length === 1);
    await channel.stop();
    expect(bot.fake.wordsTo(an.chat.id)).toBe('vẫn kịp');
  });

  it('answers in a group only when it is spoken to, and never with a record', async () => {
    bot.reply = async ({ text }) =>
      text === 'hồ sơ' ? recordReply : quotedReply([textBlock(`về “${text}”`)]);
    await bot.start();
    const an = bot.fake.person('An');
    const group = bot.fake.group();
    bot.fake.enqueue({ ...an.says('chào cả nhà @Bot Khác', { in: group }) });
    an.sends('sticker', { in: group });
    an.says('@Bot Đạt Chuẩn, học gì', { in: group });
    await bot.untilSaid(group.id, 'về “học gì”');
    an.says('thế còn', { in: group, replies: true });
    await bot.untilSaid(group.id, 'về “thế còn”');
    an.says('hồ sơ @Bot Đạt Chuẩn', { in: group });
    await bot.untilSaid(group.id, texts.privateOnly);
    expect(bot.fake.saidTo(group.id)).toHaveLength(3);
    expect(bot.asked.every(({ isPrivate, sender }) => !isPrivate && sender === an.id)).toBe(true);
  });

  it('tells of a picture and a file that cannot be sent where there is no address for links', async () => {
    bot.reply = async () => recordReply;
    await bot.start();
    const an = bot.fake.person('An');
    an.says('tôi còn thiếu gì');
    await bot.untilSaid(an.chat.id, 'qua Zalo');
    const words = bot.fake.wordsTo(an.chat.id);
    expect(words).toContain('❌ Thiếu: Trung cấp lý luận chính trị trở lên');
    expect(words).toContain('Hình: Đạt 5 trên 8 yêu cầu.');
    expect(words).toContain(texts.leftOut([texts.aPicture, texts.aFile('hồ sơ của tôi.json')]));
    expect(words).toContain('• Phường Nam Lam – Đạt: 12; Thiếu: 3');
    expect(words).not.toContain('http');
  });

  it('delivers notices to a private chat', async () => {
    const channel = await bot.start();
    const an = bot.fake.person('An');
    expect(await channel.tell(an.id, 'Tài khoản đã liên kết nơi khác.')).toBe(true);
    await bot.untilSaid(an.chat.id, 'liên kết nơi khác');
    an.blocks();
    expect(await channel.tell(an.id, 'nữa')).toBe(true);
    const figures = async () => (await messageFigures(bot.database)).map(({ state, rows }) => [state, rows]);
    await vi.waitFor(async () => expect(await figures()).toEqual([['gone', 1]]));
  });
});
