import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import type { ProposedRequirement, StandardProposal } from '../../domain/proposal.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { openingOf, standardClauses } from './clauses.ts';
import { articlesOfPosts, experienceIn } from './experience.ts';
import { type Point, pointsOf, smallestAt } from './points.ts';
import { inlinePost } from './posts.ts';
import { quotedClauses } from './quotedClauses.ts';
import { readItem } from './readItem.ts';
import { type Whose, whoseStandard } from './whose.ts';

/**
 * What a directive demands of whoever holds a post, a grade or a professional title, clause by clause, for a person to
 * look at and approve. From the tree and its words alone; a press page demands nothing.
 */
export function requirementProposals(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly StandardProposal[] {
  if (parsed.kind === 'press') return [];
  const { text, provisions, header } = parsed;
  const quoted = quotedClauses(text, provisions).flatMap(({ provision, whose, clause, start, end }) => {
    const points = pointsOf(text, start, end, true);
    const requirements = points.flatMap((point) => requirementsOf(point, provisions, provision, whose.title));
    return requirements.length === 0
      ? []
      : [standardOf({ whose, clause, effective: header.effective, provision, requirements, experience: [] })];
  });
  const told = new Set<string>();
  /** What is said of time served in an article or an item of one, each line once. */
  const untold = (of: number | null, title: string | null) =>
    of === null
      ? []
      : experienceIn(text, provisions, of, title).filter((one) => {
          const key = `${one.provision} ${one.words} ${JSON.stringify(one.anyOf)}`;
          const isNew = !told.has(key);
          told.add(key);
          return isNew;
        });
  const own = standardClauses(text, provisions, header.title).flatMap((clause) => {
    const provision = provisions[clause.provision];
    if (provision === undefined) return [];
    const whose = whoseAt(parsed, clause.of);
    const requirements = pointsOf(text, provision.start, provision.end, !clause.strict).flatMap((point) =>
      clause.strict && !DEMAND.test(point.words) && !LABELLED.test(point.words)
        ? []
        : requirementsOf(point, provisions, clause.provision, whose.title),
    );
    const experience = untold(clause.of, whose.title);
    if (requirements.length + experience.length === 0) return [];
    return [
      standardOf({
        whose,
        clause: clauseNumber(provision),
        effective: effectiveAt(parsed, clause.of),
        provision: clause.provision,
        requirements,
        experience,
      }),
    ];
  });
  const others = articlesOfPosts(text, provisions, header.title).flatMap((article) => {
    const whose = whoseAt(parsed, article);
    const experience = untold(article, whose.title);
    const effective = effectiveAt(parsed, article);
    return experience.length === 0
      ? []
      : [standardOf({ whose, clause: '', effective, provision: article, requirements: [], experience })];
  });
  return [...own, ...quoted, ...others].toSorted((a, b) => a.provision - b.provision);
}

type Parsed = Pick<ParsedDirective, 'header' | 'text' | 'provisions'>;

function whoseAt({ header, text, provisions }: Parsed, of: number | null): Whose {
  const above = of === null ? undefined : provisions[of];
  const heading = above === undefined ? (header.title ?? '') : openingOf(text, above);
  return whoseStandard(inlinePost(heading)?.post ?? heading);
}

function effectiveAt({ header, text, provisions }: Parsed, of: number | null): string | null {
  const above = of === null ? undefined : provisions[of];
  return (above === undefined ? null : codifiedDay(text.slice(above.start, above.end))) ?? header.effective;
}

function standardOf({
  whose,
  requirements,
  ...rest
}: Pick<StandardProposal, 'clause' | 'effective' | 'provision' | 'requirements' | 'experience'> & {
  readonly whose: Whose;
}): StandardProposal {
  return { status: 'proposed', ...whose, ...rest, requirements: withLicences(requirements) };
}

/**
 * "Có chứng chỉ kiểm định viên" beside "Có chứng chỉ bồi dưỡng chức danh nghề nghiệp kiểm định viên (hạng III)": the one
 * allows to practise, the other is of the title.
 */
function withLicences(requirements: readonly ProposedRequirement[]): readonly ProposedRequirement[] {
  const ofTitle = ({ anyOf, words }: ProposedRequirement) =>
    anyOf.some(({ kind }) => kind === 'professional_certificate') && /chức danh|bồi dưỡng/iu.test(words);
  if (!requirements.some(ofTitle)) return requirements;
  return requirements.map((requirement) => {
    if (ofTitle(requirement) || /đào tạo/iu.test(requirement.words)) return requirement;
    const anyOf = requirement.anyOf.map((one) =>
      one.kind === 'professional_certificate' ? { ...one, kind: 'practising_licence' as const } : one,
    );
    return { ...requirement, anyOf };
  });
}

/** How a line begins that demands something, where the lines around it are about other things too. */
const DEMAND = new RegExp(
  [
    '^(?:(?:về\\s+)?(?:trình độ|chuyên môn|đào tạo|ngoại ngữ|tin học|l[ýí] luận chính trị|quản l[ýí] nhà nước|quốc phòng)[^:;.]{0,60}:\\s*)?',
    '(?:(?:riêng\\s+)?(?:đối với|trường hợp|nếu)\\s[^:;.]{3,150}?(?:,|:|\\sphải|\\sthì)\\s+)?',
    '(?:(?:là người|thì|phải|đã)\\s+)*',
    '(?:',
    [
      'tốt nghiệp',
      'có (?:trung cấp|cao cấp|sơ cấp|cử nhân|thạc s|tiến s)',
      'có (?:bằng|văn bằng|chứng chỉ|giấy chứng nhận|giấy phép hành nghề)',
      'có trình độ (?:từ\\s+)?(?:chuyên môn|đào tạo|đại học|cao đẳng|trung cấp|thạc|tiến|cử nhân|sơ cấp|cao cấp|l[ýí] luận|ngoại ngữ|tin học)',
      'có trình độ [^;.]{0,30}(?:đại học|cử nhân)',
      'đạt (?:trình độ|chuẩn)',
      '(?:qua|được) (?:đào tạo|bồi dưỡng)',
      '(?:qua|hoàn thành|tham gia|học)\\s+(?:(?:một|các)\\s+)?(?:khóa|khoá|lớp|chương trình)\\s+(?:\\S+\\s+){0,2}?(?:đào tạo|bồi dưỡng|tập huấn|học)',
      'được cấp (?:chứng chỉ|giấy chứng nhận)',
      '(?:trình độ\\s+)?(?:đại học|thạc s|cử nhân|cao cấp|trung cấp)',
      '(?:sử dụng|thông thạo|thành thạo|biết)[^;.]{0,40}(?:ngoại ngữ|tin học)',
      'bậc \\d',
    ].join('|'),
    ')',
  ].join(''),
  'iu',
);

/** "Quản lý nhà nước: chuyên viên trở lên" demands without a verb. */
const LABELLED =
  /^(?:về\s+)?(?:trình độ\s+)?(?:chuyên môn|l[ýí] luận chính trị|quản l[ýí] nhà nước|ngoại ngữ|tin học|quốc phòng)[^:;.]{0,40}:\s*\S/iu;

/** No điểm of a standard is longer, in UTF-16 units. */
const LONGEST_POINT = 4_000;

function requirementsOf(
  { letter, words, start }: Point,
  provisions: readonly Provision[],
  clause: number,
  post: string | null,
): readonly ProposedRequirement[] {
  const holder = smallestAt(provisions, start, clause);
  if (words.length > LONGEST_POINT) return [];
  return readItem(words, post).map((anyOf) => ({ point: letter, anyOf, provision: holder, words }));
}

function clauseNumber({ kind, label }: Provision): string {
  return kind === 'dieu' ? '' : (/\d+(?:\.\d+)*[a-zđ]?|(?<=điểm\s)\S+/u.exec(label)?.[0] ?? '');
}

/** The codified law says below an article where it comes from and from when: "(Điều 5 Thông tư số …, có hiệu lực …)". */
function codifiedDay(article: string): string | null {
  const source = /\(Điều \d+[^()\n]*?có hiệu lực thi hành kể từ ngày (\d{1,2}\/\d{1,2}\/\d{4})/u;
  const day = source.exec(article)?.[1];
  return day === undefined ? null : parseDate(day);
}
