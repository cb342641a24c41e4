import type { ProposedAlternative } from '../../domain/proposal.ts';

/** What a piece demands, before it is known of whom. */
export type Said = Omit<ProposedAlternative, 'when'>;

/** A paper about training, or the training itself: what follows says of what. */
export const TRAINING =
  /chứng chỉ|giấy chứng nhận|chứng nhận|giấy xác nhận (?:đã )?hoàn thành|giấy phép|thẻ |(?:chương trình|khóa|khoá|lớp)\s+(?:đào tạo|bồi dưỡng|tập huấn|học)|(?<!(?:lĩnh vực|ngành|nghề|chuẩn) )(?:đã |được |đã được )(?:qua |học |tham gia |hoàn thành )?(?:đào tạo|bồi dưỡng|tập huấn)|qua (?:đào tạo|bồi dưỡng|lớp|khóa|khoá)|(?:bồi dưỡng|tập huấn) (?:kiến thức|nghiệp vụ|quản l|về|quốc phòng)/iu;

/** Words behind a phrase that say who gave it, under which rule or by which programme. */
const BY_RULE =
  /\s*,?\s*(?:theo (?:quy|qui) (?:định|đinh)(?=[\s,;.]|$)|theo (?:nội dung|chương trình|tiêu chuẩn của|hướng dẫn|yêu cầu|khung)(?=[\s,])|trong (?:thời gian|thời hạn|vòng) \d|trước khi (?:được )?bổ nhiệm|do (?:(?:các )?cơ (?:quan|sở)|Bộ|Thủ|tổ chức|đơn vị|Học viện|trường)(?!\p{L})|chậm nhất|của (?:cơ quan|cấp) có thẩm quyền|dành cho|cấp theo|được cấp|được (?:cơ quan|cấp có)|và được cấp|đáp ứng).*$/isu;

/** The phrase that says it, without who gives the paper and under which rule. */
export function shortened(words: string): string | null {
  const short = words
    .replace(BY_RULE, '')
    .replace(/\s+trở lên$/iu, '')
    .replace(/^[\s,:;–-]+|(?:[\s,.;:–-]|\s(?:và|hoặc))+$/giu, '')
    .replace(/\s+/gu, ' ');
  return short === '' ? null : short;
}
