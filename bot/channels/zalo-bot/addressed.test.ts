import { describe, expect, it } from 'vitest';
import { textForBot } from './addressed.ts';

describe('a text in a group', () => {
  it('is for the bot where it is called by its name, whatever the letters', () => {
    const names = ['Bot Đạt Chuẩn'];
    const calls: readonly (readonly [string, string | null])[] = [
      ['@Bot Đạt Chuẩn: học gì', 'học gì'],
      ['học gì vậy @bot đạt chuẩn', 'học gì vậy'],
      ['@Bot Đạt Chuẩn học gì'.normalize('NFD'), 'học gì'],
      ['@Bot Đạt Chuẩn', '/trogiup'],
      ['@Bot Khác học gì', null],
      ['bot đạt chuẩn ơi', null],
      ['chào cả nhà', null],
      ['/vanban', '/vanban'],
      ['/ hay là thôi', null],
    ];
    for (const [text, expected] of calls) expect(textForBot(text, false, names), text).toBe(expected);
  });

  it('is for the bot where any bot is called and its own name is not known', () => {
    expect(textForBot('@Bot Đạt Chuẩn tôi còn thiếu gì', false, [])).toBe('tôi còn thiếu gì');
    expect(textForBot('@bot.VDKyGxQvc học gì', false, [])).toBe('học gì');
    expect(textForBot('@bottle học gì', false, [])).toBeNull();
    expect(textForBot('@An học gì', false, [])).toBeNull();
  });

  it('is for the bot where it answers a message of its own', () => {
    expect(textForBot('thế còn cao cấp?', true, ['Bot Đạt Chuẩn'])).toBe('thế còn cao cấp?');
  });
});
