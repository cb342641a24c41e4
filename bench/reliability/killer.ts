import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryPoint } from '../../bot/delivery/points.ts';
import type { Chance } from '../chance.ts';
import { type Replica, type ReplicaOrders, startReplica } from './replicas.ts';

/** Every moment between two steps. */
const POINTS: readonly DeliveryPoint[] = [
  'before-inbox',
  'after-inbox',
  'after-claim',
  'before-compose',
  'after-compose',
  'after-answer-stored',
  'before-send',
  'after-send',
  'after-sent',
];

export type KillerOptions = {
  readonly orders: Omit<ReplicaOrders, 'killAt'>;
  readonly replicas: number;
  readonly kills: number;
  readonly chance: Chance;
  readonly onKill: (kills: number) => void;
};

export type Killer = {
  /** Those that are alive and take webhooks. */
  readonly ports: () => readonly number[];
  /** Kills so far. */
  readonly kills: () => number;
  /** Resolves when all kills were made. */
  readonly done: Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A point that is not passed within this time is not waited for. */
const LONGEST_LIFE_MS = 4000;
const MOST_STARTS = 10;
const RESTART_MS = 1000;
const SHORTEST_LIFE_MS = 150;
const LONGEST_RANDOM_MS = 1400;
/** A named point is passed up to so often before. */
const MOST_PASSED = 40;

/** As a service manager does: a process that met a database in its restart is started again. */
async function startPatiently(orders: ReplicaOrders): Promise<Replica> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startReplica(orders);
    } catch (error) {
      if (tries >= MOST_STARTS) throw error;
      await sleep(RESTART_MS);
    }
  }
}

/**
 * Keeps so many processes at work, killing each again and again: half of the time at a random moment, else at a named point, each
 * of these in turn. The last life of each is left to it.
 */
export async function startKiller({
  orders,
  replicas,
  kills,
  chance,
  onKill,
}: KillerOptions): Promise<Killer> {
  const living = new Set<Replica>();
  let killed = 0;
  let planned = 0;
  let stopping = false;

  /** Where this life ends; `null`: nowhere. */
  const plan = (): { readonly killAt: ReplicaOrders['killAt'] } | null => {
    if (planned >= kills || stopping) return null;
    planned += 1;
    if (planned % 2 === 0) return { killAt: null };
    const point = POINTS[((planned - 1) / 2) % POINTS.length] ?? 'after-send';
    return { killAt: { point, after: chance.between(1, MOST_PASSED) } };
  };

  const live = async () => {
    for (;;) {
      const end = plan();
      const replica = await startPatiently({ ...orders, killAt: end?.killAt ?? null });
      living.add(replica);
      if (end === null) return;
      const life =
        end.killAt === null ? chance.between(SHORTEST_LIFE_MS, LONGEST_RANDOM_MS) : LONGEST_LIFE_MS;
      const tooLong = setTimeout(replica.kill, life);
      await replica.ended;
      clearTimeout(tooLong);
      living.delete(replica);
      killed += 1;
      onKill(killed);
    }
  };

  const lives = Array.from({ length: replicas }, async (_, index) => {
    await sleep(index * 100);
    await live();
  });
  const done = Promise.all(lives).then(() => undefined);
  done.catch(() => undefined);
  return {
    ports: () => [...living].filter((replica) => replica.isAlive()).map(({ port }) => port),
    kills: () => killed,
    done,
    async stop() {
      stopping = true;
      await done.catch(() => undefined);
      await Promise.all([...living].map((replica) => replica.stop()));
    },
  };
}
