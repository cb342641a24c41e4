import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FakeTelegram,
  type RecordedCall,
  startFakeTelegram,
} from '../../../testing/fakes/telegram/server.ts';
import { loadTelegramSpec } from '../../../testing/fakes/telegram/spec.ts';
import type { Message, Reply } from '../../message.ts';
import { documentsReply, quoteBlock, quotedReply, sampleReply, textBlock } from '../fixtures.ts';
import { startTelegram, type TelegramChannel, type TelegramPace } from './telegram.ts';

const spec = loadTelegramSpec();
const quick: Partial<TelegramPace> = { holdSeconds: 5, firstWaitMs: 20, graceMs: 1000 };

describe.skipIf(spec === null)('the Telegram channel', () => {
  let fake: FakeTelegram;
  let channels: TelegramChannel[];
  let asked: Message[];
  let told: string[];
  let logged: string[];
  /** What the core replies; may be slow, may break. */
  let reply: (message: Message) => Promise<Reply>;

  const startOn = async (apiRoot: string, pace: Partial<TelegramPace> = {}, token = fake.token) => {
    const note = (fields: object, message: string) => {
      logged.push(JSON.stringify({ ...fields, message }));
    };
    const channel = await startTelegram({
      token,
      apiRoot,
      tell: (sentence) => told.push(sentence),
      log: { info: note, warn: note, error: note },
      pace: { ...quick, ...pace },
      respond: async function* (message) {
        asked.push(message);
        const { blocks, outcome, choices } = await reply(message);
        for (const block of blocks) yield { kind: 'block' as const, block };
        yield { kind: 'done' as const, outcome, choices };
      },
    });
    channels.push(channel);
    return channel;
  };
  const start = (pace: Partial<TelegramPace> = {}) => startOn(fake.apiRoot, pace);
  const callsOf = (method: string): readonly RecordedCall[] =>
    fake.calls.filter((call) => call.method === method);
  const said = (chatId: number) => fake.saidTo(chatId).map(({ text }) => text);
  const untilSaid = (chatId: number, count: number) =>
    fake.until(`${count} messages`, () => fake.saidTo(chatId).length >= count);
  const echo = async (message: Message) => quotedReply([textBlock(`về “${message.text}”`)]);

  beforeEach(async () => {
    fake = await startFakeTelegram(spec ?? { methods: {}, types: {} });
    channels = [];
    asked = [];
    told = [];
    logged = [];
    reply = echo;
  });

  afterEach(async () => {
    await Promise.all(channels.map((channel) => channel.stop()));
    await fake.close();
    expect(fake.problems).toEqual([]);
    for (const line of [...logged, ...told]) expect(line).not.toContain('fake_token');
  });

  describe('in a private chat', () => {
    it('introduces itself to Telegram and to the operator', async () => {
      const channel = await start();
      expect(channel.username).toBe('dat_chuan_bot');
      expect(told).toEqual([expect.stringContaining('https://t.me/dat_chuan_bot')]);
      await fake.until('the command menu', () => callsOf('setMyCommands').length > 0);
      expect(callsOf('setMyCommands')[0]?.parameters).toMatchObject({
        commands: [{ command: 'vanban' }, { command: 'trogiup' }, { command: 'start' }],
      });
    });

    it('answers commands and free text through the one core, with quotes, sources and buttons', async () => {
      reply = async ({ text }) => (text === '/vanban' ? documentsReply : sampleReply);
      await start();
      const an = fake.person('An');
      an.says('/start');
      an.says('/vanban@dat_chuan_bot');
      an.says('điều kiện cử đi học?');
      await untilSaid(an.chat.id, 3);
      expect(asked).toEqual(
        ['/start', '/vanban', 'điều kiện cử đi học?'].map((text) => ({
          channel: 'telegram',
          conversation: String(an.chat.id),
          text,
        })),
      );
      const [, documents, answer] = fake.saidTo(an.chat.id);
      expect(documents?.text).toContain('Quy định về bồi dưỡng <ngắn hạn>');
      expect(answer?.text).toContain('công tác & có "đơn" đề nghị');
      expect(answer?.entities.map(({ type }) => type).sort()).toEqual(
        ['blockquote', 'bold', 'bold', 'expandable_blockquote', 'italic'].sort(),
      );
      expect(answer?.buttons.map(({ data }) => data)).toEqual(['/xem 3.19', '/xem 3.20']);
      expect(callsOf('sendMessage')[2]?.parameters).toMatchObject({
        link_preview_options: { is_disabled: true },
      });
    });

    it('acknowledges a button at once, also while an answer is being worked on, and replies as if it was typed', async () => {
      const gate = Promise.withResolvers<void>();
      reply = async (message) => {
        if (message.text === 'chậm') await gate.promise;
        return message.text === 'chậm' ? sampleReply : echo(message);
      };
      await start();
      const an = fake.person('An');
      const old = an.says('chậm');
      await fake.until('the question', () => asked.length === 1);
      an.presses({ ...old, buttons: [{ text: 'Điều 19', data: '/xem 3.20' }] }, 'Điều 19');
      await fake.until('the acknowledgement', () => callsOf('answerCallbackQuery').length === 1);
      expect(fake.saidTo(an.chat.id)).toHaveLength(0);
      gate.resolve();
      await untilSaid(an.chat.id, 2);
      expect(said(an.chat.id)[1]).toBe('về “/xem 3.20”');
      expect(fake.openQueries()).toBe(0);
    });

    it('answers an edited question anew, in reply to it', async () => {
      await start();
      const an = fake.person('An');
      const question = an.says('dieu 18');
      an.edits(question, 'điều 19');
      await untilSaid(an.chat.id, 2);
      expect(said(an.chat.id)).toEqual(['về “dieu 18”', 'về “điều 19”']);
      expect(callsOf('sendMessage').map(({ parameters }) => parameters.reply_parameters)).toEqual([
        undefined,
        { message_id: question.message_id, allow_sending_without_reply: true },
      ]);
    });

    it('says kindly what it can do when it gets no text, once for an album, and keeps quiet at notices', async () => {
      await start();
      const an = fake.person('An');
      const file = { file_id: 'f', file_unique_id: 'u' };
      const photo = [{ ...file, width: 1, height: 1 }];
      an.sends({ photo, media_group_id: 'a' });
      an.sends({ photo, media_group_id: 'a' });
      an.sends({ voice: { ...file, duration: 3 } });
      an.sends({ document: file, caption: 'đọc giúp' });
      an.sends({ contact: { phone_number: '0', first_name: 'B' } });
      an.sends({ location: { latitude: 1, longitude: 2 } });
      an.sends({ group_chat_created: true });
      an.says('xong');
      await fake.until('the last answer', () => said(an.chat.id).includes('về “xong”'));
      expect(said(an.chat.id).filter((text) => text.includes('chưa xem được ảnh'))).toHaveLength(5);
      expect(asked).toHaveLength(1);
    });

    it('passes odd text on and shows what comes back', async () => {
      reply = async ({ text }) => quotedReply([textBlock(`về “${text}”\ud83d`)]);
      await start();
      const an = fake.person('An');
      an.says('a\u0000b <i>');
      an.says('x'.repeat(4096));
      await untilSaid(an.chat.id, 3);
      expect(said(an.chat.id)[0]).toBe('về “ab <i>”\ufffd');
      expect(said(an.chat.id).slice(1).join('').replace(/\s/g, '')).toBe(`về“${'x'.repeat(4096)}”\ufffd`);
    });

    it('sends a long answer as several messages in order, the buttons under the last', async () => {
      const clause = 'Cơ quan cử người đi học <bố trí> thời gian & kinh phí. ';
      reply = async () =>
        quotedReply([quoteBlock({ quote: clause.repeat(200).trim() })], [{ label: 'Xem', send: '/xem 1' }]);
      await start();
      const an = fake.person('An');
      an.says('dài');
      await fake.until('the buttons', () =>
        fake.saidTo(an.chat.id).some(({ buttons }) => buttons.length > 0),
      );
      const texts = said(an.chat.id);
      expect(texts.length).toBeGreaterThan(2);
      expect(texts.join(' ')).toContain(clause.repeat(200).trim());
      expect(fake.saidTo(an.chat.id).at(-1)?.buttons).toEqual([{ text: 'Xem', data: '/xem 1' }]);
    });

    it('shows that it is typing, again and again while it works', async () => {
      const gate = Promise.withResolvers<void>();
      reply = async (message) => {
        await gate.promise;
        return echo(message);
      };
      await start({ typingEveryMs: 10 });
      const an = fake.person('An');
      an.says('chậm');
      await fake.until('the typing sign', () => callsOf('sendChatAction').length >= 3);
      gate.resolve();
      await untilSaid(an.chat.id, 1);
      expect(callsOf('sendChatAction')[0]?.parameters).toEqual({ chat_id: an.chat.id, action: 'typing' });
    });

    it('answers one chat in order, and others meanwhile', async () => {
      const gate = Promise.withResolvers<void>();
      reply = async (message) => {
        if (message.text === 'chậm') await gate.promise;
        return echo(message);
      };
      await start();
      const [an, binh] = [fake.person('An'), fake.person('Bình')];
      an.says('chậm');
      an.says('hai');
      binh.says('nhanh');
      await untilSaid(binh.chat.id, 1);
      expect(said(an.chat.id)).toEqual([]);
      gate.resolve();
      await untilSaid(an.chat.id, 2);
      expect(said(an.chat.id)).toEqual(['về “chậm”', 'về “hai”']);
    });
  });

  describe('in a group', () => {
    it('answers when it is meant, in reply, and is silent otherwise', async () => {
      await start();
      const group = fake.group('Phòng ví dụ');
      const [an, robot] = [fake.person('An'), fake.person('Bot khác', true)];
      const at = { in: group };
      an.says('mọi người ơi', at);
      an.says('/thoitiet', at);
      robot.says('@dat_chuan_bot điều 1', at);
      an.sends({ photo: [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }] }, at);
      const question = an.says('@dat_chuan_bot điều 18', at);
      await untilSaid(group.id, 1);
      const [first] = fake.saidTo(group.id);
      an.says('còn khoản 3?', { in: group, ...(first === undefined ? {} : { replyTo: first }) });
      an.says('/vanban@dat_chuan_bot', at);
      await untilSaid(group.id, 3);
      expect(said(group.id)).toEqual(['về “điều 18”', 'về “còn khoản 3?”', 'về “/vanban”']);
      expect(callsOf('sendMessage')[0]?.parameters.reply_parameters).toMatchObject({
        message_id: question.message_id,
      });
    });
  });

  describe('when something goes wrong', () => {
    it('obeys 429, keeping the order', async () => {
      await start();
      const an = fake.person('An');
      const fault = {
        method: 'sendMessage',
        kind: 'status',
        code: 429,
        description: 'Too Many Requests',
      } as const;
      fake.inject({ ...fault, times: 1, retryAfter: 1 });
      fake.inject({ ...fault, times: 1 });
      an.says('một');
      an.says('hai');
      await untilSaid(an.chat.id, 2);
      expect(said(an.chat.id)).toEqual(['về “một”', 'về “hai”']);
      expect(callsOf('sendMessage')).toHaveLength(4);
    });

    it.each([
      ['a connection that died after the message was taken', { kind: 'reset', accepted: true } as const, 1],
      ['a connection that died before', { kind: 'reset', accepted: false } as const, 0],
      ['a 500', { kind: 'status', code: 500, description: 'Internal Server Error' } as const, 0],
    ])('never says the same twice after %s, but apologises', async (_, fault, delivered) => {
      await start();
      const an = fake.person('An');
      fake.inject({ method: 'sendMessage', times: 1, ...fault });
      an.says('một');
      await fake.until('the apology', () => said(an.chat.id).some((text) => text.includes('trục trặc')));
      expect(said(an.chat.id).filter((text) => text === 'về “một”')).toHaveLength(delivered);
      expect(logged.join()).toContain('could not be answered');
    });

    it('forgets a person who blocked it, without a personal word in the log', async () => {
      await start();
      const an = fake.person('An');
      an.blocks();
      an.says('câu hỏi riêng tư');
      await fake.until('the log', () => logged.length > 0);
      expect(logged.join()).toContain('no longer takes messages');
      expect(logged.join()).not.toMatch(new RegExp(`riêng tư|${an.chat.id}|An"`));
      const binh = fake.person('Bình');
      binh.says('một');
      await untilSaid(binh.chat.id, 1);
    });

    it('says kind words when the core breaks, and goes on', async () => {
      reply = async (message) => {
        if (message.text === 'hỏng') throw new Error(`lỗi với ${fake.token}`);
        return echo(message);
      };
      await start();
      const an = fake.person('An');
      an.says('hỏng');
      an.says('hai');
      await untilSaid(an.chat.id, 2);
      expect(said(an.chat.id)).toEqual([expect.stringContaining('trục trặc'), 'về “hai”']);
      expect(logged.join()).toContain('lỗi với <token>');
    });

    it('sends plain words when the server cannot parse the formatted ones', async () => {
      await start();
      const description = "Bad Request: can't parse entities: unexpected end tag";
      fake.inject({ method: 'sendMessage', times: 1, kind: 'status', code: 400, description });
      const an = fake.person('An');
      an.says('một < hai');
      await untilSaid(an.chat.id, 1);
      expect(said(an.chat.id)).toEqual(['về “một < hai”']);
    });

    it('tells the operator of a bad token and starts all the same', async () => {
      const channel = await startOn(fake.apiRoot, {}, '7000000001:another_fake_token_that_is_wrong');
      expect(channel.username).toBeNull();
      expect(told).toEqual([expect.stringContaining('@BotFather')]);
    });

    it('tells the operator when the token is revoked later, and stops asking', async () => {
      await start();
      await fake.until('a poll', fake.isPolled);
      fake.revokeToken();
      await fake.until('the sentence', () => told.length === 2);
      expect(told[1]).toContain('thu hồi');
    });

    it('tells the operator once of a second poller, and takes over when it has gone', async () => {
      const conflict = { method: 'getUpdates', kind: 'status', code: 409, description: 'Conflict' } as const;
      fake.inject({ ...conflict, times: 4 });
      await start();
      const an = fake.person('An');
      an.says('một');
      await untilSaid(an.chat.id, 1);
      expect(told.filter((sentence) => sentence.includes('tiến trình khác'))).toHaveLength(1);
    });

    it('starts without a network, says so once, and connects when there is one', async () => {
      const { port, apiRoot } = fake;
      await fake.close();
      const channel = await startOn(apiRoot);
      expect(channel.username).toBeNull();
      expect(told).toEqual([expect.stringMatching(/chưa kết nối được.*ECONNREFUSED/)]);
      fake = await startFakeTelegram(spec ?? { methods: {}, types: {} }, { port });
      await fake.until('the connection', () => channel.username !== null);
      expect(told[1]).toContain('đã sẵn sàng');
      const an = fake.person('An');
      an.says('một');
      await untilSaid(an.chat.id, 1);
    });

    it('rides out a network that fails while it runs', async () => {
      await start();
      fake.inject({ method: 'getUpdates', times: 5, kind: 'reset', accepted: false });
      const an = fake.person('An');
      an.says('một');
      await untilSaid(an.chat.id, 1);
      await fake.until('the network', () => true);
      an.says('hai');
      await untilSaid(an.chat.id, 2);
      expect(told.slice(1)).toEqual([expect.stringContaining('chưa kết nối'), 'Telegram: đã kết nối lại.']);
    });
  });

  describe('when it stops', () => {
    it('confirms what it has handled, so that nothing is answered again', async () => {
      const channel = await start();
      const an = fake.person('An');
      an.says('một');
      await untilSaid(an.chat.id, 1);
      await channel.stop();
      expect(fake.updates()).toEqual([]);
      await start();
      an.says('hai');
      await untilSaid(an.chat.id, 2);
      expect(asked.map(({ text }) => text)).toEqual(['một', 'hai']);
    });

    it('finishes an answer under way', async () => {
      const gate = Promise.withResolvers<void>();
      reply = async (message) => {
        await gate.promise;
        return echo(message);
      };
      const channel = await start();
      const an = fake.person('An');
      an.says('một');
      await fake.until('the question', () => asked.length === 1);
      const stopped = channel.stop();
      gate.resolve();
      await stopped;
      expect(said(an.chat.id)).toEqual(['về “một”']);
    });

    it('does not wait for ever, and can be stopped twice or while it is offline', async () => {
      reply = () => new Promise<never>(() => undefined);
      const channel = await start({ graceMs: 30 });
      fake.person('An').says('mãi mãi');
      await fake.until('the question', () => asked.length === 1);
      await Promise.all([channel.stop(), channel.stop()]);
      const offline = await startOn('http://127.0.0.1:1', { firstWaitMs: 60_000 });
      await offline.stop();
      expect(offline.username).toBeNull();
    });
  });
});
