import { Api, GrammyError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import type { Person } from './fakeWorld.ts';
import { ANY } from './faults.ts';
import { type FakeTelegram, startFakeTelegram } from './server.ts';
import { readTelegramSpec } from './spec.ts';
import { typeProblems } from './validate.ts';

describe.skipIf(leaveOut('telegramSpec'))('the calls of the fake Bot API', () => {
  let fake: FakeTelegram;
  let api: Api;
  let an: Person;

  beforeEach(async () => {
    fake = await startFakeTelegram(readTelegramSpec());
    api = new Api(fake.token, { apiRoot: fake.apiRoot });
    an = fake.person('An', { language: 'vi' });
  });
  afterEach(async () => {
    await fake.close();
    const spec = readTelegramSpec();
    // What it answers is to be as the specification has it, too.
    for (const { method, answer } of fake.calls) {
      const types = spec.methods[method]?.returns ?? [];
      const problems = types.map((type) =>
        answer.ok ? typeProblems(spec, type, answer.result, method) : [],
      );
      if (types.length > 0) expect(problems.toSorted((a, b) => a.length - b.length)[0]).toEqual([]);
    }
  });

  const messageOf = (id: number) => fake.history.find(an.chat.id, id);

  it('shows a draft until the message comes, in private only', async () => {
    const draft = { draft_id: 7, parse_mode: 'HTML' as const };
    await api.raw.sendMessageDraft({ chat_id: an.user.id, text: '<b>Đang</b> viết', ...draft });
    expect(fake.drafts.get(an.chat.id)).toMatchObject({ id: 7, text: 'Đang viết', entities: [{}] });
    await api.sendMessage(an.chat.id, 'Đã viết');
    expect(fake.drafts.size).toBe(0);
    await expect(
      api.raw.sendMessageDraft({ chat_id: fake.group('Nhóm').id, text: 'x', ...draft }),
    ).rejects.toThrow('private chats only');
    expect(fake.problems).toEqual([]);
    await expect(api.raw.sendMessageDraft({ chat_id: an.user.id, text: 'x', draft_id: 0 })).rejects.toThrow(
      'must not be 0',
    );
  });

  it('reacts with what there is', async () => {
    const said = an.says('xin chào');
    await api.setMessageReaction(an.chat.id, said.message_id, [{ type: 'emoji', emoji: '👀' }]);
    expect(messageOf(said.message_id)?.reactions).toEqual([{ by: fake.bot.id, emoji: '👀' }]);
    await api.setMessageReaction(an.chat.id, said.message_id, []);
    expect(messageOf(said.message_id)?.reactions).toEqual([]);
    await expect(api.setMessageReaction(an.chat.id, 5, [])).rejects.toThrow('message to react not found');
    expect(fake.problems).toEqual([]);
    const unknown = [{ type: 'emoji', emoji: '✅' }] as never;
    await expect(api.setMessageReaction(an.chat.id, said.message_id, unknown)).rejects.toThrow('one of');
  });

  it('changes buttons and captions, and takes messages away', async () => {
    const button = (text: string) => ({
      reply_markup: { inline_keyboard: [[{ text, callback_data: 'x' }]] },
    });
    const sent = await api.sendMessage(an.chat.id, 'Chọn', button('Một'));
    await api.editMessageReplyMarkup(an.chat.id, sent.message_id, button('Hai'));
    expect(messageOf(sent.message_id)).toMatchObject({ text: 'Chọn', buttons: [{ text: 'Hai' }] });
    await expect(api.editMessageReplyMarkup(an.chat.id, sent.message_id, button('Hai'))).rejects.toThrow(
      'not modified',
    );
    const file = await api.sendDocument(an.chat.id, new InputFile(Buffer.from('x'), 'a.txt'));
    await api.editMessageCaption(an.chat.id, file.message_id, { caption: 'Tệp' });
    await expect(api.editMessageText(an.chat.id, file.message_id, 'x')).rejects.toThrow(
      'no text in the message',
    );
    const again = await api.sendDocument(an.chat.id, file.document.file_id);
    expect(messageOf(again.message_id)?.upload?.bytes.toString()).toBe('x');
    await api.deleteMessage(an.chat.id, sent.message_id);
    await expect(api.deleteMessage(an.chat.id, sent.message_id)).rejects.toThrow('to delete not found');
    await api.deleteMessages(an.chat.id, [sent.message_id, file.message_id]);
    expect(fake.saidTo(an.chat.id).map(({ message_id }) => message_id)).toEqual([again.message_id]);
    const local = { reply_markup: { inline_keyboard: [[{ text: 'Mở', url: 'http://localhost:3000' }]] } };
    await expect(api.sendMessage(an.chat.id, 'x', local)).rejects.toThrow('Wrong HTTP URL');
    expect(fake.problems).toEqual([]);
  });

  it('shows each person the commands of the narrowest scope and their language', async () => {
    const list = (command: string) => [{ command, description: command }];
    await api.setMyCommands(list('chung'));
    await api.setMyCommands(list('rieng'), { scope: { type: 'all_private_chats' } });
    await api.setMyCommands(list('tieng_viet'), {
      scope: { type: 'all_private_chats' },
      language_code: 'vi',
    });
    const binh = fake.person('Bình');
    await api.setMyCommands(list('cua_binh'), { scope: { type: 'chat', chat_id: binh.chat.id } });
    const seen = ({ chat, user }: Person, where = chat) =>
      fake.settings.commandsSeen(where, user.id, user.language_code ?? '')[0]?.command;
    expect([seen(an), seen(binh), seen(an, fake.group('Nhóm'))]).toEqual(['tieng_viet', 'cua_binh', 'chung']);
    expect(await api.getMyCommands({ scope: { type: 'all_private_chats' } })).toEqual(list('rieng'));
    await api.deleteMyCommands({ scope: { type: 'chat', chat_id: binh.chat.id } });
    expect(seen(binh)).toBe('rieng');
    await expect(api.setMyCommands(list('a'), { scope: { type: 'chat', chat_id: 5 } })).rejects.toThrow(
      'chat not found',
    );
    await api.setChatMenuButton({ menu_button: { type: 'commands' } });
    expect(await api.getChatMenuButton({ chat_id: an.user.id })).toEqual({ type: 'commands' });
    expect(fake.problems).toEqual([]);
    await expect(api.setMyCommands(list('a'), { language_code: 'vie' as 'vi' })).rejects.toThrow(
      'two-letter',
    );
  });

  it.each([
    ['more than 50 results', 51, {}, 'more than 50'],
    ['two results of one id', 2, { id: 'như nhau' }, 'RESULT_ID_DUPLICATE'],
    ['an id of 65 bytes', 1, { id: 'x'.repeat(65) }, 'must be 1-64 bytes'],
    ['an unknown field', 1, { subtitle: 'x' }, 'subtitle does not exist'],
    ['no content', 1, { input_message_content: undefined }, 'input_message_content is required'],
    [
      'tags that are not closed',
      1,
      { input_message_content: { message_text: '<b>x', parse_mode: 'HTML' } },
      'not closed',
    ],
  ])('takes no inline answer with %s', async (_, count, more, problem) => {
    const query = an.asksInline('điều 8');
    const results = Array.from({ length: count }, (__, index) => ({
      type: 'article',
      id: String(index),
      title: 'Điều 8',
      input_message_content: { message_text: 'Điều 8' },
      ...more,
    }));
    await expect(api.answerInlineQuery(query, results as never)).rejects.toThrow(problem);
  });

  it('breaks answers off, answers late, and for one chat alone, on demand', async () => {
    const binh = fake.person('Bình');
    const send = (to: Person) =>
      api.sendMessage(to.chat.id, 'x').then(
        () => 'ok',
        () => 'failed',
      );
    fake.inject({ method: ANY, chat: an.chat.id, times: 1, kind: 'garbage', accepted: true });
    expect([await send(binh), await send(an), await send(an)]).toEqual(['ok', 'failed', 'ok']);
    expect(fake.saidTo(an.chat.id)).toHaveLength(2);
    fake.inject({ method: 'sendMessage', times: 1, kind: 'garbage', accepted: false });
    expect(await send(an)).toBe('failed');
    expect(fake.saidTo(an.chat.id)).toHaveLength(2);
    fake.inject({ method: 'sendMessage', times: 1, kind: 'slow', ms: 40, answer: true });
    const slow = send(an);
    await fake.until('the message', () => fake.saidTo(an.chat.id).length === 3);
    expect(await slow).toBe('ok');
  });

  it('may be older than a method', async () => {
    const old = await startFakeTelegram(readTelegramSpec(), { lacks: ['sendMessageDraft'] });
    const { user } = old.person('An');
    const oldApi = new Api(old.token, { apiRoot: old.apiRoot });
    const draft = oldApi.raw.sendMessageDraft({ chat_id: user.id, draft_id: 1, text: 'x' });
    await expect(draft).rejects.toMatchObject({ error_code: 404 });
    expect(await draft.catch((error: unknown) => error instanceof GrammyError)).toBe(true);
    await old.close();
    expect(old.problems).toEqual([]);
  });

  it('works without a specification, forms included', async () => {
    const plain = await startFakeTelegram(null);
    const { chat } = plain.person('An');
    const plainApi = new Api(plain.token, { apiRoot: plain.apiRoot });
    const file = new InputFile(Buffer.from('x'), 'a.txt');
    await plainApi.sendDocument(chat.id, file, { caption: '12', protect_content: true });
    expect(plain.saidTo(chat.id)).toMatchObject([
      { text: '12', isProtected: true, upload: { name: 'a.txt' } },
    ]);
    await plain.close();
    expect(plain.problems).toEqual([]);
  });

  it('hands out thousands of updates of hundreds of chats and remembers little of them', async () => {
    const large = await startFakeTelegram(readTelegramSpec(), { history: 3 });
    const people = Array.from({ length: 300 }, (_, index) => large.person(`Người ${index}`));
    for (let round = 0; round < 10; round += 1) for (const person of people) person.says(`câu ${round}`);
    const largeApi = new Api(large.token, { apiRoot: large.apiRoot });
    let offset = 0;
    const last = new Map<number, number>();
    for (;;) {
      const updates = await largeApi.getUpdates({ offset });
      if (updates.length === 0) break;
      for (const { update_id, message } of updates) {
        offset = update_id + 1;
        last.set(message?.chat.id ?? 0, (last.get(message?.chat.id ?? 0) ?? 0) + 1);
      }
    }
    await large.close();
    expect([...last.values()].every((count) => count === 10)).toBe(true);
    expect(last.size).toBe(300);
    expect(large.messages(people[0]?.chat.id ?? 0).map(({ text }) => text)).toEqual([
      'câu 7',
      'câu 8',
      'câu 9',
    ]);
    expect(large.callCount('getUpdates')).toBe(31);
    expect(large.calls.length).toBeLessThan(6);
    expect(large.problems).toEqual([]);
  });
});
