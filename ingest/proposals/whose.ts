/** Whose standard a heading announces. */
export type Whose = {
  readonly title: string | null;
  readonly grade: string | null;
  readonly code: string | null;
};

const CODE =
  /\s*[-–—,(]*\s*(?:có\s+)?mã\s*số(?:\s+(?:ngạch|chức danh)(?:\s+\p{L}+){0,3})?\s*:?\s*((?:[A-Z]\s?\.?\s?)?\d{2}(?:\s?\.\s?\d{1,3})+)\s*\)?/iu;
const BARE_CODE =
  /\s*[-–—,(]\s*(?:ngạch\s+)?((?:[A-Z]\.?\d{2}(?:\.\d{2,3})+|(?<=ngạch\s+)\d{2}\.\d{3}))\s*\)?/u;
const GRADE = /\s*\(?\s*(hạng)\s+((?:IV|V|I{1,3})(?!\p{L})|[1-5](?!\d))\s*\)?/iu;
const KIND_OF_HEADING =
  /^(?:(?:quy định|chức trách|nhiệm vụ|quyền hạn|điều kiện|và|,|\s)+(?=(?:về |và )?tiêu chuẩn))?(?:(?:các\s+)?tiêu chuẩn(?:\s+(?:chung|cụ thể|nghiệp vụ|chuyên môn|bổ nhiệm|điều kiện|về trình độ(?: đào tạo,? bồi dưỡng)?(?=\s+(?:của|đối với)\s)))*(?:(?:\s*,\s*|\s+và\s+)(?:điều kiện|nhiệm vụ|quyền hạn|nghĩa vụ|trách nhiệm|tiêu chuẩn(?:\s+(?:cụ thể|riêng))?))*(?:\s+(?:bổ nhiệm|đối với|của|về|các|từng|cho))*\s+)?(?:(?:chức danh nghề nghiệp|chức danh|chức vụ|ngạch công chức|ngạch|vị trí việc làm|vị trí)\s+)*/iu;

/** `Kỹ sư chính (hạng II) - Mã số: V.05.02.06` → its title, `hạng II`, `V.05.02.06`. */
export function whoseStandard(heading: string): Whose {
  const plain = heading
    .replace(/\s+/gu, ' ')
    .replace(/^(?:Điều|Mục|Phần|Chương)\s+[\d.\p{Lu}]+\.?\s*/u, '')
    .replace(/^\s*(?:\d{1,3}[.)]|[a-zđ]\)|[IVX]+[.)])\s*/u, '')
    .trim();
  const code = CODE.exec(plain) ?? BARE_CODE.exec(plain) ?? null;
  const grade = GRADE.exec(plain);
  const bare = [code, grade].reduce(
    (left, match) => (match === null ? left : left.replace(match[0], ' ')),
    plain,
  );
  const title = bare
    .replace(KIND_OF_HEADING, '')
    .replace(
      /^(?:các\s+)?điều kiện\s+(?:bổ nhiệm|tuyển dụng)\s+(?:vào\s+)?(?:(?:ngạch|chức danh|chức vụ)\s+)?(?=\p{L})/iu,
      '',
    )
    .replace(/\(\s*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.,:;–—-]+|[\s.,:;–—-]+$/gu, '');
  return {
    title:
      title === '' || /^(?:chung|cụ thể|khác)$/iu.test(title)
        ? null
        : (title[0] ?? '').toUpperCase() + title.slice(1),
    grade: grade === null ? null : `hạng ${(grade[2] ?? '').toUpperCase()}`,
    code: code?.[1]?.replace(/\s+/gu, '') ?? null,
  };
}

export const NOBODY: Whose = { title: null, grade: null, code: null };

/** Whether anything says whose it is. */
export function isTold({ title, grade, code }: Whose): boolean {
  return title !== null || grade !== null || code !== null;
}

/** These words stand for any post. */
const ANYBODY =
  /^(?:(?:từng|các|mỗi|một|vị trí|việc làm|ngạch|hạng|chức danh|nghề nghiệp|chức vụ|công chức|viên chức|cán bộ|người|lao động|và|,|này|đó|trên|tương ứng|dự tuyển|được bổ nhiệm|cần tuyển)\s*)+$/iu;
/** Of these, words speak of something else than a post. */
const OTHER =
  /^(?:về|trình độ|đào tạo|phạm vi|đối tượng|điều kiện|(?:chuyên )?ngành|lĩnh vực|trường hợp|vùng|địa bàn|cơ quan|yêu cầu)(?!\p{L})|(?<!\p{L})(?:thông tư|nghị định|quyết định|luật(?! sư)|pháp luật|quy định|chính phủ|ngành,? nghề)(?!\p{L})/iu;

/** The same without a title that names no post: for words of a sentence, which speak of much else. */
export function withPostOnly(whose: Whose): Whose {
  const { title } = whose;
  return title === null || ANYBODY.test(title) || OTHER.test(title) ? { ...whose, title: null } : whose;
}
