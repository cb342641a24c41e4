import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEMPLATE } from './account.ts';
import { type FakeZaloOa, startFakeZaloOa } from './server.ts';

describe('the fake Zalo OA server', () => {
  let fake: FakeZaloOa;
  let access = '';

  const exchange = async (refresh: string, secret = fake.appSecret) => {
    const response = await fetch(`${fake.apiRoot}/v4/oa/access_token`, {
      method: 'POST',
      headers: { secret_key: secret },
      body: new URLSearchParams({ app_id: fake.appId, refresh_token: refresh, grant_type: 'refresh_token' }),
    });
    return { status: response.status, body: Object(await response.json()) };
  };
  const call = async (path: string, body: object | FormData, token = access) => {
    const response = await fetch(`${fake.apiRoot}${path}`, {
      method: 'POST',
      headers: {
        access_token: token,
        ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      body: body instanceof FormData ? body : JSON.stringify(body),
    });
    return { status: response.status, body: Object(await response.json()), headers: response.headers };
  };
  const message = (user_id: unknown, content: object) =>
    call('/v3.0/oa/message/cs', { recipient: { user_id }, message: content });
  const upload = (kind: string, name: string, bytes: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    return call(`/v2.0/oa/upload/${kind}`, form);
  };
  const png = (size: number) => {
    const bytes = new Uint8Array(size);
    bytes.set(Buffer.from('\x89PNG', 'latin1'));
    return bytes;
  };

  beforeEach(async () => {
    fake = await startFakeZaloOa();
    access = (await exchange(fake.refreshToken)).body.access_token;
  });
  afterEach(() => fake.close());

  it('takes what the platform takes, and says so by error 0', async () => {
    const an = fake.person('An');
    an.says('chào');
    const sent = await message(an.id, { text: 'ệ'.repeat(2000) });
    expect(sent).toMatchObject({ status: 200, body: { error: 0, data: { user_id: an.id } } });
    expect(sent.headers.get('x-ratelimit-remain')).toBe('3999');
    const buttons = Array.from({ length: 5 }, (_, at) => ({
      title: `Mục ${at}`,
      type: 'oa.query.hide',
      payload: `/xem ${at}`,
    }));
    await message(an.id, { text: 'chọn', attachment: { type: 'template', payload: { buttons } } });
    const { attachment_id } = (await upload('image', 'hinh.png', png(1024 * 1024))).body.data;
    await message(an.id, {
      attachment: {
        type: 'template',
        payload: { template_type: 'media', elements: [{ media_type: 'image', attachment_id }] },
      },
    });
    const { token } = (await upload('file', 'a.docx', png(5))).body.data;
    await message(an.id, { attachment: { type: 'file', payload: { token } } });
    expect(fake.saidTo(an.id).map(({ kind }) => kind)).toEqual(['text', 'text', 'image', 'file']);
    const data = { [TEMPLATE.field]: 'Lịch học đã đổi.' };
    const { body } = await call('/v3.0/oa/message/template', {
      user_id: an.id,
      template_id: TEMPLATE.id,
      template_data: data,
    });
    expect(body.error).toBe(0);
    expect(fake.problems).toEqual([]);
  });

  it('refuses with HTTP 200, and notes, what the platform would not take', async () => {
    const { id, says } = fake.person('An');
    says('chào');
    const button = { title: 'a', type: 'oa.query.hide', payload: 'b' };
    const withButtons = (buttons: object[]) => ({
      text: 'x',
      attachment: { type: 'template', payload: { buttons } },
    });
    const wrong: readonly object[] = [
      { text: 'x'.repeat(2001) },
      { text: ' ' },
      { text: 'e\u0323\u0302' },
      { text: '\ud800' },
      {},
      { text: 'x', parse_mode: 'HTML' },
      withButtons(Array(6).fill(button)),
      withButtons([{ ...button, title: 'a'.repeat(101) }]),
      withButtons([{ ...button, payload: 'b'.repeat(1001) }]),
      withButtons([{ ...button, type: 'postback' }]),
      { attachment: { type: 'image', payload: {} } },
      { attachment: { type: 'file', payload: { attachment_id: 'x' } } },
    ];
    for (const content of wrong) {
      const before = fake.problems.length;
      const { status, body } = await message(id, content);
      expect([status, body.error], JSON.stringify(content).slice(0, 80)).toEqual([200, -201]);
      expect(fake.problems.length, JSON.stringify(content).slice(0, 80)).toBeGreaterThan(before);
    }
    expect((await message(Number(id), { text: 'x' })).body.error).toBe(-201);
    for (const [kind, name, bytes] of [
      ['image', 'hinh.png', png(1024 * 1024 + 1)],
      ['image', 'hinh.bmp', png(9)],
      ['file', 'a.xlsx', png(9)],
      ['file', 'a.pdf', png(5 * 1024 * 1024 + 1)],
    ] as const) {
      expect((await upload(kind, name, bytes)).body.error, name).toBe(-210);
    }
    expect(fake.saidTo(id)).toEqual([]);
  });

  it('gives a new pair for a refresh token once; used again it takes the pair down', async () => {
    const first = fake.refreshToken;
    expect((await exchange('x')).body.error).toBe(-14_014);
    expect(fake.problems).toEqual([]);
    const an = fake.person('An');
    an.says('chào');
    expect((await exchange(first)).body).toMatchObject({ error: -14_014 });
    expect((await message(an.id, { text: 'x' })).body.error).toBe(-216);
    expect(fake.forgive()).toEqual(['access_token: a refresh token was used twice']);
    const given = await exchange(fake.tokens.grant());
    expect(given.body.expires_in).toBe('90000');
    access = given.body.access_token;
    expect((await message(an.id, { text: 'x' })).body.error).toBe(0);
    fake.forward(25.1 * 3_600_000);
    expect((await message(an.id, { text: 'x' })).body.error).toBe(-220);
    expect((await exchange(given.body.refresh_token, 'wrong')).body.error).toBe(-14_004);
  });

  it('keeps to the windows, the quota and the calls of a minute', async () => {
    const an = fake.person('An');
    expect((await message(an.id, { text: 'chưa nhắn' })).body.error).toBe(-230);
    an.says('chào');
    fake.setQuota({ remain: 1, total: 10 });
    const at = async (hours: number) => {
      fake.forward(hours * 3_600_000);
      access = (await exchange(fake.tokens.grant())).body.access_token;
      return (await message(an.id, { text: 'x' })).body.error;
    };
    expect([await at(47), await at(2), await at(1), await at(24 * 6)]).toEqual([0, 0, -211, -230]);
    an.says('lại chào');
    an.blocks();
    expect((await message(an.id, { text: 'x' })).body.error).toBe(-227);
    fake.forward(60_000);
    fake.limit(0);
    expect((await message(an.id, { text: 'x' })).body.error).toBe(-32);
    expect(fake.problems).toEqual([]);
    await message(an.id, { text: 'x' });
    expect(fake.problems).toEqual(['called again in a minute that allows no more']);
  });
});
