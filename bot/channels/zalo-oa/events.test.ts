import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLossless } from '../lossless.ts';
import { isZaloAddress } from './download.ts';
import { accountOf, phoneDigits, readKept, readUpdates, readWireEvent } from './events.ts';
import { isTimely } from './signature.ts';

const updatesOf = (json: string) => {
  const event = readWireEvent(parseLossless(json));
  return event === null ? null : readUpdates(event);
};

describe('an event of the Zalo OA', () => {
  it('keeps every digit of its ids, quoted or not', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 25n }), fc.boolean(), (id, quoted) => {
        const written = quoted ? `"${id}"` : `${id}`;
        const json = `{"event_name":"user_send_text","timestamp":1540368141908,"sender":{"id":${written}},"recipient":{"id":${written}},"message":{"msg_id":${written},"text":"1234567890123456789"}}`;
        const event = readWireEvent(parseLossless(json));
        expect(event === null ? null : accountOf(event)).toBe(String(id));
        expect(updatesOf(json)).toMatchObject([
          { key: String(id), chat: String(id), update: { user: String(id), text: '1234567890123456789' } },
        ]);
      }),
    );
    expect(parseLossless('{"a":1.5,"b":12,"c":1e30,"d":9007199254740993}')).toEqual({
      a: 1.5,
      b: 12,
      c: 1e30,
      d: '9007199254740993',
    });
  });

  it('has the key of its message, or one of its own that is the same when it is told again', () => {
    const follow =
      '{"event_name":"follow","oa_id":"9","follower":{"id":"7"},"timestamp":"1540368141908","source":"x"}';
    expect(updatesOf(follow)).toEqual(updatesOf(follow));
    expect(updatesOf(follow)).toMatchObject([{ key: 'follow 7 1540368141908', chat: '7' }]);
    const pictures = `{"event_name":"user_send_image","timestamp":"1","sender":{"id":"7"},"message":{"msg_id":"m","attachments":[
      {"type":"image","payload":{"url":"https://a"}},{"type":"image","payload":{"url":"https://b"}}]}}`;
    expect(updatesOf(pictures)?.map(({ key }) => key)).toEqual(['m', 'm 1']);
  });

  it('keeps of what a person shares no more than the number, and asks nothing of what is only told', () => {
    const info = `{"event_name":"user_submit_info","timestamp":"1","sender":{"id":"7"},
      "info":{"name":"Nguyễn Thị Mẫu","phone":84912345678,"user_dob":"01/01/1990"}}`;
    const [update] = updatesOf(info) ?? [];
    expect(JSON.stringify(update)).not.toMatch(/Mẫu|1990/);
    expect(readKept(update?.update)).toMatchObject({ event: 'shared_info', phone: '84912345678' });
    for (const name of [
      'user_seen_message',
      'oa_send_text',
      'user_send_group_text',
      '__proto__',
      'toString',
    ]) {
      expect(updatesOf(`{"event_name":"${name}","timestamp":"1","sender":{"id":"7"}}`), name).toEqual([]);
    }
    expect(updatesOf('{"event_name":"user_send_text","timestamp":"1"}')).toEqual([]);
    expect(readKept({ event: 'mới' })).toBeNull();
  });

  it('names a phone number with its country, or none', () => {
    for (const written of ['84912345678', '+84912345678', '0912345678', '0912 345.678'])
      expect(phoneDigits(written)).toBe('84912345678');
    for (const other of ['', '12345678', '0912', '849123456789', 'abc', '+1 202 555 0100'])
      expect(phoneDigits(other)).toBeNull();
  });

  it('is of our time for two hours', () => {
    const now = 1_790_000_000_000;
    for (const [age, right] of [
      [0, true],
      [110 * 60_000, true],
      [121 * 60_000, false],
      [-4 * 60_000, true],
      [-6 * 60_000, false],
    ] as const)
      expect(isTimely(String(now - age), now), String(age)).toBe(right);
    for (const other of ['', 'NaN', '1e12', '-1', '1790000000']) expect(isTimely(other, now)).toBe(false);
  });

  it('names files that are fetched from Zalo only, and safely', () => {
    for (const right of [
      'https://f11-zpc.zdn.vn/a/b.pdf',
      'https://down-static.zalo.me/x?y=1',
      'https://zalo.me/a',
    ])
      expect(isZaloAddress(right, null), right).toBe(true);
    for (const wrong of [
      'http://f11-zpc.zdn.vn/a',
      'https://zdn.vn.vi.du/a',
      'https://xzdn.vn/a',
      'https://zalo.me@vi.du/',
      'https://an:b@zalo.me/',
      'https://zalo.me:8443/',
      'https://127.0.0.1/',
      'file:///etc/passwd',
      'không phải địa chỉ',
    ])
      expect(isZaloAddress(wrong, null), wrong).toBe(false);
    expect(isZaloAddress('http://127.0.0.1:4000/files/1', '127.0.0.1:4000')).toBe(true);
    expect(isZaloAddress('http://127.0.0.1:4001/files/1', '127.0.0.1:4000')).toBe(false);
  });
});
