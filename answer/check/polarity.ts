import type { Clause } from './clauses.ts';
import { type Denial, denialsIn, isDenied, speaksOf } from './denials.ts';
import { exceptionTold, isExcepted } from './exceptions.ts';
import { groupsIn } from './groups.ts';
import type { FailureReason } from './reasons.ts';
import type { Word } from './word.ts';
import { coverage, heldBy, wordsOf } from './words.ts';

/** A sentence with one of these may say the same without the denial: "phải có … mới được …". */
const ONLY =
  /(?<!\p{L})(?:mới được|mới có|mới cho|mới xem|mới cử|chỉ khi|chỉ được [^,;.]{2,60} (?:sau|khi|nếu)|chỉ [^,;.]{2,40} khi|trừ khi|cấm|nghiêm cấm|từ chối)(?!\p{L})/u;
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
  const denied = denialsIn(part);
  for (const { head, written: found } of denied) {
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
    if (
      told.has(denial.written) ||
      isCondition(denial, own, beside) ||
      exceptionTold(part, clause.text) !== null
    )
      continue;
    // "…, nhưng không gồm tài liệu tham khảo": told in another part.
    if (
      part !== whole &&
      denialsIn(whole).some(({ written }) => written.toLowerCase() === denial.written.toLowerCase())
    )
      continue;
    const { head, written: instead } = denial;
    // "tự nguyện không nghỉ thì không được chi trả": a noun of the same word is told besides.
    const [first] = head;
    if (first !== undefined && first.weight > 0 && denied.some((said) => said.head[0]?.key === first.key))
      continue;
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
function isCondition({ head, written }: Denial, own: string, beside: string): boolean {
  const at = own.indexOf(written);
  const before =
    own
      .slice(0, Math.max(0, at))
      .split(/[;:.]\s|(?<!\p{L})thì(?!\p{L})/iu)
      .at(-1) ?? '';
  return (
    /(?<!\p{L})(?:mà|khi|nếu|trường hợp)\s[^,]*$/iu.test(before) &&
    `${own.replace(written, ' . ')} . ${beside}`
      .split(/[,;:.]\s|\s(?:khi|mà|hoặc|nếu)\s/u)
      .some((piece) => speaksOf(head, piece) === 'affirms')
  );
}

const ENDED = /(?<!\p{L})(?:chấm dứt|hết|thôi|ngừng|dừng|nghỉ|kết thúc)(?!\p{L})/iu;
const NO_DUTY = /^(?:không|chưa) (?:cần|phải|bắt buộc|nhất thiết)(?!\p{L})/u;
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
      const behind = piece.slice(from);
      // "quá hạn mà chưa nộp thì bố trí việc khác": what follows from the condition is not denied.
      const follows = IF.test(piece.slice(0, from)) ? behind.search(/\sthì\s/u) : -1;
      const apart = wordsOf(follows === -1 ? behind : behind.slice(0, follows)).filter(
        ({ key, weight }) => weight >= 0.7 && !own.has(key),
      );
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

const IF = /(?<!\p{L})(?:mà|nếu|khi|trường hợp|nhưng|vẫn)\s*$/iu;

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
