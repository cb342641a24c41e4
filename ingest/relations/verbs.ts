import type { ChangeKind } from '../../domain/validity.ts';

/** A verb of effect in a sentence, and the words that it governs. */
export type GovernedWords = {
  readonly kind: ChangeKind;
  /** What is changed, as offsets into the sentence. */
  readonly start: number;
  readonly end: number;
};

const KINDS: readonly (readonly [RegExp, ChangeKind])[] = [
  [/^(?:bãi bỏ|bỏ|hu[ỷy] bỏ|hủy bỏ|chấm dứt hiệu lực|hết hiệu lực)/iu, 'repeals'],
  [/^thay/iu, 'replaces'],
  [/^(?:sửa|đổi|điều chỉnh)/iu, 'amends'],
  [/^bổ sung/iu, 'supplements'],
  [/^đính chính/iu, 'corrects'],
];

/** Short verbs are verbs of effect only before what can be changed: "bỏ cụm từ", not "bỏ phiếu". */
const CHANGEABLE =
  '(?=\\s+(?:các\\s+|toàn bộ\\s+|một số\\s+)?(?:cụm từ|từ|chữ|đoạn|câu|dấu|số|nội dung|tên|tiêu đề|khoản|điểm|điều|chương|mục|phụ lục|¤)(?![\\p{L}]))';
/** "Điều chỉnh một số nội dung Quyết định số …", not "Điều chỉnh mức lương theo Nghị định số …". */
const ADJUSTABLE =
  '(?=\\s+(?:luật|nghị định|nghị quyết|quyết định|thông tư|quy định|quy chế|kế hoạch|chương trình|hướng dẫn)\\s+số\\s|\\s+(?:(?:một số|các)\\s+(?:nội dung|điều|khoản|điểm|quy định)\\s+(?:của\\s+|tại\\s+|trong\\s+)?|(?:nội dung\\s+(?:tại\\s+)?)?(?:khoản|điểm|điều|mục|tiết)\\s+\\S{1,5}\\s)(?:[^,;.]{0,60}\\s)?(?:luật|nghị định|nghị quyết|quyết định|thông tư|quy định|quy chế|kế hoạch|chương trình|hướng dẫn|khoản|điều|mục|phần|thành|như sau)(?![\\p{L}]))';
const ACTIVE = `bãi bỏ|huỷ bỏ|hủy bỏ|bỏ${CHANGEABLE}|chấm dứt hiệu lực(?: thi hành)?(?: của)?|thay thế|thay(?:\\s+đổi)?${CHANGEABLE}|sửa đổi(?:\\s*,?\\s*(?:và\\s+)?(?:bổ sung|thay thế|bãi bỏ))*|sửa${CHANGEABLE}|đổi(?=\\s+tên\\s+(?:điều|khoản|điểm|chương|mục|phần|phụ lục)(?![\\p{L}]))|điều chỉnh(?:\\s*,?\\s*(?:và\\s+)?(?:sửa đổi|bổ sung|thay thế|bãi bỏ))*${ADJUSTABLE}|bổ sung|đính chính`;
const TYPES =
  'Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết(?: liên tịch)?|Quyết định|Thông tư(?: liên tịch)?|Chỉ thị|Quy định|Quy chế|Hướng dẫn|Kết luận|Kế hoạch|Chương trình|Điều lệ|Văn bản';
/** The document speaks of itself: "Nghị định này". */
export const SELF = `(?:${TYPES}|nghị định|thông tư|quyết định|nghị quyết|luật) này`;

const DAY_FIRST = `(?:(?:[Kk]ể\\s+)?[Tt]ừ\\s+(?:(?:ngày|thời điểm)\\s+)?(?:\\d[^,;]{2,40}|${SELF}[^,;]{0,60}|có hiệu lực[^,;]{0,60}),\\s*)?`;
const IMPERATIVE = new RegExp(`^${DAY_FIRST}(?:[Nn]ay,?\\s+)?(${ACTIVE})(?![\\p{L}])`, 'iu');
const OF_SELF = new RegExp(
  `(?<![\\p{L}])${SELF}(?:\\s*(?:;|,)?\\s+|\\s[^;]{0,220}?(?:\\svà|(?<!sửa đổi|bổ sung)[,;]|(?<=từ ngày\\s[^;]{4,30}\\d{4}))\\s+(?:${SELF}\\s+)?)(${ACTIVE})(?![\\p{L}])`,
  'u',
);
/** A second verb of the same sentence, which governs what follows it. */
const FURTHER = new RegExp(
  `(?<!sửa đổi|bổ sung)(?:[;,]\\s*(?:và\\s+|đồng thời\\s+)?|\\svà\\s+)(${ACTIVE})(?=\\s+(?:các\\s+|toàn bộ\\s+)?(?:[Kk]hoản|[Đđ]iều|điểm|[Cc]hương|[Mm]ục|[Pp]hụ lục|cụm từ|từ ¤|đoạn|tên|quy định|nội dung|(?:${TYPES})\\s+(?:liên tịch\\s+)?số))`,
  'giu',
);
const PASSIVE = new RegExp(
  `(?<![\\p{L}])(?:(?:được|bị)\\s+(bãi bỏ|huỷ bỏ|hủy bỏ|thay thế)(?:\\s+(?:bằng|bởi|tại)\\s+${SELF})?|(hết hiệu lực|chấm dứt hiệu lực)|được\\s+(sửa đổi(?:\\s*,?\\s*(?:và\\s+)?(?:bổ sung|thay thế))*|bổ sung|đính chính)(?=\\s+(?:lại\\s+|thành\\s+)?như sau))`,
  'u',
);
/** "Cụm từ ¤ tại khoản 2 được thay bằng cụm từ ¤", before or behind the provisions. */
const WORDS_PUT =
  /(?<![\p{L}])được\s+(?:thay(?:\s+thế)?|sửa(?:\s+đổi)?|đổi)\s+(?:bằng|thành)\s+(?:các\s+)?(?:cụm từ|từ|chữ|số|đoạn|¤)(?![\p{L}])/u;
/** "Điều 6 sửa đổi như sau": of a provision alone this is said without "được". */
const BARE_PASSIVE =
  /^(?:Các\s+|Tên\s+|Tiêu đề\s+|Đoạn\s[^,;]{0,30}?)?(?:Điều|Khoản|Điểm|Chương|Mục|Phụ lục|điều|khoản|điểm|chương|mục)\s+\S[^:]{0,120}?\s(sửa đổi(?:\s*,?\s*(?:và\s+)?bổ sung)*|bổ sung)\s+(?:lại\s+|thành\s+)?như sau/u;
/** A passive that says who else did it, when it will be done, or what would follow from it. */
const NOT_BY_SELF = /^\s*(?:bởi|bằng|tại|theo|nếu|khi|trong trường hợp)(?![\p{L}])/u;
/** "… hết hiệu lực khi Nghị định này có hiệu lực". */
const SINCE_SELF = new RegExp(`^\\s*(?:thi hành\\s+)?khi\\s+${SELF}\\s+(?:bắt đầu\\s+)?có hiệu lực`, 'u');
/** "Điều 9 được thay thế bằng Điều 9 mới như sau". */
const NEW_WORDS = /^\s*bằng\s+(?:điều|khoản|điểm|phụ lục|mẫu)\s[^:/]{0,60}\snhư sau/iu;
/** "Các văn bản sau đây hết hiệu lực …: Thông tư số …; Thông tư số …." in one line. */
const LISTED_BEHIND = /^[^:;]{0,160}:\s*(?=\S)/u;
const SUPPOSED =
  /^(?:trường hợp|trong trường hợp|nếu|khi|việc|đối với|người|cơ quan|tổ chức|cá nhân|chậm nhất|trước khi)(?![\p{L}])/iu;

const PLACED = new RegExp(`^Tại\\s+([^:]{3,300}?)\\s*[,:]\\s*(?=(?:${ACTIVE})(?![\\p{L}]))`, 'iu');

/** "Tại khoản 2 Điều 5, thay thế …": the place that goes before the verb, and the rest. */
export function splitPlace(sentence: string): { readonly place: string; readonly rest: string } | null {
  const match = PLACED.exec(sentence);
  return match?.[1] === undefined ? null : { place: match[1], rest: sentence.slice(match[0].length) };
}

/**
 * What a sentence says that it changes: "Bãi bỏ …", "Nghị định này … thay thế …", "… hết hiệu lực kể từ ngày …". A
 * sentence that supposes or tells of other documents' doings changes nothing.
 * @param commands whether a verb at the beginning is a command that works by itself
 */
export function governedWords(sentence: string, commands = true): readonly GovernedWords[] {
  const active = (commands ? IMPERATIVE.exec(sentence) : null) ?? activeOfSelf(sentence);
  if (active?.[1] !== undefined) return withFurther(sentence, active.index + active[0].length, active[1]);
  if (SUPPOSED.test(sentence)) return [];
  if (WORDS_PUT.test(sentence)) return [{ kind: 'replaces', start: 0, end: sentence.length }];
  const passive = PASSIVE.exec(sentence);
  const verb = passive?.[1] ?? passive?.[2] ?? passive?.[3];
  if (passive === null || verb === undefined) return bareChange(sentence);
  const rest = sentence.slice(passive.index + passive[0].length);
  const sinceSelf = SINCE_SELF.test(rest);
  if (
    !sinceSelf &&
    ((NOT_BY_SELF.test(rest) && !NEW_WORDS.test(rest)) || /^\s*(?:thi hành\s+)?khi(?![\p{L}])/u.test(rest))
  )
    return [];
  const kind = kindOf(verb);
  const listed = LISTED_BEHIND.exec(rest);
  if (kind !== null && listed !== null && /^(?:[Kk]ể từ[^,]*,\s*)?[Cc]ác\s/u.test(sentence)) {
    return [{ kind, start: sentence.length - rest.length + listed[0].length, end: sentence.length }];
  }
  const lead = new RegExp(`^${DAY_FIRST}`, 'u').exec(sentence)?.[0].length ?? 0;
  return kind === null ? [] : [{ kind, start: Math.min(lead, passive.index), end: passive.index }];
}

function bareChange(sentence: string): readonly GovernedWords[] {
  const match = BARE_PASSIVE.exec(sentence);
  const kind = match?.[1] === undefined ? null : kindOf(match[1]);
  return match?.[1] === undefined || kind === null
    ? []
    : [{ kind, start: 0, end: sentence.indexOf(match[1]) }];
}

/** "Nghị định này … thay thế": nothing else may be named before the verb that could have done it. */
function activeOfSelf(sentence: string): RegExpExecArray | null {
  const match = OF_SELF.exec(sentence);
  if (match === null || /\d{1,5}\/\d{4}\/|\d\/(?:QĐ|NĐ|NQ|TT)-/u.test(match[0])) return null;
  return SUPPOSED.test(sentence) && !/^khi/iu.test(sentence) ? null : match;
}

function withFurther(sentence: string, from: number, first: string): readonly GovernedWords[] {
  const found: { kind: ChangeKind | null; start: number; before: number }[] = [
    { kind: kindOf(first), start: from, before: from },
  ];
  FURTHER.lastIndex = from;
  for (let match = FURTHER.exec(sentence); match !== null; match = FURTHER.exec(sentence)) {
    found.push({ kind: kindOf(match[1] ?? ''), start: match.index + match[0].length, before: match.index });
  }
  return found.flatMap(({ kind, start }, at) =>
    kind === null ? [] : [{ kind, start, end: found[at + 1]?.before ?? sentence.length }],
  );
}

function kindOf(verb: string): ChangeKind | null {
  return KINDS.find(([pattern]) => pattern.test(verb))?.[1] ?? null;
}
