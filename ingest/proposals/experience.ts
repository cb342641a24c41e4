import type { Provision } from '../../domain/directive.ts';
import type { ProposedExperience } from '../../domain/proposal.ts';
import { nameKey } from '../../vietnamese/nameKey.ts';
import { smallestAt } from './points.ts';
import { inlinePost } from './posts.ts';
import { headingsAbove, openingOf } from './standardHeadings.ts';
import { tenuresOf } from './tenure.ts';

/** An article, or a division of an outline, on what a post, a grade or a title demands. */
const OF_POST =
  /tiêu chuẩn|điều kiện (?:bổ nhiệm|tuyển dụng|đối với|dự thi|đăng ký|xét)|(?<!\p{L})hạng\s+(?:I{1,3}|IV|V|[1-5])(?![\p{L}\d])|mã\s*số|^(?:điều\s+\S+\s+)?ngạch\s|(?:thăng hạng|nâng ngạch)/iu;
/** Rewards, papers, enterprises and procedures have standards too, and none of them is a post's. */
const NO_POST =
  /danh hiệu|thi đua|khen thưởng|kỷ niệm chương|huân chương|huy chương|giải thưởng|tặng|hồ sơ|thủ tục|trình tự|thẩm quyền|trách nhiệm|phụ cấp|tiền lương|xếp lương|hiệu lực|chuyển tiếp|cấp (?:thẻ|giấy|phép|chứng chỉ)|thẻ |chứng chỉ hành nghề|giấy phép|cơ sở (?!vật)|nhà thầu|doanh nghiệp|học viên|sinh viên|hội đồng (?!quản|thành viên)|tuyển sinh|nhà ở|hỗ trợ|nghỉ hưu|miễn nhiệm|bổ nhiệm lại|nhiệm vụ chung|giải thích/iu;
const LABEL = /^\s*(?:(\d{1,3}[a-zđ]?)[.)]|([a-zđ]{1,2})\)|[-–+•*])\s*/u;

/** "4. Yêu cầu đối với viên chức dự thi hoặc xét thăng hạng …" binds those only, whether or not it ends with a colon. */
const OF_SOME = /^(?:yêu cầu|tiêu chuẩn|điều kiện)(?:[^:;.]{0,40}?)\sđối với\s[^:;.]*:?$/iu;

/** No demand for experience is longer, in UTF-16 units. */
const LONGEST = 1_500;

/** Articles of a document on standards that are about the document itself. */
const OF_DOCUMENT = /phạm vi|đối tượng|nguyên tắc|tổ chức thực hiện|điều khoản|trường hợp khác/iu;

/** The articles that tell what a post, a grade or a title demands, by their own heading or by what stands above it. */
export function articlesOfPosts(
  text: string,
  provisions: readonly Provision[],
  title: string | null,
): readonly number[] {
  return [...provisions.keys()].filter((index) => {
    const provision = provisions[index];
    if (provision?.kind !== 'dieu') return false;
    const opening = openingOf(text, provision);
    if (NO_POST.test(opening)) return false;
    if (OF_POST.test(opening)) return true;
    if (OF_DOCUMENT.test(opening)) return false;
    return /tiêu chuẩn/iu.test(`${title ?? ''} ${headingsAbove(text, provisions, index)}`);
  });
}

/** What an article or a division demands of time served, line by line. @param title whose standard it is */
export function experienceIn(
  text: string,
  provisions: readonly Provision[],
  article: number,
  title: string | null,
): readonly ProposedExperience[] {
  const { start, end } = provisions[article] ?? { start: 0, end: 0 };
  const found: ProposedExperience[] = [];
  let [lead, at] = ['', start];
  for (const line of text.slice(start, end).split('\n')) {
    const from = at;
    at += line.length + 1;
    const label = LABEL.exec(line);
    if (label?.[1] !== undefined) lead = '';
    const whole = line.slice(label?.[0].length ?? 0).trim();
    const inline = from === start ? inlinePost(whole) : null;
    const words = inline === null ? whole : whole.slice(inline.from).trim();
    // The first line is the heading, unless a post's standard goes on in it.
    if ((from === start && inline === null) || words === '' || words.length > LONGEST) continue;
    for (const anyOf of tenuresOf(words, lead)) {
      found.push({
        point: label?.[2] ?? '',
        anyOf: anyOf.map((one) => (isTitle(one.when, title) ? { ...one, when: null } : one)),
        provision: smallestAt(provisions, from, article),
        words,
      });
    }
    if (/:$/u.test(words) || OF_SOME.test(words)) lead = words;
  }
  return found;
}

/** "Công chứng viên phải có …" in the standard of the công chứng viên binds everyone whom it is about. */
function isTitle(when: string | null, title: string | null): boolean {
  return when !== null && title !== null && nameKey(when) === nameKey(title);
}
