import type ExcelJS from 'exceljs';
import { describe, expect, it, test } from 'vitest';
import type { ReadRoster } from './readRoster.ts';
import { readRosterBytes } from './readRosterBytes.ts';
import {
  bytesOf,
  lineOf,
  problemsOf,
  rosterOf,
  sheetOf,
  today,
  usualLimits,
  workbookOf,
} from './roster.testing.ts';
import { readRoster } from './roster.ts';

const unit = ['DV-1', 'Xã Thử', 'xã'];
const cadre = ['CB-1', 'Nguyễn Thử', 1985, 'Nam', 'DV-1'];

async function read(book: ExcelJS.Workbook): Promise<ReadRoster> {
  return readRosterBytes(await bytesOf(book), 'thử.xlsx', today);
}

/** Each row is wrong in one way, but for the first of each sheet. */
function wrongThroughout(): ExcelJS.Workbook {
  const long = 'x'.repeat(1_001);
  const book = workbookOf({
    'Đơn vị': [
      unit,
      ['DV 2', 'Mã có dấu cách', 'xã'],
      ['DV-3', null, 'xã'],
      ['DV-4', 'Cấp huyện', 'huyện'],
      ['DV-1', 'Trùng mã', 'xã'],
      ['DV-6', 'Cấp trên lạ', 'xã', 'KHONG-CO'],
      ['DV-7', 'Vòng', 'xã', 'DV-8'],
      ['DV-8', 'Vòng', 'xã', 'DV-7'],
      ['DV-9', 'Kết thúc trước', 'xã', null, '01/07/2025', '30/06/2025'],
      ['DV-10', 'Kế thừa lạ', 'xã', null, null, '30/06/2025', 'DV-1; MOI'],
      ['DV-11', 'Kế thừa chính nó', 'xã', null, null, '30/06/2025', 'DV-11'],
      ['DV-12', 'Ngày thiếu', 'xã', null, '2025'],
    ],
    'Cán bộ': [
      cadre,
      ['CB-1', 'Trùng mã', null, null, 'DV-1'],
      ['CB-3', null, null, null, 'DV-1'],
      ['CB-4', 'Đơn vị lạ', null, null, 'LA'],
      ['CB-5', 'Chưa sinh', '01/01/2031', null, 'DV-1'],
      ['CB-6', 'Ngày không có', '31/02/1990', null, 'DV-1'],
      ['CB-7', 'Năm hai số', '05/12/85', null, 'DV-1'],
      ['CB-8', 'Chữ thay ngày', 'chưa rõ', null, 'DV-1'],
      ['CB-9', 'Giới lạ', null, 'Nam giới tính', 'DV-1'],
      ['CB-10', 'Số máy lạ', null, null, 'DV-1', '12ab'],
      ['CB-11', 'Đảng lạ', null, null, 'DV-1', null, null, 'đang xét'],
      ['CB-12', 'Vào Đảng trước khi sinh', 1990, null, 'DV-1', null, null, null, 1985],
      ['CB-13', long, null, null, 'DV-1'],
      ['CB-14', { formula: 'B2' }, null, null, 'DV-1'],
      ['CB-15', 'Ô lỗi', { error: '#REF!' }, null, 'DV-1'],
      ['CB-16', 'Số không phải ngày', 43_804, null, 'DV-1'],
    ],
    'Chức vụ': [
      ['CB-1', 'Nguyễn Thử', 'Chủ tịch UBND xã', null, 2021],
      ['CB-1', 'Nguyễn Thử', 'Chủ tịch UBND xã', null, 2021],
      ['CB-99', null, 'Phó Chủ tịch UBND xã'],
      ['CB-1', 'Trần Khác', 'Trưởng phòng'],
      ['CB-1', null, 'Bí thư', null, '2021', '12/2019'],
      ['CB-1', null, 'Phó Bí thư', 'LA'],
      ['CB-1', null, null],
    ],
    'Văn bằng, chứng chỉ': [
      ['CB-1', null, null, 'TC LLCT'],
      ['CB-1', null, 'tin học', 'B1 tiếng Anh'],
      ['CB-1', null, 'bùa chú', 'cao'],
      ['CB-1', null, null, null, 'Luật'],
      ['CB-1', null, null, 'xyz'],
      ['CB-1', null, 'ngoại ngữ', 'B1', 'Anh', null, null, null, '12/2019', '2018'],
      ['CB-1', null, 'chuyên môn', 'Đại học', 'Toán', null, null, null, '2031'],
      ['CB-1', null, 'lý luận chính trị', 'Chưa có'],
      ['CB-1', null, 'quốc phòng', 'đối tượng 9'],
    ],
    'Đào tạo, bồi dưỡng': [
      ['CB-1', null, 'Lớp', null, null, 2025, null, 3],
      ['CB-1', null, 'Ngày âm', null, null, null, null, -2],
      ['CB-1', null, 'Quá dài', null, null, null, null, 400],
      ['CB-1', null, 'Chữ thay số', null, null, null, null, 'ba'],
      ['CB-1', null, 'Cách học lạ', null, null, null, null, null, null, null, 'qua thư'],
    ],
    'Đánh giá': [
      ['CB-1', null, 2025, 'HTXSNV'],
      ['CB-1', null, 2025, 'tốt'],
      ['CB-1', null, 1890, 'tốt'],
      ['CB-1', null, 2024, 'rất giỏi'],
      ['CB-1', null, 2030, 'tốt'],
    ],
    'Kết luận chính trị': [['CB-1', null, 2025, 'có thể']],
  });
  sheetOf(book, 'Quy hoạch').addRow(['CB-1', null, 'Chủ tịch UBND xã']);
  sheetOf(book, 'Quy hoạch').mergeCells('B2:C2');
  return book;
}

const EXPECTED = [
  'Đơn vị!3 Mã đơn vị: Mã “DV 2” có dấu cách hoặc ký tự lạ.',
  'Đơn vị!4 Tên đơn vị: Ô bắt buộc đang để trống.',
  'Đơn vị!5 Cấp: Không hiểu “huyện”.',
  'Đơn vị!6 Mã đơn vị: Mã “DV-1” đã có ở dòng 2.',
  'Đơn vị!7 Mã đơn vị cấp trên: Không có đơn vị mã “KHONG-CO” ở trang “Đơn vị”.',
  'Đơn vị!8 Mã đơn vị cấp trên: Đơn vị “DV-7” nằm dưới chính nó qua các cấp trên.',
  'Đơn vị!9 Mã đơn vị cấp trên: Đơn vị “DV-8” nằm dưới chính nó qua các cấp trên.',
  'Đơn vị!10 Đến ngày: “Đến ngày” trước “từ ngày”.',
  'Đơn vị!11 Đơn vị kế thừa: Không có đơn vị mã “MOI” ở trang “Đơn vị”.',
  'Đơn vị!12 Đơn vị kế thừa: Đơn vị kế thừa trùng với chính đơn vị này.',
  'Đơn vị!13 Từ ngày: “2025” chưa đủ ngày, tháng, năm.',
  'Cán bộ!3 Mã cán bộ: Mã “CB-1” đã có ở dòng 2.',
  'Cán bộ!4 Họ và tên: Ô bắt buộc đang để trống.',
  'Cán bộ!5 Mã đơn vị: Không có đơn vị mã “LA” ở trang “Đơn vị”.',
  'Cán bộ!6 Ngày sinh: “Ngày sinh” ở tương lai.',
  'Cán bộ!7 Ngày sinh: Ngày “31/02/1990” không có trên lịch.',
  'Cán bộ!8 Ngày sinh: Ngày “05/12/85” viết năm bằng hai chữ số.',
  'Cán bộ!9 Ngày sinh: “chưa rõ” không phải ngày.',
  'Cán bộ!10 Giới tính: Không hiểu “Nam giới tính”.',
  'Cán bộ!11 Điện thoại: “12ab” không phải số điện thoại.',
  'Cán bộ!12 Đảng viên: “đang xét” không rõ là có hay không.',
  'Cán bộ!13 Ngày vào Đảng: “Ngày vào Đảng” trước ngày sinh.',
  'Cán bộ!14 Họ và tên: Nội dung dài hơn 1000 ký tự.',
  'Cán bộ!15 Họ và tên: Ô là công thức, không phải giá trị.',
  'Cán bộ!16 Ngày sinh: Ô báo lỗi “#REF!”.',
  'Cán bộ!17 Ngày sinh: “43804” không phải ngày.',
  'Chức vụ!3 -: Dòng này trùng với dòng 2.',
  'Chức vụ!4 Mã cán bộ: Không có cán bộ mã “CB-99” ở trang “Cán bộ”.',
  'Chức vụ!5 Họ và tên: Họ tên “Trần Khác” khác với họ tên của mã này ở trang “Cán bộ”.',
  'Chức vụ!6 Đến ngày: “Đến ngày” trước “từ ngày”.',
  'Chức vụ!7 Mã đơn vị: Không có đơn vị mã “LA” ở trang “Đơn vị”.',
  'Chức vụ!8 Chức vụ: Ô bắt buộc đang để trống.',
  'Quy hoạch!2 Chức danh quy hoạch: Ô bắt buộc đang để trống.',
  'Quy hoạch!2 Họ và tên: Có ô gộp (B2:C2) trong vùng dữ liệu.',
  'Văn bằng, chứng chỉ!3 Trình độ: “B1 tiếng Anh” không phải trình độ của loại “tin học”.',
  'Văn bằng, chứng chỉ!4 Loại: Không hiểu “bùa chú”.',
  'Văn bằng, chứng chỉ!5 Loại: Chưa rõ là loại văn bằng, chứng chỉ nào.',
  'Văn bằng, chứng chỉ!6 Loại: Chưa rõ là loại văn bằng, chứng chỉ nào.',
  'Văn bằng, chứng chỉ!7 Ngày hết hạn: “Ngày hết hạn” trước ngày cấp.',
  'Văn bằng, chứng chỉ!8 Ngày cấp: “Ngày cấp” ở tương lai.',
  'Văn bằng, chứng chỉ!9 Trình độ: Vừa ghi “chưa có” vừa ghi có văn bằng, chứng chỉ loại “lý luận chính trị”.',
  'Văn bằng, chứng chỉ!10 Trình độ: “đối tượng 9” không phải trình độ của loại “quốc phòng và an ninh”.',
  'Đào tạo, bồi dưỡng!3 Số ngày: “-2” nằm ngoài khoảng từ 0,5 đến 366.',
  'Đào tạo, bồi dưỡng!4 Số ngày: “400” nằm ngoài khoảng từ 0,5 đến 366.',
  'Đào tạo, bồi dưỡng!5 Số ngày: “ba” không phải số.',
  'Đào tạo, bồi dưỡng!6 Hình thức: Không hiểu “qua thư”.',
  'Đánh giá!3 Năm: Năm 2025 của người này đã có ở dòng 2.',
  'Đánh giá!4 Năm: “1890” nằm ngoài khoảng từ 1975 đến 2100.',
  'Đánh giá!5 Xếp loại: Không hiểu “rất giỏi”.',
  'Đánh giá!6 Năm: “Năm” ở tương lai.',
  'Kết luận chính trị!2 Kết luận: Không hiểu “có thể”.',
];

describe('a roster that is wrong throughout', () => {
  it('gives every problem with its sheet, row, column and remedy, and no roster', async () => {
    const problems = problemsOf(await read(wrongThroughout()));
    expect(problems.map(lineOf)).toEqual(EXPECTED);
    for (const { remedy } of problems) expect(remedy).toMatch(/^\p{Lu}.+\.$/u);
    const kinds = new Set(EXPECTED.map((line) => line.replace(/^.*?: /, '').replace(/“[^”]*”|\d+/g, '…')));
    expect(kinds.size).toBeGreaterThanOrEqual(30);
  });

  it('is told the same by the process that reads it apart', async () => {
    const bytes = await bytesOf(wrongThroughout());
    expect(problemsOf(await readRoster('thử.xlsx', bytes, usualLimits)).map(lineOf)).toEqual(EXPECTED);
  });

  it('tells five hundred problems and counts the rest', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => [
      `CB ${index}`,
      'Mã có dấu cách',
      null,
      null,
      'DV-1',
    ]);
    const found = await read(workbookOf({ 'Đơn vị': [unit], 'Cán bộ': rows }));
    expect(problemsOf(found)).toHaveLength(500);
    expect(found).toMatchObject({ ok: false, more: 200 });
  });
});

const good = () => workbookOf({ 'Đơn vị': [unit], 'Cán bộ': [cadre] });

type Edit = readonly [name: string, edit: (book: ExcelJS.Workbook) => void, expected: readonly string[]];

const STRUCTURE: readonly Edit[] = [
  [
    'a missing sheet',
    (book) => book.removeWorksheet('Cán bộ'),
    ['Cán bộ!- -: Thiếu trang bắt buộc “Cán bộ”.'],
  ],
  [
    'a renamed sheet',
    (book) => {
      sheetOf(book, 'Đào tạo, bồi dưỡng').name = 'Đào tạo, bồi dưỡng 2026';
      sheetOf(book, 'Đào tạo, bồi dưỡng 2026').addRow(['CB-1']);
    },
    [
      'Đào tạo, bồi dưỡng 2026!- -: Không có trang “Đào tạo, bồi dưỡng”; trang “Đào tạo, bồi dưỡng 2026” gần giống nhất.',
    ],
  ],
  [
    'two sheets for one subject',
    (book) => book.addWorksheet('Danh sách cán bộ'),
    ['Danh sách cán bộ!- -: Trang này trùng vai trò với trang “Cán bộ”: cả hai đều được hiểu là “Cán bộ”.'],
  ],
  [
    'a hidden sheet that has to be read',
    (book) => {
      sheetOf(book, 'Đơn vị').state = 'veryHidden';
    },
    [
      'Đơn vị!- -: Trang bắt buộc “Đơn vị” đang bị ẩn.',
      'Cán bộ!2 Mã đơn vị: Không có đơn vị mã “DV-1” ở trang “Đơn vị”.',
    ],
  ],
  [
    'a renamed column',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell('C1').value = 'Ngày tháng sinh đầy đủ';
    },
    [
      'Cán bộ!1 Ngày tháng sinh đầy đủ: Cột “Ngày tháng sinh đầy đủ” không có trong mẫu; gần giống nhất là cột “Ngày sinh”.',
    ],
  ],
  [
    'a missing obligatory column',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell('B1').value = null;
    },
    ['Cán bộ!1 Họ và tên: Thiếu cột bắt buộc “Họ và tên”.'],
  ],
  [
    'a column twice',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell('M1').value = 'Họ tên';
    },
    ['Cán bộ!1 Họ tên: Cột “Họ và tên” xuất hiện hai lần.'],
  ],
  [
    'no headings',
    (book) => sheetOf(book, 'Cán bộ').spliceRows(1, 1),
    ['Cán bộ!- -: Không tìm thấy dòng tiêu đề có các cột “Mã cán bộ”, “Họ và tên”, “Mã đơn vị”.'],
  ],
  [
    'cells beyond the last column',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell(2, 300).value = 'lạc';
    },
    ['Cán bộ!- -: Có dữ liệu ở ngoài 200 cột đầu.'],
  ],
];

test.each(STRUCTURE)('%s is told', async (_name, edit, expected) => {
  const book = good();
  edit(book);
  expect(problemsOf(await read(book)).map(lineOf)).toEqual(expected);
});

const WARNED: readonly Edit[] = [
  [
    'a hidden sheet with data',
    (book) => {
      const sheet = book.addWorksheet('Bí mật', { state: 'hidden' });
      sheet.addRow(['dữ liệu']);
    },
    ['Bí mật!- -: Trang ẩn “Bí mật” có dữ liệu và không được đọc.'],
  ],
  [
    'a strange sheet',
    (book) => book.addWorksheet('Tổng hợp quý').addRow(['x']),
    ['Tổng hợp quý!- -: Trang “Tổng hợp quý” không thuộc mẫu nên không được đọc.'],
  ],
  [
    'a sheet left out',
    (book) => book.removeWorksheet('Đánh giá'),
    ['Đánh giá!- -: Không có trang “Đánh giá”: coi như chưa biết gì về phần này.'],
  ],
  [
    'a strange column',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell('M1').value = 'Hệ số lương';
    },
    ['Cán bộ!1 Hệ số lương: Cột “Hệ số lương” không thuộc mẫu nên không được đọc.'],
  ],
  [
    'hidden rows',
    (book) => {
      sheetOf(book, 'Cán bộ').getRow(2).hidden = true;
    },
    ['Cán bộ!- -: 1 dòng đang bị ẩn hoặc lọc vẫn được đọc.'],
  ],
  [
    'one telephone number of two people',
    (book) => {
      sheetOf(book, 'Cán bộ').getCell('F2').value = '0900 000 001';
      sheetOf(book, 'Cán bộ').addRow(['CB-2', 'Người Hai', null, null, 'DV-1', '+84900000001']);
    },
    [
      'Cán bộ!3 Điện thoại: Số điện thoại trùng với người ở dòng 2: cả hai sẽ không tự nối được tài khoản bằng số này.',
    ],
  ],
  ['an empty strange sheet', (book) => book.addWorksheet('Sheet2'), []],
];

test.each(WARNED)('%s is a warning, and the roster is read', async (_name, edit, expected) => {
  const book = good();
  edit(book);
  const found = await read(book);
  expect(rosterOf(found).cadres.length).toBeGreaterThan(0);
  expect(found.ok ? found.warnings.map(lineOf) : null).toEqual(expected);
});
