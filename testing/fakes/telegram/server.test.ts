import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveOut } from '../../prerequisites.ts';
import { pngOf } from './photo.testing.ts';
import { DOWNLOAD, FAKE_TOKEN, type FakeTelegram, startFakeTelegram } from './server.ts';
import { readTelegramSpec } from './spec.ts';

describe.skipIf(leaveOut('telegramSpec'))('the fake Bot API server', () => {
  let fake: FakeTelegram;
  let api: Api;

  beforeEach(async () => {
    fake = await startFakeTelegram(readTelegramSpec());
    api = new Api(fake.token, { apiRoot: fake.apiRoot });
  });
  afterEach(() => fake.close());

  const codeOf = (error: unknown) => (error instanceof GrammyError ? error.error_code : error);

  it('hands out updates until they are confirmed, and holds a poll until one comes', async () => {
    const an = fake.person('An');
    const polled = api.getUpdates({ offset: 0, timeout: 5 });
    an.says('/start@dat_chuan_bot xin chào');
    const [update] = await polled;
    expect(update?.message).toMatchObject({
      text: '/start@dat_chuan_bot xin chào',
      entities: [{ type: 'bot_command', offset: 0, length: 20 }],
    });
    expect(await api.getUpdates({ offset: 0 })).toHaveLength(1);
    expect(await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })).toEqual([]);
    expect(await api.getUpdates({ offset: 0 })).toEqual([]);
    expect(fake.problems).toEqual([]);
  });

  it('interrupts a poll with 409 when another begins', async () => {
    const first = api.getUpdates({ timeout: 5 }).catch(codeOf);
    await fake.until('the first poll', fake.isPolled);
    const second = api.getUpdates({ timeout: 1, limit: 1 });
    expect(await first).toBe(409);
    expect(await second).toEqual([]);
  });

  it('keeps what is sent, with its formatting and buttons, and lets it be edited', async () => {
    const an = fake.person('An');
    const sent = await api.sendMessage(an.chat.id, '<b>Điều</b> 1', {
      parse_mode: 'HTML',
      reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem 1' }]] },
    });
    expect(fake.saidTo(an.chat.id)).toMatchObject([
      { text: 'Điều 1', buttons: [{ text: 'Xem', data: '/xem 1' }], entities: [{ type: 'bold', length: 4 }] },
    ]);
    await api.editMessageText(an.chat.id, sent.message_id, 'khác');
    expect(fake.saidTo(an.chat.id)).toMatchObject([{ text: 'khác', buttons: [] }]);
    const again = api.editMessageText(an.chat.id, sent.message_id, 'khác');
    await expect(again).rejects.toThrow('message is not modified');
  });

  it('keeps uploaded files with their names, captions and protection', async () => {
    const an = fake.person('An');
    const png = pngOf(300, 200);
    const sent = await api.sendPhoto(an.chat.id, new InputFile(png, 'hình.png'), {
      caption: '<b>Một</b> &lt;hai',
      parse_mode: 'HTML',
      protect_content: true,
      reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem 1' }]] },
    });
    expect(sent).toMatchObject({ caption: 'Một <hai', has_protected_content: true, photo: [{}] });
    await api.sendDocument(an.chat.id, new InputFile(Buffer.from('tệp'), 'hồ_sơ.json'));
    const [photo, file] = fake.saidTo(an.chat.id);
    expect(photo).toMatchObject({ text: 'Một <hai', isProtected: true, buttons: [{ data: '/xem 1' }] });
    expect(photo?.upload).toEqual({ kind: 'photo', name: 'hình.png', bytes: png });
    expect(file).toMatchObject({
      text: '',
      isProtected: false,
      upload: { kind: 'document', name: 'hồ_sơ.json' },
    });
    expect(file?.upload?.bytes.toString('utf8')).toBe('tệp');
    expect(fake.problems).toEqual([]);
  });

  it.each([
    ['too wide', pngOf(9000, 1001), 'PHOTO_INVALID_DIMENSIONS'],
    ['too thin', pngOf(2100, 100), 'PHOTO_INVALID_DIMENSIONS'],
    ['no picture', Buffer.from('x'), 'IMAGE_PROCESS_FAILED'],
    ['too big', Buffer.concat([pngOf(10, 10), Buffer.alloc(10 * 1024 * 1024)]), 'too big'],
  ])('refuses a photo that is %s', async (_, bytes, problem) => {
    const an = fake.person('An');
    await expect(api.sendPhoto(an.chat.id, new InputFile(bytes, 'hinh.png'))).rejects.toThrow(problem);
    expect(fake.problems).toEqual([]);
  });

  it.each([
    ['a caption of 1025 units', { caption: 'x'.repeat(1025) }, 'must be 0-1024 characters'],
    ['an unknown parameter', { title: 'x' }, 'title does not exist'],
    ['a wrong type', { protect_content: 'có' }, 'must be true or false'],
  ])('checks forms like JSON: %s', async (_, parameters, problem) => {
    const an = fake.person('An');
    const file = new InputFile(Buffer.from('x'), 'a.txt');
    await expect(api.sendDocument(an.chat.id, file, parameters as object)).rejects.toThrow(problem);
    expect(fake.problems.join()).toContain(problem);
  });

  it('hands out the files that people sent, albums in messages of their own, to who knows the token', async () => {
    const an = fake.person('An');
    const bytes = Buffer.from('văn bản');
    an.sendsFiles([
      { name: 'a.docx', bytes },
      { name: 'b.pdf', bytes, size: 21 * 1024 * 1024 },
    ]);
    an.sendsFiles([{ name: '', bytes, asPhoto: true }]);
    const [one, other, photo] = (await api.getUpdates({ offset: 0 })).map(({ message }) => message);
    expect(one?.media_group_id).toBeDefined();
    expect(other?.media_group_id).toBe(one?.media_group_id);
    expect(one?.document).toMatchObject({ file_name: 'a.docx', file_size: bytes.byteLength });
    expect(photo?.photo).toHaveLength(2);
    const file = await api.getFile(one?.document?.file_id ?? '');
    const fetched = (token: string) => fetch(`${fake.apiRoot}/file/bot${token}/${file.file_path}`);
    expect(Buffer.from(await (await fetched(fake.token)).arrayBuffer())).toEqual(bytes);
    expect((await fetched('8:other')).status).toBe(404);
    await expect(api.getFile(other?.document?.file_id ?? '')).rejects.toThrow('file is too big');
    await expect(api.getFile('nothing')).rejects.toThrow('invalid file_id');
    expect(() =>
      an.sendsFiles([
        { name: 'a.txt', bytes },
        { name: '', bytes, asPhoto: true },
      ]),
    ).toThrow('one kind');
    fake.inject({ method: DOWNLOAD, kind: 'status', code: 502, description: '', times: 1 });
    expect((await fetched(fake.token)).status).toBe(502);
    expect(fake.downloads.map(({ status }) => status)).toEqual([200, 404, 502]);
    expect(fake.problems).toEqual([]);
  });

  it('refuses an empty file and a file name that breaks the form', async () => {
    const an = fake.person('An');
    const send = (bytes: string, name: string) =>
      api.sendDocument(an.chat.id, new InputFile(Buffer.from(bytes), name));
    await expect(send('', 'a.txt')).rejects.toThrow('non-empty');
    await expect(send('x', 'a b.txt')).rejects.toThrow('quotation marks');
    expect(fake.problems).toHaveLength(2);
  });

  it('shows and removes keys, and asks for a phone number in private only', async () => {
    const an = fake.person('An');
    const keys = {
      keyboard: [[{ text: 'Số của tôi', request_contact: true }, 'Thôi']],
      one_time_keyboard: true,
    };
    await api.sendMessage(an.chat.id, 'Mời', { reply_markup: keys });
    await api.sendMessage(an.chat.id, 'Cảm ơn', { reply_markup: { remove_keyboard: true } });
    expect(fake.saidTo(an.chat.id).map(({ replyKeyboard }) => replyKeyboard)).toEqual([
      [
        { text: 'Số của tôi', asksForPhone: true },
        { text: 'Thôi', asksForPhone: false },
      ],
      'removed',
    ]);
    const group = fake.group('Nhóm');
    await expect(api.sendMessage(group.id, 'Mời', { reply_markup: keys })).rejects.toThrow(
      'private chats only',
    );
    const two = { keyboard: [[{ text: 'x', request_contact: true, request_location: true }]] } as const;
    await expect(api.sendMessage(an.chat.id, 'Mời', { reply_markup: two as never })).rejects.toThrow(
      'at most one thing',
    );
    expect(fake.problems).toHaveLength(1);
  });

  it('hands out contacts as the specification has them', async () => {
    const [an, binh] = [fake.person('An'), fake.person('Bình')];
    an.sharesPhone('84912345678');
    an.sharesPhone('84987654321', binh.user.id);
    const updates = await api.getUpdates();
    expect(updates.map(({ message }) => message?.contact?.user_id)).toEqual([an.user.id, binh.user.id]);
    expect(fake.problems).toEqual([]);
  });

  it('answers a wrong call with 400 and remembers it', async () => {
    await expect(
      api.sendMessage(fake.person('An').chat.id, '<p>x</p>', { parse_mode: 'HTML' }),
    ).rejects.toThrow("can't parse entities");
    expect(fake.problems.join()).toContain('unsupported start tag');
  });

  it('knows its chats, the blocked ones, and the buttons that wait for an answer', async () => {
    const an = fake.person('An');
    const sent = await api.sendMessage(an.chat.id, 'Chọn', {
      reply_markup: { inline_keyboard: [[{ text: 'Xem', callback_data: '/xem 1' }]] },
    });
    await expect(api.sendMessage(4, 'x')).rejects.toThrow('chat not found');
    const [message] = fake.saidTo(an.chat.id);
    const query = message === undefined ? '' : an.presses(message, 'Xem');
    const [update] = await api.getUpdates();
    expect(update?.callback_query).toMatchObject({ id: query, data: '/xem 1' });
    expect(await api.answerCallbackQuery(query)).toBe(true);
    await expect(api.answerCallbackQuery(query)).rejects.toThrow('query ID is invalid');
    await expect(
      api.sendMessage(an.chat.id, 'x', { reply_parameters: { message_id: sent.message_id + 99 } }),
    ).rejects.toThrow('message to be replied not found');
    an.blocks();
    await expect(api.sendMessage(an.chat.id, 'x')).rejects.toThrow('blocked by the user');
  });

  it('fails on demand: 429, 500, and connections that die before or after the call took effect', async () => {
    const an = fake.person('An');
    const send = () => api.sendMessage(an.chat.id, 'x').catch((error: unknown) => error);
    fake.inject({
      method: 'sendMessage',
      times: 1,
      kind: 'status',
      code: 429,
      description: 'x',
      retryAfter: 7,
    });
    expect(await send()).toMatchObject({ error_code: 429, parameters: { retry_after: 7 } });
    fake.inject({ method: 'sendMessage', times: 1, kind: 'status', code: 500, description: 'x' });
    expect(await send()).toMatchObject({ error_code: 500 });
    fake.inject({ method: 'sendMessage', times: 1, kind: 'reset', accepted: false });
    expect(await send()).toBeInstanceOf(HttpError);
    expect(fake.saidTo(an.chat.id)).toHaveLength(0);
    fake.inject({ method: 'sendMessage', times: 1, kind: 'reset', accepted: true });
    expect(await send()).toBeInstanceOf(HttpError);
    expect(fake.saidTo(an.chat.id)).toHaveLength(1);
    fake.inject({ method: 'sendMessage', times: 1, kind: 'slow', ms: 5 });
    expect(await send()).toMatchObject({ text: 'x' });
  });

  it('refuses another token, and its own once it is revoked', async () => {
    await expect(new Api('1:other', { apiRoot: fake.apiRoot }).getMe()).rejects.toThrow('401');
    expect((await api.getMe()).username).toBe('dat_chuan_bot');
    fake.revokeToken();
    await expect(api.getMe()).rejects.toThrow('401');
    expect(fake.token).toBe(FAKE_TOKEN);
  });
});
