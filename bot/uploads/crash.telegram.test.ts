import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../config.ts';
import { decision, LIMITS, parseHere, untilStage } from '../../ingest/uploads/uploads.testing.ts';
import { startUploads } from '../../ingest/uploads/uploads.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { openDatabase } from '../../store/open.ts';
import { pgliteForTests } from '../../store/testing.ts';
import { listUploads } from '../../store/uploads/uploads.ts';
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

describe.skipIf(leaveOut('telegramSpec'))('a bot that was away', () => {
  const engine = pgliteForTests();

  it('killed while it reads leaves file and message to the next one, which changes that message into the card', async () => {
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
      const [upload] = await listUploads(database, OPERATOR);
      await untilStage(database, OPERATOR, upload?.id ?? 0, ['review']);
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

  it('tells at its start what was read meanwhile', async () => {
    const database = await engine.open();
    const fake = await startFakeTelegram(readTelegramSpec());
    const admin = fake.person('Quản trị');
    await linkTo(database, admin.user.id, { admin: true });
    const uploads = await startUploads(database, {
      limits: LIMITS,
      onError: (error) => {
        throw error;
      },
      reading: { parse: parseHere },
    });
    const received = await uploads.receive(OPERATOR, {
      fileName: 'a.txt',
      bytes: decision({ number: '852/2026/QĐ-UBND', articles: ['Một\nMột điều về bồi dưỡng.'] }),
      channel: 'telegram',
      origin: { chat: String(admin.user.id), group: 'm5', source: '5', message: '999', told: false },
    });
    if (received.status !== 'accepted') throw new Error(received.status);
    await untilStage(database, OPERATOR, received.uploadId, ['review']);
    await uploads.stop();

    let asked = 0;
    let isOurs = false;
    const desk = await startDesk(database, fake, {}, async () => {
      asked += 1;
      return isOurs;
    });
    const said = () => fake.saidTo(admin.chat.id);
    await fake.until('looks of a process that leaves boards to another', () => asked > 2);
    expect(said()).toEqual([]);
    isOurs = true;
    // The message of that time is gone, so there is a new one.
    await fake.until('the card', () => said().some(({ text }) => text.includes('852/2026/QĐ-UBND')));
    await desk.stop();
    const again = await startDesk(database, fake);
    admin.says('/tailieu');
    await fake.until('the list', () => said().length > 1);
    expect(said()).toHaveLength(2);
    await again.stop();
    await fake.close();
    expect([...desk.faults, ...again.faults, ...fake.problems]).toEqual([]);
  });
});
