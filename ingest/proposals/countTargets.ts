import { amountOf, comparisonOf, NUMBER, tidy, upperEnd, yearIn } from './amounts.ts';
import { NUMBER_WORDS } from './numberWords.ts';
import { PAST, type ReadTarget, type TargetContext } from './readTarget.ts';
import { conditionsAround, groupOf, joined } from './targetConditions.ts';

const TIMES: Readonly<Record<string, number>> = {
  nghìn: 1_000,
  ngàn: 1_000,
  vạn: 10_000,
  triệu: 1_000_000,
};
const PEOPLE =
  'lượt người|lượt cán bộ|lượt|học viên|người|cán bộ|công chức|viên chức|đảng viên|đoàn viên|hội viên|giáo viên|giảng viên|báo cáo viên|bác sĩ|lao động|đồng chí|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ';
const NOUNS = `lớp|đợt|khóa|khoá|${PEOPLE}|hội nghị|hội thảo|chuyên đề|cuộc|chuyến|đoàn|buổi|mô hình|đề tài|tổ chức đảng|chi bộ|bộ tài liệu|tài liệu|giáo trình|nền tảng|thủ tục hành chính|thủ tục|phòng học|trường(?! hợp)|xã(?! hội)|phường|thôn|câu lạc bộ|sản phẩm`;
const DEED =
  '(?:tổ chức|mở|phối hợp mở|phối hợp tổ chức|cử|đào tạo|bồi dưỡng|tập huấn|tuyển chọn|tuyển|xây dựng|kiểm tra|thực hiện|giới thiệu|kết nạp|phấn đấu|thu hút|chọn|lựa chọn|bãi bỏ|cắt giảm|xóa|vận động|biên soạn|ban hành|đưa vào sử dụng|bố trí|lên)';
const COUNT = new RegExp(
  `(?<!\\p{L})(${DEED}\\s+(?:được\\s+|mới\\s+|(?:\\p{L}+\\s+){0,3}?cho\\s+)?)?(?:(ít nhất|tối thiểu|không dưới|không ít hơn|từ|trên|hơn|dưới|không quá|tối đa|khoảng|gần|xấp xỉ|chừng)\\s+)?(?<![\\p{L}\\d.,/])(${NUMBER}|${Object.keys(NUMBER_WORDS).join('|')})(?:\\s+(nghìn|ngàn|vạn|triệu))?\\s+(?:\\([^()]{1,20}\\)\\s+)?(${NOUNS})(?!\\p{L})(\\s+trở lên)?`,
  'giu',
);
const RANGE = new RegExp(
  `(?<!\\p{L})(?:từ\\s+)?(?<![\\d.,/])(\\d{1,3}(?:\\.\\d{3})*)\\s*(?:đến|[-–])\\s*(\\d{1,3}(?:\\.\\d{3})*)\\s+(?=(?:${NOUNS})(?!\\p{L}))`,
  'giu',
);
/** "Đào tạo thạc sĩ: 05 người": what is done stands before the colon. */
const LABELLED = new RegExp(
  `^(?:${DEED}|lớp|khóa|khoá|trung cấp|cao cấp|sơ cấp|đại học|thạc s[ĩỹ]|tiến s[ĩỹ])(?!\\p{L})[^:;.]{0,120}:\\s*$`,
  'iu',
);
/** Before a second number of people: ", 02 cán bộ …", ", trong đó ít nhất 05 tiến sĩ". */
const JOINT = /(?:,|\svà|\svới|\scho|trong đó(?:\s+có)?)\s+$/iu;
const OF_PEOPLE = new RegExp(`^(?:${PEOPLE})$`, 'iu');

/** `Tổ chức 45 lớp bồi dưỡng …`, `mỗi năm ít nhất hai lớp`, `Đào tạo thạc sĩ: 05 người`. */
export function countTargets(written: string, context: TargetContext): readonly ReadTarget[] {
  const { rest, when, among } = conditionsAround(written);
  // Of "từ 10 đến 15 lớp" the lower one is what must be reached.
  const upper = new Map<string, string>();
  // "…, 90% học viên tham gia ít nhất 01 lớp" is no number of classes: what stands before a percentage is read only.
  const whole = beforePercentage(rest);
  const sentence = whole.replace(RANGE, (_, from: string, to: string) => {
    upper.set(from, to);
    return `ít nhất ${from} `;
  });
  if (
    !(context.isTarget || context.isProgramme) ||
    PAST.test(sentence) ||
    /^(?:không|chưa)\s/iu.test(sentence)
  )
    return [];
  const all = [...sentence.matchAll(COUNT)];
  const read: ReadTarget[] = [];
  for (const [at, match] of all.entries()) {
    const [whole, deed, bound, figure = '', times, counted = '', more] = match;
    // "500 lượt cán bộ, công chức": attendances of both.
    const ofMore = /^(lượt)\s+(\S.*)$/iu.exec(counted);
    const isMore =
      ofMore !== null &&
      /^\s*,\s*(?:công chức|viên chức|đảng viên|đại biểu)/iu.test(sentence.slice(match.index + whole.length));
    const noun = isMore ? (ofMore[1] ?? counted) : counted;
    const before = sentence.slice(0, match.index);
    const isLabelled = context.isProgramme && LABELLED.test(before) && OF_PEOPLE.test(noun);
    // "Cử 05 cán bộ đi học thạc sĩ, 02 cán bộ đi học tiến sĩ": the second is done in the same way.
    const isNext = read.length > 0 && OF_PEOPLE.test(noun) && joint(sentence, match) !== null;
    const isOwn = deed !== undefined && bound !== undefined;
    if (read.length > 0 && !isNext && !isOwn) continue;
    if (!isLabelled && !isNext && !isCount(sentence, match, context.isTarget)) continue;
    // Elsewhere "có từ 3 đến 4 cán bộ" is how something is staffed.
    if (deed === undefined && OF_PEOPLE.test(noun) && !context.isTarget && !isLabelled && !isNext) continue;
    const value =
      (NUMBER_WORDS[figure.toLowerCase()] ?? amountOf(figure)) * (TIMES[times?.toLowerCase() ?? ''] ?? 1);
    if (!Number.isInteger(value) || value <= 0) continue;
    const next = all[at + 1];
    const parted = next !== undefined && OF_PEOPLE.test(next[5] ?? '') ? joint(sentence, next) : null;
    const nextFrom = parted !== null && parted >= match.index + whole.length ? parted : sentence.length;
    const behind = sentence
      .slice(match.index + whole.length, nextFrom)
      .replace(/[\s,]+(?:với|cho|và|trong đó(?:\s+có)?)?\s*$/iu, '');
    const group = tidy(/^(?:[^.;:]|(?<=\d)\.(?=\d)){0,400}/u.exec(behind)?.[0] ?? '');
    const ahead = isNext
      ? ''
      : tidy(
          before
            .replace(OF_ONE, '')
            .replace(/^(?:mở|tổ chức)\s+(?:các\s+)?(?:lớp|đợt|khóa|khoá)\s+/iu, '')
            .replace(/[\s,]+(?:mỗi|hằng|hàng) năm[\s,]*$/iu, ''),
        );
    const wide = among === null ? null : groupOf(among);
    const named = isLabelled ? ahead : group !== '' ? group : ahead !== '' ? ahead : wide;
    read.push({
      percent: null,
      count: value,
      comparison: comparisonOf(bound ?? undefined, more, 'exactly'),
      most: upperEnd(value, upper.get(figure)),
      noun: noun.toLowerCase(),
      group: named,
      conditions: [],
      when: joined([wide !== null && named !== wide ? among : null, when]),
      fraction: null,
      year: yearIn(sentence),
    });
    if (deed === undefined && !isNext && !isLabelled) break;
  }
  return read;
}

/** The words up to the clause in which the first percentage stands; all of them where there is none. */
function beforePercentage(words: string): string {
  const percent = words.indexOf('%');
  if (percent === -1) return words;
  const ahead = words.slice(0, percent);
  const joints = [', ', '; ', ' và ', ' với ', ' trong đó '].map((sign) => ahead.lastIndexOf(sign));
  return ahead.slice(0, Math.max(0, ...joints));
}

/**
 * Where a figure that counts people of its own begins, which ends what is said of the one before; `null` where nothing
 * joins it. In "45 lớp bồi dưỡng cho 1.800 lượt người" it is joined behind what looks like its own deed.
 */
function joint(sentence: string, match: RegExpExecArray): number | null {
  const figure = match.index + match[0].indexOf(match[2] ?? match[3] ?? '');
  return [match.index, figure].find((at) => JOINT.test(sentence.slice(0, at))) ?? null;
}

function isCount(sentence: string, match: RegExpExecArray, isTarget: boolean): boolean {
  const [, deed, bound, figure = '', , noun = '', more] = match;
  const spoken = NUMBER_WORDS[figure.toLowerCase()];
  // "mở một lớp" may be said of any class; with "ít nhất" or "mỗi năm" it is a number.
  const yearly = /(?:mỗi|hằng|hàng) năm|(?:mỗi|hằng|hàng) (?:quý|tháng)/iu.test(sentence);
  if (deed === undefined && bound === undefined) return false;
  // "… cử 02 công chức làm đầu mối liên hệ".
  if (
    /^\s*(?:,\s*(?:công|viên) chức\s+)?(?:làm|là)\s+(?:đầu mối|thành viên|thư ký)/iu.test(
      sentence.slice(match.index + match[0].length),
    )
  )
    return false;
  // "…; trong đó không dưới 120 người đạt …", "…; cả tỉnh có trên 150 giảng viên".
  const ahead = sentence.slice(0, match.index);
  const isNow = /^[^;]{0,120}?\s(?:đang|đã|hiện)\s/iu.test(sentence.slice(match.index + match[0].length));
  if (
    isTarget &&
    !isNow &&
    bound !== undefined &&
    /^(?:trong đó(?:\s+có)?|(?:cả|toàn)\s+(?:tỉnh|ngành|huyện|xã|thành phố)(?:\s+phấn đấu)?(?:\s+có)?)\s*$/iu.test(
      ahead,
    )
  )
    return true;
  // "Nâng số trường đạt chuẩn lên 320 trường": elsewhere "lên" is a direction.
  if (
    /^lên/iu.test(deed ?? '') &&
    !/(?:nâng|tăng|đưa)\s+(?:tổng\s+)?số/iu.test(sentence.slice(0, match.index))
  )
    return false;
  if (spoken !== undefined && bound === undefined && !yearly) return false;
  const isVague = /^(?:từ|trên|hơn|dưới|khoảng|gần|xấp xỉ|chừng|không quá|tối đa)$/iu.test(bound ?? '');
  if (isVague && deed === undefined && more === undefined) return false;
  const isDenied = /không(?:\s+cử)?\s*$/iu.test(sentence.slice(0, match.index));
  return !isDenied && !(/^người$/iu.test(noun) && deed === undefined);
}

const OF_ONE =
  /^(?:[\s(,]*(?:phấn đấu|bình quân|trung bình|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|hằng năm|hàng năm|mỗi năm|toàn bộ|có|đến (?:hết |cuối )?(?:năm|ngày) [\d/]+|(?:(?:trong )?cả )?giai đoạn(?: \d{4}\s*[-–]\s*\d{4})?|trong (?:năm|giai đoạn) [\d\s–-]+|cụ thể|và|:|,)(?!\p{L}))+/iu;
