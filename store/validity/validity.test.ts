import { describe, expect, it } from 'vitest';
import { type SampleArticle, sampleDirective } from '../../testing/sampleDirective.ts';
import type { Database } from '../database.ts';
import { type NewDirective, readDirective, saveDirective } from '../directives.ts';
import { forEachEngine } from '../testing.ts';
import { readValidity } from '../validity.ts';
import { saveValidity } from './saveValidity.ts';

const articles: readonly SampleArticle[] = [
  { heading: 'Phạm vi', clauses: ['Quy định việc mở lớp.', 'Áp dụng cho tỉnh.'] },
  { heading: 'Thời gian', clauses: ['Mỗi năm 40 tiết.', 'Nửa ngày là 04 tiết.'] },
  { heading: 'Kinh phí', clauses: ['Ngân sách tỉnh bảo đảm.'] },
];
const amendment: readonly SampleArticle[] = [
  {
    heading: 'Sửa đổi, bổ sung một số điều của Quyết định số 915/2026/QĐ-MAU',
    clauses: [
      'Sửa đổi khoản 1 Điều 2 như sau: “1. Mỗi năm 48 tiết.”',
      'Bãi bỏ Điều 3.',
      'Bổ sung khoản 3 Điều 1 như sau: “3. Áp dụng cho xã.”',
    ],
  },
  {
    heading: 'Hiệu lực',
    clauses: [
      'Quyết định này có hiệu lực từ ngày 01/01/2027, trừ quy định tại khoản 2 Điều này.',
      'Khoản 2 Điều 1 Quyết định này có hiệu lực từ ngày 01/7/2027.',
    ],
  },
];

const rules = sampleDirective(
  {
    number: '915/2026/QĐ-MAU',
    type: 'Quyết định',
    title: 'Quy định đào tạo',
    issued: '2026-03-01',
    effective: '2026-04-01',
  },
  articles,
);
const amending = sampleDirective(
  {
    number: '958/2026/QĐ-MAU',
    type: 'Quyết định',
    title: 'Sửa đổi, bổ sung một số điều của Quyết định số 915/2026/QĐ-MAU',
    issued: '2026-11-05',
    effective: '2027-01-01',
  },
  amendment,
);
const amendingAgain = sampleDirective(
  {
    number: '12/2028/QĐ-MAU',
    type: 'Quyết định',
    title: 'Sửa đổi Quyết định số 915/2026/QĐ-MAU',
    issued: '2028-01-05',
    effective: '2028-02-01',
  },
  [{ heading: 'Sửa đổi', clauses: ['Sửa đổi khoản 1 Điều 2 như sau: “1. Mỗi năm 56 tiết.”'] }],
);
const guiding = sampleDirective(
  {
    number: '31/2026/HD-MAU',
    type: 'Hướng dẫn',
    title: 'Hướng dẫn thi hành Quyết định số 915/2026/QĐ-MAU',
    issued: '2026-05-05',
    effective: '2026-05-05',
  },
  [{ heading: 'Phạm vi', clauses: ['Lập danh sách người học.'] }],
);
const replacing = sampleDirective(
  {
    number: '30/2030/QĐ-MAU',
    type: 'Quyết định',
    title: 'Quy định mới',
    issued: '2030-01-05',
    effective: '2030-03-01',
  },
  [{ heading: 'Hiệu lực', clauses: ['Quyết định này thay thế Quyết định số 915/2026/QĐ-MAU.'] }],
);

forEachEngine((engine) => {
  const store = async (...directives: readonly NewDirective[]) => {
    const database = await engine.open();
    const ids: number[] = [];
    for (const directive of directives) ids.push((await saveDirective(database, directive)).id);
    return { database, ids };
  };
  const status = async (
    database: Database,
    directiveId: number | undefined,
    path: readonly string[],
    day: string,
  ) => {
    const [validity] = await readValidity(database, [{ directiveId: directiveId ?? 0, path }], day);
    const by = validity?.by;
    return [validity?.status, by === null ? null : `${by?.path.join(' > ')} ${by?.document}`];
  };

  describe('what an amending directive changes', () => {
    it.each([
      ['amended first', [rules, amending], 0],
      ['amending first', [amending, rules], 1],
    ])('is known whichever is stored first: %s', async (_order, directives, at) => {
      const { database, ids } = await store(...directives);
      const id = ids[at];
      expect(await status(database, id, ['Điều 2', 'khoản 1'], '2026-12-31')).toEqual([
        'in_force',
        'Điều 1 > khoản 1 Quyết định 958/2026/QĐ-MAU',
      ]);
      expect(await status(database, id, ['Điều 2', 'khoản 1'], '2027-01-01')).toEqual([
        'superseded',
        'Điều 1 > khoản 1 Quyết định 958/2026/QĐ-MAU',
      ]);
      expect(await status(database, id, ['Điều 2', 'khoản 2'], '2027-01-01')).toEqual(['in_force', null]);
    });

    it('is not what another one only guides', async () => {
      const { database, ids } = await store(rules, guiding);
      const [kinds] = await database.query<{ kinds: string[] }>(
        'select array_agg(kind) as kinds from relations where directive_id = $1',
        [ids[1]],
      );
      expect(kinds?.kinds).toEqual(['guides']);
      const [validity] = await readValidity(database, [{ directiveId: ids[0] ?? 0, path: [] }], '2027-01-01');
      expect(validity).toMatchObject({ status: 'in_force', by: null, changes: [] });
    });

    it('follows the days on which its own clauses take effect', async () => {
      const { database, ids } = await store(rules, amending);
      expect(await status(database, ids[0], ['Điều 3', 'khoản 1'], '2027-06-30')).toMatchObject([
        'in_force',
        {},
      ]);
      expect(await status(database, ids[0], ['Điều 3', 'khoản 1'], '2027-07-01')).toMatchObject([
        'superseded',
        {},
      ]);
      expect(await status(database, ids[1], ['Điều 1', 'khoản 2'], '2027-06-30')).toEqual(['not_yet', null]);
      expect(await status(database, ids[1], ['Điều 1', 'khoản 2'], '2027-07-01')).toEqual(['in_force', null]);
    });

    it('is led to by the place of the clause', async () => {
      const { database, ids } = await store(rules, amending);
      const [validity] = await readValidity(
        database,
        [{ directiveId: ids[0] ?? 0, path: ['Điều 2', 'khoản 1'] }],
        '2027-02-01',
      );
      const document = await readDirective(database, validity?.by?.directiveId ?? 0);
      expect(document?.text.slice(validity?.by?.start, validity?.by?.end)).toContain('Mỗi năm 48 tiết');
      expect(document?.provisions.find(({ id }) => id === validity?.by?.provisionId)?.path).toEqual(
        validity?.by?.path,
      );
    });

    it('is told of the provision that holds it', async () => {
      const { database, ids } = await store(rules, amending);
      const [whole, added] = await readValidity(
        database,
        [
          { directiveId: ids[0] ?? 0, path: ['Điều 2'] },
          { directiveId: ids[0] ?? 0, path: ['Điều 1'] },
        ],
        '2027-02-01',
      );
      expect(whole).toMatchObject({
        status: 'in_force',
        by: null,
        changes: [{ kind: 'amends', changed: ['Điều 2', 'khoản 1'] }],
      });
      expect(added).toMatchObject({ status: 'in_force', changes: [{ kind: 'supplements' }] });
    });

    it('is as before when the amending directive is gone', async () => {
      const { database, ids } = await store(rules, amending);
      await database.query('delete from directives where id = $1', [ids[1]]);
      expect(await status(database, ids[0], ['Điều 2', 'khoản 1'], '2027-02-01')).toEqual(['in_force', null]);
      const left = await database.query('select 1 from relations union all select 1 from provision_effects');
      expect(left).toEqual([]);
    });

    it('is overtaken by what amends the same again, and so is the clause that amended it', async () => {
      const { database, ids } = await store(amendingAgain, amending, rules);
      expect(await status(database, ids[2], ['Điều 2', 'khoản 1'], '2028-03-01')).toEqual([
        'superseded',
        'Điều 1 > khoản 1 Quyết định 12/2028/QĐ-MAU',
      ]);
      expect(await status(database, ids[1], ['Điều 1', 'khoản 1'], '2028-01-31')).toMatchObject([
        'in_force',
        {},
      ]);
      expect(await status(database, ids[1], ['Điều 1', 'khoản 1'], '2028-02-01')).toEqual([
        'superseded',
        'Điều 1 > khoản 1 Quyết định 12/2028/QĐ-MAU',
      ]);
      expect(await status(database, ids[0], ['Điều 1', 'khoản 1'], '2028-02-01')).toEqual(['in_force', null]);
    });
  });

  it('ends a document that is replaced, with what amended it', async () => {
    const { database, ids } = await store(rules, replacing, amending);
    expect(await status(database, ids[0], [], '2030-02-28')).toMatchObject(['in_force', {}]);
    for (const path of [[], ['Điều 1'], ['Điều 2', 'khoản 2']]) {
      expect((await status(database, ids[0], path, '2030-03-01'))[0]).toBe('superseded');
    }
    expect((await status(database, ids[2], ['Điều 1', 'khoản 3'], '2030-03-01'))[0]).toBe('superseded');
    expect((await status(database, ids[1], [], '2030-03-01'))[0]).toBe('in_force');
  });

  it('takes no document for its namesake', async () => {
    const header = { number: '7/QĐ-UBND', type: 'Quyết định', effective: '2020-02-01', title: 'Quy định' };
    const lastYear = sampleDirective(
      { ...header, issued: '2020-01-15', issuer: 'UBND tỉnh Lam Giang' },
      articles,
    );
    const thisYear = sampleDirective(
      { ...header, issued: '2021-01-15', issuer: 'UBND tỉnh Lam Giang' },
      articles,
    );
    const elsewhere = sampleDirective(
      { ...header, issued: '2020-01-15', issuer: 'UBND tỉnh Đồng Mẫu' },
      articles,
    );
    const repeal = (number: string, words: string, issuer: string) =>
      sampleDirective(
        { number, type: 'Quyết định', title: 'Khác', issuer, issued: '2022-01-01', effective: '2022-01-01' },
        [{ heading: 'Hiệu lực', clauses: [words] }],
      );
    const dated = repeal(
      '9/QĐ-UBND',
      'Bãi bỏ Quyết định số 7/QĐ-UBND ngày 15/01/2020.',
      'UBND tỉnh Lam Giang',
    );
    const { database, ids } = await store(lastYear, thisYear, dated);
    expect((await status(database, ids[0], [], '2022-02-01'))[0]).toBe('superseded');
    expect((await status(database, ids[1], [], '2022-02-01'))[0]).toBe('in_force');
    const undated = await store(
      lastYear,
      elsewhere,
      repeal('9/QĐ-UBND', 'Bãi bỏ Quyết định số 7/QĐ-UBND.', 'UBND tỉnh Lam Giang'),
    );
    expect((await status(undated.database, undated.ids[0], [], '2022-02-01'))[0]).toBe('superseded');
    expect((await status(undated.database, undated.ids[1], [], '2022-02-01'))[0]).toBe('in_force');
  });

  it('lets no sample change what is none, and no newspaper anything', async () => {
    const real = { ...rules, sample: false };
    const { database, ids } = await store(real, replacing);
    expect((await status(database, ids[0], [], '2031-01-01'))[0]).toBe('in_force');
    const repeal = [{ heading: 'Tin', clauses: ['Quyết định này thay thế Quyết định số 915/2026/QĐ-MAU.'] }];
    const press = await store(
      rules,
      sampleDirective({ title: 'Thay thế Quyết định số 915/2026/QĐ-MAU' }, repeal, 'press'),
    );
    expect((await status(press.database, press.ids[0], [], '2031-01-01'))[0]).toBe('in_force');
  });

  it('counts what two files of one directive say once, and answers for many passages in their order', async () => {
    const { database, ids } = await store(rules, amending, {
      ...amending,
      hash: 'f'.repeat(64),
      fileName: 'khac.txt',
    });
    const passages = [['Điều 2'], ['Điều 3', 'khoản 1'], [], ['Điều 9']].map((path) => ({
      directiveId: ids[0] ?? 0,
      path,
    }));
    const found = await readValidity(
      database,
      [...passages, { directiveId: 10_000, path: [] }],
      '2027-02-01',
    );
    expect(found.map(({ status: one }) => one)).toEqual([
      'in_force',
      'in_force',
      'in_force',
      'in_force',
      'unknown',
    ]);
    expect(found[0]?.changes).toHaveLength(1);
    expect(await readValidity(database, [], '2027-02-01')).toEqual([]);
  });

  it('is stored anew in place of what was stored before', async () => {
    const { database, ids } = await store(rules, amending);
    const [, id = 0] = ids;
    const read = await readDirective(database, id);
    const provisions = read?.provisions ?? [];
    await database.transaction((tx) =>
      saveValidity(
        tx,
        id,
        { relations: [], effects: [], provisions },
        provisions.map((one) => one.id),
      ),
    );
    expect(await status(database, ids[0], ['Điều 2', 'khoản 1'], '2027-02-01')).toEqual(['in_force', null]);
    await database.transaction((tx) =>
      saveValidity(
        tx,
        id,
        amending.parsed,
        provisions.map((one) => one.id),
      ),
    );
    expect((await status(database, ids[0], ['Điều 2', 'khoản 1'], '2027-02-01'))[0]).toBe('superseded');
  });
});
