import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createGate } from './gate.ts';

it('lets so many in at a time, in their order, and others as these leave', async () => {
  const gate = createGate(2);
  const entered: number[] = [];
  const leave: (() => void)[] = [];
  const all = [1, 2, 3, 4].map(async (one) => {
    leave.push(await gate.enter());
    entered.push(one);
  });
  await sleep(5);
  expect(entered).toEqual([1, 2]);
  leave[0]?.();
  leave[0]?.();
  await sleep(5);
  expect(entered).toEqual([1, 2, 3]);
  leave[1]?.();
  await Promise.all(all);
  expect(entered).toEqual([1, 2, 3, 4]);
});

it('keeps others outside while who is inside may still be quick', async () => {
  const gate = createGate(2, 30);
  const leave = await gate.enter();
  let joined = false;
  const other = gate.enter().then((leaveToo) => {
    joined = true;
    return leaveToo;
  });
  await sleep(1);
  expect(joined).toBe(false);
  leave();
  (await other)();
  expect(joined).toBe(true);
  // Nobody leaves, and yet the next one is let in.
  await gate.enter();
  await gate.enter();
});
