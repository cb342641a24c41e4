import type { IsoDate } from '../../domain/day.ts';
import type { Assumption } from '../../requirements/whatIf.ts';
import { readLevel, type WrittenLevel } from '../../vietnamese/levels.ts';
import type { Intent, Whom } from './intent.ts';
import { type Said, say, whole, wordsOf } from './said.ts';
import {
  FIRST_PERSON,
  GRADE,
  GRADE_STEP,
  LACK,
  LACK_NOT_YET,
  NEED,
  PLANNED_STEP,
  POSITION,
  RULES,
  SELF,
  SO,
  STEP,
  TAIL,
  WHAT,
  WHEN,
} from './vocabulary.ts';

const self: Whom = { who: 'self' };

const SOON = '(?:(?:sang nam|nam sau|nam toi|toi day|sap toi|sau nay|mai mot) )?';
const BEFORE = `(?:(?:hien tai|hien gio|hien nay|bay gio|den nay|luc nay|gio|hien)(?: thi)? )?(?:${RULES} (?:thi )?)?(?:(?:xem|kiem tra|ra soat|cho biet) )?`;
const SUBJECT = `(?:(?:trong )?(?:ho so (?:cua )?)?${SELF} (?:thi )?)`;
const ENOUGH = '(?:da |co |hien |dang |cung )*(?:du|dat)(?: cac)? (?:chuan|tieu chuan|dieu kien|yeu cau)';
const WHETHER = '(?:hay )?(?:chua|khong)';

const GAPS = [
  whole(`${BEFORE}${SUBJECT}?${LACK}${TAIL}`),
  whole(`${BEFORE}${SUBJECT}(?:${LACK_NOT_YET}|${NEED})${TAIL}`),
  whole(`${BEFORE}${SUBJECT}${ENOUGH}(?: (?:gi|nao))? ${WHETHER}`),
  whole(`(?:xem )?(?:nhung |phan |cai )*(?:con thieu|khoang cach|thieu hut) cua ${SELF}`),
];

const SUPPOSED = `(?<verbs>${STEP})(?<step>(?:${POSITION}|${GRADE})\\b.*?)`;
/** A supposed step before or behind the question. Some need a first person: without it they ask what the rules say. */
const WHAT_IF: readonly { readonly pattern: RegExp; readonly needsSelf: boolean }[] = [
  {
    pattern: whole(`${BEFORE}${SUBJECT}?${LACK}${TAIL} (?:de|neu|khi)(?: nhu)?(?: ${SELF})? ${SUPPOSED}`),
    needsSelf: false,
  },
  {
    pattern: whole(`${SUBJECT}(?:${LACK_NOT_YET}|${NEED})${TAIL} (?:de|neu|khi)(?: ${SELF})? ${SUPPOSED}`),
    needsSelf: true,
  },
  {
    pattern: whole(
      `(?:neu|gia su|gia du|gia nhu)(?: nhu)? ${SOON}(?:${SELF} )?${SUPPOSED}(?: thi)? ${SUBJECT}?(?:${LACK}|${SO})${TAIL}`,
    ),
    needsSelf: false,
  },
  {
    pattern: whole(
      `(?:(?:de|neu|gia su|gia du|khi)(?: nhu)? )?${SOON}(?:${SELF} )?${SUPPOSED}(?: thi)? ${SUBJECT}?(?:${LACK}|${NEED}|${SO})${TAIL}`,
    ),
    needsSelf: true,
  },
  { pattern: whole(`(?:de|muon) ${SUPPOSED}(?: thi)? ${LACK}${TAIL}`), needsSelf: false },
  { pattern: whole(`${SUBJECT}${SUPPOSED} (?:da )?duoc chua`), needsSelf: true },
  { pattern: whole(`${SUBJECT}${ENOUGH} ${SUPPOSED} ${WHETHER}`), needsSelf: true },
];
/** Behind the command that supposes: any position, whether or not it looks like one. */
const SAID_STEP = whole(`(?:neu )?(?:${SELF} )?(?<verbs>${STEP})?(?<step>.+)`);

const WHY_WORDS = '(?:(?:lai|noi|ghi|bao|ho|so|la|toi|em|minh|tui|bi|con|van|dang|cua) )*';
const WHY = [
  whole(
    `(?:tai sao|vi sao|sao|(?:vi )?li do(?: gi)?) ${WHY_WORDS}(?:thieu|chua dat|khong dat|chua du)(?: (?<topic>.+?))??(?: la gi)?`,
  ),
  whole(
    `${SELF} (?:da |cung |van )*(?:co|hoc|qua|hoc xong) (?<topic>.+?) (?:roi )?(?:ma )?(?:tai |vi )?sao ${WHY_WORDS}(?:thieu|chua dat|khong dat)`,
  ),
];

const QUALIFICATION =
  '(?:van bang chung chi|bang cap chung chi|bang cap|van bang|chung chi|bang|trinh do)(?: va (?:chung chi|van bang|bang cap))?';
const RECORD = [
  whole(
    `(?:(?:xem|doc|mo|tra cuu|tra|tim) )?(?:lai )?(?:ho so|thong tin|li lich)(?: (?:ca nhan|can bo|cong chuc|vien chuc))*(?: (?:cua|ve))? ${SELF}(?: (?:the nao|ra sao|(?:dang |da |hien )*(?:co|ghi|gom)(?: (?:nhung|cac))? gi|ghi the nao))?`,
  ),
  whole('(?:xem|mo|doc|tra cuu) (?:lai )?(?:ho so|thong tin|li lich) ca nhan'),
];
const QUALIFICATIONS = [
  whole(
    `(?:(?:xem|liet ke|doc|tra cuu) )?(?:(?:cac|nhung|tat ca) )*${QUALIFICATION}(?: (?:cua|ma))? ${SELF}(?: (?:da|dang|hien|co|gom|la|nhung|gi))*`,
  ),
  whole(
    `(?:trong ho so )?${SELF} (?:(?:da|dang|hien) )*co (?:(?:nhung|cac) )?${QUALIFICATION} (?:gi|nao)(?: roi)?`,
  ),
  whole(
    `${SELF} (?:(?:da|tung) )+(?:hoc|qua|du) (?:(?:nhung|cac) )?(?:lop|khoa)(?: boi duong)? (?:gi|nao)(?: roi)?`,
  ),
  whole(`(?:xem|liet ke) (?:(?:cac|nhung) )?(?:van bang chung chi|bang cap chung chi|bang cap|van bang)`),
];

const AGAIN =
  '(?:(?:di )?(?:hoc|boi duong|tap huan|thi|dao tao) (?:bo sung )?lai|cap nhat(?: lai)?|gia han|doi lai)';
const DUE = '(?:(?:moi|lai|phai|can|nen|se|thi|den|toi|han|di|bi) )*';
const RENEWAL: readonly { readonly pattern: RegExp; readonly needsTopic: boolean }[] = [
  ...[
    `${WHEN} (?:thi )?(?:${SELF} )?${DUE}${AGAIN}(?: (?<topic>.+?))?(?: cua ${SELF})?`,
    `${SELF} ${DUE}${AGAIN}(?: (?<topic>.+?))? (?:vao )?${WHEN}`,
    `(?<topic>.+?) cua ${SELF} (?:${WHEN} )?(?:(?:thi|se|bi|da|sap) )*(?:het (?:han|hieu luc)|phai ${AGAIN}|den han)(?: (?:chua|${WHEN}|khong))?`,
    `(?<topic>.+?) cua ${SELF} (?:con|co) (?:han|hieu luc|gia tri)(?: su dung)? (?:khong|chua|den ${WHEN})`,
    `(?:${WHEN} (?:thi )?)?(?:den |toi )?(?:han|thoi han) (?:${AGAIN}|hoc|boi duong)(?: (?<topic>.+?))? cua ${SELF}`,
    `${SELF} (?:co )?${DUE}${AGAIN}(?: (?<topic>.+?))? (?:khong|chua)`,
    `${SELF} (?:co )?${WHAT} (?:(?:sap|da|bi) )*het (?:han|hieu luc)(?: (?:khong|chua))?`,
    `${WHAT} (?:cua )?${SELF} (?:(?:sap|da|bi) )*(?:het (?:han|hieu luc)|${DUE}${AGAIN})`,
    `${SELF} ${DUE}${AGAIN} ${WHAT}`,
  ].map((source) => ({ pattern: whole(source), needsTopic: false })),
  // "Khi nào tôi phải đi học QPAN": without a kind of record it may be any school.
  {
    pattern: whole(`${WHEN} (?:thi )?${SELF} (?:moi )?(?:phai|can|den han) di hoc (?<topic>.+)`),
    needsTopic: true,
  },
  {
    pattern: whole(`${WHEN} (?:thi )?(?:${SELF} )?den han (?:hoc|boi duong) (?<topic>.+?)(?: cua ${SELF})?`),
    needsTopic: true,
  },
];

/** What a person asks about their own record; `null` for anything else. Pure. */
export function readOwnIntent(said: Said, asOf: IsoDate | null): Intent | null {
  return readGaps(said, asOf) ?? readWhy(said, asOf) ?? readLook(said) ?? readRenewal(said);
}

/** What the words behind the command that supposes suppose: `quy hoạch phó giám đốc sở`, `chuyên viên chính`. */
export function readSupposition(said: Said): Assumption | null {
  const match = SAID_STEP.exec(said.folded);
  return match === null ? null : readAssumption(said, match);
}

/** The step that is supposed behind a question about a named person: "… để lên chuyên viên chính". */
export const SUPPOSED_BEHIND = `(?: (?:de|neu|khi)(?: nhu)? ${SUPPOSED})?`;

/** A grade where it is named like one or said to be one, else a post, held or planned; `null` where nothing is supposed. */
export function readAssumption(said: Said, match: RegExpExecArray): Assumption | null {
  const name = wordsOf(said, match, 'step');
  if (name === null) return null;
  const verbs = match.groups?.verbs ?? '';
  if (PLANNED_STEP.test(verbs)) return { kind: 'planned', name };
  const folded = say(name).folded;
  const isGrade =
    !new RegExp(`^${POSITION}\\b`).test(folded) &&
    (GRADE_STEP.test(verbs) || new RegExp(`^${GRADE}\\b`).test(folded));
  return { kind: isGrade ? 'grade' : 'post', name };
}

function readGaps(said: Said, asOf: IsoDate | null): Intent | null {
  if (GAPS.some((pattern) => pattern.test(said.folded))) {
    return { kind: 'gaps', whom: self, assumption: null, topic: null, asOf };
  }
  const speaksOfSelf = FIRST_PERSON.test(said.folded);
  for (const { pattern, needsSelf } of WHAT_IF) {
    const match = needsSelf && !speaksOfSelf ? null : pattern.exec(said.folded);
    if (match === null) continue;
    return { kind: 'gaps', whom: self, assumption: readAssumption(said, match), topic: null, asOf };
  }
  return null;
}

function readWhy(said: Said, asOf: IsoDate | null): Intent | null {
  for (const pattern of WHY) {
    const why = pattern.exec(said.folded);
    if (why === null) continue;
    const words = wordsOf(said, why, 'topic');
    const topic = topicOf(words);
    // "Tại sao thiếu giáo viên" asks about the world, not about a record.
    if (words !== null && topic === null) return null;
    return { kind: 'gaps', whom: self, assumption: null, topic, asOf };
  }
  return null;
}

function readLook(said: Said): Intent | null {
  if (RECORD.some((pattern) => pattern.test(said.folded))) return { kind: 'record', whom: self, part: 'all' };
  if (QUALIFICATIONS.some((pattern) => pattern.test(said.folded))) {
    return { kind: 'record', whom: self, part: 'qualifications' };
  }
  return null;
}

function readRenewal(said: Said): Intent | null {
  if (!FIRST_PERSON.test(said.folded)) return null;
  for (const { pattern, needsTopic } of RENEWAL) {
    const match = pattern.exec(said.folded);
    if (match === null) continue;
    const words = wordsOf(said, match, 'topic');
    const topic = topicOf(words);
    const isOpen =
      words === null || /^(?:lop |chung chi |cac )*(?:kien thuc|chung chi|bang)$/.test(say(words).folded);
    if (topic === null && (needsTopic || !isOpen)) continue;
    return { kind: 'renewal', topic };
  }
  return null;
}

function topicOf(words: string | null): WrittenLevel | null {
  if (words === null) return null;
  return (
    readLevel(words.replace(/^(?:chứng chỉ|chung chi|giấy|lớp|lop|bằng|bang)\s+/u, ''), null) ??
    readLevel(words, null)
  );
}
