import type { Provision } from '../../domain/directive.ts';
import type { StandardProposal } from '../../domain/proposal.ts';
import { articleAbove, isWithin, openingOf } from './standardHeadings.ts';
import { topicOf } from './topics.ts';

/** "3. Không áp dụng tiêu chuẩn về ngoại ngữ, tin học đối với người bổ nhiệm lại." */
const EXEMPT =
  /^(?:không\s+(?:áp dụng|yêu cầu|bắt buộc)\s+(?:(?:các\s+)?(?:tiêu chuẩn|điều kiện|yêu cầu)\s+)?(?:về\s+)?([^;.]{3,120}?)\s+đối với\s[^;]+)$/iu;
/** "d) Người học ở nước ngoài không phải có chứng chỉ ngoại ngữ." */
const SOMEBODY_EXEMPT =
  /^(?:(?:trường hợp|người|cán bộ|công chức|viên chức|nhân viên|giáo viên|giảng viên)\s[^;:]{3,160}?)\s(?:được miễn|không (?:phải|yêu cầu|bắt buộc|cần))\s+(?:có\s+)?([^;]{3,80})$/iu;

/** The standards of an article with what a clause of it says of whom they do not bind: an exception that must not be lost. */
export function withExempt(
  text: string,
  provisions: readonly Provision[],
  standards: readonly StandardProposal[],
): readonly StandardProposal[] {
  if (standards.length === 0) return standards;
  return provisions.reduce((left, provision, index) => {
    if (provision.kind !== 'khoan' && provision.kind !== 'diem' && provision.kind !== 'gach') return left;
    const words = openingOf(text, provision).replace(/[\s.;]+$/u, '');
    const topic = topicOf((EXEMPT.exec(words) ?? SOMEBODY_EXEMPT.exec(words))?.[1] ?? '');
    const article = topic === null ? null : articleAbove(provisions, index);
    if (topic === null || article === null) return left;
    // A khoản speaks of the whole article, a điểm of its own khoản.
    const isBound = (of: number) =>
      provision.kind === 'khoan' ? articleAbove(provisions, of) === article : isWithin(provisions, index, of);
    return left.map((standard) =>
      !isBound(standard.provision)
        ? standard
        : {
            ...standard,
            requirements: standard.requirements.map((requirement) => ({
              ...requirement,
              anyOf: requirement.anyOf.map((one) =>
                one.when === null && topic(one) ? { ...one, when: words } : one,
              ),
            })),
          },
    );
  }, standards);
}
