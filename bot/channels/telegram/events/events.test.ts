import type { Update } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { readEvent } from './events.ts';

const person = { id: 9_100_000_001, is_bot: false, first_name: 'An' };
const own = { id: person.id, type: 'private', first_name: 'An' };
const group = { id: -100_5, type: 'supergroup', title: 'Nhóm' };
const read = (update: object) => readEvent({ update_id: 1, ...update } as unknown as Update);

describe('what a chat tells of besides messages', () => {
  const emoji = (...shown: readonly string[]) => shown.map((one) => ({ type: 'emoji', emoji: one }));
  const reaction = (fields: object) =>
    read({
      message_reaction: {
        ...{ chat: own, message_id: 7, user: person, date: 1 },
        ...{ old_reaction: [], new_reaction: emoji('👍') },
        ...fields,
      },
    });

  it('is a vote where a person newly shows a thumb', () => {
    const vote = { kind: 'reaction', chatId: own.id, messageId: 7, sender: '9100000001' };
    expect(reaction({})).toEqual({ ...vote, isPrivate: true, good: true });
    expect(reaction({ chat: group, old_reaction: emoji('👍'), new_reaction: emoji('👍', '👎') })).toEqual({
      ...{ ...vote, chatId: group.id },
      ...{ isPrivate: false, good: false },
    });
  });

  it.each([
    ['taken back', { old_reaction: emoji('👎'), new_reaction: [] }],
    ['there already', { old_reaction: emoji('👍'), new_reaction: emoji('🔥', '👍') }],
    ['another one', { new_reaction: emoji('🔥') }],
    ['a drawn one', { new_reaction: [{ type: 'custom_emoji', custom_emoji_id: '👍' }] }],
    ['of nobody known', { user: undefined, actor_chat: group }],
    ['of a bot', { user: { ...person, is_bot: true } }],
  ])('is no vote where the reaction is %s', (_, fields) => {
    expect(reaction(fields)).toBeNull();
  });

  const member = (chat: object, was: object, is: object) =>
    read({ my_chat_member: { chat, from: person, date: 1, old_chat_member: was, new_chat_member: is } });
  const status = (name: string, more: object = {}) => ({ status: name, user: person, ...more });

  it('is that the bot was blocked, let in again, added or removed', () => {
    expect(member(own, status('member'), status('kicked'))).toEqual({ kind: 'shut_out', chatId: own.id });
    expect(member(own, status('kicked'), status('member'))).toEqual({ kind: 'let_in', chatId: own.id });
    expect(member(group, status('left'), status('administrator'))).toMatchObject({ kind: 'joined' });
    const muted = status('restricted', { is_member: true });
    expect(member(group, status('left'), muted)).toMatchObject({ kind: 'joined' });
    expect(member(group, muted, status('left'))).toMatchObject({ kind: 'shut_out' });
  });

  it('is nothing where it only got other rights, or speaks in a channel', () => {
    expect(member(group, status('member'), status('administrator'))).toBeNull();
    expect(member({ id: -5, type: 'channel' }, status('left'), status('administrator'))).toBeNull();
    expect(read({ message: { text: '👍' } })).toBeNull();
  });
});
