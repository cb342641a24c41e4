import JSZip from 'jszip';
import { describe, expect, it, test } from 'vitest';
import type { ErrorCode } from '../../errors.ts';
import { refusalOf } from '../read/refusal.testing.ts';
import {
  bytesOf,
  person,
  problemsOf,
  rosterOf,
  someUnit,
  usualLimits,
  workbookOf,
} from './roster.testing.ts';
import { readRoster, writeRoster } from './roster.ts';
import { rawWorkbook, sheetXml } from './xlsx/rawWorkbook.testing.ts';

const good = () => writeRoster([someUnit], [person({})]);

async function changed(change: (zip: JSZip) => void, compress = true): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(await good());
  change(zip);
  return zip.generateAsync({ type: 'uint8array', compression: compress ? 'DEFLATE' : 'STORE' });
}

/** The old Office container with a stream of this name. */
function compound(stream: string): Uint8Array {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1_000),
    Buffer.from(stream, 'utf16le'),
  ]);
}

type Bad = readonly [
  name: string,
  make: () => Promise<Uint8Array> | Uint8Array,
  code: ErrorCode,
  says: RegExp,
];

const REFUSED: readonly Bad[] = [
  ['an empty file', () => new Uint8Array(), 'file_unreadable', /rỗng/],
  [
    'a table of text',
    () => Buffer.from('Mã,Tên\n1,An\n'),
    'file_unsupported',
    /không phải tệp Excel .*\(\.xlsx\)/,
  ],
  ['an old workbook', () => compound('Workbook'), 'file_unsupported', /đời cũ \(\.xls\)/],
  ['a workbook with a password', () => compound('EncryptedPackage'), 'file_unreadable', /gỡ mật khẩu/],
  ['macros', () => changed((zip) => zip.file('xl/vbaProject.bin', 'x')), 'file_unsupported', /macro.*\.xlsx/],
  [
    'a binary workbook',
    () => changed((zip) => zip.file('xl/workbook.bin', 'x')),
    'file_unsupported',
    /\.xlsb/,
  ],
  ['a LibreOffice table', () => changed((zip) => zip.file('content.xml', 'x')), 'file_unsupported', /\.ods/],
  [
    'a ZIP file of something else',
    () => new JSZip().file('a.txt', 'x').generateAsync({ type: 'uint8array' }),
    'file_unsupported',
    /không phải tệp Excel/,
  ],
  [
    'half a file',
    async () => (await good()).subarray(0, 20_000),
    'file_unreadable',
    /bị hỏng hoặc bị cắt cụt/,
  ],
  [
    'no workbook inside',
    () => changed((zip) => zip.remove('xl/workbook.xml')),
    'file_unsupported',
    /không phải tệp Excel/,
  ],
  [
    'a missing sheet part',
    () => changed((zip) => zip.remove('xl/worksheets/sheet3.xml')),
    'file_unreadable',
    /bị hỏng/,
  ],
  [
    'XML cut off',
    () => rawWorkbook({ sheet: '<worksheet><sheetData><row><c' }),
    'file_unreadable',
    /bị hỏng/,
  ],
  [
    'no UTF-8',
    () =>
      rawWorkbook({
        sheet: sheetXml(''),
        more: { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0xff, 0xfe]) },
      }),
    'file_unreadable',
    /bị hỏng/,
  ],
  [
    'entities that explode',
    () => rawWorkbook({ sheet: `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(50)}">]>${sheetXml('&b;')}` }),
    'limit_exceeded',
    /khác thường/,
  ],
  [
    'a bomb',
    () => rawWorkbook({ sheet: sheetXml('<row/>'.repeat(3_000_000)) }),
    'limit_exceeded',
    /bung ra quá lớn/,
  ],
];

describe('a file that is no safe workbook', () => {
  test.each(REFUSED)('%s is refused by name, with what to do', async (_name, make, code, says) => {
    const bytes = await make();
    const refusal = await refusalOf(() => readRoster('thư/danh sách.xlsx', bytes, usualLimits));
    expect(refusal).toMatchObject({ name: 'KnownError', code });
    expect(refusal.sentence).toMatch(says);
    expect(refusal.sentence).toMatch(/“danh sách\.xlsx”.*(?:Hãy|hãy)/s);
  });

  it('is refused over the size that is taken, before anything is started', async () => {
    const refusal = await refusalOf(() =>
      readRoster('a.xlsx', new Uint8Array(11), { ...usualLimits, fileBytes: 10 }),
    );
    expect(refusal.code).toBe('file_too_large');
  });

  it('is refused when it unpacks to more than it declares', async () => {
    const bytes = Buffer.from(
      await rawWorkbook({ sheet: sheetXml(`<row><c><v>1</v></c></row>${' '.repeat(50_000)}`) }),
    );
    const directory = bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
    bytes.writeUInt32LE(100, directory + 24);
    const refusal = await refusalOf(() => readRoster('a.xlsx', bytes, usualLimits));
    expect(refusal.code).toBe('file_unreadable');
  });

  it.each([
    ['time', { timeoutMs: 1 }],
    ['output', { outputBytes: 100 }],
  ])('is stopped at the limit of %s', async (_limit, limit) => {
    const refusal = await refusalOf(async () =>
      readRoster('a.xlsx', await good(), { ...usualLimits, ...limit }),
    );
    expect(refusal.code).toBe('limit_exceeded');
  });
});

describe('a workbook with strange things in it', () => {
  it('is read whatever it is called', async () => {
    expect(rosterOf(await readRoster('danh sách.csv', await good(), usualLimits)).cadres).toHaveLength(1);
  });

  it('is read without following its links to other files', async () => {
    const linked = await changed((zip) => zip.file('xl/externalLinks/externalLink1.xml', '<externalLink/>'));
    expect(rosterOf(await readRoster('a.xlsx', linked, usualLimits)).cadres).toHaveLength(1);
  });

  it('gives its names composed and without control and direction characters', async () => {
    const name = `\u202e  ${'Nguyễn Thị Ngọc Ánh'.normalize('NFD')}\u200b\n(Bé)\u0007 `;
    const book = workbookOf({
      'Đơn vị': [['DV-1', 'Xã Thử', 'xã']],
      'Cán bộ': [['CB-1', name, null, null, 'DV-1']],
    });
    const [cadre] = rosterOf(await readRoster('a.xlsx', await bytesOf(book), usualLimits)).cadres;
    expect(cadre?.name).toBe('Nguyễn Thị Ngọc Ánh (Bé)');
  });

  it('may have a million rows that are styled and empty', async () => {
    const unit = await good();
    const zip = await JSZip.loadAsync(unit);
    const path = 'xl/worksheets/sheet12.xml';
    const sheet = (await zip.file(path)?.async('string')) ?? '';
    const rows = Array.from({ length: 1_048_575 }, (_, index) => {
      const row = index + 2;
      return `<row r="${row}" spans="1:6" s="1" customFormat="1"><c r="A${row}" s="1"/><c r="B${row}" s="1"/></row>`;
    });
    expect(sheet).toContain('</sheetData>');
    zip.file(path, sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    const bytes = await zip.generateAsync({
      type: 'uint8array',
      compression: 'DEFLATE',
      compressionOptions: { level: 1 },
    });
    expect(rosterOf(await readRoster('a.xlsx', bytes, usualLimits)).cadres).toHaveLength(1);
  });

  it('may have a hundred thousand people with two certificates each, and one problem at the end', async () => {
    const cell = (column: string, row: number, value: string) =>
      `<c r="${column}${row}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const count = 100_000;
    const people = Array.from({ length: count }, (_, index) => {
      const row = index + 2;
      const values = [`CB-${index}`, `Nguyễn Văn ${index}`, '05/12/1985', 'Nam', 'DV-1'];
      return `<row r="${row}">${values.map((value, at) => cell('ABCDE'[at] ?? '', row, value)).join('')}</row>`;
    });
    const held = Array.from({ length: 2 * count }, (_, index) => {
      const row = index + 2;
      const level = index % 2 === 0 ? 'Đại học Luật' : 'TC LLCT';
      return `<row r="${row}">${cell('A', row, `CB-${index >> 1}`)}${cell('D', row, level)}${cell('I', row, '12/2019')}</row>`;
    });
    const insert = async (zip: JSZip, path: string, rows: readonly string[]) => {
      const sheet = (await zip.file(path)?.async('string')) ?? '';
      zip.file(path, sheet.replace('</sheetData>', `${rows.join('')}</sheetData>`));
    };
    const zip = await JSZip.loadAsync(await writeRoster([someUnit], []));
    await insert(zip, 'xl/worksheets/sheet4.xml', people);
    await insert(zip, 'xl/worksheets/sheet9.xml', held);
    const fast = { type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
    // About ten seconds alone; the machine may be busy with other tests. The memory is what is tried here.
    const patient = { ...usualLimits, timeoutMs: 280_000 };
    const roster = rosterOf(await readRoster('a.xlsx', await zip.generateAsync(fast), patient));
    expect(roster.cadres).toHaveLength(count);
    expect(roster.cadres.at(-1)?.qualifications).toHaveLength(2);
    await insert(zip, 'xl/worksheets/sheet9.xml', [
      `<row r="300000">${cell('A', 300_000, 'CB-1')}${cell('D', 300_000, 'xyz')}</row>`,
    ]);
    const problems = problemsOf(await readRoster('a.xlsx', await zip.generateAsync(fast), patient));
    expect(problems.map(({ row }) => row)).toEqual([300_000]);
  }, 600_000);
});
