import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { openDatabase } from '../open.ts';
import { pgliteForTests } from '../testing.ts';
import { lockFolder } from './lock.ts';
import { type Opener, startOpener } from './openers.testing.ts';
import { announcePresence } from './presence.ts';
import { ownIdentity } from './processes.ts';

describe('the lock of a folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-lock-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const lockFile = () => path.join(folder, 'lock.json');
  /** Leaves the lock of a holder that is like this process but for `changes`. */
  const leaveLock = async (changes: Readonly<Record<string, unknown>>) =>
    writeFile(
      lockFile(),
      JSON.stringify({ token: 'of-before', ...(await ownIdentity()), socket: null, ...changes }),
    );
  const refusal = async (): Promise<KnownError> => {
    const error = await lockFolder(folder, './kho').catch((thrown: unknown) => thrown);
    if (!(error instanceof KnownError)) throw new Error('the lock was given');
    expect(error.code).toBe('database_locked');
    return error;
  };
  const deadPid = async (): Promise<number> => {
    const child = spawn(process.execPath, ['--eval', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    return child.pid ?? 0;
  };

  it('is given once, says in two languages who has it, and leaves nothing behind when it is released', async () => {
    const lock = await lockFolder(folder);
    const { sentence } = await refusal();
    expect(sentence).toContain(`Thư mục cơ sở dữ liệu ./kho đang được tiến trình ${process.pid} sử dụng.`);
    expect(sentence).toContain(`The database folder ./kho is in use by process ${process.pid}.`);
    expect(sentence).toContain('DATA_DIR');
    await lock.release();
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
    await (await lockFolder(folder)).release();
  });

  it('names the process, when it started and the machine', async () => {
    const lock = await lockFolder(folder);
    const { pid, started, hostname } = await ownIdentity();
    expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ pid, started, hostname });
    await lock.release();
  });

  it('is taken over from a process that has ended', async () => {
    await leaveLock({ pid: await deadPid() });
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is taken over where the number belongs to another process by now', async () => {
    await leaveLock({ started: '1' });
    await (await lockFolder(folder)).release();
  });

  it('is taken over after the machine was switched off and on', async () => {
    await leaveLock({ boot: 'an earlier one' });
    await (await lockFolder(folder)).release();
  });

  it('is never taken from a process that runs, even where nobody knows when it started', async () => {
    await leaveLock({ started: null });
    expect((await refusal()).sentence).toContain(`tiến trình ${process.pid}`);
  });

  it('is never taken from another machine, whose processes cannot be seen', async () => {
    await leaveLock({ hostname: 'may-khac', boot: 'its own', pid: await deadPid() });
    const { sentence } = await refusal();
    expect(sentence).toContain('trên máy may-khac');
    expect(sentence).toContain(`hãy xóa tệp ${path.join('./kho', 'lock.json')}`);
  });

  it('is not taken from another container of this machine while its socket answers, and is when it does not', async () => {
    const socket = path.join(folder, 'here-other.sock');
    const presence = await announcePresence(socket);
    if (presence === null) throw new Error('this folder cannot hold a socket');
    // The number is that of a dead process here: in its own container it may well live.
    await leaveLock({ pidSpace: 'pid:[1]', pid: await deadPid(), socket: path.basename(socket) });
    await refusal();
    await presence.end();
    await leaveKilledSocket(socket);
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused, not guessed, where its file cannot be read', async () => {
    await writeFile(lockFile(), '{"pid":');
    expect((await refusal()).sentence).toContain('hãy xóa tệp');
  });

  it('goes to exactly one of many that find the same dead holder', async () => {
    for (let round = 0; round < 20; round += 1) {
      await leaveLock({ pid: await deadPid(), token: `round-${round}` });
      const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
      const won = results.filter((result) => result.status === 'fulfilled');
      expect(won).toHaveLength(1);
      for (const { value } of won) await value.release();
    }
  });

  it('is taken over also where a process died while it was taking it over', async () => {
    await leaveLock({ pid: await deadPid() });
    await writeFile(
      `${lockFile()}.of-before`,
      JSON.stringify({ token: 'of-the-guard', ...(await ownIdentity()), socket: null, pid: await deadPid() }),
    );
    await (await lockFolder(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  it('stays with whoever took it after the file was removed by hand', async () => {
    const first = await lockFolder(folder);
    await rm(lockFile());
    const second = await lockFolder(folder);
    await first.release();
    await refusal();
    await second.release();
  });

  async function leaveKilledSocket(file: string): Promise<void> {
    const script = `require('node:net').createServer().listen(${JSON.stringify(file)}, () => process.kill(process.pid, 'SIGKILL'))`;
    const child = spawn(process.execPath, ['--eval', script]);
    await new Promise((resolve) => child.once('exit', resolve));
  }
});

describe('processes that open one folder', () => {
  const engine = pgliteForTests();
  const openers: Opener[] = [];
  const start = (folder: string): Opener => {
    const opener = startOpener(folder);
    openers.push(opener);
    return opener;
  };
  afterEach(async () => {
    for (const opener of openers.splice(0)) {
      opener.process.kill('SIGKILL');
      await opener.ended;
    }
  });
  const existing = async (): Promise<string> => {
    const location = await engine.migrated();
    return location.engine === 'pglite' ? location.folder : '';
  };

  it('at once: one gets it, the others are told who has it; it is free again after a clean end', async () => {
    const folder = await existing();
    const contenders = [start(folder), start(folder), start(folder)];
    const reports = await Promise.all(contenders.map((contender) => contender.next()));
    const winner = contenders[reports.findIndex(({ state }) => state === 'open')];
    const losers = reports.filter((report) => report.state === 'failed');
    expect(losers).toHaveLength(2);
    for (const { code, sentence } of losers) {
      expect(code).toBe('database_locked');
      expect(sentence).toContain(String(winner?.pid));
      expect(sentence).toContain(folder);
    }
    winner?.close();
    // Nobody calls process.exit: the process has to find by itself that it is done.
    expect(await winner?.ended).toBe(0);
    const next = start(folder);
    expect(await next.next()).toEqual({ state: 'open' });
  });

  it('creating it at once: one creates it, nobody destroys it', async () => {
    const folder = path.join(path.dirname(await existing()), 'new', 'deeper');
    const contenders = [start(folder), start(folder)];
    const states = (await Promise.all(contenders.map((contender) => contender.next()))).map(
      ({ state }) => state,
    );
    expect(states.sort()).toEqual(['failed', 'open']);
  });

  it('after kill -9 of the holder: one of the next takes over and finds what was stored', async () => {
    const folder = await existing();
    const before = await openDatabase({ engine: 'pglite', folder });
    await before.query('create table kept (n integer)');
    await before.query('insert into kept values (1)');
    await before.close();
    const holder = start(folder);
    expect(await holder.next()).toEqual({ state: 'open' });
    holder.process.kill('SIGKILL');
    const contenders = [start(folder), start(folder)];
    const states = (await Promise.all(contenders.map((contender) => contender.next()))).map(
      ({ state }) => state,
    );
    expect(states.sort()).toEqual(['failed', 'open']);
    for (const contender of contenders) contender.close();
    await Promise.all(contenders.map(({ ended }) => ended));
    const after = await openDatabase({ engine: 'pglite', folder });
    expect(await after.query('select n from kept')).toEqual([{ n: 1 }]);
    await after.close();
  });

  it('the same process twice: the second time is refused like a stranger', async () => {
    const location = await engine.migrated();
    const database = await openDatabase(location);
    await expect(openDatabase(location)).rejects.toMatchObject({ code: 'database_locked' });
    await database.close();
  });

  it('under another spelling of its name: it is the same folder', async () => {
    const folder = await existing();
    await mkdir(path.join(folder, '..', 'side'));
    const holder = start(folder);
    expect(await holder.next()).toEqual({ state: 'open' });
    const other = start(path.join(folder, '..', 'side', '..') + path.sep + path.basename(folder));
    expect(await other.next()).toMatchObject({ state: 'failed', code: 'database_locked' });
  });
});
