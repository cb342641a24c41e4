import type { Provision } from '../../domain/directive.ts';
import type { StandardProposal } from '../../domain/proposal.ts';
import { articleAbove, openingOf } from './standardHeadings.ts';
import { topicOf } from './topics.ts';

/** "3. Không áp dụng tiêu chuẩn về ngoại ngữ, tin học đối với người bổ nhiệm lại." */
const EXEMPT =
  /^(?:không\s+(?:áp dụng|yêu cầu|bắt buộc)\s+(?:(?:các\s+)?(?:tiêu chuẩn|điều kiện|yêu cầu)\s+)?(?:về\s+)?([^;.]{3,120}?)\s+đối với\s[^;]+)$/iu;

/** The standards of an article with what a clause of it says of whom they do not bind: an exception that must not be lost. */
export function withExempt(
  text: string,
  provisions: readonly Provision[],
  standards: readonly StandardProposal[],
): readonly StandardProposal[] {
  return provisions.reduce((left, provision, index) => {
    if (provision.kind !== 'khoan') return left;
    const words = openingOf(text, provision).replace(/[\s.;]+$/u, '');
    const topic = topicOf(EXEMPT.exec(words)?.[1] ?? '');
    const article = topic === null ? null : articleAbove(provisions, index);
    if (topic === null || article === null) return left;
    return left.map((standard) =>
      articleAbove(provisions, standard.provision) !== article
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
