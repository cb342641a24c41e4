import type { Message, UserFromGetMe } from 'grammy/types';
import { describe, expect, it } from 'vitest';
import { isForBot, textForBot as readText } from './addressed.ts';

const me = { id: 7, is_bot: true, first_name: 'Bot', username: 'dat_chuan_bot' } as UserFromGetMe;

const ownCommands = new Set(['trogiup', 'vanban', 'xem']);
const textForBot = (said: Message, bot: UserFromGetMe) => readText(said, bot, ownCommands);

function message(text: string, changes: Partial<Message> = {}): Message {
  const entities = [...text.matchAll(/@\w+/g)].map(({ index, 0: { length } }) => ({
    type: 'mention' as const,
    offset: index,
    length,
  }));
  const chat = { id: -5, type: 'supergroup', title: 'Nhóm' };
  return {
    message_id: 1,
    date: 1,
    chat,
    from: { id: 9, is_bot: false, first_name: 'An' },
    text,
    entities,
    ...changes,
  } as Message;
}
const inPrivate = { chat: { id: 9, type: 'private', first_name: 'An' } } as Partial<Message>;
const from = (id: number, changes: object = {}) =>
  ({
    reply_to_message: { ...message('trước'), from: { id, is_bot: true, first_name: 'B' }, ...changes },
  }) as unknown as Partial<Message>;

describe('what is meant for the bot', () => {
  it('is everything in a private chat', () => {
    expect(textForBot(message('Điều kiện cử đi học?', inPrivate), me)).toBe('Điều kiện cử đi học?');
    expect(textForBot(message('/la_lung', inPrivate), me)).toBe('/la_lung');
    expect(isForBot(message('', inPrivate), me)).toBe(true);
  });

  it('is nothing in a group unless the bot is named, answered or commanded', () => {
    expect(textForBot(message('Điều kiện cử đi học?'), me)).toBeNull();
    expect(textForBot(message('@dat_chuan_bot điều 5'), me)).toBe('điều 5');
    expect(textForBot(message('điều 5, @Dat_Chuan_Bot?', {}), me)).toBe('điều 5,  ?');
    expect(textForBot(message('điều 5', from(7)), me)).toBe('điều 5');
    expect(textForBot(message('điều 5', from(8)), me)).toBeNull();
    expect(textForBot(message('@nguoi_khac điều 5'), me)).toBeNull();
    expect(textForBot(message('điều 5', from(7, { forum_topic_created: {} })), me)).toBeNull();
  });

  it('takes its own commands, by whichever name, and leaves those of other bots', () => {
    expect(textForBot(message('/vanban@dat_chuan_bot'), me)).toBe('/vanban');
    expect(textForBot(message('/XEM 3.18'), me)).toBe('/XEM 3.18');
    expect(textForBot(message('/trogiup'), me)).toBe('/trogiup');
    expect(textForBot(message('/TroGiup@DAT_CHUAN_BOT', inPrivate), me)).toBe('/TroGiup');
    expect(textForBot(message('/vanban@bot_khac'), me)).toBeNull();
    expect(textForBot(message('/thoitiet'), me)).toBeNull();
    expect(textForBot(message('@dat_chuan_bot /trogiup'), me)).toBe('/trogiup');
  });

  it('answers a bare mention with help', () => {
    expect(textForBot(message('@dat_chuan_bot'), me)).toBe('/trogiup');
  });

  it('knows a mention by id and in a caption', () => {
    const entities = [{ type: 'text_mention' as const, offset: 0, length: 4, user: me }];
    expect(
      textForBot(
        message('Bot, điều 5?', {
          entities: [{ ...entities[0], length: 3 }] as Message['entities'] & object,
        }),
        me,
      ),
    ).toBe('điều 5?');
    expect(isForBot(message('', { caption: 'ảnh này', caption_entities: entities }), me)).toBe(true);
    expect(isForBot(message('', { caption: 'ảnh này' }), me)).toBe(false);
  });
});
