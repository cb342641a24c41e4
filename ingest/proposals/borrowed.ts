import type { ProposedAlternative, ProposedRequirement, StandardProposal } from '../../domain/proposal.ts';
import { degreeOf } from './degrees.ts';
import { subject } from './subjects.ts';
import { topicOf } from './topics.ts';

/** A clause of the same article that another one refers to. */
type Borrowing = {
  /** Number of the khoản. */
  readonly clause: string;
  /** Its điểm; empty for the whole clause. */
  readonly points: readonly string[];
  /** Its điểm that do not count. */
  readonly without: readonly string[];
  /** What of it counts, where the words name only some: "tiêu chuẩn về học vấn". */
  readonly about: ((one: ProposedAlternative) => boolean) | null;
};

const REFERENCE =
  /(?:tiêu chuẩn|điều kiện|yêu cầu|quy định)[^.;]{0,80}?\s(?:tại|ở|theo|nêu tại)\s+(?:(?:các\s+)?((?:(?:điểm\s+)?[a-zđ](?!\p{L})(?:\s*,\s*|\s+và\s+|\s+))+))?khoản\s+(\d{1,3}[a-zđ]?)\s+Điều này(?:,?\s+trừ\s+((?:(?:các\s+)?điểm\s+)[a-zđ](?!\p{L})(?:(?:\s*,\s*|\s+và\s+)(?:điểm\s+)?[a-zđ](?!\p{L}))*))?/giu;
const MEETS =
  /(?<!(?:không|chưa|khi|nếu)\s+(?:đủ\s+)?)(?<!\p{L})(?:đáp ứng|đạt|có|bảo đảm|đảm bảo|hội đủ|thỏa mãn)(?!\p{L})[^.;]{0,40}$/iu;
const ABOUT = /^(?:tiêu chuẩn|điều kiện|yêu cầu)\s+về\s+(.+?)\s+(?:như|quy định|theo|nêu|tại)(?!\p{L})/iu;

/**
 * What a clause demands by reference: "đáp ứng các tiêu chuẩn quy định tại các điểm a, b và d khoản 1 Điều này". A reference to another
 * article is left to the person who looks at it.
 */
function borrowingsIn(words: string): readonly Borrowing[] {
  return [...words.matchAll(REFERENCE)].flatMap((match) =>
    MEETS.test(words.slice(0, match.index))
      ? [
          {
            clause: match[2] ?? '',
            points: lettersOf(match[1] ?? ''),
            without: lettersOf(match[3] ?? ''),
            about: topicOf(ABOUT.exec(match[0])?.[1] ?? ''),
          },
        ]
      : [],
  );
}

function lettersOf(words: string): readonly string[] {
  return [...words.matchAll(/(?<!\p{L})[a-zđ](?!\p{L})/gu)].map(([letter]) => letter);
}

/** "Không yêu cầu học vị tiến sĩ đối với cấp phó của viện nghiên cứu". */
const FREED = /(?<!\p{L})không\s+(?:yêu cầu|bắt buộc|phải)\s+(?:có\s+)?([^;.]{3,80}?)\s+(đối với\s[^;.]+)/giu;

/**
 * The requirements that a clause takes over from others of its article, which stand where they stand.
 * @param read the standards read before, each with the provision above its clause
 * @param borrower whose the clause is
 */
export function borrowedBy(
  words: string,
  read: readonly { readonly article: number | null; readonly standard: StandardProposal }[],
  article: number | null,
  borrower: string | null,
): readonly ProposedRequirement[] {
  const borrowed = borrowingsIn(words).flatMap(({ clause, points, without, about }) =>
    read
      .filter((one) => one.article === article && one.standard.clause === clause)
      .flatMap(({ standard }) =>
        standard.requirements.filter((one) => !isOfOthers(one, standard.title, borrower)),
      )
      .filter(({ point }) => (points.length === 0 || points.includes(point)) && !without.includes(point))
      .filter(({ anyOf }) => about === null || anyOf.some(about))
      .map((requirement) => ({ ...requirement, point: '' })),
  );
  return [...words.matchAll(FREED)].reduce<readonly ProposedRequirement[]>(
    (left, [said, of = '', whom = '']) => freed(left, of, whom, said),
    borrowed,
  );
}

/** "Riêng Trưởng phòng Pháp chế …" among what is asked of a Trưởng phòng asks nothing of the deputy. */
function isOfOthers({ anyOf }: ProposedRequirement, lender: string | null, borrower: string | null): boolean {
  if (lender === null || borrower === null || borrower.toLowerCase().startsWith(lender.toLowerCase()))
    return false;
  return anyOf.every(({ when }) =>
    (when ?? '')
      .toLowerCase()
      .replace(/^(?:riêng\s+)?(?:đối với\s+)?/u, '')
      .startsWith(lender.toLowerCase()),
  );
}

function freed(
  requirements: readonly ProposedRequirement[],
  of: string,
  whom: string,
  said: string,
): readonly ProposedRequirement[] {
  const named = degreeOf(of)?.said ?? subject(of)?.said;
  if (named === undefined) return requirements;
  const isNamed = (one: ProposedAlternative) =>
    one.kind === named.kind && (named.level === null || one.level === named.level);
  return requirements.flatMap((requirement) => {
    if (!requirement.anyOf.every(isNamed)) return [requirement];
    // What binds only those who are freed here binds nobody.
    const isAll = requirement.anyOf.every(({ when }) => when !== null && whom.includes(lastWords(when)));
    if (isAll) return [];
    return [
      { ...requirement, anyOf: requirement.anyOf.map((one) => ({ ...one, when: one.when ?? said.trim() })) },
    ];
  });
}

/** The noun that a condition ends with: "nếu là viện nghiên cứu" → "viện nghiên cứu". */
function lastWords(when: string): string {
  return when.replace(/^(?:riêng\s+)?(?:(?:trường hợp|nếu|đối với)\s+)?(?:là\s+)?/iu, '');
}
