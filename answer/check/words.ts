import { abbreviationAt } from '../../vietnamese/abbreviations.ts';
import { once, remembered } from '../../vietnamese/remembered.ts';
import { cleanText, syllables } from '../../vietnamese/text.ts';
import { groupsIn } from './groups.ts';
import { phrasesAlike } from './sameMeaning.ts';
import { bare, spell } from './spell.ts';
import type { Word } from './word.ts';

/** Carry no claim by themselves; negations, duties, limits and figures are looked at apart. */
const EMPTY = new Set(
  (
    'các những một và hoặc của là thì mà để cho với về tại ở trong từ đến tới theo như này đó đây ấy kia khi nếu do bởi vì nên cũng đã đang ' +
    'sẽ rồi còn vẫn chỉ được bị phải có không chưa cần thể cùng mỗi từng mọi cả đều gì nào ai sao hay bạn anh chị tôi em ạ nhé vào ra lên ' +
    'xuống trên dưới trước sau giữa bằng lại thêm hơn nữa rất quá tối đa thiểu ít nhất nhiều sự nhằm qua kể trở tính hết mới luôn đây riêng ' +
    'hằng hàng năm tháng ngày tuần quý hai ba bốn sáu bảy tám chín mười trăm nghìn triệu nửa phần thứ lần ' +
    'quy định nghĩa tức cụ thể ví dụ tóm chung nói cách khác ngoài dù tuy nhưng song rằng mình họ nó vậy ' +
    'bắt buộc trách nhiệm quyền phép khuyến khích muốn nhớ lưu ý chú xin'
  ).split(' '),
);
/** Stand in nearly every text of administration and in every paraphrase of one. */
const LIGHT = new Set(
  (
    'điều khoản điểm mục chương thời gian hạn trường hợp việc người mức số lượng kéo dài thực hiện tiến hành áp dụng gồm bao thuộc liên quan văn bản nội dung đối yêu ' +
    'cầu đáp ứng đảm bảo nay đủ đúng khoảng tổng loại dạng bên phía bắt đầu kết thúc hoàn thành diễn nơi chỗ lúc tổ chức làm dùng sử nêu ' +
    'xem đưa lấy nhận đặt hưởng cứ miễn trừ dành riêng diện cuộc thông tin vấn đề sao giữ nằm mở gửi nộp trả nhau vòng lâu dài ngắn đi'
  ).split(' '),
);
/** Stand in a quarter of all articles of law. */
const COMMON = new Set(
  (
    'cơ quan công chức thông bộ nhân pháp luật chính cấp tư vụ lý động trách ban nghị nước quản nhà đơn hội chủ vị bản viên thẩm hoạt báo ' +
    'thi nghiệp lập cá đồng lực trưởng tác phòng phạm hiệu xã trình quyết căn hành'
  ).split(' '),
);
const LIGHT_WEIGHT = 0.3;
const COMMON_WEIGHT = 0.7;

const keys = (set: ReadonlySet<string>): ReadonlySet<string> => new Set([...set].map(spell));
const EMPTY_KEYS = keys(EMPTY);
const LIGHT_KEYS = keys(LIGHT);
const COMMON_KEYS = keys(COMMON);

/** Text as it is compared: clean, one line's white space, abbreviations written out, marks of lists and emphasis gone. */
export function plainText(text: string): string {
  const clean = cleanText(text)
    .replace(/\*\*|__|`/g, '')
    .replace(/[“”„]/g, '"');
  const words = syllables(clean);
  let written = '';
  let at = 0;
  for (let index = 0; index < words.length; ) {
    const abbreviation = abbreviationAt(clean, words, index);
    const [first, last] = [words[index], words[index + (abbreviation?.taken ?? 1) - 1]];
    if (abbreviation !== null && first !== undefined && last !== undefined) {
      const long = abbreviation.long.map(
        ({ written: word, joined }, offset) => `${offset === 0 ? '' : joined ? ' ' : ', '}${word}`,
      );
      written += clean.slice(at, first.start) + long.join('');
      at = last.end;
    }
    index += abbreviation?.taken ?? 1;
  }
  return written + clean.slice(at);
}

/** The words of a plain text in order. */
export const wordsOf: (text: string) => readonly Word[] = remembered((text) =>
  syllables(text).map((syllable) => {
    const key = spell(syllable.written);
    return { ...syllable, key, weight: weightOf(key) };
  }),
);

function weightOf(key: string): number {
  if (/\d/.test(key) || key.length === 1 || EMPTY_KEYS.has(key)) return 0;
  if (LIGHT_KEYS.has(key)) return LIGHT_WEIGHT;
  return COMMON_KEYS.has(key) ? COMMON_WEIGHT : 1;
}

/** What a text holds, for asking whether words of another stand in it. */
export type Held = {
  readonly singles: ReadonlySet<string>;
  readonly pairs: ReadonlySet<string>;
  /** The pairs without diacritics, which scans lose. */
  readonly barePairs: () => ReadonlySet<string>;
  readonly text: string;
};

/** Joins several texts into one to be asked; no pair of words reaches from one into the next. */
export function heldBy(texts: readonly string[]): Held {
  const singles = new Set<string>();
  const pairs = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const [at, { key, joined }] of words.entries()) {
      singles.add(key);
      const before = words[at - 1];
      if (joined && before !== undefined) pairs.add(`${before.key} ${key}`);
    }
    for (const { name } of groupsIn(text)) singles.add(`*${name}`);
  }
  const barePairs = once(
    () =>
      new Set(
        texts.flatMap((text) =>
          wordsOf(text).flatMap(({ key, joined }, at, words) => {
            const before = words[at - 1];
            return joined && before !== undefined ? [`${bare(before.key)} ${bare(key)}`] : [];
          }),
        ),
      ),
  );
  return { singles, pairs, barePairs, text: ` ${texts.map(spaced).join(' . ')} ` };
}

/** The words of a text alone, one space apart, as phrases are looked up in it. */
export const spaced: (text: string) => string = remembered((text) =>
  wordsOf(text)
    .map(({ key }) => key)
    .join(' '),
);

/** Whether another text has a word and its neighbour, but for the diacritics: so scans misread them. */
export function isMisread(words: readonly Word[], at: number, { barePairs }: Held): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  const has = (one: Word, other: Word) => barePairs().has(`${bare(one.key)} ${bare(other.key)}`);
  if (word === undefined) return false;
  return (
    (word.joined && before !== undefined && has(before, word)) || (after?.joined === true && has(word, after))
  );
}

/** A syllable that the other text has, but not beside its neighbour, may be part of another word. */
const ALONE = 0.6;
const ALIKE = 0.9;

type Covered = { exactly?: readonly number[]; alike?: readonly number[] };

/** A sentence is held against the same texts by one question after another. */
const covered = new WeakMap<readonly Word[], WeakMap<Held, Covered>>();

/** How much of each word another text holds, 0–1: in the same pair, as a word of the same meaning, or by itself. */
export function coverage(
  words: readonly Word[],
  held: Held,
  how: 'exactly' | 'alike' = 'alike',
): readonly number[] {
  const ofWords = covered.get(words) ?? new WeakMap<Held, Covered>();
  const known = ofWords.get(held) ?? {};
  const made = known[how] ?? coverageOf(words, held, how);
  known[how] = made;
  ofWords.set(held, known);
  covered.set(words, ofWords);
  return made;
}

function coverageOf(words: readonly Word[], held: Held, how: 'exactly' | 'alike'): readonly number[] {
  const alike = how === 'alike' ? phrasesAlike(words, held) : [];
  return words.map(({ key, joined }, at) => {
    const [before, after] = [words[at - 1], words[at + 1]];
    if (!held.singles.has(key)) {
      return alike[at] === true || isMisread(words, at, held) ? ALIKE : 0;
    }
    const inPair =
      (joined && before !== undefined && held.pairs.has(`${before.key} ${key}`)) ||
      (after?.joined === true && held.pairs.has(`${key} ${after.key}`));
    return inPair ? 1 : Math.max(ALONE, alike[at] === true ? ALIKE : 0);
  });
}
