import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { plainText } from './cellValue.ts';
import { HOSTILE_TEXTS, sampleReport } from './report.testing.ts';
import type { Report } from './report.ts';
import { writeXlsx } from './writeReport.ts';

async function reopened(report: Report): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await writeXlsx(report);
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

function sheetAt(book: ExcelJS.Workbook, at: number): ExcelJS.Worksheet {
  const sheet = book.worksheets[at];
  if (sheet === undefined) throw new Error(`the workbook has no sheet ${at}`);
  return sheet;
}

function firstColumn(sheet: ExcelJS.Worksheet): readonly unknown[] {
  const values: unknown[] = [];
  sheet.eachRow((row) => values.push(row.getCell(1).value));
  return values;
}

test('figures are figures, percentages have two decimals, days are days and nothing stays empty', async () => {
  const sheet = sheetAt(await reopened(sampleReport()), 1);
  const row = sheet.getRow(4);
  expect(row.getCell(1).value).toBe('Trung cấp lý luận chính trị');
  expect(row.getCell(2).value).toBe(1139);
  expect(row.getCell(3).value).toBe(69.496);
  expect(row.getCell(3).numFmt).toBe('0.00');
  expect(row.getCell(4).value).toEqual(new Date('2026-01-05T00:00:00Z'));
  expect(row.getCell(4).numFmt).toBe('dd/mm/yyyy');
  expect([2, 3, 4].map((at) => sheet.getRow(5).getCell(at).value)).toEqual([null, null, null]);
});

test('a day that is none, and words in a column of figures, stay words', async () => {
  const [table] = sampleReport().tables;
  if (table === undefined) throw new Error('the sample has a table');
  const rows = [['a', 'khoảng 5', 'chưa rõ', '2026-02-30']];
  const sheet = sheetAt(await reopened(sampleReport({ tables: [{ ...table, rows }] })), 1);
  expect([1, 2, 3, 4].map((at) => sheet.getRow(4).getCell(at).value)).toEqual(rows[0]);
});

test('the mark stands at the top of every sheet, and no row is kept for it where there is none', async () => {
  const marked = await reopened(sampleReport());
  expect(marked.worksheets.map((sheet) => sheet.getCell('A1').value)).toEqual([
    'MẪU – CHƯA THẨM ĐỊNH',
    'MẪU – CHƯA THẨM ĐỊNH',
  ]);
  const plain = await reopened(sampleReport({ mark: null }));
  expect(plain.worksheets.map((sheet) => sheet.getCell('A1').value)).toEqual([
    'TỈNH ỦY LAM GIANG',
    'Bảng chỉ tiêu',
  ]);
  expect(sheetAt(plain, 1).views[0]).toMatchObject({ state: 'frozen', ySplit: 2 });
});

test('the first sheet holds the head, the paragraphs and the sources', async () => {
  expect(firstColumn(sheetAt(await reopened(sampleReport()), 0))).toEqual(
    expect.arrayContaining([
      'TỈNH ỦY LAM GIANG',
      'BAN TỔ CHỨC',
      'Lam Giang, ngày 22 tháng 11 năm 2026',
      'BÁO CÁO',
      'Số liệu tính đến ngày 22/11/2026.',
      'Căn cứ:',
      '• Điều 5 Quyết định 958/2026/QĐ-UBND',
    ]),
  );
});

test('a sheet is printed on wide A4 with its header on every page, and the header stays in view', async () => {
  const sheet = sheetAt(await reopened(sampleReport()), 1);
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', printTitlesRow: '1:3' });
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet.getRow(3).getCell(1).font).toMatchObject({ bold: true });
});

test('sheet names are allowed, short and no two alike', async () => {
  const titles = [
    "Bảng [1]: 'tỷ lệ' */?\\",
    'Trung cấp lý luận chính trị trở lên đối với lãnh đạo, quản lý diện Ban Thường vụ',
    'TRUNG CẤP LÝ LUẬN CHÍNH TRỊ TRỞ LÊN đối với lãnh đạo, quản lý diện khác',
    '',
    ':',
    'History',
    'thông tin chung',
    `${'𝒜'.repeat(40)}`,
  ];
  const tables = titles.map((title) => ({
    title,
    columns: [{ label: 'a', kind: 'text' as const }],
    rows: [],
  }));
  const names = (await reopened(sampleReport({ tables }))).worksheets.map(({ name }) => name);
  expect(names).toHaveLength(titles.length + 1);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) {
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(31);
    expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/i);
    expect(name.isWellFormed()).toBe(true);
  }
  expect(names[2]).toBe('Trung cấp lý luận chính trị trở');
});

test('hostile texts come back as the same harmless words, in NFC, never as a formula', async () => {
  const columns = [{ label: HOSTILE_TEXTS[2] ?? '', kind: 'text' as const }];
  const report = sampleReport({
    title: HOSTILE_TEXTS[1] ?? '',
    mark: '=1+1',
    paragraphs: HOSTILE_TEXTS,
    sources: HOSTILE_TEXTS,
    tables: [{ title: HOSTILE_TEXTS[0] ?? '', columns, rows: HOSTILE_TEXTS.map((text) => [text]) }],
  });
  const book = await reopened(report);
  const values = firstColumn(sheetAt(book, 1)).slice(3);
  expect(values).toEqual(HOSTILE_TEXTS.filter((text) => text !== '').map(plainText));
  expect(values).toContain('Nguyễn');
  const kinds = new Set<ExcelJS.ValueType>();
  for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => kinds.add(cell.type)));
  expect([...kinds]).toEqual([ExcelJS.ValueType.String]);

  const zip = await JSZip.loadAsync(await writeXlsx(report));
  const names = Object.keys(zip.files);
  expect(names.filter((name) => /vba|macro|external|drawing/i.test(name))).toEqual([]);
  for (const name of names.filter((part) => /sheet\d+\.xml$/.test(part))) {
    expect(await zip.file(name)?.async('string')).not.toContain('<f>');
  }
});

test('figures that are none leave an empty cell', async () => {
  const columns = [{ label: 'a', kind: 'number' as const }];
  const rows = [[Number.NaN], [Number.POSITIVE_INFINITY], [0]];
  const sheet = sheetAt(
    await reopened(sampleReport({ mark: null, tables: [{ title: 't', columns, rows }] })),
    1,
  );
  expect([3, 4, 5].map((at) => sheet.getRow(at).getCell(1).value)).toEqual([null, null, 0]);
});

test('a text longer than a cell can hold is cut, and says so', async () => {
  const tables = [
    { title: 't', columns: [{ label: 'a', kind: 'text' as const }], rows: [['_x000D_'.repeat(10_000)]] },
  ];
  const sheet = sheetAt(await reopened(sampleReport({ mark: null, tables })), 1);
  expect(sheet.getCell('A3').value).toMatch(/^(?:_x000D_)+.*…$/);
  const zip = await JSZip.loadAsync(await writeXlsx(sampleReport({ mark: null, tables })));
  const strings = (await zip.file('xl/sharedStrings.xml')?.async('string')) ?? '';
  const longest = Math.max(
    ...[...strings.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => text.length),
  );
  expect(longest).toBeLessThanOrEqual(32_767);
  expect(longest).toBeGreaterThan(16_000);
});
