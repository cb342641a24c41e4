import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '../../config.ts';
import { openDatabase } from '../../store/open.ts';
import { startFakeTelegram } from '../../testing/fakes/telegram/server.ts';
import type { TelegramSpec } from '../../testing/fakes/telegram/spec.ts';
import { createChance } from '../chance.ts';
import { type Balancer, startBalancer } from './balancer.ts';
import { startKiller } from './killer.ts';
import { type Asked, type Tally, tally, writtenAs } from './tally.ts';

export type KillTestOptions = {
  readonly updates: number;
  readonly chats: number;
  readonly kills: number;
  /** Processes at a time. One asks for updates; several take them by webhook. */
  readonly replicas: number;
  /** `null`: the embedded database, in a folder of its own. */
  readonly postgres: { readonly url: string; readonly restart: () => Promise<void> } | null;
  /** How often the database server is restarted meanwhile. */
  readonly restarts: number;
  readonly seed: number;
  /** Checks every call, where it is there. */
  readonly spec: TelegramSpec | null;
  readonly say: (line: string) => void;
};

export type KillFigures = Tally & {
  readonly database: string;
  readonly replicas: number;
  readonly kills: number;
  readonly restarts: number;
  /** Calls against the specification of the messenger. */
  readonly invalidCalls: number;
  readonly seconds: number;
};

const PATIENCE_MS = 60_000;
const FIRST_PERSON = 5_000_000;
const SECRET = 'bi-mat-cua-phep-thu';

/**
 * People ask, in `chats` chats, while processes are killed and the database is restarted; then everything left is answered, and what
 * became of each question is counted. Throws where answers stop coming for a minute.
 */
export async function runKillTest(options: KillTestOptions): Promise<KillFigures> {
  const { updates, chats, kills, replicas, postgres, restarts, say } = options;
  const begun = performance.now();
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-kills-'));
  const location: DatabaseLocation =
    postgres === null
      ? { engine: 'pglite', folder: path.join(folder, 'data') }
      : { engine: 'postgres', url: postgres.url };
  await (await openDatabase(location)).close();
  const fake = await startFakeTelegram(options.spec);
  let balancer: Balancer | null = null;
  let ports: () => readonly number[] = () => [];
  try {
    if (replicas > 1) balancer = await startBalancer(() => ports());
    const killer = await startKiller({
      orders: {
        database: location,
        apiRoot: fake.apiRoot,
        token: fake.token,
        answers: 'echo',
        webhook: balancer === null ? null : { publicUrl: balancer.url, secret: SECRET },
      },
      replicas,
      kills,
      chance: createChance(options.seed),
      onKill: (count) => {
        if (count % 20 === 0)
          say(`${count}/${kills} lần dừng đột ngột, ${fake.callCount('sendMessage')} câu trả lời`);
      },
    });
    ports = killer.ports;

    const people = Array.from({ length: chats }, (_, index) =>
      fake.person(`Người ${index}`, { id: FIRST_PERSON + index }),
    );
    const asked: Asked[] = [];
    let restarted = 0;
    while (asked.length < updates) {
      const person = people[asked.length % chats];
      const question = { chat: asked.length % chats, number: Math.floor(asked.length / chats) + 1 };
      person?.says(writtenAs(question));
      asked.push(question);
      // Spread over the kills: as many questions have been asked as processes have been killed, in share.
      while (killer.kills() < kills && asked.length / updates > (killer.kills() + 2) / (kills + 2)) {
        await Promise.race([sleep(20), killer.done]);
        if (postgres !== null && restarted < (restarts * killer.kills()) / Math.max(1, kills + 1) - 0.5) {
          restarted += 1;
          await postgres.restart();
        }
      }
    }
    await killer.done;
    const answers = () =>
      new Map(people.map(({ chat }, index) => [index, fake.saidTo(chat.id).map(({ text }) => text)]));
    let last = tally(asked, answers());
    for (let movedAt = performance.now(); last.lost > 0 && performance.now() - movedAt < PATIENCE_MS; ) {
      await sleep(500);
      const now = tally(asked, answers());
      if (now.answered > last.answered) movedAt = performance.now();
      last = now;
    }
    // Anything that would still be said twice has time for it.
    await sleep(1000);
    await killer.stop();
    return {
      database: postgres === null ? 'PGlite' : 'PostgreSQL',
      replicas,
      kills: killer.kills(),
      restarts: restarted,
      ...tally(asked, answers()),
      invalidCalls: fake.problems.length,
      seconds: Math.round((performance.now() - begun) / 1000),
    };
  } finally {
    await balancer?.close();
    await fake.close();
    await rm(folder, { recursive: true, force: true });
  }
}
