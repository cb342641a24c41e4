import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseLocation } from '../config.ts';
import { KnownError } from '../errors.ts';
import { leaveOut } from '../testing/prerequisites.ts';
import type { Database } from './database.ts';
import { openDatabase } from './open.ts';
import { openPostgres } from './postgres.ts';
import { postgresForTests } from './testing.ts';

/** Other connections of the product to this database. */
const OTHERS = `pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and application_name = 'dat-chuan'`;
const SECRET = 'mat-khau-rat-kin';

/** Opens what cannot be opened and gives the error, having looked that nothing in it tells the password. */
async function failure(opening: Promise<unknown>): Promise<KnownError> {
  const error = await opening.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof KnownError)) throw new Error(`expected a KnownError, got ${inspect(error)}`);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(SECRET);
  return error;
}

describe('a server that cannot be had', () => {
  it.each([
    `postgres://user:${SECRET}@:port/x`,
    `postgres://user:${SECRET}@[::1/x`,
    `postgres://us%er:${SECRET}@localhost/x`,
  ])('a URL that is none is said so: %#', async (url) => {
    expect((await failure(openPostgres(url))).code).toBe('bad_config');
  });

  it('a port where nobody listens names the server', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    const error = await failure(openPostgres(`postgres://user:${SECRET}@127.0.0.1:${port}/x`));
    expect(error.code).toBe('database_unreachable');
    expect(error.sentence).toContain(`127.0.0.1:${port}`);
  });

  it('a host that does not exist names it', async () => {
    const error = await failure(openPostgres(`postgres://user:${SECRET}@no-such-host.invalid/x`));
    expect(error.code).toBe('database_unreachable');
    expect(error.sentence).toContain('no-such-host.invalid');
  });

  it('a server that says nothing is given up', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const url = `postgres://user:${SECRET}@127.0.0.1:${port}/x`;
    const error = await failure(openPostgres(url, { connectTimeoutMs: 300 }));
    expect(error.code).toBe('database_unreachable');
    expect(error.message).toContain('timeout');
    server.close();
  });

  it('a server that speaks something else is not taken for PostgreSQL', async () => {
    const server = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const error = await failure(openPostgres(`postgres://user:${SECRET}@127.0.0.1:${port}/x`));
    expect(error.code).toBe('database_unreachable');
    server.close();
  });
});

describe.skipIf(leaveOut('postgresUrl'))('a PostgreSQL server', () => {
  const engine = postgresForTests();
  const role = `dat_chuan_test_${randomUUID().replaceAll('-', '')}`;
  let admin: Database;
  let adminUrl: string;

  beforeAll(async () => {
    const location = await engine.migrated();
    if (location.engine !== 'postgres') throw new Error('not a server');
    adminUrl = location.url;
    admin = await openDatabase(location);
    await admin.query(`create role ${role} login password '${SECRET}'`);
  });
  afterAll(async () => {
    await admin.query(`drop owned by ${role}`);
    await admin.query(`drop role ${role}`);
    await admin.close();
  });

  const urlFor = (change: (url: URL) => void): string => {
    const url = new URL(adminUrl);
    change(url);
    return url.href;
  };
  const asRole = (url: URL) => {
    url.username = role;
    url.password = SECRET;
  };
  const untouchedName = async () => {
    const location = await engine.untouched();
    return location.engine === 'postgres' ? new URL(location.url).pathname : '';
  };

  it('that refuses the account says which, and not its password', async () => {
    const url = urlFor((target) => {
      target.username = `${role}_nobody`;
      target.password = SECRET;
    });
    const error = await failure(openDatabase(databaseLocation(url)));
    expect(error.code).toBe('database_unreachable');
    expect(error.sentence).toContain(`${role}_nobody`);
  });

  it('without the database names it', async () => {
    const url = urlFor((target) => {
      target.pathname = '/khong_co';
    });
    const error = await failure(openDatabase(databaseLocation(url)));
    expect(error.code).toBe('database_unsuitable');
    expect(error.sentence).toContain('khong_co');
  });

  it('without pgvector says how to get it', async () => {
    // A view of the same name, found first, plays a server on which the extension was never installed.
    await admin.query('create schema bare');
    await admin.query('create view bare.pg_available_extensions as select null::name as name where false');
    const url = urlFor((target) => {
      target.searchParams.set('options', '-c search_path=bare,pg_catalog,public');
    });
    const error = await failure(openDatabase(databaseLocation(url)));
    expect(error.code).toBe('database_unsuitable');
    expect(error.sentence).toContain('pgvector');
  });

  it('on which the account may not create the extension says what its administrator has to run', async () => {
    const name = await untouchedName();
    await admin.query(`alter database ${name.slice(1)} owner to ${role}`);
    const url = urlFor((target) => {
      asRole(target);
      target.pathname = name;
    });
    const error = await failure(openDatabase(databaseLocation(url)));
    expect(error.code).toBe('database_unsuitable');
    expect(error.sentence).toContain('create extension vector');
    await admin.query(`alter database ${name.slice(1)} owner to current_user`);
  });

  it('on which the account may not create tables says so', async () => {
    const name = await untouchedName();
    const url = urlFor((target) => {
      asRole(target);
      target.pathname = name;
    });
    const error = await failure(openDatabase(databaseLocation(url)));
    expect(error.code).toBe('database_unsuitable');
    expect(error.sentence).toContain('tạo bảng');
  });

  it('with another taste in dates gives the same values', async () => {
    const url = urlFor((target) => {
      target.searchParams.set(
        'options',
        '-c datestyle=German -c timezone=Asia/Ho_Chi_Minh -c bytea_output=escape -c intervalstyle=iso_8601',
      );
    });
    const database = await openDatabase(databaseLocation(url));
    expect(
      await database.query(
        "select date '2026-07-01' as day, timestamptz '2026-07-01 00:00Z' as instant, '\\x00ff'::bytea as bytes",
      ),
    ).toEqual([
      { day: '2026-07-01', instant: new Date('2026-07-01T00:00:00Z'), bytes: new Uint8Array([0, 255]) },
    ]);
    await database.close();
  });

  it('takes brief statements together, of which one that is refused harms no other', async () => {
    const database = await openPostgres(adminUrl);
    const brief = (at: number) =>
      database.query<{ at: number; day: string }>(
        "select 12 / $1::integer as at, date '2026-07-01' as day",
        [at],
        { isBrief: true },
      );
    const answers = await Promise.allSettled([1, 2, 0, 3, 4, 6].map(brief));
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : answer.reason.code)),
    ).toEqual(
      [12, 6, '22012', 4, 3, 2].map((at) => (typeof at === 'string' ? at : [{ at, day: '2026-07-01' }])),
    );
    await database.transaction(async () => {
      await expect(brief(1)).rejects.toThrow('inside a transaction');
    });
    await database.close();
    await expect(brief(1)).rejects.toThrow('closed');
  });

  it('says of brief statements too that their connection was cut, and goes on with another one', async () => {
    const database = await openPostgres(adminUrl);
    const brief = (sql: string) => database.query(sql, [], { isBrief: true });
    expect(await brief('select 1 as one')).toEqual([{ one: 1 }]);
    const cut = ['select 1 as one', 'select pg_terminate_backend(pg_backend_pid())', 'select 2 as two'].map(
      brief,
    );
    const [before, ...after] = await Promise.allSettled(cut);
    expect(before?.status).toBe('fulfilled');
    for (const one of after) {
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'database_unreachable' } });
    }
    expect(await brief('select 3 as three')).toEqual([{ three: 3 }]);
    await database.close();
  });

  it('takes brief statements past one that is held up, and plans them anew where a table has changed', async () => {
    const database = await openPostgres(adminUrl);
    const brief = (sql: string) => database.query(sql, [], { isBrief: true });
    const waited = await admin.transaction(async (holder) => {
      await holder.query('select pg_advisory_xact_lock(9)');
      const waiting = brief('select pg_advisory_xact_lock(9) is null as free');
      await new Promise((done) => setTimeout(done, 150));
      await brief('create table planned (a integer)');
      expect(await brief('select * from planned')).toEqual([]);
      await brief('alter table planned add column b integer');
      expect(await Promise.all([1, 2].map(() => brief('select * from planned')))).toEqual([[], []]);
      await brief('drop table planned');
      return { waiting };
    });
    expect(await waited.waiting).toHaveLength(1);
    await database.close();
  });

  it('gives up a lock that another writer does not let go, and says so', async () => {
    const database = await openPostgres(adminUrl, { timeouts: { lockMs: 50 } });
    const error = await failure(
      admin.transaction(async (holder) => {
        await holder.query('select pg_advisory_xact_lock(7)');
        await database.transaction((tx) => tx.query('select pg_advisory_xact_lock(7)'));
      }),
    );
    expect(error.code).toBe('database_unreachable');
    expect(error.sentence).toContain('giữ khóa');
    expect(await database.query('select pg_advisory_lock(7) is null as free')).toHaveLength(1);
    await database.close();
  });

  it('stops a statement that takes too long, and serves the next', async () => {
    const database = await openPostgres(adminUrl, { timeouts: { statementMs: 50 } });
    const error = await failure(database.query('select pg_sleep(60)'));
    expect(error.code).toBe('database_unreachable');
    expect(error.sentence).toContain('quá lâu');
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('ends a transaction whose program has fallen asleep, and lets others write', async () => {
    const database = await openPostgres(adminUrl, { timeouts: { idleTransactionMs: 50 } });
    const error = await failure(
      database.transaction(async (tx) => {
        const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>(
          'select pg_backend_pid() as pid, pg_advisory_xact_lock(8) is null as held',
        );
        await expect
          .poll(() => admin.query('select from pg_stat_activity where pid = $1', [pid]))
          .toEqual([]);
        await tx.query('select 1');
      }),
    );
    expect(error.code).toBe('database_unreachable');
    expect(await admin.query('select pg_try_advisory_lock(8) as given')).toEqual([{ given: true }]);
    await database.close();
  });

  it('is given limits by default, wider ones while a step of the schema runs', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-steps-'));
    const limits =
      "current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock";
    await writeFile(path.join(folder, '0001_seen.sql'), `create table seen as select ${limits};`);
    const database = await openDatabase(await engine.untouched(), { migrations: folder });
    expect(await database.query('select * from seen')).toEqual([{ statement: '1h', lock: '10min' }]);
    expect(await database.query(`select ${limits}`)).toEqual([{ statement: '1min', lock: '30s' }]);
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('that cuts idle connections is asked again on fresh ones', async () => {
    const database = await openDatabase(databaseLocation(adminUrl));
    await Promise.all([database.query('select 1'), database.query('select 2')]);
    await cutOthers();
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('that cuts a transaction fails it clearly and serves the next', async () => {
    const database = await openDatabase(databaseLocation(adminUrl));
    await database.query('create table cut (n integer)');
    const error = await failure(
      database.transaction(async (tx) => {
        await tx.query('insert into cut values (1)');
        await cutOthers();
        await tx.query('insert into cut values (2)');
      }),
    );
    expect(error.code).toBe('database_unreachable');
    expect(await database.query('select n from cut')).toEqual([]);
    await database.close();
  });

  /** What a restart of the server does to clients, for those of this database only. */
  async function cutOthers(): Promise<void> {
    await admin.query(`select pg_terminate_backend(pid) from ${OTHERS}`);
    await expect.poll(() => admin.query(`select pid from ${OTHERS}`)).toEqual([]);
    // What the server said last has arrived, and is read in this turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
});
