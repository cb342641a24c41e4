import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { shownDate } from './numberFormat.ts';
import { rawWorkbook, sheetXml } from './rawWorkbook.testing.ts';
import { type Cell, readRows, type SheetRow } from './sheetRows.ts';
import { readWorkbook } from './workbook.ts';
import { openParts } from './workbookParts.ts';
import { BadXml, XmlScanner } from './xmlScanner.ts';

async function rowsOf(bytes: Uint8Array) {
  const parts = openParts(bytes, 'a.xlsx');
  const book = await readWorkbook(parts);
  const [entry] = book?.sheets ?? [];
  if (book === null || entry === undefined) throw new Error('no sheet');
  const rows: SheetRow[] = [];
  const end = await readRows(parts, book, entry.part, (row) => rows.push(row));
  return { rows, end, entry };
}

async function cellsOf(bytes: Uint8Array): Promise<readonly (Cell | undefined)[]> {
  const { rows } = await rowsOf(bytes);
  const cells = rows[0]?.cells ?? new Map<number, Cell>();
  return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, index) => cells.get(index + 1));
}

const text = (written: string): Cell => ({ kind: 'text', text: written });

describe('cells', () => {
  it('are read as the library that writes workbooks reads them', async () => {
    const value = fc.oneof(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
        .filter((each) => !/_x|[\p{Cc}\ufffe\uffff]/u.test(each)),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
    );
    const property = fc.asyncProperty(
      fc.array(fc.array(fc.option(value), { maxLength: 5 }), { maxLength: 5 }),
      async (rows) => {
        const written = new ExcelJS.Workbook();
        const sheet = written.addWorksheet('A');
        for (const row of rows) sheet.addRow(row);
        const bytes = new Uint8Array(await written.xlsx.writeBuffer());
        const read = new ExcelJS.Workbook();
        await read.xlsx.load(bytes.buffer);
        const expected: string[] = [];
        read.getWorksheet('A')?.eachRow((row, number) => {
          row.eachCell((cell, column) => {
            if (cell.value !== '') expected.push(`${number},${column}: ${cell.value}`);
          });
        });
        const own = (await rowsOf(bytes)).rows.flatMap(({ number, cells }) =>
          [...cells].map(
            ([column, cell]) =>
              `${number},${column}: ${'value' in cell ? cell.value : 'text' in cell ? cell.text : ''}`,
          ),
        );
        expect(own).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('are found without references, with prefixes, inline, in runs and without phonetic marks', async () => {
    const rows =
      '<x:row><x:c t="inlineStr"><x:is><x:r><x:t>Nguyễn </x:t></x:r><x:r><x:t>A &amp; B</x:t></x:r><x:rPh><x:t>đọc</x:t></x:rPh></x:is></x:c>' +
      '<x:c/><x:c><x:v>2019</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c><x:c t="d"><x:v>2019-12-05T00:00:00</x:v></x:c></x:row>';
    const strings = '<sst><si><r><t>Ph</t></r><r><t>ó_x000D_</t></r><rPh><t>x</t></rPh></si></sst>';
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData>${rows}</x:sheetData></x:worksheet>`;
    expect(await cellsOf(await rawWorkbook({ sheet, strings }))).toEqual([
      text('Nguyễn A & B'),
      undefined,
      { kind: 'number', value: 2019 },
      text('Phó\r'),
      text('2019-12-05'),
    ]);
  });

  it('show a date as far as their format does, in both systems of counting', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="mm/yyyy"/><numFmt numFmtId="171" formatCode="[$-42A]yyyy"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>';
    const row = `<row r="1">${[0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>43804.5</v></c>`).join('')}</row>`;
    const date = (shown: string, day = '2019-12-05') => ({ kind: 'date', day, shown });
    const bytes = await rawWorkbook({ sheet: sheetXml(row), styles });
    const days = [date('day'), date('month'), date('month'), date('year')];
    expect(await cellsOf(bytes)).toEqual([{ kind: 'number', value: 43_804.5 }, ...days]);
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>';
    const of1904 = await cellsOf(await rawWorkbook({ sheet: sheetXml(row), styles, workbook }));
    expect(of1904[1]).toEqual(date('day', '2023-12-06'));
  });

  it('with a formula or an error are told apart from values', async () => {
    const row =
      '<row><c><f>A2</f><v>1</v></c><c t="str"><f t="shared" si="0"/><v>x</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row>';
    expect(await cellsOf(await rawWorkbook({ sheet: sheetXml(row) }))).toEqual([
      { kind: 'formula' },
      { kind: 'formula' },
      { kind: 'error', text: '#REF!' },
      { kind: 'boolean', value: true },
    ]);
  });
});

describe('sheets', () => {
  it('tell their hidden rows and merged cells', async () => {
    const rows = '<row r="3" hidden="1"><c r="B3"><v>1</v></c></row><row r="9"><c r="A9"><v>2</v></c></row>';
    const merged = '<mergeCells><mergeCell ref="B3:D4"/></mergeCells>';
    const found = await rowsOf(await rawWorkbook({ sheet: sheetXml(rows, merged) }));
    expect(found.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [3, true],
      [9, false],
    ]);
    expect(found.end).toEqual({ merged: [{ top: 3, bottom: 4, left: 2, right: 4 }], beyond: false });
  });

  it('are found by absolute paths and whatever their parts are called', async () => {
    const sheet = sheetXml('<row><c><v>7</v></c></row>');
    const type = 'http://x/relationships';
    const bytes = await rawWorkbook({
      sheet: sheetXml(''),
      relations: `<Relationships><Relationship Id='rId1' Type='${type}/worksheet' Target='/xl/tables/cb.xml'/></Relationships>`,
      more: { 'xl/tables/cb.xml': sheet },
    });
    expect(await cellsOf(bytes)).toEqual([{ kind: 'number', value: 7 }]);
  });
});

test.each([
  ['dd/mm/yyyy', 'day'],
  ['"ngày" d "tháng" m', 'day'],
  ['mmm-yy', 'month'],
  ['yyyy', 'year'],
  ['0.00', null],
  ['General', null],
  ['@', null],
  ['h:mm', null],
  ['"dd"0', null],
])('the format %s shows %s', (code, shown) => {
  expect(shownDate(170, code)).toBe(shown);
});

describe('XML in pieces', () => {
  const xml =
    '<?xml version="1.0"?><!-- <no> --><a x="1>2" y=\'&lt;\'>t &#225;&#x1F642;<b/><![CDATA[<raw>&amp;]]></a  >';
  const scan = (pieces: readonly string[]): readonly string[] => {
    const seen: string[] = [];
    const scanner = new XmlScanner({
      open: (name, attributes) => seen.push(`<${name}${attributes}`),
      close: (name) => seen.push(`</${name}`),
      text: (found) => {
        if (found !== '') seen.push(found);
      },
    });
    for (const piece of pieces) scanner.feed(piece);
    scanner.end();
    return seen;
  };

  it('is the same however it is cut', () => {
    const whole = ['<a x="1>2" y=\'&lt;\'', 't á🙂', '<b/', '</b', '<raw>&amp;', '</a'];
    expect(scan([xml])).toEqual(whole);
    expect(scan([...xml])).toEqual(whole);
  });

  test.each(['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><b', '<a x="', '<!-- open'])(
    '%s is refused',
    (bad) => {
      expect(() => scan([bad])).toThrow(BadXml);
    },
  );
});
