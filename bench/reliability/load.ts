import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DatabaseLocation } from '../../config.ts';
import { readGolden } from '../../data/golden/readGolden.ts';
import { openDatabase } from '../../store/open.ts';
import { type FakeTelegram, startFakeTelegram } from '../../testing/fakes/telegram/server.ts';
import { manyClauses } from './bigDocument.ts';
import { residentMegabytes } from './cpuTime.ts';
import { type Replica, type ReplicaOrders, startReplica } from './replicas.ts';
import { type Asked, tally, writtenAs } from './tally.ts';

/** Where the product keeps its messages; `null`: embedded, in a folder of its own. */
export type Place = { readonly url: string } | null;

export const nameOf = (place: Place) => (place === null ? 'PGlite' : 'PostgreSQL');
export const FIRST_PERSON = 6_000_000;
const SECRET = 'bi-mat-cua-phep-thu';

/** Runs `work` beside a fake messenger and a database with all tables. */
export async function beside<T>(
  place: Place,
  work: (fake: FakeTelegram, database: DatabaseLocation, folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-load-'));
  const database: DatabaseLocation =
    place === null
      ? { engine: 'pglite', folder: path.join(folder, 'data') }
      : { engine: 'postgres', url: place.url };
  await (await openDatabase(database)).close();
  const fake = await startFakeTelegram(null, { history: 2000 });
  try {
    return await work(fake, database, folder);
  } finally {
    await fake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

export const orders = (
  fake: FakeTelegram,
  database: DatabaseLocation,
  answers: ReplicaOrders['answers'],
): ReplicaOrders => ({
  database,
  answers,
  apiRoot: fake.apiRoot,
  token: fake.token,
  webhook: null,
  killAt: null,
});

/** What waited for a day while nothing ran is answered in order, once the product starts. */
export async function measureBacklog(place: Place, updates: number, chats: number): Promise<object> {
  return beside(place, async (fake, database) => {
    const people = Array.from({ length: chats }, (_, at) =>
      fake.person(`Người ${at}`, { id: FIRST_PERSON + at }),
    );
    const asked: Asked[] = Array.from({ length: updates }, (_, at) => ({
      chat: at % chats,
      number: Math.floor(at / chats) + 1,
    }));
    for (const question of asked) people[question.chat]?.says(writtenAs(question));
    const begun = performance.now();
    const replica = await startReplica(orders(fake, database, 'echo'));
    await untilSaid(fake, updates);
    const seconds = (performance.now() - begun) / 1000;
    await replica.stop();
    const answers = new Map(people.map(({ chat }, at) => [at, fake.saidTo(chat.id).map(({ text }) => text)]));
    return {
      database: nameOf(place),
      ...tally(asked, answers),
      seconds: Math.round(seconds),
      perSecond: Math.round(updates / seconds),
    };
  });
}

export async function untilSaid(fake: FakeTelegram, count: number): Promise<void> {
  let before = -1;
  for (let still = 0; fake.callCount('sendMessage') < count; ) {
    await sleep(20);
    const now = fake.callCount('sendMessage');
    still = now === before ? still + 1 : 0;
    if (still > 3000) throw new Error(`answers stopped coming after ${now} of ${count}`);
    before = now;
  }
}

/** How long Telegram waits for its 200 while people ask and a document of 300 pages is ingested, in milliseconds. */
export async function measureAccepting(place: Place, perSecond: number, pages: number): Promise<object> {
  return beside(place, async (fake, database, folder) => {
    const document = path.join(folder, 'quyet-dinh-dai.txt');
    await writeFile(document, manyClauses(pages));
    const replica = await startReplica({
      ...orders(fake, database, 'product'),
      document,
      webhook: { publicUrl: 'http://127.0.0.1:9', secret: SECRET },
    });
    const waits: number[] = [];
    const underway = new Set<Promise<void>>();
    let refused = 0;
    let isIngested = false;
    const questions = await questionTexts('questions');
    const tell = async (updateId: number) => {
      const begun = performance.now();
      const chat = FIRST_PERSON + (updateId % 100);
      const from = { id: chat, is_bot: false, first_name: 'Người' };
      const message = {
        message_id: updateId,
        date: Math.floor(Date.now() / 1000),
        from,
        chat: { id: chat, type: 'private', first_name: 'Người' },
        text: questions[updateId % questions.length] ?? '',
      };
      const post = () =>
        fetch(`http://127.0.0.1:${replica.port}/telegram/webhook`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
          body: JSON.stringify({ update_id: updateId, message }),
        });
      // On a connection that the server has just closed because nothing came on it, a messenger tells again; the wait goes on.
      const answer = await post().catch(post);
      await answer.text();
      if (!answer.ok) refused += 1;
      waits.push(performance.now() - begun);
    };
    const ingesting = replica.ingest().then(() => {
      isIngested = true;
    });
    const begun = performance.now();
    for (let told = 1; !isIngested || told < 10 * perSecond; told += 1) {
      const one = tell(told).finally(() => underway.delete(one));
      underway.add(one);
      const due = begun + (told * 1000) / perSecond - performance.now();
      if (due > 0) await sleep(due);
    }
    await Promise.all([...underway, ingesting]);
    const seconds = (performance.now() - begun) / 1000;
    replica.kill();
    await replica.ended;
    return {
      database: nameOf(place),
      accepted: waits.length - refused,
      refused,
      p50: percentile(waits, 0.5),
      p99: percentile(waits, 0.99),
      longest: percentile(waits, 1),
      pages,
      seconds: Math.round(seconds),
    };
  });
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

export async function questionTexts(set: 'questions' | 'heldOut'): Promise<readonly string[]> {
  return (await readGolden(set)).map(({ question }) => question);
}

/** Memory while people ask without end: its line through the second half of the time, in megabytes and megabytes a minute. */
export async function measureMemory(place: Place, minutes: number, perSecond: number): Promise<object> {
  return beside(place, async (fake, database) => {
    const replica: Replica = await startReplica(orders(fake, database, 'product'));
    const texts = await questionTexts('questions');
    const people = Array.from({ length: 100 }, (_, at) =>
      fake.person(`Người ${at}`, { id: FIRST_PERSON + at }),
    );
    const readings: { readonly minute: number; readonly megabytes: number }[] = [];
    const begun = performance.now();
    for (let asked = 0; performance.now() - begun < minutes * 60_000; asked += 1) {
      people[asked % people.length]?.says(texts[asked % texts.length] ?? '');
      const due = begun + (asked * 1000) / perSecond - performance.now();
      if (due > 0) await sleep(due);
      if (asked % (5 * perSecond) !== 0) continue;
      const megabytes = await residentMegabytes(replica.pid);
      if (megabytes !== null) readings.push({ minute: (performance.now() - begun) / 60_000, megabytes });
    }
    await replica.stop();
    const half = readings.filter(({ minute }) => minute > minutes / 2);
    return {
      database: nameOf(place),
      minutes,
      answers: fake.callCount('sendMessage'),
      firstMegabytes: Math.round(readings[0]?.megabytes ?? 0),
      lastMegabytes: Math.round(readings.at(-1)?.megabytes ?? 0),
      megabytesAMinute:
        Math.round(slope(half.map(({ minute, megabytes }) => [minute, megabytes])) * 100) / 100,
    };
  });
}

/** Of the straight line nearest to the points. */
function slope(points: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / Math.max(1, points.length);
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0) / spread;
}
