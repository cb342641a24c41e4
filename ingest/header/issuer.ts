import { capitalised } from '../letters.ts';
import { isCapitals } from '../normalise/sentence.ts';
import type { Unit } from '../normalise/units.ts';
import { AGENCY } from './declared.ts';
import { typeOfLine } from './typeLine.ts';

const STATE_MOTTO = /c[ộo]ng\s*h[òo][aàà]*\s*x[ãa]\s*h[ộo]i\s*ch[ủu]\s*ngh(?:[ĩi]a|iã)\s*vi[ệe]t\s*nam/iu;
const PARTY_MOTTO = /(?:^|\s)ĐẢNG\s*CỘNG\s*SẢN\s*VIỆT\s*NAM/u;
const STATE_VALUES = /[^\p{L}]*Đ[ộo]c\s*l[ậa]p\s*[-–—.]\s*T[ựu]\s*do\s*[-–—.]\s*H[ạa]nh\s*ph[úu]c.*$/iu;
/** The place and day of the other column, behind a name in capitals. */
const DATE_BESIDE = /(?<=\p{Lu}{2})\s+(?:\p{Lu}\p{Ll}+|TP\.?)(?:\s\p{Lu}\p{Ll}+){0,4}\s*,\s*ngày\s.*$/u;
const PLACE_WORD = /^(?:THÀNH PHỐ|TỈNH|QUẬN|HUYỆN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)\s/iu;
const COMMITTEE = /^(?:TỈNH|THÀNH|QUẬN|HUYỆN|THỊ|ĐẢNG) [ỦU][YỶ](?!\p{L})/iu;
/** Agencies that every place has one of: the place goes on the next line. */
const WITHOUT_PLACE =
  /(?:nh[âa]n d[âa]n|(?:ubnd|hđnd|ubmttq)|đảng bộ|đảng [ủu][yỷ]|mặt trận tổ quốc(?: việt nam)?|^(?:sở|phòng|công an|thanh tra|trường chính trị)(?!.*\s(?:tỉnh|thành phố|xã|phường|đặc khu)\s).*)$/iu;
/** Names whose capitals no rule gives; used only where the document itself has no example. */
const KNOWN = [
  'Chính phủ',
  'Thủ tướng Chính phủ',
  'Văn phòng Chính phủ',
  'Quốc hội',
  'Ủy ban Thường vụ Quốc hội',
  'Chủ tịch nước',
  'Bộ Nội vụ',
  'Bộ Giáo dục và Đào tạo',
  'Bộ Tài chính',
  'Bộ Quốc phòng',
  'Bộ Công an',
  'Bộ Tư pháp',
  'Bộ Y tế',
  'Bộ Công Thương',
  'Bộ Xây dựng',
  'Bộ Ngoại giao',
  'Bộ Khoa học và Công nghệ',
  'Bộ Nông nghiệp và Môi trường',
  'Bộ Văn hóa, Thể thao và Du lịch',
  'Bộ Dân tộc và Tôn giáo',
  'Bộ Nông nghiệp và Phát triển nông thôn',
  'Thanh tra Chính phủ',
  'Ngân hàng Nhà nước Việt Nam',
  'Ban Chấp hành Trung ương',
  'Ban Tổ chức Trung ương',
  'Bộ Chính trị',
  'Ban Bí thư',
  'Tòa án nhân dân tối cao',
  'Viện kiểm sát nhân dân tối cao',
  'Kiểm toán nhà nước',
];
/** How many lines a letterhead can have on either side of the motto. */
const REACH = 6;

/** The issuing agency as a letterhead prints it, in capitals, beside or above the motto. */
export function issuerLines(head: readonly Unit[]): {
  readonly issuer: string | null;
  readonly hasMotto: boolean;
} {
  const motto = head.findIndex(
    ({ text }) =>
      (STATE_MOTTO.test(text) && text.length < 160) || (PARTY_MOTTO.test(text) && isCapitals(text)),
  );
  if (motto === -1) return { issuer: null, hasMotto: false };
  const lines: string[] = [];
  // A letter's subject stands below its number, and so between its agency and a motto of the next column.
  const near = Math.max(0, motto - REACH);
  const about = head.slice(near, motto).findIndex(({ text }) => /^V\/v(?!\p{L})/iu.test(text));
  const side = about === -1 ? motto : near + about;
  let start = side;
  while (start > 0 && side - start < REACH && belongs(head[start - 1])) start -= 1;
  for (const { text } of head.slice(start, motto + 4)) {
    const bare = text
      .replace(STATE_MOTTO, '')
      .replace(PARTY_MOTTO, '')
      .replace(STATE_VALUES, '')
      .replace(DATE_BESIDE, '')
      .replace(/^[^\p{L}]+|[^\p{L}\d)]+$/gu, '')
      .trim();
    if (typeOfLine(text) !== null) break;
    if (/^(?:S|(?:Luật|Nghị quyết|Pháp lệnh)\s+s)[ốỐ](?!\p{L})/u.test(text)) continue;
    const goesOn = isRestOfName(lines.at(-1), bare);
    if (bare.length >= 3 && (isCapitals(bare) || isAgencyName(bare) || goesOn)) lines.push(bare);
  }
  return { issuer: agency(lines), hasMotto: true };
}

/** "ủy ban nhân dân" / "thành phố cần thơ": the second line of a name that lost its capitals. */
function isRestOfName(before: string | undefined, line: string): boolean {
  if (before === undefined || line.length > 50) return false;
  return (
    (/nhân dân$/iu.test(before) && PLACE_WORD.test(line)) ||
    (/nhà nước$/iu.test(before) && /^việt nam$/iu.test(line)) ||
    (/^[ủu][yỷ] ban thường vụ$/iu.test(before) && /^quốc hội$/iu.test(line))
  );
}

/** A name in small letters, and no sentence that begins with one ("Chính phủ ban hành Nghị định …"). */
function isAgencyName(text: string): boolean {
  return AGENCY.test(text) && text.length < 70 && !/[\d:;.]|\sban hành\s/u.test(text);
}

function belongs(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.role === 'table') return false;
  if (isAgencyName(unit.text)) return true;
  return isCapitals(unit.text) || /^[*\-–—_\s]+$/u.test(unit.text) || /^Số\s*:?\s*\d/u.test(unit.text);
}

/**
 * The agency out of the lines of the left column: lines that go on ("ỦY BAN NHÂN DÂN" / "TỈNH …") are joined; of the
 * rest the last is the issuer and those above it are its superiors, unless several ministries issue together.
 */
function agency(lines: readonly string[]): string | null {
  const merged: string[] = [];
  for (const line of lines) {
    const before = merged.at(-1);
    const goesOn =
      before !== undefined &&
      (isRestOfName(before, line) ||
        (PLACE_WORD.test(line) && !COMMITTEE.test(line) && WITHOUT_PLACE.test(before)) ||
        /^(?:VÀ|CỦA)\s/u.test(line) ||
        /\s(?:VÀ|CỦA|-)$/u.test(before));
    if (goesOn) merged[merged.length - 1] = `${before} ${line}`;
    else merged.push(line);
  }
  const agencies = merged.filter((line) => AGENCY.test(`${line} `) || /^CHÍNH PHỦ$/iu.test(line));
  const ministries = agencies.filter((line) => /^BỘ\s/iu.test(line));
  if (ministries.length > 1) return ministries.join(' - ');
  const issuer = agencies.at(-1);
  const superior = merged.at(-2);
  // A party committee's bodies bear its name: "TỈNH ỦY …" over "BAN TỔ CHỨC".
  if (issuer !== undefined && superior !== undefined && issuer === merged.at(-1)) {
    const isBody = /^(?:BAN (?!THƯỜNG VỤ|CHẤP HÀNH)|VĂN PHÒNG|[ỦU]Y BAN KIỂM TRA|UỶ BAN KIỂM TRA)/u.test(
      issuer,
    );
    if (isBody && /^(?:TỈNH|THÀNH|QUẬN|HUYỆN|ĐẢNG) [ỦU][YỶ]/u.test(superior)) return `${issuer} ${superior}`;
  }
  return issuer ?? null;
}

/**
 * Writes an agency's name as the document itself writes it in a sentence ("Bộ Công Thương"), since only usage tells
 * its capitals; without an example, by the rule for place names.
 */
export function writeAgency(written: string, examples: readonly string[]): string {
  const printed = spelledOut(written);
  const body = /^(.+?) ((?:TỈNH|THÀNH|QUẬN|HUYỆN|ĐẢNG) [ỦU][YỶ] .+)$/u.exec(printed);
  if (body?.[1] !== undefined && body[2] !== undefined) {
    return `${writeAgency(body[1], examples)} ${writeAgency(body[2], examples)}`;
  }
  const parts = printed.split(' - ');
  // Ministries that issue together; a dash may also belong to a name ("BÀ RỊA - VŨNG TÀU").
  if (parts.length > 1 && parts.every((part) => AGENCY.test(`${part} `))) {
    return parts.map((part) => writeAgency(part, examples)).join(' - ');
  }
  const wanted = printed.toLowerCase();
  const counts = new Map<string, number>();
  for (const example of examples) {
    const lower = example.toLowerCase();
    // Only where lower case keeps every letter's place can one string be searched and the other cut.
    if (lower.length !== example.length) continue;
    for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
      const written = example.slice(at, at + wanted.length);
      if (!isCapitals(written) && /^\p{Lu}/u.test(written))
        counts.set(written, (counts.get(written) ?? 0) + 1);
    }
  }
  if (!isCapitals(printed) && /^\p{Lu}/u.test(printed) && counts.size === 0) return printed;
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  // Old fonts have capitals of their own, which people took for one letter only: "ỦY ban".
  return (
    best?.[0].replace(/^ỦY(?= \p{Ll})/u, 'Ủy') ??
    KNOWN.find((name) => name.toLowerCase() === wanted) ??
    byRule(printed)
  );
}

/** `UBND PHƯỜNG …`: a letterhead that shortens its agency's name names the same agency. */
function spelledOut(printed: string): string {
  return printed
    .replace(/^UBND(?=\s)/u, 'ỦY BAN NHÂN DÂN')
    .replace(/^HĐND(?=\s)/u, 'HỘI ĐỒNG NHÂN DÂN')
    .replace(/^UB ?MTTQ(?:\s?VN)?(?=\s)/u, 'ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM');
}

const PLACE_KIND = /^(?:tỉnh|thành|phố|quận|huyện|thị|xã|trấn|phường|đặc|khu)$/u;
const PLACE_KIND_OF_COMMITTEE = /^(?:tỉnh|thành|quận|huyện|thị|đảng)$/u;

/** Small letters, but for the first word and for the names behind the words for places ("Quận 10", "tỉnh Lam Giang"). */
function byRule(printed: string): string {
  const words = printed.toLowerCase().split(' ');
  let inName = false;
  return words
    .map((word, index) => {
      const next = words[index + 1] ?? '';
      if (
        PLACE_KIND.test(word) &&
        next !== 'ủy' &&
        next !== 'uỷ' &&
        (!inName || /^\d/.test(next) || word !== 'phố')
      ) {
        inName = !PLACE_KIND.test(next);
        return index === 0 || /^\d/.test(next) ? capitalised(word) : word;
      }
      if (/^[ủu][yỷ]$/u.test(word) && PLACE_KIND_OF_COMMITTEE.test(words[index - 1] ?? '')) {
        inName = true;
        return word;
      }
      return index === 0 || inName ? capitalised(word) : word;
    })
    .join(' ');
}
