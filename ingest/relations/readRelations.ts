import type { ParsedDirective } from '../../domain/directive.ts';
import type { ProvisionPath } from '../../domain/provisionPath.ts';
import type { Relation, RelationException, RelationKind, RelationTarget } from '../../domain/validity.ts';
import { parseDate } from '../../vietnamese/dates.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { type Clause, clausesOf, plainWords, sentencesOf } from './clauses.ts';
import { findDocumentMentions, issueDays } from './documentMentions.ts';
import { keptProvisions, lastDayIn, splitException } from './exceptions.ts';
import { type Item, itemsOf } from './items.ts';
import { governedWords } from './verbs.ts';

/** What the words above a clause hand down to it. */
type Context = {
  /** What the clause does where it has no verb of its own: it is an item of a list. */
  readonly verb: { readonly kind: RelationKind; readonly since: string | null } | null;
  readonly target: RelationTarget | null;
  /** Where the provisions stand that it names: below this provision or annex of the target. */
  readonly above: ProvisionPath;
};

type Read = { readonly relations: readonly Relation[]; readonly below: Context };

/** A sentence without any of these says nothing of other documents' validity, unless it is an item of a list. */
const SPEAKS = /thay|bỏ|hiệu lực|sửa đổi|bổ sung|đính chính/iu;

const LONGEST_TITLE = 2_000;

const NOTHING: Context = { verb: null, target: null, above: [] };

/**
 * What a directive says it does to others: in its title, in its clauses of effect, in its amendments. What it rests on
 * ("Căn cứ"), what it cites, and what it lets others go on applying is nothing of the kind.
 */
export function readRelations(
  parsed: Pick<ParsedDirective, 'kind' | 'header' | 'text' | 'provisions'>,
): readonly Relation[] {
  if (parsed.kind === 'press') return [];
  const titled = titleRelations(parsed.header.title);
  const byTitle = titled.length > 0 ? titled : titleRelations(enactedTitle(parsed));
  const [only, ...more] = distinctTargets(byTitle);
  const root: Context = { ...NOTHING, target: more.length === 0 ? (only ?? null) : null };
  const contexts = new Map<number, Context>();
  const relations: Relation[] = [];
  const kept: { readonly key: string; readonly except: readonly RelationException[] }[] = [];
  for (const clause of clausesOf(parsed)) {
    let context = (clause.parent === null ? undefined : contexts.get(clause.parent)) ?? root;
    for (const [at, line] of clause.lines.entries()) {
      for (const sentence of sentencesOf(line)) {
        kept.push(...remaining(sentence));
        const heads =
          (clause.isArticle && at === 0 && !/[.;]$/u.test(sentence)) || /:\s*¤?[.;]*\s*$/u.test(sentence);
        const read = readSentence(sentence, context, clause);
        relations.push(...read.relations);
        if (heads) context = read.below;
      }
    }
    contexts.set(clause.provision, context);
  }
  const own = parsed.header.number === null ? null : documentNumberKey(parsed.header.number);
  return complete([...byTitle, ...relations], kept, parsed.text).filter(
    ({ target }) => target.numberKey === null || target.numberKey !== own,
  );
}

const ENACTS =
  /(?<!\p{L})ban hành\s+(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư(?: liên tịch)?|Quyết định)\s+(?:quy định\s+)?(?=(?:sửa đổi|bổ sung|thay thế|bãi bỏ)(?!\p{L}))/u;
const LONGEST_PREAMBLE = 12_000;

/** A law's title names no number; its preamble does: "Quốc hội ban hành Luật sửa đổi … của Luật … số 155/2018/QH14." */
function enactedTitle({ text, provisions }: Pick<ParsedDirective, 'text' | 'provisions'>): string | null {
  const end = Math.min(provisions[0]?.start ?? 0, LONGEST_PREAMBLE);
  for (const line of text.slice(0, end).split('\n').toReversed()) {
    const match = ENACTS.exec(line);
    if (match !== null) return line.slice(match.index + match[0].length);
  }
  return null;
}

/** "Sửa đổi, bổ sung một số điều của Quyết định số 915/2026/QĐ-UBND", with or without the type before it. */
function titleRelations(title: string | null): readonly Relation[] {
  if (title === null) return [];
  const words = plainWords(title.slice(0, LONGEST_TITLE)).replace(/\s+/gu, ' ');
  const verb = /sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|huỷ bỏ|đính chính/iu.exec(words);
  // What a document guides may be an amending one; it amends nothing itself.
  if (verb === null || verb.index > 60 || /quy định chi tiết|hướng dẫn/iu.test(words.slice(0, verb.index)))
    return [];
  const read = readSentence(words.slice(verb.index), NOTHING, null).relations;
  // What the title calls "bổ sung" or "sửa đổi" is told by the clauses.
  return read.map((relation) => ({ ...relation, source: null }));
}

function readSentence(sentence: string, context: Context, clause: Clause | null): Read {
  if (context.verb === null && !SPEAKS.test(sentence)) return { relations: [], below: context };
  const { words, except, vague } = splitException(sentence);
  const documents = findDocumentMentions(words);
  const provisions = findProvisionReferences(words);
  const governed = governedWords(words);
  const list = governed.length === 0 && context.verb !== null ? context.verb : null;
  const parts = list === null ? governed : [{ kind: list.kind, start: 0, end: words.length }];
  const since = list?.since ?? dayOfEnd(words);
  // "Những quy định tại Nghị định số … trái với Nghị định này": nobody can tell which they are.
  const contrary = /(?<!\p{L})trái với(?!\p{L})/u.test(words);
  const read = parts.map((part) => ({
    part,
    items: itemsOf({ words, documents, provisions }, part.start, part.end),
  }));
  const named = read.flatMap(({ items }) => items.filter(({ target }) => target !== null))[0] ?? null;
  const relations = read.flatMap(({ part, items }) =>
    items.flatMap((item) => {
      const target =
        item.target ??
        (namesNothing(words.slice(part.start, part.end)) ? (named?.target ?? context.target) : null);
      if (target === null) return [];
      const told = contrary ? { ...item, extent: 'matter' as const } : item;
      const above =
        item.target === null && named === null ? context.above : item.annex === null ? [] : [item.annex];
      const paths = pathsOf(part.kind, item.paths, above, words.slice(part.start, part.end));
      return relationsOf(part.kind, target, paths, told, {
        except,
        vague,
        since,
        source: clause?.provision ?? null,
      });
    }),
  );
  const first = read[0]?.items[0];
  // "Đính chính lỗi kỹ thuật tại Thông tư số … như sau:" goes before places that have no verb of their own.
  const corrects = read.length === 1 && read[0]?.part.kind === 'corrects';
  const opensList = read.length > 0 && (read[0]?.items.length ?? 0) === 0;
  const below: Context = {
    verb: (opensList || corrects) && read[0] !== undefined ? { kind: read[0].part.kind, since } : null,
    target: first?.target ?? named?.target ?? documents[0]?.target ?? context.target,
    above: first === undefined ? context.above : belowOf(first, context),
  };
  return { relations, below };
}

/** A document whose number cannot be read is no reason to take another one for it. */
function namesNothing(words: string): boolean {
  return !/(?:Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Luật|Pháp lệnh)(?:\s+liên (?:tịch|ngành))?\s+(?!này|trên)/u.test(
    words,
  );
}

/** "Bổ sung khoản 4 vào sau khoản 3 Điều 14" changes Điều 14, "Bổ sung Điều 5a" the document. */
function pathsOf(
  kind: RelationKind,
  paths: readonly ProvisionPath[],
  above: ProvisionPath,
  words: string,
): readonly ProvisionPath[] {
  const whole = paths.map((path) => under(above, path));
  if (kind !== 'supplements') return whole.length === 0 && above.length > 0 ? [above] : whole;
  const end = /\svào\s+cuối\s/u.test(words) ? whole.slice(-1) : whole.map((path) => path.slice(0, -1));
  const largest = end.toSorted((a, b) => b.length - a.length).slice(0, 1);
  return /\svào\s/u.test(words) ? largest : unique(end);
}

/** A path that does not say in which Điều it stands is taken below what the words above it named. */
function under(above: ProvisionPath, path: ProvisionPath): ProvisionPath {
  const annex = above.filter((label) =>
    /^(?:Quy|Điều lệ|Nội quy|Danh mục|Chương trình|Kế hoạch|Đề án|Phụ lục)/u.test(label),
  );
  const complete = path.some((label) => /^(?:Điều|Chương|Phần|Phụ lục)\s/u.test(label));
  if (complete) return [...annex, ...path];
  // "Sửa đổi tên Điều và khoản 1 Điều 6: … b) Sửa đổi khoản 1": the khoản named again is the same, not one in it.
  const rung = (label: string | undefined) => label?.split(' ')[0];
  const again = above.findIndex((label) => rung(label) === rung(path[0]));
  return [...(again === -1 ? above : above.slice(0, again)), ...path];
}

function belowOf({ paths, annex, target }: Item, context: Context): ProvisionPath {
  const above = target === null ? context.above : annex === null ? [] : [annex];
  const [only, ...more] = paths;
  return only === undefined || more.length > 0 ? above : under(above, only);
}

function relationsOf(
  kind: RelationKind,
  target: RelationTarget,
  paths: readonly ProvisionPath[],
  { extent }: Item,
  rest: Pick<Relation, 'except' | 'since' | 'source'> & { readonly vague: boolean },
): readonly Relation[] {
  const { vague, ...common } = rest;
  // A phrase that goes, comes or is replaced changes the provision; it neither ends nor extends it.
  const phrase = extent === 'part' && (paths.length > 0 || kind !== 'amends');
  const told = phrase && kind !== 'corrects' ? 'amends' : kind;
  if (paths.some((path) => path.length > 0)) {
    return paths
      .filter((path) => path.length > 0)
      .map((provision) => ({
        ...common,
        kind: told,
        target,
        scope: 'provision',
        provision,
        partial: extent !== 'all' || kind === 'supplements' || kind === 'corrects',
        except: [],
      }));
  }
  if (extent === 'all' || kind === 'amends' || kind === 'supplements' || kind === 'corrects') {
    return [
      {
        ...common,
        kind: told,
        target,
        scope: 'whole',
        provision: null,
        partial: vague || extent !== 'all' || kind === 'supplements' || kind === 'corrects',
      },
    ];
  }
  return [{ ...common, kind: told, target, scope: 'provision', provision: null, partial: true, except: [] }];
}

/** The day in "hết hiệu lực kể từ ngày 01/7/2026" or "Từ ngày 01/7/2026, bãi bỏ …"; `null` for the clause's own. */
function dayOfEnd(words: string): string | null {
  const match =
    /hết hiệu lực(?:\s+thi hành)?,?\s*(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)|^(?:kể\s+)?từ\s+(?:ngày\s+)?(?=\d)/iu.exec(
      words,
    );
  if (match === null) return null;
  return parseDate(words.slice(match.index + match[0].length, match.index + match[0].length + 32));
}

/** "Điều 5 Nghị định số … tiếp tục có hiệu lực đến hết ngày …", beside a clause that ends the rest of it. */
function remaining(
  sentence: string,
): readonly { readonly key: string; readonly except: readonly RelationException[] }[] {
  const goesOn = /tiếp tục\s+(?:được\s+)?(?:có hiệu lực|thực hiện|áp dụng)/u.exec(sentence);
  if (
    goesOn === null ||
    !/^(?:Riêng\s|Các quy định|Quy định|Điều|Khoản|Điểm|Các [Đđ]iều|Các khoản)/u.test(sentence)
  )
    return [];
  const before = sentence.slice(0, goesOn.index);
  const until = lastDayIn(sentence.slice(goesOn.index));
  const except = keptProvisions(before).map(({ path }) => ({ path, until }));
  const key = findDocumentMentions(before)[0]?.target.numberKey ?? null;
  return key === null || except.length === 0 ? [] : [{ key, except }];
}

/** Adds what stands elsewhere in the document: exceptions, the day of issue of a target; leaves out what is said twice. */
function complete(
  relations: readonly Relation[],
  kept: readonly { readonly key: string; readonly except: readonly RelationException[] }[],
  text: string,
): readonly Relation[] {
  if (relations.length === 0) return [];
  const days = issueDays(text);
  const parents = relations.filter(({ provision }) => provision !== null);
  const completed = relations.map((relation): Relation => {
    const { target, provision, kind, scope } = relation;
    const issued = target.issued ?? (target.numberKey === null ? null : (days.get(target.numberKey) ?? null));
    const except = [
      ...relation.except,
      ...kept.flatMap(({ key, except: more }) => (scope === 'whole' && key === target.numberKey ? more : [])),
    ];
    // "Sửa đổi Điều 7 như sau: a) Sửa đổi khoản 1 …": the items tell what becomes of it.
    const told =
      kind === 'amends' &&
      provision !== null &&
      parents.some(
        (other) => other.target.numberKey === target.numberKey && isBelow(other.provision, provision),
      );
    return { ...relation, target: { ...target, issued }, except, partial: relation.partial || told };
  });
  const seen = new Set<string>();
  const same = ({ kind, target, provision, scope }: Relation) =>
    JSON.stringify([kind, target.numberKey ?? target.title, scope, provision]);
  // An item that gives a provision new words says more than the sentence that announces it among others.
  const whole = new Set(
    completed.filter(({ partial, provision }) => !partial && provision !== null).map(same),
  );
  // What a clause says goes before the same in the title.
  return completed
    .toSorted((a, b) => Number(a.source === null) - Number(b.source === null))
    .filter((relation) => {
      const key = same(relation);
      return !(relation.partial && whole.has(key)) && !seen.has(key) && seen.add(key);
    });
}

function isBelow(path: ProvisionPath | null, above: ProvisionPath): boolean {
  return path !== null && path.length > above.length && above.every((label, at) => path[at] === label);
}

function distinctTargets(relations: readonly Relation[]): readonly RelationTarget[] {
  return [...new Map(relations.map(({ target }) => [target.numberKey ?? target.title, target])).values()];
}

function unique(paths: readonly ProvisionPath[]): readonly ProvisionPath[] {
  return [...new Map(paths.map((path) => [path.join(' > '), path])).values()];
}
