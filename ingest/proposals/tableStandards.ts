import type { Provision } from '../../domain/directive.ts';
import type { ProposedRequirement } from '../../domain/proposal.ts';
import { type TablePart, type TableRow, tablePartsOf } from '../../domain/tablePlace.ts';
import { writeOut } from '../../vietnamese/levels.ts';
import { fold } from '../../vietnamese/text.ts';
import { smallestAt } from './points.ts';
import { type Demand, readItem } from './readItem.ts';
import { subject } from './subjects.ts';
import { NOBODY, type Whose, whoseStandard } from './whose.ts';

/** What a table demands of a post: a row, or a whole table about one post. */
export type TableStandard = {
  readonly whose: Whose;
  /** The provision in which the table stands. */
  readonly provision: number;
  readonly requirements: readonly ProposedRequirement[];
};

/** Columns of posts, folded. */
const POSTS =
  /^(?:ten )?(?:cac )?(?:chuc danh|vi tri(?: viec lam| cong tac)?|ngach|chuc vu|doi tuong)(?: |$)/;
const CODES = /^ma so/;
/** What is asked in a column, or in a row of a table about one post, and the words that say so in a sentence. */
const ASKS: readonly (readonly [RegExp, string | null])[] = [
  [/ly luan chinh tri|^chinh tri$/, 'Lý luận chính trị'],
  [/quan ly nha nuoc/, 'Quản lý nhà nước'],
  [/quoc phong/, 'Quốc phòng và an ninh'],
  [/ngoai ngu.*tin hoc|tin hoc.*ngoai ngu/, null],
  [/^(?:trinh do )?ngoai ngu/, 'Ngoại ngữ'],
  [/^(?:trinh do )?(?:tin hoc|cong nghe thong tin)/, 'Tin học'],
  [
    /^(?:yeu cau (?:ve )?)?(?:trinh do(?: (?:chuyen mon|dao tao|hoc van|toi thieu))?|chuyen mon(?:,? nghiep vu| dao tao)?|bang cap|van bang|(?:chuyen )?nganh dao tao)/,
    'Trình độ chuyên môn',
  ],
  [
    /boi duong|chung chi|(?:yeu cau|tieu chuan|dieu kien) (?:khac|cu the)|^(?:yeu cau|tieu chuan|dieu kien)$/,
    null,
  ],
];
/** Tables of people, of numbers and of what is. */
const NO_STANDARD =
  /ho (?:va )?ten|nam sinh|ngay sinh|so luong|so nguoi|ty le|ti le|tong so|hien co|ket qua|don vi tinh|dvt|kinh phi/;
const OF_STANDARDS = /tiêu chuẩn|yêu cầu|khung năng lực|vị trí việc làm|điều kiện/iu;
const OF_FACTS = /danh sách|thống kê|thực trạng|hiện trạng|số liệu|biểu tổng hợp/iu;
const NONE = /^(?:không(?: yêu cầu| quy định)?|[-–x]|)\.?$/iu;
const SCHOOL = /^(?:giáo dục )?(?:trung học (?:phổ thông|cơ sở)|THPT|THCS|12\/12)/iu;
const POST_ABOVE = /(?:tên\s+)?(?:vị trí(?: việc làm)?|chức danh(?: nghề nghiệp)?)\s*:\s*([^|\n]{3,160})/iu;
/** How far above a table its heading may stand, in lines and in UTF-16 units. */
const NEAR = 12;
const LONGEST_ABOVE = 2_000;

/** The standards that tables tell: posts row by row below headings of what is asked, or one post's demands row by row. */
export function tableStandards(
  text: string,
  provisions: readonly Provision[],
  title: string | null,
): readonly TableStandard[] {
  return tablePartsOf(text).flatMap((part) => {
    const first = part.rows[0];
    if (first === undefined) return [];
    const provision = smallestAt(provisions, first.start, -1);
    if (provision === -1) return [];
    const { heading, start } = provisions[provision] ?? { heading: null, start: 0 };
    const above = text.slice(Math.max(start, first.start - LONGEST_ABOVE), first.start);
    const near = above
      .split('\n')
      .slice(-NEAR)
      .filter((line) => !line.includes('|'))
      .join('\n');
    const context = `${title ?? ''}\n${heading ?? ''}\n${near}`;
    if (!OF_STANDARDS.test(context) || OF_FACTS.test(`${heading ?? ''}\n${near}`)) return [];
    return [...byRows(part, provision), ...ofOnePost(part, provision, near)];
  });
}

function byRows({ table, rows }: TablePart, provision: number): readonly TableStandard[] {
  const columns = table.columns.map((column) => fold(column).trim());
  const posts = columns.findIndex((column) => POSTS.test(column));
  const asked = columns.map((column) => askOf(column));
  if (posts === -1 || columns.some((column) => NO_STANDARD.test(column))) return [];
  const codes = columns.findIndex((column) => CODES.test(column));
  return rows.flatMap((row) => {
    const name = row.cells[posts] ?? '';
    if (row.isHeading || !/\p{L}{2}/u.test(name)) return [];
    const code = codes === -1 ? '' : (row.cells[codes] ?? '');
    const whose = whoseStandard(code === '' ? name : `${name} - Mã số: ${code}`);
    const requirements = row.cells.flatMap((cell, at) => {
      const ask = at === posts ? undefined : asked[at];
      return ask === undefined ? [] : demandsOf(cell, ask, whose.title, provision);
    });
    return requirements.length === 0 ? [] : [{ whose, provision, requirements }];
  });
}

/** "Trình độ đào tạo | Tốt nghiệp đại học …" below "Tên vị trí việc làm: …". */
function ofOnePost({ rows }: TablePart, provision: number, near: string): readonly TableStandard[] {
  const named = POST_ABOVE.exec(near)?.[1] ?? null;
  const whose = named === null ? NOBODY : whoseStandard(named);
  const requirements = rows.flatMap((row) => {
    const at = labelAt(row);
    const ask = at === null ? undefined : askOf(fold(row.cells[at] ?? '').trim());
    if (row.isHeading || at === null || ask === undefined || row.cells.length - at !== 2) return [];
    return demandsOf(row.cells[at + 1] ?? '', ask, whose.title, provision);
  });
  return requirements.length === 0 ? [] : [{ whose, provision, requirements }];
}

/** The first cell of words in a row of two, or of two behind its number. */
function labelAt({ cells }: TableRow): number | null {
  const at = cells.findIndex((cell) => /\p{L}{3}/u.test(cell));
  return at === -1 || at > 1 ? null : at;
}

/** The words that a column's or a row's heading lends to its cells; `null`: the cells say it themselves; `undefined`: no demand. */
function askOf(folded: string): string | null | undefined {
  return ASKS.find(([pattern]) => pattern.test(folded))?.[1];
}

function demandsOf(
  cell: string,
  ask: string | null,
  post: string | null,
  provision: number,
): readonly ProposedRequirement[] {
  return cell
    .split(/;\s*|(?:^|\s)[-–+•]\s+(?=\p{Lu})/u)
    .map((part) => part.trim())
    .filter((part) => !NONE.test(part))
    .flatMap((words) =>
      readCell(writeOut(words), ask, post).map((anyOf) => ({ point: '', anyOf, provision, words })),
    );
}

function readCell(words: string, ask: string | null, post: string | null): readonly Demand[] {
  if (SCHOOL.test(words)) return readItem(`Tốt nghiệp ${words}`, post);
  if (ask !== null) return readItem(`${ask}: ${words}`, post);
  const read = readItem(words, post);
  const about = read.length > 0 ? null : subject(words);
  // "Chuẩn CNTT cơ bản" has no verb.
  return about?.said.kind === 'it' || about?.said.kind === 'foreign_language'
    ? readItem(`Có ${words}`, post)
    : read;
}
