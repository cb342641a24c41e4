import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../readDocument.ts';

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const shown = book.addWorksheet('Kế hoạch');
  shown.getCell('A1').value = 'KẾ HOẠCH MỞ LỚP NĂM 2026';
  shown.addRow(['TT', 'Tên lớp', 'Ghi chú nội bộ', 'Ngày mở', 'Số học viên']);
  shown.addRow([1, 'Bồi dưỡng ngạch chuyên viên', 'bí mật', new Date(Date.UTC(2026, 6, 1)), 45]);
  shown.addRow([2, 'hàng ẩn', 'x', null, 1]);
  shown.addRow([3, 'Trung cấp lý luận chính trị', 'y', null, { formula: 'E3*2', result: 90 }]);
  shown.getColumn(3).hidden = true;
  shown.getRow(4).hidden = true;
  shown.getColumn(4).numFmt = 'dd/mm/yyyy';
  shown.getCell('B3').note = 'lời bình luận';
  const hidden = book.addWorksheet('Nháp', { state: 'hidden' });
  hidden.getCell('A1').value = 'không cho ai xem';
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('a workbook', () => {
  it('is read row by row as it shows, what is hidden left out and told', async () => {
    const raw = await readDocument(await workbook(), 'kế hoạch.xlsx');
    expect(raw.format).toBe('xlsx');
    expect(raw.lines).toEqual([
      { text: 'KẾ HOẠCH MỞ LỚP NĂM 2026', page: null, role: 'paragraph' },
      { text: 'TT | Tên lớp | Ngày mở | Số học viên', page: null, role: 'table' },
      { text: '1 | Bồi dưỡng ngạch chuyên viên | 01/07/2026 | 45', page: null, role: 'table' },
      { text: '3 | Trung cấp lý luận chính trị |  | 90', page: null, role: 'table' },
    ]);
    expect(raw.warnings).toEqual([
      'Đã bỏ 1 trang tính bị ẩn: “Nháp”.',
      'Đã bỏ 1 hàng và 1 cột bị ẩn trong trang tính.',
      'Đã bỏ các lời bình luận trong tệp.',
    ]);
  });

  it('in an old encoding becomes Unicode, capitals by the font of the cell', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('A');
    const put = (at: string, value: string, name: string) => {
      sheet.getCell(at).value = value;
      sheet.getCell(at).font = { name };
    };
    put('A1', 'kÕ ho¹ch ®µo t¹o', '.VnTimeH');
    put('A2', 'Tªn líp', '.VnTime');
    put('B2', 'Båi d\u00ADìng c¸n bé', '.VnTime');
    const raw = await readDocument(new Uint8Array(await book.xlsx.writeBuffer()), 'cũ.xlsx');
    expect(raw.lines.map(({ text }) => text)).toEqual(['KẾ HOẠCH ĐÀO TẠO', 'Tên lớp | Bồi dưỡng cán bộ']);
    expect(raw.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });
});
