import type { RelationTarget } from '../../domain/validity.ts';
import type { ProvisionReference } from '../../vietnamese/provisionReferences.ts';
import type { DocumentMention } from './documentMentions.ts';
import {
  type Extent,
  extentOf,
  lastOf,
  meansWords,
  type NamedPlace,
  type OwnProvisions,
  placesOf,
  provisionsOf,
} from './places.ts';

/** One thing that a clause changes: a document, or provisions of it. */
export type Item = {
  /** `null`: the document that the words around the clause speak of. */
  readonly target: RelationTarget | null;
  readonly places: readonly NamedPlace[];
  /** The attached regulation in which the provisions stand: `Quy chế`. */
  readonly annex: string | null;
  /** How much of the document is meant, where no provision of it is named. */
  readonly extent: Extent;
  /** Only words of it are meant: "cụm từ ¤ tại". */
  readonly ofWords: boolean;
};

/** What a document in a row of them is: changed itself, part of another one's title, or one that only amended another. */
type Level = 'item' | 'title' | 'amending';

/** A sentence with what it names. */
export type Sentence = {
  readonly words: string;
  readonly documents: readonly DocumentMention[];
  readonly provisions: readonly ProvisionReference[];
};

/** Another document has changed it before. */
const PASSIVE = /được\s+(?:sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính)/u;
const ANNEX =
  /(?<![\p{L}])(Quy chế|Quy định|Điều lệ|Nội quy|Quy trình|Danh mục|Chương trình|Kế hoạch|Đề án|Quy chuẩn kỹ thuật|Phụ lục)(?![\p{L}])[^;]*?\s(?:được\s+)?(?:ban hành\s+)?kèm theo\s*$/u;

/**
 * What stands between two places of a sentence: documents in a row, each with the provisions named before it. A
 * document inside another one's title ("… sửa đổi Nghị định số …", "… hướng dẫn Luật …") is no item, nor is one that
 * only amended another.
 */
export function itemsOf(sentence: Sentence, start: number, end: number): readonly Item[] {
  const row = rowOf(sentence, start, end);
  const items = row.flatMap(({ level, item }) => (level === 'item' && item !== null ? [item] : []));
  const { words, provisions } = sentence;
  const [first] = row;
  if (items.length > 0 || (first !== undefined && first.level !== 'amending')) return items;
  // "khoản 3 Điều 5 đã được sửa đổi tại khoản 1 Điều 1 Nghị định số …": what the words around speak of, as amended.
  const named = beforeAmenders(words.slice(start, end));
  const own = provisionsOf(named, start, provisions, true);
  return own.references.length === 0 ? [] : [itemFor(null, named, own)];
}

/** What a sentence names before it tells who amended that. */
export function beforeAmenders(words: string): string {
  const amended = PASSIVE.exec(words);
  return amended === null ? words : words.slice(0, amended.index);
}

/**
 * The documents that have only amended the ones in front of them: "… được sửa đổi, bổ sung bởi Nghị định số …". A law that
 * is said to have amended something between a decree and its own number amended the law that the decree guides.
 */
export function amendersIn(sentence: Sentence): readonly RelationTarget[] {
  if (!/được\s+(?:sửa đổi|bổ sung)/u.test(sentence.words)) return [];
  const row = rowOf(sentence, 0, sentence.words.length);
  let amended: RelationTarget | null = null;
  return row.flatMap(({ level, target }) => {
    if (level === 'item') amended = target;
    return level === 'amending' && (amended === null || isLaw(amended) === isLaw(target)) ? [target] : [];
  });
}

function isLaw({ number }: RelationTarget): boolean {
  return number === null || /\/(?:UBTV)?QH\d*$/u.test(number);
}

type InRow = { readonly level: Level; readonly target: RelationTarget; readonly item: Item | null };

function rowOf({ words, documents, provisions }: Sentence, start: number, end: number): readonly InRow[] {
  const within = documents.filter((mention) => mention.start >= start && mention.end <= end);
  const row: InRow[] = [];
  let from = start;
  let level: Level = 'item';
  let leading: Item | undefined;
  for (const [at, { target, start: begins, end: ends }] of within.entries()) {
    const between = words.slice(from, begins);
    const own = provisionsOf(between, from, provisions, at === 0 || from === start);
    const previous = within[at - 1]?.target ?? null;
    level = at === 0 ? firstLevel(between) : levelOf(between, own, level, previous);
    // "A, B sửa đổi A, C hết hiệu lực": behind the title that names one of the row again, and no more, the row goes on.
    const isLone = row.at(-1)?.level === 'title' && row.at(-2)?.level !== 'title';
    if (isLone && between.trim() === ',' && isNamed(row, previous)) level = 'item';
    const item = level === 'item' ? itemFor(target, between, own, leading) : null;
    leading ??= item ?? undefined;
    row.push({ level, target, item });
    from = ends;
  }
  return row;
}

function isNamed(row: readonly InRow[], target: RelationTarget | null): boolean {
  const key = target?.numberKey ?? null;
  return key !== null && row.some(({ level, target: own }) => level === 'item' && own.numberKey === key);
}

function firstLevel(between: string): Level {
  return PASSIVE.test(between) ? 'amending' : 'item';
}

function levelOf(between: string, own: OwnProvisions, before: Level, previous: RelationTarget | null): Level {
  const names = own.references.length > 0;
  const lead = (names ? own.lead : between).trim();
  if (/;(?:\s*và)?$/u.test(lead)) return 'item';
  // A bare comma or "và" goes on with whatever the document before it was.
  if (/^,?(?:\s*và)?(?:\s*số)?$/u.test(lead)) return before;
  if (PASSIVE.test(between)) return 'amending';
  if (/,$/u.test(lead)) return before === 'amending' ? 'amending' : 'item';
  if (/\svà$/u.test(lead)) {
    if (before === 'amending') return 'amending';
    if (names) return 'item';
    return before === 'title' && previous?.number != null ? 'title' : 'item';
  }
  return ANNEX.test(between) && before === 'item' && /^[;,]/u.test(between.trim()) ? 'item' : 'title';
}

/** What is said before the first of a row ("một số điều của …") holds for the others too. */
function itemFor(target: RelationTarget | null, stretch: string, own: OwnProvisions, first?: Item): Item {
  const { references, lead } = own;
  const attached = target === null ? null : (ANNEX.exec(stretch)?.[1] ?? null);
  const namesAnnex = references.some(({ path: [largest] }) => largest?.startsWith('Phụ lục'));
  const words = first === undefined ? lead : lastOf(lead);
  const plain = attached === null ? words : words.replace(new RegExp(`${attached}.*`, 'u'), '');
  // "Thay cụm từ ¤ bằng cụm từ ¤ tại Điều 5 Luật …; Điều 10 Luật …": words of the second one too.
  const places = placesOf(stretch, own, first?.ofWords === true ? `¤ ${plain}` : plain);
  const extent = first === undefined ? extentOf(plain) : first.extent;
  const ofWords = first?.ofWords ?? meansWords(plain);
  return { target, places, annex: namesAnnex ? null : attached, extent, ofWords };
}
