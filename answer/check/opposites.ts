import { fold } from '../../vietnamese/text.ts';
import type { FailureReason } from './reasons.ts';
import { wordsOf } from './words.ts';

/** Words that mean the contrary of one another; `/` parts the spellings of one side. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = (
  [
    ['trước khi|trước ngày|trước lúc', 'sau khi|sau ngày|kể từ ngày|từ ngày|kể từ khi|từ khi'],
    ['tăng|tăng thêm|cộng thêm|nâng', 'giảm|giảm bớt|cắt giảm|trừ bớt'],
    ['cao hơn', 'thấp hơn'],
    ['cao nhất', 'thấp nhất'],
    ['ngắn hạn|khóa ngắn|khóa học ngắn', 'dài hạn|khóa dài|khóa học dài'],
    ['lớn nhất', 'nhỏ nhất'],
    ['dài nhất|lâu nhất', 'ngắn nhất'],
    ['sớm nhất', 'muộn nhất|chậm nhất'],
    ['còn hiệu lực|tiếp tục có hiệu lực|còn giá trị', 'hết hiệu lực|không còn hiệu lực|hết giá trị'],
    ['kể cả|tính cả|bao gồm cả|gồm cả|cả', 'không kể|không tính|không gồm|không bao gồm'],
    ['nhiều hơn', 'ít hơn'],
    ['lớn hơn', 'nhỏ hơn'],
    ['ở nước ngoài|ngoài nước|nước ngoài', 'trong nước'],
    ['trực tuyến toàn phần', 'trực tiếp toàn phần'],
    ['tập trung', 'không tập trung|bán tập trung'],
    ['tự nguyện', 'bắt buộc'],
    ['cấp mới|cấp lại', 'thu hồi'],
    ['thành lập', 'giải thể'],
    ['bổ nhiệm', 'miễn nhiệm|bãi nhiệm|cách chức'],
    ['ngoài công lập|tư thục|dân lập', 'công lập'],
    ['khai giảng', 'bế giảng'],
    ['một trong', 'tất cả|đủ các|đồng thời các|toàn bộ các'],
    ['bản sao|bản chụp', 'bản chính|bản gốc'],
    ['trực tiếp quản lý', 'gián tiếp'],
    ['công khai', 'bí mật|kín'],
    ['trong giờ', 'ngoài giờ'],
    ['thường xuyên', 'đột xuất'],
    ['ghi tên|ký tên', 'ẩn danh|không ghi tên'],
    ['mặt trước', 'mặt sau'],
    ['đầu năm', 'cuối năm'],
    ['năm trước', 'năm sau'],
    ['cùng cấp', 'cấp trên|cấp dưới'],
    ['tối thiểu|ít nhất', 'tối đa|nhiều nhất'],
    ['định kỳ', 'đột xuất'],
    ['hằng năm|hàng năm|mỗi năm', 'hằng tháng|hàng tháng|mỗi tháng|hằng quý|hàng quý|mỗi quý'],
    ['hằng quý|hàng quý|mỗi quý', 'hằng tháng|hàng tháng|mỗi tháng'],
    ['bằng văn bản', 'bằng miệng|bằng lời nói|bằng điện thoại|qua điện thoại'],
    ['chủ quan', 'khách quan'],
    ['thi tuyển', 'xét tuyển'],
    ['nguyên lương', 'một phần lương|không lương'],
    ['kể cả khi|kể cả trường hợp|ngay cả khi|kể cả', 'trừ trường hợp|trừ khi|ngoại trừ|trừ'],
    ['kéo dài|gia hạn', 'rút ngắn'],
    ['tiếp tục', 'tạm dừng|dừng|chấm dứt|tạm ngừng|đình chỉ'],
    ['mở rộng', 'thu hẹp'],
    ['hợp pháp', 'trái pháp luật|trái phép|bất hợp pháp'],
    ['hợp lệ', 'không hợp lệ'],
    ['tạm thời', 'vĩnh viễn|lâu dài'],
    ['toàn bộ', 'một phần'],
    ['xuất khẩu', 'nhập khẩu'],
    ['xuất cảnh', 'nhập cảnh'],
    ['đúng hạn', 'quá hạn'],
    ['từ cao xuống thấp|giảm dần', 'từ thấp lên cao|tăng dần'],
    ['từ trên xuống', 'từ dưới lên'],
    ['bên mua', 'bên bán'],
    ['người mua', 'người bán'],
    ['chung', 'riêng'],
    ['trong nước', 'quốc tế'],
    ['phổ thông', 'ưu đãi'],
    ['lần đầu', 'lần sau|lần cuối'],
    ['còn thời hạn|còn giá trị|còn hạn|còn hiệu lực', 'hết thời hạn|hết giá trị|hết hạn|quá hạn'],
    ['cao', 'thấp'],
    ['thông thường|bình thường', 'bất thường|khẩn cấp'],
    ['trực tiếp', 'gián tiếp|qua trung gian|ủy quyền'],
    ['nội bộ', 'bên ngoài'],
    ['nước đang phát triển', 'nước phát triển'],
    ['chủ động', 'bị động'],
    ['khuyến khích', 'hạn chế|nghiêm cấm|cấm'],
    ['miễn phí', 'có thu phí|thu phí|trả phí'],
    ['một lần', 'nhiều lần'],
    ['song song|đồng thời', 'lần lượt'],
    ['bắt đầu', 'kết thúc'],
    ['cấp trên', 'cấp dưới'],
    ['khác nhau|không giống nhau', 'bình đẳng|như nhau|giống nhau'],
    ['cùng năm|cùng với năm', 'năm liền kề|năm sau|năm kế tiếp'],
    ['cũ', 'mới'],
    ['cũng được tính|cũng được cộng|cũng tính', 'không kể|không tính|không gồm'],
    ['giữ nguyên|bảo lưu', 'hủy|bãi bỏ|thu hồi|hết giá trị|mất giá trị'],
    ['dự bị', 'chính thức'],
    ['cơ bản', 'nâng cao'],
    ['đơn ngành|đơn lĩnh vực', 'đa ngành|đa lĩnh vực'],
    ['có thời hạn', 'không thời hạn|vô thời hạn|không xác định thời hạn'],
  ] as const
).map(([one, other]) => [words(one), words(other)] as const);

function words(phrases: string): RegExp {
  return new RegExp(`(?<!\\p{L}|không |ngoài |bán )(?:${phrases})(?!\\p{L})`, 'u');
}

const TURNED = [
  ['trong', 'ngoài'],
  ['trước', 'sau'],
  ['trên', 'dưới'],
  ['đầu', 'cuối'],
] as const;

/** "trong tỉnh" for "ngoài tỉnh", "trước khai giảng" for "sau khai giảng". */
function turnedBetween(said: string, written: string, all: string): FailureReason | null {
  for (const [one, other] of TURNED) {
    for (const [own, contrary] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const match of said.matchAll(
        new RegExp(`(?<!\\p{L})${own} (?:ngày |khi |lúc )?(\\p{L}+ ?\\p{L}*)`, 'gu'),
      )) {
        const what = (match[1] ?? '').trim();
        const [first = ''] = what.split(' ');
        if (/^(?:ngày|khi|đó|các|những|thời|vòng|cơ|một|hai|ba|mỗi|số|là|của|này)$/u.test(first)) continue;
        const stands = (word: string, text: string) =>
          new RegExp(`(?<!\\p{L})${word} (?:ngày |khi |lúc )?${first}(?!\\p{L})`, 'u').test(text);
        if (stands(contrary, written) && !stands(own, all) && !stands(contrary, said)) {
          return { kind: 'opposite', found: match[0], instead: `${contrary} ${first}` };
        }
      }
    }
  }
  return null;
}

const PERIODS = /(?<!\p{L})(?:hằng|hàng|mỗi|từng) (ngày|tuần|tháng|quý|năm)(?!\p{L}| học)/gu;

/** "hằng tuần", where the provision has "hằng ngày". */
function periodBetween(said: string, written: string, all: string): FailureReason | null {
  const periods = (text: string) => new Set([...text.matchAll(PERIODS)].map((match) => match[1] ?? ''));
  const [own, around] = [[...periods(written)], periods(all)];
  for (const match of said.matchAll(PERIODS)) {
    if (own.length > 0 && !around.has(match[1] ?? ''))
      return { kind: 'opposite', found: match[0], instead: `hằng ${own[0]}` };
  }
  return null;
}

/** "B trước A", of what the provision says "A trước B". */
function reordered(said: string, written: string): FailureReason | null {
  for (const match of said.matchAll(
    /(\p{L}+ \p{L}+) (trước|sau|phục tùng|thay thế|cao hơn|thấp hơn) (?:khi )?(\p{L}+ \p{L}+)/gu,
  )) {
    const [found, first = '', word = '', last = ''] = match;
    const turned = new RegExp(
      `(?<!\\p{L})${last}(?: \\p{L}+)? ${word} (?:khi )?(?:\\p{L}+ )?${first}(?!\\p{L})`,
      'u',
    ).exec(written);
    if (turned !== null && !written.includes(found)) return { kind: 'opposite', found, instead: turned[0] };
  }
  return null;
}

const GENERAL =
  /(?<!\p{L})(?:(?:trong|ở|với) (?:mọi|tất cả các|bất cứ|bất kỳ|bất kì) (?:trường hợp|hoàn cảnh|điều kiện)|không có (?:bất kỳ )?ngoại lệ|không ngoại lệ|bất kể|vô điều kiện|không cần điều kiện|không phân biệt|luôn luôn|dù trong|duy nhất)(?!\p{L})/u;
const GENERAL_WEAK = /(?<!\p{L})(?:luôn|mọi|bất kỳ|bất cứ|đương nhiên|mặc nhiên)(?!\p{L})/u;
const BOUNDED = /(?<!\p{L})(?:trừ|ngoại trừ|trường hợp|nếu|khi có|đủ điều kiện|sau khi được)(?!\p{L})/u;

/** "trong mọi trường hợp", of what the provision says with a condition or an exception; or says nothing of the kind. */
function overstated(said: string, written: string, all: string): FailureReason | null {
  const strong = GENERAL.exec(said);
  if (strong !== null && !GENERAL.test(all) && !GENERAL_WEAK.test(written))
    return { kind: 'opposite', found: strong[0] };
  const weak = GENERAL_WEAK.exec(said);
  if (
    weak === null ||
    GENERAL_WEAK.test(all) ||
    BOUNDED.test(said) ||
    /(?<!\p{L})các(?!\p{L})/u.test(written)
  )
    return null;
  const bound = BOUNDED.exec(written);
  return bound === null ? null : { kind: 'opposite', found: weak[0], instead: bound[0] };
}

const MOST =
  /(?<!\p{L})(cao|thap|nang|nhe|lon|nho|nhieu|it|dai|ngan|lau|som|muon|cham|nhanh|gan|xa|moi|cu|tot|toi da|toi thieu|tre|quan trong|day du) nhat(?!\p{L})/gu;
/** Limits are looked at with their numbers. */
const AS_LIMIT =
  /^\s*(?:la |phai |cung |khong qua |tu |dat |trong |vao )*(?:\d|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|truoc)/u;

/** "chức vụ lâu nhất", where the provision has "chức vụ cao nhất". Without diacritics: scans lose them. */
function superlativeBetween(...texts: readonly [string, string, string]): FailureReason | null {
  const [said, written, all] = texts.map((text) =>
    [...fold(text).matchAll(MOST)].map(({ 0: found, 1: word, index, input }) => ({
      found,
      word,
      isLimit: AS_LIMIT.test(input.slice(index + found.length)),
    })),
  );
  const own = written?.find(({ isLimit }) => !isLimit);
  const strange = said?.find(({ word, isLimit }) => !isLimit && all?.every((one) => one.word !== word));
  if (own === undefined || strange === undefined) return null;
  return { kind: 'opposite', found: strange.found, instead: own.found };
}

/** Of a word and its contrary, which stand both in the clause: beside the same words the sentence has the one, the clause the other. */
function turnedNearby(said: string, written: string): FailureReason | null {
  for (const [own, other] of PAIRS.flatMap(([one, two]) => [[one, two] as const, [two, one] as const])) {
    const found = own.exec(said);
    if (found === null || !own.test(written) || !other.test(written) || other.test(said)) continue;
    const before = / ?((?:\p{L}+ ){3})$/u.exec(said.slice(0, found.index))?.[1];
    const behind = /^( \p{L}+ \p{L}+)/u.exec(said.slice(found.index + found[0].length))?.[1];
    const stands = (word: RegExp) =>
      new RegExp(
        [
          ...(before === undefined ? [] : [`(?<!\\p{L})${before}(?:${word.source})`]),
          ...(behind === undefined ? [] : [`(?:${word.source})${behind}(?!\\p{L})`]),
        ].join('|') || '(?!)',
        'u',
      );
    const instead = stands(other).exec(written);
    if (instead !== null && !stands(own).test(written))
      return { kind: 'opposite', found: found[0], instead: instead[0] };
  }
  return null;
}

const STILL = /(?<!\p{L})vẫn (?:(?:được|bị|phải|còn|sẽ) )*(?!hưởng|thực hiện|áp dụng)(\p{L}+)/gu;

/** "vẫn được giữ trong danh sách", of what the provision says nothing of the kind: what it says instead is denied. */
function keptOn(said: string, all: string): FailureReason | null {
  if (/(?<!\p{L})(?:vẫn|tiếp tục|giữ nguyên|bảo lưu)(?!\p{L})/u.test(all)) return null;
  const known = new Set(wordsOf(all).map(({ key }) => key));
  for (const { 0: found, 1: verb = '' } of said.matchAll(STILL)) {
    const [word] = wordsOf(verb);
    if (word !== undefined && word.weight > 0 && !known.has(word.key)) return { kind: 'opposite', found };
  }
  return null;
}

/** "rồi mới được xem xét bổ nhiệm" of "vẫn được xem xét bổ nhiệm", and the other way. */
function allowedLater(said: string, written: string): FailureReason | null {
  for (const [own, other] of [
    ['mới', 'vẫn'],
    ['vẫn', 'mới'],
  ] as const) {
    for (const { 0: found, 1: deed = '' } of said.matchAll(
      new RegExp(`(?<!\\p{L})${own} được (\\p{L}+ \\p{L}+)`, 'gu'),
    )) {
      const stands = (word: string) =>
        new RegExp(`(?<!\\p{L})${word} được ${deed}(?!\\p{L})`, 'u').exec(written);
      const instead = stands(other);
      if (instead !== null && stands(own) === null) return { kind: 'opposite', found, instead: instead[0] };
    }
  }
  return null;
}

/** Whether a sentence has a word of which the clause has the contrary, and not the word itself. */
export function oppositeBetween(sentence: string, clause: string, around: string): FailureReason | null {
  const [said = '', written = '', all = ''] = [sentence, clause, around].map((text) =>
    text
      .toLowerCase()
      .replaceAll('nước ngoài', 'ngoài nước')
      .replace(/trong(?: và| hoặc|,) ngoài nước/gu, 'trong nước và ngoài nước'),
  );
  for (const pair of PAIRS) {
    for (const [own, other] of [pair, [pair[1], pair[0]] as const]) {
      const found = own.exec(said);
      if (found === null || own.test(written) || other.test(said)) continue;
      // A lead that names both sides leaves it to the clause.
      if (own.test(all) && !other.test(all)) continue;
      const instead = other.exec(written);
      if (instead !== null) return { kind: 'opposite', found: found[0], instead: instead[0] };
    }
  }
  const local = turnedNearby(said, written);
  if (local !== null) return local;
  const other = periodBetween(said, written, all);
  if (other !== null) return other;
  const most = superlativeBetween(said, written, all);
  if (most !== null) return most;
  return (
    turnedBetween(said, written, all) ??
    reordered(said, written) ??
    overstated(said, written, all) ??
    keptOn(said, all) ??
    allowedLater(said, written)
  );
}
