import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTelegramSpec } from '../../testing/fakes/telegram/spec.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { makePlace, type Place } from '../place.ts';
import { type KillFigures, runKillTest } from './killTest.ts';

/** The short form of `bench reliability`. */
const short = { chats: 12, restarts: 0, seed: 4, say: () => undefined };

function expectNothingLost(
  { asked, lost, inversions, doubled, kills, invalidCalls }: KillFigures,
  ofAll: number,
) {
  expect({ asked, lost, inversions, invalidCalls }).toEqual({
    asked: ofAll,
    lost: 0,
    inversions: 0,
    invalidCalls: 0,
  });
  expect(doubled).toBeLessThanOrEqual(kills);
}

describe.skipIf(leaveOut('telegramSpec'))('questions asked while processes are killed', () => {
  it('are each answered once and in order, on the embedded database', async () => {
    const figures = await runKillTest({
      ...short,
      updates: 120,
      kills: 5,
      replicas: 1,
      postgres: null,
      spec: readTelegramSpec(),
    });
    expect(figures.kills).toBe(5);
    expectNothingLost(figures, 120);
  }, 120_000);

  describe.skipIf(leaveOut('postgresUrl'))('by two processes on PostgreSQL', () => {
    let place: Place;
    beforeAll(async () => {
      place = await makePlace(need('postgresUrl'));
    });
    afterAll(() => place.remove());

    it('are each answered once and in order', async () => {
      const figures = await runKillTest({
        ...short,
        updates: 200,
        kills: 8,
        replicas: 2,
        postgres: { url: place.at, restart: () => Promise.resolve() },
        spec: readTelegramSpec(),
      });
      expect(figures.kills).toBe(8);
      expectNothingLost(figures, 200);
    }, 120_000);
  });
});
