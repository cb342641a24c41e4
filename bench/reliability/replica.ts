import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import path from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { TELEGRAM_PATH } from '../../bot/channels/telegram/receive/webhook.ts';
import { createTelegram } from '../../bot/channels/telegram/telegram.ts';
import { createRespond } from '../../bot/core.ts';
import { startDelivery } from '../../bot/delivery/delivery.ts';
import { journalOf } from '../../bot/delivery/journal.ts';
import type { DeliveryPoint } from '../../bot/delivery/points.ts';
import { parts } from '../../bot/feature.ts';
import type { Respond } from '../../bot/message.ts';
import { loadSamplesOnce } from '../../bot/start/loadSamples.ts';
import { warmUp } from '../../bot/start/warmUp.ts';
import { readConfig } from '../../config.ts';
import { vietnamDay } from '../../domain/day.ts';
import { ingestFile } from '../../ingest/ingest.ts';
import { search } from '../../retrieve/search.ts';
import { openDatabase } from '../../store/open.ts';
import type { ReplicaOrders } from './replicas.ts';

/**
 * A process of the kill test: inbox, outbox and the Telegram face as the product has them, with answers that repeat the question.
 * Its orders are its one argument; it prints `ready PORT`.
 */
const orders = JSON.parse(process.argv[2] ?? '') as ReplicaOrders;

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
// As long a memory as a real allowance has, and so short a while that nothing ever waits.
const unlimited = { messages: 30, perSeconds: 0.001 };

let passed = 0;
const at = (point: DeliveryPoint) => {
  if (point !== orders.killAt?.point) return;
  passed += 1;
  if (passed >= orders.killAt.after) process.kill(process.pid, 'SIGKILL');
};

const database = await openDatabase(orders.database);
const { ingest: limits } = readConfig({});
if (orders.answers === 'product') {
  await loadSamplesOnce(database, limits, () => undefined);
  await warmUp(database, vietnamDay(new Date()));
}

const echo: Respond = ({ text }) =>
  parts({
    outcome: 'quoted',
    choices: [],
    blocks: [{ kind: 'text', tone: 'plain', text: `Trả lời: ${text}` }],
  });
const whole = createRespond(
  {
    database,
    search,
    today: () => vietnamDay(new Date()),
    now: () => new Date(),
    tell: async () => undefined,
  },
  () => undefined,
);
const telegram = createTelegram({
  token: orders.token,
  apiRoot: orders.apiRoot,
  database,
  respond: orders.answers === 'echo' ? echo : whole,
  commands: [],
  log: silent,
  tell: () => undefined,
  webhook: orders.webhook ?? undefined,
  ...(orders.limited === true ? {} : { limits: { channel: unlimited, chat: unlimited, group: unlimited } }),
  pace: { holdSeconds: 2, firstWaitMs: 50 },
});
const delivery = await startDelivery({
  database,
  messengers: [telegram.messenger],
  log: silent,
  journalFile: journalOf(orders.database),
  at,
});

let port = 0;
let server: Server | null = null;
if (telegram.routes !== null) {
  const app = new Hono().route(TELEGRAM_PATH, telegram.routes);
  server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  port = address === null || typeof address === 'string' ? 0 : address.port;
}
await telegram.start(delivery);
process.stdout.write(`ready ${port}\n`);

process.once('SIGUSR2', async () => {
  const { document } = orders;
  if (document === undefined) return;
  await ingestFile(
    database,
    { fileName: path.basename(document), sample: true, bytes: await readFile(document) },
    limits,
  );
  process.stdout.write('ingested 1\n');
});

process.once('SIGTERM', async () => {
  await telegram.stop();
  await delivery.stop();
  server?.close();
  await database.close();
  process.exit(0);
});
