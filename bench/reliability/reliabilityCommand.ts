import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { type RunningServer, startServer } from '../../scripts/prepare/postgresServer.ts';
import { findServer } from '../../scripts/prepare/privatePostgres.ts';
import type { TelegramSpec } from '../../testing/fakes/telegram/spec.ts';
import { makePlace } from '../place.ts';
import { runKillTest } from './killTest.ts';
import { measureAccepting, measureBacklog, measureMemory, type Place } from './load.ts';
import { measureThroughput } from './throughput.ts';

const SECTIONS = ['kills', 'backlog', 'accepting', 'throughput', 'memory'] as const;
type Section = (typeof SECTIONS)[number];

type ReliabilityOptions = {
  readonly only?: readonly string[];
  readonly updates: number;
  readonly chats: number;
  readonly kills: number;
  readonly replicas: number;
  readonly restarts: number;
  readonly backlog: number;
  readonly questions: number;
  readonly minutes: number;
  readonly on: readonly string[];
  readonly seed: number;
  readonly json?: boolean;
};

/** `bench reliability`: what becomes of messages while processes are killed, and how fast they are taken in and answered. */
export function reliabilityCommand(): Command {
  return new Command('reliability')
    .description(
      'messages while processes are killed again and again: lost, doubled, out of order; and under load',
    )
    .option('--only <section...>', `some sections: ${SECTIONS.join(', ')}`)
    .option('--updates <number>', 'questions of the kill test', Number, 10_000)
    .option('--chats <number>', 'chats that they come from', Number, 200)
    .option(
      '--kills <number>',
      'SIGKILLs on each database, at random moments and at named points in turn',
      Number,
      200,
    )
    .option('--replicas <number>', 'processes on PostgreSQL', Number, 3)
    .option('--restarts <number>', 'restarts of PostgreSQL meanwhile', Number, 5)
    .option('--backlog <number>', 'questions that wait while nothing runs', Number, 20_000)
    .option('--questions <number>', 'questions of the throughput test', Number, 1000)
    .option('--minutes <number>', 'of the memory test', Number, 30)
    .option('--on <engine...>', 'pglite, postgres or both', ['pglite', 'postgres'])
    .option('--seed <number>', 'of everything that is left to chance', Number, 1)
    .option('--json', 'one JSON value')
    .action(async (options: ReliabilityOptions) => {
      const server = options.on.includes('postgres') ? await privateServer() : null;
      const figures: Record<string, unknown> = {};
      try {
        for (const section of SECTIONS) {
          if (options.only !== undefined && !options.only.includes(section)) continue;
          const rows = await measure(section, options, server);
          figures[section] = rows;
          if (options.json === true) continue;
          console.log(section);
          console.table(rows);
        }
      } finally {
        await server?.stop();
      }
      if (options.json === true) console.log(JSON.stringify(figures));
    });
}

/** The machine-readable Bot API, where it stands beside the checkout. */
async function telegramSpec(): Promise<TelegramSpec | null> {
  const file = path.resolve(
    import.meta.dirname,
    '..',
    '..',
    '..',
    'shared',
    'specs',
    'telegram-bot-api.json',
  );
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) console.error(`${file} is missing: calls are checked less.`);
  return text === null ? null : (JSON.parse(text) as TelegramSpec);
}

/** A server of its own, since it is restarted; `null` where PostgreSQL's programs are not installed. */
async function privateServer(): Promise<RunningServer | null> {
  const signal = new AbortController().signal;
  const programs = await findServer(signal);
  if (programs !== null) return startServer(programs, signal);
  console.error('PostgreSQL is not installed: its half is left out.');
  return null;
}

async function measure(
  section: Section,
  options: ReliabilityOptions,
  server: RunningServer | null,
): Promise<readonly object[]> {
  const rows: object[] = [];
  const urls = [...(options.on.includes('pglite') ? [null] : []), ...(server === null ? [] : [server.url])];
  for (const url of urls) {
    const made = url === null ? null : await makePlace(url);
    const place = made === null ? null : { url: made.at };
    try {
      if (section === 'kills') rows.push(await kills(options, place, server));
      else if (section === 'backlog') rows.push(await measureBacklog(place, options.backlog, options.chats));
      else if (section === 'accepting') rows.push(await measureAccepting(place, 100, 300));
      else if (section === 'throughput') rows.push(...(await measureThroughput(place, options.questions)));
      else rows.push(await measureMemory(place, options.minutes, 5));
    } finally {
      await made?.remove();
    }
  }
  return rows;
}

async function kills(
  options: ReliabilityOptions,
  place: Place,
  server: RunningServer | null,
): Promise<object> {
  const { updates, chats, replicas, restarts, seed } = options;
  return runKillTest({
    updates,
    chats,
    kills: options.kills,
    replicas: place === null ? 1 : replicas,
    postgres: place === null || server === null ? null : { url: place.url, restart: server.restart },
    restarts: place === null ? 0 : restarts,
    seed,
    spec: await telegramSpec(),
    say: (line) => console.error(line),
  });
}
