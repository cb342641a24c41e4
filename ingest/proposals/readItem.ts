import { rung } from '../../domain/ladders.ts';
import type { ProposedAlternative } from '../../domain/proposal.ts';
import { readPiece } from './alternative.ts';
import { degreeOf } from './degrees.ts';
import { piecesOf } from './pieces.ts';
import { shortened } from './said.ts';
import {
  listedAsAlternatives,
  plainItem,
  segmentsOf,
  splitCondition,
  splitException,
  unguarded,
} from './segments.ts';
import { subject } from './subjects.ts';
import { SCHOOLING } from './topics.ts';

/** Alternatives, any of which will do. */
export type Demand = readonly ProposedAlternative[];

type Open = { alternatives: ProposedAlternative[]; readonly segment: number };

/**
 * What a điểm of a standard demands: a conjunction of alternatives. "A hoặc B" are alternatives, "A; B" are two demands,
 * "A hoặc B và C" demands C of whoever comes by way of B.
 */
export function readItem(words: string, post: string | null): readonly Demand[] {
  const demands: Open[] = [];
  for (const [at, segment] of segmentsOf(listedAsAlternatives(plainItem(words))).entries()) {
    const { demand, except, instead } = splitException(segment);
    if (IN_TIME.test(segment) || OTHERWISE.test(segment) || PREFERS.test(segment)) continue;
    if (FREES.test(demand) || FREED_OF_THIS.test(segment)) {
      bindFreed(demands, segment);
      continue;
    }
    const before = demands.length;
    const conditional = labelledCondition(demand) ?? splitCondition(demand, post);
    if (conditional === null) readPlain(demand, at, demands, post, null);
    else readConditional(conditional, at, demands, post);
    if (except !== null) bindExcept(demands, before, except, { at, instead, post });
  }
  return demands.map(({ alternatives }) =>
    alternatives.map((one) => (one.when === null ? one : { ...one, when: unguarded(one.when) })),
  );
}

/** "Chuyên môn: ở khu vực đồng bằng có trình độ trung cấp": the label says of what, behind it stands of whom. */
function labelledCondition(segment: string): Conditional | null {
  const label = /^([^:;.]{3,60}):\s*(?=(?:riêng|đối với|nếu|trường hợp|ở|tại)\s)/iu.exec(segment);
  const conditional = label === null ? null : splitCondition(segment.slice(label[0].length), null);
  if (label === null || conditional === null || conditional.demand === '') return null;
  return { ...conditional, demand: `${label[1] ?? ''}: ${conditional.demand}` };
}

/** "…, trừ trường hợp …": whom the demands of a segment do not bind, and what binds those instead. */
function bindExcept(
  demands: Open[],
  before: number,
  except: string,
  { at, instead, post }: { readonly at: number; readonly instead: string; readonly post: string | null },
): void {
  const own = demands.slice(before);
  // "Tin học và ngoại ngữ, trừ trường hợp có bằng đại học ngoại ngữ": of the language only.
  const kind = subject(except)?.said.kind;
  const isOfKind = own.some(({ alternatives }) => alternatives.some((one) => one.kind === kind));
  for (const demand of own) {
    demand.alternatives = demand.alternatives.map((one) =>
      isOfKind && one.kind !== kind ? one : { ...one, when: one.when ?? except },
    );
  }
  const others: Open[] = [];
  if (instead !== '')
    readPlain(instead, at, others, post, except.replace(/^trừ\s+(?:các\s+|những\s+)?/iu, ''));
  const last = demands.at(-1);
  if (last !== undefined && demands.length > before) {
    last.alternatives.push(...others.flatMap(({ alternatives }) => alternatives));
  }
}

/** "Trường hợp chưa có thì trong thời hạn 12 tháng phải hoàn thành …": the same, later. */
const IN_TIME = /(?<!\p{L})chưa (?:có|đáp ứng|đạt|qua|được).*(?:trong (?:thời hạn|vòng)|chậm nhất)/isu;
/** "Biết tiếng dân tộc là một lợi thế". */
const PREFERS =
  /(?<!\p{L})(?:là (?:một )?(?:lợi thế|ưu thế|điểm cộng)|được ưu tiên|thì ưu tiên)(?!\p{L})|^(?:ưu tiên|khuyến khích)(?!\p{L})/iu;
/** "Trường hợp luật có quy định khác thì thực hiện theo quy định đó": another rule goes before this one. */
const OTHERWISE = /^(?:trong\s+)?(?:trường hợp|nếu)\s[^,;]{0,80}?(?:quy|qui) định khác(?!\p{L})/iu;
/** Sentences that ask for nothing: exemptions, what else counts, how two papers differ. */
const FREES =
  /phải khác với|không (?:phải|yêu cầu|cần|bắt buộc)(?!\p{L})|được miễn|được (?:sử dụng|tính|công nhận|coi|xem) (?:là|như|tương|để)|tiếp tục (?:được )?sử dụng|có thể được (?:bổ nhiệm|xem xét|tuyển)/iu;

/** "Chứng chỉ này không yêu cầu đối với …", "Quy định này không áp dụng đối với …": whom it does not bind. */
const FREED_OF_THIS =
  /^(?:(?:các\s+)?(?:(quy định|yêu cầu|tiêu chuẩn|điều kiện|nội dung)|chứng chỉ|văn bằng|bằng)\s[^,;]{0,40}?(?:này|trên)\s+)?(không\s+(?:áp dụng|yêu cầu|bắt buộc)(?:\s+(?:quy định|yêu cầu|tiêu chuẩn|điều kiện)\s+(?:này|trên))?(?:\s+đối)?\s+với\s.+)$/isu;
const OF_ALL_THIS = /^không\s+\S+\s+\S+\s+(?:quy định|yêu cầu|tiêu chuẩn|điều kiện)\s+(?:này|trên)/iu;
const FREED_OF_PAPER =
  /\p{L}\s[^;]*(?:được miễn|không (?:phải|yêu cầu|cần|bắt buộc))(?:\s+(?:phải\s+)?có)?\s+(?:các\s+)?(?:chứng chỉ|văn bằng)(?:\s+(?:này|trên|nêu trên|quy định))?\s*$|\p{L}\s[^;]*\sđược miễn\s*$/iu;
const FREED_OF_KIND = /(?:được miễn|không (?:phải|yêu cầu|cần|bắt buộc))(?:\s+có)?\s+(.+)$/isu;

/** A sentence that frees some people of what stands before it: an exception that must not be lost. */
function bindFreed(demands: readonly Open[], segment: string): void {
  const ofThis = FREED_OF_THIS.exec(segment);
  const kind = ofThis === null ? subject(FREED_OF_KIND.exec(segment)?.[1] ?? '')?.said.kind : undefined;
  const freed = ofThis === null ? segment : (ofThis[2] ?? segment);
  // "Người từ đủ 50 tuổi không bắt buộc có chứng chỉ này": of the paper named last.
  const isOfPaper = ofThis === null && kind === undefined && FREED_OF_PAPER.test(segment);
  const isOfLast = isOfPaper || (ofThis !== null && ofThis[1] === undefined && !OF_ALL_THIS.test(freed));
  for (const demand of isOfLast ? demands.slice(-1) : demands) {
    demand.alternatives = demand.alternatives.map((one) =>
      one.when === null && (ofThis !== null || isOfPaper || one.kind === kind)
        ? { ...one, when: freed }
        : one,
    );
  }
}

type Conditional = {
  readonly when: string;
  readonly demand: string;
  readonly instead: boolean;
  readonly eased: boolean;
};

function readConditional(
  { when: bound, demand, instead, eased }: Conditional,
  at: number,
  demands: Open[],
  post: string | null,
): void {
  // "Kiểm toán viên phải có …" in the standard of the kiểm toán viên binds everyone whom it is about.
  const when = post !== null && bound.toLowerCase() === post.toLowerCase() ? null : bound;
  if (when === null) {
    readPlain(demand, at, demands, post, null);
    return;
  }
  const previous = demands.at(-1);
  if (demand === '') {
    // "…, nếu không có bằng tốt nghiệp đại học sư phạm": it binds what stands before.
    if (previous !== undefined)
      previous.alternatives = previous.alternatives.map((one) => ({ ...one, when }));
    return;
  }
  const degree = otherDegree(when, previous?.alternatives.find(({ kind }) => kind === 'degree') ?? null);
  const joins = degree !== null && previous?.alternatives.some(({ kind }) => kind === 'degree') === true;
  if (joins) previous.alternatives.push(degree);
  const own: Open[] = [];
  readPlain(demand, at, own, post, when, previous?.alternatives.at(-1) ?? null);
  if (own.length === 0 && DEED.test(demand) && !NO_PAPER.test(demand)) {
    const alternatives = demand
      .split(/\s+hoặc\s+(?=(?:được tặng|có|được cấp|hoàn thành|đạt)\s)/iu)
      .map((deed) => {
        const name = shortened(deed.replace(/^(?:có|được|đã)\s+(?=chứng|giấy|bằng)/iu, ''));
        return { kind: 'other' as const, level: null, field: null, name, when };
      });
    own.push({ alternatives, segment: at });
  }
  const [first, ...rest] = own;
  const asked = first?.alternatives[0];
  const isSchooling = asked !== undefined && SCHOOLING.test(asked.name ?? '') && asked.kind === 'other';
  const like = demands.findLast(({ alternatives }) =>
    alternatives.some(({ kind, name }) =>
      isSchooling
        ? kind === 'degree' || SCHOOLING.test(name ?? '')
        : kind === asked?.kind && kind !== 'other',
    ),
  );
  // "(… mới tuyển dụng thì phải có chứng chỉ … trong thời gian 36 tháng)": the same, later.
  if (GRACE.test(`${when} ${demand}`) && demands.some((one) => isSame(one, first))) return;
  // Who has come by the other degree must have this one besides.
  const isBesides = joins && !instead;
  const than = asksAgain(first, like) ? 'higher' : compared(first, like);
  const isFallback =
    instead ||
    eased ||
    isSchooling ||
    than === 'lower' ||
    // "Nếu phụ trách chuyên môn …, nếu phụ trách tài chính …": the one is of others than the other.
    (than !== 'higher' &&
      like?.alternatives.every((one) => IF.test(one.when ?? '')) !== true &&
      /^(?:trường hợp|nếu)(?!\p{L})/iu.test(when));
  const stead = like ?? (eased || instead ? previous : undefined);
  if (!isBesides && isFallback && first !== undefined && stead !== undefined) {
    stead.alternatives.push(...first.alternatives);
    demands.push(...rest);
  } else demands.push(...own);
}

const IF = /(?<!\p{L})nếu\s/iu;
const GRACE =
  /trong (?:thời gian|thời hạn|vòng)\s+\d+\s+(?:năm|tháng)|(?:chậm nhất )?sau\s+\d+\s+(?:năm|tháng)/iu;

/** Whether two demands ask for the same of a kind, whenever they ask it. */
function isSame(one: Open, other: Open | undefined): boolean {
  const [a, b] = [one.alternatives[0], other?.alternatives[0]];
  return (
    a !== undefined &&
    b !== undefined &&
    a.when === null &&
    a.kind === b.kind &&
    a.level === b.level &&
    (a.name ?? '').toLowerCase() === (b.name ?? '').toLowerCase()
  );
}

/** Whether some people's demand asks less or more than what everyone must have; `null` where the two cannot be compared. */
function compared(own: Open | undefined, like: Open | undefined): 'lower' | 'higher' | null {
  const rungs = (of: Open | undefined, ofAll: boolean) =>
    (of?.alternatives ?? []).flatMap(({ kind, level, when }) =>
      level === null || (ofAll && when !== null) ? [] : [rung(kind, level)],
    );
  const [mine, others] = [rungs(own, false), rungs(like, true)];
  if (mine.length === 0 || others.length === 0) return null;
  if (Math.max(...mine) < Math.min(...others)) return 'lower';
  return Math.min(...mine) > Math.max(...others) ? 'higher' : null;
}

/** What everyone must have, asked again of some among those of whom less is asked: it is no alternative to itself. */
function asksAgain(own: Open | undefined, like: Open | undefined): boolean {
  const main = like?.alternatives.find(({ when }) => when === null);
  const one = own?.alternatives[0];
  if (main === undefined || one === undefined || main.level === null || one.level === null) return false;
  const isEased = like?.alternatives.some(
    ({ kind, level, when }) =>
      when !== null && level !== null && rung(kind, level) < rung(main.kind, main.level ?? ''),
  );
  return isEased === true && one.level === main.level && one.field === main.field;
}

/** Time served, and a paper that was named before: "phải có chứng chỉ trong thời gian 36 tháng". */
const NO_PAPER =
  /(?:năm|tháng)\s+(?:công tác|làm|giữ|kinh nghiệm|liên tục)|thời gian (?:công tác|giữ|làm)|kinh nghiệm|^có (?:các )?chứng chỉ (?:này|trên|đó|nêu|trong)(?!\p{L})/iu;
const DEED = /^(?:có|được tặng|được cấp|hoàn thành|qua|đã qua|đạt|tham gia)(?!\p{L})/iu;

/** "Trường hợp tốt nghiệp trung cấp trở lên chuyên ngành khác": such a degree will do, with what is asked besides. */
function otherDegree(when: string, asked: ProposedAlternative | null): ProposedAlternative | null {
  const condition =
    /^(?:(?:trường hợp|nếu)\s+(?:là\s+|chỉ\s+)?|(?:người|viên chức|công chức)\s+(?=[^;]*ngành\s+khác))(?=(?:đã\s+)?(?:có|tốt nghiệp))/iu.exec(
      when,
    );
  if (condition === null || /không|chưa/iu.test(when.slice(0, condition[0].length + 12))) return null;
  // "Trường hợp tốt nghiệp chuyên ngành khác": of the level that was named before.
  const field = /tốt nghiệp\s+((?:các\s+)?(?:(?:chuyên )?ngành(?:,\s*|\s+hoặc\s+)?)+\s*khác)$/iu.exec(
    when,
  )?.[1];
  if (field !== undefined && asked !== null && !/khác/iu.test(asked.field ?? ''))
    return { ...asked, field, name: null, when: null };
  const degree = degreeOf(when.slice(condition[0].length));
  return degree?.said.kind === 'degree' ? { ...degree.said, when: null } : null;
}

function readPlain(
  segment: string,
  at: number,
  demands: Open[],
  post: string | null,
  when: string | null,
  inherited: ProposedAlternative | null = null,
): void {
  const pieces = piecesOf(segment, post);
  const leadsOn = /^hoặc(?!\p{L})/iu.test(segment) && demands.length > 0;
  let branch: string | null = null;
  let branches = leadsOn ? 2 : 1;
  for (const { joint, words } of pieces) {
    const previous = demands.at(-1);
    const last = previous?.alternatives.at(-1) ?? inherited;
    const { body, own } = ownCondition(words, post);
    const short = readPiece(body, post, last);
    if (short === null) continue;
    const ofAll = saysOfAll(short.kind);
    const said = ofAll ? (readPiece(words, post, last) ?? short) : short;
    const bound = ofAll ? when : (own ?? when);
    const alternative: ProposedAlternative = { ...said, when: bound };
    const isOr = joint === 'or' || (joint === 'first' && leadsOn);
    if (isOr && previous !== undefined && (previous.segment === at || leadsOn)) {
      joined(demands, previous, alternative).alternatives.push(alternative);
      branch = words;
      branches += 1;
      continue;
    }
    const extra = joint === 'and' && branches > 1 && branch !== null && own === null;
    // "Đại học hệ chính quy hoặc đại học và thạc sĩ": the lower one of the second branch would not tell it from the first.
    const isLikeFirst = last !== null && previous?.alternatives[0]?.level === last.level;
    if (extra && previous !== undefined && isLikeFirst && isAbove(alternative, last)) {
      previous.alternatives.splice(-1, 1, { ...alternative, when: last.when });
      continue;
    }
    const way = extra ? shortened((branch ?? '').replace(/^hoặc\s+/iu, '')) : null;
    const only = way === null ? when : [when, way].filter((one) => one !== null).join(', ');
    demands.push({
      alternatives: [extra ? { ...alternative, when: only } : alternative],
      segment: at,
    });
    if (joint === 'first') branch = words;
  }
}

function isAbove(one: ProposedAlternative, other: ProposedAlternative): boolean {
  return (
    one.kind === 'degree' &&
    other.kind === 'degree' &&
    one.level !== null &&
    other.level !== null &&
    rung('degree', one.level) > rung('degree', other.level)
  );
}

/** These speak of a class of people in their own names: "quản lý nhà nước đối với công chức ngạch chuyên viên". */
function saysOfAll(kind: ProposedAlternative['kind']): boolean {
  return kind === 'state_management' || kind === 'professional_certificate';
}

/** To what "hoặc" joins: the demand before it, or an earlier one of its segment and of the same kind. */
function joined(demands: readonly Open[], last: Open, { kind }: ProposedAlternative): Open {
  const isOfKind = ({ alternatives }: Open) => alternatives.some((one) => one.kind === kind);
  if (isOfKind(last)) return last;
  return demands.findLast((demand) => demand.segment === last.segment && isOfKind(demand)) ?? last;
}

const OF_GRADE =
  /^đối với (?:(?:cán bộ|công chức|viên chức)(?:,?\s+(?:và\s+)?))*(?:ngạch|chức danh|lãnh đạo,? (?:và )?quản l)/iu;
const OWN_CONDITION =
  /[\s,]\(?((?:(?:áp dụng )?(?:đối với|nếu|trường hợp)|(?:(?:nếu|khi)\s+)?(?:(?:công tác|làm việc)\s+)?(?:ở|tại)\s+(?:những\s+|các\s+)?(?:vùng|địa bàn|khu vực)(?=\s+(?:có\s+)?(?:(?:đông\s+)?đồng bào|dân tộc|miền núi|biên giới|hải đảo)))\s[^()]*)\)?$/iu;

function ownCondition(
  words: string,
  post: string | null,
): { readonly body: string; readonly own: string | null } {
  const match = OWN_CONDITION.exec(words);
  const own = match?.[1]?.replace(/[\s,.;]+$/u, '') ?? null;
  if (match === null || own === null || match.index < 3) return { body: words, own: null };
  // "Quốc phòng và an ninh … đối với đối tượng 2" tells the level.
  if (/^đối với đối tượng\s+\d/iu.test(own)) return { body: words, own: null };
  // "Chứng chỉ chương trình bồi dưỡng đối với ngạch …" is called so.
  if (OF_GRADE.test(own) && /chứng chỉ|chương trình|bồi dưỡng/iu.test(match.input.slice(0, match.index))) {
    return { body: words, own: null };
  }
  const ofAll = post !== null && own.toLowerCase() === `đối với ${post.toLowerCase()}`;
  // The condition may hold the words that tell the kind, so a piece is never read without them alone.
  return { body: words.slice(0, match.index), own: ofAll ? null : own };
}
