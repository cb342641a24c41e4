import { randomUUID } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DatabaseLocation } from '../../config.ts';
import type { KnownError } from '../../errors.ts';
import { leaveOut } from '../../testing/prerequisites.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import type { Database } from '../database.ts';
import { countDirectives, saveDirective } from '../directives.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../migrate.ts';
import { openDatabase } from '../open.ts';
import { startQueue } from '../queue/queue.ts';
import { listAccess } from '../records/accessLog.ts';
import { countCadres, readCadre, readCadres, readUnits } from '../records/cadres.ts';
import { closeCorrection, openCorrection } from '../records/corrections.ts';
import { erasePersonalData, exportPersonalData } from '../records/personalData.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { readRuleBook, saveRules } from '../rules/rules.ts';
import { pgliteForTests, postgresForTests } from '../testing.ts';
import { storeUpload } from '../uploads/uploads.ts';
import { findAccount } from './accounts.ts';
import { asAccount, OPERATOR } from './identity.ts';
import { agreeTo } from './linking.testing.ts';
import { createLinkCode, unlink } from './linking.ts';
import { takeNotices } from './notices.ts';
import { checkUnprivileged } from './production.ts';

describe('the embedded database in production', () => {
  const engine = pgliteForTests();

  it('is opened, and brought up to this version, as always', async () => {
    const database = await openDatabase(await engine.untouched(), { production: true });
    expect(await countCadres(database)).toBe(0);
    await database.close();
  });
});

describe.skipIf(leaveOut('postgresUrl'))('PostgreSQL in production', () => {
  const engine = postgresForTests();
  const roles: string[] = [];
  let location: DatabaseLocation;
  let admin: Database;
  let folder: string;
  let noSteps: string;
  /** The steps of this version and one more. */
  let withLater: string;

  beforeAll(async () => {
    location = await engine.migrated();
    admin = await openDatabase(location);
    folder = await mkdtemp(path.join(tmpdir(), 'dat-chuan-migrations-'));
    [noSteps, withLater] = [path.join(folder, 'none'), path.join(folder, 'later')];
    await mkdir(noSteps);
    await cp(MIGRATIONS_FOLDER, withLater, { recursive: true });
    const next = String((await readMigrations()).length + 1).padStart(4, '0');
    await writeFile(path.join(withLater, `${next}_later.sql`), 'create table later ();');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    for (const role of roles.reverse()) {
      await admin.query(`drop owned by ${role}`);
      await admin.query(`drop role ${role}`);
    }
    await admin.close();
  });

  const createRole = async (attributes: string): Promise<string> => {
    const role = `dat_chuan_test_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create role ${role} ${attributes}`);
    roles.push(role);
    return role;
  };
  const as = (role: string, at: DatabaseLocation = location): DatabaseLocation => {
    if (at.engine !== 'postgres') throw new Error('not a server');
    const url = new URL(at.url);
    url.username = role;
    url.password = 'x';
    return { engine: 'postgres', url: url.href };
  };
  const createLogin = (attributes = '') => createRole(`login password 'x' ${attributes}`);
  const refusal = async (at: DatabaseLocation): Promise<Pick<KnownError, 'code' | 'sentence'>> => {
    const opened = await openDatabase(at, { production: true }).catch((error: KnownError) => error);
    if (!(opened instanceof Error)) {
      await opened.close();
      throw new Error('it was opened');
    }
    return opened;
  };

  describe('a login that is merely a member of dat_chuan_app', () => {
    let database: Database;
    let people: TestPeople;
    let role: string;

    beforeAll(async () => {
      role = await createLogin('in role dat_chuan_app');
      database = await openDatabase(as(role), { production: true });
      people = await fillRecords(database);
    });
    afterAll(() => database.close());

    it('runs the whole store', async () => {
      const own = { channel: 'web', reason: 'own', purpose: 'thử' } as const;
      const by = { channel: 'telegram', key: 'an' };
      const directive = sampleDirective({ number: '1/2026/QĐ-UBND', title: 'Mẫu' }, [
        { heading: 'Một', clauses: ['Một điều.'] },
      ]);
      await saveDirective(database, directive);
      expect(await countDirectives(database)).toBe(1);
      const empty = { requirements: [], equivalences: [], positions: [], targets: [], classes: [] };
      await saveRules(database, OPERATOR, empty);
      expect(await readRuleBook(database)).toEqual(empty);
      expect(await readUnits(database)).toHaveLength(6);
      expect(await countCadres(database)).toBe(6);

      const expires = new Date(Date.now() + 60_000);
      await createLinkCode(database, people.staffOfWard, { hash: 'h', for: { cadre: 'MAU-901' }, expires });
      await agreeTo(database, by, 'h');
      expect(await findAccount(database, by)).toMatchObject({ cadre: 'MAU-901' });
      expect(await readCadre(database, people.an, 'MAU-901', own)).not.toBeNull();
      expect((await listAccess(database, people.an, 5)).map(({ channel }) => channel)).toEqual([
        'web',
        'telegram',
        'mã',
      ]);
      const { id } = await openCorrection(database, people.an, { line: 'x', says: 'y' });
      await closeCorrection(database, people.staffOfWard, id, { state: 'declined', answer: 'Đúng rồi' });
      expect(await takeNotices(database, by)).toHaveLength(1);
      expect((await exportPersonalData(database, people.an)).record?.phone).toBe('0900000901');
      expect(await erasePersonalData(database, people.an)).toMatchObject({ links: 1 });
      expect(await unlink(database, by)).toBe(false);
    });

    it('takes uploads in, queues them and does the work', async () => {
      const done = Promise.withResolvers<number>();
      const queue = await startQueue<{ readonly id: number }>(database, {
        name: 'thu',
        superviseSeconds: 1,
        work: { handle: async ({ data }) => done.resolve(data.id), giveUp: async () => undefined },
        onError: done.reject,
      });
      const file = { hash: 'h', fileName: 'a.txt', bytes: new Uint8Array([1]), channel: 'web' };
      const received = await storeUpload(database, people.admin, file, (tx, id) => queue.send(tx, { id }));
      expect(received).toEqual({ status: 'accepted', uploadId: await done.promise });
      // Longer than it takes to look for abandoned work once.
      await delay(1500);
      await queue.stop();
    });

    it('sees records as who it says, and without saying it nobody’s', async () => {
      expect(await readCadres(database, people.staffOfWard, null)).toHaveLength(2);
      expect(await database.query('select code from cadres')).toEqual([]);
    });

    it.each(['reset role', 'set local role none', 'set row_security = off'])(
      'gets no foreign row by `%s`, were it ever sent',
      async (statement) => {
        const seen = await asAccount(database, people.an, async (tx) => {
          await tx.query(statement);
          return tx.query<{ code: string }>('select code from cadres');
        }).catch((error: { code: string }) => error.code);
        // With row_security off a query that the policies would touch is an error.
        expect(statement.includes('row_security') ? seen === '42501' : seen).toEqual(
          statement.includes('row_security') ? true : [{ code: 'MAU-901' }],
        );
      },
    );

    it('may become nobody stronger and may not change a table', async () => {
      for (const statement of [
        'set local role postgres',
        'alter table cadres disable row level security',
        'drop policy cadres_select on cadres',
        'select phone from cadres',
        'delete from access_log',
        `update access_log set by_name = 'x'`,
      ]) {
        await expect(asAccount(database, people.an, (tx) => tx.query(statement))).rejects.toMatchObject({
          code: expect.stringMatching(/^(42501|42704|22023)$/),
        });
      }
    });
  });

  describe('is refused to', () => {
    it('a superuser', async () => {
      expect(await refusal(location)).toMatchObject({
        code: 'database_unsuitable',
        sentence: expect.stringContaining('superuser'),
      });
    });

    it.each([
      ['bypassrls', 'BYPASSRLS'],
      ['createrole', 'CREATEROLE'],
      ['replication', 'REPLICATION'],
    ])('a login with %s', async (attribute, named) => {
      const role = await createLogin(`${attribute} in role dat_chuan_app`);
      expect((await refusal(as(role))).sentence).toContain(named);
    });

    it.each(['bypassrls', 'createrole', 'replication'])(
      'a login that can become one with %s',
      async (attribute) => {
        const strong = await createRole(attribute);
        const role = await createLogin(`in role dat_chuan_app, ${strong}`);
        expect((await refusal(as(role))).sentence).toContain(attribute.toUpperCase());
      },
    );

    it.each([
      'pg_execute_server_program',
      'pg_read_server_files',
      'pg_write_server_files',
      'pg_read_all_data',
      'pg_write_all_data',
    ])('a member of %s, itself or by another role', async (mighty) => {
      const between = await createRole(`in role ${mighty}`);
      for (const one of [mighty, between]) {
        const role = await createLogin(`in role dat_chuan_app, ${one}`);
        expect((await refusal(as(role))).sentence).toContain(mighty);
      }
    });

    it.each([
      ['table', () => 'table cadres', 'các bảng'],
      ['definer function', () => 'function app_units()', 'các hàm'],
      ['schema', () => 'schema public', 'schema'],
      ['database', nameOf, 'cơ sở dữ liệu'],
    ])('the owner of a %s, and a member of the owner', async (_, object, named) => {
      const own = await engine.migrated();
      const inside = await openDatabase(own);
      const owner = await createLogin('in role dat_chuan_app');
      const member = await createLogin(`in role dat_chuan_app, ${owner}`);
      await inside.query(`alter ${object(own)} owner to ${owner}`);
      for (const role of [owner, member]) {
        const { sentence } = await refusal(as(role, own));
        expect(sentence).toMatch(new RegExp(`chủ sở hữu của [^(]*${named} \\(`));
      }
      await inside.query(`alter ${object(own)} owner to current_user`);
      await inside.close();
    });

    it.each([
      ['another policy', 'create policy cadres_all on cadres using (true)', 'cadres_all (cadres)'],
      [
        'a policy of ours on another table',
        'create policy rules_select on link_codes for select to dat_chuan_app using (true)',
        'rules_select (link_codes)',
      ],
      [
        'a policy of ours for others',
        'alter policy cadres_select on cadres to public',
        'cadres_select (cadres)',
      ],
    ])('everybody where there is %s', async (_, statement, named) => {
      const loosened = await engine.migrated();
      const inside = await openDatabase(loosened);
      await inside.query(statement);
      const role = await createLogin('in role dat_chuan_app');
      const { code, sentence } = await refusal(as(role, loosened));
      expect(code).toBe('database_unsuitable');
      expect(sentence).toContain(named);
      await inside.close();
    });

    it('a login that is no member of dat_chuan_app, with the statement that makes it one', async () => {
      const role = await createLogin();
      expect((await refusal(as(role))).sentence).toContain(`grant dat_chuan_app to ${role};`);
    });

    it('everybody where row-level security was switched off', async () => {
      const off = await engine.migrated();
      const inside = await openDatabase(off);
      await inside.query('alter table corrections disable row level security');
      const role = await createLogin('in role dat_chuan_app');
      expect((await refusal(as(role, off))).sentence).toContain('corrections');
      await inside.close();
    });

    it('everybody while migrations are pending, and runs none', async () => {
      const role = await createLogin('in role dat_chuan_app');
      const fresh = await engine.untouched();
      for (const [at, pending] of [
        [fresh, '0001_directives'],
        [location, '_later'],
      ] as const) {
        const refused = openDatabase(as(role, at), { production: true, migrations: withLater });
        await expect(refused).rejects.toMatchObject({
          code: 'database_unsuitable',
          sentence: expect.stringContaining('npm run -s cli -- migrate'),
          message: expect.stringContaining(pending),
        });
      }
      expect(await admin.query("select to_regclass('later') is null as none")).toEqual([{ none: true }]);
    });
  });

  it('the check itself passes the plain login and no other', async () => {
    const role = await createLogin('in role dat_chuan_app');
    const plain = await openDatabase(as(role), { production: true });
    await expect(checkUnprivileged(plain)).resolves.toBeUndefined();
    await expect(checkUnprivileged(admin)).rejects.toMatchObject({ code: 'database_unsuitable' });
    await plain.close();
  });

  it('an owner who may not make roles is told what an administrator has to run, and then migrates', async () => {
    const empty = await engine.untouched();
    const owner = await createLogin();
    const name = empty.engine === 'postgres' ? new URL(empty.url).pathname.slice(1) : '';
    const inside = await openDatabase(empty, { migrations: noSteps });
    await inside.query('create extension vector');
    await inside.query(`alter database ${name} owner to ${owner}`);
    await inside.query(`alter schema public owner to ${owner}`);
    const refused = await openDatabase(as(owner, empty)).catch((error: KnownError) => error);
    expect(refused).toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining(`grant dat_chuan_app to ${owner};`),
    });
    // What has run already is the owner's alone.
    const serving = await createLogin('in role dat_chuan_app');
    await expect(openDatabase(as(serving, empty), { production: true })).rejects.toMatchObject({
      code: 'database_unsuitable',
      sentence: expect.stringContaining('npm run -s cli -- migrate'),
    });
    await inside.query(`grant dat_chuan_app to ${owner}`);
    const database = await openDatabase(as(owner, empty));
    const people = await fillRecords(database);
    expect(await readCadres(database, people.an, null)).toHaveLength(1);
    await database.close();
    await inside.query(`reassign owned by ${owner} to current_user`);
    await inside.close();
  });
});

/** A database as `alter` names it. */
function nameOf(location: DatabaseLocation): string {
  if (location.engine !== 'postgres') throw new Error('not a server');
  return `database ${new URL(location.url).pathname.slice(1)}`;
}
