import { describe, expect, it } from 'vitest';
import { createBreaker } from './breaker.ts';

function breakerAt(clock: { now: number }) {
  const told: string[] = [];
  const breaker = createBreaker(
    {
      onRest: (error, restMs) => told.push(`${String(error)} ${restMs}`),
      onRecovery: () => told.push('recovered'),
    },
    { now: () => clock.now },
  );
  let calls = 0;
  const works = () => breaker.attempt(async () => ++calls);
  const fails = () =>
    breaker.attempt(async () => {
      calls += 1;
      throw 'lỗi';
    });
  return { told, works, fails, calls: () => calls };
}

describe('the breaker', () => {
  it('lets one failure pass, and rests after two in a row', async () => {
    const clock = { now: 0 };
    const { told, works, fails, calls } = breakerAt(clock);
    expect(await fails()).toBeNull();
    expect(await works()).toBe(2);
    await fails();
    await fails();
    expect(told).toEqual(['lỗi 15000']);
    expect(await works()).toBeNull();
    expect(calls()).toBe(4);
  });

  it('then lets one caller try, and rests twice as long when this fails too, up to five minutes', async () => {
    const clock = { now: 0 };
    const { told, fails, calls } = breakerAt(clock);
    await fails();
    await fails();
    for (let tries = 0; tries < 7; tries += 1) {
      clock.now += 300_000;
      await Promise.all([fails(), fails(), fails()]);
    }
    expect(calls()).toBe(2 + 7);
    expect(told.map((line) => Number(line.split(' ')[1]) / 1000)).toEqual([
      15, 30, 60, 120, 240, 300, 300, 300,
    ]);
  });

  it('is well again after one success, and tells it once', async () => {
    const clock = { now: 0 };
    const { told, works, fails } = breakerAt(clock);
    await fails();
    await fails();
    clock.now = 15_000;
    expect(await works()).toBe(3);
    expect(await works()).toBe(4);
    await fails();
    expect(await works()).toBe(6);
    expect(told).toEqual(['lỗi 15000', 'recovered']);
  });

  it('tells once of many that failed together', async () => {
    const { told, fails } = breakerAt({ now: 0 });
    await Promise.all(Array.from({ length: 20 }, fails));
    expect(told).toHaveLength(1);
  });
});
