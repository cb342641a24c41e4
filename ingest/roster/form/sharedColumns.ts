import { KINDS } from './choices.ts';
import { date, mark, optionalChoice, optionalCode, optionalText, requiredCode } from './columnTypes.ts';

/** Columns that stand on several sheets. */

export const cadre = requiredCode({
  heading: 'Mã cán bộ',
  synonyms: ['Mã CB', 'Mã số cán bộ', 'Mã CBCC', 'Mã CBCCVC', 'Mã nhân viên'],
  note: 'Mã của người này ở trang “Cán bộ”.',
  example: 'CB-001',
});
export const nameAgain = optionalText({
  heading: 'Họ và tên',
  synonyms: ['Họ tên', 'Tên cán bộ', 'Họ, tên', 'Họ tên cán bộ'],
  note: 'Để dễ nhìn và đối chiếu; nếu có thì phải đúng với trang “Cán bộ”.',
  example: 'Nguyễn Thị Ví Dụ',
});
export const otherUnit = optionalCode({
  heading: 'Mã đơn vị',
  synonyms: ['Đơn vị', 'Nơi giữ chức vụ', 'Mã cơ quan'],
  note: 'Chỉ ghi khi khác đơn vị đang công tác.',
});
export const from = date({
  heading: 'Từ ngày',
  synonyms: [
    'Từ',
    'Ngày bắt đầu',
    'Bắt đầu',
    'Ngày bổ nhiệm',
    'Từ tháng',
    'Từ năm',
    'Thời gian từ',
    'Khai giảng',
  ],
  note: 'Ngày, tháng hoặc năm bắt đầu.',
  example: '01/07/2025',
});
export const until = date({
  heading: 'Đến ngày',
  synonyms: [
    'Đến',
    'Ngày kết thúc',
    'Kết thúc',
    'Ngày thôi',
    'Đến tháng',
    'Đến năm',
    'Thời gian đến',
    'Bế giảng',
  ],
  note: 'Để trống nếu đang tiếp tục.',
});
export const sample = mark({
  heading: 'Dữ liệu mẫu',
  synonyms: ['Mẫu'],
  note: 'Chỉ dùng cho dữ liệu hư cấu để dùng thử; để trống với dữ liệu thật.',
});
export const kind = optionalChoice(
  {
    heading: 'Loại',
    synonyms: ['Loại văn bằng', 'Loại chứng chỉ', 'Loại văn bằng, chứng chỉ', 'Nhóm'],
    note: 'Để trống được nếu cột trình độ đã ghi đủ, ví dụ “TC LLCT”.',
    example: 'lý luận chính trị',
  },
  KINDS,
);
export const level = optionalText({
  heading: 'Trình độ',
  synonyms: ['Mức', 'Bậc', 'Trình độ, mức', 'Cấp', 'Trình độ đào tạo'],
  note: 'Như vẫn viết: Đại học Luật, TC LLCT, CVC, QPAN đối tượng 4, B1 tiếng Anh. Viết “Chưa có” nếu biết chắc là không có.',
  example: 'Trung cấp',
});
