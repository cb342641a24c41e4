import type { Provision } from '../../domain/directive.ts';
import { demands } from './demands.ts';
import { leadingPosts } from './posts.ts';

/** What stands before the first word of a provision's line. */
export const LABEL =
  /^\s*(?:Điều\s+[\d.\p{L}]+?\.?\s|\d{1,3}(?:\.\d{1,3})*[.)]?\s|[\p{Ll}]{1,2}\)\s|[IVXL]{1,6}\s?[.)–-]\s|[-–+•*]\s)\s*/u;
/** A heading on degrees, training and certificates. */
export const ABOUT_TRAINING =
  /^(?:(?:các\s+)?(?:tiêu chuẩn|yêu cầu|điều kiện|quy định)(?:(?:,|\s+và)\s+(?:tiêu chuẩn|điều kiện|yêu cầu))?(?:\s+(?:chung|cụ thể|về|đối với))*\s+)?(?:về\s+)?(?:trình độ|văn bằng|bằng cấp|đào tạo,? bồi dưỡng|học vấn|chuyên môn,? đào tạo)(?![^:\n]*(?:năng lực|kinh nghiệm)[^:\n]*(?:$|:))[^:.;\n]{0,110}(?=[:.;]?\s*$|:)/imu;
/** The word says by itself that what follows is demanded. */
export const SAYS_STANDARD = /^(?:các\s+)?(?:tiêu chuẩn|yêu cầu|điều kiện)|trình độ chuẩn/iu;
/** "a) Trình độ đại học: ưu tiên …" is about those who study for it. */
export const OF_A_LEVEL = /^(?:về\s+)?trình độ (?:đại học|cao đẳng|trung cấp|thạc|tiến|sơ cấp|sau)/iu;
/** Headings above a bare "Trình độ:" that make it a demand. */
export const OF_PEOPLE =
  /tiêu chuẩn|ngạch|chức danh|chức vụ|hạng\s+(?:I{1,3}|IV|V)(?!\p{L})|mã\s*số|điều kiện bổ nhiệm|vị trí việc làm|yêu cầu đối với/iu;
/** Headings of articles whose clauses on training are about something else than what a post demands. */
export const OTHER =
  /danh hiệu|thi đua|khen thưởng|hồ sơ|thủ tục|trình tự|(?:thi|xét|dự thi|nội dung|hình thức)[^.]{0,40}(?:thăng hạng|nâng ngạch)|tuyển sinh|chương trình|chuyển tiếp/iu;
/** Headings with the word "tiêu chuẩn" whose articles tell no post's qualifications. */
export const NO_POST =
  /thẩm quyền|trách nhiệm|hội đồng(?! quản)|hiệu lực|(?<!(?:cấp|ở|quân sự|bộ|đoàn|hội|tổ chức đảng) )cơ sở|học viên|người học|sinh viên|đạo đức|tổ chức thực hiện|mẫu|năng lực|nhiệm vụ chung|phụ cấp|tiền lương|xếp lương|trang phục|miễn nhiệm|áp dụng|tổ chức, cá nhân|kinh doanh|mua bán|dự tuyển|tuyển chọn đào tạo/iu;
/** Headings of articles on what a post demands. */
export const OF_STANDARD =
  /tiêu chuẩn|điều kiện (?:bổ nhiệm|tuyển dụng|đối với)|^(?:điều\s+\S+\s+)?ngạch\s/iu;
/** "Công chức tư pháp - hộ tịch phải có các tiêu chuẩn sau đây:" */
export const LISTS_STANDARDS =
  /(?:cán bộ|công chức|viên chức|người|chức danh|công dân|nhà giáo)[^.:]{0,120}(?:có|đạt|đáp ứng|bảo đảm)[^.:]{0,40}tiêu chuẩn[^.:]{0,40}sau(?: đây)?[^.:]{0,60}:$/iu;
/** "3. Tiêu chuẩn về năng lực chuyên môn, nghiệp vụ" beside a clause on training. */
export const OF_ABILITY = /^(?:(?:tiêu chuẩn|yêu cầu)\s+)?(?:về\s+)?năng lực(?!\p{L})[^:;.]{0,60}:?$/iu;
/** A clause on training and on what one can do, or only on one's trade: some of its lines demand a qualification. */
export const ABOUT_BOTH =
  /^(?:các\s+)?(?:tiêu chuẩn|yêu cầu)(?:\s+về)?\s+(?:trình độ[^:\n]{0,30}(?:năng lực|kinh nghiệm)|chuyên môn,? nghiệp vụ)[^:\n]{0,60}:?$/iu;
/** Articles of a document on standards that are about the document itself. */
export const OF_DOCUMENT = /phạm vi|đối tượng|nguyên tắc|tổ chức thực hiện|điều khoản|giải thích/iu;
/** Headings that name a title with its grade or code. */
export const OF_POSITION = /hạng\s+(?:I{1,3}|IV|V)(?!\p{L})|mã\s*số\s*:?\s*[A-Z]?\.?\d/iu;

/** What stands beside a bare "Trình độ:" where it is of a post. */
export const BESIDE =
  /^(?:(?:tiêu chuẩn|yêu cầu|điều kiện)?\s*(?:về\s+)?(?:chức trách|hiểu biết|phẩm chất|đạo đức|năng lực|kinh nghiệm|uy tín|độ tuổi)|(?:yêu cầu|tiêu chuẩn|điều kiện) khác)(?!\p{L})/iu;

/** The words of a provision's first line without its label. */
export function openingOf(text: string, { start, end }: Pick<Provision, 'start' | 'end'>): string {
  const line = text.slice(start, Math.min(end, start + 600)).split('\n', 1)[0] ?? '';
  return line.replace(LABEL, '').trim();
}

/** Whether a provision is another one or stands somewhere below it. */
export function isWithin(provisions: readonly Provision[], index: number, outer: number): boolean {
  for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
    if (at === outer) return true;
  }
  return false;
}

/** Whether a clause stands beside others that only a post's standard has. @param openings `openingOf` each provision */
export function hasSiblings(
  openings: readonly string[],
  provisions: readonly Provision[],
  index: number,
): boolean {
  const parent = provisions[index]?.parent;
  return provisions.some(
    (one, at) => at !== index && one.parent === parent && BESIDE.test(openings[at] ?? ''),
  );
}

/** "Tiêu chuẩn của Kiểm toán viên nhà nước:" below a heading that says no more than whose it is. */
export function introducesStandard(text: string, { start, end }: Provision): boolean {
  const [, second = ''] = text.slice(start, Math.min(end, start + 600)).split('\n', 2);
  return /^(?:các\s+)?tiêu chuẩn\s[^:;]{0,160}:\s*$/iu.test(second.trim());
}

/** "Điều 9. Trưởng ban, Phó Trưởng ban Tuyên giáo" with several lines below that each demand a qualification. */
export function listsDemands(text: string, provision: Provision): boolean {
  if (leadingPosts(openingOf(text, provision)).length === 0) return false;
  const lines = text.slice(provision.start, provision.end).split('\n').slice(1);
  return lines.filter((line) => demands(line.replace(LABEL, '').trim())).length > 1;
}

/** "2. Tiêu chuẩn:" in an article on a post. */
export function isBareStandard(
  openings: readonly string[],
  provisions: readonly Provision[],
  index: number,
): boolean {
  return (
    /^(?:các\s+)?(?:tiêu chuẩn|yêu cầu|điều kiện)(?:(?:,|\s+và)\s+(?:điều kiện|tiêu chuẩn))?(?:\s+(?:chung|cụ thể|chức danh|bổ nhiệm))?\s*(?::(?:\s*(?:bảo đảm|đảm bảo|đáp ứng|ngoài)\s[^;]{4,300}\ssau(?: đây)?:)?)?$/iu.test(
      openings[index] ?? '',
    ) && isOfPeople(openings, provisions, index)
  );
}

/** Whether a heading above a provision is about a post or a title. @param openings `openingOf` each provision */
export function isOfPeople(
  openings: readonly string[],
  provisions: readonly Provision[],
  index: number,
): boolean {
  for (let at = provisions[index]?.parent ?? null; at !== null; at = provisions[at]?.parent ?? null) {
    if (OF_PEOPLE.test(openings[at] ?? '') || leadingPosts(openings[at] ?? '').length > 0) return true;
  }
  return false;
}

/** The heading of the article around a provision; empty outside every article. */
export function headingAbove(text: string, provisions: readonly Provision[], index: number): string {
  for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
    const provision: Provision | undefined = provisions[at];
    if (provision?.kind === 'dieu') return openingOf(text, provision);
  }
  return '';
}

/** The headings of the chapters and sections above a provision. */
export function headingsAbove(text: string, provisions: readonly Provision[], index: number): string {
  const headings: string[] = [];
  for (let at = provisions[index]?.parent ?? null; at !== null; at = provisions[at]?.parent ?? null) {
    const above: Provision | undefined = provisions[at];
    if (above !== undefined) headings.push(above.heading ?? openingOf(text, above));
  }
  return headings.join(' ');
}

/** Index of the article around a provision; `null` outside every article. */
export function articleAbove(provisions: readonly Provision[], index: number): number | null {
  for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
    if (provisions[at]?.kind === 'dieu') return at;
  }
  return null;
}
