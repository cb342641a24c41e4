import type { Clause } from './clauses.ts';
import type { FailureReason } from './reasons.ts';
import { coverage, heldBy, wordsOf } from './words.ts';

const DUTY =
  /(?<!\p{L}|không |chưa |khỏi )(?:bắt buộc|buộc phải|phải|có trách nhiệm|có nghĩa vụ|nhất thiết)(?!\p{L})/u;
const MAY =
  /(?<!\p{L}|không |chưa |mới )(?:có thể|được phép|được quyền|có quyền|khuyến khích|tùy ý|tuỳ ý|tùy chọn|tự nguyện|không bắt buộc|không nhất thiết|tự chọn|nên)(?!\p{L})/u;
const MAY_WEAK = /(?<!\p{L}|không |chưa |người |đã |để |khi )(?:có thể|được|khuyến khích|có quyền)(?!\p{L})/u;
const NEVER = /(?<!\p{L})(?:không được|cấm|nghiêm cấm|không cho)(?!\p{L})/u;

const PROHIBITED =
  /(?<!\p{L})(?:không được|nghiêm cấm|cấm)\s+(?:phép\s+)?(?!quá|vượt|dưới|hơn|ít|nhiều)(\p{L}+ \p{L}+)/gu;

/** "không được ban hành", where the provision has "phải ban hành". */
function prohibitsDuty(said: string, written: string): FailureReason | null {
  for (const { 0: found, 1: deed = '' } of said.matchAll(PROHIBITED)) {
    const must = new RegExp(
      `(?<!\\p{L}|không |chưa )(?:phải|có trách nhiệm|có nghĩa vụ)(?: \\p{L}+){0,2}? ${deed}(?!\\p{L})`,
      'u',
    ).exec(written);
    const denies = new RegExp(
      `(?<!\\p{L})(?:không được|không|cấm)(?: \\p{L}+){0,2}? ${deed}(?!\\p{L})`,
      'u',
    ).test(written);
    if (must !== null && !denies) return { kind: 'negation', found, instead: must[0] };
  }
  return null;
}

const NOT_FREED = /(?<!\p{L})không (?:được |thuộc diện )?miễn (\p{L}+ \p{L}+)/gu;
const FREED = /(?<!\p{L}|không |không được )miễn (\p{L}+ \p{L}+)/gu;

/** "không được miễn học phí" of "được cấp học bổng, miễn học phí", "được miễn đền bù" of "phải đền bù". */
function releaseTurned(said: string, written: string): FailureReason | null {
  for (const { 0: found, 1: what = '' } of said.matchAll(NOT_FREED)) {
    const freed = new RegExp(`(?<!\\p{L}|không |không được )miễn ${what}(?!\\p{L})`, 'u').exec(written);
    const denies = new RegExp(`(?<!\\p{L})không (?:được |thuộc diện )?miễn ${what}(?!\\p{L})`, 'u').test(
      written,
    );
    if (freed !== null && !denies) return { kind: 'negation', found, instead: freed[0] };
  }
  for (const { 0: found, 1: what = '' } of said.matchAll(FREED)) {
    const must = new RegExp(`(?<!\\p{L}|không |chưa |người )phải ${what}(?!\\p{L})`, 'u').exec(written);
    if (must !== null && !/(?<!\p{L})(?:miễn|trừ|hoãn|không phải)(?!\p{L})/u.test(written))
      return { kind: 'negation', found, instead: must[0] };
  }
  return null;
}

/** Whether a sentence turns a duty into a permission, or a permission into a duty; piece is held against piece. */
export function modalityBetween(
  part: string,
  clause: Clause,
  siblings: readonly Clause[],
): FailureReason | null {
  const text = [clause.text, ...siblings.map((one) => one.text)].join('; ');
  const turned = prohibitsDuty(part.toLowerCase(), text.toLowerCase());
  if (turned !== null) return turned;
  const leads = clause.above.slice(0, clause.leads).join('; ');
  const released = releaseTurned(part.toLowerCase(), `${text}; ${leads}`.toLowerCase());
  if (released !== null) return released;
  for (const piece of part.split(/[,;]\s+|\s(?=nhưng\s)/u)) {
    const said = piece.toLowerCase();
    const may = MAY.exec(said);
    const duty = DUTY.exec(said);
    if ((may === null) === (duty === null)) continue;
    const written = nearestPiece(piece, text).toLowerCase();
    if (may !== null && MAY.exec(written) === null && !MAY_WEAK.test(written.replace(NEVER, ' '))) {
      const instead = DUTY.exec(written) ?? (/quá \d|vượt/u.test(written) ? null : NEVER.exec(written));
      if (instead !== null) return { kind: 'modality', found: may[0], instead: instead[0] };
    }
    if (duty !== null && DUTY.exec(written) === null) {
      const instead = MAY.exec(written);
      if (instead !== null) return { kind: 'modality', found: duty[0], instead: instead[0] };
    }
  }
  return null;
}

/** The piece of a clause, between commas, that holds most of a piece of the sentence; short ones go with the next. */
function nearestPiece(piece: string, clause: string): string {
  const words = wordsOf(piece);
  const score = (text: string): number => {
    const covered = coverage(words, heldBy([text]));
    return words.reduce((sum, { weight }, at) => sum + weight * (covered[at] ?? 0), 0);
  };
  const pieces = clause.split(/[,;]\s+|\s(?=nhưng\s)/u);
  const pairs = pieces.map((one, at) =>
    wordsOf(one).length < 6 && at + 1 < pieces.length ? `${one}, ${pieces[at + 1]}` : one,
  );
  return pairs.reduce((best, one) => (score(one) > score(best) ? one : best), pairs[0] ?? clause);
}
