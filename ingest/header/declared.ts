import type { IsoDate } from '../../domain/day.ts';
import type { Header } from '../../domain/directive.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { DOCUMENT_TYPES, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { capitalised } from '../letters.ts';
import type { Unit } from '../normalise/units.ts';

/** The keys in the spellings that files use, folded and without separators; the first that has a value counts. */
const KEYS: Readonly<Record<keyof Header, readonly string[]>> = {
  number: ['sohieu', 'sokyhieu', 'sohieuvanban', 'sovanban', 'so', 'kyhieu'],
  type: ['loaivanban', 'loaivb', 'loai', 'hinhthucvanban'],
  issuer: ['coquanbanhanh', 'cquanbanhanh', 'cqbanhanh', 'coquan', 'donvibanhanh', 'noibanhanh'],
  issued: ['ngaybanhanh', 'ngayky', 'ngaykybanhanh'],
  effective: ['ngayhieuluc', 'ngaycohieuluc', 'hieuluctu', 'hieuluctungay', 'ngayapdung'],
  title: ['trichyeu', 'trichyeunoidung', 'vev', 'veviec'],
  signer: ['nguoiky', 'nguoikyduyet'],
  place: ['noibanhanh', 'diadanh'],
};
const ALL_KEYS = new Set(Object.values(KEYS).flat());
/** How the name of an agency begins. */
export const AGENCY =
  /^(?:(?:liên )?bộ |ubnd |hđnd |ub ?mttq|[ủuỷ]\s?[yỷ] ?ban|[ủỷ]y ban|uỷ ban|chính phủ|quốc hội|hội đồng|thủ tướng|chủ tịch |sở |ban |đảng ủy|đảng uỷ|đảng bộ|đảng đoàn|chi bộ|(?:tỉnh|thành|quận|huyện|thị|quân) [ủu][yỷ]|văn phòng|tòa án|toà án|viện |cục |chi cục|tổng cục|trường |học viện|đại học|trung tâm|mặt trận|đoàn |tổng liên đoàn|liên đoàn|liên hiệp|hội |phòng |thanh tra|ngân hàng|kiểm toán|bảo hiểm|kho bạc|bệnh viện|công ty|tổng công ty|công an|cơ quan|kho |đài |thông tấn|cảnh sát|quân khu|lực lượng)/iu;

/**
 * What somebody says about a document beside its own words: reads front matter and meta tags first, then `key: value`
 * lines and table rows of the document's head.
 */
export function readDeclared(meta: Readonly<Record<string, string>>, head: readonly Unit[]): Header {
  const values = new Map<string, string>();
  const note = (key: string, value: string): void => {
    const plain = plainKey(key);
    const cleaned = value.replace(/\s+/gu, ' ').trim();
    if (ALL_KEYS.has(plain) && cleaned !== '' && !values.has(plain)) values.set(plain, cleaned);
  };
  for (const [key, value] of Object.entries(meta)) note(key, value.normalize('NFC'));
  for (const pair of infoPairs(head)) note(pair.key, pair.value);
  const pick = (field: keyof Header, fits: (value: string) => boolean = () => true): string | null => {
    for (const key of KEYS[field]) {
      const value = values.get(key);
      if (value !== undefined && fits(value)) return value;
    }
    return null;
  };
  const number = pick('number');
  return {
    number: number === null ? null : (findDocumentNumbers(number)[0]?.number.written ?? null),
    type: readType(pick('type')),
    issuer: pick(
      'issuer',
      (value) => !/^\d/.test(value) && (!isPlaceKey(values, value) || AGENCY.test(value)),
    ),
    issued: dateOf(pick('issued')),
    effective: dateOf(pick('effective', (value) => parseDate(value) !== null)),
    title: pick('title') ?? strippedTitle(isFileName(meta.title) ? null : (meta.title ?? null)),
    signer: pick('signer')?.replace(/\s*\([^)]*\)?\s*$/u, '') ?? null,
    place: pick('place', (value) => !AGENCY.test(value)),
  };
}

/** Whether a line of the head only tells about the document (`Số hiệu: …`). */
export function isInfoLine(unit: Unit): boolean {
  return infoPairs([unit]).some(({ key }) => ALL_KEYS.has(plainKey(key)));
}

/** What a program noted as the title of a file ("Microsoft Word - QD 57.doc", "scan0001") says nothing. */
function isFileName(title: string | undefined): boolean {
  return (
    title !== undefined &&
    (/\.\w{2,4}$|^Microsoft Word/u.test(title.trim()) || title.trim().split(/\s+/).length < 3)
  );
}

function isPlaceKey(values: ReadonlyMap<string, string>, value: string): boolean {
  return values.get('noibanhanh') === value;
}

/** The keys as people write them, for lines where nothing but the words tells a key from its value. */
const LABEL =
  'Số(?: ký)? hiệu|Số|Loại văn bản|Cơ quan ban hành|Ngày ban hành|Ngày (?:có )?hiệu lực|Người ký|Trích yếu';
const NEXT_LABEL = new RegExp(`\\s+(?=(?:${LABEL}|Tình trạng|Căn cứ pháp lý|Lĩnh vực)\\s*:)`, 'u');
const LABEL_AND_VALUE = new RegExp(`^(${LABEL})\\s+(?=[\\p{Lu}\\d])(.+)$`, 'u');
/** So many lines that begin with different keys are a table that lost its rules (PDF), not sentences. */
const ROWS_OF_A_TABLE = 3;

function infoPairs(units: readonly Unit[]): { readonly key: string; readonly value: string }[] {
  const pairs = [];
  const bare = new Map<string, string>();
  for (const { text, role } of units) {
    const row = /^([^:|]{2,40})\|\s*([^|]+)/u.exec(text);
    const lines = row !== null || role === 'table' ? [] : text.split(NEXT_LABEL);
    for (const match of row === null ? lines.map((line) => /^([^:|]{2,30}):\s*(.+)$/u.exec(line)) : [row]) {
      if (match?.[1] !== undefined && match[2] !== undefined) pairs.push({ key: match[1], value: match[2] });
    }
    const unruled = role === 'table' ? null : LABEL_AND_VALUE.exec(text);
    if (unruled?.[1] !== undefined && unruled[2] !== undefined && !bare.has(unruled[1])) {
      bare.set(unruled[1], unruled[2]);
    }
  }
  if (bare.size >= ROWS_OF_A_TABLE) for (const [key, value] of bare) pairs.push({ key, value });
  return pairs;
}

function plainKey(key: string): string {
  return fold(key).replace(/[^a-z]/g, '');
}

function dateOf(value: string | null): IsoDate | null {
  return value === null ? null : parseDate(value);
}

/** `nghi-dinh` and `Nghị định` → `Nghị định`. */
function readType(value: string | null): string | null {
  if (value === null) return null;
  const plain = plainKey(value);
  return DOCUMENT_TYPES.find((type) => plainKey(type) === plain) ?? value;
}

/**
 * The words that tell what a document is about, out of a page's title: `Nghị định số 9/2026/NĐ-CP ngày … của Chính
 * phủ: Quy định về …` → `Quy định về …`. A title that has no such beginning is kept.
 */
export function strippedTitle(title: string | null): string | null {
  if (title === null) return null;
  const whole = title.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const number = findDocumentNumbers(whole)[0];
  const type = DOCUMENT_TYPES.find((name) => whole.toLowerCase().startsWith(`${name.toLowerCase()} `));
  if (number === undefined || type === undefined || number.start > type.length + 6)
    return whole === '' ? null : whole;
  const rest = whole
    .slice(number.end)
    .replace(
      /^\s*,?\s*(?:ban hành\s+)?ngày\s+\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/u,
      '',
    )
    .replace(/^\s*của\s+[^:]{2,80}?(?=\s*:|\s+(?:quy định|về|hướng dẫn|sửa đổi|ban hành|phê duyệt)\s)/u, '')
    .replace(/^[\s:,.\-–—|]+/u, '')
    .trim();
  return rest === '' ? null : capitalised(rest);
}
