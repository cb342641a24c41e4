import type { IsoDate } from '../../domain/directive.ts';
import type { Assumption } from '../../requirements/whatIf.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { readLevel, type WrittenLevel } from '../../vietnamese/levels.ts';
import type { Intent, Whom } from './intent.ts';
import { type Said, say, wordsOf } from './said.ts';

// Folded as terms are: a final y that stands alone is i (quy → qui, lý → li).
const SELF = '(?:toi|em|minh|tui|ban than)';
const HONORIFIC = '(?:anh|chi|ong|ba|co|chu|bac|dong chi|dc|thay|em|chau|ban)';
/** First syllables of family names: a name typed without capitals is known by them. */
const SURNAME =
  '(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|li|mai|dinh|trinh|doan|luong|ha|dao|cao|chu|ta|thach|kim|son|danh|lam|to|tang|luu|quach|au|ton|truong|ninh|vuong|tong|thai|lo|ka|ksor)';
const WHAT =
  '(?:(?:nhung |cac )?(?:gi|chi|cai gi|dieu gi|bang gi|bang cap gi|van bang gi|lop gi|chung chi (?:gi|nao)|bang cap nao|van bang nao|tieu chuan (?:gi|nao)|dieu kien (?:gi|nao)|yeu cau (?:gi|nao)|trinh do (?:gi|nao)|cai nao|muc nao))';
const LACK = `(?:(?:hien|dang|van|da|cung|se|bi|hien tai|hien nay|bay gio|gio) )*(?:con )?(?:bi )?thieu ${WHAT}`;
const STEP =
  '(?:(?:duoc )?(?<planned>(?:vao )?qui hoach)(?: (?:lam|vao|chuc danh|chuc vu|vi tri))*|(?:duoc )?(?:thi |xet )?(?<grade>nang ngach|len ngach|chuyen ngach|thang hang|len hang|nang hang)(?: len| lam)*|(?:duoc )?(?:bo nhiem|bau|giu chuc vu|giu chuc|giu chuc danh|giu|dam nhiem|dam nhan|lam|tro thanh|len lam|len|chuyen sang lam|ve lam|xet)(?: (?:lam|giu chuc|giu|chuc danh|chuc vu|chuc))*)';
const GRADE_NAME =
  /^(?:ngach |hang )?(?:can su|chuyen vien|ki su|giang vien|nhan vien|chuyen vien chinh|chuyen vien cao cap|hang (?:[1-4]|i{1,3}|iv))\b/;
const POSITION_OF_POST =
  /^(?:truong|pho|chu tich|bi thu|giam doc|hieu|chanh|uy vien|cuc|vu|thu truong|bo truong)/;

const anchored = (source: string): RegExp => new RegExp(`^(?:${source})$`, 'd');

const GAPS = [
  anchored(
    `(?:(?:xin )?(?:cho|hoi|xem|kiem tra) (?:${SELF} )?(?:biet |hoi |xem )?(?:la )?)?(?:${SELF} (?:muon|can) (?:biet|hoi|xem) )?(?:${SELF} )?${LACK}(?: nua)?(?: (?:khong|a|vay|the|nhi|so voi (?:qui dinh|tieu chuan|chuan)|theo qui dinh|trong ho so))*(?: (?:de|neu(?: muon)?)(?: ${SELF})?(?: (?:duoc|co the|du dieu kien))* ${STEP} (?<step>.+))?`,
  ),
  anchored(
    `(?:de (?:duoc )?${STEP} (?<step>.+?) )(?:thi )?(?:${SELF} )?(?:${LACK}|(?:can|phai|con phai) (?:co |hoc |bo sung )?(?:them )?${WHAT})(?: nua)?`,
  ),
  anchored(
    `${SELF} (?:da |hien |dang )*(?:du|dat) (?:chuan|tieu chuan|dieu kien|yeu cau|cac tieu chuan|cac dieu kien)(?: (?:de |cua |lam |chuc danh |chuc vu )*(?:${STEP} )?(?<step>.+?))? (?:chua|khong|hay chua|hay khong)`,
  ),
  anchored(
    `${SELF} (?:con )?(?:can|phai|nen) (?:phai )?(?:hoc|bo sung|co|boi duong|dao tao|hoan thien)(?: them)? ${WHAT}(?: nua)?(?: de (?:duoc )?${STEP} (?<step>.+))?`,
  ),
  anchored(
    `(?:neu|gia su|gia du) (?:nhu )?(?:${SELF} )?${STEP} (?<step>.+?) (?:thi )?(?:${SELF} )?(?:${LACK}|sao|the nao|nhu the nao|ra sao|con gi|(?:can|phai|con phai) (?:co |hoc |bo sung |dat )?(?:them )?${WHAT})(?: nua)?`,
  ),
  anchored(
    `${SELF} (?:muon|dinh|sap|chuan bi)(?: duoc)? ${STEP} (?<step>.+?) thi (?:${SELF} )?(?:${LACK}|sao|the nao|(?:can|phai) (?:co |hoc |bo sung )?(?:them )?${WHAT})(?: nua)?`,
  ),
  anchored(`(?:xem |kiem tra )?(?:phan |nhung )?(?:con thieu|khoang cach|thieu hut) cua ${SELF}`),
];

const WHY = anchored(
  `(?:tai sao|vi sao|sao|ly do|li do)(?: lai)?(?: noi)? (?:${SELF} )?(?:lai |bi |con |van |dang )*(?:thieu|chua dat|khong dat|chua du)(?: (?<topic>.+?))?(?: vay| the| a)?`,
);

const RECORD = anchored(
  `(?:(?:cho )?(?:${SELF} )?(?:xem|doc|mo|tra cuu) (?:lai )?)?(?:ho so|thong tin|li lich)(?: ca nhan| can bo)?(?: cua)? ${SELF}(?: co gi| the nao| ra sao| dang ghi gi| gom nhung gi| ghi gi)?`,
);
const QUALIFICATIONS = [
  anchored(
    `(?:(?:cho )?(?:${SELF} )?(?:xem|liet ke|doc|tra cuu) )?(?:cac |nhung )?(?:bang cap|van bang|chung chi|bang|trinh do|van bang chung chi|bang cap chung chi)(?: va chung chi)?(?: cua| ma)? ${SELF}(?: (?:da |dang )?co| gom nhung gi| la gi| gom gi)?`,
  ),
  anchored(`${SELF} (?:da |dang |hien )*co (?:nhung |cac )?(?:bang cap|van bang|chung chi|bang) (?:gi|nao)`),
];
const RENEWAL = [
  anchored(
    `(?:khi nao|bao gio|luc nao|ngay nao|chung nao|nam nao|den bao gio|den khi nao)(?: thi)? ${SELF} (?:moi )?(?:phai|can|nen|den han|toi han|bi het han|het han)(?: phai)?(?: di)?(?: (?:hoc|boi duong|cap nhat|gia han|tap huan|thi|lam|doi))*(?: lai| tiep)?(?: (?<topic>.+))?`,
  ),
  anchored(
    `(?<topic>.+?) cua ${SELF} (?:khi nao|bao gio|luc nao|ngay nao|chung nao)(?: thi)? (?:het han|het hieu luc|phai (?:hoc|doi|gia han|boi duong|cap nhat)(?: lai)?)`,
  ),
  anchored(
    `(?:han|thoi han|den han) (?:hoc lai|boi duong lai|cap nhat|gia han)(?: (?<topic>.+?))?(?: cua ${SELF})`,
  ),
];

const NAMED_HEAD = `(?:(?<code>[a-z]{2,8} \\d{2,8})|${HONORIFIC} (?<called>\\S+(?: \\S+){0,4}?)|(?<full>${SURNAME}(?: \\S+){1,4}?))`;
const NAMED_GAPS = anchored(`(?:hoi )?${NAMED_HEAD} ${LACK}(?: nua)?(?: (?:vay|the|a|khong))?`);
const NAMED_RECORD = anchored(
  `(?:(?:cho )?(?:${SELF} )?(?:xem|mo|doc|tra cuu|tim) )?(?<part>ho so|thong tin|li lich|bang cap|van bang|chung chi)(?: can bo| ca nhan)?(?: cua)? ${NAMED_HEAD}`,
);

/** What a person asks about a record, their own or somebody's; `null` for anything else. Pure. */
export function readRecordIntent(text: string): Intent | null {
  const said = say(withoutDate(text));
  const asOf = findDates(text)[0]?.date ?? null;
  return readGaps(said, asOf) ?? readLook(said) ?? readRenewal(said) ?? readNamed(said, asOf);
}

const self: Whom = { who: 'self' };

function readGaps(said: Said, asOf: IsoDate | null): Intent | null {
  for (const pattern of GAPS) {
    const match = pattern.exec(said.folded);
    if (match === null) continue;
    return { kind: 'gaps', whom: self, assumption: readAssumption(said, match), topic: null, asOf };
  }
  const why = WHY.exec(said.folded);
  if (why === null) return null;
  const topic = wordsOf(said, why, 'topic');
  const level = topic === null ? null : readLevel(topic, null);
  // "Tại sao thiếu giáo viên" asks about the world, not about a record.
  if (topic !== null && level === null) return null;
  return { kind: 'gaps', whom: self, assumption: null, topic: level, asOf };
}

/** A grade where it is named like one or said to be one, else a post, held or planned. */
function readAssumption(said: Said, match: RegExpExecArray): Assumption | null {
  const written = wordsOf(said, match, 'step');
  if (written === null) return null;
  const name = written.replace(/^(?:ngạch|ngach|chức danh|chuc danh)\s+/u, '');
  const folded = say(name).folded;
  if (match.groups?.planned !== undefined) return { kind: 'planned', name };
  const isGrade =
    match.groups?.grade !== undefined || (GRADE_NAME.test(folded) && !POSITION_OF_POST.test(folded));
  return { kind: isGrade ? 'grade' : 'post', name };
}

function readLook(said: Said): Intent | null {
  if (RECORD.test(said.folded)) return { kind: 'record', whom: self, part: 'all' };
  if (QUALIFICATIONS.some((pattern) => pattern.test(said.folded))) {
    return { kind: 'record', whom: self, part: 'qualifications' };
  }
  return null;
}

function readRenewal(said: Said): Intent | null {
  for (const pattern of RENEWAL) {
    const match = pattern.exec(said.folded);
    if (match === null) continue;
    return { kind: 'renewal', topic: topicOf(wordsOf(said, match, 'topic')) };
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

function readNamed(said: Said, asOf: IsoDate | null): Intent | null {
  const gaps = NAMED_GAPS.exec(said.folded);
  if (gaps !== null) {
    const whom = readName(said, gaps);
    return whom === null ? null : { kind: 'gaps', whom, assumption: null, topic: null, asOf };
  }
  const look = NAMED_RECORD.exec(said.folded);
  if (look === null) return null;
  const whom = readName(said, look);
  const part = /^(?:bang|van bang|chung chi)/.test(look.groups?.part ?? '') ? 'qualifications' : 'all';
  return whom === null ? null : { kind: 'record', whom, part };
}

/** Words that follow an honorific without being a name: "chị em", "ông bà", "cán bộ nào". */
const NO_NAME =
  /^(?:em|ba|chi|anh|nao|gi|ai|ta|minh|toi|nay|do|kia|con|dang|van|bi|thi|se|can bo|cong chuc|vien chuc|nguoi|dang vien)\b/;

function readName(said: Said, match: RegExpExecArray): Whom | null {
  const code = match.groups?.code;
  if (code !== undefined) return { who: 'named', name: code.toUpperCase().replace(' ', '-') };
  const name = wordsOf(said, match, 'called') ?? wordsOf(said, match, 'full');
  if (name === null || NO_NAME.test(say(name).folded)) return null;
  return { who: 'named', name };
}

/** "… tính đến 31/12/2026" says when, not what. */
function withoutDate(text: string): string {
  return findDates(text).length === 0
    ? text
    : text
        .normalize('NFC')
        .replace(
          /(?:,?\s*(?:tính đến|tinh den|đến|den|vào|vao|tại|tai)\s*)?(?:hết\s+)?(?:ngày\s+|ngay\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/giu,
          ' ',
        )
        .replace(
          /(?:,?\s*(?:tính đến|tinh den|đến|den|vào|vao|tại|tai)\s*)?(?:hết\s+)?(?:ngày|ngay)\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}/giu,
          ' ',
        );
}
