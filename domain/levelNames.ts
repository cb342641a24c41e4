import type { QualificationKind, Rating } from './ladders.ts';

/** The kinds as people call them. */
export const KIND_NAMES: Readonly<Record<QualificationKind, string>> = {
  degree: 'chuyên môn',
  political_theory: 'lý luận chính trị',
  state_management: 'quản lý nhà nước',
  leadership: 'lãnh đạo, quản lý',
  foreign_language: 'ngoại ngữ',
  ethnic_language: 'tiếng dân tộc thiểu số',
  it: 'tin học',
  professional_certificate: 'chứng chỉ chức danh nghề nghiệp',
  practising_licence: 'chứng chỉ hành nghề',
  defence_security: 'quốc phòng và an ninh',
  knowledge_update: 'cập nhật kiến thức',
  other: 'văn bằng, chứng chỉ khác',
};

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  so_cap: 'sơ cấp',
  trung_cap: 'trung cấp',
  cao_dang: 'cao đẳng',
  dai_hoc: 'đại học',
  thac_si: 'thạc sĩ',
  tien_si: 'tiến sĩ',
  cao_cap: 'cao cấp',
  can_su: 'ngạch cán sự',
  chuyen_vien: 'ngạch chuyên viên',
  chuyen_vien_chinh: 'ngạch chuyên viên chính',
  chuyen_vien_cao_cap: 'ngạch chuyên viên cao cấp',
  cap_phong: 'cấp phòng',
  cap_xa: 'cấp xã',
  cap_huyen: 'cấp huyện',
  cap_so: 'cấp sở',
  su_dung_duoc: 'sử dụng được',
  co_ban: 'cơ bản',
  nang_cao: 'nâng cao',
  bac_1: 'bậc 1',
  bac_2: 'bậc 2',
  bac_3: 'bậc 3',
  bac_4: 'bậc 4',
  bac_5: 'bậc 5',
  bac_6: 'bậc 6',
  doi_tuong_1: 'đối tượng 1',
  doi_tuong_2: 'đối tượng 2',
  doi_tuong_3: 'đối tượng 3',
  doi_tuong_4: 'đối tượng 4',
};

/** The level alone: `trung cấp`, `đối tượng 4`. */
export function levelName(level: string): string {
  return LEVEL_NAMES[level] ?? level;
}

/** Kinds whose level is said first: `trung cấp lý luận chính trị`, but `quốc phòng và an ninh đối tượng 4`. */
const LEVEL_FIRST: ReadonlySet<QualificationKind> = new Set(['political_theory']);

/** `trung cấp lý luận chính trị`, `đại học`, `quốc phòng và an ninh đối tượng 4`; the kind alone where no level is given. */
export function writeLevel(kind: QualificationKind, level: string | null): string {
  if (level === null) return KIND_NAMES[kind];
  const name = levelName(level);
  if (kind === 'degree') return name;
  return LEVEL_FIRST.has(kind) ? `${name} ${KIND_NAMES[kind]}` : `${KIND_NAMES[kind]} ${name}`;
}

export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  not_completed: 'không hoàn thành nhiệm vụ',
  completed: 'hoàn thành nhiệm vụ',
  good: 'hoàn thành tốt nhiệm vụ',
  excellent: 'hoàn thành xuất sắc nhiệm vụ',
};
