import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pgliteForTests } from '../../../store/testing.ts';
import { signEvent, writeEvent } from '../../../testing/fakes/zalo-oa/webhook.ts';
import { oneDatabase, useTestZaloOa } from './testZaloOa.testing.ts';
import { operatorTexts } from './texts.ts';

describe('the webhook of the Zalo OA', () => {
  const oa = useTestZaloOa(oneDatabase(pgliteForTests()));

  const post = async (url: string, body: string | Uint8Array<ArrayBuffer>, signature: string | null) => {
    const response = await fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(signature === null ? {} : { 'x-zevent-signature': signature }),
      },
    });
    await response.body?.cancel();
    return response.status;
  };

  /** An event of a new person that the fake does not deliver by itself. */
  const event = (text: string, later = 0) => {
    oa.fake.disconnectWebhook();
    const person = oa.fake.person('An');
    const said = { ...person.says(text), timestamp: String(oa.fake.now() + later) };
    oa.fake.next();
    const body = writeEvent(said, false);
    return { person, body, timestamp: said.timestamp, signature: signEvent(body, said.timestamp, oa.fake) };
  };

  const stored = async (text: string): Promise<number> => {
    const rows = await oa.database.query<{ found: number }>(
      'select count(*)::integer as found from inbox where strpos(content::text, $1) > 0',
      [text],
    );
    return rows[0]?.found ?? 0;
  };

  it('refuses whatever Zalo did not sign, byte for byte, and does no work', async () => {
    const { url } = await oa.start();
    const { body, timestamp, signature } = event('giả mạo');
    const keys = { appId: oa.fake.appId, oaSecret: oa.fake.oaSecret };
    const hex = signature.slice(4);
    const forged: readonly (readonly [string, string | null])[] = [
      [body, null],
      [body, ''],
      [body, 'mac='],
      [body, `mac=${'0'.repeat(64)}`],
      [body, `mac=${hex.slice(1)}`],
      [body, `mac=${hex}0`],
      [body, `mac=${hex.replace(/.$/, (last) => (last === '0' ? '1' : '0'))}`],
      [body, signEvent(body, timestamp, { ...keys, oaSecret: 'another' })],
      [body, signEvent(body, timestamp, { ...keys, appId: '1' })],
      [body, signEvent(body, String(Number(timestamp) + 1), keys)],
      // With the key as the key of an HMAC.
      [
        body,
        `mac=${createHmac('sha256', keys.oaSecret).update(`${keys.appId}${body}${timestamp}`).digest('hex')}`,
      ],
      [body, `mac=${createHash('sha256').update(body).digest('hex')}`],
      [`${body} `, signature],
      [body.replace('giả', 'gia'), signature],
      [JSON.stringify(JSON.parse(body), null, 1), signature],
      [body.replace(timestamp, String(Number(timestamp) + 60_000)), signature],
    ];
    for (const [sent, header] of forged) {
      expect(await post(url, sent, header), `${header} ${sent.slice(-40)}`).toBe(403);
    }
    expect(await stored('giả mạo')).toBe(0);
    expect(oa.asked).toEqual([]);
    expect(await post(url, body, signature)).toBe(200);
    await oa.untilSaid(JSON.parse(body).sender.id, 'về “giả mạo”');
    // Without the name of the digest, as some senders write it.
    const other = event('không tên');
    expect(await post(url, other.body, other.signature.slice(4).toUpperCase())).toBe(200);
  });

  it('takes what is told again for two hours and answers it once; what is older or of tomorrow is refused', async () => {
    const { url } = await oa.start();
    const { person, body, signature } = event('hỏi lại');
    expect(await Promise.all(Array.from({ length: 5 }, () => post(url, body, signature)))).toEqual(
      Array(5).fill(200),
    );
    await oa.untilSaid(person.id, 'về “hỏi lại”');
    oa.fake.forward(111 * 60_000);
    expect(await post(url, body, signature)).toBe(200);
    oa.fake.forward(10 * 60_000);
    expect(await post(url, body, signature)).toBe(403);
    const tomorrow = event('ngày mai', 6 * 60_000);
    expect(await post(url, tomorrow.body, tomorrow.signature)).toBe(403);
    const seconds = event('bằng giây', -oa.fake.now() + Math.floor(oa.fake.now() / 1000));
    expect(await post(url, seconds.body, seconds.signature)).toBe(403);
    expect(oa.asked.map(({ text }) => text)).toEqual(['hỏi lại']);
    expect(oa.fake.saidTo(person.id)).toHaveLength(1);
  });

  it('refuses bodies that are too long or no JSON, and acknowledges signed ones that it does not know', async () => {
    const { url } = await oa.start();
    const sign = (body: string, timestamp: string) => signEvent(body, timestamp, oa.fake);
    expect(await post(url, 'x'.repeat(66 * 1024), sign('', ''))).toBe(413);
    expect(await post(url, '{', sign('{', ''))).toBe(400);
    expect(await post(url, new Uint8Array([0x22, 0xff, 0x22]), sign('', ''))).toBe(400);
    const timestamp = String(oa.fake.now());
    const strange = [
      JSON.stringify({ timestamp, event_name: 'mới', sender: 'ai đó' }),
      JSON.stringify({ timestamp, event_name: 'user_send_text', message: [] }),
      JSON.stringify({ timestamp, what: 1 }),
      JSON.stringify({ timestamp, event_name: 'constructor', sender: { id: '1' } }),
    ];
    for (const body of strange) expect(await post(url, body, sign(body, timestamp)), body).toBe(200);
    for (const body of ['null', '[]', '1']) expect(await post(url, body, sign(body, ''))).toBe(403);
    expect(oa.asked).toEqual([]);
  });

  it('takes nothing that is of another account or app', async () => {
    const { url } = await oa.start();
    const { body, timestamp } = event('của OA khác');
    for (const other of [
      body.replaceAll(oa.fake.oaId, '388613280879800000'),
      body.replace(oa.fake.appId, '1234567890'),
    ]) {
      expect(await post(url, other, signEvent(other, timestamp, oa.fake))).toBe(200);
    }
    expect(await stored('của OA khác')).toBe(0);
  });

  it('answers whoever calls while it is being set up, and takes nothing', async () => {
    const { url } = await oa.start({ webhookSecret: null });
    const { body, signature } = event('quá sớm');
    expect((await fetch(url)).status).toBe(200);
    for (const header of [null, signature]) expect(await post(url, body, header)).toBe(200);
    expect(await stored('quá sớm')).toBe(0);
    expect(oa.told).toEqual([operatorTexts.noWebhookSecret]);
  });

  it('lets Zalo tell again of what it could not store, and of what comes while it stops', async () => {
    let away = true;
    const { channel } = await oa.start({
      accept: async () => {
        if (away) throw new Error('the database is away');
      },
    });
    const an = oa.fake.person('An');
    an.says('một');
    await oa.fake.until('a first try', () => oa.fake.deliveries.length > 0);
    away = false;
    await oa.fake.until('the next', () => oa.fake.deliveries.some(({ status }) => status === 200));
    expect(oa.fake.deliveries[0]?.status).toBe(503);
    expect(oa.logged.join()).toContain('could not be stored');
    await channel.stop();
    const tries = oa.fake.deliveries.length;
    an.says('hai');
    await oa.fake.until('another try', () => oa.fake.deliveries.length > tries);
    expect(oa.fake.deliveries.at(-1)?.status).toBe(503);
  });
});
