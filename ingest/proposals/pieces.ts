import { readPiece } from './alternative.ts';
import { degreeOf } from './degrees.ts';

/** How a piece goes on from the one before it. */
type Joint = 'first' | 'or' | 'and';
export type Piece = { readonly joint: Joint; words: string };

const VERB =
  /^(?:hoặc\s+)?(?:(?:phải|đã|được|cần)\s+)*(?:có|đạt|sử dụng|biết|thông thạo|thành thạo|tốt nghiệp|qua|học|hoàn thành|bồi dưỡng|đào tạo|tập huấn|cấp|chứng chỉ|chứng nhận|văn bằng|bằng|giấy|giao tiếp|nghe|đọc)(?!\p{L})/iu;
const LEVEL_FIRST =
  /^(?:tiến s[ĩỹ]|thạc s[ĩỹ]|chuyên khoa|CK\s*I|bác s[ĩỹ]|dược s[ĩỹ]|y s[ĩỹ]|kiến trúc sư|cử nhân|kỹ sư|(?:trên |sau )?đại học|cao đẳng|trung cấp|trung học chuyên nghiệp|sơ cấp|cao cấp|trình độ|(?:IELTS|TOEFL|TOEIC|VSTEP|HSK|JLPT|DELF)|(?:ngoại ngữ|tiếng Anh|tin học) (?:bậc|trình độ|tương đương|cơ bản)|bậc \d|đối tượng \d)/iu;
const LABEL =
  /^(?:về |là |yêu cầu |người |từ )?(?:trình độ|chuyên môn|học vấn|học vị|đào tạo|ngoại ngữ|tin học|l[ýí] luận|chính trị|quản l[ýí]|quốc phòng|giáo dục quốc phòng|kiến thức|bồi dưỡng|tiếng|công nghệ|kỹ năng|khả năng)(?!\p{L})/iu;

const SKILLS: ReadonlySet<string> = new Set(['foreign_language', 'it']);

/** "Là công dân Việt Nam, tốt nghiệp đại học luật": who somebody is, before what they must have. "Yêu cầu về" says nothing. */
const WHO =
  /^(?:là\s+(?:công dân|người|đảng viên|sĩ quan|công chức|viên chức)[^,;:]{0,60},\s+(?=(?:tốt nghiệp|có|đã)\s)|đạt\s+(?:trình độ\s+)?chuẩn\s[^:;,]{0,80}:\s*|(?:tiêu chuẩn|yêu cầu)\s+(?:về\s+)?(?=[^:]{3,60}:))/iu;

/** A segment at its commas, "hoặc" and "và", where what follows is a demand of its own. */
export function piecesOf(segment: string, post: string | null): readonly Piece[] {
  const parts = segment
    .replace(WHO, '')
    .split(/(\s*,(?!\s*tập huấn)(?!(?<=đào tạo,)\s*bồi dưỡng)\s*|\s+hoặc\s+(?:là\s+)?|\s+và\s+|\s*\/\s*)/iu);
  const opening = parts[0] ?? '';
  if (
    !VERB.test(opening) &&
    !LEVEL_FIRST.test(opening) &&
    !LABEL.test(opening) &&
    !/^chức danh|^người/iu.test(opening)
  ) {
    if (degreeOf(segment) === null) return [];
  }
  const pieces: Piece[] = [{ joint: 'first', words: opening }];
  for (let at = 1; at < parts.length; at += 2) {
    const [joiner = '', words = ''] = [parts[at], parts[at + 1]];
    const last = pieces.at(-1);
    if (last === undefined) break;
    const joint: Joint =
      /hoặc/iu.test(joiner) || (joiner.includes(',') && /^hoặc/iu.test(words)) ? 'or' : 'and';
    if (isOwn(joint, joiner, words, last.words, post)) pieces.push({ joint, words });
    else last.words += joiner + words;
  }
  return pieces;
}

function isOwn(joint: Joint, joiner: string, written: string, before: string, post: string | null): boolean {
  const words = written.replace(/^hoặc\s+(?:là\s+)?/iu, '');
  const previous = readPiece(before, post, null);
  // "Có trình độ ngoại ngữ, tin học đáp ứng yêu cầu" asks for both; a degree's ngành may bear these names too.
  const twin =
    /^(?:(?:(?:ít nhất|tối thiểu)\s+)?(?:(?:một|01)\s+)?(?:ngoại ngữ|tin học)(?!\p{L})|(?:(?:một|thứ|\d{1,2})\s+)*tiếng (?:nói |của )*(?:\S+ )?dân tộc)/iu.test(
      words,
    ) && SKILLS.has(previous?.kind ?? 'other');
  // "Được đào tạo, bồi dưỡng nghiệp vụ kiểm lâm" is one thing.
  if (/(?:được|qua)\s+đào tạo$/iu.test(before) && /^bồi dưỡng/iu.test(words)) return false;
  const starts =
    VERB.test(words) ||
    twin ||
    /^(?:trình độ (?:ngoại ngữ|tin học|l[ýí] luận)|(?:sơ|trung|cao) cấp (?:l[ýí] luận|chính trị))(?!\p{L})/iu.test(
      words,
    ) ||
    (joint === 'or' && LEVEL_FIRST.test(words));
  if (!starts || joiner.includes('/')) return false;
  const said = readPiece(words, post, previous === null ? null : { ...previous, when: null });
  if (said === null) return false;
  // "hoặc chứng chỉ tin học ứng dụng tương đương" names no level of its own.
  const same = previous?.kind === said.kind && /tương đương/iu.test(words);
  return !(same && (said.level === null || said.level === 'su_dung_duoc'));
}
