import { rung } from '../../domain/ladders.ts';
import type { ProposedAlternative } from '../../domain/proposal.ts';
import { readPiece } from './alternative.ts';
import { degreeOf } from './degrees.ts';
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
    if (IN_TIME.test(segment) || OTHERWISE.test(segment)) continue;
    if (FREES.test(demand) || FREED_OF_THIS.test(segment)) {
      bindFreed(demands, segment);
      continue;
    }
    const before = demands.length;
    const conditional = splitCondition(demand);
    if (conditional === null) readPlain(demand, at, demands, post, null);
    else readConditional(conditional, at, demands, post);
    if (except !== null) bindExcept(demands, before, except, { at, instead, post });
  }
  return demands.map(({ alternatives }) =>
    alternatives.map((one) => (one.when === null ? one : { ...one, when: unguarded(one.when) })),
  );
}

/** "…, trừ trường hợp …": whom the demands of a segment do not bind, and what binds those instead. */
function bindExcept(
  demands: Open[],
  before: number,
  except: string,
  { at, instead, post }: { readonly at: number; readonly instead: string; readonly post: string | null },
): void {
  for (const demand of demands.slice(before)) {
    demand.alternatives = demand.alternatives.map((one) => ({ ...one, when: one.when ?? except }));
  }
  const own: Open[] = [];
  if (instead !== '') readPlain(instead, at, own, post, except.replace(/^trừ\s+(?:các\s+|những\s+)?/iu, ''));
  const last = demands.at(-1);
  if (last !== undefined && demands.length > before) {
    last.alternatives.push(...own.flatMap(({ alternatives }) => alternatives));
  }
}

/** "Trường hợp chưa có thì trong thời hạn 12 tháng phải hoàn thành …": the same, later. */
const IN_TIME = /(?<!\p{L})chưa (?:có|đáp ứng|đạt|qua|được).*(?:trong (?:thời hạn|vòng)|chậm nhất)/isu;
/** "Trường hợp luật có quy định khác thì thực hiện theo quy định đó": another rule goes before this one. */
const OTHERWISE = /^(?:trong\s+)?(?:trường hợp|nếu)\s[^,;]{0,80}?(?:quy|qui) định khác(?!\p{L})/iu;
/** Sentences that ask for nothing: exemptions, what else counts, how two papers differ. */
const FREES =
  /phải khác với|không (?:phải|yêu cầu|cần|bắt buộc)(?!\p{L})|được miễn|được (?:sử dụng|tính|công nhận|coi|xem) (?:là|như|tương|để)|tiếp tục (?:được )?sử dụng|có thể được (?:bổ nhiệm|xem xét|tuyển)/iu;

/** "Chứng chỉ này không yêu cầu đối với …", "Quy định này không áp dụng đối với …": whom it does not bind. */
const FREED_OF_THIS =
  /^(?:(?:các\s+)?(?:(quy định|yêu cầu|tiêu chuẩn|điều kiện|nội dung)|chứng chỉ|văn bằng|bằng)\s[^,;]{0,40}?(?:này|trên)\s+)?(không\s+(?:áp dụng|yêu cầu|bắt buộc)(?:\s+đối)?\s+với\s.+)$/isu;
const FREED_OF_KIND = /(?:được miễn|không (?:phải|yêu cầu|cần|bắt buộc))(?:\s+có)?\s+(.+)$/isu;

/** A sentence that frees some people of what stands before it: an exception that must not be lost. */
function bindFreed(demands: readonly Open[], segment: string): void {
  const ofThis = FREED_OF_THIS.exec(segment);
  const kind = ofThis === null ? subject(FREED_OF_KIND.exec(segment)?.[1] ?? '')?.said.kind : undefined;
  const freed = ofThis === null ? segment : (ofThis[2] ?? segment);
  const bound = ofThis !== null && ofThis[1] === undefined ? demands.slice(-1) : demands;
  for (const demand of bound) {
    demand.alternatives = demand.alternatives.map((one) =>
      one.when === null && (ofThis !== null || one.kind === kind) ? { ...one, when: freed } : one,
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
  const degree = otherDegree(when);
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
  const like = demands.findLast(({ alternatives }) =>
    alternatives.some(({ kind }) => kind === first?.alternatives[0]?.kind && kind !== 'other'),
  );
  // Who has come by the other degree must have this one besides.
  const isBesides = joins && !instead;
  const than = compared(first, like);
  const isFallback =
    instead ||
    eased ||
    than === 'lower' ||
    (than !== 'higher' && /^(?:trường hợp|nếu)(?!\p{L})/iu.test(when));
  const stead = like ?? (eased ? previous : undefined);
  if (!isBesides && isFallback && first !== undefined && stead !== undefined) {
    stead.alternatives.push(...first.alternatives);
    demands.push(...rest);
  } else demands.push(...own);
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

/** Time served, and a paper that was named before: "phải có chứng chỉ trong thời gian 36 tháng". */
const NO_PAPER =
  /(?:năm|tháng)\s+(?:công tác|làm|giữ|kinh nghiệm|liên tục)|thời gian (?:công tác|giữ|làm)|kinh nghiệm|^có (?:các )?chứng chỉ (?:này|trên|đó|nêu|trong)(?!\p{L})/iu;
const DEED = /^(?:có|được tặng|được cấp|hoàn thành|qua|đã qua|đạt|tham gia)(?!\p{L})/iu;

/** "Trường hợp tốt nghiệp trung cấp trở lên chuyên ngành khác": such a degree will do, with what is asked besides. */
function otherDegree(when: string): ProposedAlternative | null {
  const condition = /^(?:trường hợp|nếu)\s+(?:là\s+|chỉ\s+)?(?=(?:đã\s+)?(?:có|tốt nghiệp))/iu.exec(when);
  if (condition === null || /không|chưa/iu.test(when.slice(0, condition[0].length + 12))) return null;
  const degree = degreeOf(when.slice(condition[0].length));
  return degree?.said.kind === 'degree' ? { ...degree.said, when: null } : null;
}

type Joint = 'first' | 'or' | 'and';
type Piece = { readonly joint: Joint; words: string };

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
    const extra = joint === 'and' && branches > 1 && branch !== null && when === null && own === null;
    demands.push({
      alternatives: [
        extra ? { ...alternative, when: shortened((branch ?? '').replace(/^hoặc\s+/iu, '')) } : alternative,
      ],
      segment: at,
    });
    if (joint === 'first') branch = words;
  }
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

const OF_GRADE = /^đối với (?:(?:công chức|viên chức)\s+)?(?:ngạch|chức danh)(?!\p{L})/iu;
const OWN_CONDITION = /[\s,]\(?((?:áp dụng )?(?:đối với|nếu|trường hợp)\s[^()]*)\)?$/iu;

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

const VERB =
  /^(?:hoặc\s+)?(?:(?:phải|đã|được|cần)\s+)*(?:có|đạt|sử dụng|biết|thông thạo|thành thạo|tốt nghiệp|qua|học|hoàn thành|bồi dưỡng|đào tạo|tập huấn|cấp|chứng chỉ|chứng nhận|văn bằng|bằng|giấy|giao tiếp|nghe|đọc)(?!\p{L})/iu;
const LEVEL_FIRST =
  /^(?:tiến s[ĩỹ]|thạc s[ĩỹ]|chuyên khoa|CK\s*I|bác s[ĩỹ]|dược s[ĩỹ]|y s[ĩỹ]|kiến trúc sư|cử nhân|kỹ sư|(?:trên |sau )?đại học|cao đẳng|trung cấp|trung học chuyên nghiệp|sơ cấp|cao cấp|trình độ|(?:IELTS|TOEFL|TOEIC|VSTEP|HSK|JLPT|DELF)|(?:ngoại ngữ|tiếng Anh|tin học) (?:bậc|trình độ|tương đương|cơ bản)|bậc \d)/iu;
const LABEL =
  /^(?:về |là |yêu cầu |người |từ )?(?:trình độ|chuyên môn|học vấn|học vị|đào tạo|ngoại ngữ|tin học|l[ýí] luận|chính trị|quản l[ýí]|quốc phòng|giáo dục quốc phòng|kiến thức|bồi dưỡng|tiếng|công nghệ|kỹ năng|khả năng)(?!\p{L})/iu;

const SKILLS: ReadonlySet<string> = new Set(['foreign_language', 'it']);

/** "Là công dân Việt Nam, tốt nghiệp đại học luật": who somebody is, before what they must have. "Yêu cầu về" says nothing. */
const WHO =
  /^(?:là\s+(?:công dân|người|đảng viên|sĩ quan|công chức|viên chức)[^,;:]{0,60},\s+(?=(?:tốt nghiệp|có|đã)\s)|đạt\s+(?:trình độ\s+)?chuẩn\s[^:;,]{0,80}:\s*|(?:tiêu chuẩn|yêu cầu)\s+(?:về\s+)?(?=[^:]{3,60}:))/iu;

/** A segment at its commas, "hoặc" and "và", where what follows is a demand of its own. */
function piecesOf(segment: string, post: string | null): readonly Piece[] {
  const parts = segment.replace(WHO, '').split(/(\s*,\s*|\s+hoặc\s+(?:là\s+)?|\s+và\s+|\s*\/\s*)/iu);
  const opening = parts[0] ?? '';
  if (
    !VERB.test(opening) &&
    !LEVEL_FIRST.test(opening) &&
    !LABEL.test(opening) &&
    !/^chức danh|^người/iu.test(opening)
  ) {
    if (degreeOf(segment) === null) return [];
  }
  const pieces: Piece[] = [{ joint: 'first', words: opening }];
  for (let at = 1; at < parts.length; at += 2) {
    const [joiner = '', words = ''] = [parts[at], parts[at + 1]];
    const last = pieces.at(-1);
    if (last === undefined) break;
    const joint: Joint =
      /hoặc/iu.test(joiner) || (joiner.includes(',') && /^hoặc/iu.test(words)) ? 'or' : 'and';
    if (isOwn(joint, joiner, words, last.words, post)) pieces.push({ joint, words });
    else last.words += joiner + words;
  }
  return pieces;
}

function isOwn(joint: Joint, joiner: string, written: string, before: string, post: string | null): boolean {
  const words = written.replace(/^hoặc\s+(?:là\s+)?/iu, '');
  const previous = readPiece(before, post, null);
  // "Có trình độ ngoại ngữ, tin học đáp ứng yêu cầu" asks for both; a degree's ngành may bear these names too.
  const twin =
    /^(?:(?:ngoại ngữ|tin học)(?!\p{L})|(?:(?:một|thứ|\d{1,2})\s+)*tiếng (?:nói |của )*(?:\S+ )?dân tộc)/iu.test(
      words,
    ) && SKILLS.has(previous?.kind ?? 'other');
  // "Được đào tạo, bồi dưỡng nghiệp vụ kiểm lâm" is one thing.
  if (/(?:được|qua)\s+đào tạo$/iu.test(before) && /^bồi dưỡng/iu.test(words)) return false;
  const starts =
    VERB.test(words) ||
    twin ||
    /^(?:trình độ (?:ngoại ngữ|tin học|l[ýí] luận)|(?:sơ|trung|cao) cấp (?:l[ýí] luận|chính trị))(?!\p{L})/iu.test(
      words,
    ) ||
    (joint === 'or' && LEVEL_FIRST.test(words));
  if (!starts || joiner.includes('/')) return false;
  const said = readPiece(words, post, previous === null ? null : { ...previous, when: null });
  if (said === null) return false;
  // "hoặc chứng chỉ tin học ứng dụng tương đương" names no level of its own.
  const same = previous?.kind === said.kind && /tương đương/iu.test(words);
  return !(same && (said.level === null || said.level === 'su_dung_duoc'));
}
