import type { UnitTier } from '../../../domain/record.ts';
import { SEXES, TIERS } from './choices.ts';
import {
  codeList,
  date,
  optionalChoice,
  optionalCode,
  optionalText,
  phone,
  requiredChoice,
  requiredCode,
  requiredText,
  wholeDay,
} from './columnTypes.ts';
import { partyColumn } from './party.ts';
import { cadre, nameAgain, sample } from './sharedColumns.ts';
import { sheetForm } from './sheetForm.ts';

export const UNIT_FORM = sheetForm(
  'Đơn vị',
  ['Cơ quan', 'Danh sách đơn vị', 'Cơ quan, đơn vị', 'Danh mục đơn vị'],
  {
    code: requiredCode({
      heading: 'Mã đơn vị',
      synonyms: ['Mã', 'Mã cơ quan'],
      note: 'Mã riêng của đơn vị, không có dấu cách.',
      example: 'DV-01',
    }),
    name: requiredText({
      heading: 'Tên đơn vị',
      synonyms: ['Đơn vị', 'Tên', 'Tên cơ quan', 'Cơ quan'],
      note: 'Tên đầy đủ.',
      example: 'Xã Ví Dụ',
    }),
    tier: requiredChoice<UnitTier>(
      {
        heading: 'Cấp',
        synonyms: ['Cấp đơn vị', 'Cấp hành chính'],
        note: 'Đơn vị cấp huyện cũ ghi theo cấp của đơn vị kế thừa.',
        example: 'xã',
      },
      TIERS,
    ),
    parent: optionalCode({
      heading: 'Mã đơn vị cấp trên',
      synonyms: ['Đơn vị cấp trên', 'Trực thuộc', 'Cấp trên', 'Cơ quan chủ quản'],
      note: 'Để trống với đơn vị cao nhất trong danh sách.',
    }),
    from: wholeDay({
      heading: 'Từ ngày',
      synonyms: ['Ngày thành lập', 'Từ'],
      note: 'Ngày bắt đầu hoạt động.',
    }),
    until: wholeDay({
      heading: 'Đến ngày',
      synonyms: ['Ngày kết thúc', 'Ngày giải thể', 'Đến'],
      note: 'Chỉ ghi với đơn vị đã kết thúc hoạt động.',
    }),
    successors: codeList({
      heading: 'Đơn vị kế thừa',
      synonyms: ['Kế thừa', 'Mã đơn vị kế thừa', 'Nhập vào'],
      note: 'Mã các đơn vị tiếp nhận, cách nhau bằng dấu chấm phẩy.',
    }),
    sample,
  },
  true,
);

export const CADRE_FORM = sheetForm(
  'Cán bộ',
  ['Danh sách cán bộ', 'Danh sách', 'Nhân sự', 'CBCC', 'CBCCVC', 'Cán bộ, công chức, viên chức'],
  {
    code: requiredCode({ ...cadre, note: 'Mã riêng của mỗi người, không có dấu cách.' }),
    name: requiredText({ ...nameAgain, note: 'Họ và tên đầy đủ.' }),
    birth: date({
      heading: 'Ngày sinh',
      synonyms: ['Năm sinh', 'Ngày, tháng, năm sinh', 'Sinh ngày', 'NS'],
      note: 'Chỉ biết năm thì ghi năm.',
      example: '15/08/1985',
    }),
    sex: optionalChoice<'male' | 'female'>(
      { heading: 'Giới tính', synonyms: ['Giới', 'Nam/Nữ', 'Phái'], note: 'Nam hoặc Nữ.', example: 'Nữ' },
      SEXES,
    ),
    unit: requiredCode({
      heading: 'Mã đơn vị',
      synonyms: ['Đơn vị', 'Đơn vị công tác', 'Cơ quan', 'Mã cơ quan'],
      note: 'Mã của đơn vị đang công tác, có ở trang “Đơn vị”.',
      example: 'DV-01',
    }),
    phone: phone({
      heading: 'Điện thoại',
      synonyms: ['Số điện thoại', 'SĐT', 'ĐT', 'Di động', 'Điện thoại di động'],
      note: 'Chỉ dùng để nối tài khoản Telegram; không hiện cho ai.',
    }),
    ethnicity: optionalText({ heading: 'Dân tộc', note: 'Kinh, Tày, Khmer …', example: 'Kinh', width: 12 }),
    party: partyColumn({
      heading: 'Đảng viên',
      synonyms: ['Là đảng viên', 'Đảng', 'ĐV'],
      note: 'có hoặc không; đảng viên dự bị để trống.',
      example: 'có',
    }),
    partyJoined: date({
      heading: 'Ngày vào Đảng',
      synonyms: ['Ngày kết nạp', 'Ngày kết nạp Đảng', 'Vào Đảng', 'Năm vào Đảng'],
      note: 'Ngày kết nạp.',
    }),
    recruited: date({
      heading: 'Ngày tuyển dụng',
      synonyms: ['Ngày vào ngành', 'Năm tuyển dụng', 'Ngày vào làm', 'Bắt đầu công tác'],
      note: 'Ngày bắt đầu công tác, để tính thâm niên.',
    }),
    reviewed: wholeDay({
      heading: 'Ngày rà soát đủ hồ sơ',
      synonyms: ['Ngày rà soát', 'Đã rà soát', 'Rà soát đủ ngày'],
      note: 'Chỉ ghi khi đã xác nhận hồ sơ đầy đủ: điều không ghi được hiểu là không có vào ngày này.',
      width: 16,
    }),
    sample,
  },
  true,
);
