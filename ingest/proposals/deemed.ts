import type { ProposedRequirement } from '../../domain/proposal.ts';
import { readItem } from './readItem.ts';

/** "Viên chức tuyển dụng trước ngày … mà có bằng … và chứng chỉ … thì được coi là đáp ứng quy định tại điểm a khoản này". */
const DEEMED =
  /(?:^|\n|\.\s+)([^\n]{10,200}?)\s+mà\s+(?:đã\s+)?(có\s[^\n]{5,300}?)\s+thì\s+được\s+(?:coi|xem|công nhận)\s+(?:là\s+)?(?:đã\s+)?(?:đáp ứng|đạt|đủ)\s[^\n;]{0,60}?điểm\s+([a-zđ])\s+khoản này/giu;

/** The requirements of a clause with what it says will do for some people in the place of one of its points. */
export function withDeemed(
  clause: string,
  requirements: readonly ProposedRequirement[],
  post: string | null,
): readonly ProposedRequirement[] {
  return [...clause.matchAll(DEEMED)].reduce((left, [said, whom = '', held = '', point = '']) => {
    const [first, ...rest] = readItem(held.replace(/^có/iu, 'Có'), post);
    const kind = first?.[0]?.kind;
    const at = left.findIndex((one) => one.point === point && one.anyOf.some((other) => other.kind === kind));
    const stead = left[at];
    if (first === undefined || stead === undefined) return left;
    const when = whom.trim();
    const only = `${when} mà ${held.split(/\s+và\s+/u, 1)[0] ?? ''}`.trim();
    return left.flatMap((one, index) =>
      index !== at
        ? [one]
        : [
            { ...one, anyOf: [...one.anyOf, ...first.map((other) => ({ ...other, when }))] },
            ...rest.map((anyOf) => ({
              point,
              provision: one.provision,
              words: said.replace(/^[\s.]+/u, ''),
              anyOf: anyOf.map((other) => ({ ...other, when: only })),
            })),
          ],
    );
  }, requirements);
}
