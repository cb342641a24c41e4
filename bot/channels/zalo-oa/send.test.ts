import { describe, expect, it } from 'vitest';
import { pgliteForTests } from '../../../store/testing.ts';
import { TEMPLATE } from '../../../testing/fakes/zalo-oa/account.ts';
import { fileBlock, pictureBlock, quotedReply, textBlock } from '../fixtures.testing.ts';
import { textMessage } from './outgoing.ts';
import { oneDatabase, useTestZaloOa } from './testZaloOa.testing.ts';
import { operatorTexts } from './texts.ts';

const HOUR_MS = 3_600_000;
const never = new AbortController().signal;

describe('sending through the Zalo OA', () => {
  const oa = useTestZaloOa(oneDatabase(pgliteForTests()));

  const greeted = async (options: Parameters<typeof oa.start>[0] = {}) => {
    const { channel } = await oa.start(options);
    const an = oa.fake.person('An');
    an.says('chào');
    await oa.untilSaid(an.id, 'về “chào”');
    return { channel, an, say: (text: string) => channel.messenger.send(an.id, textMessage(text), never) };
  };

  it('renews a token that is over and sends once more, and goes on when an operator has given a new one', async () => {
    const { an, say } = await greeted();
    oa.fake.forward(2 * 60_000);
    oa.fake.tokens.expireAccess();
    expect(await say('sau khi đổi mã')).toMatchObject({
      kind: 'sent',
      externalId: expect.stringMatching(/\w/),
    });
    expect(oa.fake.calls.filter(({ method }) => method === 'token')).toHaveLength(2);

    oa.fake.forward(2 * 60_000);
    oa.fake.tokens.revoke();
    expect(await say('khi mã chết')).toEqual({ kind: 'wait', seconds: 300, whom: 'channel' });
    expect(oa.told.join()).toContain('Zalo không nhận refresh token');
    const other = oa.create({ refreshToken: oa.fake.tokens.grant() });
    await other.start();
    expect(await say('khi có mã mới')).toMatchObject({ kind: 'sent' });
    expect(oa.fake.wordsTo(an.id)).toBe('về “chào”\nsau khi đổi mã\nkhi có mã mới');
  });

  it('makes of every kind of error the outcome that is right for it', async () => {
    const { an, say, channel } = await greeted();
    const outcomeOf = async (code: number) => {
      oa.fake.inject({ method: 'message', times: 1, kind: 'refused', code });
      return say('thử');
    };
    expect(await outcomeOf(-200)).toMatchObject({ kind: 'unreached', mostTries: 10 });
    expect(await outcomeOf(-230)).toMatchObject({ kind: 'refused', instead: [] });
    expect(await outcomeOf(-9999)).toMatchObject({ kind: 'refused', instead: [] });
    expect(await outcomeOf(-227)).toEqual({ kind: 'gone' });
    expect(await outcomeOf(-211)).toEqual({ kind: 'wait', seconds: 3600, whom: 'channel' });
    expect(await outcomeOf(-224)).toEqual({ kind: 'wait', seconds: 900, whom: 'channel' });
    expect(await outcomeOf(-224)).toMatchObject({ kind: 'wait' });
    expect(await outcomeOf(-234)).toMatchObject({ kind: 'wait', whom: 'chat' });
    // Once an hour each.
    expect(oa.told.slice(1)).toEqual([operatorTexts.alarms.quota, operatorTexts.alarms.account]);

    oa.fake.inject({ method: 'message', times: 1, kind: 'reset', accepted: true });
    expect(await say('có thể đã đến')).toMatchObject({ kind: 'unsure' });
    oa.fake.inject({ method: 'message', times: 1, kind: 'status', status: 502 });
    expect(await say('cổng lỗi')).toMatchObject({ kind: 'unsure' });
    oa.fake.inject({ method: 'message', times: 1, kind: 'status', status: 503 });
    expect(await say('bận')).toMatchObject({ kind: 'unreached' });
    expect(await channel.messenger.send(an.id, { kind: 'cũ' }, never)).toMatchObject({ kind: 'refused' });
    expect(oa.fake.wordsTo(an.id)).toBe('về “chào”\ncó thể đã đến');
    for (const line of oa.logged) expect(line).not.toContain(an.id);
  });

  it('uploads again what was not taken, and says in words what never is', async () => {
    const pdf = { ...fileBlock('báo cáo.pdf'), mediaType: 'application/pdf' };
    oa.reply = async ({ text }) => quotedReply([text === 'tệp' ? pdf : pictureBlock(), textBlock('hết')]);
    await oa.start();
    const an = oa.fake.person('An');
    // An upload shows nothing: it is repeated also where it may have been taken.
    oa.fake.inject({ method: 'uploadImage', times: 1, kind: 'reset', accepted: true });
    oa.fake.inject({ method: 'message', times: 1, kind: 'refused', code: -100 });
    an.says('hình');
    await oa.untilSaid(an.id, 'hết');
    await oa.settled();
    expect(oa.fake.saidTo(an.id).map(({ kind }) => kind)).toEqual(['image', 'text']);
    expect(oa.outcomes).toEqual(['unreached', 'unreached', 'sent', 'sent']);

    oa.fake.inject({ method: 'uploadImage', times: 1, kind: 'refused', code: -210 });
    an.says('hình');
    await oa.untilSaid(an.id, 'Hình: Đạt 5 trên 8 yêu cầu. Thiếu 2, chưa đủ dữ liệu 1.\nhết');
    oa.fake.inject({ method: 'uploadFile', times: 1, kind: 'refused', code: -201 });
    an.says('tệp');
    await oa.untilSaid(an.id, 'chưa gửi được tệp báo cáo.pdf');
  });

  it('calls no more in a minute that allows none, and loses nothing', async () => {
    const { an } = await greeted();
    oa.fake.forward(60_000);
    oa.fake.limit(2);
    for (const text of ['một', 'hai', 'ba', 'bốn', 'năm']) an.says(text);
    await oa.untilSaid(an.id, 'về “năm”');
    expect(oa.fake.wordsTo(an.id)).toBe(
      ['chào', 'một', 'hai', 'ba', 'bốn', 'năm'].map((text) => `về “${text}”`).join('\n'),
    );
    await oa.settled();
    // The headers said so: no call had to be refused.
    expect(oa.fake.calls.filter(({ code }) => code === -32)).toEqual([]);
    expect(oa.outcomes).toContain('wait');
  });

  it('answers free for 48 hours, for money until 7 days, and not at all after it', async () => {
    const { channel, an, say } = await greeted();
    const thrifty = oa.create({ billable: false });
    await thrifty.start();
    oa.fake.forward(47 * HOUR_MS);
    expect(await thrifty.messenger.send(an.id, textMessage('trong 48 giờ'), never)).toMatchObject({
      kind: 'sent',
    });
    expect(oa.fake.quota().remain).toBe(2000);
    oa.fake.forward(2 * HOUR_MS);
    const calls = oa.fake.calls.length;
    expect(await thrifty.messenger.send(an.id, textMessage('tính phí'), never)).toMatchObject({
      kind: 'refused',
      instead: [],
    });
    expect(oa.fake.calls).toHaveLength(calls);
    expect(await say('tính phí')).toMatchObject({ kind: 'sent' });
    expect(oa.fake.quota().remain).toBe(1999);
    oa.fake.forward(5 * 24 * HOUR_MS);
    expect(await say('quá 7 ngày')).toMatchObject({ kind: 'refused', instead: [] });
    const written = new Date('2026-07-01T00:00:00Z');
    expect(channel.messenger.openUntil?.(written)).toEqual(new Date('2026-07-08T00:00:00Z'));
    expect(thrifty.messenger.openUntil?.(written)).toEqual(new Date('2026-07-03T00:00:00Z'));
    expect(thrifty.messenger.openUntil?.(null)).toBeNull();
  });

  it('tells people who have not written of late by the approved template, or not at all', async () => {
    const { channel, an } = await greeted();
    const withTemplate = oa.create({ noticeTemplate: TEMPLATE });
    await withTemplate.start();
    expect(await oa.notify(withTemplate, an.id, 'Còn trong 48 giờ.')).toBe(true);
    oa.fake.forward(49 * HOUR_MS);
    expect(
      await oa.notify(withTemplate, an.id, `Lịch học đã đổi. ${'Chi tiết trong văn bản. '.repeat(20)}`),
    ).toBe(true);
    const last = oa.fake.saidTo(an.id).at(-1);
    expect(last).toMatchObject({ kind: 'template', templateId: TEMPLATE.id });
    expect(last?.text.startsWith('Lịch học đã đổi.')).toBe(true);
    expect(last?.text.length).toBeLessThanOrEqual(200);
    expect(withTemplate.messenger.openUntil).toBeUndefined();

    oa.fake.forward(7 * 24 * HOUR_MS);
    expect(await oa.notify(channel, an.id, 'Không mẫu tin.')).toBe(false);
    expect(await oa.notify(channel, '2468458835296119999', 'Người chưa nhắn bao giờ.')).toBe(false);
    const wrong = oa.create({ noticeTemplate: { id: 'khác', field: 'x' } });
    await wrong.start();
    expect(await oa.notify(wrong, an.id, 'Mẫu tin sai.')).toBe(false);
    expect(oa.told).toContain(operatorTexts.alarms.template);
    expect(oa.fake.wordsTo(an.id)).not.toMatch(/Không mẫu tin|Mẫu tin sai/);
  });

  it('tells whoever runs it when the package’s messages come to an end, once', async () => {
    oa.fake.setQuota({ remain: 150, total: 2000 });
    await oa.start({ pace: { firstWaitMs: 20, lookEveryMs: 30, graceMs: 1000 } });
    await oa.fake.until(
      'the quota',
      () => oa.fake.calls.filter(({ method }) => method === 'quota').length > 2,
    );
    expect(oa.told.filter((sentence) => sentence === operatorTexts.quotaLow(150, 2000))).toHaveLength(1);
  });

  it('starts without the server, tells of it, and connects when it is there', async () => {
    oa.fake.inject({ method: 'account', times: 2, kind: 'status', status: 502 });
    const channel = oa.create();
    await channel.start();
    expect(channel.messenger.isReady?.()).toBe(false);
    expect(oa.told[0]).toContain('chưa kết nối được máy chủ Zalo (mã 502)');
    await oa.fake.until('the account', () => channel.messenger.isReady?.() === true);
    expect(oa.told.at(-1)).toBe(operatorTexts.ready('Đạt Chuẩn (mẫu)'));
    await channel.stop();
  });
});
