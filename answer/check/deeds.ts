import type { Clause } from './clauses.ts';
import { type Group, type GroupKind, groupsIn } from './groups.ts';
import type { FailureReason } from './reasons.ts';
import { remembered } from './remembered.ts';
import { spell } from './spell.ts';
import { coverage, type Held, heldBy, type Word, wordsOf } from './words.ts';

/** Who does something, and the words of what is done. */
type Deed = {
  readonly names: ReadonlySet<string>;
  readonly isSure: boolean;
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
};

/** A deed of a provision, ready to be held against what a sentence says. */
export type WrittenDeed = {
  readonly names: ReadonlySet<string>;
  readonly held: Held;
  /** The words with which the deed and what is joined to it begin: its verbs. */
  readonly verbs: ReadonlySet<string>;
  readonly written: string;
};

const ACTORS: ReadonlySet<GroupKind> = new Set(['staff', 'learner', 'title', 'body', 'generic']);
/** Told so loosely that any of them may stand for another. */
const LOOSE = new Set(['cơ quan', 'đơn vị', 'tổ chức', 'cá nhân', 'hội đồng']);

const BY = /(?:^|[\s,;(])(?:do|bởi|là do)\s*(?:các |những )?$/iu;
const PASSIVE = /(?:^|[\s,;(])(?:được|bị)\s*$/iu;
const OPENS =
  /(?:^|[,;:.(]|(?<!\p{L})(?:thì|mà|nếu|khi|trường hợp|còn|nhưng|riêng|đối với|với|chỉ có|chỉ|việc|cả|vì|để))\s*(?:các |những |mỗi |mọi |từng |toàn thể |một |ông |cả |\d+ )*$/iu;
const BELONGS =
  /(?<!\p{L})(?:của|cho|với|về|tại|ở|thuộc|theo|từ|đến|trong|là|gồm|tới|vào|qua|bởi|đại diện|có cả|lãnh đạo|thành viên)\s*(?:các |những |mỗi |mọi |một )*$/iu;
/** One who is asked, told or allowed to act: "trình Hiệu trưởng phê duyệt". */
const PIVOT =
  /(?<!\p{L})(?:trình|đề nghị|báo cáo|kiến nghị|yêu cầu|giao|chỉ đạo|phân công|hướng dẫn|giúp|mời|ủy quyền|tham mưu|tham mưu cho|với)\s*(?:các |những |cấp )*$/iu;
const NO_VERB =
  /^\s*(?:[,;.:)]|$|(?:của|về|theo|trong|tại|ở|để|và|hoặc|trước|sau|khi|từ|nơi|là|cùng|thì|qua|bằng|cho|đến|như)(?!\p{L}))/iu;
const SAME_PHRASE =
  /^(?:\s*(?:,|;|và|hoặc|hay|-|cùng|\/)?\s*(?:các |những |cấp |một )?)$|^\s\p{Lu}[\p{L}\s]{0,60}(?:,|và)\s*$/u;

type Unit = { readonly groups: readonly Group[]; readonly role: Role };
/** `object`: not the one who acts, yet what follows may be told of them; `by`: behind "do"; `passive`: behind "được". */
type Role = 'agent' | 'by' | 'passive' | 'pivot' | 'object' | 'other';

const TOPIC = /^(?:trên cơ sở|theo|căn cứ|sau khi|trước khi|khi|trong|tại|qua|nếu)\s[^,;.]*$/iu;

/** "Trên cơ sở đề xuất của Hội đồng, người đứng đầu phê duyệt": behind the comma someone else acts. */
function opensAnew(text: string, before: readonly Group[], between: string, group: Group): boolean {
  if (before.length > 1 || !/^\s*,\s*$/u.test(between) || !ACTORS.has(group.kind)) return false;
  const acts = !NO_VERB.test(text.slice(group.end));
  return acts && TOPIC.test(text.slice(0, before[0]?.end ?? 0));
}

function unitsIn(text: string): readonly Unit[] {
  const units: { groups: Group[]; role: Role }[] = [];
  for (const group of groupsIn(text)) {
    const last = units.at(-1);
    const end = last?.groups.at(-1)?.end;
    if (last !== undefined && end !== undefined) {
      const between = text.slice(end, group.start);
      if (SAME_PHRASE.test(between) && !opensAnew(text, last.groups, between, group)) {
        last.groups.push(group);
        continue;
      }
    }
    if (!ACTORS.has(group.kind)) continue;
    const before = text.slice(0, group.start);
    const acts = !NO_VERB.test(text.slice(group.end));
    if (BY.test(before)) units.push({ groups: [group], role: 'by' });
    else if (PASSIVE.test(before) && acts) units.push({ groups: [group], role: 'passive' });
    else if (PIVOT.test(before)) units.push({ groups: [group], role: acts ? 'pivot' : 'other' });
    else if (OPENS.test(before)) units.push({ groups: [group], role: 'agent' });
    else units.push({ groups: [group], role: BELONGS.test(before) ? 'other' : 'object' });
  }
  return units;
}

/** Who is asked decides, not who asks: "đề nghị Chủ tịch quyết định". */
const isAsked = (text: string, { groups }: Unit): boolean =>
  /(?:trình|đề nghị|kiến nghị|báo cáo)\s*$/iu.test(text.slice(0, groups[0]?.start ?? 0));

const ACTING: ReadonlySet<Role> = new Set(['agent', 'by', 'passive']);

/** "Vụ trưởng Vụ Pháp chế" is one: what stands side by side is joined by `+`. */
function namesOf(text: string, groups: readonly Group[]): readonly string[] {
  const names: string[] = [];
  for (const [at, group] of groups.entries()) {
    const before = groups[at - 1];
    const isOne = before !== undefined && /^\s(?:của\s|cấp\s)?$/u.test(text.slice(before.end, group.start));
    const last = names.at(-1);
    if (isOne && last !== undefined) names.splice(-1, 1, `${last}+${group.name}`);
    else if (ACTORS.has(group.kind)) names.push(specific(text, group));
  }
  return names;
}

const RELATED = spell('liên');

/** "cơ quan chủ quản", "cơ quan đại diện": what stands behind a loose word tells which is meant. */
function specific(text: string, { name, end }: Group): string {
  if (name.startsWith('bên ')) {
    const behind = text.slice(end).match(/^(?:\s\p{L}+){1,3}/u)?.[0] ?? '';
    const words = wordsOf(behind);
    const stop = words.findIndex(({ weight }) => weight === 0);
    return [name, ...words.slice(0, stop === -1 ? words.length : stop).map(({ key }) => key)].join(' ');
  }
  if (!LOOSE.has(name)) return name;
  const [first, second] = wordsOf(text.slice(end, end + 24));
  if (
    first === undefined ||
    second === undefined ||
    first.weight < 0.3 ||
    first.key === RELATED ||
    !second.joined
  )
    return name;
  return /^\s/u.test(text.slice(end)) ? `${name} ${first.key} ${second.key}` : name;
}

/** Whether two names may mean the same: one may leave out what the other adds. */
function isSame(one: string, other: string): boolean {
  if (one === other) return true;
  if ([one, other].some((name) => BODIES.has(name) && one.startsWith(name) && other.startsWith(name)))
    return true;
  if (one.startsWith('bên ')) return one.startsWith(other) || other.startsWith(one);
  const [a = [], b = []] = [one, other].map((name) => {
    const parts = name.split('+');
    const telling = parts.filter((part) => !LOOSE.has(part));
    return telling.length === 0 ? parts : telling;
  });
  const [x, y] = [a, b].map((parts) => parts.filter((part) => !LEVELS.has(part)));
  // Where only one names a level, the other leaves it out.
  if (
    x !== undefined &&
    y !== undefined &&
    x.length > 0 &&
    y.length > 0 &&
    (x.length === a.length || y.length === b.length)
  )
    return x.every((part) => y.includes(part)) || y.every((part) => x.includes(part));
  return a.every((part) => b.includes(part)) || b.every((part) => a.includes(part));
}

const startsLoose = (name: string): boolean => [...LOOSE].some((loose) => name.startsWith(loose));
const LEVELS = new Set([
  'tỉnh',
  'xã',
  'phường',
  'huyện',
  'trung ương',
  'thành phố',
  'thôn',
  'khu phố',
  'quân khu',
]);
const isLoose = (name: string): boolean => name.split('+').every((part) => LOOSE.has(part));

const deedsIn: (text: string) => readonly Deed[] = remembered(readDeeds);

function readDeeds(text: string): readonly Deed[] {
  const units = unitsIn(text);
  const spanOf = ({ groups }: Unit) => ({
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
  });
  const deeds: Deed[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit.role === 'other') continue;
    // "Người mới tuyển dụng được công chức kèm cặp": whoever stood first is the one to whom it is done.
    const passive = units[at + 1];
    const isPatient = unit.role === 'agent' && passive?.role === 'passive';
    // "Viên chức bị Tòa án kết án thì thôi giữ chức vụ": behind "thì" it is told of them again.
    const again = isPatient ? text.indexOf(' thì ', spanOf(passive).end) : -1;
    if (isPatient && again === -1) continue;
    const { start } = spanOf(unit);
    const end = isPatient ? again + 5 : spanOf(unit).end;
    const next = units
      .slice(at + 1)
      .find(
        (one) =>
          spanOf(one).start >= end && (ACTING.has(one.role) || (one.role === 'pivot' && isAsked(text, one))),
      );
    const stop = next === undefined ? text.length : spanOf(next).start;
    const breakBehind = (
      unit.role === 'passive' && units[at - 1]?.role === 'agent' ? /[;.]\s|\sthì\s/u : /[;.]\s/u
    ).exec(text.slice(end, stop));
    const texts = [text.slice(end, breakBehind === null ? stop : end + breakBehind.index)];
    if (unit.role === 'by' || unit.role === 'passive') {
      const before = units.slice(0, at).findLast(({ role }) => ACTING.has(role));
      const from = before !== undefined && before.role !== 'agent' ? spanOf(before).end : 0;
      const behind = text.slice(from, start);
      texts.push(behind.slice(Math.max(behind.lastIndexOf('; '), behind.lastIndexOf('. '), 0)));
    }
    deeds.push({
      names: new Set(namesOf(text, unit.groups)),
      isSure: unit.role !== 'object',
      start,
      end,
      texts,
    });
  }
  return deeds;
}

/** "Trách nhiệm của người được cử đi học": who does what the clauses below say without a subject. */
const OF_WHOM = /(?:trách nhiệm|quyền lợi|quyền|quyền hạn|nghĩa vụ|nhiệm vụ|thẩm quyền) của\s/iu;

const DOES = /(?<!\p{L})(?:có|phải|chịu|được|thực hiện|quyết định|sau|gồm|khi|nếu|thì)(?!\p{L})/iu;

/** Who acts in a clause that names nobody, as the words above it tell. */
function inherited({
  above,
  leads,
}: Clause): { readonly names: ReadonlySet<string>; readonly text: string } | null {
  for (const [at, text] of above.entries()) {
    const whom = text.search(OF_WHOM);
    const deed = at < leads ? deedsIn(text).findLast(({ isSure }) => isSure) : undefined;
    if (deed !== undefined) {
      // "Các Bộ, cơ quan ngang Bộ, Ủy ban nhân dân các tỉnh": a lead that does nothing but name.
      const names = DOES.test(text) ? [] : namesOf(text, groupsIn(text));
      return { names: new Set([...deed.names, ...names]), text };
    }
    if (whom === -1) continue;
    const tail = text.slice(whom);
    const names = namesOf(tail, unitsIn(tail)[0]?.groups ?? []);
    if (names.length > 0) return { names: new Set(names), text };
  }
  return null;
}

/** Who does what in the clauses of a provision. */
export function writtenDeeds(clauses: readonly Clause[]): readonly WrittenDeed[] {
  let last: { readonly line: string; readonly names: ReadonlySet<string> } | null = null;
  return clauses
    .filter(({ kind }) => kind === 'own')
    .flatMap((clause) => {
      const own = deedsIn(clause.text);
      const line = [clause.source.id, ...clause.labels].join();
      // Behind a semicolon a clause without a subject has that of the one before.
      const carried = last?.line === line && /^\p{Ll}/u.test(clause.text) ? last.names : null;
      const opening =
        own.find(({ isSure, start }) => isSure && start < 3)?.names ??
        carried ??
        own.find(({ isSure }) => isSure)?.names ??
        null;
      last = opening === null ? null : { line, names: opening };
      const made = own.map(({ names, texts }) => ({
        names,
        held: heldBy(texts),
        verbs: verbsIn(texts),
        written: [...names].join(', '),
      }));
      const first = own.find(({ isSure }) => isSure)?.start ?? Number.POSITIVE_INFINITY;
      const weight = wordsOf(clause.text.slice(0, Math.min(first, clause.text.length))).reduce(
        (sum, word) => sum + word.weight,
        0,
      );
      const above = weight < 1 ? null : carried === null ? inherited(clause) : { names: carried, text: '' };
      if (above === null) return made;
      const held = heldBy([clause.text, above.text]);
      const verbs = verbsIn([clause.text, above.text]);
      return [...made, { names: above.names, held, verbs, written: [...above.names].join(', ') }];
    });
}

/** Joined deeds begin behind these. */
const JOINTS = /[,;:]\s+|\s(?:và|hoặc|để|rồi|đồng thời|thì|phải|được|có trách nhiệm|có quyền|có thể)\s/u;
const OPENING = 4;

function verbsIn(texts: readonly string[]): ReadonlySet<string> {
  const openings = texts
    .flatMap((text) => text.split(JOINTS))
    .map((text) =>
      wordsOf(text)
        .filter(({ weight }) => weight > 0)
        .slice(0, OPENING),
    );
  return new Set(openings.flat().map(({ key }) => key));
}

/** What is done differs, where the deed does not begin with the verb that is said. */
const OTHER_VERB = 0.25;

/** The verb stands first: it counts more than what follows. */
const VERB = 2;
const VERB_WORDS = 3;
/** "cơ quan thanh tra" may be the one that is meant. */
const LOOSELY = 0.8;
const SURE = 0.7;
const MARGIN = 0.28;
/** Where only the other does what the verb says, less is enough. */
const SURE_BY_VERB = 0.6;
const MARGIN_BY_VERB = 0.2;

function share(words: readonly Word[], held: Held): number {
  const covered = coverage(words, held);
  let at = 0;
  let whole = 0;
  let sum = 0;
  for (const [index, { weight, key }] of words.entries()) {
    if (key === '' || (weight === 0 && at >= VERB_WORDS)) continue;
    const heavy = Math.max(weight, 0.1) * (at < VERB_WORDS ? VERB : 1);
    if (weight > 0) at += 1;
    whole += heavy;
    sum += heavy * (covered[index] ?? 0);
  }
  return whole === 0 ? 0 : sum / whole;
}

/** Whoever it is: only the verb tells that they, and no other, do it. */
const WHOEVER: ReadonlySet<string> = new Set(['cấp có thẩm quyền']);

/** A deed told in fewer words is no deed to go by; of a body known by half its name, in more. */
const LEAST = 1.2;
const LEAST_OF_BODY = 2.5;
/** Bodies of which a provision mostly has one: told by the head of the name alone. */
const BODIES: ReadonlySet<string> = new Set(['hội đồng']);
const BODY = /^(hội đồng)(?= )/u;

function isKnown(name: string, scope: Held): boolean {
  const [first = ''] = name.split('+');
  return (
    scope.singles.has(`*${first}`) ||
    scope.text.includes(
      ` ${wordsOf(name)
        .map(({ key }) => key)
        .join(' ')} `,
    )
  );
}

/** Someone of a sentence whose deed is another's in the provision. */
export function deedsBetween(
  part: string,
  written: readonly WrittenDeed[],
  scope: Held,
): { readonly swapped: FailureReason | null; readonly sure: ReadonlySet<string> } {
  const sure = new Set<string>();
  let swapped: FailureReason | null = null;
  for (const { names, texts, isSure, start, end } of deedsIn(part)) {
    if (!isSure) continue;
    const own = [...names]
      // "Hội đồng họp khi …", of one Hội đồng: what stands behind may be no name.
      .map((name) => (BODY.test(name) && !isKnown(name, scope) ? (BODY.exec(name)?.[1] ?? name) : name))
      .filter((name) => (!isLoose(name) || BODIES.has(name)) && isKnown(name, scope));
    if (own.length === 0) continue;
    const isOffice = own.every(startsLoose);
    const words = texts.flatMap(wordsOf);
    const least = own.every((name) => BODIES.has(name)) ? LEAST_OF_BODY : LEAST;
    if (words.reduce((sum, { weight }) => sum + weight, 0) < least) {
      for (const name of own) for (const part of name.split('+')) sure.add(part);
      continue;
    }
    const verb = words.find(({ weight }) => weight > 0);
    let [same, other] = [0, 0];
    let [isOwnVerb, isOthersVerb] = [false, false];
    let instead = '';
    for (const deed of written) {
      const isVerb = verb === undefined || deed.verbs.has(verb.key);
      const value = share(words, deed.held);
      const inOwn = value - (isVerb ? 0 : OTHER_VERB);
      if (own.some((name) => [...deed.names].some((one) => isSame(name, one)))) {
        same = Math.max(same, inOwn);
        isOwnVerb ||= isVerb;
      } else if ([...deed.names].every((name) => isLoose(name) || (!isOffice && startsLoose(name)))) {
        same = Math.max(same, LOOSELY * inOwn);
      } else {
        if (value <= other || (!isVerb && [...deed.names].every((name) => WHOEVER.has(name)))) continue;
        isOthersVerb = isVerb;
        other = value;
        instead = deed.written;
      }
    }
    if (same >= other && (isOwnVerb || !isOthersVerb))
      for (const name of own) for (const part of name.split('+')) sure.add(part);
    const [sureAt, margin] = isOthersVerb && !isOwnVerb ? [SURE_BY_VERB, MARGIN_BY_VERB] : [SURE, MARGIN];
    if (other >= sureAt && other - same >= margin) {
      swapped ??= { kind: 'swapped_subject', found: part.slice(start, end), instead };
    }
  }
  return { swapped, sure };
}
