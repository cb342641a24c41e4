import { beforeEach, describe, expect, it } from 'vitest';
import { type MessengerServer, type Outage, watchOutage } from './outage.ts';

let told: string[];
let outage: Outage;
const server: MessengerServer = {
  askedToWait: () => undefined,
  offline: (error) => `offline: ${String(error)}`,
  backOnline: 'back',
  tell: (sentence) => told.push(sentence),
  stopping: new AbortController().signal,
  firstWaitMs: 1,
};

beforeEach(() => {
  told = [];
  outage = watchOutage(server);
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

  it('that turns us away is told of once for as long as it does, and when it takes us again', async () => {
    const states: boolean[] = [];
    const strict = watchOutage({ ...server, onConnected: (is) => states.push(is) });
    for (let time = 0; time < 2; time += 1) await strict.refused('a bad token');
    strict.end();
    expect(told).toEqual(['a bad token', 'back']);
    expect(states).toEqual([false, false, true]);
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
