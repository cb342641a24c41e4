import type { Provision } from '../../domain/directive.ts';
import { inlinePost, isSentence, leadingPosts } from './posts.ts';
import { topicOf } from './topics.ts';

/** A clause that names a post, a grade or a title and lists what is demanded of it. */
export type PostClause = {
  /** Index of the clause. */
  readonly provision: number;
  /** The words that say whose it is. */
  readonly named: string;
  /** Where its demands begin. */
  readonly start: number;
  readonly end: number;
};

const CODE = /mã\s*số(?:\s+(?:ngạch|chức danh))?\s*:?\s*(?:[A-Z]\s?\.?\s?)?\d{2}(?:\s?\.\s?\d{1,3})+\s*\)?/iu;
const GRADE = /(?<!\p{L})hạng\s+(?:IV|V|I{1,3}|[1-5])(?![\p{L}\d])\)?/iu;
/** Behind a title and its grade or code, nothing but the sign that its standard follows. */
const TITLE_ENDS = /^[\s,.–-]*(?::\s*|$)/u;
/** No name of a title is longer, in UTF-16 units. */
const LONGEST_TITLE = 160;

/** "Đối với công chức Văn phòng - thống kê:", "Nhân viên thú y:". */
const PEOPLE =
  /^(?:đối với\s+)?((?:các\s+)?(?:cán bộ|công chức|viên chức|nhân viên|người (?:hoạt động|làm|giữ|đứng đầu)|chức danh|chức vụ|ngạch|\p{L}{2,6} \p{L}{2,8} viên|giảng viên|giáo viên|chuyên viên|nghiên cứu viên|kế toán|thủ quỹ|phó\s|thành viên (?:chuyên trách|hội đồng (?:quản|thành)))[^:;.]{0,240}):\s*/iu;
/** "3. Chuyên viên giúp việc" on a line of its own. */
const PEOPLE_ALONE =
  /^((?:cán bộ|công chức|viên chức|nhân viên|chuyên viên|cán sự|kế toán|văn thư|thủ quỹ|giáo viên|giảng viên)(?!\p{L})[^:;.]{0,120})$/iu;
/** "Công chức tư pháp - hộ tịch phải có các tiêu chuẩn sau đây:", "… ngoài tiêu chuẩn tại khoản 1 Điều này còn phải:" */
const LISTS =
  /^((?:[^:;.]|(?<=\d)\.(?=\d)){4,200}?)\s+(?:ngoài\s[^:;.]{4,160}?\s+)?(?:còn\s+)?phải\s*(?:(?:có|đạt|đáp ứng|bảo đảm|đảm bảo|là|hội đủ|thỏa mãn)\s[^:;.]{0,80}?(?:tiêu chuẩn|điều kiện|yêu cầu)[^:;]{0,60})?:\s*/iu;
/** "Công chức làm công tác hộ tịch tại Phòng Tư pháp phải có trình độ cử nhân luật trở lên". */
const SENTENCE =
  /^([^:;.]{4,160}?)\s+(?:đều\s+|cũng\s+)?(?:ngoài\s[^:;.]{4,120}?\s+)?(?:còn\s+)?(?=phải\s+(?:có (?:trình độ|bằng|văn bằng|chứng chỉ)|tốt nghiệp|đạt trình độ|(?:được|qua|đã qua|đã được) (?:đào tạo|bồi dưỡng)))/iu;
/** "Phó Hiệu trưởng đáp ứng các tiêu chuẩn quy định tại khoản 1 Điều này". */
const BORROWS =
  /^([^:;.]{4,160}?)\s+(?=(?:phải\s+)?(?:đáp ứng|bảo đảm|đảm bảo|có|đạt)\s+(?:đủ\s+|đầy đủ\s+)?(?:các\s+)?(?:tiêu chuẩn|điều kiện)[^:;.]{0,60}khoản\s+\d)/iu;
/** "Công dân Việt Nam có … thì có thể được bổ nhiệm làm Chấp hành viên", "Người có đủ … thì được bổ nhiệm làm …:" */
const APPOINTED =
  /^(?:công dân|người|cá nhân)\s[^:;]{10,600}?\sthì\s+(?:có thể\s+)?được\s+(?:xem xét,?\s+)?(?:bổ nhiệm|tuyển dụng)\s+(?:làm|vào ngạch|vào)\s+([^:;.,]{4,80}?)\s*[:.]?$/iu;
/** "1. Tiêu chuẩn của công chức Văn phòng - thống kê, Tư pháp - hộ tịch như sau:" */
const STANDARD_OF =
  /^(?:các\s+)?tiêu chuẩn\s+(?:cụ thể\s+)?(?:của|đối với)\s+((?:các\s+)?(?:chức danh\s+)?(?:cán bộ|công chức|viên chức|nhân viên)\s[^:;.]{4,240}?)(?:\s+(?:như sau|gồm|bao gồm))?:\s*$/iu;

/** Who is asked by such words, where the heading above does not say that it is on posts. */
const SOMEBODY =
  /^(?:(?:các\s+)?(?:cán bộ|công chức|viên chức|nhân viên|chức danh|người (?:làm|giữ|đứng đầu|hoạt động)|nhà giáo|giáo viên|giảng viên|kế toán trưởng|(?:\p{L}+ ){1,3}viên(?= (?:phải|ngoài|còn|nhà nước|chính|cao cấp|trung cấp|sơ cấp|\()|$)))(?!\p{L})/iu;
/** No post: an institution, a paper, somebody who learns or applies, a case. */
const NOBODY =
  /^(?:(?:các\s+)?(?:cơ sở|tổ chức|doanh nghiệp|hồ sơ|đơn vị|cơ quan|trường (?!hợp)|hội đồng|dự án|nhà thầu|thí sinh|học viên|sinh viên|người (?:học|dự|đăng ký|có|được|nước)|việc|thời gian|trường hợp|nếu|khi|trình độ|văn bằng|chứng chỉ|ngoài|công dân|đề án|chương trình|tiêu chuẩn|yêu cầu|điều kiện))(?!\p{L})/iu;
/** New words of a clause elsewhere are quoted, and read there. */
const AMENDS = /[“”"]|(?<!\p{L})(?:sửa đổi|bổ sung|bãi bỏ|thay thế|như sau)(?!\p{L})/iu;
/** Articles that say what a post does, or how one gets it. */
const OTHER_ARTICLE =
  /^(?:(?:các\s+)?(?:nhiệm vụ|chức trách|quyền hạn|trách nhiệm|chức năng|đạo đức|trình tự|hồ sơ|thẩm quyền|xếp lương|bổ nhiệm|tuyển dụng|xét|thi|nội dung))(?!\p{L})/iu;

type Context = {
  readonly text: string;
  readonly provisions: readonly Provision[];
  readonly openings: readonly string[];
  /** Of each provision those right below it. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  /** Whether an article is on what posts demand, by its heading or by those above it. */
  readonly isOfStandards: (article: number) => boolean;
};

/** The clauses of an article that each tell of a post of its own. */
export function postClauses(
  { text, provisions, openings, children, isOfStandards }: Context,
  article: number,
): readonly PostClause[] {
  const heading = openings[article] ?? '';
  if (OTHER_ARTICLE.test(heading)) return [];
  const clauses = children.get(article) ?? [];
  const isListed = clauses.some((index) => {
    const words = LISTS.exec(openings[index] ?? '')?.[0] ?? '';
    return /tiêu chuẩn/iu.test(words) && SOMEBODY.test(words);
  });
  // "Điều 25. Giáo viên, giảng viên" with "2. Giáo viên, giảng viên … phải có bằng …".
  const whom = heading.length > 7 ? heading.toLowerCase() : null;
  const isOfThose = (opening: string) =>
    whom !== null && opening.slice(0, whom.length).toLowerCase() === whom;
  // "Tiêu chuẩn Trợ lý, Thư ký" with "1. Trợ lý: …" and "2. Thư ký: …".
  const members = clauses.flatMap((index) => memberOf(heading, openings[index] ?? '') ?? []);
  const isOfPosts = isOfStandards(article) || isListed || leadingPosts(heading).length > 0;
  return clauses.flatMap((index): PostClause[] => {
    const provision = provisions[index];
    const opening = openings[index] ?? '';
    // "1. Bí thư Đảng ủy" of an outline is a division without articles.
    const isClause =
      provision?.kind === 'khoan' ||
      (provision?.kind === 'muc' &&
        (children.get(index) ?? []).every((one) => provisions[one]?.kind !== 'dieu'));
    if (provision === undefined || !isClause) return [];
    const member = isOfPosts && members.length > 1 ? memberOf(heading, opening) : null;
    const found = titled(opening) ?? member ?? (isOfPosts || isOfThose(opening) ? postOf(opening) : null);
    if (found === null || NOBODY.test(found.named) || AMENDS.test(found.named)) return [];
    const line = text.slice(provision.start, provision.end).split('\n', 1)[0] ?? '';
    const start = provision.start + line.indexOf(opening) + found.from;
    return [{ provision: index, named: found.named, start, end: provision.end }];
  });
}

/** No post: what is asked of one. */
const ASKED =
  /^(?:(?:các\s+)?(?:tiêu chuẩn|điều kiện|yêu cầu|nhiệm vụ|chức trách|trách nhiệm|quyền|trình độ|năng lực|phẩm chất|đạo đức|kinh nghiệm|độ tuổi|tuổi|sức khỏe|đào tạo|bồi dưỡng|hiểu biết|uy tín))(?!\p{L})/iu;

/** What stands before the colon of a clause, where the heading of its article lists it. */
function memberOf(heading: string, opening: string): Named | null {
  const label = /^(\p{Lu}[^:;.,]{3,60}):\s*/u.exec(opening);
  const named = label?.[1]?.trim() ?? '';
  if (label === null || ASKED.test(named) || topicOf(named) !== null) return null;
  const listed = heading.toLowerCase().split(/,\s*|\s+và\s+/u);
  const isListed = listed.length > 1 && listed.some((one) => one.trim().endsWith(named.toLowerCase()));
  return isListed ? { named, from: label[0].length } : null;
}

type Named = { readonly named: string; readonly from: number };

/** "Phóng viên hạng I - Mã số: V.11.02.04", alone on its line or before a colon. */
function titled(opening: string): Named | null {
  const signs = [CODE.exec(opening), GRADE.exec(opening)].filter((sign) => sign !== null);
  const ends = Math.max(0, ...signs.map((sign) => sign.index + sign[0].length));
  if (ends === 0 || ends > LONGEST_TITLE) return null;
  const tail = TITLE_ENDS.exec(opening.slice(ends));
  return tail === null ? null : { named: opening.slice(0, ends), from: ends + tail[0].length };
}

function postOf(opening: string): Named | null {
  const appointed = APPOINTED.exec(opening);
  // What stands before "thì" is demanded too, unless the line only leads to what follows.
  if (appointed !== null)
    return { named: appointed[1] ?? '', from: opening.endsWith(':') ? opening.length : 0 };
  const lists = LISTS.exec(opening);
  if (lists !== null) return asked(lists);
  const own = STANDARD_OF.exec(opening);
  if (own !== null) return { named: own[1] ?? '', from: own[0].length };
  const inline = inlinePost(opening);
  if (inline !== null) return { named: inline.post, from: inline.from };
  if (leadingPosts(opening).length > 0)
    return { named: opening.replace(/[\s:.]+$/u, ''), from: opening.length };
  const people = PEOPLE.exec(opening);
  if (people !== null) return { named: people[1] ?? '', from: people[0].length };
  const alone = isSentence(opening) ? null : PEOPLE_ALONE.exec(opening);
  if (alone !== null) return { named: alone[1] ?? '', from: opening.length };
  const sentence = SENTENCE.exec(opening) ?? BORROWS.exec(opening);
  return sentence === null ? null : asked(sentence);
}

function asked([words, named = '']: RegExpExecArray): Named | null {
  const isSomebody = SOMEBODY.test(named) || inlinePost(`${named}: x`) !== null;
  // "… khi không đáp ứng tiêu chuẩn quy định tại khoản 1" tells what follows from it.
  if (/(?<!\p{L})(?:không|chưa|khi|nếu|đã)(?!\p{L})/iu.test(named)) return null;
  return isSomebody ? { named, from: words.length } : null;
}
