import type { IsoDate } from '../../domain/day.ts';
import type { FailureReason } from './reasons.ts';
import type { AnswerSource } from './source.ts';

const ENDED =
  /(?:đã |bị |nay )*(?:hết hiệu lực|không còn (?:hiệu lực|áp dụng)|bãi bỏ|thay thế|được thay bằng|thay bằng|sửa đổi|trước đây|trước đó|quy định cũ|cũ)/u;
const NOT_YET =
  /chưa (?:có hiệu lực|áp dụng|được áp dụng)|sẽ (?:có hiệu lực|được áp dụng|áp dụng|bắt đầu|là|tăng|thay|được)|(?:có hiệu lực|áp dụng|bắt đầu|hiệu lực)[^.;]{0,20} từ|(?:kể )?từ (?:ngày |năm |tháng |\d)|đến (?:ngày|năm) \d/u;
const SAYS_ENDED =
  /(?:đã|bị|nay)\s+(?:hết hiệu lực|bãi bỏ|được bãi bỏ|bị bãi bỏ)|không còn (?:hiệu lực|áp dụng)|đã bị (?:bãi bỏ|thay thế)/u;
const SAYS_NOT_YET = /chưa có hiệu lực/u;

/** A sentence on what is not in force has to say so; and may say so of nothing else. */
export function checkValidity(
  sentence: string,
  sources: readonly AnswerSource[],
  today: IsoDate,
): readonly FailureReason[] {
  const said = sentence.toLowerCase();
  const reasons: FailureReason[] = [];
  for (const source of sources) {
    const { validity, from, until, document } = source;
    const name = document.number ?? document.title ?? source.path.join(' ');
    const ended = validity === 'superseded' || (until !== null && until < today);
    const begins = validity === 'not_yet' || (from !== null && from > today);
    if (ended && !ENDED.test(said)) reasons.push({ kind: 'validity', found: name, instead: 'hết hiệu lực' });
    else if (!ended && begins && !NOT_YET.test(said))
      reasons.push({ kind: 'validity', found: name, instead: 'chưa có hiệu lực' });
  }
  const texts = sources
    .flatMap(({ text, above }) => [text, ...above])
    .join('\n')
    .toLowerCase();
  const holds = (words: RegExp, status: AnswerSource['validity']): boolean =>
    !words.test(said) ||
    words.test(texts) ||
    sources.some(({ validity }) => validity === status || validity === 'unknown');
  if (!holds(SAYS_ENDED, 'superseded') && !/hết hiệu lực|bãi bỏ|thay thế|không còn/u.test(texts)) {
    reasons.push({ kind: 'validity', found: SAYS_ENDED.exec(said)?.[0] ?? '' });
  }
  if (!holds(SAYS_NOT_YET, 'not_yet'))
    reasons.push({ kind: 'validity', found: SAYS_NOT_YET.exec(said)?.[0] ?? '' });
  return reasons;
}
