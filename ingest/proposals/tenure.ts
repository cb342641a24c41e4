import type { ProposedTenure } from '../../domain/proposal.ts';

const WORDS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];
const BOUND = '(?:tối thiểu|ít nhất|không dưới|không ít hơn|từ đủ|đã đủ|có đủ|từ|đủ|trên|hơn)';
/** "tối thiểu là 09 (chín) năm", "từ đủ 12 tháng trở lên", "trên 05 năm". */
const DURATION = new RegExp(
  `(?:(?<!\\p{L})(${BOUND}(?:\\s+(?:là|phải|đủ|từ|cũng))*)\\s+)?(?<![\\p{L}\\d.,/-])(\\d{1,3}|${WORDS.join('|')})(?:\\s*\\([^()\\d]{1,12}\\))?\\s+(năm|tháng)(?!\\s*\\d{1,4})(?!\\p{L})(?:\\s+cộng dồn)?(?:\\s*\\(\\s*(?:từ\\s+)?(?:đủ\\s+)?\\d{1,3}\\s+tháng[^()]*\\))?(\\s+trở lên)?`,
  'giu',
);
/** Speaks of time that somebody has served, and not of a term, an age or a course. */
const SERVED =
  /thời gian (?:(?:đã|đang|trực tiếp|thực tế|liên tục|ít nhất|gần nhất|tối thiểu)\s+)*(?:công tác|giữ|làm|hành nghề|đảm nhiệm|tham gia|giảng dạy|nghiên cứu|quản l|trực tiếp|thực tế|có)|tổng thời gian|thời gian (?:gần nhất|tương đương)|(?<!bài học |học tập |trao đổi |học hỏi )kinh nghiệm|thâm niên|(?:đã|đang|phải|gần nhất|người)\s+giữ\s|giữ\s+(?:các\s+)?(?:ngạch|chức danh|chức vụ|chức đanh|hạng|vị trí)|(?:năm|tháng)(?:\s*\([^()]*\))?(?: trở lên)?(?: gần nhất| liên tục)?\s+(?:công tác|giữ|làm|kinh nghiệm|đảm nhiệm|kinh qua|hành nghề|trực tiếp|thực tế|giảng dạy|đang giữ|ở (?:ngạch|vị trí|cương vị|chức))|(?:đã|có) qua thực tế|đã (?:trực tiếp|kinh qua|làm|công tác|đảm nhiệm|có)\s/iu;
/** Another measure of time: a rating, a discipline, a term, a course, the way to retirement; or a rule of counting. */
const OTHER =
  /(?:phải|thời gian) còn(?!\p{L})|còn\s+(?:lại|đủ|ít nhất|thời gian|tuổi)|gián đoạn|tuổi (?:bổ nhiệm|đời)|nhiệm kỳ|thời hạn (?!nộp)|thời hiệu|thời gian (?:tập sự|thử việc|đào tạo|học|nghỉ) (?:là|từ|tối thiểu)|(?<!không\s)được (?:tính|cộng dồn|cộng nối|quy đổi|coi|xem|miễn|kéo dài)|xếp loại|đánh giá|phân loại|kỷ luật|hợp đồng lao động|(?:năm|tháng)(?: công tác)? (?:liền kề|liên tiếp|liên tục liền)|trước khi nghỉ|kể từ (?:ngày|khi)|trong vòng|chậm nhất|lần đầu (?:từ|trong)|mỗi năm|hằng năm|hàng năm|đến tuổi|nghỉ hưu/iu;
/** Exemptions and what may be done instead ask for nothing. */
const FREES =
  /không (?:yêu cầu|cần|bắt buộc|phải)(?!\p{L})|chưa đủ|có thể(?!\p{L})|thì được(?!\p{L})|được xem xét/iu;

/** What is held stands behind these. */
const HELD =
  /(?:đang\s+)?giữ(?:\s+(?:các|một trong các|vị trí))?\s+(?=\p{L})|(?:đảm nhiệm|kinh qua|ở)\s+(?=(?:ngạch|chức|hạng|vị trí|cương vị))|làm\s+(?=\p{Lu})/u;
const WORKED =
  /thời gian\s+(?:(?:đã|liên tục|thực tế|trực tiếp)\s+)*(?:làm\s+)?(?:công tác|làm việc|hành nghề|tham gia|giảng dạy|nghiên cứu)|kinh nghiệm(?:\s+(?:công tác|làm việc|thực tế))?|thâm niên(?:\s+công tác)?|qua thực tế|(?:đã\s+)?(?:làm|công tác|trực tiếp)(?=\s)/iu;
/** Where the name of what was held, or of the trade, ends. */
const STOP = new RegExp(
  `\\s*(?:[,;.:]|\\((?!hạng|mã)|\\s(?:${BOUND}\\s+(?:là\\s+|đủ\\s+|phải\\s+)*(?:\\d|${WORDS.join('|')})(?!\\p{L})|\\d{1,3}\\s+(?:\\([^)]*\\)\\s+)?(?:năm|tháng)|(?:hoặc|và)\\s+(?:(?:các\\s+)?(?:chức danh|chức đanh|ngạch|hạng|vị trí|chức vụ)\\s+)?(?:\\S+\\s+){0,2}?tương đương|tính đến|tính từ|trở lên|gần nhất|cộng dồn|liên tục|tối thiểu|ít nhất|đối với|trong đó|không kể|thì(?!\\p{L})|nếu|là\\s+(?:từ|tối|ít|đủ)|sau khi|mà|và\\s+(?:có|được|đạt|đã|hoàn)(?!\\p{L})))`,
  'iu',
);
const LIST_STOP = new RegExp(STOP.source.replace('[,;.:]', '[;.:]'), 'iu');
const COUNTED =
  /không (?:kể|tính|bao gồm) (?:cả )?thời gian [\p{L}\s,]+|cộng dồn|liên tục|gần nhất|tính đến (?:ngày |thời điểm )?[^;.()]+/iu;
const EQUIVALENT =
  /(?:hoặc|và)\s+(?:(?:các\s+)?(?:chức danh|chức đanh|ngạch|hạng|vị trí|chức vụ)\s+)?(?:\S+\s+){0,2}?tương đương/iu;

const SUBJECT =
  /^(?:[-–+]\s*)?(?:riêng\s+|trong\s+)*(?:viên chức|công chức|cán bộ|nhân viên|người|giảng viên|giáo viên|đối với|trường hợp|nếu|với|khi)(?!\p{L})/iu;
const MUST =
  /,?\s+(?:thì\s+)?(?:phải|cần)(?!\p{L})|\s+thì\s+(?=(?:thời gian|có|đã|tối thiểu|ít nhất)\s)|:\s+(?=có|đã|từ|tối|ít)|,\s+(?:thì\s+)?(?=(?:có|đã|thời gian)\s)/iu;
/** "Trưởng Ban kiểm soát phải có …": a demand of somebody who is named. */
const NAMED =
  /^(?!(?:phải|có|đã|được|là|thời gian|tổng|tốt nghiệp|cá nhân|ứng viên|tối|ít|từ|đang)(?!\p{L}))[^,;:]{6,160}?\s(?=phải\s+(?:có|đã|đang|đủ|giữ|đáp ứng|bảo đảm))/iu;
const BOUND_TO = /^(?:riêng|trong trường hợp|trường hợp|nếu|đối với|khi)(?!\p{L})/iu;
const OF_SOME = /(?:đối với|nếu|trong trường hợp|áp dụng cho)\s+[^;]+/iu;

/** Tenures of which each counts for those whom it binds. */
export type Tenures = readonly ProposedTenure[];

/**
 * For how long somebody must have worked or held something, by the words of a điểm: "phải có thời gian giữ chức danh kỹ sư
 * (hạng III) hoặc tương đương tối thiểu 09 năm, trong đó ít nhất 02 năm …" are two demands, "02 năm đối với A hoặc 03 năm đối
 * với B" is one with two tenures. `lead`: the line above that goes on here, and holds a condition for it.
 */
export function tenuresOf(written: string, lead: string): readonly Tenures[] {
  const words = written
    .replace(/\s+/gu, ' ')
    .replace(
      /^(?:về\s+)?(?:yêu cầu\s+)?(?:về\s+)?(?:kinh nghiệm|thời gian|thâm niên)[^:;.\d]{0,40}:\s*/iu,
      '',
    )
    .replace(/\s*[,(-]*\s*mã số:? [A-Z]?\.?[\d.]+\)?/gu, '')
    .trim();
  const found: ProposedTenure[][] = [];
  const above =
    /^(?:yêu cầu|tiêu chuẩn|điều kiện)[^:]*?\s(đối với\s[^:]*)/iu.exec(lead)?.[1] ?? conditionOf(lead);
  // Whom the sentence is about, and a condition of one clause of it.
  let [subject, when] = [above, above];
  for (const { clause, joint } of clausesOf(words)) {
    if (joint === 'sentence') [subject, when] = [above, above];
    else if (joint === 'beside') when = subject;
    if (FREES.test(clause)) continue;
    const own = conditionOf(clause);
    if (own !== null) when = above !== null && BOUND_TO.test(own) ? `${above}; ${own}` : own;
    if (own !== null && !BOUND_TO.test(own)) subject = own;
    // Whom it binds is not understood: better nothing than a demand of everyone.
    if (own === null && BOUND_TO.test(clause)) continue;
    const demand =
      own === null
        ? clause
        : clause.slice(own.length).replace(/^,?\s+(?:thì\s+)?ngoài\s.*?\s(?=còn\s|phải\s)/iu, '');
    const goesOn = /^(?:hoặc\s+)?(?:tối thiểu|ít nhất|từ|đủ|\d)/iu.test(demand)
      ? (found.at(-1) ?? null)
      : null;
    if (!SERVED.test(clause) && goesOn === null) continue;
    if (OTHER.test(withoutCounting(clause))) continue;
    const groups = durationsIn(demand, goesOn?.[0] ?? null, when, SERVED.test(lead) ? lead : '');
    const [read] = groups;
    if (read === undefined) continue;
    const isOfSome = [...(goesOn ?? []), ...read].every(({ when: bound }) => bound !== null);
    if (goesOn !== null && isOfSome && groups.length === 1) goesOn.push(...read);
    else found.push(...groups);
  }
  return found;
}

/** A deadline for papers and a probation that does not count are ways of counting. */
function withoutCounting(demand: string): string {
  return demand.replace(/tính đến [^;.]*$|\([^()]*\)/giu, '');
}

type Clause = { readonly clause: string; readonly joint: 'sentence' | 'beside' | 'within' };

function clausesOf(words: string): readonly Clause[] {
  const parts = words.split(
    /(;\s+|(?<=\S)\.\s+(?=\p{Lu})|,?\s+(?=[Tt]rong đó\s)|[,;]\s+(?=(?:[Tt]rường hợp|[Nn]ếu)\s))/u,
  );
  return parts.flatMap((part, at) => {
    const clause = part.replace(/^(?:trong đó|và)\s*,?\s*/iu, '').replace(/[\s.,;]+$/u, '');
    if (at % 2 === 1 || clause === '') return [];
    const sign = parts[at - 1] ?? '.';
    const joint = /^trong đó/iu.test(part) ? 'within' : sign.includes('.') ? 'sentence' : 'beside';
    return [{ clause, joint }];
  });
}

/** "Viên chức thăng hạng từ … lên … phải có …": whom the clause binds; `null` where it binds everyone. */
function conditionOf(clause: string): string | null {
  if (!SUBJECT.test(clause)) return NAMED.exec(clause)?.[0].trim() ?? null;
  const must = MUST.exec(clause);
  if (must === null || must.index < 8) return null;
  // "… thì ngoài các tiêu chuẩn quy định tại khoản 3 còn phải …": whom it binds stands before.
  const subject = clause.slice(0, must.index).replace(/,?\s+(?:thì\s+)?ngoài\s.*$/iu, '');
  return DURATION_ONCE.test(subject) ? null : subject;
}
const DURATION_ONCE = new RegExp(DURATION.source, 'iu');

/** "05 năm công tác và 01 năm làm …": what stands before is of the first. */
const NEXT = /\s(?:và|hoặc)(?:\s+có)?\s+$/iu;

function durationsIn(
  demand: string,
  before: ProposedTenure | null,
  when: string | null,
  lead: string,
): ProposedTenure[][] {
  const matches = [...demand.matchAll(DURATION)].filter(
    (match) => match[1] !== undefined || match[4] !== undefined || isPlain(demand, match),
  );
  const groups: ProposedTenure[][] = [];
  for (const [at, match] of matches.entries()) {
    const [whole, bound = '', figure = '', unit] = match;
    const spoken = WORDS.indexOf(figure.toLowerCase()) + 1;
    const value = spoken > 0 ? spoken : Number(figure);
    const months = unit?.toLowerCase() === 'năm' ? value * 12 : value;
    if (months <= 0 || months > 480) continue;
    const end = match.index + whole.length;
    const behind = demand.slice(end, matches[at + 1]?.index ?? demand.length);
    const ahead = demand.slice(
      at === 0 ? 0 : (matches[at - 1]?.index ?? 0) + (matches[at - 1]?.[0].length ?? 0),
      match.index,
    );
    const own = at > 0 && NEXT.test(ahead) ? '' : ahead;
    const tenures = groups.at(-1) ?? [];
    const first = tenures[0] ?? before;
    const what =
      whatOf(own, behind) ?? (first === null ? whatOf(lead, '') : { form: first.form, of: first.of });
    if (what === null) continue;
    const some = OF_SOME.exec(behind)?.[0] ?? null;
    const tenure: ProposedTenure = {
      ...what,
      months,
      comparison: /^(?:trên|hơn)/iu.test(bound) ? 'more_than' : 'at_least',
      orEquivalent:
        what.form === 'held' &&
        (EQUIVALENT.test(ahead) || EQUIVALENT.test(behind) || (tenures[0]?.orEquivalent ?? false)),
      counted: tidy(COUNTED.exec(`${ahead}${behind}`)?.[0] ?? ''),
      when: tidy(
        [when ?? '', (some ?? '').replace(/[\s,]+(?:hoặc|và)\s*$/iu, '')]
          .filter((part) => part !== '')
          .join(', '),
      ),
    };
    // "02 năm đối với A, 03 năm đối với B" and "05 năm hoặc 03 năm giữ chức vụ" are one demand, "05 năm và 01 năm" two.
    const isOther = tenure.when !== when && tenures.every((one) => one.when !== when);
    const isOr = /(?:^|\s)hoặc\s+(?!tương đương)(?:(?:có|đã)\s+)*[^,;]*$/iu.test(
      ahead.replace(EQUIVALENT, ''),
    );
    if (tenures.length > 0 && (isOther || isOr)) tenures.push(tenure);
    else groups.push([tenure]);
  }
  return groups;
}

/** "Có 03 năm kinh nghiệm", "đã có 5 năm công tác" need no bound. */
function isPlain(demand: string, { index, 0: whole }: RegExpExecArray): boolean {
  return (
    (/(?:^|\s)(?:có|đã|đã có|phải có|là)\s*$/iu.test(demand.slice(0, index)) &&
      /^\s*(?:kinh nghiệm|công tác|làm|giữ|liên tục|thâm niên|trực tiếp|đảm nhiệm)/iu.test(
        demand.slice(index + whole.length),
      )) ||
    /(?:năm|tháng)\s[^,;]{0,60}\s(?:và|hoặc)(?:\s+có)?\s+$/iu.test(demand.slice(0, index)) ||
    (/(?:thời gian|kinh nghiệm|thâm niên)[^,;]*\s$/iu.test(demand.slice(0, index)) &&
      /^\s*(?:đối với|$)/iu.test(demand.slice(index + whole.length)))
  );
}

/** What has been held or done, from the words around a duration. */
function whatOf(ahead: string, behind: string): Pick<ProposedTenure, 'form' | 'of'> | null {
  for (const words of [ahead, behind]) {
    const held = HELD.exec(words);
    // "đang giữ ngạch chuyên viên, có thời gian làm công tác pháp luật từ 03 năm": what stands next to the figure counts.
    const served =
      words === ahead
        ? ahead.search(/,[^,]*(?:thời gian|kinh nghiệm|thâm niên)(?! (?:công tác )?giữ)[^,]*$/iu)
        : -1;
    if (held !== null && served < held.index) {
      // "một trong các chức vụ Vụ trưởng, Giám đốc sở": the commas of a list end nothing.
      const isList = /(?:các|một trong)\s+$/iu.test(held[0]);
      const of = upToStop(words.slice(held.index + held[0].length), isList ? LIST_STOP : STOP);
      if (of !== null) return { form: 'held', of };
    }
  }
  const before = WORKED.exec(ahead);
  const after =
    /^\s*(?:liên tục\s+)?(?:làm\s+)?(?:công tác|kinh nghiệm(?:\s+(?:công tác|làm việc|thực tế))?|làm việc|làm|hành nghề|trực tiếp|thực tế|giảng dạy)/iu.exec(
      behind,
    );
  if (before === null && after === null) return null;
  const told = before === null ? null : upToStop(ahead.slice(before.index + before[0].length), TRADE_STOP);
  const trade = /(?:^|\s)((?:trong|về|tại|ở)\s+(?:các\s+|một trong (?:các|những)\s+)?\p{L}.*)$/iu.exec(
    behind.slice(after?.[0].length ?? 0),
  );
  const of =
    told ?? upToStop(after === null ? (trade?.[1] ?? '') : behind.slice(after[0].length), TRADE_STOP);
  return { form: 'worked', of };
}

/** A trade may be told at length: only what is no longer part of it ends it. */
const TRADE_STOP =
  /\s*(?:[;.“”]|\((?!hạng|mã)|\s(?:trở lên|tính đến|đối với|không kể|(?:và|hoặc)\s+(?:có\s+)?\d|(?:và|hoặc)\s*$|và\s+(?:có|được|đạt|đã|hoàn)(?!\p{L})))/iu;

function upToStop(words: string, stop: RegExp): string | null {
  // The first sign may stand at the very beginning of what was cut off.
  const cut = stop.exec(` ${words}`);
  const name = tidy(cut === null ? words : words.slice(0, Math.max(0, cut.index - 1)));
  return name === null || /^(?:từ|đủ|là|có|liên tục|tối thiểu|ít nhất|thực tế|trở lên)$/iu.test(name)
    ? null
    : name;
}

function tidy(words: string): string | null {
  const bare = words.replace(/\s+/gu, ' ').replace(/^[\s,.;:–-]+|[\s,.;:–-]+$|\s+(?:và|hoặc)$/gu, '');
  return bare === '' ? null : bare;
}
