import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { Relation, RelationKind, RelationTarget } from '../../domain/validity.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { dayOfEnd, relationsTo } from './changeRelations.ts';
import type { Clause } from './clauses.ts';
import { findDocumentMentions, type KnownLaws, NO_LAWS } from './documentMentions.ts';
import { remainsOf, splitException } from './exceptions.ts';
import { beforeAmenders, type Item, itemsOf, type Sentence } from './items.ts';
import { isListed, LISTS, type ListVerb, listBelow, ofList, type Part } from './lists.ts';
import { changedPaths, commonPath } from './namedPaths.ts';
import { extentOf, meansWords } from './places.ts';
import { type GovernedWords, governedWords, splitPlace } from './verbs.ts';

/** What the words above a clause hand down to it. */
export type Context = {
  /** What the clause does where it has no verb of its own: it is an item of a list. */
  readonly verb: ListVerb | null;
  readonly target: RelationTarget | null;
  /** Where the provisions stand that it names: below this provision or annex of the target. */
  readonly above: ProvisionPath;
  /** Whether a sentence that begins with a verb does what it says; in a plan it only tells a task. */
  readonly commands: boolean;
  /** Laws that it may name by their names alone. */
  readonly laws: KnownLaws;
};

type Read = { readonly relations: readonly Relation[]; readonly below: Context };

/** A sentence without any of these says nothing of other documents' validity, unless it is an item of a list. */
const SPEAKS = /thay|bỏ|hiệu lực|sửa|đổi tên|bổ sung|đính chính|điều chỉnh/iu;

export const NOTHING: Context = { verb: null, target: null, above: [], commands: true, laws: NO_LAWS };

/** What one sentence does to others, and what it hands down to the clauses below it. */
export function readSentence(sentence: string, context: Context, clause: Clause | null): Read {
  const place = placeAlone(sentence, context);
  if (place !== null) return { relations: [], below: place };
  if (context.verb === null && !SPEAKS.test(sentence)) return { relations: [], below: context };
  const placed = splitPlace(sentence);
  const at = placed === null ? [] : placedItems(placed.place, context.laws);
  return placed === null || at.length === 0
    ? readWords(sentence, context, [], clause)
    : readWords(placed.rest, inside(context, at), at, clause);
}

/** `at`: the places that were named before the verb. */
function readWords(said: string, context: Context, at: readonly Item[], clause: Clause | null): Read {
  const { words, except, vague } = splitException(partlyEnded(said));
  const sentence = sentenceOf(words, context.laws);
  const governed = governedWords(words, context.commands);
  const list = governed.length === 0 && isListed(words, context.verb) ? context.verb : null;
  const since = list?.since ?? dayOfEnd(words);
  const parts =
    list === null
      ? governed.map((part) => partOf(sentence, part, at))
      : [ofList(partOf(sentence, { kind: list.kind, start: 0, end: words.length }, at), list)];
  const named = parts.flatMap(({ items }) => items.filter(({ target }) => target !== null))[0] ?? null;
  const announced = listBelow(parts, words);
  // "Những quy định tại Nghị định số … trái với Nghị định này": nobody can tell which they are.
  const ofRules = RULES.test(words.slice(0, sentence.documents[0]?.start ?? 0));
  const vaguely = announced || VAGUE.test(ofRules ? words : words.replace(OTHERS, ''));
  const relations = parts.flatMap(({ kind, words: own, items }) =>
    items.flatMap((item) => {
      const target = item.target ?? (namesNothing(own) ? (named?.target ?? context.target) : null);
      if (target === null) return [];
      const changed = changedPaths(kind, item, aboveOf(item, named, context));
      const told = vaguely ? { ...item, extent: 'matter' as const } : item;
      const changes = vaguely ? changed.map((change) => ({ ...change, extent: told.extent })) : changed;
      const source = clause?.provision ?? null;
      const remains = remainsOf(except, target.numberKey);
      return relationsTo(kind, target, changes, told, { except: remains, vague, since, source });
    }),
  );
  const items = parts.flatMap((part) => part.items);
  const [first] = items;
  // "Đính chính lỗi kỹ thuật tại Thông tư số … như sau:" goes before places that have no verb of their own.
  const corrects = parts.length === 1 && parts[0]?.kind === 'corrects';
  const [opening] = parts;
  const lists = opening?.items.length === 0 && LISTS.test(words);
  const opensList = opening !== undefined && (lists || announced || corrects);
  const ofWords = opening !== undefined && meansWords(opening.words);
  const below: Context = {
    ...context,
    verb: opensList ? { kind: opening.kind, since, ofWords } : null,
    target:
      first === undefined
        ? (sentence.documents[0]?.target ?? context.target)
        : (first.target ?? named?.target ?? context.target),
    above: first === undefined ? context.above : belowOf(items, first, context),
  };
  return { relations, below };
}

const VAGUE = /(?<!\p{L})trái với(?!\p{L})|hết hiệu lực(?: thi hành)? một phần/u;
const RULES = /(?<!\p{L})(?:những|các)\s+(?:quy định|nội dung|điều|khoản)(?!\p{L})/iu;
/** "… thay thế Thông tư số … và các văn bản trước đây trái với Thông tư này": the one that is named goes whole. */
const OTHERS =
  /(?<=\d[^;]*)(?:,|;|\svà)\s+(?:các|những)\s+(?:văn bản|quy định|hướng dẫn)\s(?:(?!\d)[^;])*?trái với.*$/su;

/** "Nghị định số … hết hiệu lực một phần: Điều 6, Điều 7" as "Điều 6, Điều 7 Nghị định số … hết hiệu lực". */
function partlyEnded(said: string): string {
  const match = /^(.{5,400}?)\s+hết hiệu lực(?:\s+thi hành)?\s+một phần(?!\p{L})([^;]*)/u.exec(said);
  if (match === null) return said;
  const [, document = '', rest = ''] = match;
  const named = findProvisionReferences(rest);
  const [first] = named;
  const last = named.at(-1);
  if (first === undefined || last === undefined) return said;
  const ends = rest.slice(last.end);
  const verb = /^\s*(?:đều\s+)?hết hiệu lực/u.test(ends) ? '' : ' hết hiệu lực';
  return `${rest.slice(first.start, last.end)} ${document}${verb}${ends}`;
}

function sentenceOf(words: string, laws: KnownLaws): Sentence {
  return { words, documents: findDocumentMentions(words, laws), provisions: findProvisionReferences(words) };
}

/** What stands before the verb counts where nothing behind it is named. */
function partOf(
  sentence: Sentence,
  { kind, start, end }: GovernedWords | ListPart,
  at: readonly Item[],
): Part {
  const words = sentence.words.slice(start, end);
  const items = itemsOf(sentence, start, end);
  if (items.length > 0 || at.length === 0) return { kind, words: beforeAmenders(words), items };
  const extent = extentOf(words);
  return {
    kind,
    words: '',
    items: at.map((item) => ({
      ...item,
      extent,
      places: item.places.map((place) => ({ ...place, lead: '', extent })),
    })),
  };
}

type ListPart = { readonly kind: RelationKind; readonly start: number; readonly end: number };

function placedItems(words: string, laws: KnownLaws): readonly Item[] {
  return itemsOf(sentenceOf(words, laws), 0, words.length).filter(({ places }) => places.length > 0);
}

/** "Tại Điều 7:", "Khoản 2 Điều 5 như sau:" in an amendment tells only where the clauses below it work. */
const PLACE_ALONE =
  /^(?:(?:Tại|Đối với|Về)\s+)?(?=(?:các\s+)?(?:Điều|khoản|điểm|Chương|Mục|Phụ lục)\s)([^:;]{3,120}?)(?:\s+như sau)?\s*:$/iu;

function placeAlone(sentence: string, context: Context): Context | null {
  if (context.target === null || context.verb !== null) return null;
  const words = PLACE_ALONE.exec(sentence)?.[1];
  if (words === undefined || SPEAKS.test(words)) return null;
  const items = placedItems(words, context.laws);
  return items.length === 0 ? null : inside(context, items);
}

function inside(context: Context, items: readonly Item[]): Context {
  const [first] = items;
  if (first === undefined) return context;
  return { ...context, target: first.target ?? context.target, above: belowOf(items, first, context) };
}

function belowOf(items: readonly Item[], first: Item, context: Context): ProvisionPath {
  const same = items.filter(({ target }) => target === null || target === first.target);
  return commonPath(same, aboveOf(first, null, context));
}

function aboveOf({ target, annex }: Item, named: Item | null, context: Context): ProvisionPath {
  if (target === null && named === null) return context.above;
  return annex === null ? [] : [annex];
}

/** A document whose number cannot be read is no reason to take another one for it. */
function namesNothing(words: string): boolean {
  return !/(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Luật|Pháp lệnh)(?:\s+liên (?:tịch|ngành))?\s+(?!này|trên)/u.test(
    words,
  );
}
