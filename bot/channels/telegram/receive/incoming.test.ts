import type { Message, Update, UserFromGetMe } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { readUpdate } from './incoming.ts';

const me = { id: 7, is_bot: true, first_name: 'Bot', username: 'dat_chuan_bot' } as UserFromGetMe;
const group = { id: -1_009_100_000_001, type: 'supergroup', title: 'Nhóm' };
const person = { id: 9_100_000_001, is_bot: false, first_name: 'An' };

function said(fields: object): Message {
  return {
    message_id: 4,
    date: 1,
    chat: { id: person.id, type: 'private' },
    from: person,
    ...fields,
  } as Message;
}
const read = (update: object) => readUpdate({ update_id: 1, ...update } as Update, me, new Set(['vanban']));
const inGroup = { chat: group, text: '/vanban' };

describe('what an update asks for', () => {
  it('is a question, with ids beyond 32 bits kept exact', () => {
    expect(read({ message: said({ text: 'điều 5' }) })).toMatchObject({
      message: {
        channel: 'telegram',
        conversation: '9100000001',
        sender: '9100000001',
        isPrivate: true,
        text: 'điều 5',
      },
      target: { chatId: 9_100_000_001, replyTo: undefined },
    });
  });

  it('goes back to the topic of a forum it came from', () => {
    const topic = { message_thread_id: 12, is_topic_message: true };
    expect(read({ message: said({ ...inGroup, ...topic }) })?.target).toEqual({
      chatId: group.id,
      threadId: 12,
      replyTo: 4,
    });
    // A thread of replies in an ordinary group is no topic.
    expect(read({ message: said({ ...inGroup, message_thread_id: 12 }) })?.target.threadId).toBeUndefined();
    const callback_query = { id: 'q', from: person, chat_instance: 'c', data: '/xem 1' };
    const button = { ...callback_query, message: said({ ...inGroup, ...topic, from: me }) };
    expect(read({ callback_query: button })).toMatchObject({ target: { threadId: 12 }, callbackId: 'q' });
  });

  it('still works for the button of a message too old to be seen', () => {
    const message = { chat: { id: person.id, type: 'private' }, message_id: 2, date: 0 };
    const callback_query = { id: 'q', from: person, chat_instance: 'c', data: '/xem 1', message };
    expect(read({ callback_query })?.message?.text).toBe('/xem 1');
  });

  it('is nothing when a bot, a channel or a linked channel speaks, but an anonymous administrator may', () => {
    expect(read({ message: said({ ...inGroup, from: { ...person, is_bot: true } }) })).toBeNull();
    expect(read({ message: said({ ...inGroup, sender_chat: { id: -5, type: 'channel' } }) })).toBeNull();
    expect(read({ message: said({ ...inGroup, is_automatic_forward: true }) })).toBeNull();
    expect(read({ channel_post: said({ chat: { id: -5, type: 'channel' }, text: '/vanban' }) })).toBeNull();
    const anonymous = { ...inGroup, from: { ...person, is_bot: true }, sender_chat: group };
    expect(read({ message: said(anonymous) })?.message?.text).toBe('/vanban');
  });

  it('is nothing for notices, moving locations and kinds of update that were not asked for', () => {
    expect(read({ message: said({ pinned_message: said({}) }) })).toBeNull();
    expect(read({ edited_message: said({ location: { latitude: 1, longitude: 2 } }) })).toBeNull();
    expect(read({ poll: {} })).toBeNull();
  });
});

describe('a file', () => {
  const file = { file_id: 'f', file_unique_id: 'u', file_size: 5 };
  const sizes = [
    { ...file, file_id: 'small', width: 90, height: 120 },
    { ...file, file_id: 'large', width: 960, height: 1280 },
    { ...file, file_id: 'middle', width: 320, height: 400 },
  ];
  const fileOf = (fields: object) => read({ message: said(fields) })?.file;

  it('is a document with its name, or the largest size of a photo, and comes with its album', () => {
    expect(fileOf({ document: { ...file, file_name: 'a.docx' }, media_group_id: 'g' })).toEqual({
      fileId: 'f',
      name: 'a.docx',
      size: 5,
      isPhoto: false,
    });
    expect(fileOf({ document: { file_id: 'f', file_unique_id: 'u' } })).toMatchObject({
      name: 'tep',
      size: null,
    });
    expect(fileOf({ photo: sizes })).toEqual({ fileId: 'large', name: 'anh-4.jpg', size: 5, isPhoto: true });
    expect(read({ message: said({ photo: sizes, media_group_id: 'g' }) })).toMatchObject({
      albumId: 'g',
      messageId: 4,
      message: { text: '', sender: '9100000001' },
    });
  });

  it('is what was spoken to the bot alone, where it listens', () => {
    const voice = { ...file, duration: 3 };
    const heard = (fields: object) =>
      readUpdate({ update_id: 1, message: said({ voice, ...fields }) } as Update, me, new Set(), true);
    expect(heard({})).toMatchObject({ file: { fileId: 'f', name: 'ghi-am-4.ogg', size: 5 }, refusal: null });
    expect(heard({ chat: group })).toBeNull();
    expect(read({ message: said({ voice }) })).toMatchObject({ file: null, refusal: 'not_text' });
  });

  it('is no moving picture, nothing edited, and in a group only what is sent to the bot', () => {
    const animation = { ...file, width: 1, height: 1, duration: 1 };
    expect(read({ message: said({ animation, document: file }) })).toMatchObject({
      file: null,
      refusal: 'not_text',
    });
    expect(read({ edited_message: said({ document: file }) })).toBeNull();
    expect(read({ message: said({ chat: group, document: file }) })).toBeNull();
    const reply_to_message = said({ from: me, chat: group });
    expect(fileOf({ chat: group, document: file, reply_to_message })).toMatchObject({ fileId: 'f' });
  });

  it('of words, the message of the bot that they reply to is told with them, and nobody else’s', () => {
    const reply = (from: object) =>
      said({ text: 'số: 1/2026/QĐ-UBND', reply_to_message: said({ from, text: 'Bản 12' }) });
    expect(read({ message: reply(me) })?.message?.repliesTo).toBe('Bản 12');
    expect(read({ message: reply(person) })?.message).not.toHaveProperty('repliesTo');
  });
});

describe('who speaks', () => {
  const forwarded = { forward_origin: { type: 'user', date: 1, sender_user: { ...person, id: 55 } } };

  it('is the one who writes or presses, wherever that is', () => {
    const other = { ...person, id: 9_100_000_002 };
    expect(read({ message: said({ ...inGroup, from: other }) })?.message).toMatchObject({
      sender: '9100000002',
      isPrivate: false,
    });
    const callback_query = { id: 'q', from: other, chat_instance: 'c', data: '/xem 1' };
    const pressed = read({ callback_query: { ...callback_query, message: said({ ...inGroup, from: me }) } });
    expect(pressed?.message).toMatchObject({ sender: '9100000002', isPrivate: false });
    const alone = read({ callback_query: { ...callback_query, from: person, message: said({ from: me }) } });
    expect(alone?.message).toMatchObject({ sender: '9100000001', isPrivate: true });
  });

  it('is never the author of a forwarded message', () => {
    expect(read({ message: said({ text: 'hồ sơ của tôi', ...forwarded }) })?.message?.sender).toBe(
      '9100000001',
    );
  });

  it('is nobody for an anonymous administrator, who may be anyone', () => {
    const anonymous = { ...inGroup, from: { ...person, id: 1087968824, is_bot: true } };
    expect(read({ message: said({ ...anonymous, sender_chat: group }) })?.message?.sender).toBeNull();
    const callback_query = { id: 'q', from: anonymous.from, chat_instance: 'c', data: '/xem 1' };
    expect(
      read({ callback_query: { ...callback_query, message: said(inGroup) } })?.message?.sender,
    ).toBeNull();
  });

  it('passes the code of a deep link on', () => {
    expect(read({ message: said({ text: '/start ABCD2345' }) })?.message?.text).toBe('/start ABCD2345');
  });

  describe('when a contact arrives', () => {
    const contact = { phone_number: '+84 912 345 678', first_name: 'An', user_id: person.id };
    const answer = (fields: object) => read({ message: said({ contact, ...fields }) });

    it('takes the number that Telegram says is the sender’s own', () => {
      expect(answer({})).toMatchObject({
        refusal: null,
        message: {
          text: '/chiasesodienthoai',
          ownPhone: '84912345678',
          sender: '9100000001',
          isPrivate: true,
        },
      });
    });

    it.each([
      ['somebody else’s', { contact: { ...contact, user_id: 55 } }],
      ['one of nobody known', { contact: { ...contact, user_id: undefined } }],
      ['one that was forwarded', forwarded],
      ['one that another bot wrote', { via_bot: { ...me, id: 8 } }],
      ['one without a country code', { contact: { ...contact, phone_number: '0912345678' } }],
      ['what is no number', { contact: { ...contact, phone_number: 'gọi tôi' } }],
    ])('refuses %s', (_, fields) => {
      expect(answer(fields)).toMatchObject({ message: null, refusal: 'not_own_phone' });
    });

    it('takes none in a group, and keeps silent there unless it is meant', () => {
      const reply_to_message = said({ from: me, chat: group });
      expect(answer({ chat: group })).toBeNull();
      expect(answer({ chat: group, reply_to_message })).toMatchObject({
        message: null,
        refusal: 'not_own_phone',
      });
    });
  });
});
