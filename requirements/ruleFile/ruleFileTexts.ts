import { fold } from '../../vietnamese/text.ts';

/** What a rule file's author reads. Every sentence says what is wrong and what to write instead. */
export const ruleFileTexts = {
  tooLong: (most: number) => `Tệp dài hơn ${most} ký tự; hãy chia thành nhiều tệp, mỗi văn bản một tệp.`,
  notMap: 'Chỗ này phải là các dòng “mục: giá trị”.',
  notList: 'Chỗ này phải là danh sách: mỗi dòng bắt đầu bằng “- ”, hoặc viết [a, b].',
  notText: 'Chỗ này phải là một dòng chữ.',
  missingKey: (key: string) => `Thiếu mục “${key}”; hãy ghi thêm.`,
  unknownKey: (key: string, known: readonly string[]) =>
    `Không có mục “${key}”; ${suggest(key, known)}các mục dùng được ở đây: ${known.join(', ')}.`,
  unknownWord: (word: string, known: readonly string[]) =>
    `Không hiểu “${word}”; ${suggest(word, known)}các giá trị dùng được: ${known.join(', ')}.`,
  notDay: (word: string) =>
    `“${word}” không phải là một ngày viết theo năm-tháng-ngày; hãy viết như ${dayOf(word) ?? '2026-04-01'}.`,
  noSuchDay: (word: string) => `Lịch không có ngày “${word}”; hãy xem lại ngày và tháng.`,
  notPartialDate: (word: string) =>
    `“${word}” không phải là một thời điểm có trong lịch; hãy viết như 2019, 2019-12 hoặc 2019-12-05.`,
  notNumber: (word: string) => `“${word}” không phải là số nguyên không âm; hãy viết chữ số, như 12.`,
  notYear: (word: string) => `“${word}” không phải là một năm; hãy viết bốn chữ số, như 2025.`,
  oneAssumption: 'Giả định chỉ nêu một trong ba: post, planned hoặc grade.',
  percentRange: 'Tỷ lệ phải từ 1 đến 100.',
  countRange: 'Số phải từ 1 trở lên.',
  noLevels: (kind: string) => `Loại ${kind} không chia mức; hãy bỏ mục “level” và dùng “names”.`,
  unknownLevel: (word: string, kind: string, levels: readonly string[]) =>
    `“${word}” không phải là mức của ${kind}; ${suggest(word, levels)}các mức từ thấp đến cao: ${levels.join(', ')}.`,
  levelWithoutKind: 'Có mức mà không có loại; hãy ghi thêm mục “kind”.',
  turnedPeriod: (from: string, until: string) =>
    `“${from}” đứng sau “${until}”; hãy đổi lại cho đúng thứ tự.`,
  emptyList: 'Danh sách này phải có ít nhất một mục.',
  emptyAge: 'Điều kiện tuổi phải có “from”, “to” hoặc cả hai.',
  turnedAge: 'Tuổi “from” lớn hơn tuổi “to”; hãy đổi lại.',
  emptyAttended: 'Hãy nêu tên lớp, hoặc “kind”, hoặc “programme” mà lớp phải có.',
  notCondition: (forms: readonly string[]) =>
    `Một điều kiện viết như { holds: degree, level: dai_hoc }; các dạng dùng được: ${forms.join(', ')}.`,
  noForm: (keys: readonly string[], forms: readonly string[]) =>
    `Không thấy dạng điều kiện nào; ${keys.map((key) => suggest(key, forms)).join('')}các dạng dùng được: ${forms.join(', ')}.`,
  manyForms: (forms: readonly string[]) =>
    `Một điều kiện chỉ có một dạng, ở đây có ${forms.join(' và ')}; hãy gộp bằng all: [ … ] hoặc any: [ … ].`,
  tooDeep: (most: number) => `Điều kiện lồng quá ${most} tầng; hãy viết gọn lại.`,
  notOfPerson: (form: string, forms: readonly string[]) =>
    `“applies_to” chỉ nói người đó là ai, không dùng “${form}”; các dạng dùng được: ${forms.join(', ')}.`,
  renewedOf: 'Mục “renewed” chỉ nhận một điều kiện holds hoặc attended.',
  wrongLabel: (label: string, right: string) =>
    `Nhãn “${label}” viết không đúng kiểu; hãy viết “${right}” như trong văn bản đã nạp.`,
  duplicateId: (id: string, line: number) =>
    `Mã “${id}” đã dùng ở dòng ${line}; mỗi quy tắc phải có mã riêng.`,
  unknownExpected: (id: string, known: readonly string[]) =>
    `Tệp không có quy tắc nào mã “${id}”; ${suggest(id, known)}hãy sửa mã hoặc bỏ dòng này.`,
  unknownPosition: (name: string, known: readonly string[]) =>
    `Danh mục chức danh của tệp không có “${name}”; ${suggest(name, known)}hãy sửa tên, hoặc thêm vào “positions”.`,
  difference: (id: string, expected: string, got: string) =>
    `Ví dụ không đúng: “${id}” phải là ${expected}, nhưng tính ra ${got}. Hãy xem lại quy tắc hoặc ví dụ.`,
  unexpected: (id: string, got: string) =>
    `Ví dụ thiếu “${id}”: quy tắc này ràng buộc người trong ví dụ và tính ra ${got}; hãy ghi thêm vào “expect”.`,
} as const;

/** The sentences for the parser's own errors, by its code. */
const SYNTAX: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'Mục này đã có ở trên; hãy bỏ một trong hai.',
  TAG_RESOLVE_FAILED:
    'Không dùng dấu “!” trước giá trị; hãy bỏ nó, hoặc đặt cả dòng chữ trong dấu ngoặc kép.',
  BAD_INDENT: 'Thụt lề không đều, hoặc dấu ngoặc mở ở trên chưa đóng; các mục cùng cấp phải thẳng cột.',
  TAB_AS_INDENT: 'Thụt lề bằng phím Tab; hãy dùng dấu cách.',
  MISSING_CHAR: 'Thiếu dấu đóng ngoặc, dấu nháy, dấu phẩy hoặc dấu hai chấm ở quanh đây.',
  BLOCK_AS_IMPLICIT_KEY: 'Dòng chữ có dấu “: ” ở giữa; hãy đặt cả dòng trong dấu ngoặc kép.',
  MULTILINE_IMPLICIT_KEY: 'Tên mục bị ngắt dòng; hãy viết liền một dòng, hoặc thêm dấu hai chấm.',
  MULTIPLE_DOCS: 'Tệp có nhiều phần ngăn bởi “---”; hãy chia thành nhiều tệp.',
  BAD_ALIAS: 'Chỗ dùng lại (*) viết không đúng; hãy viết * rồi tên đã đặt bằng &.',
  RESOURCE_EXHAUSTION: 'Tệp lồng quá nhiều tầng; hãy viết gọn lại.',
  UNKNOWN_ALIAS: 'Chỗ dùng lại (*) gọi một tên chưa đặt bằng & ở phía trên.',
  CIRCULAR_ALIAS: 'Chỗ dùng lại (*) nằm trong chính phần mà nó gọi; hãy bỏ nó.',
  MANY_ALIASES: 'Tệp dùng lại (*) quá nhiều lần; hãy chép thẳng nội dung.',
};

export function syntaxText(code: string): string {
  return SYNTAX[code] ?? 'Dòng này không đúng cách viết YAML; hãy so với các dòng cùng cấp ở trên.';
}

/** `có phải “trung_cap” không? `, or nothing where no known word is near. */
function suggest(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null ? '' : `có phải “${near}” không? `;
}

/** The known word that a person probably meant, however they wrote its diacritics and spaces; `null` where none is near. */
function nearest(word: string, known: readonly string[]): string | null {
  const given = plain(word);
  let best: string | null = null;
  // Two exchanged letters are two changes; in a very short word that would be another word.
  let least = 1 + (given.length < 4 ? 1 : Math.max(2, Math.floor(given.length / 3)));
  for (const candidate of known) {
    const distance = editDistance(given, plain(candidate), least);
    if (distance >= least) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

function plain(word: string): string {
  return fold(word).replace(/[\s-]+/g, '_');
}

/** Letters to insert, drop or exchange; `atMost` when it is no less than that. */
function editDistance(a: string, b: string, atMost: number): number {
  if (Math.abs(a.length - b.length) >= atMost) return atMost;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const exchanged = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(exchanged, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return Math.min(previous[b.length] ?? 0, atMost);
}

/** `1/4/2026` → `2026-04-01`; `null` for anything else. */
function dayOf(word: string): string | null {
  const [, day = '', month = '', year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(word) ?? [];
  return year === undefined ? null : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
