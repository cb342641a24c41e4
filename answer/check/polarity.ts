import type { Clause } from './clauses.ts';
import { groupsIn } from './groups.ts';
import type { FailureReason } from './reasons.ts';
import { remembered } from './remembered.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';
import { coverage, heldBy, wordsOf } from './words.ts';

/** A denial in a text and the words that it denies. */
type Denial = { readonly head: readonly Word[]; readonly written: string };

const spelled = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(spell));
const DENY = spelled('không chưa chẳng đừng khỏi cấm');
/** Turn what comes behind them round without denying it: "được miễn …", "trừ …". */
const TURN = spelled('miễn trừ hoãn tránh thiếu');
/** Behind a denial these belong to it; what is denied comes after them. */
const MODAL = spelled(
  'được phải có cần bị là thể phép còn hề nên cho đưa ra để thuộc bắt buộc trong vì do đủ cứ việc chỉ dành',
);
/** "không quá 5 ngày" is a limit, "có hay không" a question; neither denies. */
const NO_DENIAL =
  /^(?:không|chưa)(?: được| vượt| phải)?(?:(?: \p{L}+){0,3}? (?:quá|vượt|vượt quá)| (?:dưới|ít hơn|nhiều hơn|cao hơn|thấp hơn|kém|đến|đầy|đủ|tới|nhỏ hơn|lớn hơn|sớm hơn|muộn hơn)) (?:mức )?(?:\d|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)/u;
const NO_DENIAL_WORDS =
  /^(?:không|chưa) (?:kể|tính đến|những|chỉ|phân biệt|ngừng)(?!\p{L})|^không\s*(?:[?]|$)/u;
/** A sentence with one of these may say the same without the denial: "phải có … mới được …". */
const ONLY =
  /(?<!\p{L})(?:mới được|mới có|mới cho|mới xem|mới cử|chỉ khi|chỉ được [^,;.]{2,60} (?:sau|khi|nếu)|chỉ [^,;.]{2,40} khi|trừ khi|cấm|nghiêm cấm|từ chối)(?!\p{L})/u;
const REACH = 4;
/** How far before words a denial may stand and still mean them. */
const BACK = 7;
/** Where one thought ends and a denial reaches no further. */
const ENDS = /[,;:.()]|(?<!\p{L})(?:thì|mà|nhưng|còn|song|nếu|khi|vẫn)(?!\p{L})/u;

/** "nếu không thì": otherwise. */
const OTHERWISE = /(?<!\p{L})nếu\s$/iu;
const BEHIND_OTHERWISE = /^không,?\s(?:thì|sẽ|phải|bị)(?!\p{L})/iu;

const isOtherwise = (text: string, { start }: Word): boolean =>
  OTHERWISE.test(text.slice(0, start)) && BEHIND_OTHERWISE.test(text.slice(start));

/** "thôi giữ", "ngừng tham gia" tell what "không còn giữ" tells. */
const ENDS_IT = spelled('thôi ngừng dừng dứt');

/** Whether a word denies by itself, or ends what stands behind it: "được miễn" does neither. */
export const isDenying = (word: Word | undefined): boolean =>
  word !== undefined && (DENY.has(word.key) || ENDS_IT.has(word.key));

/** The words of a text that deny, or turn round, what stands behind them: where they stand among its words. */
export function deniersIn(text: string, words: readonly Word[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, word] of words.entries()) {
    const denies = DENY.has(word.key) && !isAway(words, at);
    if (!denies && !TURN.has(word.key) && !ENDS_IT.has(word.key)) continue;
    const behind = text.slice(word.start).toLowerCase();
    const before = text.slice(0, word.start).toLowerCase();
    if (denies && (NO_DENIAL.test(behind) || NO_DENIAL_WORDS.test(behind))) continue;
    if (/(?<!\p{L})hay\s*$/u.test(before)) continue;
    if (isOtherwise(text, word)) continue;
    // "số còn thiếu" is what is missing, "miễn là" a condition: neither denies.
    if (word.key === LACK && REST.has(words[at - 1]?.key ?? '')) continue;
    if (!denies && /^(?:\p{L}+ (?:là|sao)|thôi việc|trừ)(?!\p{L})/u.test(behind)) continue;
    found.add(at);
  }
  return found;
}

const AWAY = spelled('ra thoát rời');

/** "đưa ra khỏi quy hoạch" denies nothing. */
function isAway(words: readonly Word[], at: number): boolean {
  return words[at]?.key === spell('khỏi') && AWAY.has(words[at - 1]?.key ?? '');
}

const denialsIn: (text: string) => readonly Denial[] = remembered(readDenials);

function readDenials(text: string): readonly Denial[] {
  const words = wordsOf(text);
  const found: Denial[] = [];
  for (const [at, word] of words.entries()) {
    if (!DENY.has(word.key) || isAway(words, at)) continue;
    const behind = text.slice(word.start).toLowerCase();
    if (/(?<!\p{L})hay\s*$/u.test(text.slice(0, word.start).toLowerCase())) continue;
    if (NO_DENIAL.test(behind) || NO_DENIAL_WORDS.test(behind)) continue;
    if (isOtherwise(text, word)) continue;
    const head: Word[] = [];
    for (let next = at + 1; next < words.length && head.length < REACH; next += 1) {
      const other = words[next];
      if (other === undefined || (!other.joined && head.length > 0)) break;
      if (head.length === 0 && (MODAL.has(other.key) || DENY.has(other.key))) continue;
      head.push(other);
    }
    const end = head.at(-1)?.end ?? word.end;
    found.push({ head, written: text.slice(word.start, end) });
  }
  return found;
}

/** How another text speaks of what a denial denies: it denies it too, affirms it, or does not speak of it. */
function speaksOf(head: readonly Word[], text: string): 'denies' | 'affirms' | 'silent' {
  const words = wordsOf(text);
  const content = head.filter(({ key }) => !/^\d/.test(key));
  const hasContent = content.slice(0, -1).some(({ weight }) => weight > 0);
  let seen: 'affirms' | 'silent' = 'silent';
  for (const [offset, first] of content.entries()) {
    const behind = content.slice(offset + 1);
    const telling = behind.filter(({ weight }) => weight > 0 || !hasContent);
    // "chịu trách nhiệm": the word beside tells which is meant.
    const rest = (telling.length === 0 && hasContent ? behind.slice(0, 1) : telling).map(({ key }) => key);
    const isLoose = content.length > 1 && rest.length === 0;
    if (first.weight === 0 && hasContent) continue;
    for (const [at, word] of words.entries()) {
      if (word.key !== first.key) continue;
      const near = words.slice(at + 1, at + 5).map(({ key }) => key);
      if (rest.length > 0 && !rest.some((key) => near.includes(key))) continue;
      // "hồ sơ chưa đủ thành phần" for "thành phần chưa đáp ứng".
      const last = words.findLastIndex(
        (one, index) => index > at && index < at + 5 && rest.includes(one.key),
      );
      const next = words[Math.max(at, last) + 1];
      if (isDenied(text, words, at) || (next?.joined === true && DENY.has(next.key))) return 'denies';
      if (!isLoose) seen = 'affirms';
    }
  }
  return seen;
}

const LACK = spell('thiếu');
const REST = spelled('còn số phần người giờ ngày tiền');

const DUTY_ANEW = /^\s+(?!phải|được|cần|bị|có|nhất|bắt)\p{L}+(?:\s\p{L}+)*\s(?:phải|có trách nhiệm)\s/iu;

/** Whether the denials before a word, within its thought, are odd in number. */
function isDenied(text: string, words: readonly Word[], at: number): boolean {
  let denials = 0;
  const word = words[at];
  for (let back = at - 1; back >= 0 && back >= at - BACK; back -= 1) {
    const other = words[back];
    if (other === undefined || word === undefined || ENDS.test(text.slice(other.end, word.start))) break;
    if (DENY.has(other.key) && NO_DENIAL.test(text.slice(other.start).toLowerCase())) continue;
    // "trường hợp không chấp thuận phải nêu rõ lý do": the duty begins anew.
    if (DENY.has(other.key) && DUTY_ANEW.test(text.slice(other.end, word.start))) break;
    // "số còn thiếu" is what is missing, it denies nothing.
    const isMissing = other.key === LACK && REST.has(words[back - 1]?.key ?? '');
    const turns = TURN.has(other.key) && !isMissing && !/^(?:là|sao)$/u.test(words[back + 1]?.written ?? '');
    if ((DENY.has(other.key) && !isAway(words, back)) || turns) denials += 1;
  }
  return denials % 2 === 1;
}

/** "chỉ" that is no "only". */
const NO_ONLY = /(?:chứng|địa) chỉ|chỉ (?:tiêu|đạo|định|huy|dẫn|số|thị|giới)/g;
const LETS_OFF =
  /(?<!\p{L})(?:miễn|trừ|ngoại trừ|bãi bỏ|hủy bỏ|huỷ bỏ|hoãn|từ chối|cấm|nghiêm cấm|chỉ|riêng|hết hiệu lực|thu hồi|đình chỉ|không|chưa|thiếu)(?!\p{L})/u;

/** "Nghiêm cấm các hành vi sau:": each of what follows is forbidden. */
const FORBIDS =
  /(?<!\p{L})(?:cấm|không được (?:làm|có|thực hiện))(?!\p{L})[^.;]*(?:sau(?: đây)?|:)\s*:?\s*$|(?:hành vi|việc|điều)\s(?:bị\s)?(?:nghiêm )?cấm|không được làm\s*:?\s*$/iu;
const DENIES = /(?<!\p{L})(?:cấm|không|chưa|vi phạm)(?!\p{L})/u;
const PERMITS = /(?<!\p{L})(?:được phép|được quyền|được|có thể|có quyền|cho phép|phải|nên)(?!\p{L})/u;

/** Whether a sentence denies what a clause affirms, or affirms what it denies; `null`: neither. */
export function denialBetween(
  part: string,
  clause: Clause,
  siblings: readonly Clause[],
  whole: string,
): FailureReason | null {
  const leads = clause.above.slice(0, clause.leads);
  const forbidding = clause.above.slice(0, clause.leads + 1).find((text) => FORBIDS.test(text));
  if (forbidding !== undefined) {
    const permits = DENIES.test(whole.toLowerCase()) ? null : PERMITS.exec(part.toLowerCase());
    return permits === null ? null : { kind: 'negation', found: permits[0], instead: forbidding };
  }
  const own = [clause.text, ...leads].join(' . ');
  const headings = clause.above.slice(clause.leads, clause.leads + 2).join(' . ');
  const beside = siblings.map(({ text }) => text).join(' . ');
  const lets = LETS_OFF.test(`${own} ${headings} ${beside}`.toLowerCase().replaceAll(NO_ONLY, ''));
  let unmet = 0;
  const told = new Set<string>();
  for (const { head, written: found } of denialsIn(part)) {
    const speaks = [own, beside, headings].map((text) => speaksOf(head, text));
    if (speaks.includes('denies') || isExcepted(part, found, own)) continue;
    const same = denialsIn(own).find((written) => beginsAlike(head, written.head));
    if (same !== undefined) {
      told.add(same.written);
      continue;
    }
    // "không còn tham gia" is "chấm dứt tham gia".
    if (/^không còn(?!\p{L})/iu.test(found) && ENDED.test(own)) continue;
    // "Không căn cứ trình độ để bổ nhiệm" told as "không được bổ nhiệm chỉ vì trình độ": the denial has moved.
    const moved = denialsIn(clause.text).find((written) => heldAnywhere(written.head, part) >= SAME);
    if (moved !== undefined && !told.has(moved.written) && denialsIn(part).length === 1) {
      told.add(moved.written);
      continue;
    }
    if (speaks[0] === 'affirms' || speaks[1] === 'affirms' || !lets) return { kind: 'negation', found };
    unmet += 1;
  }
  const isOnly = ONLY.test(whole.toLowerCase());
  const isRest = OTHERS.test(whole.toLowerCase());
  const counts = ({ written: denied }: Denial) =>
    (!isOnly || NO_DUTY.test(denied.toLowerCase())) && !(isRest && APART.test(denied.toLowerCase()));
  const above = denialsIn(headings).filter(({ head }) => speaksOf(head, own) !== 'affirms');
  for (const denial of [...denialsIn(own), ...above].filter(counts)) {
    if (told.has(denial.written) || isCondition(denial, own)) continue;
    const { head, written: instead } = denial;
    if (speaksOf(head, part) !== 'affirms' || heldShare(head, part) < SAME) continue;
    // "tiền lương thì không tính vào" denies in other words what "không gồm tiền lương" denies.
    if (unmet === 0) return { kind: 'negation', found: part.trim(), instead };
    unmet -= 1;
  }
  for (const { head, written: instead } of denialsIn(beside).filter(counts)) {
    if (unmet > 0 || speaksOf(head, own) !== 'silent') continue;
    if (speaksOf(head, part) === 'affirms' && heldShare(head, part) >= SAME)
      return { kind: 'negation', found: part.trim(), instead };
  }
  return letOffBetween(part, own, whole);
}

/** "không thuộc trường hợp quy định tại điểm a" is told as "các trường hợp khác". */
const APART = /^không (?:thuộc|phải là)(?!\p{L})/u;
const OTHERS = /(?<!\p{L})(?:khác|còn lại|ngoài)(?!\p{L})/u;
/** "không về nước", "không trở về": what is denied first is the same. */
function beginsAlike(head: readonly Word[], other: readonly Word[]): boolean {
  const [first, begin] = [head, other].map((words) => words.slice(0, 2).map(({ key }) => key));
  return first?.some((key) => begin?.includes(key) === true && key.length > 1) === true;
}

/** "hết thời hạn mà khiếu nại không được giải quyết", of what the clause itself affirms elsewhere. */
function isCondition({ head, written }: Denial, own: string): boolean {
  const at = own.indexOf(written);
  const before =
    own
      .slice(0, Math.max(0, at))
      .split(/[;:.]\s|(?<!\p{L})thì(?!\p{L})/iu)
      .at(-1) ?? '';
  return (
    /(?<!\p{L})(?:mà|khi|nếu|trường hợp)\s[^,]*$/iu.test(before) &&
    own
      .replace(written, ' . ')
      .split(/[,;:.]\s|\s(?:khi|mà|hoặc|nếu)\s/u)
      .some((piece) => speaksOf(head, piece) === 'affirms')
  );
}

const ENDED = /(?<!\p{L})(?:chấm dứt|hết|thôi|ngừng|dừng|nghỉ|kết thúc)(?!\p{L})/iu;
const NO_DUTY = /^(?:không|chưa) (?:cần|phải|bắt buộc|nhất thiết)(?!\p{L})/u;
const EXCEPTION = /(?<!\p{L})(?:trừ|ngoại trừ)(?: trường hợp| khi| những| các)*\s+([^.;]+)/iu;

/** "Nội dung thuộc bí mật thì không phải công bố" tells the exception of "phải được công bố, trừ nội dung thuộc bí mật". */
function isExcepted(part: string, found: string, own: string): boolean {
  const matched = EXCEPTION.exec(own);
  const exception = matched?.[1];
  if (matched === null || exception === undefined) return false;
  const words = wordsOf(part.slice(0, part.indexOf(found)));
  const weight = words.reduce((sum, one) => sum + one.weight, 0);
  const heldIn = (text: string): number => {
    const covered = coverage(words, heldBy([text]));
    return words.reduce((sum, one, at) => sum + one.weight * (covered[at] ?? 0), 0);
  };
  const isOther = heldIn(own.replace(matched[0], ' ')) < 0.6 * weight;
  return weight >= 1 && heldIn(exception) >= 0.6 * weight && isOther;
}

const SAME = 0.5;

/** How much of what a denial denies another text holds, 0–1; the first words count most. */
function heldShare(head: readonly Word[], text: string): number {
  if (head.length === 0) return 0;
  const covered = coverage(head, heldBy([text]));
  const weights = head.map(({ weight }, at) => Math.max(weight, 0.2) / (at + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, at) => sum + weight * (covered[at] ?? 0), 0) / whole;
}

/** How much of what a denial denies another text holds, each word counting alike. */
function heldAnywhere(head: readonly Word[], text: string): number {
  const covered = coverage(head, heldBy([text]));
  const whole = head.reduce((sum, { weight }) => sum + weight, 0);
  return whole === 0 ? 0 : head.reduce((sum, { weight }, at) => sum + weight * (covered[at] ?? 0), 0) / whole;
}

/** What another clause of the same line denies, and the sentence affirms in so many words: "… và cả nâng cao". */
export function deniedBeside(
  part: string,
  clause: Clause,
  siblings: readonly Clause[],
): FailureReason | null {
  const own = heldBy([clause.text]).singles;
  const said = heldBy([part]).singles;
  for (const sibling of siblings) {
    for (const piece of sibling.text.split(/,\s+/u)) {
      const [denial] = denialsIn(piece);
      if (denial === undefined) continue;
      const from = Math.max(0, piece.indexOf(denial.written));
      const apart = wordsOf(piece.slice(from)).filter(({ key, weight }) => weight >= 0.7 && !own.has(key));
      const groups = groupsIn(piece).filter(({ name }) => !own.has(`*${name}`));
      const isSaid =
        apart.every(({ key }) => said.has(key)) && groups.every(({ name }) => said.has(`*${name}`));
      if (apart.length + groups.length === 0 || !isSaid || ONLY.test(part.toLowerCase())) continue;
      const last = apart.at(-1);
      const words = wordsOf(part);
      const at = last === undefined ? -1 : words.findIndex(({ key }) => key === last.key);
      if (at === -1 || !isDenied(part, words, at)) {
        if (denialsIn(part).length === 0)
          return { kind: 'negation', found: part.trim(), instead: piece.slice(from) };
      }
    }
  }
  return null;
}

const FREE = /(?<!\p{L}|không )(?:được miễn|miễn|được hoãn)(?!\p{L}| là | sao )/u;
const BOUND = /(?<!\p{L}|không |khỏi )(?:vẫn phải|phải|bắt buộc|buộc|có nghĩa vụ|cần)(?!\p{L})/u;

/** "được miễn đền bù" told as "phải đền bù", or the other way. */
function letOffBetween(part: string, clause: string, whole: string): FailureReason | null {
  const [said, written] = [part.toLowerCase(), clause.toLowerCase()];
  const free = FREE.exec(written);
  const bound = BOUND.exec(said);
  if (
    free !== null &&
    bound !== null &&
    !FREE.test(whole.toLowerCase()) &&
    !BOUND.test(written) &&
    denialsIn(part).length === 0
  ) {
    return { kind: 'negation', found: bound[0], instead: free[0] };
  }
  const lets = FREE.exec(said);
  const binds = /(?<!\p{L}|không )(?:phải|bắt buộc)(?!\p{L})/u.exec(written);
  if (lets !== null && !/(?<!\p{L})(?:miễn|hoãn|không|chưa)(?!\p{L})/u.test(written) && binds !== null) {
    return { kind: 'negation', found: lets[0], instead: binds[0] };
  }
  return null;
}
