import { cleanText } from '../../vietnamese/text.ts';

/** A text without what tells of people, and how much was masked. */
export type Redacted = { readonly text: string; readonly redactions: number };

/** What stands in the place of what was masked. */
export const MASKS = {
  name: '[tên người]',
  code: '[mã hồ sơ]',
  id: '[số CCCD]',
  insurance: '[số BHXH]',
  phone: '[số điện thoại]',
  email: '[thư điện tử]',
  certificate: '[số văn bằng]',
  account: '[số tài khoản]',
} as const;

/** People write numbers in groups: with spaces, points, hyphens, brackets. */
const SEPARATOR = '[ ._()\\u2010-\\u2015-]{0,3}';
/** What begins like a number of a person and is a day, or the code of a grade. */
const NO_NUMBER = '(?!\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)\\d\\d)(?!0[1-9]\\.0\\d\\d(?![\\d.]))';
const NO_AMOUNT = '(?!\\s*(?:đồng|đ(?!\\p{L})|vnđ|vnd|dong|triệu|tỷ|tỉ))';
/** "03/2014/TT-BTTTT" is a document. */
const NO_DOCUMENT = '(?!\\d{1,5}/(?:19|20)\\d\\d/)(?!\\d{1,5}-\\p{L}{2,3}/)';
const CAPITAL = "\\p{Lu}[\\p{L}'’]*";
/** Words with which a title begins: "đồng chí Bí thư" names nobody. */
const TITLES =
  '(?!(?:Bí|Chủ|Phó|Trưởng|Giám|Tổng|Thủ|Thường|Ủy|Uỷ|Đại|Bộ|Thứ|Chánh|Hiệu|Chi|Cục|Vụ|Viện|Thiếu|Trung|Thượng|Đảng|Đoàn|Hội|Tỉnh|Huyện|Thành|Hồ|Mẹ|Việt|Lào|Căm)(?!\\p{L}))';

/** "an (a) gov . vn", "an a còng gov chấm vn"; in words and brackets only before what ends as addresses do. */
const LOOSE_EMAIL =
  '(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64} {0,2}(?:[[({] ?(?:a|@|at|a còng|a cong|a móc|a moc) ?[\\])}]|(?<= )(?:a còng|a cong|a móc|a moc|at)(?= )) {0,2}(?:[a-z\\d-]{1,63}(?: ?\\. ?| ?[[({] ?(?:dot|chấm|cham|\\.) ?[\\])}] ?| (?:chấm|cham|dot) )){1,4}(?:vn|com|net|org|edu|gov|info)(?![\\p{L}\\p{N}])';

/** "Căn cước của tôi là 271.234.567": what the words before say, a number of any grouping is. */
const afterWords = (before: string, digits: string, between = 24) =>
  new RegExp(
    `((?<!\\p{L})(?:${before})(?!\\p{L})[^\\d\\n,;.!?]{0,${between}}?)(?<![\\d/])${NO_NUMBER}\\d(?:[ ./\\u2010-\\u2015-]{0,3}\\d){${digits}}(?![\\d/.]?\\d)${NO_AMOUNT}`,
    'giu',
  );

/** The first letters of family names, and two letters where they are written as one. */
const INITIAL = '(?:Ng|Nh|Ph|Th|Tr|Kh|Ch|Gi|Qu|[BCDĐHKLMNPQTV])';
/** Abbreviations that are written with points too. */
const ABBREVIATIONS =
  '(?!(?:T\\.P|T\\.Ư|T\\.T\\.g|B\\.C\\.H|C\\.P\\.|H\\.Đ\\.|U\\.B|Q\\.Đ|N\\.Đ|N\\.Q|T\\.H\\.[PC]|Đ\\.H|C\\.Đ|B\\.H|B\\.Q\\.L|M\\.T|Q\\.L|L\\.L|Q\\.P|C\\.N|C\\.B|C\\.C|V\\.C|K\\.H|T\\.C|T\\.W|B\\.C|C\\.H)(?:[.\\p{L}]|$))';

/** Each looks only so far ahead: a text of any length costs no more than its length. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64} {0,2}(?:@|[[(]at[\])]) {0,2}[\p{L}\p{N}-]{1,63}(?:(?: \. ?|\.|[[(]dot[\])])[\p{L}\p{N}-]{1,63})+/giu,
    MASKS.email,
  ],
  [new RegExp(LOOSE_EMAIL, 'giu'), MASKS.email],
  // An address within a house has no point: "an@lamgiang".
  [/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}][\p{L}\p{N}.-]{1,63}/gu, MASKS.email],
  [
    afterWords('CMND|CCCD|CMT|chứng minh|chung minh|căn cước|can cuoc|định danh|dinh danh', '8,11'),
    `$1${MASKS.id}`,
  ],
  [afterWords('tài khoản|tai khoan|stk', '7,15'), `$1${MASKS.account}`],
  [afterWords('BHXH|BHYT|bảo hiểm|bao hiem', '9,14'), `$1${MASKS.insurance}`],
  [afterWords('thẻ đảng|the dang|thẻ đảng viên|the dang vien', '5,11'), `$1${MASKS.certificate}`],
  // The card of health insurance: "DN 4 79 79 12345 67890".
  [/(?<![\p{L}\d])[A-Z]{2} ?\d(?: ?\d){12}(?![\d/])/gu, MASKS.insurance],
  // Before identity numbers: a certificate may have as many digits, and its words say what it is.
  [
    new RegExp(
      `((?:(?:số hiệu|so hieu)(?: (?:bằng|bang|văn bằng|van bang|chứng chỉ|chung chi))?|(?:hộ chiếu|ho chieu|passport)(?: (?:số|so))?|số vào sổ|so vao so|(?:số|so) (?:chứng chỉ|chung chi|văn bằng|van bang)|(?:chứng chỉ|chung chi|văn bằng|van bang|bằng|bằng tốt nghiệp|bang tot nghiep|giấy chứng nhận|giay chung nhan) (?:số|so))\\s*(?:là|la|:)?\\s*)${NO_DOCUMENT}(?:\\p{L}{1,4} \\d{4,9}(?!\\d)|(?=[\\p{L}\\d./-]{0,40}\\d)[\\p{L}\\d][\\p{L}\\d./-]*)`,
      'giu',
    ),
    `$1${MASKS.certificate}`,
  ],
  // "bằng cao cấp lý luận chính trị số 1234/CC-HV", and never "chứng chỉ theo Quyết định số 12/QĐ-UBND".
  [
    new RegExp(
      `((?<!\\p{L})(?:bằng|chứng chỉ|văn bằng|giấy chứng nhận) (?:(?!(?:theo|tại|của|mẫu|phụ lục|quyết định|thông tư|nghị|công văn|văn bản|kế hoạch|luật|hướng dẫn|tổng)(?!\\p{L}))[^\\d.,;:?!\\n]){1,50}? số\\s*(?:là|:)?\\s*)${NO_DOCUMENT}(?=[\\p{L}\\d./-]{0,40}\\d{3})[\\p{L}\\d][\\p{L}\\d./-]*`,
      'giu',
    ),
    `$1${MASKS.certificate}`,
  ],
  // "Tổng số bằng 50%" is none.
  [
    /((?:số|so) (?:bằng|bang)\s*(?:là|la|:)?\s*)(?=[\p{L}\d./-]{0,40}\d)(?=\p{L}|\d{5})[\p{L}\d][\p{L}\d./-]*/giu,
    `$1${MASKS.certificate}`,
  ],
  [
    new RegExp(
      `((?<!\\p{L})(?:chứng chỉ|chung chi|văn bằng|van bang|bằng|bang|giấy chứng nhận|giay chung nhan) )${NO_DOCUMENT}(?=[\\p{L}\\d./-]{0,40}\\p{L})(?=[\\p{L}\\d./-]{0,40}\\d{4})[\\p{L}\\d][\\p{L}\\d./-]*`,
      'giu',
    ),
    `$1${MASKS.certificate}`,
  ],
  [
    new RegExp(
      `((?:chứng chỉ|văn bằng|giấy chứng nhận) )${NO_DOCUMENT}(?=[\\p{L}\\d./-]{0,40}\\p{Lu})(?=[\\p{L}\\d./-]{0,40}\\d{3})[\\p{L}\\d][\\p{L}\\d./-]*`,
      'gu',
    ),
    `$1${MASKS.certificate}`,
  ],
  [/(?<![\p{L}\d/.-])\p{Lu}{1,2}[ -]?\d{5,9}(?![\p{L}\d/])/gu, MASKS.certificate],
  // Identity numbers begin with 0; an amount, a row of years or of counts never does.
  [new RegExp(`(?<![\\d/,.])${NO_NUMBER}0(?:${SEPARATOR}\\d){11}(?![\\d/])`, 'gu'), MASKS.id],
  [/(?<![\d/,.-])0\d{2}(\/ ?)\d{3}\1\d{3}\1\d{3}(?![\d/])/gu, MASKS.id],
  [
    new RegExp(
      `(?<![\\d/,.])${NO_NUMBER}(?:\\(?(?:\\+|00)?84\\)?(?: ?\\(0\\))?|\\(?0)(?:${SEPARATOR}\\d){9,10}(?![\\d/])${NO_AMOUNT}`,
      'giu',
    ),
    MASKS.phone,
  ],
  [/(?<![\d/,.-])0\d{2,3}\/\d{3}\/\d{3,4}(?![\d/])/gu, MASKS.phone],
  [new RegExp(`(?<![\\d/,.])\\d{12,16}(?![\\d/.,]?\\d)${NO_AMOUNT}`, 'giu'), MASKS.id],
  [new RegExp(`(?<![\\d/,.])\\d{10}(?![\\d/.,]?\\d)${NO_AMOUNT}`, 'giu'), MASKS.insurance],
  // Nine digits in threes with points are an amount, unless they begin with 0.
  [new RegExp(`(?<![\\d/,.])\\d{3} ?\\d{3} ?\\d{3}(?![\\d/.,]?\\d)${NO_AMOUNT}`, 'giu'), MASKS.id],
  [/(?<![\d/,.])0\d{2}[.-]\d{3}[.-]\d{3}(?![\d/.,]?\d)/gu, MASKS.id],
  [/(?<![\d/,.-])\d{3}\/\d{3}\/\d{3}(?![\d/]|-\p{L})/gu, MASKS.id],
  // "Anh Nam" tells of somebody even where no name on record is so short.
  [
    new RegExp(
      `((?:(?<!\\p{L})(?:anh|chị|ông|bà|cô|chú|bác|thầy|sếp|bạn|mr|mrs|ms|(?<!(?:trẻ|anh|chị|các) )em|đồng chí|đ/c)|(?<=^|[.!?\\n]\\s*)(?:Anh|Chị|Ông|Bà|Cô|Chú|Bác|Thầy|Sếp|Bạn|Em|Đồng chí|Đ/c)) )${TITLES}${CAPITAL}(?: ${CAPITAL}){0,4}`,
      'gu',
    ),
    `$1${MASKS.name}`,
  ],
  // "Em tên Nam", "Họ và tên: Nam".
  [
    new RegExp(
      `((?<!\\p{L})(?:(?:[Tt]ôi|[Ee]m|[Mm]ình|[Aa]nh|[Cc]hị) tên(?: là)?|[Tt]ên (?:tôi|em|mình)(?: là)?|[Hh]ọ (?:và )?tên(?: là)?)\\s?:? )${TITLES}${CAPITAL}(?: ${CAPITAL}){0,4}`,
      'gu',
    ),
    `$1${MASKS.name}`,
  ],
  // "a Nam học lớp gì", "c Gấm còn thiếu gì", and never "điểm a Điều 3".
  [
    /((?<=^|[.!?\n] ?|\p{Ll}{2} )(?<!(?:điểm|khoản|mục|lớp|bậc|hạng|nhóm|loại|và|hoặc|đến|tổ) )[AaCcEe] )(?!(?:Điều|Khoản|Nghị|Thông|Luật|Quyết)(?!\p{L}))\p{Lu}\p{Ll}{1,6}(?= (?:còn|thiếu|học|có|đã|chưa|cần|phải|làm|sinh|ở)(?!\p{L}))/gu,
    `$1${MASKS.name}`,
  ],
  // "Anh nam còn thiếu gì": nobody but a person lacks or has learnt something.
  [
    /((?<!\p{L})(?:anh|chị|chi|ông|ong|bà|cô|chú|bác|đồng chí|dong chi|đ\/c|d\/c) )(?!(?:anh|chị|chi|ông|ong|bà|ba|cô|co|chú|chu|bác|bac|em|ấy|ay|đó|do|này|nay|kia|nào|nao|ta|tôi|toi|mình|minh|đã|da|chưa|chua|có|co|còn|con|hỏi|hoi|cho|là|la|nên|nen|cần|can|phải|phai|đang|dang|được|duoc)(?!\p{L}))\p{Ll}{1,7}(?= (?:còn thiếu|con thieu|thiếu gì|thieu gi|còn nợ|con no|đã học|da hoc|chưa học|chua hoc|học lớp|hoc lop|đã đủ|da du|sinh năm|sinh nam)(?!\p{L}))/gu,
    `$1${MASKS.name}`,
  ],
  // "Ng. V. An", "N. V. An", "N V An", "Nguyễn V. An", then "Ng Văn An" and "ng. v. an", "N.V.A" and "n.v.a".
  [
    new RegExp(
      `(?<![\\p{L}\\d.&/-])${ABBREVIATIONS}(?:${INITIAL}|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô)(?:\\. ?| )(?:\\p{Lu}\\p{Ll}?\\. ?){1,2}\\p{Lu}\\p{Ll}*(?![\\p{L}\\d])`,
      'gu',
    ),
    MASKS.name,
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\d.&/-])(?:${INITIAL}|Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô) [VT]h? \\p{Lu}\\p{Ll}{1,6}(?![\\p{L}\\d])`,
      'gu',
    ),
    MASKS.name,
  ],
  // "Nguyễn Văn N.", "nguyễn v nam".
  [
    /(?<![\p{L}\d.&/-])(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô) \p{Lu}\p{Ll}{1,6} \p{Lu}(?:\.|(?![\p{L}\d]))/gu,
    MASKS.name,
  ],
  [
    /(?<![\p{L}\d.&/-])(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|đặng|bùi|đỗ|ngô) (?:v|th?)\.? \p{L}{2,7}(?![\p{L}\d])/gu,
    MASKS.name,
  ],
  [
    /(?<![\p{L}\d.&/-])(?:[Nn]g\.? ?[Vv](?:ăn|an)?|(?:Ng\.?|ng\.) ?[Tt](?:h|hị|hi)?)(?:\. ?| )\p{L}{1,7}(?: \p{Lu}\p{Ll}{0,6})?(?![\p{L}\d])/gu,
    MASKS.name,
  ],
  [/(?<![\p{L}\d.&/-])[Nn]g\. ?\p{L}(?:\. ?| )(?:\p{L}\. ?)?\p{L}{1,7}(?![\p{L}\d])/gu, MASKS.name],
  [
    new RegExp(
      `(?<![\\p{L}\\d.&/-])${ABBREVIATIONS}${INITIAL}(?:\\.\\p{Lu}){2,3}(?![\\p{L}\\d]|\\.\\p{L})`,
      'gu',
    ),
    MASKS.name,
  ],
  [/(?<![\p{L}\d.&/-])(?!v\.v)[bcdđhklmnpqtv](?:\.\p{Ll}){2}(?![\p{L}\d]|\.\p{L})/gu, MASKS.name],
];

/**
 * Masks what has the shape of a number, an address, initials or a form of address of a person. Document numbers, dates and amounts
 * stay. It goes by nobody's record: what is masked tells nothing of who is on one.
 */
export function redactPatterns(text: string): Redacted {
  let redactions = 0;
  let left = visible(text);
  for (const [pattern, mask] of PATTERNS) {
    left = left.replace(pattern, (_, before: unknown) => {
      redactions += 1;
      return mask.replace('$1', typeof before === 'string' ? before : '');
    });
  }
  return { text: left, redactions };
}

/** Marks that nobody sees would part a name or a number, and figures and signs may be as wide as Chinese letters. */
function visible(text: string): string {
  return cleanText(text).replace(/[\uff0b-\uff20]/g, (sign) => sign.normalize('NFKC'));
}

/** Whether a text repeats what was masked: a model that does says nothing of a document. */
export function holdsMask(text: string): boolean {
  return Object.values(MASKS).some((mask) => text.includes(mask));
}
