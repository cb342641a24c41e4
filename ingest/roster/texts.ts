import { KnownError } from '../../errors.ts';
import { shownName } from '../texts.ts';

/** Everything that reading and writing a roster says to people, but for the headings and notes of its columns. */

const again = 'Hãy mở tệp bằng Excel hoặc LibreOffice, lưu lại theo dạng Excel (.xlsx) rồi nạp lại';

const FOREIGN = {
  xls: 'là tệp Excel đời cũ (.xls)',
  xlsb: 'là tệp Excel nhị phân (.xlsb)',
  ods: 'là bảng tính LibreOffice (.ods)',
  other: 'không phải tệp Excel (.xlsx)',
} as const;

export const noWorkbook = (fileName: string, what: keyof typeof FOREIGN) =>
  new KnownError(
    'file_unsupported',
    `Tệp “${shownName(fileName)}” ${FOREIGN[what]} nên chưa đọc được danh sách cán bộ. ${again}.`,
  );

export const macroWorkbook = (fileName: string) =>
  new KnownError(
    'file_unsupported',
    `Tệp “${shownName(fileName)}” có macro nên không nhận, để bảo đảm an toàn. Hãy lưu lại theo dạng Excel thường (.xlsx, không có macro) rồi nạp lại.`,
  );

export const tooLargeInside = (fileName: string) =>
  new KnownError(
    'limit_exceeded',
    `Tệp “${shownName(fileName)}” bị từ chối vì bên trong bung ra quá lớn hoặc khác thường so với một bảng tính. ${again}.`,
  );

/** The reader ended without an answer; `detail` is for the log. */
export const rosterUnreadable = (fileName: string, detail: string) =>
  new KnownError(
    'file_unreadable',
    `Không đọc được tệp “${shownName(fileName)}”: bộ đọc dừng giữa chừng, tệp có thể bị hỏng. ${again}.`,
    { message: `The reader of ${shownName(fileName)} failed: ${detail}` },
  );

/** A cell's text as a message quotes it: one line, not endless. */
function quoted(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  return `“${letters.length > 40 ? `${letters.slice(0, 38).join('')}…` : letters.join('')}”`;
}

/** What is wrong and what to do about it. */
export type Fault = { readonly message: string; readonly remedy: string };

const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ');

/** Faults of the form: sheets, headings, cells that hold no plain value. */
export const FORM_FAULTS = {
  sheetMissing: (name: string): Fault => ({
    message: `Thiếu trang bắt buộc “${name}”.`,
    remedy: 'Thêm trang này theo tệp mẫu.',
  }),
  sheetRenamed: (name: string, nearest: string): Fault => ({
    message: `Không có trang “${nearest}”; trang “${name}” gần giống nhất.`,
    remedy: `Đổi tên trang thành “${nearest}”, hoặc xóa trang này nếu không dùng.`,
  }),
  sheetTwice: (name: string, first: string): Fault => ({
    message: `Trang này trùng vai trò với trang ${quoted(first)}: cả hai đều được hiểu là “${name}”.`,
    remedy: 'Gộp hai trang làm một.',
  }),
  sheetHidden: (name: string): Fault => ({
    message: `Trang bắt buộc “${name}” đang bị ẩn.`,
    remedy: 'Bỏ ẩn trang rồi lưu lại.',
  }),
  hiddenSheetUnread: (name: string): Fault => ({
    message: `Trang ẩn ${quoted(name)} có dữ liệu và không được đọc.`,
    remedy: 'Bỏ ẩn trang nếu muốn đọc dữ liệu trong đó.',
  }),
  sheetUnknown: (name: string): Fault => ({
    message: `Trang ${quoted(name)} không thuộc mẫu nên không được đọc.`,
    remedy: 'Xóa trang này, hoặc chuyển dữ liệu sang trang đúng của mẫu.',
  }),
  sheetLeftOut: (name: string): Fault => ({
    message: `Không có trang “${name}”: coi như chưa biết gì về phần này.`,
    remedy: 'Thêm trang theo tệp mẫu nếu có dữ liệu.',
  }),
  noHeadings: (headings: readonly string[]): Fault => ({
    message: `Không tìm thấy dòng tiêu đề có các cột ${list(headings)}.`,
    remedy: 'Chép lại dòng tiêu đề từ tệp mẫu.',
  }),
  columnMissing: (heading: string): Fault => ({
    message: `Thiếu cột bắt buộc “${heading}”.`,
    remedy: 'Thêm cột này như trong tệp mẫu.',
  }),
  columnRenamed: (written: string, nearest: string): Fault => ({
    message: `Cột ${quoted(written)} không có trong mẫu; gần giống nhất là cột “${nearest}”.`,
    remedy: `Đổi tiêu đề thành “${nearest}”, hoặc xóa cột nếu không dùng.`,
  }),
  columnTwice: (heading: string): Fault => ({
    message: `Cột “${heading}” xuất hiện hai lần.`,
    remedy: 'Giữ lại một cột.',
  }),
  columnUnknown: (written: string): Fault => ({
    message: `Cột ${quoted(written)} không thuộc mẫu nên không được đọc.`,
    remedy: 'Xóa cột này, hoặc chuyển dữ liệu sang cột đúng của mẫu.',
  }),
  tooManyColumns: (most: number): Fault => ({
    message: `Có dữ liệu ở ngoài ${most} cột đầu.`,
    remedy: 'Xóa các cột thừa bên phải.',
  }),
  merged: (reference: string): Fault => ({
    message: `Có ô gộp (${reference}) trong vùng dữ liệu.`,
    remedy: 'Bỏ gộp ô rồi điền đủ từng ô.',
  }),
  hiddenRows: (count: number): Fault => ({
    message: `${count} dòng đang bị ẩn hoặc lọc vẫn được đọc.`,
    remedy: 'Bỏ lọc để kiểm tra các dòng này.',
  }),
  formula: (): Fault => ({
    message: 'Ô là công thức, không phải giá trị.',
    remedy: 'Chép ô rồi dán đè lên bằng “Dán đặc biệt – Giá trị” (Paste Values).',
  }),
  errorCell: (text: string): Fault => ({
    message: `Ô báo lỗi ${quoted(text)}.`,
    remedy: 'Sửa hoặc xóa nội dung ô.',
  }),
  empty: (): Fault => ({ message: 'Ô bắt buộc đang để trống.', remedy: 'Điền ô này.' }),
} as const;

/** Faults of one value. */
export const VALUE_FAULTS = {
  tooLong: (most: number): Fault => ({
    message: `Nội dung dài hơn ${most} ký tự.`,
    remedy: 'Rút gọn nội dung ô.',
  }),
  badCode: (text: string): Fault => ({
    message: `Mã ${quoted(text)} có dấu cách hoặc ký tự lạ.`,
    remedy: 'Mã chỉ gồm chữ, số, dấu chấm, gạch nối, gạch chéo, không quá 40 ký tự.',
  }),
  impossibleDay: (text: string): Fault => ({
    message: `Ngày ${quoted(text)} không có trên lịch.`,
    remedy: 'Viết ngày theo thứ tự ngày/tháng/năm, ví dụ 05/12/2019.',
  }),
  shortYear: (text: string): Fault => ({
    message: `Ngày ${quoted(text)} viết năm bằng hai chữ số.`,
    remedy: 'Viết đủ bốn chữ số của năm.',
  }),
  notDate: (text: string): Fault => ({
    message: `${quoted(text)} không phải ngày.`,
    remedy: 'Viết như 05/12/2019, 12/2019 hoặc 2019; chưa biết thì để trống.',
  }),
  notWholeDay: (text: string): Fault => ({
    message: `${quoted(text)} chưa đủ ngày, tháng, năm.`,
    remedy: 'Viết đủ ngày/tháng/năm, ví dụ 01/07/2025.',
  }),
  notYesNo: (text: string): Fault => ({
    message: `${quoted(text)} không rõ là có hay không.`,
    remedy: 'Viết “có” hoặc “không”; chưa biết thì để trống.',
  }),
  notChoice: (text: string, choices: readonly string[]): Fault => ({
    message: `Không hiểu ${quoted(text)}.`,
    remedy: `Chọn một trong: ${choices.join('; ')}.`,
  }),
  notNumber: (text: string): Fault => ({
    message: `${quoted(text)} không phải số.`,
    remedy: 'Chỉ viết số, ví dụ 5 hoặc 2,5.',
  }),
  notDays: (text: string): Fault => ({
    message: `${quoted(text)} không phải số ngày.`,
    remedy:
      'Đổi ra ngày rồi chỉ ghi số: 1 buổi là 0,5 ngày; 8 tiết là 1 ngày; 1 tuần tính theo số ngày thực học.',
  }),
  notPhone: (text: string): Fault => ({
    message: `${quoted(text)} không phải số điện thoại.`,
    remedy: 'Viết số bắt đầu bằng 0, từ 9 đến 11 chữ số; chưa biết thì để trống.',
  }),
  outOfRange: (text: string, from: number, to: number): Fault => ({
    message: `${quoted(text)} nằm ngoài khoảng từ ${String(from).replace('.', ',')} đến ${to}.`,
    remedy: 'Kiểm tra lại số này.',
  }),
} as const;

/** Faults between cells, rows and sheets. */
export const ROSTER_FAULTS = {
  codeTwice: (code: string, row: number): Fault => ({
    message: `Mã ${quoted(code)} đã có ở dòng ${row}.`,
    remedy: 'Mỗi mã chỉ dùng một lần: sửa mã hoặc xóa dòng thừa.',
  }),
  unknownUnit: (code: string): Fault => ({
    message: `Không có đơn vị mã ${quoted(code)} ở trang “Đơn vị”.`,
    remedy: 'Sửa mã, hoặc thêm đơn vị này vào trang “Đơn vị”.',
  }),
  unitCycle: (code: string): Fault => ({
    message: `Đơn vị ${quoted(code)} nằm dưới chính nó qua các cấp trên.`,
    remedy: 'Sửa mã đơn vị cấp trên để không thành vòng.',
  }),
  successorItself: (): Fault => ({
    message: 'Đơn vị kế thừa trùng với chính đơn vị này.',
    remedy: 'Ghi mã của đơn vị mới tiếp nhận.',
  }),
  unknownCadre: (code: string): Fault => ({
    message: `Không có cán bộ mã ${quoted(code)} ở trang “Cán bộ”.`,
    remedy: 'Sửa mã, hoặc thêm người này vào trang “Cán bộ”.',
  }),
  otherName: (written: string): Fault => ({
    message: `Họ tên ${quoted(written)} khác với họ tên của mã này ở trang “Cán bộ”.`,
    remedy: 'Kiểm tra xem dòng này có đúng người không, rồi sửa mã hoặc họ tên.',
  }),
  futureDay: (what: string): Fault => ({
    message: `${what} ở tương lai.`,
    remedy: 'Kiểm tra lại năm.',
  }),
  before: (later: string, earlier: string): Fault => ({
    message: `${later} trước ${earlier}.`,
    remedy: 'Kiểm tra lại hai ngày này.',
  }),
  kindMissing: (): Fault => ({
    message: 'Chưa rõ là loại văn bằng, chứng chỉ nào.',
    remedy: 'Chọn loại, hoặc viết đủ ở cột trình độ, ví dụ “Trung cấp LLCT”.',
  }),
  levelUnfit: (written: string, kind: string, levels: readonly string[]): Fault => ({
    message: `${quoted(written)} không phải trình độ của loại “${kind}”.`,
    remedy:
      levels.length === 0
        ? 'Loại này không chia trình độ: để trống cột này, ghi tên ở cột tên văn bằng, chứng chỉ.'
        : `Viết một trong: ${levels.join('; ')}.`,
  }),
  unheld: (written: string): Fault => ({
    message: `${quoted(written)} nói điều chưa có hoặc chưa xong, không phải trình độ đang có.`,
    remedy:
      'Ghi trình độ cao nhất đang có, hoặc “Chưa có” nếu không có gì của loại này; đang học thì ghi ở trang “Đào tạo, bồi dưỡng” với Hoàn thành là “không”.',
  }),
  unheldWords: (written: string): Fault => ({
    message: `${quoted(written)} nói điều chưa có hoặc chưa xong, trong khi dòng này được hiểu là đang có.`,
    remedy:
      'Xóa dòng nếu chưa được cấp; không có gì của loại này thì viết “Chưa có” ở cột trình độ; đang học thì ghi ở trang “Đào tạo, bồi dưỡng” với Hoàn thành là “không”.',
  }),
  rowTwice: (row: number): Fault => ({
    message: `Dòng này trùng với dòng ${row}.`,
    remedy: 'Xóa một trong hai dòng.',
  }),
  yearTwice: (year: number, row: number): Fault => ({
    message: `Năm ${year} của người này đã có ở dòng ${row}.`,
    remedy: 'Mỗi năm chỉ ghi một kết quả: giữ lại dòng đúng.',
  }),
  lacksAndHas: (kind: string): Fault => ({
    message: `Vừa ghi “chưa có” vừa ghi có văn bằng, chứng chỉ loại “${kind}”.`,
    remedy: 'Giữ lại điều đúng, xóa dòng kia.',
  }),
  probationary: (written: string): Fault => ({
    message: `${quoted(written)}: đảng viên dự bị chưa được tính là đảng viên; hồ sơ để là chưa rõ.`,
    remedy: 'Khi được công nhận chính thức thì ghi “có”; nếu tính là không thì ghi “không”.',
  }),
  phoneTwice: (row: number): Fault => ({
    message: `Số điện thoại trùng với người ở dòng ${row}: cả hai sẽ không tự nối được tài khoản bằng số này.`,
    remedy: 'Kiểm tra lại số của từng người.',
  }),
  formerUnit: (code: string): Fault => ({
    message: `Đơn vị ${quoted(code)} đã kết thúc hoạt động mà chức vụ ở đó chưa ghi ngày thôi.`,
    remedy: 'Ghi ngày thôi giữ chức vụ và thêm chức vụ mới, nếu đã có.',
  }),
} as const;

/** Words on the sheets that are written. */
export const SHEET_TEXTS = {
  guide: 'Hướng dẫn',
  lists: 'Danh mục',
  example: 'VÍ DỤ – xóa dòng này',
  lacking: 'Chưa có',
  yes: 'có',
  no: 'không',
  required: 'bắt buộc',
  optional: 'không bắt buộc',
  guideHeadings: ['Trang', 'Cột', 'Bắt buộc', 'Cách điền'],
  guideLines: [
    'MẪU NHẬP DANH SÁCH CÁN BỘ',
    'Mỗi trang là một loại thông tin, mỗi dòng là một mục. Các trang nối với nhau bằng mã cán bộ và mã đơn vị.',
    'Ô để trống nghĩa là chưa biết, không phải là không có. Muốn ghi rõ là không có, viết “Chưa có” ở cột trình độ.',
    'Ngày viết theo ngày/tháng/năm; chỉ biết tháng hoặc năm thì viết 12/2019 hoặc 2019.',
    'Dòng bắt đầu bằng “VÍ DỤ – xóa dòng này” không được đọc. Không dùng công thức, không gộp ô, không đổi tên trang và tiêu đề.',
  ],
} as const;
