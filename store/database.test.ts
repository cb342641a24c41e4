import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { SqlError } from './sqlError.ts';
import { forEachEngine } from './testing.ts';

forEachEngine((engine) => {
  let database: Database;

  beforeAll(async () => {
    database = await engine.open();
    await database.query('create table notes (id integer primary key, words text not null, tag text unique)');
  });

  const count = async (where: string): Promise<unknown> =>
    (await database.query(`select count(*) as n from notes where ${where}`))[0]?.n;

  describe('values', () => {
    it('come out the same on both engines', async () => {
      const [row] = await database.query(
        `select 7::smallint as i2, 8 as i4, 9::bigint as i8, count(*) as counted, 1.5::real as f4, 2.5::double precision as f8,
                1234567890.1234567890 as exact, true as yes, date '2026-07-01' as day,
                timestamptz '2026-07-01 07:00:00+07' as instant, '{"a":[1,null]}'::jsonb as j, '[2]'::json as k,
                '\\x00ff'::bytea as bytes, array[1,2] as ints, array['a',null,'b"c'] as words,
                array[date '2026-01-02'] as days, array[true,false] as flags, null as nothing,
                'x'::name as name, timestamp '2026-07-01 07:00' as local, interval '1 day' as span,
                '[1,2,3]'::vector as v`,
      );
      expect(row).toEqual({
        i2: 7,
        i4: 8,
        i8: 9,
        counted: 1,
        f4: 1.5,
        f8: 2.5,
        exact: '1234567890.1234567890',
        yes: true,
        day: '2026-07-01',
        instant: new Date('2026-07-01T00:00:00Z'),
        j: { a: [1, null] },
        k: [2],
        bytes: new Uint8Array([0, 255]),
        ints: [1, 2],
        words: ['a', null, 'b"c'],
        days: ['2026-01-02'],
        flags: [true, false],
        nothing: null,
        name: 'x',
        local: '2026-07-01 07:00:00',
        span: '1 day',
        v: '[1,2,3]',
      });
    });

    it('go in and come back unchanged', async () => {
      const bytes = new Uint8Array(100_000).map((_, index) => index % 256);
      const instant = new Date('2026-02-03T04:05:06.789Z');
      const [row] = await database.query(
        `select $1::text as words, $2::integer as whole, $3::bytea as bytes, $4::timestamptz as instant,
                $5::jsonb as j, $6::text[] as list, $7::integer[] as ints, $8::boolean as yes, $9::text as nothing,
                $10::date as day, $11::integer[] as none`,
        [
          'Đào tạo "bồi dưỡng" \\ 👩‍🏫',
          -3,
          bytes,
          instant,
          { a: 'ă' },
          ['một', '', null, '{"}\\'],
          [1, 2],
          false,
          null,
          '2026-07-01',
          [],
        ],
      );
      expect(row).toEqual({
        words: 'Đào tạo "bồi dưỡng" \\ 👩‍🏫',
        whole: -3,
        bytes,
        instant,
        j: { a: 'ă' },
        list: ['một', '', null, '{"}\\'],
        ints: [1, 2],
        yes: false,
        nothing: null,
        day: '2026-07-01',
        none: [],
      });
    });

    it('that would lose digits are an error, after which the connection still works', async () => {
      await expect(database.query('select 9007199254740993::bigint as n')).rejects.toThrow(
        'select it as text',
      );
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });
  });

  describe('a refused statement', () => {
    it('says its SQLSTATE and constraint and leaves the connection usable', async () => {
      await database.query("insert into notes values (1, 'một', 'dup')");
      const error = await database
        .query('insert into notes values (2, $1, $2)', ['bí mật', 'dup'])
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(SqlError);
      expect(error).toMatchObject({ code: '23505', constraint: 'notes_tag_key', table: 'notes' });
      expect(JSON.stringify(error) + String(error)).not.toContain('bí mật');
      expect(await count("tag = 'dup'")).toBe(1);
    });

    it.each([
      ['NUL in a text', 'select $1::text', ['a\0b'], '22021'],
      ['a wrong number', 'select $1::integer', ['abc'], '22P02'],
      ['a division by zero', 'select 1 / $1::integer', [0], '22012'],
      ['a table that is not there', 'select * from nowhere', [], '42P01'],
      ['two statements at once', 'select 1; select 2', [], '42601'],
    ])('gives the same SQLSTATE on both engines: %s', async (_name, sql, parameters, code) => {
      await expect(database.query(sql, parameters)).rejects.toMatchObject({ name: 'SqlError', code });
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('does not come of a lone surrogate: it is stored as the replacement character', async () => {
      expect(await database.query('select $1::text as words', ['a\ud800b'])).toEqual([{ words: 'a\ufffdb' }]);
    });
  });

  describe('a transaction', () => {
    it('commits what it did and gives back what its work returns', async () => {
      const result = await database.transaction(async (tx) => {
        await tx.query("insert into notes values (10, 'mười')");
        return 'xong';
      });
      expect(result).toBe('xong');
      expect(await count('id = 10')).toBe(1);
    });

    it('leaves nothing behind when its work throws, and throws that very error', async () => {
      const failure = new Error('giữa chừng');
      const thrown = await database
        .transaction(async (tx) => {
          await tx.query("insert into notes values (11, 'mười một')");
          throw failure;
        })
        .catch((error: unknown) => error);
      expect(thrown).toBe(failure);
      expect(await count('id = 11')).toBe(0);
    });

    it('fails as a whole where the error of a statement is swallowed', async () => {
      const swallowing = database.transaction(async (tx) => {
        await tx.query("insert into notes values (12, 'mười hai')");
        await tx.query('select * from nowhere').catch(() => undefined);
      });
      await expect(swallowing).rejects.toMatchObject({ code: '25P02' });
      expect(await count('id = 12')).toBe(0);
    });

    it('keeps others out of its handle: queries made meanwhile do not see it half done', async () => {
      const inside = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      const writing = database.transaction(async (tx) => {
        await tx.query("insert into notes values (13, 'mười ba')");
        inside.resolve();
        await goOn.promise;
        await tx.query("insert into notes values (14, 'mười bốn')");
      });
      await inside.promise;
      const reading = count('id in (13, 14)');
      goOn.resolve();
      await writing;
      expect([0, 2]).toContain(await reading);
      expect(await count('id in (13, 14)')).toBe(2);
    });

    it('runs statements in the order they are given, awaited or not', async () => {
      const seen = await database.transaction(async (tx) => {
        await tx.query(
          'create temporary table steps (n integer generated always as identity, word text) on commit drop',
        );
        await Promise.all(
          ['a', 'b', 'c', 'd'].map((word) => tx.query('insert into steps (word) values ($1)', [word])),
        );
        return tx.query<{ word: string }>('select word from steps order by n');
      });
      expect(seen.map(({ word }) => word)).toEqual(['a', 'b', 'c', 'd']);
    });

    it('refuses the database itself inside, where it would wait for ever', async () => {
      await expect(database.transaction(() => database.query('select 1'))).rejects.toThrow('use the handle');
      await expect(
        database.transaction(() => database.transaction(async (tx) => tx.query('select 1'))),
      ).rejects.toThrow('use the handle');
      expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('takes its handle away at the end', async () => {
      const kept = await database.transaction(async (tx) => tx);
      await expect(kept.query('select 1')).rejects.toThrow('has ended');
    });
  });

  describe('role and settings', () => {
    // Roles belong to the whole server: the name must be one of a kind, and harmless only when it is quoted.
    const role = `Reader "${randomUUID()}"`;
    const quoted = `"${role.replaceAll('"', '""')}"`;

    beforeAll(async () => {
      await database.query(`create role ${quoted}`);
      await database.query('create table records (owner text not null, secret text not null)');
      await database.query("insert into records values ('1', 'của một'), ('2', 'của hai')");
      await database.query('alter table records enable row level security');
      await database.query(
        "create policy own on records using (owner = current_setting('app.cadre_id', true))",
      );
      await database.query(`grant select on records to ${quoted}`);
    });

    afterAll(async () => {
      await database.query(`drop owned by ${quoted}`);
      await database.query(`drop role ${quoted}`);
    });

    const standing = async () =>
      (
        await database.query<{ who: string; cadre: string | null }>(
          "select current_user::text as who, current_setting('app.cadre_id', true) as cadre",
        )
      )[0];

    it('hold inside the transaction', async () => {
      const seen = await database.transaction(
        (tx) =>
          tx.query(
            "select current_user::text as who, current_setting('app.cadre_id') as cadre, secret from records",
          ),
        { role, settings: { 'app.cadre_id': '2' } },
      );
      expect(seen).toEqual([{ who: role, cadre: '2', secret: 'của hai' }]);
    });

    it('are gone after it, whether it commits or fails', async () => {
      const owner = await standing();
      await database.transaction((tx) => tx.query('select 1'), { role, settings: { 'app.cadre_id': '1' } });
      await database
        .transaction((tx) => tx.query('select 1 / 0'), { role, settings: { 'app.cadre_id': '1' } })
        .catch(() => undefined);
      // Every connection of the pool is looked at, not just one.
      for (const now of await Promise.all(Array.from({ length: 20 }, standing))) {
        expect(now?.who).toBe(owner?.who);
        expect(now?.who).not.toBe(role);
        expect(['', null]).toContain(now?.cadre);
      }
    });

    it('never pass from one to the next in 200 interleaved transactions', async () => {
      const read = async (cadre: string) => {
        const seen = await database.transaction(
          async (tx) => {
            const [before] = await tx.query<{ secret: string }>('select secret from records');
            await new Promise((resolve) => setImmediate(resolve));
            const [after] = await tx.query<{ secret: string }>('select secret from records');
            if (cadre === 'fails') await tx.query('select 1 / 0');
            return [before?.secret, after?.secret];
          },
          cadre === 'nobody'
            ? { role }
            : { role, settings: { 'app.cadre_id': cadre === 'fails' ? '1' : cadre } },
        );
        return seen;
      };
      const expected: Readonly<Record<string, unknown>> = {
        '1': ['của một', 'của một'],
        '2': ['của hai', 'của hai'],
        nobody: [undefined, undefined],
        fails: 'refused',
      };
      const cadres = ['1', '2', 'nobody', 'fails'];
      const turns = Array.from({ length: 200 }, (_, index) => cadres[(index * 7) % 4] ?? '1');
      const results = await Promise.all(turns.map((cadre) => read(cadre).catch(() => 'refused')));
      expect(results).toEqual(turns.map((cadre) => expected[cadre]));
    });

    it.each(['none', 'NONE', ''])('refuse %o, which would mean the login role', async (name) => {
      await expect(database.transaction((tx) => tx.query('select 1'), { role: name })).rejects.toThrow(
        'real role',
      );
    });
  });

  it('closes once work is done, twice without harm, and refuses work afterwards', async () => {
    const other = await engine.open();
    const running = other.query('select count(*) as n from generate_series(1, 100000)');
    const closing = other.close();
    expect(await running).toEqual([{ n: 100_000 }]);
    await closing;
    await other.close();
    await expect(other.query('select 1')).rejects.toThrow('closed');
  });
});
