import type { Rating } from '../../domain/ladders.ts';
import { RATING_NAMES } from '../../domain/levelNames.ts';
import type { UnitTier } from '../../domain/record.ts';
import type { Condition } from '../../domain/requirement.ts';
import { asked, classesName, onDate, oneOf } from './qualificationTexts.ts';
import { duration, TIERS } from './texts.ts';

type Form<F extends Condition['form']> = Extract<Condition, { readonly form: F }>;

/**
 * What a condition takes to be true, as a clause that may follow “nếu”: `đã đủ 55 tuổi`. What is not so stands behind “nếu không”, so
 * every clause can be denied as a whole.
 */
export const claims = {
  holds: (ask: Form<'holds'>): string => {
    const { issuedFrom, issuedBefore } = ask;
    return [
      `có ${asked(ask)}`,
      ...(issuedFrom === null ? [] : [`cấp từ ${onDate(issuedFrom)}`]),
      ...(issuedBefore === null ? [] : [`cấp trước ${onDate(issuedBefore)}`]),
    ].join(' ');
  },
  attended: (ask: Form<'attended'>): string =>
    ask.days === null ? `đã học ${classesName(ask)}` : `đã học đủ ${ask.days} ngày ${classesName(ask)}`,
  training_days: (days: number, year: string): string => `đã học đủ ${days} ngày bồi dưỡng trong năm ${year}`,
  renewed: ({ of, months }: Pick<Form<'renewed'>, 'of' | 'months'>): string =>
    of.form === 'holds'
      ? `${claims.holds(of)}, cấp trong ${months} tháng gần đây và còn hạn`
      : `${claims.attended(of)} trong ${months} tháng gần đây`,
  age: ({ from, to }: Form<'age'>): string => {
    if (from !== null && to !== null) return `từ ${from} đến ${to} tuổi`;
    return from === null ? `không quá ${to} tuổi` : `đã đủ ${from} tuổi`;
  },
  seniority: ({ months }: Form<'seniority'>): string => `đã công tác từ đủ ${duration(months)}`,
  sex: ({ is }: Form<'sex'>): string => (is === 'male' ? 'là nam' : 'là nữ'),
  party: ({ member }: Form<'party'>): string => (member ? 'là đảng viên' : 'chưa là đảng viên'),
  ethnicity: ({ minority }: Form<'ethnicity'>): string =>
    minority ? 'là người dân tộc thiểu số' : 'là người dân tộc Kinh',
  unit_tier: (tiers: readonly UnitTier[]): string => `công tác ở ${oneOf(tiers.map((tier) => TIERS[tier]))}`,
  unit: (names: readonly string[]): string => `công tác ở ${oneOf(names)}`,
  post: ({ positions, leadership, months }: Form<'post'>): string =>
    leadership === false
      ? noLeader(positions)
      : `giữ ${positionOf(positions, leadership === true)}${atLeast(months)}`,
  planned: ({ positions, leadership }: Form<'planned'>): string =>
    `được quy hoạch ${positionOf(positions, leadership === true)}`,
  grade: ({ grades, months }: Form<'grade'>): string => `xếp ngạch, hạng ${some(grades)}${atLeast(months)}`,
  group: ({ groups }: Form<'group'>): string => `thuộc diện “${groups.join('” hoặc “')}”`,
  evaluated: (rating: Rating, years: readonly number[]): string =>
    `năm ${years.join(', ')} ${years.length > 1 ? 'đều ' : ''}xếp loại từ ${RATING_NAMES[rating]} trở lên`,
  political_conclusion: 'đã có kết luận bảo đảm tiêu chuẩn chính trị',
} as const;

const MOST_NAMES = 3;

/** Of many names the first few are enough to know what is meant. */
function some(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return oneOf(names);
  return `${names.slice(0, MOST_NAMES).join(', ')} hoặc tương tự (${names.length} tên trong quy định)`;
}

function positionOf(positions: readonly string[], leadership: boolean): string {
  if (positions.length === 0) return leadership ? 'chức danh lãnh đạo, quản lý' : 'một chức danh';
  return `chức danh ${some(positions)}${leadership ? ' hoặc chức danh lãnh đạo, quản lý khác' : ''}`;
}

function noLeader(positions: readonly string[]): string {
  const none = 'không giữ chức danh lãnh đạo, quản lý nào';
  return positions.length === 0 ? none : `giữ ${positionOf(positions, false)} và ${none}`;
}

function atLeast(months: number | null): string {
  return months === null ? '' : ` từ đủ ${duration(months)}`;
}
