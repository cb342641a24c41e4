import type { TargetComparison, TargetCondition, TargetProposal } from '../../domain/proposal.ts';
import { readItem } from './readItem.ts';

export type ReadTarget = Omit<TargetProposal, 'status' | 'provision' | 'words'>;

/** What is known of the place where a sentence stands. */
export type TargetContext = {
  /** Headings above it speak of targets. */
  readonly isTarget: boolean;
  /** The document is one of those that set targets. */
  readonly isProgramme: boolean;
  /** Of whom the clause before spoke: "… 95% công chức …; ít nhất 20% có trình độ thạc sĩ". */
  readonly group?: string | null;
};

const NUMBER = '\\d{1,3}(?:\\.\\d{3})+|\\d+(?:,\\d+)?';
const BOUND =
  'ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không ít hơn|từ|đạt từ|trên|hơn|tối đa|không quá|không vượt quá|dưới|khoảng|đạt';
const PERCENT = new RegExp(
  `(?:(?<![\\p{L}])(${BOUND})\\s+)?(?<![\\d.,/])(${NUMBER})\\s*%\\)?(\\s*trở lên)?`,
  'giu',
);
const STRIVES =
  /phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|hằng năm|hàng năm|mỗi năm|đến (?:hết |cuối )?năm|ít nhất|tối thiểu/iu;
/** A figure of the past, of money, of a rise. */
const PAST =
  /(?<!\p{L})(?:đã (?:đạt|có|được|tổ chức|mở|cử|hoàn thành|đào tạo|bồi dưỡng)|tăng(?: từ| thêm| so)|giảm từ|so với|hiện (?:nay|có|tại)|chiếm|không được|được (?:xác định|tính)|tính (?:tối đa|bằng)|không (?:vượt quá|cao hơn|thấp hơn)|mới đạt|chỉ đạt|đạt được kết quả|trong đó có \d|kinh phí|ngân sách|mức lương|phụ cấp|lãi suất)(?!\p{L})/iu;

/** `Phấn đấu 90% cán bộ … đạt …`, `tỷ lệ … đạt trên 70%`. */
export function percentTargets(written: string, context: TargetContext): readonly ReadTarget[] {
  // Of "70 - 80%" the lower one is what must be reached.
  const sentence = written.replace(/(\d+(?:,\d+)?)\s*[-–]\s*\d+(?:,\d+)?\s*%/gu, '$1%');
  if (!sentence.includes('%') || PAST.test(sentence)) return [];
  if (
    !context.isTarget &&
    !(
      STRIVES.test(sentence) &&
      (context.isProgramme || /phấn đấu (?:đến|có|đạt|trên|ít nhất|tối thiểu|\d)/iu.test(sentence))
    )
  ) {
    // "90% cán bộ … đạt …" opens a line of a programme by itself.
    if (!(context.isProgramme && /^(?:toàn bộ|\(?\d|trên \d|trong số)/iu.test(sentence))) return [];
  }
  const found = [...sentence.matchAll(PERCENT)];
  let group = context.group ?? null;
  return found.flatMap((match, at) => {
    const [whole, bound, figure = '', more] = match;
    const value = Number(figure.replaceAll('.', '').replace(',', '.'));
    if (!Number.isFinite(value) || value <= 0 || value > 100) return [];
    const from = at === 0 ? 0 : (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0);
    const before = sentence.slice(from, match.index);
    const after = sentence.slice(match.index + whole.length, found[at + 1]?.index ?? sentence.length);
    const parts = groupAndConditions(before, after, group);
    if (parts === null) return [];
    group = parts.group;
    return [
      {
        percent: value,
        count: null,
        comparison: comparisonOf(bound, more, 'at_least'),
        noun: null,
        ...parts,
        year: yearIn(sentence),
      },
    ];
  });
}

const VERB =
  /(?:^|[\s,])(?:(?:phải|sẽ)\s+)?(?:(?:đạt|đáp ứng|hoàn thành|tham gia|sử dụng|thực hiện|bảo đảm|đảm bảo|biết|tốt nghiệp|nắm|đủ|qua|có)(?!\p{L})|được\s+(?=bồi dưỡng|đào tạo|cập nhật|tập huấn|trang bị|cử|đánh giá|chuẩn hóa|chuẩn hoá|xếp|giải quyết|kiểm tra|phổ biến|học tập|cấp|công nhận|số hóa|tiếp cận|hỗ trợ|bố trí))/iu;
const OF_ONE =
  /^(?:[\s(,]*(?:phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|hằng năm|hàng năm|mỗi năm|toàn bộ|có|đến (?:hết |cuối )?(?:năm|ngày) [\d/]+|giai đoạn \d{4}\s*[-–]\s*\d{4}|trong (?:năm|giai đoạn) [\d\s–-]+|cụ thể|và|:|,)(?!\p{L}))+/iu;

function groupAndConditions(
  before: string,
  after: string,
  groupBefore: string | null,
): Pick<ReadTarget, 'group' | 'conditions'> | null {
  const lead = tidy(before.replace(OF_ONE, ''));
  const behind = after.replace(/^\s*(?:số|tổng số|trong (?:tổng )?số)\s+/iu, ' ');
  const verb = VERB.exec(behind);
  // "Tỷ lệ cán bộ … đạt 90%": the group stands before the figure.
  const ahead = /^(?:tỷ lệ|tỉ lệ|số)\s+(.+)/iu.exec(lead);
  if (ahead !== null) {
    const told = lead.replace(/^(?:tỷ lệ|tỉ lệ|số)\s+/iu, '');
    const own = VERB.exec(told);
    const group = own === null ? told : told.slice(0, own.index);
    const rest = own === null ? '' : told.slice(own.index);
    return {
      group: tidy(group.replace(/\s+(?:đạt|là)$/iu, '')),
      conditions: conditionsOf(tidy(rest.replace(/\s+đạt$/iu, ''))),
    };
  }
  const among = /^(?:trong\s+(?:tổng\s+)?số|đối với|với)\s+(.+)/iu.exec(lead);
  if (verb === null) {
    const group = among?.[1] ?? tidy(behind);
    return group === '' ? null : { group: tidy(group), conditions: [] };
  }
  const own = tidy(behind.slice(0, verb.index));
  const named = tidy(among?.[1] ?? lead.replace(/^(?:trong đó|riêng)$/iu, ''));
  const group = own !== '' ? own : named !== '' ? named : (groupBefore ?? '');
  return group === '' ? null : { group, conditions: conditionsOf(tidy(behind.slice(verb.index))) };
}

function conditionsOf(words: string): readonly TargetCondition[] {
  return words
    .split(/;\s*|\s+và\s+(?=(?:có|đạt|được|đáp ứng|hoàn thành)\s)|,\s*(?=(?:có|đạt|trình độ)\s)/iu)
    .map(tidy)
    .filter((part) => part !== '')
    .map((part) => ({ words: part, anyOf: readItem(part, null)[0] ?? [] }));
}

const WORDS: Readonly<Record<string, number>> = {
  một: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
};
const NOUNS =
  'lớp|đợt|khóa|khoá|lượt người|lượt cán bộ|lượt|hội nghị|hội thảo|chuyên đề|cuộc|chuyến|đoàn|buổi|học viên|người|cán bộ|công chức|viên chức|đồng chí|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|mô hình|đề tài|tổ chức đảng|chi bộ';
const DEED =
  '(?:tổ chức|mở|phối hợp mở|phối hợp tổ chức|cử|đào tạo|bồi dưỡng|tập huấn|tuyển chọn|tuyển|xây dựng|kiểm tra|thực hiện|giới thiệu|kết nạp|phấn đấu|thu hút)';
const COUNT = new RegExp(
  `(?<!\\p{L})(${DEED}\\s+(?:được\\s+|mới\\s+)?)?(?:(ít nhất|tối thiểu|không dưới|từ|trên|hơn|không quá|tối đa|khoảng)\\s+)?(?<![\\p{L}\\d.,/])(${NUMBER}|${Object.keys(WORDS).join('|')})\\s+(?:\\([^()]{1,20}\\)\\s+)?(${NOUNS})(?!\\p{L})(\\s+trở lên)?`,
  'giu',
);

const RANGE = new RegExp(
  `(?<!\\p{L})(?:từ\\s+)?(?<![\\d.,/])(\\d{1,3})\\s*(?:đến|[-–])\\s*\\d{1,3}\\s+(?=(?:${NOUNS})(?!\\p{L}))`,
  'giu',
);

/** `Tổ chức 45 lớp bồi dưỡng …`, `mỗi năm ít nhất hai lớp`. */
export function countTargets(written: string, context: TargetContext): readonly ReadTarget[] {
  // Of "từ 10 đến 15 lớp" the lower one is what must be reached.
  const sentence = written.replace(RANGE, 'ít nhất $1 ');
  if (
    !(context.isTarget || context.isProgramme) ||
    PAST.test(sentence) ||
    /^(?:không|chưa)\s/iu.test(sentence)
  )
    return [];
  if (sentence.includes('%')) return [];
  for (const match of sentence.matchAll(COUNT)) {
    const [whole, deed, bound, figure = '', noun = '', more] = match;
    const spoken = WORDS[figure.toLowerCase()];
    // "mở một lớp" may be said of any class; with "ít nhất" or "mỗi năm" it is a number.
    const yearly = /(?:mỗi|hằng|hàng) năm|(?:mỗi|hằng|hàng) (?:quý|tháng)/iu.test(sentence);
    if (deed === undefined && bound === undefined) continue;
    if (spoken !== undefined && bound === undefined && !yearly) continue;
    if (
      /^(?:từ|trên|hơn|khoảng|không quá|tối đa)$/iu.test(bound ?? '') &&
      deed === undefined &&
      more === undefined
    )
      continue;
    if (
      /không(?:\s+cử)?\s*$/iu.test(sentence.slice(0, match.index)) ||
      (/^người$/iu.test(noun) && deed === undefined)
    )
      continue;
    const value = spoken ?? Number(figure.replaceAll('.', '').replace(',', '.'));
    if (!Number.isInteger(value) || value <= 0) continue;
    const behind = sentence.slice(match.index + whole.length);
    const group = tidy(/^[^.;:]{0,400}/u.exec(behind)?.[0] ?? '');
    const ahead = tidy(
      sentence
        .slice(0, match.index)
        .replace(OF_ONE, '')
        .replace(/^(?:mở|tổ chức)\s+(?:các\s+)?(?:lớp|đợt|khóa|khoá)\s+/iu, '')
        .replace(/[\s,]+(?:mỗi|hằng|hàng) năm[\s,]*$/iu, ''),
    );
    return [
      {
        percent: null,
        count: value,
        comparison: comparisonOf(bound, more, 'exactly'),
        noun: noun.toLowerCase(),
        group: group !== '' ? group : ahead === '' ? null : ahead,
        conditions: [],
        year: yearIn(sentence),
      },
    ];
  }
  return [];
}

function comparisonOf(
  bound: string | undefined,
  more: string | undefined,
  plain: TargetComparison,
): TargetComparison {
  if (more !== undefined) return 'at_least';
  if (bound === undefined) return plain;
  if (/^(?:trên|hơn)/iu.test(bound)) return 'more_than';
  if (/^(?:tối đa|không (?:quá|vượt)|dưới)/iu.test(bound)) return 'at_most';
  return /^(?:đạt|khoảng)$/iu.test(bound) ? plain : 'at_least';
}

const YEARS =
  /(?:giai đoạn|từ năm|năm học|nhiệm kỳ|năm)\s+(20\d\d)(?:\s*(?:[-–]|đến(?: năm)?)\s*(20\d\d))?/giu;

/** The year by which something is to be, of a period its last one. */
export function yearIn(words: string): number | null {
  const years = [...words.matchAll(YEARS)].map((match) => Number(match[2] ?? match[1]));
  return years.length === 0 ? null : Math.max(...years);
}

function tidy(words: string): string {
  return words.replace(/\s+/gu, ' ').replace(/^[\s,.;:–-]+|[\s,.;:–-]+$/gu, '');
}
