import { type QualificationKind, RATINGS } from '../../domain/ladders.ts';
import type { CadreRecord, Qualification, Training, Unit } from '../../domain/record.ts';
import { type Chance, createChance } from '../chance.ts';

/** Invented people and units in any number, the same for the same seed, with the holes that records have. */

/** How many people of a capital's staff the figures are about. */
export const CAPITAL = 132_569;

const POSITIONS = [
  'Chủ tịch UBND xã',
  'Phó Chủ tịch UBND xã',
  'Chủ tịch HĐND xã',
  'Trưởng phòng',
  'Phó Trưởng phòng',
  'Bí thư Đảng ủy xã',
  'Giám đốc sở',
  'Phó Giám đốc sở',
] as const;
const GRADES = [
  ['Chuyên viên', '01.003'],
  ['Chuyên viên chính', '01.002'],
  ['Cán sự', '01.004'],
  ['Chuyên viên cao cấp', '01.001'],
] as const;
const FIELDS = [
  'Luật',
  'Hành chính công',
  'Kinh tế',
  'Công nghệ thông tin',
  'Sư phạm',
  'Quản lý đất đai',
] as const;
const LEVELS: readonly (readonly [QualificationKind, number, readonly (string | null)[]])[] = [
  ['degree', 0.95, ['trung_cap', 'cao_dang', 'dai_hoc', 'dai_hoc', 'dai_hoc', 'thac_si', 'tien_si', null]],
  ['political_theory', 0.75, ['so_cap', 'trung_cap', 'trung_cap', 'cao_cap', null]],
  ['state_management', 0.7, ['can_su', 'chuyen_vien', 'chuyen_vien', 'chuyen_vien_chinh', null]],
  ['foreign_language', 0.5, ['su_dung_duoc', 'bac_2', 'bac_3', 'bac_4', null]],
  ['it', 0.6, ['co_ban', 'co_ban', 'nang_cao', null]],
  ['defence_security', 0.55, ['doi_tuong_4', 'doi_tuong_3', 'doi_tuong_3', 'doi_tuong_2']],
  ['leadership', 0.2, ['cap_phong', 'cap_xa', 'cap_so']],
];
const CLASSES = [
  'Bồi dưỡng kỹ năng chuyển đổi số',
  'Cập nhật kiến thức',
  'Quản lý đầu tư công',
  'Kỹ năng tiếp dân',
] as const;

/** 200 communes and 20 departments of one province. */
export function generateUnits(): readonly Unit[] {
  const unit = (code: string, name: string, tier: Unit['tier'], parent: string | null): Unit => ({
    code,
    name,
    tier,
    parent,
    from: '2025-07-01',
    until: null,
    successors: [],
    sample: true,
  });
  return [
    unit('DD', 'Tỉnh Đo Đạc', 'province', null),
    ...Array.from({ length: 20 }, (_, at) => unit(`DD-S${at}`, `Sở mẫu ${at}`, 'province', 'DD')),
    ...Array.from({ length: 200 }, (_, at) => unit(`DD-X${at}`, `Xã mẫu ${at}`, 'commune', 'DD')),
  ];
}

/** `count` people, one after the other, as they come out of a database: no string of one is shared with another. */
export function* generatePeople(count: number, seed = 1): Generator<CadreRecord> {
  const units = generateUnits().slice(1);
  for (let at = 0; at < count; at += 1) {
    const chance = createChance(seed * 1_000_003 + at);
    const unit = units[at % units.length]?.code ?? 'DD';
    yield JSON.parse(JSON.stringify(generatePerson(at, unit, chance))) as CadreRecord;
  }
}

function generatePerson(at: number, unit: string, chance: Chance): CadreRecord {
  const { happens, among, between } = chance;
  const born = between(1964, 2003);
  const recruited = between(born + 21, 2026);
  const [grade, code] = among(GRADES);
  return {
    code: `DO-${at}`,
    name: `Người mẫu ${at}`,
    birth: happens(0.05) ? null : dateIn(born, chance),
    sex: happens(0.02) ? null : among(['male', 'female']),
    unit,
    phone: null,
    ethnicity: happens(0.1) ? null : among(['Kinh', 'Kinh', 'Kinh', 'Tày', 'Mường']),
    party: happens(0.05) ? null : happens(0.7),
    partyJoined: null,
    recruited: happens(0.1) ? null : dateIn(recruited, chance),
    posts: happens(0.4) ? [{ position: among(POSITIONS), unit: null, ...period(recruited, chance) }] : [],
    planned: happens(0.15)
      ? [{ position: among(POSITIONS), unit: null, term: '2026-2031', from: '2026-01', until: null }]
      : [],
    grades: happens(0.9)
      ? [{ name: grade, code: happens(0.5) ? code : null, ...period(recruited, chance) }]
      : [],
    groups: happens(0.1) ? [{ name: 'Diện Ban Thường vụ Tỉnh ủy quản lý', from: null, until: null }] : [],
    qualifications: LEVELS.flatMap(([kind, share, levels]) =>
      happens(share) ? [qualification(kind, among(levels), recruited, chance)] : [],
    ),
    lacks: happens(0.1) ? [among(['political_theory', 'foreign_language', 'it'] as const)] : [],
    trainings: Array.from({ length: between(0, 4) }, () => training(chance)),
    evaluations: [2023, 2024, 2025].flatMap((year) =>
      happens(0.85) ? [{ year, rating: among(RATINGS.slice(1)) }] : [],
    ),
    conclusions: happens(0.8) ? [{ date: dateIn(2025, chance), passed: happens(0.98), issuer: null }] : [],
    reviewed: happens(0.5) ? '2026-06-30' : null,
    sample: true,
  };
}

function qualification(
  kind: QualificationKind,
  level: string | null,
  recruited: number,
  chance: Chance,
): Qualification {
  const { happens, among, between } = chance;
  return {
    kind,
    level,
    field: kind === 'degree' && happens(0.9) ? among(FIELDS) : null,
    name: null,
    number: null,
    issuer: null,
    issued: happens(0.2) ? null : dateIn(between(Math.min(recruited, 2015), 2026), chance),
    expires: kind === 'foreign_language' && happens(0.3) ? dateIn(between(2024, 2028), chance) : null,
    evidence: null,
  };
}

function training(chance: Chance): Training {
  const { happens, among, between } = chance;
  return {
    className: among(CLASSES),
    kind: happens(0.3) ? 'knowledge_update' : null,
    level: null,
    from: null,
    until: happens(0.05) ? null : dateIn(between(2022, 2026), chance),
    days: happens(0.1) ? null : between(1, 10),
    place: null,
    abroad: null,
    mode: null,
    programme: null,
    completed: happens(0.9) ? true : null,
  };
}

function period(
  from: number,
  chance: Chance,
): { readonly from: string | null; readonly until: string | null } {
  return {
    from: chance.happens(0.1) ? null : dateIn(chance.between(from, 2026), chance),
    until: chance.happens(0.1) ? dateIn(chance.between(2020, 2026), chance) : null,
  };
}

/** Known to the day, the month or the year only. */
function dateIn(year: number, { happens, between }: Chance): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const month = two(between(1, 12));
  if (happens(0.2)) return String(year);
  return happens(0.25) ? `${year}-${month}` : `${year}-${month}-${two(between(1, 28))}`;
}
