import { expect, it } from 'vitest';
import type { DueNotice, Place } from '../../store/notices/dispatch.ts';
import { MOST_IN_DIGEST, planDigests, writeDigest } from './digest.ts';

const now = new Date('2026-11-23T03:00:00Z');
const phone: Place = { channel: 'telegram', chat: '1', received: new Date('2026-11-01T00:00:00Z') };
const zalo: Place = { channel: 'zalo-bot', chat: 'z', received: new Date('2026-11-20T00:00:00Z') };
const notice = (id: number, more: Partial<DueNotice> = {}): DueNotice => ({
  id,
  kind: 'reminder',
  words: `Tin số ${id}.`,
  places: [phone, zalo],
  ...more,
});
const plan = (notices: readonly DueNotice[], lastQueued: Date | null = null, open = (_: Place) => true) =>
  planDigests({ recipient: 'an', notices, lastQueued }, now, open);

it('notices of one person become one message, where they last wrote', () => {
  const [digest, ...others] = plan([notice(1), notice(2, { places: [phone, zalo] })]);
  expect(others).toEqual([]);
  expect(digest?.to).toEqual(zalo);
  expect(digest?.notices.map(({ id }) => id)).toEqual([1, 2]);
});

it('a closed channel lets another one of the person say it; where all are closed it waits', () => {
  expect(plan([notice(1)], null, ({ channel }) => channel === 'telegram')[0]?.to).toEqual(phone);
  expect(plan([notice(1)], null, () => false)).toEqual([]);
  expect(plan([notice(1, { places: [] })])).toEqual([]);
});

it('within an hour nothing more is said, unless it ought not to wait; then everything goes along', () => {
  const before = new Date(now.getTime() - 59 * 60_000);
  expect(plan([notice(1)], before)).toEqual([]);
  expect(plan([notice(1), notice(2, { kind: 'answer' })], before)[0]?.notices.map(({ id }) => id)).toEqual([
    2, 1,
  ]);
  expect(plan([notice(1)], new Date(now.getTime() - 3_600_000))).toHaveLength(1);
});

it('a message holds ten and says how many more there are; the rest waits and is lost to nobody', () => {
  const all = Array.from({ length: 13 }, (_, at) => notice(at + 1));
  const [digest] = plan(all);
  if (digest === undefined) throw new Error('there is a message');
  expect(digest.notices).toHaveLength(MOST_IN_DIGEST);
  const words = writeDigest(digest);
  expect(words).toContain('Tôi có 13 tin');
  expect(words).toContain('10. Tin số 10.');
  expect(words).not.toContain('Tin số 11');
  expect(words).toContain('và 3 tin khác');
});

it('a single one is said as it is, with the way not to get such; what one asked for without', () => {
  expect(writeDigest({ notices: [notice(1)], left: 0 })).toMatch(/^Tin số 1\.\n\n.*\/tatthongbao/);
  for (const kind of ['answer', 'security'] as const) {
    expect(writeDigest({ notices: [notice(1, { kind })], left: 0 })).toBe('Tin số 1.');
  }
});
