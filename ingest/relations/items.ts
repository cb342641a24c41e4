import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { RelationTarget } from '../../domain/validity.ts';
import type { ProvisionReference } from '../../vietnamese/provisionReferences.ts';
import type { DocumentMention } from './documentMentions.ts';
import { SELF } from './verbs.ts';

/** One thing that a clause changes: a document, or provisions of it. */
export type Item = {
  /** `null`: the document that the words around the clause speak of. */
  readonly target: RelationTarget | null;
  readonly paths: readonly ProvisionPath[];
  /** The attached regulation in which the provisions stand: `Quy chế`. */
  readonly annex: string | null;
  /** `all`: the thing whole; `part`: "một số điều của", a phrase in it; `matter`: "quy định về …", told in words. */
  readonly extent: 'all' | 'part' | 'matter';
};

/** What a document in a row of them is: changed itself, part of another one's title, or one that only amended another. */
type Level = 'item' | 'title' | 'amending';

/** A sentence with what it names. */
export type Sentence = {
  readonly words: string;
  readonly documents: readonly DocumentMention[];
  readonly provisions: readonly ProvisionReference[];
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
const PASSIVE = /được\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)/u;
const ANNEX =
  /(?<![\p{L}])(Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Danh mục|Chương trình|Kế hoạch|Đề án|Quy chuẩn kỹ thuật|Phụ lục)(?![\p{L}])[^;]*?\s(?:được\s+)?(?:ban hành\s+)?kèm theo\s*$/u;
const OWN = new RegExp(`^\\s*(?:của\\s+|tại\\s+|thuộc\\s+)?${SELF}`, 'u');

/**
 * What stands between two places of a sentence: documents in a row, each with the provisions named before it. A
 * document inside another one's title ("… sửa đổi Nghị định số …", "… hướng dẫn Luật …") is no item, nor is one that
 * only amended another.
 */
export function itemsOf(
  { words, documents, provisions }: Sentence,
  start: number,
  end: number,
): readonly Item[] {
  const within = documents.filter((mention) => mention.start >= start && mention.end <= end);
  const items: Item[] = [];
  let from = start;
  let level: Level = 'item';
  for (const [at, mention] of within.entries()) {
    const between = words.slice(from, mention.start);
    const own = provisionsOf(between, from, provisions, at === 0 || from === start);
    level = at === 0 ? firstLevel(between) : levelOf(between, own, level, within[at - 1]?.target ?? null);
    if (level === 'item') items.push(item(mention.target, between, own, items[0]));
    from = mention.end;
  }
  if (items.length > 0 || within.length > 0) return items;
  const segment = words.slice(start, end);
  const own = provisionsOf(segment, start, provisions, true);
  return own.paths.length === 0 ? [] : [item(null, segment, own)];
}

type OwnProvisions = {
  readonly paths: readonly ProvisionPath[];
  /** The words before the first of them, or all where there are none. */
  readonly lead: string;
};

/** The provisions named in a stretch; behind another document only those that follow the last "; ", ", " or "và". */
function provisionsOf(
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
      !OWN.test(stretch.slice(reference.end - offset)),
  );
  const [first] = inside;
  if (first === undefined) return { paths: [], lead: stretch };
  const lead = stretch.slice(0, first.start - offset);
  if (isFirst || /(?:[;,]|(?:^|\s)và)\s*$/u.test(lead))
    return { paths: inside.map(({ path }) => path), lead };
  const later = inside.find(({ start }) => /(?:;|,\s*và)\s*$/u.test(stretch.slice(0, start - offset)));
  if (later === undefined) return { paths: [], lead: stretch };
  return {
    paths: inside.filter(({ start }) => start >= later.start).map(({ path }) => path),
    lead: stretch.slice(0, later.start - offset),
  };
}

function firstLevel(between: string): Level {
  return PASSIVE.test(between) ? 'amending' : 'item';
}

function levelOf(between: string, own: OwnProvisions, before: Level, previous: RelationTarget | null): Level {
  const lead = (own.paths.length > 0 ? own.lead : between).trim();
  if (/;(?:\s*và)?$/u.test(lead)) return 'item';
  // A bare comma or "và" goes on with whatever the document before it was.
  if (/^,?(?:\s*và)?$/u.test(lead)) return before;
  if (PASSIVE.test(between)) return 'amending';
  if (/,$/u.test(lead)) return before === 'amending' ? 'amending' : 'item';
  if (/\svà$/u.test(lead)) {
    if (before === 'amending') return 'amending';
    if (own.paths.length > 0) return 'item';
    return before === 'title' && previous?.number != null ? 'title' : 'item';
  }
  return ANNEX.test(between) && before === 'item' && /^[;,]/u.test(between.trim()) ? 'item' : 'title';
}

/** What is said before the first of a row ("một số điều của …") holds for the others too. */
function item(
  target: RelationTarget | null,
  stretch: string,
  { paths, lead }: OwnProvisions,
  first?: Item,
): Item {
  const attached = target === null ? null : (ANNEX.exec(stretch)?.[1] ?? null);
  const namesAnnex = paths.some(([largest]) => largest?.startsWith('Phụ lục'));
  const words =
    first === undefined ? lead : (/[^;,]*$/u.exec(lead)?.[0] ?? '').replace(/^.*\svà(?=\s|$)/u, '');
  const own = extentOf(attached === null ? words : words.replace(new RegExp(`${attached}.*`, 'u'), ''));
  const extent = first === undefined ? own : paths.length > 0 ? own : first.extent;
  return { target, paths, annex: namesAnnex ? null : attached, extent };
}

function extentOf(lead: string): Item['extent'] {
  if (SOME.test(lead) || PHRASE.test(lead)) return 'part';
  const words = lead.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.every((word) => GLUE.has(word)) ? 'all' : 'matter';
}
