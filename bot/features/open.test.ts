import { beforeAll, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { saveDirective } from '../../store/directives.ts';
import { removeDirective } from '../../store/removeDirective.ts';
import { retireDirective } from '../../store/standing.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { open } from './open.ts';

const engine = pgliteForTests();
let database: Database;

beforeAll(async () => {
  database = await engine.open();
});

const store = async (days: number): Promise<number> => {
  const header = { number: '715/2026/QĐ-UBND', type: 'Quyết định', title: 'Mẫu' };
  const directive = sampleDirective(header, [{ heading: 'Một', clauses: [`Học ${days} ngày.`] }]);
  return (await saveDirective(database, { ...directive, sample: false })).id;
};

/** The words and choices with which a document is opened. */
async function opened(id: number): Promise<{ readonly words: string; readonly sends: readonly string[] }> {
  const services = { database, today: () => '2026-11-22' };
  const message = { text: `/xem ${id}` };
  const words: string[] = [];
  const sends: string[] = [];
  const reply = open.reply(
    message as Parameters<typeof open.reply>[0],
    services as Parameters<typeof open.reply>[1],
  );
  for await (const part of reply) {
    if (part.kind === 'block') words.push(JSON.stringify(part.block));
    if (part.kind === 'done') sends.push(...part.choices.map(({ send }) => send));
  }
  return { words: words.join('\n'), sends };
}

it('an old citation opens its own words, and says what became of the document', async () => {
  const [old, now] = [await store(5), await store(7)];
  expect((await opened(old)).words).not.toContain('bản cũ');
  await database.transaction((tx) => retireDirective(tx, old, now));
  const replaced = await opened(old);
  expect(replaced.words).toContain('Đây là bản cũ của Quyết định 715/2026/QĐ-UBND');
  expect(replaced.words).toContain('Điều 1');
  expect(replaced.sends).toContain(`/xem ${now}`);
  await database.transaction((tx) => retireDirective(tx, now, null));
  expect((await opened(now)).words).toContain('đã được gỡ');
  await removeDirective(database, now);
  expect((await opened(now)).words).toContain('đã bị xóa khỏi kho');
});
