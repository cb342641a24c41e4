import { describe, expect, it } from 'vitest';
import { pictureBlock, quotedReply, recordReply, textBlock } from '../fixtures.testing.ts';
import { SECRET, useTestZaloBot } from './testZaloBot.testing.ts';

const bot = useTestZaloBot();

/** Links in what the bot wrote to a chat. */
const linksTo = (chat: string) =>
  [...bot.fake.wordsTo(chat).matchAll(/https?:\/\/\S+/g)].map(([link]) => link);

describe('the Zalo bot behind a web server', () => {
  it('is told of messages by the webhook, takes each once, and is told again of what it had no room for', async () => {
    const { channel } = await bot.startPublic(SECRET);
    const an = bot.fake.person('An');
    const first = an.says('một');
    bot.fake.enqueue(first);
    an.says('hai');
    await bot.untilSaid(an.chat.id, 'về “hai”');
    expect(bot.fake.saidTo(an.chat.id)).toHaveLength(2);
    expect(bot.fake.deliveries.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(bot.fake.calls.some(({ method }) => method === 'getUpdates')).toBe(false);
    await channel.stop();
    an.says('ba');
    await bot.fake.until('the retries', () => bot.fake.deliveries.length === 7);
    expect(bot.fake.deliveries.slice(3).map(({ status }) => status)).toEqual([503, 503, 503, 503]);
  });

  it('refuses whoever does not know the secret before anything is read, and survives what is no update', async () => {
    const { url } = await bot.startPublic(SECRET);
    const an = bot.fake.person('An');
    const update = { event_name: 'message.text.received', message: { message_id: 'm', text: 'x' } };
    const post = (secret: string | null, body: string) =>
      fetch(`${url}/zalo/webhook`, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          ...(secret === null ? {} : { 'x-bot-api-secret-token': secret }),
        },
      });
    for (const secret of [null, '', 'wrong', `${SECRET}x`, SECRET.toUpperCase()]) {
      expect((await post(secret, 'not even JSON')).status).toBe(403);
      expect((await post(secret, JSON.stringify({ ok: true, result: update }))).status).toBe(403);
    }
    expect((await post(SECRET, '{')).status).toBe(400);
    expect((await post(SECRET, 'x'.repeat(66 * 1024))).status).toBe(413);
    expect((await post(SECRET, '[1, null, {"message": 2}]')).status).toBe(200);
    // As it is told by some accounts, without an envelope.
    const chat = { id: an.chat.id, chat_type: 'PRIVATE' };
    const bare = {
      event_name: 'message.text.received',
      message: { message_id: 'b1', from: { id: an.id }, chat, text: 'trần' },
    };
    expect((await post(SECRET, JSON.stringify(bare))).status).toBe(200);
    await bot.untilSaid(an.chat.id, 'về “trần”');
    // As numbers the ids of both are one and the same.
    for (const [id, text] of [
      ['9007199254740992', 'chẵn'],
      ['9007199254740993', 'lẻ'],
    ]) {
      const body = JSON.stringify({ ...bare, message: { ...bare.message, message_id: 'ID', text } });
      expect((await post(SECRET, body.replace('"ID"', `${id}`))).status).toBe(200);
    }
    await bot.untilSaid(an.chat.id, 'về “lẻ”');
    expect(bot.asked.map(({ text }) => text)).toEqual(['trần', 'chẵn', 'lẻ']);
  });

  it('sends pictures and files as signed links that are over after 15 minutes where they are personal', async () => {
    bot.reply = async () => recordReply;
    const { url } = await bot.startPublic();
    const an = bot.fake.person('An');
    an.says('tôi còn thiếu gì');
    await bot.untilSaid(an.chat.id, 'Trả lời 1');
    const photo = bot.fake.saidTo(an.chat.id).find(({ kind }) => kind === 'photo');
    expect(photo?.text).toContain('Đạt 5 trên 8');
    const [link = ''] = linksTo(an.chat.id);
    expect(bot.fake.wordsTo(an.chat.id)).toContain('tải trong 15 phút');
    const answer = await fetch(link);
    expect(await answer.json()).toEqual({ mẫu: true });
    expect(answer.headers.get('content-disposition')).toContain('attachment; filename="ho so cua toi.json"');
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');

    const [claim = '', until = '', signature = ''] = link.split('/').at(-1)?.split('.') ?? [];
    const longer = (Number.parseInt(until, 36) + 3_600_000).toString(36);
    for (const forged of [
      `${claim}.${longer}.${signature}`,
      `${claim}.${until}.${'A'.repeat(22)}`,
      claim,
      '..',
    ]) {
      expect((await fetch(`${url}/zalo/tep/${forged}`)).status).toBe(404);
    }
    bot.later = 15 * 60_000;
    const over = await fetch(link);
    expect(over.status).toBe(404);
    expect(await over.text()).toContain('hết hạn');
  });

  it('says in words what a picture shows that Zalo does not take', async () => {
    bot.reply = async () => quotedReply([pictureBlock('Đạt 5 trên 8 yêu cầu. Thiếu 2.'), textBlock('hết')]);
    await bot.startPublic();
    const an = bot.fake.person('An');
    bot.fake.inject({ method: 'sendPhoto', times: 1, kind: 'refused', code: 400 });
    an.says('hình');
    await bot.untilSaid(an.chat.id, 'hết');
    an.says('lại');
    await bot.fake.until('the picture', () => bot.fake.saidTo(an.chat.id).length === 4);
    expect(bot.fake.saidTo(an.chat.id).map(({ kind, text }) => [kind, text])).toEqual([
      ['text', 'Hình: Đạt 5 trên 8 yêu cầu. Thiếu 2.'],
      ['text', 'hết'],
      ['photo', 'Đạt 5 trên 8 yêu cầu.'],
      ['text', 'hết'],
    ]);
  });

  it('gives a link to the whole of an answer that takes too many messages', async () => {
    const whole = Array.from(
      { length: 400 },
      (_, index) => `Đoạn ${index}. ${'Lời văn bản quy định. '.repeat(4)}`,
    );
    bot.reply = async () => quotedReply([textBlock(whole.join('\n\n'))]);
    await bot.startPublic();
    const an = bot.fake.person('An');
    an.says('toàn văn');
    await bot.untilSaid(an.chat.id, 'đọc trọn vẹn trong 24 giờ');
    const said = bot.fake.saidTo(an.chat.id);
    expect(said).toHaveLength(8);
    expect(said[0]?.text.startsWith('Đoạn 0.')).toBe(true);
    const text = await (await fetch(linksTo(an.chat.id)[0] ?? '')).text();
    expect(text).toContain('Đoạn 399.');
  });
});
