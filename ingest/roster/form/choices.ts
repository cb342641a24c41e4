import {
  QUALIFICATION_KINDS,
  type QualificationKind,
  RATINGS,
  type Rating,
} from '../../../domain/ladders.ts';
import { KIND_NAMES, RATING_NAMES } from '../../../domain/levelNames.ts';
import type { TrainingMode, UnitTier } from '../../../domain/record.ts';
import type { Choice } from './columnTypes.ts';

/** The words of columns that take one of a few values: how each is written, and how else people write it. */

const choice = <T>(value: T, written: string, ...others: readonly string[]): Choice<T> => ({
  value,
  written,
  others,
});

export const TIERS: readonly Choice<UnitTier>[] = [
  choice('central', 'trung ương', 'cấp trung ương', 'TW', 'TƯ'),
  choice('province', 'tỉnh', 'cấp tỉnh', 'thành phố', 'sở', 'thành phố trực thuộc trung ương'),
  choice('commune', 'xã', 'cấp xã', 'phường', 'xã, phường', 'xã/phường', 'đặc khu', 'cơ sở'),
];
export const SEXES: readonly Choice<'male' | 'female'>[] = [choice('male', 'Nam'), choice('female', 'Nữ')];
export const MODES: readonly Choice<TrainingMode>[] = [
  choice('in_person', 'trực tiếp', 'tập trung'),
  choice('online', 'trực tuyến', 'online', 'từ xa', 'qua mạng'),
  choice('blended', 'kết hợp', 'trực tiếp kết hợp trực tuyến', 'trực tiếp và trực tuyến', 'bán trực tuyến'),
];
const OTHER_KIND_NAMES: Readonly<Partial<Record<QualificationKind, readonly string[]>>> = {
  degree: [
    'trình độ chuyên môn',
    'chuyên môn, nghiệp vụ',
    'văn bằng',
    'bằng cấp',
    'học vấn',
    'bằng chuyên môn',
  ],
  political_theory: ['LLCT', 'chính trị', 'trình độ lý luận chính trị'],
  state_management: ['QLNN', 'bồi dưỡng ngạch', 'ngạch', 'bồi dưỡng quản lý nhà nước'],
  leadership: ['LĐQL', 'lãnh đạo quản lý', 'lãnh đạo', 'chức danh lãnh đạo, quản lý'],
  foreign_language: ['NN', 'tiếng nước ngoài', 'tiếng Anh', 'anh văn'],
  ethnic_language: ['tiếng dân tộc', 'tiếng DTTS'],
  it: ['CNTT', 'công nghệ thông tin', 'ứng dụng CNTT'],
  professional_certificate: ['CDNN', 'chức danh nghề nghiệp', 'chứng chỉ CDNN'],
  practising_licence: ['hành nghề', 'giấy phép hành nghề'],
  defence_security: ['QPAN', 'QP-AN', 'quốc phòng', 'quốc phòng an ninh', 'GDQPAN'],
  knowledge_update: ['cập nhật'],
  other: ['khác', 'chứng chỉ khác', 'loại khác'],
};
export const KINDS: readonly Choice<QualificationKind>[] = QUALIFICATION_KINDS.map((kind) =>
  choice(kind, KIND_NAMES[kind], ...(OTHER_KIND_NAMES[kind] ?? [])),
);
const OTHER_RATING_NAMES: Readonly<Record<Rating, readonly string[]>> = {
  not_completed: ['không hoàn thành', 'KHTNV', 'không HTNV', 'chưa hoàn thành nhiệm vụ'],
  completed: ['hoàn thành', 'HTNV', 'đạt'],
  good: ['hoàn thành tốt', 'tốt', 'HTTNV', 'HTT', 'HTTNV được giao'],
  excellent: ['hoàn thành xuất sắc', 'xuất sắc', 'HTXSNV', 'HTXS'],
};
export const RATING_CHOICES: readonly Choice<Rating>[] = [...RATINGS]
  .reverse()
  .map((rating) => choice(rating, RATING_NAMES[rating], ...OTHER_RATING_NAMES[rating]));
export const CONCLUSIONS: readonly Choice<boolean>[] = [
  choice(true, 'đạt', 'đủ tiêu chuẩn', 'đủ điều kiện', 'đảm bảo', 'bảo đảm', 'có', 'x', 'đủ'),
  choice(
    false,
    'không đạt',
    'chưa đạt',
    'không đủ tiêu chuẩn',
    'chưa đủ tiêu chuẩn',
    'không bảo đảm',
    'không',
  ),
];
