import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { makeCompound } from '../compound.testing.ts';
import { refusalOf } from '../refusal.testing.ts';
import { readXls } from './readXls.ts';

type Value = string | number | boolean | Date | null;

function makeXls(rows: readonly (readonly Value[])[], bookType: 'biff8' | 'biff5'): Buffer {
  const sheet = XLSX.utils.aoa_to_sheet(rows.map((row) => [...row]));
  const percent: XLSX.CellObject | undefined = sheet.B2;
  if (percent !== undefined) percent.z = '0%';
  const book = XLSX.utils.book_new(sheet, 'Bang');
  return XLSX.write(book, { type: 'buffer', bookType });
}

const linesOf = (bytes: Uint8Array) =>
  readXls(bytes, 'cũ.xls').lines.map(({ role, text }) => `${role}: ${text}`);

/** Records of a workbook stream: type, then body. */
const stream = (...records: readonly (readonly [number, Buffer])[]) =>
  Buffer.concat(
    records.flatMap(([type, body]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(body.length, 2);
      return [head, body];
    }),
  );
const begin: readonly [number, Buffer] = [0x809, Buffer.from('0006050000000000', 'hex')];
const end: readonly [number, Buffer] = [0x0a, Buffer.alloc(0)];

describe('an old Excel workbook', () => {
  const rows: readonly (readonly Value[])[] = [
    ['Tæng hîp c¸n bé, c«ng chøc cña tØnh'],
    ['§µo t¹o', 0.9, null, 'Båi d­ìng'],
    [1, 2.5, true, 'Kh«ng'],
  ];

  it('gives its rows as they are shown, in Unicode', () => {
    expect(linesOf(makeXls(rows, 'biff8'))).toEqual([
      'paragraph: Tổng hợp cán bộ, công chức của tỉnh',
      'table: Đào tạo | 90% |  | Bồi dưỡng',
      'table: 1 | 2.5 | TRUE | Không',
      'blank: ',
    ]);
    expect(
      linesOf(
        makeXls(
          [
            ['STT', 'So'],
            [1, 0.5],
          ],
          'biff5',
        ),
      ),
    ).toEqual(['table: STT | So', 'table: 1 | 50%', 'blank: ']);
  });

  it('reads shared texts across the records that continue them, and tells of hidden sheets', () => {
    const shared = Buffer.from('00000000020000000400004469', 'hex');
    const more = Buffer.from('01c31e7500', 'hex');
    const rest = Buffer.from('0200004143', 'hex');
    const cell = (row: number, text: number): readonly [number, Buffer] => [
      0xfd,
      Buffer.from([row, 0, 0, 0, 0, 0, text, 0, 0, 0]),
    ];
    const sheetName: readonly [number, Buffer] = [0x85, Buffer.from('00000000010001000041', 'hex')];
    const globals = stream(begin, sheetName, [0xfc, shared], [0x3c, more], [0x3c, rest], end);
    globals.writeUInt32LE(globals.length, 16);
    const book = Buffer.concat([globals, stream(begin, cell(0, 0), cell(1, 1), end)]);
    const raw = readXls(makeCompound({ Workbook: book }), 'a.xls');
    expect(raw.lines.map((line) => line.text)).toEqual(['Diểu', 'AC', '']);
    expect(raw.warnings).toEqual([expect.stringContaining('bị ẩn')]);
  });

  it('is refused where it is locked, cut, or says more than it holds', async () => {
    const sentence = async (content: Buffer) =>
      (await refusalOf(() => readXls(makeCompound({ Workbook: content }), 'a.xls'))).sentence;
    expect(await sentence(stream(begin, [0x2f, Buffer.alloc(6)], end))).toContain('mật khẩu');
    const endless = Buffer.alloc(12);
    endless.writeUInt32LE(0xffffffff, 4);
    expect(await sentence(stream(begin, [0xfc, endless], end))).toContain('bị hỏng');
    const whole = makeXls(rows, 'biff8');
    const refusal = await refusalOf(() => readXls(whole.subarray(0, whole.length / 2), 'a.xls'));
    expect(refusal.sentence).toContain('bị hỏng');
  });
});
