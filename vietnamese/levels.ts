import { LADDERS, type QualificationKind, rung } from '../domain/ladders.ts';
import { type LevelWord, levelWords, tidyLevel } from './levelWords.ts';
import { saysUnheld } from './unheld.ts';

/** What a person wrote in a cell or a question about a qualification: `TC LLCT`, `Đại học Luật`, `B1 tiếng Anh`. */
export type WrittenLevel = {
  readonly kind: QualificationKind;
  readonly level: string | null;
  /** Ngành or language that stands beside it: `Luật`. */
  readonly field: string | null;
};

/**
 * What is written for a level, folded as `levelWords` does; the first that occurs counts, so a longer wording stands before
 * one that it holds.
 */
const LEVELS: Readonly<Partial<Record<QualificationKind, readonly (readonly [RegExp, string])[]>>> = {
  degree: [
    [/\b(?:bac si )?(?:chuyen khoa|ck) (?:ii|2)\b/, 'tien_si'],
    [/\btien si\b/, 'tien_si'],
    [/\b(?:bac si )?(?:chuyen khoa|ck) (?:i|1)\b|\bbac si noi tru\b/, 'thac_si'],
    [/\bthac si\b|\bcao hoc\b/, 'thac_si'],
    [/(?<!\bsau )\bdai hoc\b|\bcu nhan\b|\bki su\b|\bbac si\b|\bduoc si\b|\bkien truc su\b/, 'dai_hoc'],
    [/\bcao dang\b/, 'cao_dang'],
    [/\btrung cap\b|\btrung hoc chuyen nghiep\b/, 'trung_cap'],
    [/\bso cap\b/, 'so_cap'],
  ],
  political_theory: [
    [/\bcao cap\b|\bcu nhan\b/, 'cao_cap'],
    [/\btrung cap\b/, 'trung_cap'],
    [/\bso cap\b/, 'so_cap'],
  ],
  state_management: [
    [/\bchuyen vien cao cap\b/, 'chuyen_vien_cao_cap'],
    [/\bchuyen vien chinh\b/, 'chuyen_vien_chinh'],
    [/\bchuyen vien\b/, 'chuyen_vien'],
    [/\bcan su\b/, 'can_su'],
  ],
  leadership: [
    [/\b(?:cap|lanh dao|quan li) so\b/, 'cap_so'],
    [/\b(?:cap|lanh dao|quan li) huyen\b/, 'cap_huyen'],
    [/\b(?:cap|lanh dao|quan li) (?:xa|phuong)\b/, 'cap_xa'],
    [/\b(?:cap|lanh dao|quan li) phong\b/, 'cap_phong'],
  ],
  foreign_language: [
    [/\bc2\b|\bbac 6\b/, 'bac_6'],
    [/\bc1\b|\bbac 5\b/, 'bac_5'],
    [/\bb2\b|\bbac 4\b/, 'bac_4'],
    [/\bb1\b|\bbac 3\b/, 'bac_3'],
    [/\ba2\b|\bbac 2\b/, 'bac_2'],
    [/\ba1\b|\bbac 1\b/, 'bac_1'],
    [/\bsu dung duoc\b/, 'su_dung_duoc'],
  ],
  ethnic_language: [[/\bsu dung duoc\b/, 'su_dung_duoc']],
  it: [
    [/\bnang cao\b/, 'nang_cao'],
    [/\bco ban\b/, 'co_ban'],
    [/\bsu dung duoc\b/, 'su_dung_duoc'],
  ],
  defence_security: [1, 2, 3, 4].map((rank) => [
    new RegExp(`\\b(?:doi tuong|dt) ${rank}\\b`),
    `doi_tuong_${rank}`,
  ]),
};

const DEGREE =
  /\b(?:tien si|thac si|cao hoc|dai hoc|cao dang|ki su|bac si|duoc si|kien truc su|chuyen khoa)\b/;
const LANGUAGES =
  /\b(?:tieng |ngon ngu )(anh|phap|nga|trung(?: quoc)?|hoa|nhat|han(?: quoc)?|duc|lao|tay ban nha)\b|\b(anh|phap|nga|nhat|trung|hoa) van\b/;
const ETHNIC =
  /\btieng (?:dan toc(?: thieu so)?\b ?)?(khmer|kho me|cham|mong|hmong|thai|tay|nung|muong|dao|e de|ede|gia rai|jrai|gia lai|ba na|bana|xo dang|co ho|k ho|mnong|ha nhi|ra glai|raglai|pa co|bru|van kieu)\b/;

/**
 * How a text shows that it is about a kind, in the order in which kinds are tried. The order settles what two kinds could
 * claim: `cập nhật kiến thức QPAN` is an update, `Thạc sĩ QLNN` a degree.
 */
const SIGNS: readonly (readonly [QualificationKind, RegExp])[] = [
  ['knowledge_update', /\bcap nhat kien thuc\b/],
  ['professional_certificate', /\bchuc danh nghe nghiep\b/],
  ['practising_licence', /\bhanh nghe\b/],
  [
    'political_theory',
    /\bli luan chinh tri\b|\b(?:so cap|trung cap|cao cap|cu nhan) chinh tri\b(?! hoc\b)|\bchinh tri hanh chinh\b|^cao cap$/,
  ],
  ['defence_security', /\bquoc phong\b|^(?:doi tuong|dt) [1-4]$/],
  ['degree', DEGREE],
  ['state_management', /\bquan li nha nuoc\b|\b(?:chuyen vien|can su)\b/],
  ['leadership', /\blanh dao\b/],
  ['ethnic_language', new RegExp(`${ETHNIC.source}|\\btieng dan toc\\b`)],
  ['it', /\btin hoc\b|\bcong nghe thong tin\b|\b(?:ic3|mos|icdl)\b/],
  [
    'foreign_language',
    new RegExp(
      `${LANGUAGES.source}|\\bngoai ngu\\b|\\b(?:ielts|toeic|toefl|delf|hsk|jlpt|vstep|cefr)\\b|\\bbac [1-6]\\b|\\b[abc][12]\\b|^anh (?:[abc]|ielts)\\b`,
    ),
  ],
  ['degree', /\bcu nhan\b|\b(?:trung cap|so cap)\b \S|\btrung hoc chuyen nghiep\b/],
];

/** A degree whose words are those of another kind: `Đại học Chính trị học`, `Kỹ sư CNTT`. */
function isDegreeOf(line: string, kind: QualificationKind): boolean {
  if (!DEGREE.test(line) && !/^cu nhan\b/.test(line)) return false;
  if (kind === 'political_theory') return !/\b(?:so cap|trung cap|cao cap|cu nhan)\b/.test(line);
  return kind !== 'degree' && kind !== 'knowledge_update' && kind !== 'practising_licence';
}

/** What stands beside a level and is no field. */
const NOISE =
  /\b(?:(?:co )?bang|van bang|chung chi|giay chung nhan|giay xac nhan|tot nghiep|da qua|trinh do|chuyen mon|chuyen nganh|nganh|(?:he )?(?:(?:khong )?chinh qui|tai chuc|tu xa|lien thong|vua lam vua hoc|vlvh|khong tap trung|tap trung)|tuong duong|sau dai hoc|pho giao su|giao su|pgs|gs|cc|\d+)\b/g;

/** Kinds whose remaining words say what it is about. */
const WITH_FIELD: ReadonlySet<QualificationKind> = new Set([
  'degree',
  'professional_certificate',
  'practising_licence',
  'knowledge_update',
]);

type Line = {
  readonly text: string;
  readonly words: readonly LevelWord[];
  /** The words' folded syllables with a space between. */
  readonly folded: string;
};

function lineOf(text: string): Line {
  const words = levelWords(text);
  return { text, words, folded: words.map(({ folded }) => folded).join(' ') };
}

/** The longest run of words that no pattern claims, as written. */
function remaining(line: Line, claims: readonly RegExp[]): string | null {
  const used = line.words.map(() => false);
  for (const claim of claims) {
    const every = new RegExp(claim.source, 'g');
    for (const match of line.folded.matchAll(every)) {
      const first = line.folded.slice(0, match.index).split(' ').length - 1;
      const count = match[0].trim().split(' ').length;
      used.fill(true, first, first + count);
    }
  }
  let best: LevelWord[] = [];
  let run: LevelWord[] = [];
  for (const [index, word] of line.words.entries()) {
    run = used[index] === true ? [] : [...run, word];
    if (run.length > best.length) best = run;
  }
  const [first, last] = [best[0], best.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (best.some(({ expanded }) => expanded))
    return best.flatMap(({ written }) => (written === '' ? [] : [written])).join(' ');
  return line.text.slice(first.start, last.end);
}

const LANGUAGE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:anh|ielts|toeic|toefl|vstep)\b/, 'Anh'],
  [/\b(?:phap|delf)\b/, 'Pháp'],
  [/\bnga\b/, 'Nga'],
  [/\b(?:nhat|jlpt)\b/, 'Nhật'],
  [/\b(?:trung(?: quoc)?|hoa|hsk)\b/, 'Trung'],
  [/\bhan\b/, 'Hàn'],
  [/\bduc\b/, 'Đức'],
  [/\blao\b/, 'Lào'],
];

function fieldOf(line: Line, kind: QualificationKind, level: RegExp | undefined): string | null {
  if (kind === 'foreign_language')
    return LANGUAGE_NAMES.find(([name]) => name.test(line.folded))?.[1] ?? null;
  if (kind === 'ethnic_language') {
    const [, language] = ETHNIC.exec(line.folded) ?? [];
    return language === undefined
      ? null
      : remaining(line, [/\btieng\b|\bdan toc(?: thieu so)?\b|\bsu dung duoc\b|\b[abc]\b/, NOISE]);
  }
  if (!WITH_FIELD.has(kind)) return null;
  const own = SIGNS.filter(([of]) => of === kind && kind !== 'degree').map(([, sign]) => sign);
  const claims = kind === 'degree' ? (LEVELS.degree ?? []).map(([words]) => words) : own;
  return remaining(line, [NOISE, ...claims, ...(level === undefined ? [] : [level])]);
}

/** Reads a line as something of this kind, whether or not it names the kind itself. */
function readAs(line: Line, kind: QualificationKind, named: boolean): WrittenLevel | null {
  const entry = LEVELS[kind]?.find(([words]) => words.test(line.folded));
  if (entry === undefined && !named && LADDERS[kind].length > 0) return null;
  return { kind, level: entry?.[1] ?? null, field: fieldOf(line, kind, entry?.[0]) };
}

function kindOf(line: Line): QualificationKind | null {
  const found = SIGNS.find(([, sign]) => sign.test(line.folded))?.[0] ?? null;
  return found !== null && isDegreeOf(line.folded, found) ? 'degree' : found;
}

/** Kinds whose old certificates were of trình độ A, B or C: what they count for is told by a rule, not by a level. */
const OLD_GRADES: ReadonlySet<QualificationKind> = new Set(['foreign_language', 'ethnic_language', 'it']);

function readPart(text: string, expected: QualificationKind | null): WrittenLevel | null {
  const line = lineOf(text);
  if (line.words.length === 0) return null;
  const shown = kindOf(line);
  if (expected === null) return shown === null ? null : readAs(line, shown, true);
  if (shown === expected) return readAs(line, expected, true);
  // "Trung cấp" shows no kind and "Anh B" little; a word that belongs to another kind is not bent to this one.
  if (shown !== null && !(shown === 'degree' && isBare(line, expected))) return null;
  if (LADDERS[expected].length === 0) return { kind: expected, level: null, field: null };
  if (OLD_GRADES.has(expected) && /^[abc]$/.test(line.folded)) return readAs(line, expected, true);
  if (expected === 'foreign_language' && LANGUAGE_NAMES.some(([name]) => name.test(line.folded)))
    return readAs(line, expected, true);
  return readAs(line, expected, false);
}

/** The whole line is a level of the kind and nothing beside it: `cử nhân` in a column of lý luận chính trị. */
function isBare(line: Line, kind: QualificationKind): boolean {
  return (LEVELS[kind] ?? []).some(
    ([words]) => line.folded.replace(words, '').replace(NOISE, '').trim() === '',
  );
}

/**
 * A paper that makes another diploma count as a level: `Giấy xác nhận tương đương trung cấp LLCT`. What merely says which level it is
 * of (`B1, tương đương bậc 3`) is none.
 */
export function namesEquivalence(written: string): boolean {
  const folded = lineOf(tidyLevel(written)).folded;
  if (!/\btuong duong\b/.test(folded)) return false;
  // A foreign degree that was recognised is a degree.
  return /\bchinh tri\b/.test(folded) || (/\b(?:giay|xac nhan)\b/.test(folded) && !DEGREE.test(folded));
}

/** The text with its abbreviations written out, as rules name such papers: `tương đương TC LLCT` → `… trung cấp lý luận chính trị`. */
export function writeOut(written: string): string {
  const text = tidyLevel(written);
  let out = '';
  let at = 0;
  for (const word of levelWords(text)) {
    if (!word.expanded || word.written === '') continue;
    out += text.slice(at, word.start) + word.written;
    at = word.end;
  }
  return out + text.slice(at);
}

/**
 * Reads a written level, with or without diacritics, abbreviated or whole. `expected` is the kind that a column asks for, so that
 * `Trung cấp` alone can be read. Several of one kind in one text give the highest. `null` where it says nothing of the kind, or
 * where it names two kinds and none is expected, or says that the level is not held, or not yet (`Chưa có TC LLCT`, `Đang học …`).
 * A paper that calls itself equal to a level (`Giấy xác nhận tương đương …`) is `other`: what it counts for is told by a rule.
 */
export function readLevel(written: string, expected: QualificationKind | null): WrittenLevel | null {
  const text = tidyLevel(written);
  if (saysUnheld(text)) return null;
  if (namesEquivalence(text))
    return expected === null || expected === 'other' ? { kind: 'other', level: null, field: null } : null;
  const whole = readPart(text, expected);
  const parts = text
    .split(/[;,+]|\bvà\b/u)
    .map((part) => readPart(part, expected))
    .filter((part) => part !== null);
  const kinds = new Set(parts.map(({ kind }) => kind));
  if (expected === null && kinds.size > 1) return null;
  if (whole === null && parts.length === 0) return null;
  const several = parts.filter(({ level }) => level !== null);
  if (several.length < 2) return whole ?? parts[0] ?? null;
  return several.toSorted((a, b) => rung(b.kind, b.level ?? '') - rung(a.kind, a.level ?? ''))[0] ?? null;
}
