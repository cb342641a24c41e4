import type {
  ProposedAlternative,
  ProposedTenure,
  StandardProposal,
  TargetProposal,
} from '../../domain/proposal.ts';
import type { Condition, Holds } from '../../domain/requirement.ts';
import { leadingPosts } from '../proposals/posts.ts';
import { readItem } from '../proposals/readItem.ts';

/** "… và các chuyên ngành khác phù hợp": other subjects may do, and somebody has to confirm which. */
const OPEN_FIELD = /phù hợp|liên quan|tương đương|(?:ngành|lĩnh vực) khác/u;

/** Whom a leading post's standard binds before they hold it; `null` for other standards. */
export function plannedFor({ title, grade, code }: StandardProposal): Condition | null {
  const positions = leadingPosts(title ?? '');
  const isPost = code === null && grade === null && positions.length > 0;
  return isPost ? { form: 'planned', positions, leadership: null } : null;
}

/** Whom a standard binds: who holds the grade or the title; of a leading post, who holds it or is planned for it. */
export function holdersOf({ title, grade, code }: StandardProposal): Condition | null {
  const positions = leadingPosts(title ?? '');
  if (code === null && grade === null && positions.length > 0) {
    const post = { positions, leadership: null };
    return {
      form: 'any',
      of: [
        { form: 'post', ...post, months: null },
        { form: 'planned', ...post },
      ],
    };
  }
  const grades = [
    ...(code === null ? [] : [code]),
    ...(title === null ? [] : grade === null ? [title] : [`${title} ${grade}`, `${title} (${grade})`]),
  ];
  return grades.length === 0 ? null : { form: 'grade', grades, months: null };
}

/**
 * What the alternatives ask for; `null` where words bind some people only. An alternative of another kind that is open to some
 * ("hoặc tiếng dân tộc thiểu số đối với …") counts for whoever somebody has confirmed to be one of them.
 */
export function conditionOf(anyOf: readonly ProposedAlternative[]): Condition | null {
  const open = anyOf.filter(({ when }) => when === null);
  const asked = anyOf.map((alternative): Condition | null => {
    const { when, kind } = alternative;
    if (when === null) return alternativeOf(alternative);
    if (open.length === 0 || open.some((one) => one.kind === kind)) return null;
    return { form: 'all', of: [alternativeOf(alternative), confirmed(`xác nhận ${when}`)] };
  });
  const of = asked.filter((one) => one !== null);
  const [only] = of;
  if (only === undefined || of.length < asked.length) return null;
  return of.length === 1 ? only : { form: 'any', of };
}

function confirmed(name: string): Holds {
  return {
    form: 'holds',
    kind: 'other',
    level: null,
    fields: [],
    names: [name],
    issuedFrom: null,
    issuedBefore: null,
  };
}

function alternativeOf({ kind, level, field, name }: ProposedAlternative): Condition {
  const course = kind === 'other' && name !== null ? courseOf(name) : null;
  if (course !== null) return course;
  const held: Holds = { ...confirmed(''), kind, level, names: name === null ? [] : [name] };
  if (field === null) return held;
  const parts = field
    .split(/,|;|\s(?:hoặc|và)\s/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const named = parts.filter((part) => !OPEN_FIELD.test(part));
  const exact: Holds[] = named.length === 0 ? [] : [{ ...held, fields: named }];
  if (named.length === parts.length) return exact[0] ?? held;
  return {
    form: 'any',
    of: [...exact, { form: 'all', of: [held, confirmed('xác nhận ngành phù hợp')] }],
  };
}

const COURSE =
  /^(?:(?:khóa|khoá|lớp|chương trình)\s+)?(?:đào tạo,?\s*)?(?:(?:bồi dưỡng|tập huấn|đào tạo)\s+)(?:về\s+|các\s+)*(?=\p{L})/iu;
const LENGTH =
  /,?\s+(?:có thời (?:gian|lượng)\s+)?(?:từ|ít nhất|tối thiểu|đủ)\s+(?:đủ\s+)?(\d{1,3})\s+ngày(?:\s+trở lên)?$/iu;

/** "Lớp bồi dưỡng nghiệp vụ lưu trữ từ 05 ngày": to have been to such a class, or to hold a paper on it. */
function courseOf(name: string): Condition | null {
  const length = LENGTH.exec(name);
  const whole = length === null ? name : name.slice(0, length.index);
  const core = whole.replace(COURSE, '');
  // What else the words ask for (weeks, a year) is not told by a name.
  if (core === whole || /\d/u.test(core) || core.split(' ').length < 2) return null;
  const days = length === null ? null : Number(length[1]);
  const went: Condition = { form: 'attended', names: [core], kind: null, level: null, days, programme: null };
  return days === null ? { form: 'any', of: [confirmed(core), went] } : went;
}

const GRACE =
  /(?:được|phải)\s+(?:hoàn thiện|hoàn thành|bổ sung|hoàn chỉnh|có (?:các )?chứng chỉ)[^;.]{0,80}?(?:trong\s+)?(?:(?:thời hạn|vòng|thời gian)\s+)?(\d{1,2})\s+(tháng|năm)[^;.]{0,20}?(?:kể từ|từ|tính từ|sau)\s+(?:ngày|khi|thời điểm)\s+(?:được\s+)?(?:có quyết định\s+)?(bổ nhiệm|tuyển dụng|quy hoạch)?([^;.]*)/iu;

/**
 * "…; người mới tuyển dụng được hoàn thiện trong 12 tháng kể từ ngày được bổ nhiệm chức danh": what is needed with its time limit;
 * `null` where words give time that the record cannot tell.
 */
export function withGrace(needs: Condition, words: string, standard: StandardProposal): Condition | null {
  const grace = GRACE.exec(words);
  if (grace === null) return /được\s+(?:hoàn thiện|bổ sung|nợ)/iu.test(words) ? null : needs;
  const [, figure = '', unit, event] = grace;
  const months = Number(figure) * (unit?.toLowerCase() === 'năm' ? 12 : 1);
  const ofPost = leadingPosts(standard.title ?? '').length > 0;
  const after =
    event === undefined
      ? null
      : /tuyển/iu.test(event)
        ? ('recruitment' as const)
        : /quy/iu.test(event)
          ? ('planning' as const)
          : ofPost
            ? ('appointment' as const)
            : ('grade' as const);
  return after === null ? null : { form: 'within', months, after, condition: needs, transition: null };
}

/**
 * Time served that the record tells: since the beginning of service, whatever was done; or in a leading post or a grade that
 * is held still. `null`: time that has ended, or is counted in a way of its own.
 */
export function conditionOfTenure(
  { form, of, months, counted, orEquivalent, comparison }: ProposedTenure,
  words: string,
): Condition | null {
  if (counted !== null || orEquivalent || comparison !== 'at_least') return null;
  if (form === 'worked') return of === null ? { form: 'seniority', months } : null;
  if (of === null || !/(?:đang|hiện)\s+giữ\s/iu.test(words)) return null;
  const positions = leadingPosts(of.replace(/^(?:chức danh|chức vụ|cương vị)\s+/iu, ''));
  if (positions.length > 0) return { form: 'post', positions, leadership: null, months };
  const grade = /^ngạch\s+(.+)$/iu.exec(of)?.[1];
  return grade === undefined ? null : { form: 'grade', grades: [capitalised(grade)], months };
}

/** What the people of a target must have; `null` where its words ask for more than qualifications. */
export function conditionOfTarget({ conditions }: TargetProposal): Condition | null {
  const of = conditions.map(({ words, anyOf }) =>
    MORE.test(words) || anyOf.some(({ kind }) => kind === 'other') || readItem(words, null).length !== 1
      ? null
      : conditionOf(anyOf),
  );
  const known = of.filter((one) => one !== null);
  const [only] = known;
  if (only === undefined || known.length < of.length) return null;
  return known.length === 1 ? only : { form: 'all', of: known };
}

/** Words of a condition that a qualification alone does not meet. */
const MORE = /trước khi|trong vòng|sau khi|(?:mỗi|hằng|hàng) năm|ít nhất|đúng hạn|tháng|không/iu;

const EVERYONE = /^(?:đội ngũ\s+)?cán bộ,\s*công chức(?:,|\s+và|,\s+và)\s+viên chức$/iu;
const SOMEONE =
  /^(?:đội ngũ\s+)?(?:(?:cán bộ|công chức|viên chức|người|các đồng chí)(?:,\s*|\s+và\s+|$))+$/iu;
const TIERS = [
  { words: /\s+(?:(?:thuộc|ở|công tác tại)\s+)?(?:cấp\s+)?(?:xã|xã, phường|phường, xã)$/iu, tier: 'commune' },
  { words: /\s+(?:(?:thuộc|ở)\s+)?cấp\s+tỉnh$/iu, tier: 'province' },
] as const;

/**
 * The people whom a target's group names: everyone, those of a tier, leaders, those planned for leading posts, a managed group.
 * `null` for any other words: nobody is counted by half of a name.
 */
export function peopleOf(group: string): Condition | null {
  const of: Condition[] = [];
  let rest = group.replace(/\s+/gu, ' ').trim();
  const take = (pattern: RegExp, condition: (match: RegExpExecArray) => Condition) => {
    const match = pattern.exec(rest);
    if (match === null) return;
    of.push(condition(match));
    rest = rest.slice(0, match.index).trim();
  };
  take(/\s+(?:thuộc\s+)?(diện\s+\S.*\squản lý)$/iu, (match) => ({
    form: 'group',
    groups: [capitalised(match[1] ?? '')],
  }));
  for (const { words, tier } of TIERS) take(words, () => ({ form: 'unit_tier', tiers: [tier] }));
  take(
    /\s+(?:được\s+|trong\s+)?quy hoạch\s+(?:vào\s+)?(?:các\s+)?(?:chức danh|chức vụ)\s+lãnh đạo,\s*quản lý$/iu,
    () => ({ form: 'planned', positions: [], leadership: true }),
  );
  take(/\s+(?:(?:đang\s+)?giữ\s+(?:các\s+)?(?:chức danh|chức vụ)\s+)?lãnh đạo,\s*quản lý$/iu, () => ({
    form: 'post',
    positions: [],
    leadership: true,
    months: null,
  }));
  const isNarrow = of.some(({ form }) => form !== 'unit_tier');
  if (!(isNarrow ? SOMEONE : EVERYONE).test(rest)) return null;
  const [only, ...more] = of;
  if (only === undefined) return { form: 'unit_tier', tiers: ['central', 'province', 'commune'] };
  return more.length === 0 ? only : { form: 'all', of };
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
