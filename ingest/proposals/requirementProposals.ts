import type { ParsedDirective, Provision } from '../../domain/directive.ts';
import type { ProposedRequirement, StandardProposal } from '../../domain/proposal.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { openingOf, type StandardClause, standardClauses } from './clauses.ts';
import { type Point, pointsOf } from './points.ts';
import { readItem } from './readItem.ts';
import { whoseStandard } from './whose.ts';

/**
 * What a directive demands of whoever holds a post, a grade or a professional title, clause by clause, for a person to
 * look at and approve. From the tree and its words alone; a press page demands nothing.
 */
export function requirementProposals(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly StandardProposal[] {
  if (parsed.kind === 'press') return [];
  const { text, provisions } = parsed;
  return standardClauses(text, provisions, parsed.header.title).flatMap((clause) => {
    const provision = provisions[clause.provision];
    if (provision === undefined) return [];
    const of = clause.of === null ? undefined : provisions[clause.of];
    const heading = of === undefined ? (parsed.header.title ?? '') : openingOf(text, of);
    const whose = whoseStandard(heading);
    const requirements = pointsOf(text, provision.start, provision.end, !clause.strict).flatMap((point) =>
      clause.strict && !DEMAND.test(point.words)
        ? []
        : requirementsOf(point, provisions, clause, whose.title),
    );
    if (requirements.length === 0) return [];
    return [
      {
        status: 'proposed' as const,
        ...whose,
        clause: clauseNumber(provision),
        effective:
          (of === undefined ? null : codifiedDay(text.slice(of.start, of.end))) ?? parsed.header.effective,
        provision: clause.provision,
        requirements,
      },
    ];
  });
}

/** How a line begins that demands something, where the lines around it are about other things too. */
const DEMAND =
  /^(?:(?:về\s+)?(?:trình độ|chuyên môn|đào tạo|ngoại ngữ|tin học|l[ýí] luận chính trị|quản l[ýí] nhà nước|quốc phòng)[^:;.]{0,60}:\s*)?(?:(?:là người\s+|phải\s+|đã\s+)*(?:tốt nghiệp|có (?:bằng|văn bằng|trình độ (?:từ\s+)?(?:chuyên môn|đào tạo|đại học|cao đẳng|trung cấp|thạc|tiến|cử nhân|sơ cấp|cao cấp|l[ýí] luận|ngoại ngữ|tin học)|chứng chỉ|trình độ [^;.]{0,30}(?:đại học|cử nhân))|đạt (?:trình độ|chuẩn)|(?:qua|được) (?:đào tạo|bồi dưỡng)|(?:trình độ\s+)?(?:đại học|thạc s|cử nhân|cao cấp|trung cấp)|(?:sử dụng|thông thạo|thành thạo|biết)[^;.]{0,40}(?:ngoại ngữ|tin học)|bậc \d))/iu;

/** No điểm of a standard is longer, in UTF-16 units. */
const LONGEST_POINT = 4_000;

function requirementsOf(
  { letter, words, start }: Point,
  provisions: readonly Provision[],
  clause: StandardClause,
  post: string | null,
): readonly ProposedRequirement[] {
  const holder = smallestAt(provisions, start, clause.provision);
  if (words.length > LONGEST_POINT) return [];
  return readItem(words, post).map((anyOf) => ({ point: letter, anyOf, provision: holder, words }));
}

/** The smallest provision below the clause that a place stands in. */
function smallestAt(provisions: readonly Provision[], place: number, clause: number): number {
  let found = clause;
  for (const [index, { start, end }] of provisions.entries()) {
    if (index > clause && start <= place && place < end) found = index;
  }
  return found;
}

function clauseNumber({ kind, label }: Provision): string {
  return kind === 'dieu' ? '' : (/\d+(?:\.\d+)*[a-zđ]?|(?<=điểm\s)\S+/u.exec(label)?.[0] ?? '');
}

/** The codified law says below an article where it comes from and from when: "(Điều 5 Thông tư số …, có hiệu lực …)". */
function codifiedDay(article: string): string | null {
  const line = /^\(Điều \d+[^()\n]*?có hiệu lực thi hành kể từ ngày (\d{1,2}\/\d{1,2}\/\d{4})/mu.exec(
    article,
  );
  return line?.[1] === undefined ? null : parseDate(line[1]);
}
