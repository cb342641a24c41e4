import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { ProvisionReference } from '../../vietnamese/provisionReferences.ts';
import { SELF } from './verbs.ts';

/** `all`: the thing whole; `part`: "một số điều của", a phrase in it; `matter`: "quy định về …", told in words. */
export type Extent = 'all' | 'part' | 'matter';

/** A provision that a clause names, and how much of it is meant. */
export type NamedPlace = {
  readonly path: ProvisionPath;
  readonly extent: Extent;
  /** The words between the provision before it and this one: " vào sau ". */
  readonly lead: string;
};

/** Words between a verb and what it changes that add nothing. */
const GLUE = new Set(
  (
    'các những toàn bộ văn quy định nội dung bản phạm pháp luật sau đây này cho của tại thuộc ở trong đối với đã và ' +
    'hiệu lực thi hành nêu được về việc từ gồm một số nghị quyết thông tư chỉ thị liên tịch'
  ).split(' '),
);
const SOME =
  /(?:một số|một phần|vài)\s+(?:điều|khoản|điểm|nội dung|quy định|từ|cụm từ|điểm, khoản|khoản, điều|khoản, điểm)/iu;
const PHRASE =
  /(?<![\p{L}])(?:cụm từ|từ ¤|chữ ¤|số ¤|đoạn|tên|tiêu đề|tên gọi|câu|dấu|ký hiệu|căn cứ|¤)(?![\p{L}])/iu;
/** "Thay thế Phụ lục II bằng Phụ lục I kèm theo Nghị định này", "Chuyển khoản 3 thành khoản 4": the new one is not changed. */
const BECOMES = /(?<!\p{L})(?:bằng|thành)\s+(?:các\s+)?$/u;
const OWN = new RegExp(`^\\s*(?:của\\s+|tại\\s+|thuộc\\s+)?${SELF}`, 'u');

/** The provisions that a stretch names, and where it begins. */
export type OwnProvisions = {
  readonly references: readonly ProvisionReference[];
  /** Where the stretch begins, as the references count. */
  readonly offset: number;
  /** The words before the first of them, or all where there are none. */
  readonly lead: string;
};

/** The provisions named in a stretch; behind another document only those that follow the last "; ", ", " or "và". */
export function provisionsOf(
  stretch: string,
  offset: number,
  provisions: readonly ProvisionReference[],
  isFirst: boolean,
): OwnProvisions {
  const inside = provisions.filter(
    (reference) =>
      reference.start >= offset &&
      reference.end <= offset + stretch.length &&
      !reference.path.some((label) => label.endsWith(' này')) &&
      !OWN.test(stretch.slice(reference.end - offset)) &&
      !BECOMES.test(stretch.slice(0, reference.start - offset)),
  );
  const none = { references: [], offset, lead: stretch };
  const [first] = inside;
  if (first === undefined) return none;
  const lead = stretch.slice(0, first.start - offset);
  if (isFirst || /(?:[;,]|(?:^|\s)và)\s*$/u.test(lead)) return { references: inside, offset, lead };
  const later = inside.find(({ start }) => /(?:;|,\s*và)\s*$/u.test(stretch.slice(0, start - offset)));
  if (later === undefined) return none;
  return {
    references: inside.filter(({ start }) => start >= later.start),
    offset,
    lead: stretch.slice(0, later.start - offset),
  };
}

/** "tên Điều 10", "đoạn mở đầu khoản 1": only of the provision behind it is this said, not of the ones that follow. */
const LOCAL =
  /(?<!\p{L})(?:tên(?: gọi)?|tiêu đề|(?:các )?đoạn(?!\s*¤)(?:\s(?!tại|trong)[^,;\s¤]+){0,4}?)\s*(?:(?:của|tại|trong)\s*)?$/iu;
/** "đoạn mở đầu và điểm a khoản 1", "tên Điều và khoản 1 Điều 6": of what holds the provision behind it. */
const LOCAL_OF_PARENT =
  /(?<!\p{L})(?:tên(?: gọi)?|tiêu đề|(?:các )?đoạn(?!\s*¤)(?:\s[^,;\s¤]+){1,4}?)(?:\s(?:điều|chương|mục|khoản))?\s*(?:,|,?\s(?:và|cùng))\s*$/iu;
/** "Bỏ tại khoản 2 Điều 5 cụm từ ¤": what follows tells that only words of it are meant. */
const PHRASE_BEHIND = /^\s*(?:các\s+)?(?:cụm từ|từ|chữ|đoạn|câu|dấu)\s*¤/iu;

/** The places that a stretch names, each with how much of it is meant; `lead`: the words that tell it of the first. */
export function placesOf(
  stretch: string,
  { references, offset }: OwnProvisions,
  lead: string,
): readonly NamedPlace[] {
  const places: NamedPlace[] = [];
  const [first] = references;
  const last = references.at(-1);
  if (first === undefined || last === undefined) return places;
  const ofParent = LOCAL_OF_PARENT.exec(lead);
  if (ofParent !== null && first.path.length > 1) {
    places.push({ path: first.path.slice(0, -1), extent: 'part', lead: '' });
  }
  const rest = ofParent === null ? lead : lead.slice(0, ofParent.index);
  // "cụm từ ¤ tại khoản 1, khoản 3 Điều 4" is said of each, "tên Điều 10, khoản 1 Điều 10" of the first only.
  const spread = PHRASE_BEHIND.test(stretch.slice(last.end - offset))
    ? 'part'
    : extentOf(rest.replace(LOCAL, ''));
  let before: ProvisionReference | undefined;
  let extent: Extent = spread;
  let between = lead;
  for (const reference of references) {
    const { path, start } = reference;
    if (before === undefined) extent = spread === 'all' ? extentOf(rest) : spread;
    else if (before.start !== start) {
      between = stretch.slice(before.end - offset, start - offset);
      // "Chương III gồm các điều từ Điều 19 đến Điều 50" names one thing twice: nothing joins the two.
      extent = spread === 'all' ? extentOf(JOINT.test(between) ? lastOf(between) : '') : spread;
    }
    places.push({ path, extent, lead: between });
    before = reference;
  }
  return places;
}

const JOINT = /[;,]|(?:^|\s)(?:và|hoặc|cùng)\s/u;

/** What stands behind the last joint of a row. */
export function lastOf(words: string): string {
  return (/[^;,]*$/u.exec(words)?.[0] ?? '').replace(/^.*\svà(?=\s|$)/u, '');
}

/** Whether only words of a thing are meant: "cụm từ ¤ tại". */
export function meansWords(lead: string): boolean {
  return /(?<!\p{L})cụm từ(?!\p{L})|¤/iu.test(lead);
}

/** How much of a thing the words in front of it mean. */
export function extentOf(lead: string): Extent {
  if (SOME.test(lead) || PHRASE.test(lead)) return 'part';
  const words = lead.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => GLUE.has(word)) ? 'all' : 'matter';
}
