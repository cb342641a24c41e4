import { tidy } from './amounts.ts';
import { NUMBER_WORDS } from './numberWords.ts';

/** A sentence without the words that say for whom or when it holds only. */
export type Conditional = {
  readonly rest: string;
  /** In the text's words; `null`: always. */
  readonly when: string | null;
  /** "Đối với công chức cấp xã: 100% …": whom the figures are of, where no other group stands beside them. */
  readonly among: string | null;
};

const AHEAD =
  /^(?:và\s+)?((?:nếu|trường hợp|trong trường hợp|trong điều kiện|khi|riêng)\s[^,:;]{3,200}?)(?:,\s*(?:thì\s+)?|:\s*|\s+thì\s+|\s+(?=(?:đạt|phấn đấu|là|có|từ|trên|ít nhất|tối thiểu)?\s*\d))/iu;
const AMONG =
  /^((?:đối với|với|trong (?:tổng )?số)\s+([^:;]{3,200}?))(?::\s*|,\s*(?=(?:phấn đấu|bảo đảm|đảm bảo|có|ít nhất|tối thiểu|trên|từ|đạt|đến|không|\d)(?!\p{L})[^,;]*\d))/iu;
const BEHIND =
  /[\s,(]+((?:trừ|không kể|ngoại trừ)\s+(?:các\s+|những\s+|số\s+)*(?:trường hợp|đối với|người|cán bộ|công chức|viên chức|đảng viên|đồng chí|đơn vị|địa phương|vùng|xã|nơi)[^;]*|(?:nếu|với điều kiện)\s[^;]*)$/iu;

/** Takes a sentence's conditions off it: "trừ …" and "nếu …" behind it, "Trường hợp …," and "Đối với …:" before it. */
export function conditionsAround(sentence: string): Conditional {
  const whens: string[] = [];
  let rest = sentence;
  let among: string | null = null;
  for (let went = true; went; ) {
    const ahead = AHEAD.exec(rest);
    const of = ahead === null ? AMONG.exec(rest) : null;
    went = ahead !== null || of !== null;
    if (ahead !== null) whens.push(tidy(ahead[1] ?? ''));
    if (of !== null) {
      if (among !== null) whens.push(tidy(among));
      among = tidy(of[1] ?? '');
    }
    rest = rest.slice((ahead ?? of)?.[0].length ?? 0);
  }
  const behind = BEHIND.exec(rest.replace(/[\s.;)]+$/u, ''));
  if (behind !== null && behind.index > 5) {
    whens.push(tidy(behind[1] ?? ''));
    rest = rest.slice(0, behind.index);
  }
  return { rest, when: joined(whens), among };
}

/** Several conditions as one; `null` where there is none. */
export function joined(whens: readonly (string | null)[]): string | null {
  const said = whens.filter((when) => when !== null && when !== '');
  return said.length === 0 ? null : said.join('; ');
}

/** Whom "Đối với cán bộ, công chức cấp xã" is about. */
export function groupOf(among: string): string {
  return tidy(among.replace(/^(?:đối với|với|trong (?:tổng )?số|(?:trong )?trường hợp|nếu|riêng)\s+/iu, ''));
}

const PARTS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
};
const FRACTION =
  /(?<![\p{L}\d/.,])(?:(\d)\/(\d{1,2})(?![\d/])|(một|hai|ba|bốn)\s+phần\s+(hai|ba|bốn|tư|năm))(?=\s+(?:số\s|tổng|cán bộ|công chức|viên chức|thành viên|ủy viên|đảng viên|đại biểu|đơn vị|cấp ủy|người|thời gian|thời lượng|(?:giáo viên|giảng viên|nhân viên|bí thư)(?!\p{L}))|(?<=(?:phấn đấu|bảo đảm|đảm bảo|ít nhất|tối thiểu)\s+(?:có\s+)?\d\/\d{1,2})(?=\s+(?:chi bộ|đảng bộ|trường(?! hợp)|xã(?! hội)|phường|thôn|bản|huyện|sở|trạm|bệnh viện|đơn vị)(?!\p{L}))|(?<=(?:đạt|ít nhất|tối thiểu|trên|không dưới)\s+(?:một|hai|ba|bốn)\s+phần\s+(?:hai|ba|bốn|tư|năm))(?=\s*[.,;]|\s*$))/giu;

const HALF = /(?<!\p{L})(?:(quá|hơn|trên)\s+)?(?:một\s+)?nửa(?=\s+(?:số|tổng)\s)/giu;
/** "Một trăm phần trăm", "chín mươi phần trăm", "90 phần trăm". */
const SPELLED =
  /(?<!\p{L})(?:(một trăm)|(hai|ba|bốn|năm|sáu|bảy|tám|chín) mươi(?:\s+(lăm))?|(\d{1,3}(?:,\d+)?))\s+phần trăm(?!\p{L})/giu;
function inFigures(sentence: string): string {
  return sentence.replace(SPELLED, (_, all?: string, tens?: string, five?: string, figure?: string) => {
    if (all !== undefined) return '100%';
    if (figure !== undefined) return `${figure}%`;
    return `${(NUMBER_WORDS[tens?.toLowerCase() ?? ''] ?? 0) * 10 + (five === undefined ? 0 : 5)}%`;
  });
}

/** "…, toàn bộ cán bộ nữ được cử đi …": people who shall be or have something, without exception. */
const ALL =
  /((?:^|[,;:]\s*|(?<!\p{L})(?:phấn đấu|bảo đảm|đảm bảo|mục tiêu|và|có|năm|20\d\d)\s+))(toàn bộ|tất cả)(?=\s+(?:các\s+|số\s+)?(?:cán bộ|công chức|viên chức|đảng viên|đại biểu|giáo viên|giảng viên|báo cáo viên|học viên|thành viên|kế toán|trưởng|phó|bí thư|chủ tịch|lãnh đạo|người|nhân viên|ủy viên|đồng chí|đoàn viên|hội viên)(?!\p{L})[^;]{0,200}?\s(?:được|đạt|đều|hoàn thành|biết|sử dụng|tham gia|có (?:trình độ|chứng chỉ|bằng))\s)/giu;

/** A sentence with its fractions of people as percentages ("66,67%"), and how each was written. */
export function fractionsAsPercent(
  sentence: string,
  isTarget = false,
): {
  readonly words: string;
  readonly written: ReadonlyMap<string, string>;
} {
  const written = new Map<string, string>();
  const [half, all] = isTarget ? [HALF, ALL] : [HALF, /(?!)/gu];
  const whole = inFigures(sentence)
    .replace(half, (said: string, over?: string) => {
      written.set('50', said);
      return over === undefined ? '50%' : 'trên 50%';
    })
    .replace(all, (_, ahead: string, said: string) => {
      written.set('100', said);
      return `${ahead}100%`;
    });
  const words = whole.replace(FRACTION, (whole: string, a?: string, b?: string, c?: string, d?: string) => {
    const percent = percentOf(
      a === undefined ? (PARTS[c?.toLowerCase() ?? ''] ?? 0) : Number(a),
      b === undefined ? (PARTS[d?.toLowerCase() ?? ''] ?? 0) : Number(b),
    );
    if (percent === null) return whole;
    const figure = String(percent).replace('.', ',');
    written.set(figure, whole);
    return `${figure}%`;
  });
  return { words, written };
}

/** `2/3` as `66.67`; `null` for what is no part of a whole. */
export function percentOf(part: number, whole: number): number | null {
  return part > 0 && whole > 1 && part < whole ? Math.round((part / whole) * 10_000) / 100 : null;
}
