import { Api } from 'grammy';
import type { Update } from 'grammy/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import type { FakeMessage } from './fakeMessage.ts';
import type { Person } from './fakeWorld.ts';
import { type FakeTelegram, startFakeTelegram } from './server.ts';
import { readTelegramSpec } from './spec.ts';

describe.skipIf(leaveOut('telegramSpec'))('what the fake tells the bot', () => {
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
    expect(fake.problems).toEqual([]);
  });

  /** Everything that waits, confirmed. */
  const told = async (): Promise<readonly Update[]> => {
    const updates = await api.getUpdates();
    await api.getUpdates({ offset: (updates.at(-1)?.update_id ?? 0) + 1, timeout: 0, limit: 1 });
    return updates;
  };
  const botSays = async (text: string, chat = an.chat.id): Promise<FakeMessage> => {
    const { message_id } = await api.sendMessage(chat, text);
    const kept = fake.history.find(chat, message_id);
    if (kept === undefined) throw new Error('not kept');
    return kept;
  };

  it('has messages of every kind as the specification has them', async () => {
    const other = fake.person('Bình', { username: 'binh', id: 2 ** 52 });
    const said = await botSays('Mời');
    an.starts('MA-CODE_1');
    an.says('trả lời', { replyTo: said });
    an.says('của người khác', { forwardedFrom: other.user });
    const written = an.says('trước');
    an.edits(written, 'sau');
    an.speaks(3);
    other.says('số lớn');
    const [start, reply, forwarded, , edited, voice, big] = await told();
    expect(start?.message).toMatchObject({ text: '/start MA-CODE_1', entities: [{ length: 6 }] });
    expect(reply?.message?.reply_to_message).toMatchObject({ message_id: said.message_id, text: 'Mời' });
    expect(forwarded?.message?.forward_origin).toMatchObject({ type: 'user', sender_user: { id: 2 ** 52 } });
    expect(edited?.edited_message).toMatchObject({ text: 'sau', message_id: written.message_id });
    expect(edited?.edited_message?.edit_date).toBeGreaterThan(0);
    expect((await api.getFile(voice?.message?.voice?.file_id ?? '')).file_path).toContain('voice/');
    expect(big?.message?.from?.id).toBe(4_503_599_627_370_496);
    expect(() => fake.person('Quá lớn', { id: 2 ** 52 + 1 })).toThrow('52');
  });

  it('tells of reactions only a bot that asks for them', async () => {
    const said = await botSays('Xong');
    an.reacts(said, '👍');
    expect(await told()).toEqual([]);
    await api.getUpdates({ allowed_updates: ['message_reaction'] });
    an.reacts(said, null);
    an.says('không muốn nghe');
    const [reaction, ...rest] = await told();
    expect(rest).toEqual([]);
    expect(reaction?.message_reaction).toMatchObject({
      old_reaction: [{ type: 'emoji', emoji: '👍' }],
      new_reaction: [],
    });
  });

  it('tells who blocks and unblocks the bot and which groups remove it, and takes no message there', async () => {
    const group = fake.group('Cơ quan');
    an.blocks();
    an.removesBot(group);
    expect((await told()).map(({ my_chat_member }) => my_chat_member?.new_chat_member.status)).toEqual([
      'kicked',
      'left',
    ]);
    await expect(botSays('x')).rejects.toThrow('blocked by the user');
    await expect(botSays('x', group.id)).rejects.toThrow('kicked from the supergroup');
    an.unblocks();
    an.addsBot(group);
    await botSays('x');
    await botSays('x', group.id);
    expect(await told()).toHaveLength(2);
  });

  it('moves a group to a supergroup, which the old one tells of ever after', async () => {
    const group = fake.group('Nhóm', 'basic');
    await botSays('trước', group.id);
    const next = fake.migrates(group, an);
    const [from, to] = await told();
    expect(from?.message).toMatchObject({ chat: { type: 'group' }, migrate_to_chat_id: next.id });
    expect(to?.message).toMatchObject({ chat: { type: 'supergroup' }, migrate_from_chat_id: group.id });
    await expect(botSays('sau', group.id)).rejects.toMatchObject({
      error_code: 400,
      parameters: { migrate_to_chat_id: next.id },
    });
    await botSays('sau', next.id);
  });

  it('has topics in a forum and takes messages only into those there are', async () => {
    const forum = fake.group('Diễn đàn', 'forum');
    const topic = an.opensTopic('Hỏi đáp', forum);
    an.says('trong đề mục', { in: forum, topic });
    const [opened, said] = await told();
    expect(opened?.message?.forum_topic_created?.name).toBe('Hỏi đáp');
    expect(said?.message).toMatchObject({ message_thread_id: topic, is_topic_message: true });
    await api.sendMessage(forum.id, 'đáp', { message_thread_id: topic });
    await expect(api.sendMessage(forum.id, 'x', { message_thread_id: topic + 5000 })).rejects.toThrow(
      'message thread not found',
    );
  });

  it('carries a query from any chat to the bot and its answer back', async () => {
    const query = an.asksInline('điều 8', { in: fake.group('Cơ quan') });
    const [asked] = await told();
    expect(asked?.inline_query).toMatchObject({ id: query, query: 'điều 8', chat_type: 'supergroup' });
    const article = (id: string, message_text = '<b>Điều</b> 8') => ({
      type: 'article' as const,
      id,
      title: 'Điều 8',
      input_message_content: { message_text, parse_mode: 'HTML' as const },
    });
    await api.answerInlineQuery(query, [article('1'), article('2')], { cache_time: 300 });
    await expect(api.answerInlineQuery(query, [article('1')])).rejects.toThrow('query ID is invalid');
    const group = fake.group('Nhóm khác');
    expect(an.choosesResult(query, '2', { in: group })).toMatchObject({ text: 'Điều 8', chat: group });
    expect((await told())[0]?.chosen_inline_result).toMatchObject({ result_id: '2', query: 'điều 8' });
  });

  it('forgets what lies before a negative offset', async () => {
    for (const text of ['một', 'hai', 'ba']) an.says(text);
    const last = await api.getUpdates({ offset: -1 });
    expect(last.map(({ message }) => message?.text)).toEqual(['ba']);
    expect(fake.updates()).toHaveLength(1);
  });
});
