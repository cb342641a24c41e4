import type { Rating } from '../../../domain/ladders.ts';
import { CONCLUSIONS, RATING_CHOICES } from './choices.ts';
import { date, optionalText, requiredChoice, requiredNumber, requiredText } from './columnTypes.ts';
import { cadre, from, nameAgain, otherUnit, until } from './sharedColumns.ts';
import { sheetForm } from './sheetForm.ts';

export const POST_FORM = sheetForm('Chức vụ', ['Chức danh', 'Quá trình công tác', 'Chức vụ, chức danh'], {
  cadre,
  nameAgain,
  position: requiredText({
    heading: 'Chức vụ',
    synonyms: ['Chức danh', 'Chức vụ, chức danh', 'Chức danh, chức vụ', 'Chức vụ đang giữ'],
    note: 'Tên chức vụ, mỗi chức vụ một dòng.',
    example: 'Phó Chủ tịch UBND xã',
  }),
  unit: otherUnit,
  from,
  until,
});

export const PLANNED_FORM = sheetForm('Quy hoạch', ['Chức danh quy hoạch', 'Danh sách quy hoạch'], {
  cadre,
  nameAgain,
  position: requiredText({
    heading: 'Chức danh quy hoạch',
    synonyms: ['Chức danh', 'Chức vụ', 'Quy hoạch chức danh', 'Chức vụ quy hoạch', 'Quy hoạch'],
    note: 'Mỗi chức danh một dòng.',
    example: 'Chủ tịch UBND xã',
  }),
  unit: otherUnit,
  term: optionalText({
    heading: 'Giai đoạn',
    synonyms: ['Nhiệm kỳ', 'Nhiệm kỳ quy hoạch', 'Giai đoạn quy hoạch'],
    note: 'Như trong quyết định phê duyệt: 2025-2030.',
    example: '2025-2030',
    width: 14,
  }),
  from,
  until,
});

export const GRADE_FORM = sheetForm('Ngạch, hạng', ['Ngạch', 'Hạng', 'Ngạch/hạng', 'Ngạch công chức'], {
  cadre,
  nameAgain,
  name: requiredText({
    heading: 'Ngạch, hạng',
    synonyms: ['Ngạch', 'Hạng', 'Tên ngạch', 'Ngạch/hạng', 'Chức danh nghề nghiệp'],
    note: 'Tên ngạch công chức hoặc hạng viên chức.',
    example: 'Chuyên viên',
  }),
  code: optionalText({
    heading: 'Mã số',
    synonyms: ['Mã ngạch', 'Mã số ngạch', 'Mã hạng', 'Mã số chức danh'],
    note: 'Mã số ngạch, hạng: 01.003.',
    example: '01.003',
    width: 12,
  }),
  from,
  until,
});

export const GROUP_FORM = sheetForm('Diện quản lý', ['Diện', 'Phân cấp quản lý', 'Diện cán bộ'], {
  cadre,
  nameAgain,
  name: requiredText({
    heading: 'Diện quản lý',
    synonyms: ['Diện', 'Thuộc diện', 'Cấp quản lý'],
    note: 'Mỗi diện một dòng.',
    example: 'Diện Ban Thường vụ Đảng ủy quản lý',
    width: 36,
  }),
  from,
  until,
});

const FIRST_YEAR = 1975;

export const EVALUATION_FORM = sheetForm('Đánh giá', ['Xếp loại', 'Đánh giá, xếp loại', 'Kết quả đánh giá'], {
  cadre,
  nameAgain,
  year: requiredNumber(
    { heading: 'Năm', synonyms: ['Năm đánh giá'], note: 'Mỗi năm một dòng.', example: '2025' },
    FIRST_YEAR,
    2100,
  ),
  rating: requiredChoice<Rating>(
    {
      heading: 'Xếp loại',
      synonyms: ['Kết quả', 'Mức xếp loại', 'Kết quả đánh giá', 'Xếp loại chất lượng'],
      note: 'Mức xếp loại chất lượng của năm đó.',
      example: 'hoàn thành tốt nhiệm vụ',
      width: 34,
    },
    RATING_CHOICES,
  ),
});

export const CONCLUSION_FORM = sheetForm(
  'Kết luận chính trị',
  ['Tiêu chuẩn chính trị', 'Kết luận tiêu chuẩn chính trị', 'Kết luận về tiêu chuẩn chính trị'],
  {
    cadre,
    nameAgain,
    date: date({
      heading: 'Ngày kết luận',
      synonyms: ['Ngày', 'Ngày ra kết luận', 'Thời gian'],
      note: 'Ngày của văn bản kết luận.',
      example: '20/06/2025',
    }),
    passed: requiredChoice<boolean>(
      {
        heading: 'Kết luận',
        synonyms: ['Kết quả', 'Nội dung kết luận'],
        note: 'đạt hoặc không đạt.',
        example: 'đạt',
      },
      CONCLUSIONS,
    ),
    issuer: optionalText({
      heading: 'Cơ quan kết luận',
      synonyms: ['Nơi kết luận', 'Cấp kết luận'],
      note: 'Cấp ủy hoặc cơ quan ra kết luận.',
    }),
  },
);
