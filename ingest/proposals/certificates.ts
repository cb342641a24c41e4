import { type Said, shortened } from './said.ts';
import { stateManagement, subject } from './subjects.ts';

const LICENCE =
  /(?:chứng chỉ|giấy phép|giấy chứng nhận|thẻ)\s+(?:\S+\s+){0,2}?hành nghề|giấy phép|thẻ (?:nhà báo|luật sư|hướng dẫn viên)/iu;
const OF_TITLE =
  /chức danh|(?<!\p{L})hạng\s+(?:I{1,3}|IV|V|[1-5])(?![\p{L}\d])|(?:tiêu chuẩn|nghiệp vụ|bồi dưỡng|theo|đối với)\s+ngạch|ngạch (?:công chức|viên chức)/iu;
/** Words between "chứng chỉ" and what it is of. */
const GLUE =
  /^(?:chứng chỉ|giấy chứng nhận|chứng nhận|đã|có|hoàn thành|qua|đạt|khóa|khoá|lớp|chương trình|đào tạo|bồi dưỡng|tập huấn|theo|tiêu chuẩn|chức danh|nghề nghiệp|nghiệp vụ|ngạch|về|cho|của|kiến thức|kỹ năng|và|,|\s)+/iu;
const NAME_LEAD =
  /^(?:chứng chỉ|giấy chứng nhận|chứng nhận)?\s*(?:đã\s+)?(?:hoàn thành\s+)?(?:(?:chương trình|khóa|khoá|lớp)\s+)?(?:đào tạo,\s*)?(?:bồi dưỡng\s+)?(?:theo\s+)?(?:tiêu chuẩn\s+)?(?:chức danh\s+)?(?:nghề nghiệp\s+)?(?:đối với\s+)?(?:(?:công chức|viên chức)\s+(?=ngạch))?(?:ngạch\s+)?/iu;
/** What a certificate of language or of informatics is called. */
const DIRECT =
  /^(?:chứng chỉ|giấy chứng nhận|chứng nhận):?\s+(?:(?:về|đào tạo|bồi dưỡng|sử dụng|trình độ|năng lực|ứng dụng|kỹ năng|chuẩn|đạt|có|được|biết|nghe|nói|đọc|viết|kiến thức|tốt nghiệp)[\s,]+)*(?:ngoại ngữ|tiếng|tin học|công nghệ thông tin|CNTT|máy|IELTS|TOEFL|TOEIC|Aptis|VSTEP|PET|HSK|JLPT|DELF)(?!\p{L})/iu;

/**
 * What a paper about training is of. `post`: whose standard it is; a certificate that bears its name is the one of the
 * title, and so is one of a "hạng" or "chức danh".
 */
export function certificateOf(words: string, training: RegExpExecArray, post: string | null): Said {
  const paper = words.slice(training.index);
  if (LICENCE.test(paper)) return named('practising_licence', paper);
  const about = subject(paper);
  if (about !== null && about.said.kind !== 'it' && about.said.kind !== 'foreign_language') {
    const management = about.said.kind === 'state_management' ? stateManagement(paper) : about.said;
    // A class that joins it with another trade is no class of a grade.
    const joined = management.level === null && /nhà nước\s+(?:và|,)\s+(?:nghiệp vụ|chuyên)/iu.test(paper);
    if (!joined) return management;
    return named('other', paper);
  }
  if (about !== null && DIRECT.test(paper)) return about.said;
  const of = paper.replace(GLUE, '');
  // "Chứng chỉ đào tạo điều dưỡng từ 06 tháng" is of a course, whoever's name it bears.
  const isCourse = /đào tạo(?!,? (?:và )?bồi dưỡng)|\d\s+(?:tháng|tiết)/iu.test(paper);
  const bearsTitle = post !== null && post.length > 3 && !isCourse && folded(of).startsWith(folded(post));
  if (OF_TITLE.test(paper) || bearsTitle) {
    return {
      kind: 'professional_certificate',
      level: null,
      field: null,
      name: shortened(nameOf(paper, post)),
    };
  }
  return named('other', paper);
}

function nameOf(paper: string, post: string | null): string {
  const name = paper.replace(NAME_LEAD, '').replace(/\s*\((?!hạng)[^)]*\)?/giu, '');
  const bare = name.replace(/^viên chức\s+/iu, '');
  return post !== null && folded(bare).startsWith(folded(post)) ? bare : name;
}

function named(kind: 'other' | 'practising_licence', paper: string): Said {
  // "Đã qua lớp bồi dưỡng …": the class, not that somebody went to it.
  const name = paper.replace(
    /^(?:(?:đã|được|qua|hoàn thành|tham gia|học)\s+)+(?:(?:một|các)\s+)?(?=\p{L})/iu,
    '',
  );
  return { kind, level: null, field: null, name: shortened(name) };
}

function folded(words: string): string {
  return words.toLowerCase().replace(/\s+/gu, ' ').trim();
}
