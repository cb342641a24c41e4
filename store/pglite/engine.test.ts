import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { openDatabase } from '../open.ts';
import { pgliteForTests } from '../testing.ts';
import { startOpener } from './openers.testing.ts';

const engine = pgliteForTests();
let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'dat-chuan-engine-'));
  folder = path.join(parent, 'data');
});
afterEach(() => rm(parent, { recursive: true, force: true }));

const open = () => openDatabase({ engine: 'pglite', folder });
const refusal = async (opening: Promise<unknown>): Promise<KnownError> => {
  const error = await opening.catch((thrown: unknown) => thrown);
  if (!(error instanceof KnownError)) throw new Error('it was opened');
  return error;
};
const copyMigrated = async (): Promise<void> => {
  const location = await engine.migrated();
  if (location.engine === 'pglite') await cp(location.folder, folder, { recursive: true });
};

describe('creating an embedded database', () => {
  it('killed half-way is no harm: the next start begins anew and leaves nothing of it', async () => {
    const opener = startOpener(folder);
    await expect
      .poll(async () => (await readdir(folder, { recursive: true }).catch(() => [])).length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(50);
    opener.process.kill('SIGKILL');
    await opener.ended;
    expect((await readdir(folder)).some((name) => name.startsWith('creating-'))).toBe(true);

    const database = await open();
    expect(await database.query('select count(*) as n from directives')).toEqual([{ n: 0 }]);
    await database.close();
    expect(await readdir(folder)).toEqual(['pglite']);
  });

  it('lets nobody else read the folder', async () => {
    await (await open()).close();
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });
});

describe('a folder that will not do', () => {
  it('is left alone where it is a file', async () => {
    await writeFile(folder, 'ghi chú');
    const { code, sentence } = await refusal(open());
    expect(code).toBe('database_unsuitable');
    expect(sentence).toContain(`${folder} là một tệp`);
  });

  it('is left alone where a parent is a file', async () => {
    await writeFile(folder, 'ghi chú');
    expect((await refusal(openDatabase({ engine: 'pglite', folder: path.join(folder, 'x') }))).code).toBe(
      'database_unsuitable',
    );
  });

  it('is left alone where it holds other files', async () => {
    await mkdir(folder);
    await writeFile(path.join(folder, 'luan-van.docx'), '');
    expect((await refusal(open())).sentence).toContain('đã có tệp khác');
    expect(await readdir(folder)).toEqual(['luan-van.docx']);
  });

  it('is said to be unwritable where it is', async () => {
    await mkdir(folder);
    await chmod(folder, 0o555);
    await chmod(parent, 0o755);
    const opener = startOpener(folder, {
      script: `
        import { openPglite } from ${JSON.stringify(new URL('./engine.ts', import.meta.url).href)};
        // The superuser may write everywhere, so it stops being one once its program is read.
        if (process.getuid() === 0) { process.setegid(65534); process.seteuid(65534); }
        const { code, sentence } = await openPglite(${JSON.stringify(folder)}, true).catch((error) => error);
        console.log(JSON.stringify({ state: 'failed', code, sentence }));`,
    });
    expect(await opener.next()).toMatchObject({
      state: 'failed',
      code: 'database_unsuitable',
      sentence: expect.stringContaining(`Không ghi được vào thư mục cơ sở dữ liệu ${folder}`),
    });
  });

  it('is refused with its version where another version made it', async () => {
    await copyMigrated();
    await writeFile(path.join(folder, 'pglite', 'PG_VERSION'), '17\n');
    expect((await refusal(open())).sentence).toContain('PostgreSQL 17, cần 18');
  });

  it.each(['global/pg_control', 'global/1262', 'postgresql.conf'])(
    'is refused, not recreated, where it is damaged (%s), and is not left locked',
    async (file) => {
      await copyMigrated();
      await truncate(path.join(folder, 'pglite', file), file === 'postgresql.conf' ? 100 : 0);
      if (file === 'postgresql.conf') await rm(path.join(folder, 'pglite', file));
      const { code, sentence } = await refusal(open());
      expect(code).toBe('database_unsuitable');
      expect(sentence).toContain('Đừng xóa thư mục này');
      expect(await readdir(folder)).toEqual(['pglite']);
    },
  );

  it('is not made when only looking', async () => {
    const looking = () => openDatabase({ engine: 'pglite', folder }, { create: false });
    expect((await refusal(looking())).code).toBe('not_found');
    await expect(stat(folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await mkdir(folder);
    expect((await refusal(looking())).code).toBe('not_found');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('an open embedded database', () => {
  it('leaves this thread free during a long query', async () => {
    const database = await openDatabase(await engine.migrated());
    let running = true;
    const query = database.query('select pg_sleep(1)').finally(() => {
      running = false;
    });
    let turns = 0;
    while (running) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    await query;
    // Work in this thread would leave it a turn or two.
    expect(turns).toBeGreaterThan(100);
    await database.close();
  });

  it('ends with its process, without being closed, and leaves a folder to open', async () => {
    await copyMigrated();
    const opener = startOpener(folder, {
      script: `
        import { openDatabase } from ${JSON.stringify(new URL('../open.ts', import.meta.url).href)};
        const database = await openDatabase({ engine: 'pglite', folder: ${JSON.stringify(folder)} });
        await database.query('create table kept (n integer)');
        process.exit(3);`,
    });
    expect(await opener.ended).toBe(3);
    expect(await readdir(folder)).not.toContain('lock.json');
    const database = await open();
    expect(await database.query('select n from kept')).toEqual([]);
    await database.close();
  });

  it('keeps its log short though much is written', async () => {
    await copyMigrated();
    const database = await open();
    await database.query('create table much (words text)');
    for (let round = 0; round < 12; round += 1) {
      await database.transaction((tx) =>
        tx.query('insert into much select repeat(md5(n::text), 30) from generate_series(1, 10000) as n'),
      );
    }
    const log = path.join(folder, 'pglite', 'pg_wal');
    const sizes = await Promise.all(
      (await readdir(log)).map(async (name) => (await stat(path.join(log, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100 * 1024 * 1024);
    await database.close();
  });
});

describe.skipIf(leaveOut('smallDisk'))('a full disk', () => {
  const mount = (size: string) =>
    execFileSync(need('smallDisk'), ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  beforeEach(() => mkdir(folder));
  afterEach(() => {
    execFileSync('umount', [folder]);
  });

  it('while the database is created leaves nothing behind', async () => {
    mount('8m');
    expect((await refusal(open())).code).toBe('disk_full');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['45m', '60m'])(
    'while much is written fails the statement and loses nothing (%s)',
    async (size) => {
      mount(size);
      const database = await open();
      await database.query('create table kept (words text)');
      await database.query("insert into kept values ('còn')");
      const filling = async () => {
        for (;;) {
          await database.query(
            'insert into kept select repeat(md5(n::text), 20) from generate_series(1, 1000) as n',
          );
        }
      };
      expect((await refusal(filling())).code).toBe('disk_full');
      await database.close();
      execFileSync(need('smallDisk'), ['-o', 'remount,size=400m', folder]);
      const after = await open();
      expect(await after.query("select words from kept where words = 'còn'")).toEqual([{ words: 'còn' }]);
      await after.close();
    },
  );
});
