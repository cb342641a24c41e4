import type { IsoDate } from '../../domain/day.ts';
import { SURNAMES } from '../../vietnamese/surnames.ts';
import { fold } from '../../vietnamese/text.ts';
import type { Intent, Whom } from './intent.ts';
import { areGivenNames, foldedAlternatives, HONORIFICS } from './names.ts';
import { readAssumption, SUPPOSED_BEHIND } from './own.ts';
import { isCapitalised, type Said, say, whole, wordsOf } from './said.ts';
import { LACK, NEED, NO_CALLED_NAME, NO_NAME_WORDS, RULES, TAIL } from './vocabulary.ts';

const HEAD = `(?:(?:truong hop|can bo|cong chuc|vien chuc|nhan vien|ban) )?(?:(?<code>(?!(?:nd|qd|tt|nq|kh|hd|ct|ctr|tb|cv|dieu|khoan|luat|chuong|muc|so|nam|ngay|lop|khoa) )[a-z]{2,8} \\d{2,8})|(?<honorific>${foldedAlternatives(HONORIFICS)}) (?<called>\\S+(?: \\S+){0,4}?)|(?<full>(?<surname>${foldedAlternatives(SURNAMES)})(?: \\S+){1,4}?))`;
/** Where the person works, told beside the name. */
const PLACE =
  '(?: (?:(?:o|ben|thuoc) .+?|(?:phong|so|ban|van phong) (?!(?:con|hien|dang|bi|thi) )\\S+ \\S+.{0,40}?))?';
const GAPS = whole(
  `(?:ho so (?:cua )?)?${HEAD}${PLACE} (?:${LACK}|${NEED}|(?:da |co )*(?:du|dat) (?:chuan|tieu chuan|dieu kien) (?:chua|khong))${TAIL}${SUPPOSED_BEHIND}(?: ${RULES})?`,
);
const RECORD = whole(
  `(?:(?:xem|mo|doc|tra cuu|tra|tim|kiem tra) )?(?<part>ho so|thong tin|li lich|bang cap|van bang|chung chi)(?: (?:ca nhan))?(?: cua)? ${HEAD}`,
);
const WHO = whole(HEAD);

/** What somebody asks about a person whom they name; `null` for anything else. `text` as it was sent. Pure. */
export function readNamed(said: Said, text: string, asOf: IsoDate | null): Intent | null {
  const gaps = GAPS.exec(said.folded);
  if (gaps !== null) {
    const whom = readWhom(said, gaps, text);
    if (whom !== null)
      return { kind: 'gaps', whom, assumption: readAssumption(said, gaps), topic: null, asOf };
  }
  const look = RECORD.exec(said.folded);
  if (look === null) return null;
  const whom = readWhom(said, look, text);
  const part = /^(?:bang|van bang|chung chi)/.test(look.groups?.part ?? '') ? 'qualifications' : 'all';
  return whom === null ? null : { kind: 'record', whom, part };
}

/** The name or code of a person where the words are nothing else: `anh Nam`, `MAU-017`. */
export function readName(said: Said, text: string): string | null {
  const match = WHO.exec(said.folded);
  const whom = match === null ? null : readWhom(said, match, text);
  return whom?.who === 'named' ? whom.name : null;
}

function readWhom(said: Said, match: RegExpExecArray, text: string): Whom | null {
  const code = match.groups?.code;
  if (code !== undefined) return { who: 'named', name: code.toUpperCase().replace(' ', '-') };
  const called = wordsOf(said, match, 'called');
  const name = called ?? wordsOf(said, match, 'full');
  if (name === null) return null;
  if (isCapitalised(text, name)) return { who: 'named', name };
  const compared = say(name).folded;
  if (NO_NAME_WORDS.test(compared)) return null;
  const isName =
    called === null
      ? isFullName(text, name)
      : isCalledSo(text, wordsOf(said, match, 'honorific') ?? '', name);
  return isName ? { who: 'named', name } : null;
}

/** "Lê Văn Tám" is a person, "lưu trữ" none. */
function isFullName(text: string, name: string): boolean {
  const [surname = '', ...given] = name.split(' ');
  const bare = !hasDiacritics(text);
  return (bare || SURNAMES.has(surname)) && areGivenNames(given, bare);
}

/** "Chú Nam" is a person, "chủ đầu tư" none: where a sentence has diacritics, its honorifics have theirs. */
function isCalledSo(text: string, honorific: string, name: string): boolean {
  const bare = !hasDiacritics(text);
  return (
    !NO_CALLED_NAME.test(say(name).folded) &&
    (bare || HONORIFICS.has(honorific)) &&
    areGivenNames(name.split(' '), bare)
  );
}

function hasDiacritics(text: string): boolean {
  return fold(text) !== text.normalize('NFC').toLowerCase();
}
