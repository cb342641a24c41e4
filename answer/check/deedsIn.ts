import { remembered } from '../../vietnamese/remembered.ts';
import { type Group, type GroupKind, groupsIn } from './groups.ts';
import { spell } from './spell.ts';
import { wordsOf } from './words.ts';

/** Who does something, and the words of what is done. */
export type Deed = {
  readonly names: ReadonlySet<string>;
  readonly isSure: boolean;
  /** Told by a noun: "ý kiến thống nhất của Bộ Tài chính". */
  readonly isNominal: boolean;
  /** What somebody else does to them: "bị (Tòa án) kết án". */
  readonly isSuffered?: true;
  readonly start: number;
  readonly end: number;
  readonly texts: readonly string[];
};

const ACTORS: ReadonlySet<GroupKind> = new Set(['staff', 'learner', 'title', 'body', 'generic']);
/** Told so loosely that any of them may stand for another. */
export const LOOSE = new Set(['cơ quan', 'đơn vị', 'tổ chức', 'cá nhân', 'hội đồng']);

const BY = /(?:^|[\s,;(])(?:do|bởi|là do)\s*(?:các |những )?$/iu;
const PASSIVE = /(?:^|[\s,;(])(?:được|bị)\s*$/iu;
const OPENS =
  /(?:^|[,;:.(]|(?<!\p{L})(?:thì|mà|nếu|khi|trường hợp|còn|nhưng|riêng|đối với|với|chỉ có|chỉ|việc|cả|vì|để))\s*(?:các |những |mỗi |mọi |từng |toàn thể |một |ông |cả |\d+ )*$/iu;
const BELONGS =
  /(?<!\p{L})(?:của|cho|với|về|tại|ở|thuộc|theo|từ|đến|trong|là|gồm|tới|vào|qua|bởi|đại diện|có cả|lãnh đạo|thành viên)\s*(?:các |những |mỗi |mọi |một )*$/iu;
/** One who is asked, told or allowed to act: "trình Hiệu trưởng phê duyệt". */
const PIVOT =
  /(?<!\p{L})(?:trình|đề nghị|báo cáo|kiến nghị|yêu cầu|giao|chỉ đạo|phân công|hướng dẫn|mời|ủy quyền|với)\s*(?:các |những |cấp )*$/iu;
const NO_VERB =
  /^\s*(?:[,;.:)]|$|(?:của|về|theo|trong|tại|ở|để|và|hoặc|trước|sau|khi|từ|nơi|là|cùng|thì|qua|bằng|cho|đến|như)(?!\p{L}))/iu;
const SAME_PHRASE =
  /^(?:\s*(?:,|;|và|hoặc|hay|-|cùng|\/)?\s*(?:các |những |cấp |một )?)$|^\s\p{Lu}[\p{L}\s]{0,60}(?:,|và)\s*$/u;

/** "đối với công chức do mình bổ nhiệm": whoever was named before appoints them. */
const OF_ITS_OWN = /^\s(?:do|bởi) (?:chính )?(?:mình|bản thân|họ)(?!\p{L})/iu;

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

/** Where the list that begins with a group ends: "các cơ quan, đơn vị thuộc quyền". */
function listEnd(text: string, groups: readonly Group[], at: number): number {
  let end = groups[at]?.end ?? 0;
  for (const next of groups.slice(at + 1)) {
    if (!SAME_PHRASE.test(text.slice(end, next.start))) break;
    end = next.end;
  }
  return end;
}

export function unitsIn(text: string): readonly Unit[] {
  const units: { groups: Group[]; role: Role }[] = [];
  const groups = groupsIn(text);
  for (const [at, group] of groups.entries()) {
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
    const acts = !NO_VERB.test(text.slice(listEnd(text, groups, at)));
    if (BY.test(before)) units.push({ groups: [group], role: 'by' });
    else if (PASSIVE.test(before) && acts) units.push({ groups: [group], role: 'passive' });
    else if (OF_ITS_OWN.test(text.slice(listEnd(text, groups, at))))
      units.push({ groups: [group], role: 'object' });
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
export function namesOf(text: string, groups: readonly Group[]): readonly string[] {
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

/** Who does what in a text. */
export const deedsIn: (text: string) => readonly Deed[] = remembered(readDeeds);

/** What is someone's own is their deed too, as far as its words tell; nobody else's is told by it. */
function nominalDeed(text: string, { groups }: Unit): Deed | null {
  const [start, end] = [groups[0]?.start ?? 0, groups.at(-1)?.end ?? 0];
  const before = text.slice(0, start);
  if (!/(?<!\p{L})của\s+(?:các |những )?$/iu.test(before)) return null;
  const phrase = before.split(/[,;:.]\s+/u).at(-1) ?? '';
  return {
    names: new Set(namesOf(text, groups)),
    isSure: false,
    isNominal: true,
    start,
    end,
    texts: [phrase],
  };
}

type Span = { readonly start: number; readonly end: number };

/** What is done to the one who stands first, without those who do it: "viên chức bị (Tòa án) kết án phạt tù". */
function sufferedDeed(text: string, { groups }: Unit, patient: Span, by: Span): Deed {
  const behind = text.slice(by.end);
  const stop = behind.search(/[;.]\s/u);
  return {
    names: new Set(namesOf(text, groups)),
    isSure: false,
    isNominal: false,
    isSuffered: true,
    ...patient,
    texts: [text.slice(patient.end, by.start), stop === -1 ? behind : behind.slice(0, stop)],
  };
}

function readDeeds(text: string): readonly Deed[] {
  const units = unitsIn(text);
  const spanOf = ({ groups }: Unit) => ({
    start: groups[0]?.start ?? 0,
    end: groups.at(-1)?.end ?? 0,
  });
  const deeds: Deed[] = [];
  for (const [at, unit] of units.entries()) {
    if (unit.role === 'other') {
      const nominal = nominalDeed(text, unit);
      if (nominal !== null) deeds.push(nominal);
      continue;
    }
    // "Người mới tuyển dụng được công chức kèm cặp": whoever stood first is the one to whom it is done.
    const passive = units[at + 1];
    const isPatient = unit.role === 'agent' && passive?.role === 'passive';
    // "Viên chức bị Tòa án kết án thì thôi giữ chức vụ": behind "thì" it is told of them again.
    const again = isPatient ? text.indexOf(' thì ', spanOf(passive).end) : -1;
    if (isPatient) deeds.push(sufferedDeed(text, unit, spanOf(unit), spanOf(passive)));
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
      isNominal: false,
      start,
      end,
      texts,
    });
  }
  return deeds;
}
