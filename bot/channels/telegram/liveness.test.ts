import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FakeMessage } from '../../../testing/fakes/telegram/fakeMessage.ts';
import type { Person } from '../../../testing/fakes/telegram/fakeWorld.ts';
import { startFakeTelegram } from '../../../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../../../testing/fakes/telegram/spec.ts';
import { leaveOut } from '../../../testing/prerequisites.ts';
import type { Message, ReplyPart, Respond } from '../../message.ts';
import { findingBlock, quoteBlock, quotedReply, textBlock } from '../fixtures.testing.ts';
import { echo } from '../talk.testing.ts';
import { createStops } from './events/stops.ts';
import { signed, useTestBot } from './testBot.testing.ts';
import { texts } from './texts.ts';

const quickly = { receiptAfterMs: 20, draftAfterMs: 10, draftEveryMs: 10, stopLookMs: 20 };

describe.skipIf(leaveOut('telegramSpec'))('while and after Telegram answers', () => {
  const bot = useTestBot();

  /** Says its parts, waits for `gate`, and ends. */
  const slowly = (parts: readonly ReplyPart[], gate: Promise<void>): Respond =>
    async function* (_: Message) {
      yield* parts;
      await gate;
      yield { kind: 'block', block: textBlock('xong') };
      yield { kind: 'done', outcome: 'quoted', choices: [] };
    };
  const progress: ReplyPart = { kind: 'progress', text: 'Đang tra cứu…' };
  const quote: ReplyPart = { kind: 'block', block: quoteBlock() };
  const draftOf = ({ chat }: Person) => bot.fake.drafts.get(chat.id);

  describe('an answer that takes long', () => {
    it('is shown as it grows, in private alone, and then sent', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      await bot.start(quickly, { respond: slowly([progress, quote], promise) });
      const an = bot.fake.person('An');
      const group = bot.fake.group('Cơ quan');
      an.says('@dat_chuan_bot chậm', { in: group });
      an.says('chậm');
      await bot.fake.until('the draft', () => draftOf(an) !== undefined);
      expect(draftOf(an)?.text).toContain('khoản 2 Điều 18');
      expect(draftOf(an)?.text).toContain('Đang tra cứu…');
      expect(draftOf(an)?.entities.map(({ type }) => type)).toContain('blockquote');
      resolve();
      await bot.untilSaid(an.chat.id, 1);
      await bot.untilSaid(group.id, 1);
      expect(bot.fake.drafts.size).toBe(0);
      const drafts = bot.callsOf('sendMessageDraft').map(({ parameters }) => parameters);
      expect(new Set(drafts.map(({ chat_id }) => chat_id))).toEqual(new Set([an.chat.id]));
      // The same words are not shown again and again.
      expect(new Set(drafts.map(({ text }) => text)).size).toBe(drafts.length);
    });

    it('shows nothing of a record before it is whole', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const record: readonly ReplyPart[] = [
        progress,
        { kind: 'block', block: textBlock('Trần Thị Mẫn', 'title') },
        { kind: 'block', block: findingBlock() },
      ];
      await bot.start(quickly, { respond: slowly(record, promise) });
      const an = bot.fake.person('An');
      an.says('chậm');
      await bot.fake.until('the draft', () => draftOf(an) !== undefined);
      expect(draftOf(an)?.text).toBe('Đang tra cứu…');
      resolve();
      await bot.untilSaid(an.chat.id, 1);
    });

    it('is only sent where the server knows no drafts, reactions or whatever else is a comfort', async () => {
      await bot.fake.close();
      bot.fake = await startFakeTelegram(readTelegramSpec(), {
        lacks: ['sendMessageDraft', 'setMessageReaction', 'setMyCommands', 'setMyDescription'],
      });
      const { promise, resolve } = Promise.withResolvers<void>();
      await bot.start(quickly, { respond: slowly([progress], promise) });
      const an = bot.fake.person('An');
      an.says('chậm');
      await bot.fake.until('both', () =>
        ['sendMessageDraft', 'setMessageReaction'].every((method) => bot.callsOf(method).length > 0),
      );
      await sleep(60);
      resolve();
      await bot.untilSaid(an.chat.id, 1);
      expect(bot.callsOf('sendMessageDraft')).toHaveLength(1);
    });

    it('is ended by /dung, of here or of another process, and the next one is not', async () => {
      const never = new Promise<void>(() => undefined);
      const gates = [never, never, Promise.resolve()];
      const asked: Message[] = [];
      await bot.start(quickly, {
        respond: (message) => {
          asked.push(message);
          return slowly([progress], gates[asked.length - 1] ?? never)(message);
        },
      });
      const an = bot.fake.person('An');
      an.says('/dung');
      await bot.untilSaid(an.chat.id, 1);
      an.says('chậm');
      await bot.fake.until('the question', () => asked.length === 1);
      an.says('/dung');
      await bot.untilSaid(an.chat.id, 2);
      an.says('chậm nữa');
      await bot.fake.until('the next question', () => asked.length === 2);
      await createStops(bot.database, 1000).ask(String(an.chat.id));
      an.says('/dung');
      an.says('nhanh');
      await bot.untilSaid(an.chat.id, 4);
      expect(bot.said(an.chat.id)).toEqual([texts.nothingToStop, texts.stopped, texts.stopped, 'xong']);
      expect(asked.map(({ stopping }) => stopping?.aborted)).toEqual([true, true, false]);
      // What was left behind is not shown any more.
      await sleep(60);
      expect(bot.fake.drafts.size).toBe(0);
    });

    it('is marked as seen, as a file is at once, and what is quick is not', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      bot.reply = async (message) => {
        if (message.text === 'chậm') await promise;
        return echo(message);
      };
      await bot.start({ ...quickly, receiptAfterMs: 400 });
      const an = bot.fake.person('An');
      const quick = an.says('nhanh');
      await bot.untilSaid(an.chat.id, 1);
      const slow = an.says('chậm');
      const seen = (id: number) => bot.fake.history.find(an.chat.id, id)?.reactions ?? [];
      await bot.fake.until('the mark', () => seen(slow.message_id).length > 0);
      resolve();
      const [file = 0] = an.sendsFiles([{ name: 'a.docx', bytes: Buffer.from('x') }]);
      await bot.fake.until('the mark of the file', () => seen(file).length > 0);
      expect(seen(slow.message_id)).toEqual([{ by: bot.fake.bot.id, emoji: '👀' }]);
      expect(seen(quick.message_id)).toEqual([]);
    });
  });

  it('takes a thumb below an answer for a vote, and asks why where it points down', async () => {
    bot.reply = async ({ text }) =>
      text.startsWith('/gopy')
        ? quotedReply([textBlock(`góp ý ${text}`)])
        : quotedReply([textBlock('đáp')], [{ label: '👍', send: '/gopy 12 tot' }]);
    await bot.start();
    const [an, binh] = [bot.fake.person('An'), bot.fake.person('Bình')];
    await bot.fake.until('the first poll', bot.fake.isPolled);
    an.says('hỏi');
    await bot.untilSaid(an.chat.id, 1);
    const answer = bot.fake.saidTo(an.chat.id)[0] as FakeMessage;
    expect(answer.buttons[0]?.data).toEqual(signed('/gopy 12 tot'));
    an.reacts(answer, '👍');
    an.reacts(answer, '🔥');
    an.reacts(answer, '👎');
    await bot.untilSaid(an.chat.id, 2);
    binh.reacts({ ...answer, chat: binh.chat }, '👎');
    binh.says('xong');
    await bot.untilSaid(binh.chat.id, 1);
    expect(bot.said(an.chat.id)).toEqual(['đáp', 'góp ý /gopy 12 xau']);
    expect(bot.asked.map(({ text, sender }) => [text, sender])).toEqual([
      ['hỏi', String(an.user.id)],
      ['/gopy 12 tot', String(an.user.id)],
      ['/gopy 12 xau', String(an.user.id)],
      ['xong', String(binh.user.id)],
    ]);
  });
});
