import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../config.ts';
import { decision } from '../../ingest/uploads/uploads.testing.ts';
import { openDatabase } from '../../store/open.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { type FakeTelegram, startFakeTelegram } from '../../testing/fakes/telegram/server.ts';
import { readTelegramSpec } from '../../testing/fakes/telegram/spec.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { linkTo, startDesk } from './desk.testing.ts';

/** The product in a process of its own that never gets to the end of a reading; to be killed. */
function startStuck(location: DatabaseLocation, { apiRoot, token }: FakeTelegram) {
  const module = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    import { openDatabase } from ${module('../../store/open.ts')};
    import { OPERATOR } from ${module('../../store/access/identity.ts')};
    import { listUploads } from ${module('../../store/uploads/uploads.ts')};
    import { startDesk } from ${module('./desk.testing.ts')};
    const database = await openDatabase(${JSON.stringify(location)});
    const parse = () => new Promise(() => undefined);
    await startDesk(database, ${JSON.stringify({ apiRoot, token })}, { parse });
    process.stdout.write('ready\\n');
    setInterval(async () => {
      const [upload] = await listUploads(database, OPERATOR);
      if (upload?.stage === 'reading' && upload.origin.message !== null) process.stdout.write('told\\n');
    }, 50);`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe.skipIf(leaveOut('telegramSpec'))('a bot that is killed while it reads', () => {
  const engine = pgliteForTests();

  it('leaves the file and the message to the next one, which changes that message into the card', async () => {
    const location = await engine.migrated();
    const fake = await startFakeTelegram(readTelegramSpec());
    const admin = fake.person('Quản trị');
    const prepared = await openDatabase(location);
    await linkTo(prepared, admin.user.id, { admin: true });
    await prepared.close();

    const stuck = startStuck(location, fake);
    const ended = once(stuck, 'exit');
    const lines = createInterface({ input: stuck.stdout })[Symbol.asyncIterator]();
    expect((await lines.next()).value).toBe('ready');
    const bytes = decision({ number: '851/2026/QĐ-UBND', articles: ['Một\nMột điều về bồi dưỡng.'] });
    admin.sendsFiles([{ name: 'a.txt', bytes }]);
    expect((await lines.next()).value).toBe('told');
    const said = () => fake.saidTo(admin.chat.id);
    expect(said()).toHaveLength(1);
    stuck.kill('SIGKILL');
    await ended;

    const database = await openDatabase(location);
    const desk = await startDesk(database, fake);
    try {
      await fake.until('the card', () => said().some(({ text }) => text.includes('851/2026/QĐ-UBND')));
      expect(said()).toHaveLength(1);
      expect(said()[0]?.buttons.map(({ text }) => text)).toContain('Công bố');
      expect(desk.faults).toEqual([]);
    } finally {
      await desk.stop();
      await database.close();
      await fake.close();
    }
    expect(fake.problems).toEqual([]);
  });
});
