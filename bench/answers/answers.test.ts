import { expect, it } from 'vitest';
import { casesOf } from './cases.ts';
import { FAULT_KINDS, readKeys } from './keys.ts';
import { measureCases } from './measure.ts';
import { readSampleLibrary } from './provisions.ts';

const today = '2026-11-22';
const library = await readSampleLibrary();

it('has at least 200 true sentences and 25 faults of every kind', async () => {
  const sets = ['samples.txt', 'second.txt', 'third.txt'];
  const all = (await Promise.all(sets.map(readKeys))).flatMap((groups) => casesOf(groups, library, today));
  expect(all.filter(({ fault }) => fault === null).length).toBeGreaterThanOrEqual(200);
  const kinds = FAULT_KINDS.map((kind) => all.filter(({ fault }) => fault === kind).length);
  expect(Math.min(...kinds)).toBeGreaterThanOrEqual(25);
});

it('catches what is planted in a small batch, and lets through what is true', async () => {
  const figures = measureCases(
    'third',
    casesOf(await readKeys('third.txt'), library, today),
    today,
    () => {},
  );
  expect(figures.caught / figures.faults).toBeGreaterThanOrEqual(0.95);
  expect(figures.dropped / figures.true).toBeLessThanOrEqual(0.05);
});
