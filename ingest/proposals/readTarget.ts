import type { TargetCondition, TargetProposal } from '../../domain/proposal.ts';
import { amountOf, comparisonOf, NUMBER, tidy, upperEnd, yearIn } from './amounts.ts';
import { readItem } from './readItem.ts';
import { conditionsAround, fractionsAsPercent, groupOf, joined } from './targetConditions.ts';

export type ReadTarget = Omit<TargetProposal, 'status' | 'provision' | 'words' | 'cell'>;

/** What is known of the place where a sentence stands. */
export type TargetContext = {
  /** Headings above it speak of targets. */
  readonly isTarget: boolean;
  /** The document is one of those that set targets. */
  readonly isProgramme: boolean;
  /** Of whom the clause before spoke: "… 95% công chức …; ít nhất 20% có trình độ thạc sĩ". */
  readonly group?: string | null;
  /** "Đối với công chức cấp xã", of a heading or of the clause before. */
  readonly among?: string | null;
  /** Read for what is spoken of only: "… hiện đạt 60%; nâng tỷ lệ này lên 85%". */
  readonly isSpokenOf?: boolean;
  /** What the clause before asked for: "…; riêng vùng cao đạt 70%" asks for the same. */
  readonly conditions?: readonly TargetCondition[];
};

const BOUND =
  'ít nhất(?: là)?|tối thiểu(?: là)?|không dưới|không ít hơn|từ|đạt từ|trên|hơn|tối đa|không (?:để |còn |có )?(?:quá|vượt quá|trên)|dưới|khoảng(?: từ)?|gần|xấp xỉ|chừng|đạt|≥|>=|≤|>|<';
const PERCENT = new RegExp(
  `(?:(?<![\\p{L}])(${BOUND})\\s*)?(?<![\\d.,/])(?:(\\d{1,3}(?:,\\d+)?)\\s*%?\\s*(?:[-–]|đến)\\s*(?=\\d+(?:,\\d+)?\\s*%))?(${NUMBER})\\s*%\\)?(\\s*trở lên)?`,
  'giu',
);
const STRIVES =
  /phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|hằng năm|hàng năm|mỗi năm|đến (?:hết |cuối )?năm|ít nhất|tối thiểu/iu;
/** A figure of the past, of money, of a rise. */
export const PAST =
  /(?<!\p{L})(?:đã (?:đạt|có|được|tổ chức|mở|cử|hoàn thành|đào tạo|bồi dưỡng)|tăng(?: từ| thêm| so)|giảm từ|so với|hiện (?:nay|có|tại|đạt)|hiện là(?= (?:khoảng |gần |trên |hơn )?\d)|hiện (?:đang )?còn(?= \D{0,8}\d)|đến nay|tính đến (?:ngày|nay|thời điểm)|mới (?:có|chỉ)(?= (?:có |đạt )?(?:khoảng |gần |trên |hơn )?\d)|vừa qua|chiếm(?! (?:ít nhất|tối thiểu|không dưới|từ|trên|không quá))|không được|được (?:xác định|tính)|tính (?:tối đa|bằng)|không (?:vượt quá|cao hơn|thấp hơn)|mới đạt|chỉ đạt|đạt được kết quả|trong đó có \d)(?!\p{L})/iu;
/** Shares of money, before the figure or right behind it. */
const MONEY =
  'kinh phí|ngân sách|(?:mức )?lương|phụ cấp|lãi suất|học phí|chi phí|lệ phí|thù lao|trợ cấp|thuế';
export const OF_MONEY = new RegExp(
  `(?:(?<!\\p{L})(?:${MONEY}|tiền phạt|mức (?:hỗ trợ|đóng|hưởng|chi))(?!\\p{L})[^%;]{0,160}?\\d[\\d,.]*\\s*%|%\\)?\\s+(?:tổng\\s+|số\\s+|các\\s+|mức\\s+)*(?:${MONEY}|quỹ|tiền|phạt|mức|giá trị)(?!\\p{L}))`,
  'iu',
);
/** When a meeting may begin, a vote counts or an examination is passed: a rule and no target. */
const OF_RULES =
  /(?:tiến hành|hợp lệ|thông qua|trúng cử|trúng tuyển|công nhận|có giá trị|được bầu)\s+(?:khi|nếu)|tán thành|biểu quyết|bỏ phiếu|số phiếu|câu hỏi|số tiết|số điểm|vắng (?:mặt )?quá|(?:mới|thì) (?:không )?(?:được|bị) (?:cấp|công nhận|xét|tính|bổ nhiệm|dự)|(?:được|bị)\s+triệu tập|được (?:cấp|công nhận|xét|dự thi|hoàn thành)\s[^,;%]{0,60}?\s(?:khi|nếu)\s/iu;

/** `Phấn đấu 90% cán bộ … đạt …`, `tỷ lệ … đạt trên 70%`, `ít nhất 2/3 số ủy viên …`. */
export function percentTargets(written: string, context: TargetContext): readonly ReadTarget[] {
  const { rest: said, when, among = null } = conditionsAround(written);
  const rest = context.isTarget ? withoutStart(said) : said;
  const { words: sentence, written: fractions } = fractionsAsPercent(rest, context.isTarget);
  if (!sentence.includes('%') || OF_MONEY.test(sentence) || OF_RULES.test(written)) return [];
  if ((isPast(sentence) || isCounted(said)) && context.isSpokenOf !== true) return [];
  if (
    !context.isTarget &&
    !(
      STRIVES.test(written) &&
      (context.isProgramme || /phấn đấu (?:đến|có|đạt|trên|ít nhất|tối thiểu|\d)/iu.test(sentence))
    )
  ) {
    // "90% cán bộ … đạt …" opens a line of a programme by itself.
    if (!(context.isProgramme && /^(?:toàn bộ|\(?\d|trên \d|trong số)/iu.test(sentence))) return [];
  }
  const found = [...sentence.matchAll(PERCENT)];
  const wide = among ?? context.among ?? null;
  let group = context.group ?? null;
  const isSame = found.length === 1 && /^riêng\s/iu.test(when ?? '');
  const read = found.flatMap((match, at): Draft[] => {
    const [whole, bound, lower, last = '', more] = match;
    // Of "70 - 80%" the lower one is what must be reached.
    const figure = lower ?? last;
    const value = amountOf(figure);
    if (!Number.isFinite(value) || value <= 0 || value > 100) return [];
    const from = at === 0 ? 0 : (found[at - 1]?.index ?? 0) + (found[at - 1]?.[0].length ?? 0);
    const between = sentence.slice(from, match.index);
    // What stands right behind the figure before is of that one.
    const before =
      at === 0
        ? between
        : between.slice(
            Math.max(...[',', ';', ':'].map((sign) => between.lastIndexOf(sign))) + 1 || between.length,
          );
    // What follows a full stop is another point, and a year of the last century is past.
    const after = (
      sentence
        .slice(match.index + whole.length, found[at + 1]?.index)
        .split(/\.\s+(?=\p{Lu}|[a-zđ]\))/u)[0] ?? ''
    ).replace(/[\s,]+(?:và\s+)?năm 19\d\d.*$/su, '');
    if (/năm 19\d\d/u.test(between)) return [];
    const around = wide === null ? (group ?? (when === null ? null : groupOf(when))) : groupOf(wide);
    const parts = groupAndConditions(before, after, around, context.conditions ?? []);
    const goesOn = at + 1 < found.length;
    if (parts === null && !goesOn) return [];
    group = parts?.group ?? group;
    return [
      {
        percent: value,
        count: null,
        comparison: comparisonOf(bound, more, 'at_least'),
        most: lower === undefined ? null : upperEnd(value, last),
        noun: null,
        group: parts?.group ?? null,
        conditions:
          isSame && parts?.conditions.length === 0 ? (context.conditions ?? []) : (parts?.conditions ?? []),
        // "Đối với cấp xã: 100% trưởng phòng …" is of those only.
        when: joined([isOther(parts?.group, wide) ? wide : null, when]),
        fraction: fractions.get(figure) ?? null,
        year: yearIn(between) ?? (at === 0 || goesOn ? null : yearIn(after)) ?? yearIn(sentence),
        isTold: parts?.isTold ?? false,
      },
    ];
  });
  return sharing(read);
}

/** "Hạng I có 14 người (2,1%), hạng II 160 người (24,3%)": how many there are. */
function isCounted(sentence: string): boolean {
  const shares = [
    ...sentence.matchAll(
      /\d\s+(?:người|cán bộ|công chức|viên chức|đồng chí|đảng viên)\s*\(\s*\d+(?:,\d+)?\s*%/giu,
    ),
  ];
  return shares.length > 1 && !STRIVES.test(sentence);
}

/** "Nâng tỷ lệ … từ 18% hiện nay lên 25%": where it sets out is no part of it; a share that "không vượt quá 3%" is bounded. */
function withoutStart(sentence: string): string {
  return (
    sentence
      .replace(
        /((?:phấn đấu|nâng|đưa|hạ|kéo giảm)\s[^;%]{3,200}?)\s+từ\s+\d+(?:,\d+)?\s*%(?:\s*\(?(?:hiện nay|hiện tại|(?:của\s+|vào\s+)?năm 20\d\d)\)?)?(?=\s+(?:lên|xuống)\s)/iu,
        '$1',
      )
      .replace(/không để ((?:tỷ lệ|tỉ lệ)\s[^;%]{3,160}?)\s+vượt quá(?=\s+\d)/iu, '$1 không quá')
      .replace(/((?:tỷ lệ|tỉ lệ)\s[^;%]{3,160}?\s)không vượt quá(?=\s+\d)/iu, '$1không quá')
      .replace(/((?:tỷ lệ|tỉ lệ)\s[^;%]{3,160}?\s)không thấp hơn(?=\s+\d)/iu, '$1không dưới')
      // "14 người (20%) đạt …".
      .replace(
        /(?<![\d.,])\d[\d.]*\s+(người|cán bộ|công chức|viên chức|đồng chí|đảng viên)\s*\(\s*(\d+(?:,\d+)?\s*%)\s*\)/giu,
        '$2 $1',
      )
  );
}

/** "Theo báo cáo của các đơn vị, …" */
const TOLD_BY = /^(?:theo (?:báo cáo|số liệu|thống kê|kết quả)|qua (?:rà soát|thống kê|khảo sát))(?!\p{L})/iu;

const CHANGE_TO_COME =
  /^(?:(?:phấn đấu|mục tiêu|đến (?:hết |cuối )?năm|hết năm|giai đoạn|trong giai đoạn|hằng năm|hàng năm|mỗi năm)[^,]{0,60},?\s+)?(?:cắt\s+)?(?:giảm|tăng)\s[^,;]{3,160}?(?=,?\s+so với\s)/iu;

/** "Đến năm 2030, giảm 10% biên chế so với năm 2026" compares with what is to come, and is none of the past. */
function isPast(sentence: string): boolean {
  if (TOLD_BY.test(sentence)) return true;
  const change = CHANGE_TO_COME.exec(sentence)?.[0] ?? '';
  const rest = sentence.slice(change.length);
  return PAST.test(change === '' ? rest : rest.replace(/^,?\s+so với\s/iu, ' '));
}

type Draft = ReadTarget & {
  /** The figure stands behind its group: "tỷ lệ … đạt 90%". */
  readonly isTold: boolean;
};

/** Whether whom a heading is about narrows a group beside the figure, which does not say it by itself. */
function isOther(group: string | undefined | null, among: string | null): boolean {
  if (among === null || group == null) return false;
  const wide = groupOf(among).toLowerCase();
  return !group.toLowerCase().startsWith(wide) && !wide.endsWith(group.toLowerCase());
}

/** "60% và đến năm 2030 có 90% công chức được …", "80% cán bộ, 60% công chức được …": the last one tells for all. */
function sharing(drafts: readonly Draft[]): readonly ReadTarget[] {
  const told: ReadTarget[] = [];
  let next: ReadTarget | null = null;
  for (const { isTold, ...draft } of drafts.toReversed()) {
    const isOpen = !isTold && draft.conditions.length === 0 && next !== null;
    const shared: ReadTarget = isOpen
      ? { ...draft, group: draft.group ?? next?.group ?? null, conditions: next?.conditions ?? [] }
      : draft;
    if (shared.group !== null)
      told.unshift({ ...shared, group: shared.group.replace(/\s+(?:trở lên|còn|vẫn|hiện)$/iu, '') });
    next = shared;
  }
  return told;
}

const VERB =
  /(?:^|[\s,])(?:(?:phải|sẽ|không|chưa)\s+)*(?:(?:đạt|đáp ứng|hoàn thành|tham gia|sử dụng|thực hiện|bảo đảm|đảm bảo|biết|tốt nghiệp|nắm|đủ|qua|có(?! (?:đồng bào|điều kiện|dân số|nhiều|đông)))(?!\p{L})|được\s+(?=bồi dưỡng|đào tạo|cập nhật|tập huấn|trang bị|cử|đánh giá|chuẩn hóa|chuẩn hoá|xếp|giải quyết|kiểm tra|phổ biến|học tập|cấp|công nhận|số hóa|tiếp cận|hỗ trợ|bố trí))/iu;
const OF_ONE =
  /^(?:[\s(,]*(?:phấn đấu|mục tiêu|chỉ tiêu|bảo đảm|đảm bảo|hằng năm|hàng năm|mỗi năm|toàn bộ|có|dành|đến (?:hết |cuối )?(?:năm|ngày) [\d/]+|giai đoạn \d{4}\s*[-–]\s*\d{4}|trong (?:năm|giai đoạn) [\d\s–-]+|cụ thể|sau (?:khi )?đào tạo|sau \d{1,2} năm|và|:|,|-)(?!\p{L}))+/iu;

const OF_SHARE =
  /^(?:(?:duy trì|giữ(?: vững)?|nâng|tăng|giảm|kéo giảm|hạ|đưa)\s+)?(?:tỷ lệ|tỉ lệ|số)\s+(.+)/iu;
const OF_SAME =
  /^(?:(?:duy trì|giữ(?: vững)?|nâng|tăng|giảm|hạ|đưa)\s+)?(?:tỷ lệ|tỉ lệ|con số)\s+(?:này|trên|đó)(?!\p{L})/iu;

function groupAndConditions(
  before: string,
  after: string,
  groupBefore: string | null,
  conditionsBefore: readonly TargetCondition[],
): (Pick<Draft, 'conditions' | 'isTold'> & { readonly group: string }) | null {
  const lead = tidy(before.replace(OF_ONE, ''));
  const behind = after.replace(/^\s*(?:số|tổng số|trong (?:tổng )?số)\s+/iu, ' ');
  const verb = VERB.exec(behind);
  // "Tỷ lệ cán bộ … đạt 90%", "Thời gian thực hành chiếm ít nhất 30%": the group stands before the figure.
  // "Nâng tỷ lệ này lên 85%": of what the clause before spoke of.
  if (OF_SAME.test(lead) && groupBefore !== null) {
    return { group: groupBefore, conditions: conditionsBefore, isTold: true };
  }
  // "Cắt giảm 20% thời gian …": by so much.
  const change = /(?:^|\s)((?:cắt\s+)?giảm|tiết kiệm|tăng)(?:\s+thêm)?$/iu.exec(lead)?.[1] ?? null;
  if (change !== null) {
    const [of = '', than] = tidy(behind).split(/,?\s+(?=so với\s)/iu, 2);
    return {
      group: tidy(of),
      conditions: [{ words: [change.toLowerCase(), than].filter(Boolean).join(' '), anyOf: [] }],
      isTold: true,
    };
  }
  const ahead = OF_SHARE.exec(lead);
  const takes = /^(.{3,120}?)\s+chiếm$/iu.exec(lead);
  if (ahead !== null || takes !== null) {
    const told = (ahead?.[1] ?? lead)
      .replace(/\s+chiếm$/iu, '')
      .replace(/\s+(?:lên|xuống|còn|(?:ở |trên |dưới )?mức)+(?:\s+(?:ở\s+)?mức)?$/iu, '');
    const own = takes === null ? VERB.exec(told) : null;
    const group = own === null ? told : told.slice(0, own.index);
    const rest = own === null ? '' : told.slice(own.index);
    return {
      group: tidy(group.replace(/\s+(?:đạt|là)$/iu, '')),
      conditions: conditionsOf(tidy(rest.replace(/\s+đạt$/iu, ''))),
      isTold: true,
    };
  }
  const ownWords = tidy((verb === null ? behind : behind.slice(0, verb.index)).replace(JOINT, ''));
  const named = tidy(
    lead.replace(/^(?:trong đó|riêng)$/iu, '').replace(/^(?:trong\s+(?:tổng\s+)?số|đối với|với)\s+/iu, ''),
  );
  const conditions = verb === null ? [] : conditionsOf(tidy(behind.slice(verb.index).replace(JOINT, '')));
  if (verb === null) {
    // "…, phấn đấu nữ ủy viên ban thường vụ đạt 15%": people before the figure, where nothing stands behind it.
    const isNamed =
      /^(?:trong\s+(?:tổng\s+)?số|đối với|với)\s/iu.test(lead) || (ownWords === '' && OF_PEOPLE.test(named));
    const group = isNamed ? named : ownWords;
    return group === '' || IS_JOINT.test(group)
      ? groupBefore === null
        ? null
        : { group: groupBefore, conditions, isTold: false }
      : { group, conditions, isTold: false };
  }
  const group = ownWords !== '' ? ownWords : named !== '' ? named : (groupBefore ?? '');
  return group === '' ? null : { group, conditions, isTold: false };
}

/** A row's or a column's words, "Tỷ lệ công chức có bằng đại học": of whom, and what shall hold; `asConditions`: all of it. */
export function groupAndConditionsOf(words: string): {
  readonly group: string;
  readonly conditions: readonly TargetCondition[];
  readonly asConditions: readonly TargetCondition[];
} {
  const told = tidy(words.replace(/^(?:tỷ lệ|tỉ lệ|số|phần trăm|%)\s+/iu, ''));
  const verb = VERB.exec(told);
  const group = tidy(verb === null ? told : told.slice(0, verb.index));
  const conditions = verb === null ? [] : conditionsOf(tidy(told.slice(verb.index)));
  return { group: group === '' ? told : group, conditions, asConditions: conditionsOf(told) };
}

const OF_PEOPLE =
  /(?<!\p{L})(?:cán bộ|công chức|viên chức|đảng viên|ủy viên|người|đại biểu|lãnh đạo|giáo viên|nữ)(?!\p{L})/iu;

/** Words that lead on to the next figure: "… và đến năm 2030 có 90% …". */
const JOINT = /(?:[\s,]*(?:và|;|,|phấn đấu|có|đến (?:hết |cuối )?năm 20\d\d|năm 20\d\d|đạt))+\s*$/iu;
const IS_JOINT = /^(?:và|có|đạt|phấn đấu|(?:và\s+)?đến (?:hết |cuối )?năm 20\d\d|,|\s)+$/iu;

function conditionsOf(words: string): readonly TargetCondition[] {
  return words
    .split(/;\s*|\s+và\s+(?=(?:có|đạt|được|đáp ứng|hoàn thành)\s)|,\s*(?=(?:có|đạt|trình độ)\s)/iu)
    .map(tidy)
    .filter((part) => part !== '')
    .map((part) => ({ words: part, anyOf: readItem(part, null)[0] ?? [] }));
}
