import type { Said } from './said.ts';

const IT = /tin học|công nghệ thông tin|(?<!\p{L})CNTT(?!\p{L})|máy (?:vi )?tính|chuyển đổi số/iu;
const ETHNIC =
  /tiếng (?:(?:nói|chữ viết|và|của|ít nhất|tối thiểu|một|\d{1,2}|thứ tiếng|các) )*(?:(?!nước)\S+ )?dân tộc/iu;
const LANGUAGES = 'Anh|Pháp|Nga|Trung(?: Quốc)?|Hoa|Nhật|Hàn(?: Quốc)?|Đức|Lào|Khmer|Tây Ban Nha|nước ngoài';
const FOREIGN = new RegExp(
  `ngoại ngữ|tiếng (?:${LANGUAGES})(?!\\p{L})|(?<!\\p{L})(?:IELTS|TOEFL|TOEIC|VSTEP|HSK|JLPT|DELF)(?!\\p{L})`,
  'iu',
);
const LANGUAGE = new RegExp(`tiếng (?:${LANGUAGES})(?!\\p{L})`, 'giu');
const DEFENCE = /(?<!nghiệp vụ (?:về )?công tác )quốc phòng/iu;
const STATE = /quản l[ýí] (?:hành chính )?nhà nước/iu;
const GRADE_CLASS = /(?:ngạch|chương trình|lớp)\s+(?:chuyên viên|cán sự)/iu;

/** Classes for leaders of a level: "bồi dưỡng lãnh đạo, quản lý cấp phòng". */
const LEADERSHIP = /lãnh đạo(?:,| và)? quản l[ýí](?: công chức)? cấp (?:phòng|vụ|sở|huyện|xã)/iu;
const LEADERSHIP_LEVELS: readonly (readonly [RegExp, string])[] = [
  [/cấp (?:sở|vụ)/iu, 'cap_so'],
  [/cấp huyện/iu, 'cap_huyen'],
  [/cấp xã/iu, 'cap_xa'],
  [/cấp phòng/iu, 'cap_phong'],
];

const STATE_LEVELS: readonly (readonly [RegExp, string])[] = [
  [/chuyên viên cao cấp/iu, 'chuyen_vien_cao_cap'],
  [/chuyên viên chính/iu, 'chuyen_vien_chinh'],
  [/chuyên viên/iu, 'chuyen_vien'],
  [/cán sự/iu, 'can_su'],
];

/** What a piece is about that is neither a degree nor lý luận chính trị, and where it says so. */
export function subject(words: string): { readonly said: Said; readonly at: number } | null {
  const found = [
    { at: words.search(STATE), said: () => stateManagement(words) },
    { at: words.search(GRADE_CLASS), said: () => stateManagement(words) },
    { at: words.search(LEADERSHIP), said: () => leadership(words) },
    { at: words.search(DEFENCE), said: () => defence(words) },
    { at: words.search(ETHNIC), said: () => ethnic },
    { at: words.search(IT), said: () => informatics(words) },
    { at: words.search(FOREIGN), said: () => foreign(words) },
  ]
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => a.at - b.at)[0];
  return found === undefined ? null : { said: found.said(), at: found.at };
}

const ethnic: Said = { kind: 'ethnic_language', level: 'su_dung_duoc', field: null, name: null };

export function stateManagement(words: string): Said {
  const level = STATE_LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind: 'state_management', level, field: null, name: null };
}

function leadership(words: string): Said {
  const level = LEADERSHIP_LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return { kind: 'leadership', level, field: null, name: null };
}

function defence(words: string): Said {
  const rank = /đối tượng\s+(?:số\s+)?(\d)/iu.exec(words)?.[1];
  const level = rank === undefined || !/[1-4]/u.test(rank) ? null : `doi_tuong_${rank}`;
  return { kind: 'defence_security', level, field: null, name: null };
}

function informatics(words: string): Said {
  const level = /nâng cao/iu.test(words) ? 'nang_cao' : /cơ bản/iu.test(words) ? 'co_ban' : 'su_dung_duoc';
  return { kind: 'it', level, field: null, name: oldGrade(words) };
}

const FRAME: readonly (readonly [RegExp, string])[] = [1, 2, 3, 4, 5, 6].map((rank) => [
  new RegExp(`bậc\\s+(?:0?${rank}|${['I', 'II', 'III', 'IV', 'V', 'VI'][rank - 1]})(?![\\p{L}\\d])`, 'iu'),
  `bac_${rank}`,
]);
const COMMON: readonly (readonly [RegExp, string])[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'].map(
  (name, at) => [new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, 'u'), `bac_${at + 1}`],
);

function foreign(words: string): Said {
  const level = [...FRAME, ...COMMON].find(([pattern]) => pattern.test(words))?.[1] ?? 'su_dung_duoc';
  const named = [...words.matchAll(LANGUAGE)].map(([language]) => language);
  // "Tiếng Anh bậc 2 hoặc một trong các ngoại ngữ khác": not only that one.
  const isOneOf =
    named.length > 1 || /một trong|(?:các|những) (?:ngoại ngữ|thứ tiếng)|ngoại ngữ khác/iu.test(words);
  const second = /ngoại ngữ thứ (?:hai|2)/iu.exec(words)?.[0] ?? null;
  const name = oldGrade(words) ?? testOf(words) ?? second;
  return { kind: 'foreign_language', level, field: isOneOf ? null : (named[0] ?? null), name };
}

/** "IELTS 5.5": what it counts for is told by a rule. */
function testOf(words: string): string | null {
  return (
    /(?<!\p{L})(?:IELTS|TOEFL(?:\s+iBT)?|TOEIC|VSTEP|HSK|JLPT|DELF)(?:\s+[\d.,]*\d)?/u.exec(words)?.[0] ??
    null
  );
}

/** "Trình độ B" of the certificates before the frame of six levels: it names no level of today's ladder. */
function oldGrade(words: string): string | null {
  return /(?:trình độ|chứng chỉ)\s+[ABC](?![\p{L}\d])/iu.exec(words)?.[0] ?? null;
}
