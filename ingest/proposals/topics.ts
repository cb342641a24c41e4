import type { ProposedAlternative } from '../../domain/proposal.ts';

type Topic = (one: ProposedAlternative) => boolean;

/** Below every văn bằng chuyên môn. */
export const SCHOOLING =
  /^(?:trình độ (?:học vấn|văn h[óo][aá])\s*)?(?:bằng\s+)?tốt nghiệp (?:trung học|THPT|THCS|phổ thông|12)/iu;

const isKind =
  (kind: ProposedAlternative['kind']): Topic =>
  (one) =>
    one.kind === kind;

const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/học vấn|văn h[óo][aá]|giáo dục phổ thông/iu, (one) => SCHOOLING.test(one.name ?? '')],
  [/chuyên môn|bằng cấp|văn bằng|trình độ đào tạo/iu, isKind('degree')],
  [/l[ýí] luận chính trị/iu, isKind('political_theory')],
  [/quản l[ýí] nhà nước/iu, isKind('state_management')],
  [/quốc phòng/iu, isKind('defence_security')],
  [/ngoại ngữ/iu, isKind('foreign_language')],
  [/tiếng dân tộc/iu, isKind('ethnic_language')],
  [/tin học|công nghệ thông tin/iu, isKind('it')],
];

/** What "tiêu chuẩn về ngoại ngữ, tin học" names, as a test of what is demanded; `null` where it names nothing known. */
export function topicOf(words: string): Topic | null {
  const topics = TOPICS.flatMap(([pattern, topic]) => (pattern.test(words) ? [topic] : []));
  return topics.length === 0 ? null : (one) => topics.some((topic) => topic(one));
}
