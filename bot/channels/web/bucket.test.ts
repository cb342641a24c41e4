import { describe, expect, it } from 'vitest';
import { createBucket } from './bucket.ts';

describe('a bucket of permissions', () => {
  it('gives its size at once, then one for each stretch of time, never more than its size', () => {
    let now = 1000;
    const take = createBucket(2, 100, () => now);
    expect([take(), take(), take()]).toEqual([true, true, false]);
    now += 99;
    expect(take()).toBe(false);
    now += 1;
    expect([take(), take()]).toEqual([true, false]);
    now += 100_000;
    expect([take(), take(), take()]).toEqual([true, true, false]);
  });

  it('counts asking in vain as no time, and survives a clock that is set back', () => {
    let now = 1000;
    const take = createBucket(1, 100, () => now);
    expect(take()).toBe(true);
    for (let asked = 0; asked < 9; asked++) {
      now += 10;
      expect(take()).toBe(false);
    }
    now += 10;
    expect(take()).toBe(true);
    now -= 5000;
    expect(take()).toBe(false);
    now += 100;
    expect(take()).toBe(true);
  });
});
