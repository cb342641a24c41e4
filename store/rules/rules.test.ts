import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Equivalence, Reference, Requirement, RuleBook } from '../../domain/requirement.ts';
import { sampleDirective } from '../../testing/sampleDirective.ts';
import { OPERATOR } from '../access/identity.ts';
import type { Database } from '../database.ts';
import { saveDirective } from '../directives.ts';
import { fillRecords, type TestPeople } from '../records/records.testing.ts';
import { forEachEngine } from '../testing.ts';
import { readRuleBook, saveRules, setRuleStatus } from './rules.ts';

const EMPTY: RuleBook = { requirements: [], equivalences: [], positions: [], targets: [], classes: [] };
const HOLDS = { form: 'party', member: true } as const;

const reference = (changes: Partial<Reference> = {}): Reference => ({
  document: '915/2026/QĐ-UBND',
  path: ['Điều 1', 'khoản 2'],
  quote: 'có trình độ trung cấp lý luận chính trị',
  ...changes,
});

const requirement = (changes: Partial<Requirement> = {}): Requirement => ({
  id: 'mau.1',
  title: 'Trung cấp lý luận chính trị',
  status: 'proposed',
  from: null,
  until: null,
  appliesTo: null,
  needs: HOLDS,
  exemptions: [],
  gate: false,
  reference: reference(),
  nextStep: null,
  ...changes,
});

const equivalence: Equivalence = {
  id: 'mau.2',
  status: 'sample',
  from: null,
  until: null,
  when: HOLDS,
  countsAs: { kind: 'it', level: 'co_ban' },
  reference: reference(),
};

const book: RuleBook = {
  ...EMPTY,
  requirements: [requirement()],
  equivalences: [equivalence],
  positions: [
    { name: 'Chủ tịch', aliases: ['CT'], tier: 'commune', leadership: true, until: null, successors: [] },
  ],
};

forEachEngine((engine) => {
  let database: Database;
  let people: TestPeople;
  const save = (changed: Partial<RuleBook>) => saveRules(database, OPERATOR, { ...EMPTY, ...changed });
  const statuses = async () => (await readRuleBook(database)).requirements.map(({ status }) => status);

  describe('a rule book', () => {
    beforeEach(async () => {
      database = await engine.open();
      people = await fillRecords(database);
    });

    it('is read as it was stored, and a second time changes nothing', async () => {
      expect(await readRuleBook(database)).toEqual(EMPTY);
      expect(await save(book)).toEqual({ added: 3, changed: 0, unchanged: 0 });
      expect(await readRuleBook(database)).toEqual(book);
      expect(await save(book)).toEqual({ added: 0, changed: 0, unchanged: 3 });
    });

    it('takes new words for old ids and leaves the other rules', async () => {
      await save(book);
      const changed = requirement({ title: 'Khác', status: 'sample' });
      expect(await save({ requirements: [changed, requirement({ id: 'mau.3' })] })).toEqual({
        added: 1,
        changed: 1,
        unchanged: 0,
      });
      expect(await readRuleBook(database)).toEqual({
        ...book,
        requirements: [changed, requirement({ id: 'mau.3' })],
      });
    });

    it('keeps what was retired here when the same words come again, and not when they are others', async () => {
      await save(book);
      await setRuleStatus(database, people.admin, 'mau.1', 'retired');
      expect(await save(book)).toEqual({ added: 0, changed: 0, unchanged: 3 });
      expect(await statuses()).toEqual(['retired']);
      await save({ requirements: [requirement({ title: 'Khác' })] });
      expect(await statuses()).toEqual(['proposed']);
    });

    it('is stored by admins only, and whole or not at all', async () => {
      for (const who of [people.an, people.staffOfProvince]) {
        await expect(saveRules(database, who, book)).rejects.toMatchObject({ code: 'bad_input' });
        await expect(setRuleStatus(database, who, 'mau.1', 'retired')).rejects.toMatchObject({
          code: 'bad_input',
        });
      }
      await save(book);
      for (const bad of [
        { requirements: [requirement({ title: 'Khác' })], equivalences: [{ ...equivalence, id: 'mau.1' }] },
        { requirements: [requirement({ title: 'Khác' }), requirement()] },
        { requirements: [requirement({ title: 'Khác' }), requirement({ id: 'x', status: 'approved' })] },
      ]) {
        await expect(save(bad)).rejects.toMatchObject({ code: 'bad_input' });
        expect(await readRuleBook(database)).toEqual(book);
      }
    });

    it('knows no rule of another id, nor a position by that', async () => {
      await save(book);
      for (const id of ['khong', 'Chủ tịch']) {
        await expect(setRuleStatus(database, OPERATOR, id, 'retired')).rejects.toMatchObject({
          code: 'not_found',
        });
      }
    });
  });

  describe('approving', () => {
    const article = {
      heading: 'Tiêu chuẩn',
      clauses: ['Khoản đầu.', 'Chủ tịch phải có trình độ\ntrung cấp lý luận chính trị trở lên.'],
    };
    const directive = (number: string) =>
      sampleDirective({ number, title: number, type: 'Quyết định' }, [article]);

    beforeAll(async () => {
      database = await engine.open();
      await fillRecords(database);
      await saveDirective(database, { ...directive('915/2026/QĐ-UBND'), sample: false });
      await saveDirective(database, directive('916/2026/QĐ-UBND'));
      const press = sampleDirective({ number: '917/2026/QĐ-UBND' }, [article], 'press');
      await saveDirective(database, { ...press, sample: false });
    });

    it('a rule whose words stand in its provision succeeds, and stays when its file comes again', async () => {
      await save({
        requirements: [requirement({ id: 'ok', reference: reference({ document: '0915/2026/qđ-ubnd' }) })],
      });
      await setRuleStatus(database, OPERATOR, 'ok', 'approved');
      expect(await statuses()).toContain('approved');
      await save({
        requirements: [requirement({ id: 'ok', reference: reference({ document: '0915/2026/qđ-ubnd' }) })],
      });
      expect(await statuses()).toContain('approved');
      expect(await save({ requirements: [requirement({ id: 'direct', status: 'approved' })] })).toMatchObject(
        {
          added: 1,
        },
      );
    });

    it.each<[string, Partial<Requirement>, string]>([
      ['the document', { reference: reference({ document: '1/2026/QĐ-UBND' }) }, 'chưa có văn bản'],
      [
        'an issued document, not a sample',
        { reference: reference({ document: '916/2026/QĐ-UBND' }) },
        'văn bản mẫu',
      ],
      [
        'an issued document, not a press page',
        { reference: reference({ document: '917/2026/QĐ-UBND' }) },
        'bài báo',
      ],
      ['the provision', { reference: reference({ path: ['Điều 1', 'khoản 3'] }) }, 'khoản 3 Điều 1'],
      ['the words in that provision', { reference: reference({ path: ['Điều 1', 'khoản 1'] }) }, 'câu trích'],
      ['any words', { reference: reference({ quote: ' ' }) }, 'câu trích'],
      [
        'the words of an exemption',
        {
          exemptions: [
            { from: null, until: null, when: HOLDS, reference: reference({ quote: 'được miễn' }) },
          ],
        },
        'câu trích',
      ],
    ])('fails without %s, and says so', async (missing, changes, words) => {
      const id = `thieu ${missing}`;
      await save({ requirements: [requirement({ id, ...changes })] });
      await expect(setRuleStatus(database, OPERATOR, id, 'approved')).rejects.toMatchObject({
        code: 'bad_input',
        sentence: expect.stringContaining(words),
      });
      const stored = (await readRuleBook(database)).requirements.find((rule) => rule.id === id);
      expect(stored?.status).toBe('proposed');
      await setRuleStatus(database, OPERATOR, id, 'retired');
    });
  });
});
