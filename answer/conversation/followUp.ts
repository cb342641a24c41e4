import { writePath } from '../../domain/citation.ts';
import { PROVISION_KINDS, type ProvisionKind } from '../../domain/directive.ts';
import { findNamedDocuments } from '../../retrieve/namedDocument.ts';
import { findNamedProvisions, type NamedProvision } from '../../retrieve/namedProvision.ts';
import { cleanText, fold } from '../../vietnamese/text.ts';
import { findSubjects, type Subject } from './subjects.ts';

/** What an earlier answer cited, as far as a follow-up needs it. */
export type EarlierCitation = { readonly document: string; readonly path: readonly string[] };
/** A question asked before, standing alone, and what its answer cited. */
export type EarlierTurn = { readonly question: string; readonly citations: readonly EarlierCitation[] };

/** Longer questions say what they mean. In syllables. */
const LONGEST_FOLLOW_UP = 16;

const LEAD = '(?:(?:the thi|vay thi|the|vay|a|u|roi|nhung)\\s*,?\\s*)?';
const TAIL =
  '(?:[\\s,]+(?:thi sao|thi the nao|thi nhu the nao|sao|the nao|thi|nhi|vay|a|ha|hay sao))*\\s*[?.!]*\\s*';
/** "thế còn viên chức thì sao", "còn viên chức?" … */
const AND_THE = new RegExp(`^${LEAD}con(?: doi voi| voi| neu la| neu)?\\s+(?<rest>.+?)${TAIL}$`, 'd');
/** … "viên chức thì sao", "nếu là viên chức thì sao", "đối với viên chức thì thế nào". */
const WHAT_OF = new RegExp(
  `^${LEAD}(?:doi voi|voi|neu la|la)?\\s*(?<rest>.+?)\\s+thi\\s+(?:sao|the nao|nhu the nao)(?:\\s+(?:nhi|a|vay))?\\s*[?.!]*\\s*$`,
  'd',
);
/** "Còn" that says "still": these are questions of their own. */
const STILL =
  /^(?:hieu luc|han|thieu|duoc|phai|ap dung|dung|gia tri|thoi|bao nhieu|may|no|cho|lai|nua|quy dinh|su dung|ai)(?![a-z])/;
const YEAR = /^(?:trong |den )?nam\s+((?:19|20)\d\d)$/;

/**
 * A question that only makes sense after the one before, put in full: "thế còn viên chức thì sao?" → the question before with its
 * subject swapped; "còn khoản 3?" → that khoản of the same Điều; "văn bản đó …" → the document by its name. `null` where it stands
 * alone, or where what it goes on about cannot be told: then it is asked as it is. Pure; `earlier` latest first.
 */
export function standAlone(asked: string, earlier: readonly EarlierTurn[]): string | null {
  const [last] = earlier;
  if (last === undefined) return null;
  const { text, folded } = read(asked);
  if (!mayGoOn(text, folded)) return null;
  const cited = earlier.find(({ citations }) => citations.length > 0)?.citations[0] ?? null;
  return (
    sameDocument(text, folded, cited) ??
    pointedAt(text, folded, cited) ??
    swapped(text, folded, last.question)
  );
}

/** Whether a question has any sign of going on about another: without one, `standAlone` gives `null` whatever was asked before. Pure. */
export function hasSignOfGoingOn(asked: string): boolean {
  const { text, folded } = read(asked);
  return mayGoOn(text, folded);
}

function read(asked: string): { readonly text: string; readonly folded: string } {
  const text = cleanText(asked).trim().replace(/\s+/g, ' ');
  return { text, folded: fold(text) };
}

function mayGoOn(text: string, folded: string): boolean {
  if (folded.length !== text.length || text.split(' ').length > LONGEST_FOLLOW_UP) return false;
  if (findNamedDocuments(text).documents.length > 0) return false;
  const signs = [AND_THE, WHAT_OF, DOCUMENT, PROVISION];
  return signs.some((sign) => sign.test(folded)) || findNamedProvisions(text).provisions.length === 1;
}

// ── Another provision of the same document ──

/** Words beside a provision that ask nothing more. */
const BARE =
  /^(?:the|thi|vay|con|sao|nao|nhu|quy|dinh|noi|gi|ghi|cua|dieu|van|ban|do|nay|ay|a|nhi|xem|la|trong|o|nghi|quyet|thong|tu|cho|toi|minh|va|tiep|[?.!, ])*$/;
const MARKED = /^(?:the|vay|con)\s|\sthi sao/;
const RUNG_WORDS: readonly (readonly [RegExp, ProvisionKind])[] = [
  [/^phụ lục/i, 'phu_luc'],
  [/^phần/i, 'phan'],
  [/^chương/i, 'chuong'],
  [/^tiểu mục/i, 'tieu_muc'],
  [/^mục/i, 'muc'],
  [/^điều/i, 'dieu'],
  [/^khoản/i, 'khoan'],
  [/^điểm/i, 'diem'],
];

function sameDocument(text: string, folded: string, cited: EarlierCitation | null): string | null {
  if (cited === null) return null;
  const { provisions, rest } = findNamedProvisions(text);
  const [named] = provisions;
  if (named === undefined || provisions.length > 1 || !BARE.test(fold(rest).replace(/\s+/g, ' ').trim())) {
    return null;
  }
  const isWhole = named.rungs.some(({ kind }) => kind === 'dieu' || kind === 'phan' || kind === 'phu_luc');
  // "Điều 5" by itself asks of any document; "khoản 3" by itself can only go on about an Điều.
  if (isWhole && !MARKED.test(folded)) return null;
  const around = isWhole ? [] : above(cited.path, named);
  return [named.written, ...(around.length === 0 ? [] : [writePath(around)]), cited.document].join(' ');
}

/** The labels of a path that stand above the named rung. */
function above(path: readonly string[], { rungs }: NamedProvision): readonly string[] {
  const highest = Math.min(...rungs.map(({ kind }) => PROVISION_KINDS.indexOf(kind)));
  return path.filter((label) => {
    const kind = RUNG_WORDS.find(([words]) => words.test(label))?.[1];
    return kind !== undefined && PROVISION_KINDS.indexOf(kind) < highest;
  });
}

// ── "văn bản đó", "điều này" ──

const DOCUMENT =
  /(?<![a-z])(?:cai )?(?:van ban|nghi dinh|thong tu|quyet dinh|ke hoach|huong dan|chuong trinh|nghi quyet|luat) (?:nay|do|ay|kia|tren|noi tren|vua roi)(?![a-z])/d;
const PROVISION =
  /(?<![a-z])(?:dieu khoan|dieu|khoan|diem|muc|quy dinh|doan|cho) (?:nay|do|ay|kia|tren|noi tren|vua roi)(?![a-z])/d;

function pointedAt(text: string, folded: string, cited: EarlierCitation | null): string | null {
  if (cited === null) return null;
  const document = DOCUMENT.exec(folded);
  if (document !== null && points(text, folded, document)) return replaced(text, document, cited.document);
  const provision = PROVISION.exec(folded);
  if (provision === null || cited.path.length === 0 || !points(text, folded, provision)) return null;
  return replaced(text, provision, `${writePath(cited.path)} ${cited.document}`);
}

/** Who makes, signs or pays: "văn bản do ai ban hành" typed without diacritics. */
const BY_WHOM =
  /^ (?:ai|don vi|co quan|cap|bo|so|ubnd|uy ban|hdnd|hoi dong|chinh phu|thu tuong|quoc hoi|ngan sach|nha nuoc|nguoi|ban|truong|chu tich)(?![a-z])/;
/** "Điểm trên 50", "quy định trên địa bàn tỉnh". */
const ABOVE = /^ (?:\d|bao nhieu|may|muc|dia ban|toan|pham vi|co so|mang|trung binh|tinh than)/;

/** Whether the words point back: "đó" and "này" do, "do" and "nay" do not, and "trên" may say where or how much. */
function points(text: string, folded: string, { 0: matched, index }: RegExpExecArray): boolean {
  const end = index + matched.length;
  const last = /[a-z]+$/.exec(matched)?.[0] ?? '';
  const written = text.slice(end - last.length, end).toLowerCase();
  const after = folded.slice(end);
  if (last === 'tren') return !ABOVE.test(after);
  if (last !== 'do' && last !== 'nay') return true;
  const hasMarks = text.toLowerCase() !== folded;
  return hasMarks ? written !== last : last === 'nay' || !BY_WHOM.test(after);
}

function replaced(text: string, match: RegExpExecArray, by: string): string {
  return text.slice(0, match.index) + by + text.slice(match.index + match[0].length);
}

// ── Another subject ──

function swapped(text: string, folded: string, before: string): string | null {
  const also = AND_THE.exec(folded);
  const match = also ?? WHAT_OF.exec(folded);
  const span = match?.indices?.groups?.rest;
  if (span === undefined) return null;
  const [from, to] = span;
  const rest = folded.slice(from, to);
  if (STILL.test(rest)) return null;
  const year = YEAR.exec(rest);
  if (year !== null) return `năm ${year[1]} thì ${lowered(withoutYear(before))}`;
  const words = text.slice(from, to);
  const [subject, another] = findSubjects(words);
  // More than a subject is a question of its own: "còn viên chức biệt phái được hưởng gì".
  if (subject === undefined || another !== undefined || !isOnlySubject(words, subject)) return null;
  const own = findSubjects(before);
  const place = own.find(({ kind }) => kind === subject.kind) ?? own.find((one) => isPerson(one, subject));
  if (place === undefined) {
    return isPersonal(subject) || subject.kind === 'mode' || subject.kind === 'place'
      ? `${before.replace(/[\s?.!]+$/, '')} đối với ${words}`
      : null;
  }
  const swappedIn = place.start === 0 ? capitalised(words, before) : words;
  return before.slice(0, place.start) + swappedIn + before.slice(place.end);
}

const isPersonal = ({ kind }: Subject) => kind === 'people' || kind === 'grade' || kind === 'post';
/** A post, a grade and a group of people can stand for each other: all of them are whom a rule binds. */
const isPerson = (one: Subject, other: Subject) => isPersonal(one) && isPersonal(other);

const AROUND =
  /^(?:nguoi|nhung|cac|doi voi|voi|la|ngach|chuc danh|truong hop|lop|loai|cap|muc|trinh do|hinh thuc|hoc|dao tao|boi duong|dien|va|thi|\s)*$/;

function isOnlySubject(words: string, { start, end }: Subject): boolean {
  return AROUND.test(fold(words.slice(0, start))) && AROUND.test(fold(words.slice(end)));
}

function withoutYear(question: string): string {
  return question.replace(/^\s*(?:trong\s+)?năm\s+(?:19|20)\d\d(?:\s+thì)?\s*,?\s*/iu, '');
}

function lowered(question: string): string {
  return question.charAt(0).toLowerCase() + question.slice(1);
}

function capitalised(words: string, before: string): string {
  return /^\p{Lu}/u.test(before) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
