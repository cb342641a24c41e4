import type { FailureReason } from './reasons.ts';
import { spell } from './spell.ts';
import { ANYONE } from './strangers.ts';
import type { Word } from './word.ts';
import { coverage, type Held, wordsOf } from './words.ts';

/** Two words side by side that the provision has nowhere, in a piece that else repeats it, tell another thing than it does. */
const LEAST_RUN = 1.3;
/** The rest of the piece has to hold so much … */
const LEAST_REST = 3;
/** … of which this share stands side by side in the provision as well. */
const REPEATED = 0.9;

/** With these a speaker tells the same: none of them says who, what, where or how much. */
const NEUTRAL = new Set(
  (
    'giá trị đòi hỏi thông thường xem xét nhà nước đi liền cho biết hiểu tạo giúp gặp vướng mắc khó khăn chính thức đồng thời bao gồm liên quan tương ứng phù hợp cần thiết ' +
    'đầy đủ thực tế chủ yếu ngay lập tức kịp thời rõ ràng phía vai trò công việc hoạt động thời điểm mục đích căn cứ dựa tuân thủ bảo đảm đảm nhiệm phụ đương diễn nêu ghi ' +
    'xác thể hiện hoàn toàn tiếp tục đương nhiên trường loại kèm theo lo phải chịu vẫn luôn thường bình chẳng hạn nhất thiết tức là yêu cầu đề ra đặt giao xong ' +
    'thuộc đối tượng diện lần lượt cũng như với nhau ai người họ này kia tùy từng miễn sao đúng sai khỏi chứ khác tròn nguồn chiếm bắt buộc lý do kết quả số lượng tất toàn'
  )
    .split(' ')
    .map(spell),
);

/** What a sentence adds to a provision that it else repeats: "đối chiếu với Cơ sở dữ liệu quốc gia về bảo hiểm". */
export function foreignWords(sentence: string, scope: Held): FailureReason | null {
  for (const piece of sentence.split(/[,;:()]\s+|\.\s+/u)) {
    const words = wordsOf(piece);
    const held = coverage(words, scope);
    const runs: Word[][] = [];
    let [rest, repeated, isOpen] = [0, 0, false];
    for (const [at, word] of words.entries()) {
      const share = held[at] ?? 0;
      if (word.weight === 0) continue;
      if (share > 0) {
        rest += word.weight;
        if (share === 1) repeated += word.weight;
      } else if (isOpen && word.joined) runs.at(-1)?.push(word);
      else runs.push([word]);
      isOpen = share === 0;
    }
    const [run] = runs;
    if (run === undefined || runs.length > 1 || run.length < 2) continue;
    const weight = run.reduce((sum, one) => sum + one.weight, 0);
    if (weight < LEAST_RUN || rest < LEAST_REST || repeated < REPEATED * rest) continue;
    if (run.filter(({ key }) => NEUTRAL.has(key)).length >= run.length / 2) continue;
    const [start, end] = [run[0]?.start ?? 0, run.at(-1)?.end ?? 0];
    const found = piece.slice(start, end);
    // Who is named is looked at apart.
    if (ANYONE.has(found.toLowerCase())) continue;
    return { kind: 'uncovered', found };
  }
  return null;
}
