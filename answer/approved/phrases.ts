import { sameSpelling } from '../../vietnamese/syllable.ts';
import { foldSyllable } from '../../vietnamese/text.ts';

/** What a question wants to be told. */
export type AskKind =
  | 'who'
  | 'where'
  | 'when'
  | 'how_long'
  | 'count'
  | 'which'
  | 'definition'
  | 'open'
  | 'why'
  | 'yes_no';

/** What a phrase stands for in a question. `drop`: nothing. `word`: the words behind `=`, or itself. */
export type PhraseRole =
  | { readonly role: 'ask'; readonly ask: AskKind; readonly unit: string | null }
  | { readonly role: 'drop' | 'must' | 'may' | 'not' }
  | { readonly role: 'light' | 'word'; readonly words: readonly string[] };

export type Phrase = {
  /** Each syllable as it is spelled with its marks, and folded. */
  readonly syllables: readonly { readonly spelled: string; readonly folded: string }[];
  readonly meaning: PhraseRole;
};

const ASKS: Readonly<Record<AskKind, string>> = {
  who: 'ai|những ai|người nào|cơ quan nào|đơn vị nào|cấp nào|bên nào|do ai',
  where: 'ở đâu|tại đâu|đâu|nơi nào|chỗ nào|ở chỗ nào|đến đâu|về đâu',
  when: 'khi nào|bao giờ|lúc nào|thời điểm nào|hôm nào|từ khi nào|đến khi nào|đến bao giờ|từ bao giờ',
  how_long:
    'bao lâu|trong bao lâu|mất bao lâu|thời gian bao lâu|trong thời gian bao lâu|thời gian là bao lâu',
  count:
    'tính mấy|tính bao nhiêu|mất bao nhiêu|mất mấy|bao nhiêu|mấy|là bao nhiêu|được bao nhiêu|hết bao nhiêu',
  which: 'đối tượng mấy|bậc mấy|hạng mấy|loại mấy|nhóm mấy|thứ mấy|mức mấy',
  definition: 'nghĩa là gì|được hiểu là gì|hiểu thế nào|thế nào là|được hiểu thế nào|là gì|khái niệm',
  open: 'gì|những gì|các gì|nào|những nào|thế nào|như thế nào|ra sao|làm sao|sao|bị sao|như nào|cách nào|bằng cách nào|gồm những gì|gồm gì|bao gồm những gì|cần gì|cần những gì|gồm những giấy tờ gì|cần giấy tờ gì|giấy tờ gì|giấy tờ nào|trường hợp nào|trong trường hợp nào',
  why: 'vì sao|tại sao|sao lại|do đâu',
  yes_no: 'hay không|hay chưa|phải không|đúng không|được không|được ko|có phải không',
};

/** Asks for a point in time in this unit. */
const WHEN_IN = 'ngày|tháng|năm|quý|giờ';
/** Asks how long in this unit. */
export const TIME_UNITS: ReadonlySet<string> = new Set(
  ['ngày', 'tuần', 'tháng', 'năm', 'giờ', 'tiết', 'buổi', 'phút'].map(foldSyllable),
);

/** Are told by an ask for a number of them, and said or not. */
export const COUNTED_UNITS: ReadonlyMap<string, string> = new Map(
  [
    ['tiền', 'tien'],
    ['đồng', 'tien'],
    ['tuổi', 'tuoi'],
    ['người', 'nguoi'],
    ['phần', 'phan_tram'],
  ].map(([written = '', unit = '']) => [foldSyllable(written), unit]),
);

/** Politeness, and words that join others. */
const DROPPED =
  'cho em hỏi|cho tôi hỏi|cho mình hỏi|cho hỏi|cho cháu hỏi|xin hỏi|xin cho biết|xin cho hỏi|cho biết|cho tôi biết|cho em biết|vui lòng|làm ơn|muốn hỏi|muốn biết|tôi muốn hỏi|em muốn hỏi|' +
  'cho em hỏi là|tư vấn giúp|giúp em với|giúp tôi với|giúp với|với ạ|theo quy định|theo quy định hiện hành|quy định hiện hành|hiện nay|hiện hành|hiện tại|bây giờ|trong trường hợp|trường hợp|đối với|liên quan đến|' +
  'là|thì|mà|và|hay|hoặc|của|cho|với|tôi|em|mình|anh|chị|bạn|cháu|chúng ta|chúng tôi|ạ|à|ơi|nhé|nhỉ|vậy|hả|hỏi|xin|giúp|biết|về|các|những|một|cái|này|kia|đó|ấy|như|do|vì|nên|muốn|ở|tại|theo|rằng|thưa|ad|admin|có|thế|cụ thể|cảm ơn|để';

/** Those of one syllable that are one without marks as well; the others may then be another word (`thi`, `dang`). */
const SAFE_FOLDED = new Set(
  'la cua voi toi em minh ban chau a oi nhe nhi vay ha xin giup biet cac nhung mot nhu rang thua ad admin co cai hoi anh chi'.split(
    ' ',
  ),
);

/** May stand or be left out without another meaning. */
const LIGHT =
  'học|học tập|đi|đi học|theo học|tham gia|tham dự|lớp|khóa|khóa học|lớp học|thời gian|thời lượng|việc|người|số|mức|quy định|nội dung|khi|nếu|trong|đã|đang|sẽ|rồi|xong|cả|cũng|nữa|luôn|thuộc|giữa chừng|gồm|bao gồm|kéo dài|tổng|số lượng|thông tin|giấy tờ|đợt|được hưởng|lúc|khoản|hiện|hưởng|diễn ra|cần có|phải có|phần|tính cả|có tính|có tính cả|có gồm|có bao gồm';

const MUST = 'phải|cần|bắt buộc|buộc|cần phải|bắt buộc phải|có nghĩa vụ';
const MAY = 'được|được phép|có thể|có quyền|có được';
const NOT =
  'không|chưa|chẳng|đừng|cấm|ngoại trừ|trừ|ko|hok|không được|không có|chưa có|chưa được|không phải|không thể';

/** Phrases of one line mean the same; the first is what the others are read as. */
const SAME = `
lý luận chính trị|lý luận
cao cấp lý luận chính trị|cao cấp chính trị|cao cấp lý luận
trung cấp lý luận chính trị|trung cấp chính trị|trung cấp lý luận
sơ cấp lý luận chính trị|sơ cấp chính trị|sơ cấp lý luận
quốc phòng an ninh|quốc phòng và an ninh|kiến thức quốc phòng an ninh|kiến thức quốc phòng và an ninh|quốc phòng|an ninh quốc phòng
quản lý nhà nước
thạc sĩ|thạc sỹ|cao học|bằng thạc sĩ
tiến sĩ|tiến sỹ|bằng tiến sĩ
tối thiểu|ít nhất
tối đa|nhiều nhất|không quá|cao nhất
hằng năm|hàng năm|mỗi năm|một năm|1 năm|mỗi một năm|trong năm|từng năm
đền bù|bồi hoàn|hoàn trả|đền bù chi phí
chi phí|kinh phí
tự ý bỏ học|tự bỏ học|tự ý nghỉ học|bỏ học
thôi việc|nghỉ việc|xin nghỉ việc|bỏ việc
mang thai|có thai|mang bầu|có bầu|đang mang thai
thủ trưởng|người đứng đầu
chủ tịch ủy ban nhân dân xã|chủ tịch xã
chủ tịch ủy ban nhân dân phường|chủ tịch phường
chủ tịch ủy ban nhân dân tỉnh|chủ tịch tỉnh
gửi|nộp
giữa|trong quá trình
thi hành kỷ luật|bị kỷ luật|đang bị kỷ luật|chịu kỷ luật|đang chịu kỷ luật|bị thi hành kỷ luật|đang thi hành kỷ luật
mất|bị mất|đánh mất|làm mất
nguyên lương|đủ lương|giữ nguyên lương
văn bằng|bằng cấp
phần trăm|tỷ lệ phần trăm
ngoại ngữ|tiếng nước ngoài
nước ngoài|ngoài nước
trực tuyến|qua mạng|online
học viên|người học
hỗ trợ|trợ cấp
hiệu lực|có hiệu lực
khu phố|tổ dân phố
báo cáo|gửi báo cáo
hạn cuối|hạn chót|thời hạn cuối|chậm nhất|muộn nhất
còn giá trị|còn hiệu lực|còn dùng được|còn được dùng|còn sử dụng được
quyết định|có thẩm quyền quyết định|thẩm quyền quyết định
hồ sơ|bộ hồ sơ
trong nước
ngoài giờ
đại học
sau đại học
khoa học
tin học
bằng
học phí
trường học
học kỳ
`;

/** With these begins what is asked for, so that "là gì" behind them asks for it and not for a word's meaning. */
export const HEADS: readonly (readonly string[])[] = (
  'điều kiện|hồ sơ|tiêu chuẩn|mức|quyền lợi|thủ tục|trách nhiệm|số|mã số|nhiệm vụ|chế độ|thời hạn|kinh phí|chi phí|' +
  'đối tượng|yêu cầu|chỉ tiêu|mục tiêu|nguyên tắc|quyền|nghĩa vụ|căn cứ|hình thức|nội dung|chứng chỉ|bằng'
)
  .split('|')
  .map((head) => head.split(' ').map(foldSyllable));

function read(written: string, meaning: PhraseRole): Phrase {
  return { syllables: spell(written), meaning };
}

function spell(written: string): Phrase['syllables'] {
  return written.split(' ').map((one) => ({ spelled: sameSpelling(one), folded: foldSyllable(one) }));
}

const all: readonly Phrase[] = [
  ...Object.entries(ASKS).flatMap(([ask, phrases]) =>
    phrases.split('|').map((phrase) => read(phrase, { role: 'ask', ask: ask as AskKind, unit: null })),
  ),
  ...['cho ai', 'tới ai', 'với ai', 'của ai', 'về ai'].map((phrase) =>
    read(phrase, { role: 'ask', ask: 'who', unit: 'other' }),
  ),
  ...WHEN_IN.split('|').flatMap((unit) =>
    [`${unit} nào`, `${unit} mấy`, `ngày tháng nào`].map((phrase) =>
      read(phrase, { role: 'ask', ask: 'when', unit: foldSyllable(unit) }),
    ),
  ),
  ...DROPPED.split('|').map((phrase) => read(phrase, { role: 'drop' })),
  ...MUST.split('|').map((phrase) => read(phrase, { role: 'must' })),
  ...MAY.split('|').map((phrase) => read(phrase, { role: 'may' })),
  ...NOT.split('|').map((phrase) => read(phrase, { role: 'not' })),
  ...LIGHT.split('|').map((phrase) =>
    read(phrase, {
      role: 'light',
      words: [
        spell(phrase)
          .map(({ folded }) => folded)
          .join('_'),
      ],
    }),
  ),
  ...SAME.trim()
    .split('\n')
    .flatMap((line) => {
      const [first = '', ...others] = line.split('|');
      const words = [
        spell(first)
          .map(({ folded }) => folded)
          .join('_'),
      ];
      return [first, ...others].map((phrase) => read(phrase, { role: 'word', words }));
    }),
];

const byFirst = Map.groupBy(
  all.toSorted((a, b) => b.syllables.length - a.syllables.length),
  ({ syllables: [first] }) => first?.folded ?? '',
);

/** The phrases that begin with this folded syllable, the longest first. */
export function phrasesFrom(folded: string): readonly Phrase[] {
  return byFirst.get(folded) ?? [];
}

/** What is asked for by these, where no other word asks: "thời gian bồi dưỡng" is not "bồi dưỡng". */
export const ASKED_FOR: ReadonlySet<string> = new Set(
  'thoi_gian thoi_luong noi_dung muc so_luong giai_to dot tong thong_tin khoan'.split(' '),
);

/** Says when: while it is so, or when it is over. */
export const ASPECTS: ReadonlyMap<string, 'during' | 'after'> = new Map([
  ['dang', 'during'],
  ['trong', 'during'],
  ['da', 'after'],
  ['xong', 'after'],
  ['roi', 'after'],
]);

/** Without marks these are other words as well: cá, hiến, phản. */
const NOT_LIGHT_FOLDED = new Set('ca hien phan'.split(' '));

/** Whether a phrase may be read in a text without marks. */
export function standsFolded({ syllables, meaning }: Phrase): boolean {
  const [only] = syllables;
  return meaning.role !== 'light' || syllables.length > 1 || !NOT_LIGHT_FOLDED.has(only?.folded ?? '');
}

/** Whether what is dropped, read without marks, is surely that word and no other. */
export function isSafeFolded({ syllables, meaning }: Phrase): boolean {
  const [only] = syllables;
  return (
    meaning.role !== 'drop' || syllables.length > 1 || (only !== undefined && SAFE_FOLDED.has(only.folded))
  );
}
