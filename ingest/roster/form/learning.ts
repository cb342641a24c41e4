import type { TrainingMode } from '../../../domain/record.ts';
import { MODES } from './choices.ts';
import { date, optionalChoice, optionalNumber, optionalText, requiredText, yesNo } from './columnTypes.ts';
import { cadre, from, kind, level, nameAgain, until } from './sharedColumns.ts';
import { sheetForm } from './sheetForm.ts';

export const QUALIFICATION_FORM = sheetForm(
  'Văn bằng, chứng chỉ',
  ['Văn bằng', 'Bằng cấp', 'Chứng chỉ', 'Trình độ', 'Văn bằng chứng chỉ'],
  {
    cadre,
    nameAgain,
    kind,
    level,
    field: optionalText({
      heading: 'Ngành, chuyên ngành, ngôn ngữ',
      synonyms: ['Ngành', 'Chuyên ngành', 'Ngành, chuyên ngành', 'Ngành học', 'Ngôn ngữ', 'Chuyên môn'],
      note: 'Ngành ghi trên bằng, hoặc tên ngôn ngữ.',
    }),
    name: optionalText({
      heading: 'Tên văn bằng, chứng chỉ',
      synonyms: ['Tên chứng chỉ', 'Tên văn bằng', 'Tên bằng'],
      note: 'Tên ghi trên văn bằng, nhất là giấy xác nhận tương đương và chứng chỉ khác.',
      width: 32,
    }),
    number: optionalText({
      heading: 'Số hiệu',
      synonyms: ['Số', 'Số văn bằng', 'Số vào sổ'],
      note: 'Số hiệu văn bằng.',
      width: 14,
    }),
    issuer: optionalText({
      heading: 'Nơi cấp',
      synonyms: ['Cơ sở đào tạo', 'Cơ quan cấp', 'Trường', 'Đơn vị cấp'],
      note: 'Trường hoặc cơ quan cấp.',
    }),
    issued: date({
      heading: 'Ngày cấp',
      synonyms: ['Năm cấp', 'Năm tốt nghiệp', 'Cấp ngày', 'Thời gian cấp', 'Ngày tốt nghiệp'],
      note: 'Chỉ biết tháng hoặc năm thì ghi 12/2019 hoặc 2019.',
      example: '12/2019',
    }),
    expires: date({
      heading: 'Ngày hết hạn',
      synonyms: ['Hết hạn', 'Có giá trị đến', 'Hạn dùng', 'Thời hạn'],
      note: 'Để trống nếu không có thời hạn.',
    }),
    evidence: optionalText({
      heading: 'Minh chứng',
      synonyms: ['Tệp minh chứng', 'Bản quét', 'Trang hồ sơ'],
      note: 'Tên tệp hoặc trang hồ sơ có bản sao.',
    }),
  },
);

export const TRAINING_FORM = sheetForm(
  'Đào tạo, bồi dưỡng',
  ['Bồi dưỡng', 'Đào tạo', 'Lớp đã học', 'Quá trình đào tạo, bồi dưỡng'],
  {
    cadre,
    nameAgain,
    className: requiredText({
      heading: 'Tên lớp',
      synonyms: ['Lớp', 'Khóa học', 'Tên khóa học', 'Nội dung bồi dưỡng', 'Tên lớp bồi dưỡng', 'Nội dung'],
      note: 'Tên lớp như trong giấy triệu tập.',
      example: 'Kỹ năng số cơ bản',
      width: 40,
    }),
    kind: { ...kind, note: 'Chỉ ghi khi lớp thuộc một loại, ví dụ quốc phòng và an ninh.', example: '' },
    level: { ...level, note: 'Trình độ của lớp, nếu có.', example: '' },
    from,
    until,
    days: optionalNumber(
      {
        heading: 'Số ngày',
        synonyms: ['Số ngày học', 'Thời lượng', 'Thời lượng (ngày)', 'Ngày học'],
        note: 'Số ngày thực học, từ 0,5 đến 366: 1 buổi là 0,5 ngày, 8 tiết là 1 ngày.',
        example: '3',
      },
      0.5,
      366,
    ),
    place: optionalText({
      heading: 'Nơi học',
      synonyms: ['Địa điểm', 'Nơi mở lớp', 'Cơ sở đào tạo'],
      note: 'Nơi mở lớp.',
    }),
    abroad: yesNo(
      { heading: 'Ở nước ngoài', synonyms: ['Nước ngoài'], note: 'có hoặc không.' },
      { yes: ['nuoc ngoai'], no: ['trong nuoc'] },
    ),
    mode: optionalChoice<TrainingMode>(
      {
        heading: 'Hình thức',
        synonyms: ['Hình thức học', 'Cách học'],
        note: 'trực tiếp, trực tuyến hoặc kết hợp.',
      },
      MODES,
    ),
    programme: optionalText({
      heading: 'Chương trình, đề án',
      synonyms: ['Chương trình', 'Đề án', 'Nguồn', 'Chương trình nguồn'],
      note: 'Ví dụ: Đề án 165.',
    }),
    completed: yesNo(
      {
        heading: 'Hoàn thành',
        synonyms: ['Kết quả', 'Đã hoàn thành', 'Kết quả học tập'],
        note: 'có hoặc không; đang học ghi không; để trống được hiểu là đã hoàn thành.',
      },
      {
        yes: ['hoan thanh', 'dat', 'da hoan thanh', 'gioi', 'kha', 'trung binh', 'xuat sac'],
        no: ['chua hoan thanh', 'khong hoan thanh', 'chua dat', 'khong dat', 'dang hoc', 'bo hoc'],
      },
    ),
  },
);
