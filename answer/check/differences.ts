import { deniersIn, isDenying } from './denials.ts';
import { exceptionTold } from './exceptions.ts';
import type { LaidAlong, WrittenLine } from './lines.ts';
import type { FailureReason } from './reasons.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';
import { wordsOf } from './words.ts';

/** Between two words of a line that are told one after the other, no more than this stands that the sentence leaves out. */
const GAP = 6;
/** How far before a word a denial of it may stand. */
const BACK = 4;
/** What a denial denies stands right behind it: nothing that weighs more stands between. */
const BETWEEN = 0.6;

/**
 * Whether a sentence denies what the provision affirms, or the other way, where it runs along a line of it word by word: a denial put in
 * or left out between two words of it. Every line that is as close has to differ.
 */
export function denialDiffers(sentence: string, closest: readonly LaidAlong[]): readonly FailureReason[] {
  const words = wordsOf(sentence);
  const found = closest.map((laid) => denialAgainst(sentence, words, laid));
  const [first] = found;
  return first === undefined || first === null || found.includes(null) ? [] : [first];
}

/** "Kết quả [không] phải thông báo", "số còn thiếu [không] được cộng": what both tell of the same words, denied by one of them. */
function denialAgainst(
  sentence: string,
  words: readonly Word[],
  { line, alignment: { places } }: LaidAlong,
): FailureReason | null {
  const said = deniersIn(sentence, words);
  const written = new Set(
    line.texts.flatMap((text, at) =>
      [...deniersIn(text, wordsOf(text))].map((place) => place + (line.starts[at] ?? 0)),
    ),
  );
  const isTold = new Set(places);
  const untold = (from: number, to: number): boolean =>
    range(from, to).some((one) => written.has(one) && !isTold.has(one));
  // "Nghiêm cấm:", "không được làm:" stands above all that follows.
  const isForbidden = line.texts.some(
    (text, at) => line.words[line.starts[at] ?? 0]?.isLead === true && DENIED.test(text),
  );
  // "Thông tư này áp dụng …. Giảng viên không thuộc đối tượng áp dụng.": who is told of is denied it there.
  const isDeniedBeside = (place: number): boolean =>
    [...written].some(
      (one) =>
        !isTold.has(one) &&
        !inOne(line, one, place) &&
        range(one - BESIDE, one + BESIDE + 1).some(
          (near) => isTold.has(near) && inOne(line, near, one) && (line.words[near]?.weight ?? 0) >= BETWEEN,
        ),
    );
  /** Whether those of whom something is denied are not told of. */
  const isOfOthers = (denial: number): boolean => {
    const own = range(startOf(line, denial), denial).filter(
      (one) => (line.words[one]?.weight ?? 0) >= BETWEEN,
    );
    // Behind a semicolon a clause goes on with what was begun before.
    const begins = /^\p{Lu}/u.test(line.texts[line.words[denial]?.stretch ?? 0] ?? '');
    return begins && own.length > 0 && !own.some((one) => isTold.has(one));
  };
  const differences: FailureReason[] = [];
  let before = -1;
  for (const [at, place] of places.entries()) {
    if (place === -1) continue;
    const from = before === -1 ? -1 : (places[before] ?? -1);
    const isNear = from !== -1 && place > from && place - from <= GAP && inOne(line, from, place);
    const start = isNear ? from + 1 : Math.max(startOf(line, place), place - BACK);
    const put = denying(words, said, Math.max(before + 1, at - BACK), at);
    const left =
      place === from || before === -1
        ? []
        : denying(line.words, written, start, place, !isNear).filter((one) => !isTold.has(one));
    // "hoãn, tạm đình chỉ" is no denial by itself.
    const denies = put.some((one) => isDenying(words[one])) || left.some((one) => isDenying(line.words[one]));
    const isRun =
      isNear || (words[at]?.key === line.words[place]?.key && (places[at + 1] ?? -1) - place === 1);
    // "được cử học hai khóa" of "không cử một người tham gia hai khóa".
    const isAllowed =
      put.length === 0 &&
      ALLOWS.has(words[at - 1]?.key ?? '') &&
      words[at]?.key === line.words[place]?.key &&
      left.includes(place - 1);
    // What is denied from farther off, or behind, is denied all the same.
    const isElsewhere =
      put.length > 0
        ? isForbidden ||
          untold(Math.max(startOf(line, place), place - FAR), place + BACK) ||
          isDeniedBeside(place) ||
          line.texts.some((text) => EXCEPTS.test(text))
        : // "chậm tiến độ" for "chưa bảo đảm tiến độ".
          range(before + 1, at).some((one) => (words[one]?.weight ?? 0) >= BETWEEN) ||
          (!isNear && left.some(isOfOthers)) ||
          line.texts.some((text) => exceptionTold(sentence, text) !== null);
    if ((isRun || isAllowed) && (put.length + left.length) % 2 === 1 && !isElsewhere && denies) {
      differences.push({
        kind: 'negation',
        found: sentence.slice(words[Math.max(0, before)]?.start ?? 0, words[at]?.end ?? sentence.length),
        instead: line.words
          .slice(Math.max(0, start - 1), place + 1)
          .map((word) => word.written)
          .join(' '),
      });
    }
    before = at;
  }
  const [first] = differences;
  // Denied here and there, it is mostly the same told the other way round: "đang bị kỷ luật thì chưa được cử".
  return first === undefined || differences.length % 2 === 0 ? null : first;
}

const ALLOWS: ReadonlySet<string> = new Set(['được', 'thể'].map(spell));
const DENIED = /(?<!\p{L})(?:cấm|không|chưa)(?!\p{L})/iu;
const FAR = 14;
const BESIDE = 3;
/** "trừ trường hợp có lý do khách quan": the sentence may tell what is excepted. */
const EXCEPTS = /(?<!\p{L})trừ(?: trường hợp| khi| những| các)?(?!\p{L})/iu;
const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

const AND: ReadonlySet<string> = new Set(['và', 'hoặc', 'hay'].map(spell));
const LIST = 6;
/** Behind these a denial reaches no further. */
const NEW_THOUGHT: ReadonlySet<string> = new Set(['thì', 'mà', 'nhưng', 'nếu'].map(spell));

/** The denials among the words from one place to another that deny the last. */
function denying(
  words: readonly Word[],
  deniers: ReadonlySet<number>,
  from: number,
  to: number,
  inList = false,
): readonly number[] {
  const found: number[] = [];
  if (NEW_THOUGHT.has(words[to]?.key ?? '')) return found;
  // "Không yêu cầu chứng chỉ ngoại ngữ và chứng chỉ quản lý": of what is listed, each is denied.
  const isListed = inList && AND.has(words[to - 1]?.key ?? '');
  for (let at = to - 1; at >= from - (isListed ? LIST : 0); at -= 1) {
    if (deniers.has(at)) found.push(at);
    else if (NEW_THOUGHT.has(words[at]?.key ?? '')) break;
    else if (!isListed && (words[at]?.weight ?? 0) >= BETWEEN) break;
    else if (isListed && words[at]?.joined === false) break;
  }
  return found;
}

const inOne = ({ words }: WrittenLine, one: number, other: number): boolean =>
  words[one]?.stretch === words[other]?.stretch;

const startOf = ({ words, starts }: WrittenLine, place: number): number =>
  starts[words[place]?.stretch ?? 0] ?? 0;
