import { remembered } from '../../vietnamese/remembered.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** A denial in a text and the words that it denies. */
export type Denial = { readonly head: readonly Word[]; readonly written: string };

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
  /^(?:không|chưa) (?:kể|tính đến|những|chỉ|phân biệt|ngừng|thấp hơn|ít hơn|nhỏ hơn|kém hơn)(?!\p{L})|^không\s*(?:[?]|$)/u;
const REACH = 4;
/** How far before words a denial may stand and still mean them. */
const BACK = 7;
/** Where one thought ends and a denial reaches no further. */
const ENDS = /[,;:.()]|(?<!\p{L})(?:thì|mà|nhưng|còn|song|nếu|khi|vẫn)(?!\p{L})/u;

/** "nếu không thì": otherwise. */
const OTHERWISE = /(?<!\p{L})nếu\s$/iu;
const BEHIND_OTHERWISE = /^không,?\s(?:thì|sẽ|phải|bị)(?!\p{L})/iu;

/** "có phù hợp hay không" denies nothing; "chấm dứt hay không còn đủ điều kiện" does. */
const isAsked = (before: string, behind: string): boolean =>
  /(?<!\p{L})hay\s*$/u.test(before) &&
  /^\p{L}+\s*(?:[?.,;:)]|$|(?:thì|để|do|theo|và|là do)(?!\p{L}))/u.test(behind);

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
    if (isAsked(before, behind)) continue;
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

export const denialsIn: (text: string) => readonly Denial[] = remembered(readDenials);

function readDenials(text: string): readonly Denial[] {
  const words = wordsOf(text);
  const found: Denial[] = [];
  for (const [at, word] of words.entries()) {
    if (!DENY.has(word.key) || isAway(words, at)) continue;
    const behind = text.slice(word.start).toLowerCase();
    if (isAsked(text.slice(0, word.start).toLowerCase(), behind)) continue;
    if (NO_DENIAL.test(behind) || NO_DENIAL_WORDS.test(behind)) continue;
    if (isOtherwise(text, word)) continue;
    const head: Word[] = [];
    for (let next = at + 1; next < words.length && head.length < REACH; next += 1) {
      const other = words[next];
      if (other === undefined || (!other.joined && head.length > 0)) break;
      // "chưa nộp thì bố trí việc khác": what follows from the condition is not denied.
      if (other.key === THEN && head.length > 0) break;
      if (head.length === 0 && (MODAL.has(other.key) || DENY.has(other.key))) continue;
      head.push(other);
    }
    const end = head.at(-1)?.end ?? word.end;
    found.push({ head, written: text.slice(word.start, end) });
  }
  return found;
}

/** How another text speaks of what a denial denies: it denies it too, affirms it, or does not speak of it. */
export function speaksOf(head: readonly Word[], text: string): 'denies' | 'affirms' | 'silent' {
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
      const behindIt = Math.max(at, last) + 1;
      // "Quyết định này không áp dụng": what is pointed at ends with the pointer.
      const next = words[POINTERS.has(words[behindIt]?.key ?? '') ? behindIt + 1 : behindIt];
      if (isDenied(text, words, at) || (next?.joined === true && DENY.has(next.key))) return 'denies';
      if (!isLoose) seen = 'affirms';
    }
  }
  return seen;
}

const THEN = spell('thì');
const POINTERS = spelled('này đó ấy trên');

const LACK = spell('thiếu');
const REST = spelled('còn số phần người giờ ngày tiền');

const DUTY_ANEW = /^\s+(?!phải|được|cần|bị|có|nhất|bắt)\p{L}+(?:\s\p{L}+)*\s(?:phải|có trách nhiệm)\s/iu;

/** Whether the denials before a word, within its thought, are odd in number. */
export function isDenied(text: string, words: readonly Word[], at: number): boolean {
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
