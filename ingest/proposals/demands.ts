import { splitCondition } from './segments.ts';

/** How a line begins that demands something, where the lines around it are about other things too. */
const DEMAND = new RegExp(
  [
    '^(?:(?:về\\s+)?(?:trình độ|chuyên môn|đào tạo|học vấn|văn h[óo][aá]|ngoại ngữ|tin học|l[ýí] luận chính trị|quản l[ýí] nhà nước|quốc phòng)(?:[^:;.]{0,60}:\\s*|[^:;,.]{0,20},\\s+(?=đã\\s)))?',
    '(?:(?:riêng\\s+)?(?:đối với|trường hợp|nếu)\\s[^:;.]{3,150}?(?:,|:|\\sphải|\\sthì)\\s+)?',
    '(?:(?:là người|thì|phải|đã)\\s+)*',
    '(?:',
    [
      'tốt nghiệp',
      'có (?:trung cấp|cao cấp|sơ cấp|cử nhân|thạc s|tiến s)',
      'có (?:bằng|văn bằng|chứng chỉ|chứng nhận|giấy chứng nhận|giấy phép hành nghề|một trong)',
      'có (?:ngoại ngữ|tin học)',
      'có chuyên môn[^;.]{0,80}\\s(?:trình độ|từ) (?:sơ cấp|trung cấp|cao đẳng|đại học)',
      'là (?:bác s|dược s|y s|kỹ sư|cử nhân|kiến trúc sư|luật sư)',
      'từ (?:trung cấp|cao đẳng|đại học|cao cấp|sơ cấp)',
      'có trình độ (?:từ\\s+)?(?:chuyên môn|đào tạo|tốt nghiệp|văn h[óo][aá]|học vấn|đại học|cao đẳng|trung cấp|thạc|tiến|cử nhân|sơ cấp|cao cấp|l[ýí] luận|ngoại ngữ|tin học)',
      'có trình độ [^;.]{0,30}(?:đại học|cử nhân)',
      'đạt (?:trình độ|chuẩn)',
      '(?:qua|được) (?:đào tạo|bồi dưỡng)',
      '(?:qua|hoàn thành|tham gia|học(?: xong)?)\\s+(?:(?:một|các)\\s+)?(?:khóa|khoá|lớp|chương trình)\\s+(?:\\S+\\s+){0,2}?(?:đào tạo|bồi dưỡng|tập huấn|học|lãnh đạo|quản l|l[ýí] luận|chuyên viên)',
      'bồi dưỡng (?:kiến thức )?(?:về )?(?:quốc phòng|quản l[ýí] nhà nước|l[ýí] luận)',
      'chứng chỉ (?:bồi dưỡng|đào tạo|ngoại ngữ|tin học|hành nghề)',
      'được cấp (?:chứng chỉ|giấy chứng nhận)',
      '(?:trình độ\\s+)?(?:đại học|thạc s|tiến s|cử nhân|cao cấp|trung cấp|cao đẳng)',
      '(?:sử dụng|thông thạo|thành thạo|biết)[^;.]{0,40}(?:ngoại ngữ|tin học|công nghệ thông tin|tiếng|máy (?:vi )?tính)',
      'có [^;.]{0,40}\\strình độ (?:ngoại ngữ|tin học)',
      '(?:ngoại ngữ|tin học|tiếng anh)\\s+(?:bậc|đạt|trình độ|tương đương|chuẩn|văn phòng)',
      'bậc \\d',
    ].join('|'),
    ')',
  ].join(''),
  'iu',
);

/** "Quản lý nhà nước: chuyên viên trở lên" demands without a verb. */
const LABELLED =
  /^(?:về\s+)?(?:trình độ\s+)?(?:chuyên môn|l[ýí] luận chính trị|quản l[ýí] nhà nước|ngoại ngữ|tin học|quốc phòng)[^:;.]{0,40}:\s*\S/iu;

/** What counts as a qualification among what somebody must be able to do. */
const PAPER =
  /^có\s+(?:bằng tốt nghiệp|bằng (?:đại|cao|trung)|văn bằng|chứng chỉ|chứng nhận|giấy chứng nhận|trình độ ngoại ngữ)(?!\p{L})(?!.{0,30}(?:khen|danh hiệu))/iu;

/** The parts of a line that demand something, where the others may be about anything else. */
export function demandedIn(words: string): string {
  if (demands(words)) return words;
  const enumerated = ENUMERATED.exec(words)
    ?.slice(1)
    .find((part) => part !== undefined);
  return (enumerated ?? words)
    .split(enumerated === undefined ? SENTENCES : ENUMERATION)
    .filter((part) => demands(part.trim()) || EXEMPTS.test(part.trim()))
    .join('; ');
}

/** Whom the demands around it do not bind. */
const EXEMPTS =
  /^(?:(?:quy định|yêu cầu|tiêu chuẩn|điều kiện)\s[^;]{0,20}?(?:này|trên)\s+)?không\s+(?:áp dụng|yêu cầu|bắt buộc)\s[^;]*với\s/iu;
const SENTENCES = /;\s*|(?<=\S)\.\s+(?=\p{Lu})/u;
const ENUMERATION = /;\s*|(?<=\S)\.\s+(?=\p{Lu})|,\s+(?=(?:có|đã|tốt nghiệp|đạt|được)\s)/u;
/** "Công dân Việt Nam có …, đã … thì có thể trở thành …", "… phải bảo đảm các điều kiện sau: là …, có …". */
const ENUMERATED =
  /^(?:công dân|người|cá nhân)\s(.*?),?\s+thì\s+(?:có thể\s+)?(?:được|trở thành|là)\s|^[^:;]{4,200}\s(?:tiêu chuẩn|điều kiện)[^:;]{0,40}:\s*(\S[\s\S]*)/isu;

/** Whether a line begins as a demand for a qualification. */
export function demands(words: string): boolean {
  if (DEMAND.test(words) || LABELLED.test(words)) return true;
  const conditional = splitCondition(words);
  return conditional !== null && /\s(?:phải|thì|cần)\s|:/iu.test(words) && DEMAND.test(conditional.demand);
}

/** Whether a line on what one can do asks for a bậc of a language. */
export function namesRung(words: string): boolean {
  return /(?:ngoại ngữ|tiếng Anh)[^;.]{0,60}\s(?:bậc\s+[1-6]|[ABC][12])(?![\p{L}\d])/iu.test(words);
}

/** Whether a line on what one can do asks for a paper. */
export function demandsPaper(words: string): boolean {
  return PAPER.test(words);
}
