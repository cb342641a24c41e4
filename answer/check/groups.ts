import { remembered } from '../../vietnamese/remembered.ts';
import { syllables } from '../../vietnamese/text.ts';
import { spell } from './spell.ts';

/** Kinds of those who act or are meant; within one kind, one stands where another should. */
export type GroupKind =
  | 'staff'
  | 'learner'
  | 'title'
  | 'body'
  | 'level'
  | 'rank'
  | 'degree'
  | 'sex'
  | 'paper'
  | 'penalty'
  | 'generic';

/** A person, body, grade or level that a text names. Offsets are into the text as given. */
export type Group = {
  readonly kind: GroupKind;
  /** One name for all its spellings. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** `a=b`: another word for the same. A longer phrase keeps its syllables from a shorter one; `-` names no group at all. */
const PHRASES: Readonly<Record<GroupKind | '-', string>> = {
  staff:
    'cán bộ|công chức|viên chức|người lao động|người sử dụng lao động|đảng viên|đoàn viên|hội viên|giảng viên|giáo viên|nhà giáo|' +
    'người hoạt động không chuyên trách|không chuyên trách=người hoạt động không chuyên trách|người tập sự|cán bộ quản lý|công nhân|' +
    'sĩ quan|quân nhân|hạ sĩ quan|chiến sĩ|già làng|chức sắc|đại biểu|người nước ngoài|người thân|thân nhân|người dân tộc thiểu số|bác sĩ|nhân viên|' +
    'thương binh|bệnh binh|chủ đầu tư|nhà thầu|chủ nhà|nhà đầu tư|doanh nghiệp|hộ gia đình|hợp tác xã|trẻ em|' +
    'nguyên đơn|bị đơn|bị can|bị cáo|người tố cáo|người bị tố cáo|người khiếu nại|người bị khiếu nại|bên mua|bên bán|bên thuê|bên cho thuê|bên vay|bên cho vay',
  learner:
    'học viên=người học|người học|người được cử đi học=người học|người được cử đi đào tạo=người học|sinh viên|học sinh|thí sinh|nghiên cứu sinh',
  title:
    'chủ tịch|phó chủ tịch|giám đốc|phó giám đốc|bí thư|phó bí thư|trưởng phòng|phó trưởng phòng|phó phòng=phó trưởng phòng|hiệu trưởng|' +
    'phó hiệu trưởng|thủ trưởng|người đứng đầu=thủ trưởng|bộ trưởng|thứ trưởng|trưởng ban|phó trưởng ban|ủy viên|trưởng thôn|trưởng khu phố|' +
    'chánh văn phòng|vụ trưởng|cục trưởng|thủ tướng|tổng giám đốc|chủ tịch nước|chánh án|viện trưởng|thẩm phán|kiểm sát viên|điều tra viên|' +
    'cấp phó|cấp trưởng|tổng bí thư|trưởng đoàn|tổ trưởng|đội trưởng|chánh thanh tra|thanh tra viên|chấp hành viên|công chứng viên|giám thị|tổng thanh tra|tổng kiểm toán|kiểm toán trưởng|tổng cục trưởng|đạo diễn',
  body:
    'ủy ban nhân dân|hội đồng nhân dân|chính phủ|quốc hội|ban thường vụ|ban chấp hành|tỉnh ủy|đảng ủy|huyện ủy|thành ủy|ủy ban kiểm tra|' +
    'nhà trường|cơ sở đào tạo|cơ sở bồi dưỡng=cơ sở đào tạo|cơ sở giáo dục|cơ sở y tế|cơ quan cử đi học|cơ quan quân sự|cơ quan công an|cấp ủy|chi bộ|' +
    'đơn vị sự nghiệp công lập|tòa án|viện kiểm sát|ủy ban mặt trận|mặt trận tổ quốc=ủy ban mặt trận|ủy ban mặt trận tổ quốc=ủy ban mặt trận|' +
    'thanh tra bộ|thanh tra tỉnh|thanh tra sở|thanh tra huyện|thanh tra chính phủ|ủy ban thường vụ quốc hội|cơ quan thuế|cơ quan hải quan|cơ quan đăng ký|trung tâm phục vụ hành chính công|trung tâm chính trị|trường chính trị|' +
    'đoàn luật sư|liên đoàn luật sư|ban chủ nhiệm|ban quản lý|ban tổ chức|ban giám hiệu|ban giám đốc|ban chỉ đạo|ban chỉ huy|ban soạn thảo|' +
    'tổ công tác|tổ thẩm định|tổ biên tập|hội đồng quản trị|hội đồng trường|công đoàn|đoàn thanh niên|hội nông dân|hội cựu chiến binh|phòng công chứng|' +
    'hội đồng xét|tổ chức tín dụng|ngân hàng nhà nước|kho bạc nhà nước|văn phòng|trung tâm|học viện|bệnh viện|chi cục|bộ chỉ huy quân sự',
  level:
    'tỉnh|xã|phường|huyện|trung ương|cấp tỉnh=tỉnh|cấp xã=xã|cấp huyện=huyện|cấp trung ương=trung ương|thôn|khu phố|cấp sở|cấp phòng|cấp bộ|' +
    'quân khu|thị trấn|thành phố|đặc khu',
  rank: 'cán sự|chuyên viên|chuyên viên chính|chuyên viên cao cấp',
  degree:
    'sơ cấp|trung cấp|cao đẳng|đại học|sau đại học|thạc sĩ|thạc sỹ=thạc sĩ|tiến sĩ|tiến sỹ=tiến sĩ|cao cấp|cử nhân|trung học phổ thông|trung học cơ sở|tiểu học|mầm non|cao học=thạc sĩ',
  paper: 'văn bằng|chứng chỉ|giấy chứng nhận|giấy xác nhận|giấy phép|bản sao|bản chính|bản gốc=bản chính',
  penalty:
    'khiển trách|cảnh cáo|giáng chức|cách chức|hạ bậc lương|hạ ngạch|buộc thôi việc|khai trừ|sa thải|phạt tiền|trục xuất|phạt tù|cải tạo không giam giữ|tù chung thân|tử hình|án treo',
  sex: 'nam|nữ|cán bộ nữ=nữ|phụ nữ=nữ|lao động nữ=nữ|công chức nữ=nữ|đàn ông=nam',
  generic:
    'cấp có thẩm quyền|người có thẩm quyền=cấp có thẩm quyền|cơ quan có thẩm quyền=cấp có thẩm quyền|cơ quan nhà nước có thẩm quyền=cấp có thẩm quyền|' +
    'cha|mẹ|cơ quan|đơn vị|tổ chức|cá nhân|hội đồng',
  '-':
    'xã hội|xã viên|miền nam|việt nam|phía nam|chủ nghĩa xã hội|an ninh|hợp tác xã|công nhân viên|tự chủ|học sinh giỏi|thành phố hồ chí minh|cao cấp nhất|' +
    'hướng nam|thành viên hội đồng',
};

type Phrase = { readonly keys: readonly string[]; readonly kind: GroupKind | '-'; readonly name: string };

const byFirst = new Map<string, readonly Phrase[]>();
for (const [kind, phrases] of Object.entries(PHRASES) as [GroupKind | '-', string][]) {
  for (const entry of phrases.split('|')) {
    const [written = '', name = written] = entry.split('=');
    const keys = written.split(' ').map(spell);
    const first = keys[0] ?? '';
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), { keys, kind, name }].sort((a, b) => b.keys.length - a.keys.length),
    );
  }
}

/** With these an office's name begins: `Sở Nội vụ`, `Trường Quân sự`. What follows begins with a capital. */
const HEADS: ReadonlySet<string> = new Set(
  [
    'bộ',
    'sở',
    'ban',
    'phòng',
    'trường',
    'vụ',
    'cục',
    'viện',
    'trung tâm',
    'học viện',
    'hội đồng',
    'tổng cục',
    'chi cục',
    'hội',
    'ủy ban',
    'văn phòng',
    'thanh tra',
  ].map((head) => head.split(' ').map(spell).join(' ')),
);

/** "Bộ Giáo dục và Đào tạo", "Bộ Lao động - Thương binh và Xã hội": the rest of a name that its first words tell already. */
const TAILS: ReadonlySet<string> = new Set(
  (
    'đào tạo|đầu tư|thương binh|xã hội|phát triển|nông thôn|môi trường|thể thao|du lịch|truyền thông|công nghệ|tôn giáo|hợp tác|phát thanh|' +
    'cán bộ|pháp chế|hành chính'
  )
    .split('|')
    .map((tail) => tail.split(' ').map(spell).join(' ')),
);
const AND = spell('và');

function tailAt(
  text: string,
  words: readonly { readonly key: string; readonly start: number }[],
  at: number,
): number {
  let taken = 0;
  for (;;) {
    const from = at + taken + (words[at + taken]?.key === AND ? 1 : 0);
    const [first, second] = [words[from], words[from + 1]];
    if (first === undefined || second === undefined || !TAILS.has(`${first.key} ${second.key}`)) return taken;
    // "phát triển nông thôn" goes on in small letters.
    const isName = /^\p{Lu}/u.test(text.slice(first.start)) || (taken > 0 && from === at + taken);
    if (!isName) return taken;
    taken = from + 2 - at;
  }
}

const TIERS: ReadonlySet<string> = new Set(
  ['nhà nước', 'cơ sở', 'quốc gia', 'tối cao', 'cấp cao', 'khu vực', 'trung ương'].map((tier) =>
    tier.split(' ').map(spell).join(' '),
  ),
);

/** Those whom a text names, in order; each syllable belongs to one at most. */
export const groupsIn: (text: string) => readonly Group[] = remembered(readGroups);

function readGroups(text: string): readonly Group[] {
  const words = syllables(text).map((word) => ({ ...word, key: spell(word.written) }));
  const found: Group[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at];
    if (first === undefined) break;
    const phrase = (byFirst.get(first.key) ?? []).find(({ keys }) =>
      keys.every(
        (key, offset) =>
          words[at + offset]?.key === key && (offset === 0 || words[at + offset]?.joined === true),
      ),
    );
    const office = officeAt(text, words, at);
    const person = phrase === undefined && office === null ? personAt(words, at) : null;
    if (person !== null) {
      found.push({ kind: 'generic', name: person, start: first.start, end: words[at + 1]?.end ?? first.end });
      at += 2;
      continue;
    }
    const taken = Math.max(office?.taken ?? 0, phrase?.keys.length ?? 0);
    const end = words[at + Math.max(taken, 1) - 1]?.end ?? first.end;
    if (office !== null && office.taken > (phrase?.keys.length ?? 0)) {
      found.push({ kind: 'body', name: office.name, start: first.start, end });
    } else if (phrase !== undefined && phrase.kind !== '-') {
      // A place's name begins with a capital: "Nam Lam", "Việt Nam".
      const isName = phrase.name === 'nam' && /^N/.test(text.slice(first.start)) && at > 0;
      if (!isName && !isOtherWord(phrase.name, text, first.start, end))
        found.push({ kind: phrase.kind, name: phrase.name, start: first.start, end });
    }
    at += Math.max(taken, 1);
  }
  return found;
}

/** "tổ chức lập", "phải tổ chức": a verb; "thông tin cá nhân": an adjective. */
const ORGANISES =
  /^\s(?:thực hiện|triển khai|kỳ|buổi|chương trình|lập|xây dựng|lễ|kiểm|thi|thẩm|bồi|đào|lớp|khóa|hội|họp|cuộc|và|đấu|biên|đàm|ký|lấy|việc|công tác|các lớp|các kỳ|các cuộc|tập|xét|đánh|tuyên|bầu|điều|giải|quản|cho|cưỡng|phục|in|sản|thu|tiếp|thống)(?!\p{L})/iu;
const ORGANISED =
  /(?<!\p{L})(?:phải|được|có trách nhiệm|sẽ|để|và|tự|việc|cần|không|chủ trì|phối hợp|chỉ đạo|chịu trách nhiệm|thẩm quyền|hình thức|cách|trực tiếp|định kỳ|quyền)\s$/iu;
const OF_A_PERSON =
  /(?<!\p{L})(?:các|những|mỗi|một|nhiều|của|cho|do|và|hoặc|hay|từng|mọi|là|với|đối với|bởi|giữa|có|thì|mà|nếu|khi)\s$|[,;:(.]\s*$|^\s*$/iu;

function isOtherWord(name: string, text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  if (name === 'tổ chức') {
    if (
      /(?:cơ quan|đơn vị|cá nhân)\s*(?:,|và|hoặc)\s*$/iu.test(before) ||
      /^\s*,\s*(?:cá nhân|đơn vị|cơ quan|hộ)/iu.test(text.slice(end))
    )
      return false;
    return ORGANISED.test(before) || ORGANISES.test(text.slice(end));
  }
  return name === 'cá nhân' && !OF_A_PERSON.test(before);
}

const PERSON = spell('người');
const SIDE = spell('bên');
const SIDES = new Set('hai ba các mỗi cả những nhiều'.split(' ').map(spell));
const NO_SIDE = new Set(
  'trong ngoài cạnh dưới trên này kia nào phải được không thì và đó còn khác'.split(' ').map(spell),
);
/** Behind "người" these begin what is said of the person. */
const NO_NAME = new Set(
  'được đã đang có bị phải là giữ còn từ không chưa sẽ này đó ấy ta khác trong theo và của tại ở nào sau'
    .split(' ')
    .map(spell),
);

/** "người mới tuyển dụng", "người đề nghị": those whom no list foresees. */
function personAt(
  words: readonly { readonly key: string; readonly joined: boolean }[],
  at: number,
): string | null {
  const next = words[at + 1];
  if (
    words[at]?.key === SIDE &&
    !SIDES.has(words[at - 1]?.key ?? '') &&
    next?.joined === true &&
    !NO_SIDE.has(next.key)
  )
    return `bên ${next.key}`;
  if (words[at]?.key !== PERSON || next === undefined || !next.joined || NO_NAME.has(next.key)) return null;
  return `người ${next.key}`;
}

function officeAt(
  text: string,
  words: readonly { readonly key: string; readonly start: number; readonly joined: boolean }[],
  at: number,
): { readonly name: string; readonly taken: number } | null {
  for (const length of [2, 1]) {
    const head = words.slice(at, at + length);
    if (!HEADS.has(head.map(({ key }) => key).join(' '))) continue;
    const rest = words.slice(at + length, at + length + 2);
    const [next, last] = rest;
    if (next === undefined || !next.joined || !/^\p{Lu}/u.test(text.slice(next.start))) continue;
    // "Thanh tra Bộ có trách nhiệm": the name ends with the office to which it belongs.
    const ends = HEADS.has(next.key) && last !== undefined && !/^\p{Lu}/u.test(text.slice(last.start));
    const own = last?.joined === true && !ends ? rest : [next];
    // "Hội đồng Giáo sư cơ sở", "Hội đồng Giáo sư nhà nước": the level tells the two apart.
    const behind = words.slice(at + length + own.length, at + length + own.length + 2);
    const level = TIERS.has(behind.map(({ key }) => key).join(' ')) ? behind : [];
    const name = [...head, ...own, ...level].map(({ key }) => key).join(' ');
    const taken = length + own.length + level.length;
    return { name, taken: taken + tailAt(text, words, at + taken) };
  }
  return null;
}

/** Each group with whether it does what the clause says, as far as the words around it tell. */
export type GroupRole = Group & { readonly role: 'agent' | 'other' };

const AGENT_BEFORE = /(?:^|[\s,;(])(?:do|bởi|được|bị|phân công|giao|yêu cầu|mời)\s*$/iu;
const OTHER_BEFORE =
  /(?:^|[\s,;(])(?:cho|với|của|về|tới|đến|từ|trong|tại|ở|thuộc|gửi|trình|gồm|theo|sang|lên|xuống|báo cáo|nộp|cử|hướng dẫn|kèm cặp|là|qua|vào|quản lý|kiểm tra|giám sát|thông báo|đền bù|cấp|bổ nhiệm|tuyển dụng|xin|khỏi|ngoài|đánh giá|theo dõi|xếp loại|xử lý|công nhận|sử dụng|tiếp nhận|đại diện|giám đốc thẩm|bãi nhiệm|miễn nhiệm)\s*$/iu;
const SAME_PHRASE = /^(?:\s*(?:,|và|hoặc|hay|-)?\s*)$/iu;

/** Those who can act, or have something done to them. */
const ACTORS: ReadonlySet<GroupKind> = new Set(['staff', 'learner', 'title', 'body', 'generic']);

/** Reads who acts in a clause: what stands before its verb, or behind "do"; all else is other. */
export function rolesIn(clause: string): readonly GroupRole[] {
  const roles: GroupRole[] = [];
  let isFirst = true;
  let colon = -1;
  for (const group of groupsIn(clause)) {
    if (!ACTORS.has(group.kind)) continue;
    const last = roles.at(-1);
    const before = clause.slice(0, group.start);
    // Behind a comma or colon a thought begins anew: "Trình độ trung cấp: công chức …".
    const turn = Math.max(
      ...[...before.matchAll(/[,:;]|(?<!\p{L})(?:thì|mà|nếu|khi)(?!\p{L})/gu)].map(({ index }) => index),
      -1,
    );
    if (turn > colon && !SAME_PHRASE.test(clause.slice(last?.end ?? 0, group.start))) {
      colon = turn;
      isFirst = true;
    }
    if (last !== undefined && SAME_PHRASE.test(clause.slice(last.end, group.start))) {
      roles.push({ ...group, role: last.role });
    } else if (AGENT_BEFORE.test(before)) {
      // "Công chức được Chủ tịch cử đi": whoever stood first is the one to whom it is done.
      for (const [at, one] of roles.entries()) roles[at] = { ...one, role: 'other' };
      roles.push({ ...group, role: 'agent' });
      isFirst = false;
    } else if (OTHER_BEFORE.test(before) || !isFirst) {
      // "thành lập Hội đồng kỷ luật để tư vấn": who is set up to do it does it.
      const does = /^(?:\s\p{L}+){0,3}?\s(?:để|nhằm)\s/u.test(clause.slice(group.end));
      roles.push({ ...group, role: does ? 'agent' : 'other' });
      isFirst = false;
    } else {
      roles.push({ ...group, role: 'agent' });
      isFirst = false;
    }
  }
  return roles;
}
