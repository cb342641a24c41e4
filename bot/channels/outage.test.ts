import { beforeEach, describe, expect, it } from 'vitest';
import { type Outage, watchOutage } from './outage.ts';

let told: string[];
let outage: Outage;

beforeEach(() => {
  told = [];
  outage = watchOutage({
    askedToWait: () => undefined,
    offline: (error) => `offline: ${String(error)}`,
    backOnline: 'back',
    tell: (sentence) => told.push(sentence),
    stopping: new AbortController().signal,
    firstWaitMs: 1,
  });
});

describe('a server that is not reached', () => {
  it('is worth a word after three failures in a row, once, and another when it answers', () => {
    for (const error of [1, 2]) outage.count(error);
    outage.end();
    for (const error of [3, 4, 5, 6]) outage.count(error);
    expect(told).toEqual(['offline: 5']);
    outage.end();
    outage.end();
    expect(told).toEqual(['offline: 5', 'back']);
  });

  it('is not mentioned for failures that are explained otherwise, which count all the same', () => {
    for (const error of [1, 2, 3]) outage.count(error, true);
    outage.end();
    expect(told).toEqual([]);
    for (const error of [4, 5]) outage.count(error, true);
    outage.count(6);
    expect(told).toEqual(['offline: 6']);
  });
});
