/**
 * The kinds of qualification with their levels, low to high; a higher level satisfies a lower one. A kind without levels
 * is known by its name only.
 *
 * - `degree`: văn bằng chuyên môn. `political_theory`: lý luận chính trị; cử nhân chính trị stands with `cao_cap`.
 * - `state_management`: bồi dưỡng quản lý nhà nước theo ngạch. `leadership`: bồi dưỡng lãnh đạo, quản lý theo cấp.
 * - `foreign_language`: the national frame of six levels; `su_dung_duoc` where a text names none. `it`: likewise.
 * - `defence_security`: quốc phòng và an ninh. Đối tượng 1 is the highest class of person: a certificate of a higher class
 *   keeps its value for a lower one, not the other way round.
 */
export const LADDERS = {
  degree: ['so_cap', 'trung_cap', 'cao_dang', 'dai_hoc', 'thac_si', 'tien_si'],
  political_theory: ['so_cap', 'trung_cap', 'cao_cap'],
  state_management: ['can_su', 'chuyen_vien', 'chuyen_vien_chinh', 'chuyen_vien_cao_cap'],
  leadership: ['cap_phong', 'cap_xa', 'cap_huyen', 'cap_so'],
  foreign_language: ['su_dung_duoc', 'bac_1', 'bac_2', 'bac_3', 'bac_4', 'bac_5', 'bac_6'],
  ethnic_language: ['su_dung_duoc'],
  it: ['su_dung_duoc', 'co_ban', 'nang_cao'],
  professional_certificate: [],
  practising_licence: [],
  defence_security: ['doi_tuong_4', 'doi_tuong_3', 'doi_tuong_2', 'doi_tuong_1'],
  knowledge_update: [],
  other: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type QualificationKind = keyof typeof LADDERS;

export const QUALIFICATION_KINDS = Object.keys(LADDERS) as readonly QualificationKind[];

/** Rung of a level on the ladder of its kind, from 0; -1 for a level that the kind does not have. */
export function rung(kind: QualificationKind, level: string): number {
  return (LADDERS[kind] as readonly string[]).indexOf(level);
}

/** The ratings of the yearly evaluation, low to high. */
export const RATINGS = ['not_completed', 'completed', 'good', 'excellent'] as const;
export type Rating = (typeof RATINGS)[number];
