import { beforeAll, describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import { parseTelegramHtml } from './html.ts';
import { readTelegramSpec, type TelegramSpec } from './spec.ts';
import { callProblems, typeProblems } from './validate.ts';

describe.skipIf(leaveOut('telegramSpec'))('the check of outgoing calls', () => {
  let spec: TelegramSpec;
  beforeAll(() => {
    spec = readTelegramSpec();
  });
  const send = (parameters: Readonly<Record<string, unknown>>) =>
    callProblems(spec, 'sendMessage', { chat_id: 1, text: 'xin chào', ...parameters });
  const keyboard = (...buttons: readonly object[]) => ({ reply_markup: { inline_keyboard: [buttons] } });

  it.each([
    ['a plain message', {}],
    ['a formatted message', { text: '<b>Điều 1</b> &lt;x&gt;', parse_mode: 'HTML' }],
    ['exactly 4096 units between tags', { text: `<i>${'ệ'.repeat(4096)}</i>`, parse_mode: 'HTML' }],
    ['a channel name for a chat', { chat_id: '@kenh' }],
    ['a button with 64 bytes', keyboard({ text: 'Xem', callback_data: 'x'.repeat(64) })],
    ['a reply', { reply_parameters: { message_id: 5, allow_sending_without_reply: true } }],
    ['no link preview', { link_preview_options: { is_disabled: true } }],
  ])('lets %s through', (_, parameters) => {
    expect(send(parameters)).toEqual([]);
  });

  it.each([
    ['an unknown parameter', { disable_web_page_preview: true }, 'disable_web_page_preview does not exist'],
    ['a wrong type', { disable_notification: 'yes' }, 'must be true or false'],
    ['a fraction for an id', { reply_parameters: { message_id: 1.5 } }, 'must be an integer'],
    ['an unknown field inside an object', { link_preview_options: { off: true } }, 'off does not exist'],
    ['an empty text', { text: '' }, 'must be 1-4096 characters'],
    ['white space for a text', { text: ' \n' }, 'must be 1-4096 characters'],
    ['4097 units', { text: 'ệ'.repeat(4097) }, 'not 4097'],
    ['half a surrogate pair', { text: 'a\ud83d' }, 'UTF-8'],
    ['an unknown parse mode', { parse_mode: 'html5' }, 'unsupported parse_mode'],
    ['a tag that is not closed', { text: '<b>x', parse_mode: 'HTML' }, '<b> is not closed'],
    ['a button of 65 bytes', keyboard({ text: 'Xem', callback_data: `${'ề'.repeat(21)}abc` }), 'not 66'],
    ['a button that does nothing', keyboard({ text: 'Xem' }), 'exactly one thing'],
    ['a button without a label', keyboard({ text: '', callback_data: 'x' }), 'button text is empty'],
    [
      'a button that does two things',
      keyboard({ text: 'a', callback_data: 'x', url: 'https://a.vn' }),
      'one',
    ],
    [
      'a style nobody knows',
      keyboard({ text: 'a', callback_data: 'x', style: 'gold' }),
      'must be one of danger',
    ],
  ])('refuses %s', (_, parameters, problem) => {
    expect(send(parameters).join('\n')).toContain(problem);
  });

  it('refuses methods that do not exist and parameters that are missing', () => {
    expect(callProblems(spec, 'sendMesage', {})).toEqual(['method sendMesage does not exist']);
    expect(callProblems(spec, 'sendMessage', { chat_id: 1 })).toEqual(['sendMessage.text is required']);
    expect(callProblems(spec, 'editMessageText', { text: 'x', chat_id: 1 })).toHaveLength(1);
  });

  it('knows the lists of values that are written out in words', () => {
    expect(callProblems(spec, 'sendChatAction', { chat_id: 1, action: 'typing' })).toEqual([]);
    expect(callProblems(spec, 'sendChatAction', { chat_id: 1, action: 'record_video_note' })).toEqual([]);
    expect(callProblems(spec, 'sendChatAction', { chat_id: 1, action: 'thinking' })).toHaveLength(1);
    const scoped = (type: string) => ({ commands: [{ command: 'a', description: 'b' }], scope: { type } });
    expect(callProblems(spec, 'setMyCommands', scoped('all_private_chats'))).toEqual([]);
    expect(callProblems(spec, 'setMyCommands', scoped('everybody'))).not.toEqual([]);
  });

  it('holds commands to their alphabet, length and number', () => {
    const problems = (command: string, count = 1) =>
      callProblems(spec, 'setMyCommands', {
        commands: Array.from({ length: count }, () => ({ command, description: 'Xem' })),
      });
    expect(problems('vanban')).toEqual([]);
    expect(problems('văn_bản').join()).toContain('lowercase English letters');
    expect(problems('a'.repeat(33)).join()).toContain('must be 1-32 characters');
    expect(problems('vanban', 101).join()).toContain('more than 100');
  });

  it('checks the limits of numbers and of answers to buttons', () => {
    expect(callProblems(spec, 'getUpdates', { limit: 101 }).join()).toContain('must be 1-100');
    const answer = (text: string) =>
      callProblems(spec, 'answerCallbackQuery', { callback_query_id: '1', text });
    expect(answer('')).toEqual([]);
    expect(answer('x'.repeat(201)).join()).toContain('not 201');
  });

  it('checks values of a type as well', () => {
    expect(typeProblems(spec, 'User', { id: 1, is_bot: false, first_name: 'An' })).toEqual([]);
    expect(typeProblems(spec, 'User', { id: 1, is_bot: false })).toEqual(['User.first_name is required']);
  });
});

describe('the parser of Telegram HTML', () => {
  it('gives the text that is counted, and its entities', () => {
    expect(parseTelegramHtml('a &lt; <b>b <i>c</i></b><blockquote expandable>d</blockquote>&#39;')).toEqual({
      ok: true,
      text: "a < b cd'",
      entities: [
        { type: 'italic', offset: 6, length: 1 },
        { type: 'bold', offset: 4, length: 3 },
        { type: 'expandable_blockquote', offset: 7, length: 1 },
      ],
    });
  });

  it.each([
    ['a < b', 'not escaped'],
    ['R&D', 'not escaped'],
    ['a > b', 'not escaped'],
    ['&nbsp;', 'unknown character entity'],
    ['<b><i>x</b></i>', 'unexpected end tag'],
    ['</b>', 'unexpected end tag'],
    ['<p>x</p>', 'unsupported start tag'],
    ['<br>', 'unsupported start tag'],
    ['<b class="x">x</b>', 'unsupported attributes'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>', 'nested blockquote'],
    ['<code>a<b>b</b></code>', 'inside code'],
    ['<i>x', 'not closed'],
  ])('refuses %s', (html, problem) => {
    const parsed = parseTelegramHtml(html);
    expect(parsed.ok ? '' : parsed.problem).toContain(problem);
  });
});
