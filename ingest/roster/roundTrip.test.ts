import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSampleRoster } from '../../data/roster/readSampleRoster.ts';
import { LADDERS, QUALIFICATION_KINDS, RATINGS } from '../../domain/ladders.ts';
import { isPartialDate } from '../../domain/partialDate.ts';
import { type CadreRecord, TRAINING_MODES, UNIT_TIERS, type Unit } from '../../domain/record.ts';
import { FORMS } from './columns.ts';
import { readRosterBytes } from './readRosterBytes.ts';
import {
  bytesOf,
  person,
  rosterOf,
  sheetOf,
  someUnit,
  today,
  usualLimits,
  workbookOf,
} from './roster.testing.ts';
import { readRoster, writeRoster, writeTemplate } from './roster.ts';

async function back(units: readonly Unit[], cadres: readonly CadreRecord[]) {
  return rosterOf(await readRosterBytes(await writeRoster(units, cadres), 'a.xlsx', today));
}

const SYLLABLES = [
  'Nguyễn',
  'Thị',
  'Ví',
  'dụ',
  'Đặng',
  '=1+2',
  '+84',
  '-',
  '@b',
  'x_x000D_y',
  '<&>"\'',
  '🙂',
  '(a',
  '7',
];
const words = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' '));
const text = fc.option(words);
const year = fc.integer({ min: 1950, max: 2025 });
const date = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom(4, 7, 10))
  .map(([y, m, d, length]) =>
    [y, m, d]
      .map((part) => String(part).padStart(2, '0'))
      .join('-')
      .slice(0, length),
  )
  .filter(isPartialDate);
const optionalDate = fc.option(date);
/** Ends in known order; either may be missing. */
const period = fc
  .tuple(optionalDate, fc.option(fc.integer({ min: 2026, max: 2100 })))
  .map(([from, until]) => ({
    from,
    until: until === null ? null : String(until),
  }));
const unitCode = fc.constantFrom(null, 'DV-1', 'DV-2');
const leveled = fc
  .constantFrom(...QUALIFICATION_KINDS)
  .chain((kind) => fc.record({ kind: fc.constant(kind), level: fc.constantFrom(null, ...LADDERS[kind]) }));
const distinct = <T>(one: fc.Arbitrary<T>) =>
  fc.uniqueArray(one, { maxLength: 3, selector: (item) => JSON.stringify(item) });
const noCode = words.filter((name) => !name.endsWith(')'));

const qualification = fc
  .tuple(
    leveled,
    fc.record({ field: text, name: text, number: text, issuer: text, issued: optionalDate, evidence: text }),
    fc.option(fc.constantFrom('2027', '2031-05', '2030-12-31')),
  )
  .map(([level, rest, expires]) => ({ ...level, ...rest, expires }));
const training = fc
  .tuple(
    fc.oneof(fc.constant({ kind: null, level: null }), leveled),
    period,
    fc.record({
      className: words,
      days: fc.option(fc.constantFrom(0.5, 1, 5, 366)),
      place: text,
      abroad: fc.option(fc.boolean()),
      mode: fc.option(fc.constantFrom(...TRAINING_MODES)),
      programme: text,
      completed: fc.option(fc.boolean()),
    }),
  )
  .map(([level, dates, rest]) => ({ ...level, ...dates, ...rest }));

const cadre = fc
  .record({
    name: words,
    sex: fc.constantFrom(null, 'male' as const, 'female' as const),
    unit: fc.constantFrom('DV-1', 'DV-2'),
    phone: fc.option(fc.constantFrom('0900000001', '09000000012', '090000001')),
    ethnicity: text,
    party: fc.option(fc.boolean()),
    posts: distinct(
      fc.tuple(period, words, unitCode).map(([dates, position, unit]) => ({ ...dates, position, unit })),
    ),
    planned: distinct(
      fc
        .tuple(period, words, unitCode, text)
        .map(([dates, position, unit, term]) => ({ ...dates, position, unit, term })),
    ),
    grades: distinct(fc.tuple(period, noCode, text).map(([dates, name, code]) => ({ ...dates, name, code }))),
    groups: distinct(fc.tuple(period, words).map(([dates, name]) => ({ ...dates, name }))),
    qualifications: distinct(qualification),
    lacks: fc.uniqueArray(fc.constantFrom(...QUALIFICATION_KINDS), { maxLength: 3 }),
    trainings: distinct(training),
    evaluations: fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 1975, max: 2026 }), rating: fc.constantFrom(...RATINGS) }),
      { maxLength: 4, selector: (evaluation) => evaluation.year },
    ),
    conclusions: distinct(fc.record({ date: optionalDate, passed: fc.boolean(), issuer: text })),
    reviewed: fc.option(fc.constantFrom('2026-06-30', '2025-01-01')),
    recruited: optionalDate,
    sample: fc.boolean(),
  })
  .map((known) =>
    person({
      ...known,
      lacks: known.lacks.filter((kind) => !known.qualifications.some((held) => held.kind === kind)),
    }),
  );
const unit = fc
  .record({ name: words, tier: fc.constantFrom(...UNIT_TIERS), sample: fc.boolean() })
  .map((known) => ({
    ...someUnit,
    ...known,
    code: 'DV-2',
    parent: 'DV-1',
    from: '2025-07-01',
    successors: ['DV-1'],
  }));

describe('what is written and read again', () => {
  it('equals what was written, for any records', async () => {
    await fc.assert(
      fc.asyncProperty(unit, fc.array(cadre, { maxLength: 3 }), async (other, people) => {
        const cadres = people.map((each, index) => ({ ...each, code: `CB-${index}` }));
        expect(await back([someUnit, other], cadres)).toEqual({ units: [someUnit, other], cadres });
      }),
      { numRuns: 40 },
    );
  });

  it('equals the sample roster, without a problem, in a process of its own', async () => {
    const sample = await readSampleRoster();
    const found = await readRoster('mau.xlsx', await writeRoster(sample.units, sample.cadres), usualLimits);
    expect(rosterOf(found)).toEqual(sample);
  });

  it('is the same the second time', async () => {
    const sample = await readSampleRoster();
    const once = await back(sample.units, sample.cadres);
    expect(await back(once.units, once.cadres)).toEqual(once);
  });

  it('never becomes a formula', async () => {
    const name = '=HYPERLINK("http://a","b")';
    const book = new ExcelJS.Workbook();
    const bytes = await writeRoster([someUnit], [person({ name })]);
    await book.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer);
    const cell = sheetOf(book, 'Cán bộ').getCell('B2');
    expect(cell.type).toBe(ExcelJS.ValueType.String);
    expect(cell.value).toBe(name);
    expect(cell.numFmt).toBe('@');
  });
});

describe('the template', () => {
  it('reads as an empty roster, though it shows an example on every sheet', async () => {
    const bytes = await writeTemplate();
    expect(rosterOf(await readRosterBytes(bytes, 'mau.xlsx', today))).toEqual({ units: [], cadres: [] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes).buffer as ArrayBuffer);
    for (const { name, columns } of FORMS) {
      const sheet = sheetOf(book, name);
      expect(sheet.getCell('A2').value).toBe('VÍ DỤ – xóa dòng này');
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
      for (const [index, { heading, note }] of Object.values(columns).entries()) {
        const cell = sheet.getCell(1, index + 1);
        expect(cell.value).toBe(heading);
        expect(JSON.stringify(cell.note)).toContain(note.slice(0, 10));
      }
    }
  });

  it('explains every column in its guide and offers lists where there are choices', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await writeTemplate()).buffer as ArrayBuffer);
    const guide: string[] = [];
    sheetOf(book, 'Hướng dẫn').eachRow((row) => guide.push(`${row.getCell(1).text}/${row.getCell(2).text}`));
    for (const { name, columns } of FORMS)
      for (const { heading } of Object.values(columns)) expect(guide).toContain(`${name}/${heading}`);
    const rule = sheetOf(book, 'Cán bộ').getCell('D2').dataValidation;
    expect(rule).toMatchObject({ type: 'list' });
  });

  it('can be filled in below the example row', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(await writeTemplate()).buffer as ArrayBuffer);
    sheetOf(book, 'Đơn vị').addRow(['DV-1', 'Xã Thử', 'xã']);
    sheetOf(book, 'Cán bộ').getRow(3).values = ['CB-1', 'Nguyễn Thử', '12/1985', 'nữ', 'dv-1'];
    const roster = rosterOf(await readRosterBytes(await bytesOf(book), 'a.xlsx', today));
    expect(roster.cadres).toEqual([person({ birth: '1985-12', sex: 'female' })]);
  });
});

describe('headings', () => {
  it('have no two columns of a sheet that go by one name', () => {
    for (const { name, columns } of FORMS) {
      const all = Object.values(columns).flatMap(({ heading, synonyms }) => [heading, ...synonyms]);
      expect(
        all.filter((each, index) => all.indexOf(each) !== index),
        name,
      ).toEqual([]);
    }
  });

  it('are known in any order, folded, under common names, and below a title', async () => {
    const book = workbookOf({ 'Đơn vị': [['DV-1', 'Xã Thử', 'xã']] });
    const sheet = sheetOf(book, 'Cán bộ');
    sheet.spliceRows(1, 1);
    sheet.addRow(['DANH SÁCH CÁN BỘ']);
    sheet.mergeCells('A1:E1');
    sheet.addRow([]);
    sheet.addRow(['STT', 'NĂM SINH', 'Ho ten', 'Giới tính (Nam/Nữ)', 'DON VI', 'ma cb']);
    sheet.addRow([1, 1985, 'Nguyễn Thử', 'Nữ', 'DV-1', 'CB-1']);
    const roster = rosterOf(await readRosterBytes(await bytesOf(book), 'a.xlsx', today));
    expect(roster.cadres).toEqual([person({ birth: '1985', sex: 'female' })]);
  });
});
