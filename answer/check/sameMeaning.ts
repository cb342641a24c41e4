import { synonymsOf } from '../../retrieve/synonyms.ts';
import { spell } from './spell.ts';
import type { Word } from './word.ts';

/**
 * What a retelling says for the words of a provision, either way round. Phrases of one line may stand for one another; none of them
 * changes who, how much, when, or whether.
 */
const GROUPS: readonly (readonly string[])[] = `
khóa|lớp|khóa học|lớp học|chương trình|đợt học
kéo dài|thời lượng|thời gian|diễn ra
học|tham gia|tham dự|theo học|dự|đào tạo|bồi dưỡng|đi học
nghỉ|vắng|vắng mặt
nghỉ việc|thôi việc|bỏ việc|xin nghỉ
bồi hoàn|hoàn trả|đền bù|trả lại|hoàn lại
bỏ ngang|bỏ học|bỏ dở
nộp|gửi|chuyển|trả
trực tuyến|qua mạng|từ xa|online
trực tiếp|tập trung
bằng|văn bằng|tấm bằng
giấy chứng nhận|chứng nhận
giấy tờ|hồ sơ|tài liệu
kinh phí|chi phí|tiền|khoản tiền|ngân sách
lương|tiền lương|nguyên lương
hoàn thành|học xong|kết thúc|xong
khai giảng|bắt đầu|nhập học|mở lớp
bế giảng|kết thúc|kết thúc khóa
ký|phê duyệt|duyệt|ban hành
quyết định|cho phép|có thẩm quyền|thẩm quyền
cử|cử đi|chọn cử|đưa đi
ưu tiên|được ưu tiên
mang thai|có thai|mang bầu|thai sản|nghỉ sinh|sinh con
ốm đau|bệnh|ốm|đau ốm|điều trị
nghỉ hưu|về hưu
mỗi năm|hằng năm|hàng năm|một năm|trong năm|từng năm
lập|thành lập|xây dựng|soạn|soạn thảo
tối thiểu|ít nhất
thêm|cộng thêm|tăng thêm|bổ sung
cùng lúc|cùng thời điểm|cùng một thời điểm|đồng thời
bổ sung|nộp thêm|hoàn thiện
báo|thông báo|báo cho|báo trước
bị mất|đánh mất|làm mất
giữ chức|giữ chức vụ|đảm nhiệm|đang giữ
người học|học viên
kiểm tra|thi|bài kiểm tra
lãnh đạo|quản lý|lãnh đạo, quản lý
cấp|được cấp|phát
công việc|việc làm|nhiệm vụ
bỏ|bãi bỏ|không còn áp dụng
thay|thay thế|thay cho
thay đổi|sửa đổi|điều chỉnh|sửa
đồng ý|cho phép|chấp thuận
hỗ trợ|trợ cấp|hưởng
áp dụng|thực hiện|thi hành
bao gồm|gồm|gồm có
trùng|trùng nhau|giống nhau|trùng lặp
tự chi trả|tự túc|tự bỏ tiền
đăng ký|đề nghị
xếp|xếp vào|chuyển xếp
cam kết|bản cam kết
phục vụ|làm việc|công tác
đơn vị|cơ quan
tốt nghiệp|có bằng|bằng
hết|kết thúc
thủ trưởng|người đứng đầu
quá hạn|quá thời hạn|hết hạn
từ chối|không đồng ý
đánh giá|xếp loại|nhận xét
giống|tương tự|như
đảng viên|người vào đảng
tại chỗ|tại xã|ngay tại
giữ|giữ nguyên|bảo lưu
mức cũ|mức hiện hưởng|đang hưởng|hiện hưởng
chậm|chậm tiến độ|chưa bảo đảm tiến độ|trễ
dạy|giảng dạy
quy định này|nghị định này|văn bản này
không lương|không hưởng lương
trách nhiệm|phải|có trách nhiệm|nhiệm vụ|chịu trách nhiệm
ngoại ngữ|tiếng nước ngoài
tin học|công nghệ thông tin
hợp lệ|đủ|đầy đủ
định kỳ|hằng
chậm nhất|trước|muộn nhất
`
  .trim()
  .split('\n')
  .map((line) => line.split('|').map(spellPhrase));

function spellPhrase(phrase: string): string {
  return phrase
    .toLowerCase()
    .split(/[\s,]+/)
    .map(spell)
    .join(' ');
}

const alternatives = new Map<string, Set<string>>();
for (const group of GROUPS) {
  for (const phrase of group) {
    const others = alternatives.get(phrase) ?? new Set<string>();
    for (const other of group) if (other !== phrase) others.add(other);
    alternatives.set(phrase, others);
  }
}
const starts = new Set([...alternatives.keys()].map((phrase) => phrase.split(' ')[0]));
const LONGEST = Math.max(...[...alternatives.keys()].map((phrase) => phrase.split(' ').length));

/** A phrase of a text, and those that mean the same. */
type Window = { readonly from: number; readonly to: number; readonly others: readonly Phrase[] };
type Phrase = { readonly keys: readonly string[]; readonly spaced: string };

/** The same words are held against many texts: what they could be told as is read once. */
const known = new WeakMap<readonly Word[], readonly Window[]>();

const phraseOf = (text: string): Phrase => ({ keys: text.split(' '), spaced: ` ${text} ` });

function windowsOf(words: readonly Word[]): readonly Window[] {
  const before = known.get(words);
  if (before !== undefined) return before;
  const windows: Window[] = [];
  for (let from = 0; from < words.length; from += 1) {
    if (!starts.has(words[from]?.key)) continue;
    for (let length = Math.min(LONGEST, words.length - from); length > 0; length -= 1) {
      const to = from + length;
      const phrase = words
        .slice(from, to)
        .map(({ key }) => key)
        .join(' ');
      const others = alternatives.get(phrase);
      if (others !== undefined) windows.push({ from, to, others: [...others].map(phraseOf) });
    }
  }
  for (const { from, to, alternatives: others } of synonymsOf(words)) {
    windows.push({ from, to, others: others.map(({ phrase }) => phraseOf(spellPhrase(phrase))) });
  }
  known.set(words, windows);
  return windows;
}

/**
 * For each word, whether it belongs to a phrase for which the other text has one of the same meaning.
 * @param held the other text as `spaced` writes it, between two spaces, and its words: most phrases fail at their first word
 */
export function phrasesAlike(
  words: readonly Word[],
  held: { readonly text: string; readonly singles: ReadonlySet<string> },
): readonly boolean[] {
  const alike = words.map(() => false);
  const has = ({ keys, spaced }: Phrase): boolean =>
    keys.every((key) => held.singles.has(key)) && (keys.length === 1 || held.text.includes(spaced));
  for (const { from, to, others } of windowsOf(words)) {
    if (others.some(has)) alike.fill(true, from, to);
  }
  return alike;
}

/** Where each word of a text stands in it. */
const standing = new WeakMap<readonly Word[], ReadonlyMap<string, readonly number[]>>();

function standingOf(words: readonly Word[]): ReadonlyMap<string, readonly number[]> {
  const made = standing.get(words) ?? Map.groupBy(words.keys(), (at) => words[at]?.key ?? '');
  standing.set(words, made);
  return made;
}

/** For each word of a text, in order and each once, which words of another it may tell, because they belong to phrases of the same meaning. */
export function placesAlike(words: readonly Word[], others: readonly Word[]): readonly ReadonlySet<number>[] {
  const stands = standingOf(others);
  const places = words.map(() => new Set<number>());
  const found = new Map<string, readonly number[]>();
  const placesOf = ({ keys, spaced }: Phrase): readonly number[] => {
    const before = found.get(spaced);
    if (before !== undefined) return before;
    const made = (stands.get(keys[0] ?? '') ?? []).filter((at) =>
      keys.every((key, offset) => others[at + offset]?.key === key),
    );
    found.set(spaced, made);
    return made;
  };
  for (const { from, to, others: phrases } of windowsOf(words)) {
    for (const phrase of phrases) {
      for (const at of placesOf(phrase)) {
        for (let word = from; word < to; word += 1)
          places[word]?.add(at + Math.min(word - from, phrase.keys.length - 1));
      }
    }
  }
  return places;
}
