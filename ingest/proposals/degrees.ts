import { rung } from '../../domain/ladders.ts';
import { type Said, shortened } from './said.ts';

/** "Bác sĩ có trình độ từ chuyên khoa cấp I": the level behind is what is asked. */
const DOCTOR = '(?:(?:bác s[ĩỹ]|dược s[ĩỹ]|điều dưỡng) (?:(?:phải )?(?:có|đạt) )?(?:trình độ )?(?:từ )?)?';

/** The words for a level of văn bằng, in the order in which they are tried at one place of a text. */
const LEVELS: readonly (readonly [string, string])[] = [
  [`${DOCTOR}(?:chuyên khoa|CK)\\s*(?:cấp\\s*)?(?:II|2)(?![\\p{L}\\d])`, 'tien_si'],
  [`${DOCTOR}(?:chuyên khoa|CK)\\s*(?:cấp\\s*)?(?:I|1)(?![\\p{L}\\d])`, 'thac_si'],
  ['bác s[ĩỹ] nội trú', 'thac_si'],
  [`${DOCTOR}tiến s[ĩỹ]`, 'tien_si'],
  [`${DOCTOR}thạc s[ĩỹ]`, 'thac_si'],
  ['(?:sau|trên) đại học|cao học', 'thac_si'],
  ['(?:(?:dược s[ĩỹ]|kỹ sư|cử nhân|bác s[ĩỹ]) )?(?:trình độ )?đại học', 'dai_hoc'],
  ['(?:(?:dược s[ĩỹ]|cử nhân|y s[ĩỹ]) )?(?:trình độ )?cao đẳng', 'cao_dang'],
  ['(?:(?:dược s[ĩỹ]|y s[ĩỹ]) )?(?:trình độ )?(?:trung cấp|trung học chuyên nghiệp)', 'trung_cap'],
  ['(?:trình độ )?sơ cấp', 'so_cap'],
  ['cử nhân|kỹ sư|bác s[ĩỹ]|dược s[ĩỹ]|kiến trúc sư', 'dai_hoc'],
  ['y s[ĩỹ]', 'trung_cap'],
];
const ANY = new RegExp(LEVELS.map(([words]) => `(${words})`).join('|'), 'iu');

/** How a demand for a degree begins; a level anywhere else in a text is no demand. */
const LEAD =
  /^(?:(?:phải|đã|có|được|là|người|đạt|bằng|văn bằng|cấp|tốt nghiệp|học vị|trình độ|chuyên môn|nghiệp vụ|đào tạo|từ|ở|hệ|về|học|loại|khá|giỏi|tốt|đúng|tối thiểu|ít nhất|thấp nhất|chính quy|hoặc|một|trong|các|giáo dục|bậc|và)(?![\p{L}])[\s,:]*)*/iu;
const TITLE_WORDS = /(?:bác|dược) s[ĩỹ]|chuyên khoa|nội trú/iu;

/** A degree that a piece demands, and where its level stands; `null` where it demands none. */
export function degreeOf(words: string): { readonly said: Said; readonly at: number } | null {
  const lead = LEAD.exec(words)?.[0] ?? '';
  const rest = words.slice(lead.length);
  const match = ANY.exec(rest);
  if (match === null) return secondarySchool(words);
  const own = match.slice(1).findIndex((group) => group !== undefined);
  const level = LEVELS[own]?.[1];
  if (level === undefined) return null;
  // "bằng tốt nghiệp chuyên ngành luật trình độ đại học": the field may stand first, and then names a field.
  const before = rest.slice(0, match.index);
  if (
    match.index > 0 &&
    !(/(?:tốt nghiệp|bằng|trình độ|học vị)\s*$/iu.test(lead.trim()) && /trình độ$/iu.test(before.trim())) &&
    !startsWithLevel(match[0], before) &&
    !/^\p{L}[^,;:]{0,60}\stừ\s*$/iu.test(before)
  ) {
    return null;
  }
  const title = TITLE_WORDS.test(match[0]) ? match[0].trim() : null;
  const listed = otherLevels(rest.slice(match.index + match[0].length));
  const behind = fieldOf(rest.slice(match.index + match[0].length + listed.length));
  const field = behind ?? fieldOf(before.replace(/(?:\s*(?:trình độ|từ))+\s*$/iu, ''));
  return {
    said: { kind: 'degree', level: lowest([level, ...listed.levels]), field, name: title },
    at: lead.length + match.index,
  };
}

const BESIDE = new RegExp(
  `^\\s*[,/]\\s*(?:${LEVELS.map(([words]) => `(${words})`).join('|')})(?!\\p{L})`,
  'iu',
);

/** "Cao đẳng, đại học ngành luật": either of them will do, so that the lowest is what is asked. */
function otherLevels(words: string): { readonly levels: readonly string[]; readonly length: number } {
  const levels: string[] = [];
  let length = 0;
  for (
    let match = BESIDE.exec(words);
    match !== null;
    length += match[0].length, match = BESIDE.exec(words.slice(length))
  ) {
    const own = match.slice(1).findIndex((group) => group !== undefined);
    levels.push(LEVELS[own]?.[1] ?? '');
  }
  return { levels, length };
}

function lowest(levels: readonly string[]): string {
  return levels.toSorted((a, b) => rung('degree', a) - rung('degree', b))[0] ?? '';
}

/** "y sĩ trình độ trung cấp" is matched whole; what stands before a bare level must be a field. */
function startsWithLevel(level: string, before: string): boolean {
  return /^trình độ/iu.test(level) && before.length <= 80;
}

const SCHOOL =
  /(?:tốt nghiệp|trình độ (?:văn h[óo][aá]|học vấn|giáo dục phổ thông)\s*:?(?:\s*(?:từ|tốt nghiệp))?)\s*(?:12\/12|(?:giáo dục )?trung học phổ thông|THPT|trung học cơ sở|THCS|phổ thông trung học)/iu;

/** Schooling below every văn bằng chuyên môn. */
function secondarySchool(words: string): { readonly said: Said; readonly at: number } | null {
  const match = SCHOOL.exec(words);
  return match === null ||
    (match.index > 20 &&
      !/^[^:;.]{3,60}:\s*(?:(?:phải\s+)?(?:có|đạt)\s+trình độ\s+)?$/u.test(words.slice(0, match.index)))
    ? null
    : {
        said: { kind: 'other', level: null, field: null, name: match[0].replace(/^[^:]*:\s*/u, '') },
        at: match.index,
      };
}

const FIELD_LEAD =
  /^[\s,]*(?:(?:trở lên|thứ hai|với|thuộc|về|ở|của|hoặc tương đương|một trong|trong|hệ|chính quy|nghề|(?:các|những|nhóm)(?=\s+(?:chuyên|ngành(?!\s+(?:đúng|gần|phù|khác|có|liên)))))(?![\p{L}])[\s,]*)*(?:(?:chuyên )?ngành(?:\s+(?:hoặc|và|,)\s+chuyên ngành)?(?!\s+(?:khác|phù hợp|đúng|gần|đào tạo|hoặc))[\s,:]+)?(?:là\s+)?/iu;

function fieldOf(words: string): string | null {
  return shortenedField(words.replace(FIELD_LEAD, ''));
}

function shortenedField(words: string): string | null {
  // "đại học chuyên ngành xây dựng trở lên phù hợp …": the bound belongs to the degree.
  const cut = words
    .replace(
      /\s*(?:\(|(?<!\p{L})đối với\s|(?:^|,\s*|\svà\s)(?:có|qua|đã)\s|\smà\s|(?<!\p{L})(?:trước ngày|chậm nhất|trong (?:thời hạn|vòng))\s).*$/su,
      '',
    )
    .replace(/(?<=\S)\s+trở lên(?=[\s,])/u, '');
  // "phù hợp với vị trí việc làm" adds nothing to the ngành before it.
  const fits = shortened(
    cut.replace(/(?<=\S\s+phù hợp) với (?:vị trí|phạm vi|yêu cầu|nhiệm vụ|công việc|lĩnh vực).*$/isu, ''),
  );
  return fits === null || fits === '' || /^(?:trở lên|hoặc tương đương|tương đương|chuyên môn)$/iu.test(fits)
    ? null
    : fits;
}
