import { describe, expect, it } from 'vitest';
import { OaRefusal } from './api.ts';
import { decide, secondsUntil } from './decisions.ts';

const refusal = (code: number) => decide(new OaRefusal('/v3.0/oa/message/cs', code, 'x'));

describe('what to do about an error of the Zalo OA', () => {
  it('is written for every number that is known', () => {
    const kinds: Readonly<Record<string, readonly number[]>> = {
      renew: [401, -216, -220, -124],
      wait: [-32, 429, -211, -204, -212, -221, -223, -224, -320, -321, -234, -133, -144],
      later: [-100, -200, 503],
      plainer: [-201, -210, -233],
      drop: [-213, -218, -230, -232, -244, -248, -114, -131, -249, -1121],
      gone: [-227, -118],
      unsure: [500, 502, 504],
    };
    for (const [kind, codes] of Object.entries(kinds)) {
      for (const code of codes) expect(refusal(code).kind, String(code)).toBe(kind);
    }
  });

  it('is safe for a number that nobody knows: not repeated as it is, and nobody else waits', () => {
    for (const code of [-9999, 1, 403, -231]) expect(refusal(code)).toEqual({ kind: 'plainer' });
  });

  it('tells apart what never reached the server from what may have', () => {
    const broken = (code: string) =>
      Object.assign(new TypeError('fetch failed'), { cause: Object.assign(new Error(), { code }) });
    expect(decide(broken('ECONNREFUSED')).kind).toBe('later');
    expect(decide(broken('ECONNRESET')).kind).toBe('unsure');
    expect(decide(new DOMException('', 'TimeoutError')).kind).toBe('unsure');
    expect(decide(new SyntaxError('half an answer')).kind).toBe('unsure');
  });

  it('waits until the next minute of the clock, or the next morning in Vietnam', () => {
    const at = (time: string) => Date.parse(`2026-07-01T${time}+07:00`);
    expect(secondsUntil('minute', at('10:00:00'))).toBe(60);
    expect(secondsUntil('minute', at('10:00:59'))).toBe(1);
    expect(secondsUntil('morning', at('22:05:00'))).toBe(8 * 3600);
    expect(secondsUntil('morning', at('06:04:00'))).toBe(60);
    expect(secondsUntil('morning', at('06:05:00'))).toBe(24 * 3600);
  });
});
