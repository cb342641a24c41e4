import { KIND_NAMES, RATING_NAMES, writeLevel } from '../../domain/levelNames.ts';
import { type PartialDate, writePartialDate } from '../../domain/partialDate.ts';
import type { CadreRecord, PlannedPost, Qualification } from '../../domain/record.ts';
import { readRecordText, writeRecordText } from './recordText.ts';

/**
 * What differs between two states of one person's record, as Vietnamese lines: `Ngày sinh: “1980” → “05/1980”`,
 * `Bằng cấp, chứng chỉ: thêm “Thạc sĩ Luật”`. Phone numbers are compared elsewhere. Pure.
 */
export function recordLines(one: CadreRecord, other: CadreRecord): readonly string[] {
  // Both in one form, so that fields in another order are no difference.
  const [before, after] = [inStoredForm(one), inStoredForm(other)];
  const lines = [
    ...FIELDS.flatMap(({ label, write }) => fieldLines(label, write(before), write(after))),
    ...LISTS.flatMap((list) => list(before, after)),
  ];
  const same = lines.length === 0 && JSON.stringify(before) !== JSON.stringify(after);
  return same ? ['Thứ tự các dòng trong hồ sơ: thay đổi'] : lines;
}

function inStoredForm(record: CadreRecord): CadreRecord {
  return readRecordText(writeRecordText(record));
}

/** Shown to nobody, so only that it changed. */
export const PHONE_LINE = 'Số điện thoại: thay đổi';

/** Another name is taken for another person: the database ends links and codes. */
export const OTHER_PERSON_LINE = 'Họ tên khác trước: mọi liên kết và mã liên kết của hồ sơ này hết hiệu lực';

type Field = { readonly label: string; readonly write: (record: CadreRecord) => string | null };

const FIELDS: readonly Field[] = [
  { label: 'Họ tên', write: ({ name }) => name },
  { label: 'Đơn vị', write: ({ unit }) => unit },
  { label: 'Ngày sinh', write: ({ birth }) => writeDate(birth) },
  { label: 'Giới tính', write: ({ sex }) => (sex === null ? null : sex === 'male' ? 'nam' : 'nữ') },
  { label: 'Dân tộc', write: ({ ethnicity }) => ethnicity },
  { label: 'Đảng viên', write: ({ party }) => writeTruth(party) },
  { label: 'Ngày vào Đảng', write: ({ partyJoined }) => writeDate(partyJoined) },
  { label: 'Ngày tuyển dụng', write: ({ recruited }) => writeDate(recruited) },
  { label: 'Ngày xác nhận hồ sơ đủ', write: ({ reviewed }) => writeDate(reviewed) },
  { label: 'Hồ sơ mẫu', write: ({ sample }) => writeTruth(sample) },
];

const DETAIL_NAMES: Readonly<Record<string, string>> = {
  from: 'từ ngày',
  until: 'đến ngày',
  unit: 'đơn vị',
  code: 'mã số',
  kind: 'loại',
  level: 'trình độ',
  field: 'ngành',
  name: 'tên văn bằng',
  number: 'số hiệu',
  issuer: 'nơi cấp',
  issued: 'ngày cấp',
  expires: 'ngày hết hạn',
  evidence: 'minh chứng',
  days: 'số ngày',
  place: 'nơi học',
  abroad: 'trong hay ngoài nước',
  mode: 'hình thức học',
  programme: 'chương trình',
  completed: 'hoàn thành',
};

const LISTS: readonly ((before: CadreRecord, after: CadreRecord) => readonly string[])[] = [
  list(
    'Chức danh',
    (record) => record.posts,
    ({ position }) => position,
  ),
  list('Quy hoạch', (record) => record.planned, writePlanned),
  list(
    'Ngạch, hạng',
    (record) => record.grades,
    ({ name }) => name,
  ),
  list(
    'Diện quản lý',
    (record) => record.groups,
    ({ name }) => name,
  ),
  list('Bằng cấp, chứng chỉ', (record) => record.qualifications, writeQualification),
  list(
    'Ghi là chưa có',
    (record) => record.lacks.map((kind) => ({ kind })),
    ({ kind }) => KIND_NAMES[kind],
  ),
  list(
    'Lớp đã học',
    (record) => record.trainings,
    ({ className }) => className,
  ),
  list(
    'Xếp loại',
    (record) => record.evaluations,
    ({ year, rating }) => `${year}: ${RATING_NAMES[rating]}`,
  ),
  list(
    'Kết luận tiêu chuẩn chính trị',
    (record) => record.conclusions,
    ({ date, passed }) =>
      `${passed ? 'đạt' : 'không đạt'}${date === null ? '' : `, ${writePartialDate(date)}`}`,
  ),
];

function fieldLines(label: string, before: string | null, after: string | null): readonly string[] {
  if (before === after) return [];
  if (before === null) return [`${label}: thêm “${after}”`];
  return [after === null ? `${label}: bỏ “${before}”` : `${label}: “${before}” → “${after}”`];
}

/** Compares two lists as bags. One taken away and one added that read alike are one entry of which details changed. */
function list<T extends Readonly<Record<string, unknown>>>(
  label: string,
  items: (record: CadreRecord) => readonly T[],
  write: (item: T) => string,
): (before: CadreRecord, after: CadreRecord) => readonly string[] {
  return (before, after) => {
    const removed = without(items(before), items(after));
    const added = without(items(after), items(before));
    const lines: string[] = [];
    for (const item of removed) {
      const at = added.findIndex((other) => write(other) === write(item));
      const [twin] = at < 0 ? [] : added.splice(at, 1);
      lines.push(
        twin === undefined
          ? `${label}: bỏ “${write(item)}”`
          : `${label}: sửa “${write(item)}” (${changedDetails(item, twin).join(', ')})`,
      );
    }
    return [...lines, ...added.map((item) => `${label}: thêm “${write(item)}”`)];
  };
}

/** The items of a list that the other does not have, each as often as it is missing there. */
function without<T>(items: readonly T[], others: readonly T[]): T[] {
  const counts = new Map<string, number>();
  for (const other of others) {
    const key = JSON.stringify(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.filter((item) => {
    const key = JSON.stringify(item);
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left <= 0;
  });
}

function changedDetails(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.keys(after)
    .filter((key) => before[key] !== after[key])
    .map((key) => DETAIL_NAMES[key] ?? key);
}

function writePlanned({ position, term }: PlannedPost): string {
  return term === null ? position : `${position}, giai đoạn ${term}`;
}

function writeQualification({ kind, level, field, name }: Qualification): string {
  const what = level === null && name !== null ? name : writeLevel(kind, level);
  const words = field === null ? what : `${what} ${field}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function writeDate(date: PartialDate | null): string | null {
  return date === null ? null : writePartialDate(date);
}

function writeTruth(value: boolean | null): string | null {
  return value === null ? null : value ? 'có' : 'không';
}

/** What storing a roster changes, or would change. Codes. */
export type RosterChange = {
  readonly units: { readonly added: readonly string[]; readonly changed: readonly string[] };
  readonly cadres: {
    readonly added: readonly string[];
    readonly unchanged: number;
    /** `lines`: Vietnamese, one difference each: `Bằng cấp: thêm “Thạc sĩ Luật”`. */
    readonly changed: readonly { readonly code: string; readonly lines: readonly string[] }[];
  };
};
