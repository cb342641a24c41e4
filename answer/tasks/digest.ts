import { type Citation, writePath } from '../../domain/citation.ts';
import { cite, citeHead } from '../../domain/cite.ts';
import type { IsoDate } from '../../domain/day.ts';
import type { ParsedDirective, Provision, StoredDirective, StoredProvision } from '../../domain/directive.ts';
import type { RuleBook, RuleStatus } from '../../domain/requirement.ts';
import { CHANGE_KINDS, type Relation } from '../../domain/validity.ts';
import type { Queryable } from '../../store/database.ts';
import { markValidity } from '../../store/validity.ts';
import { documentNumberKey } from '../../vietnamese/documentNumber.ts';
import { fold } from '../../vietnamese/text.ts';
import { datesOf } from './datesOf.ts';
import { leafSentences } from './leafSentences.ts';
import { taskTexts as texts } from './texts.ts';

/** One thing that a document says, in its own words or nearly so, and where. */
export type DigestPoint = {
  readonly words: string;
  readonly citation: Citation;
  /** Where in the words (UTF-16) that stands for which they are told; left out: at their beginning. */
  readonly at?: number;
};

/** A chapter, or an article where there are no chapters. */
export type DigestDivision = DigestPoint & {
  /** What stands in it: `Điều 1. Phạm vi điều chỉnh`. */
  readonly articles: readonly string[];
};

/** Something that is demanded of people, or a target. */
export type DigestDemand = DigestPoint & {
  /** `stated`: no rule was made of it; the words alone say so. */
  readonly status: Exclude<RuleStatus, 'retired'> | 'stated';
};

/** A document by its structure; every line stands in it. */
export type Digest = {
  readonly document: StoredDirective;
  /** Its title, with how it stands on the day. */
  readonly head: Citation;
  readonly concerns: readonly DigestPoint[];
  readonly outline: readonly DigestDivision[];
  readonly demands: readonly DigestDemand[];
  readonly changes: readonly DigestPoint[];
  readonly dates: readonly DigestPoint[];
};

/** What was read from a document's words beside its tree. */
export type ReadOf = Pick<ParsedDirective, 'relations' | 'requirements' | 'targets'>;

/** Reads a document by its structure: no model, and nothing that does not stand in it. */
export async function digestOf(
  queryable: Queryable,
  document: StoredDirective,
  read: ReadOf,
  rules: Pick<RuleBook, 'requirements' | 'targets'>,
  asOf: IsoDate,
): Promise<Digest> {
  const at = (provision: StoredProvision) =>
    cite(document, { provision, start: provision.start, end: provision.end }, asOf);
  const own = citeHead(document, null, asOf);
  const [head = own] = await markValidity(queryable, [own], asOf);
  return {
    document,
    head,
    concerns: concernsOf(document).map((provision) => ({
      words: bodyOf(document, provision),
      citation: at(provision),
    })),
    outline: outlineOf(document, at),
    demands: [
      ...ruledDemands(document, rules, at),
      ...readDemands(document, read, at),
      ...statedDemands(document, at),
    ].filter(({ citation: { start, end }, status }, place, all) =>
      all
        .slice(0, place)
        .every(
          (other) => other.status === status || other.citation.start >= end || start >= other.citation.end,
        ),
    ),
    changes: changesOf(document, read.relations, head, at),
    dates: datesOf(document).map(({ provision, ...point }) => ({ ...point, citation: at(provision) })),
  };
}

const CONCERNS =
  /^(?:pham vi|doi tuong)(?: dieu chinh| ap dung)?(?:(?: va|,)(?: doi tuong| pham vi)(?: dieu chinh| ap dung)?)?\.?$/;

/** Phạm vi điều chỉnh, đối tượng áp dụng. */
function concernsOf({ provisions }: StoredDirective): readonly StoredProvision[] {
  return provisions.filter(
    ({ heading, kind }) => heading !== null && kind !== 'phu_luc' && CONCERNS.test(fold(heading)),
  );
}

/** A provision's words without its label and heading. */
function bodyOf({ text }: StoredDirective, { start, end, label, heading }: Provision): string {
  const words = text.slice(start, end).trim();
  const head = [label, heading].filter((part) => part !== null);
  let from = 0;
  for (const part of head) {
    const found = words.toLowerCase().indexOf(part.toLowerCase(), from);
    if (found !== -1 && found - from < 6) from = found + part.length;
  }
  return words.slice(from).replace(/^[\s.:–-]+/u, '');
}

const named = ({ label, heading }: Provision) => (heading === null ? label : `${label}. ${heading}`);

function outlineOf(
  { provisions }: StoredDirective,
  at: (provision: StoredProvision) => Citation,
): readonly DigestDivision[] {
  const level = (['chuong', 'phan', 'dieu'] as const).find((kind) =>
    provisions.some((provision) => provision.kind === kind),
  );
  const divisions = provisions.filter(
    ({ kind, parent }) =>
      kind === level || (kind === 'phu_luc' && parent === null) || (level === undefined && parent === null),
  );
  // An attached regulation has chapters of its own: then these are told, and it is not told beside them.
  const lowest = divisions.filter(
    (one) =>
      !(one.kind === 'phu_luc' && divisions.some((other) => other !== one && isWithin(other, one))) &&
      !(one.kind === 'dieu' && divisions.some(({ kind }) => kind === 'chuong')),
  );
  return lowest.map((division) => ({
    words: named(division),
    citation: at(division),
    articles: provisions
      .filter((one) => one !== division && isWithin(one, division))
      .filter(({ kind, heading }) => kind === 'dieu' || (level !== 'chuong' && heading !== null))
      .map(named),
  }));
}

function isWithin(one: Provision, other: Provision): boolean {
  return one.start >= other.start && one.end <= other.end;
}

/** What became a rule; it stands for what was read at the same place. */
function ruledDemands(
  document: StoredDirective,
  { requirements, targets }: Pick<RuleBook, 'requirements' | 'targets'>,
  at: (provision: StoredProvision) => Citation,
): readonly DigestDemand[] {
  const { number } = document.header;
  if (number === null) return [];
  const key = documentNumberKey(number);
  return [...requirements, ...targets].flatMap(({ title, status, reference }) => {
    if (status === 'retired' || documentNumberKey(reference.document) !== key) return [];
    const provision = document.provisions.findLast(({ path }) =>
      reference.path.every((label, back) => path[path.length - reference.path.length + back] === label),
    );
    return provision === undefined ? [] : [{ words: title, status, citation: at(provision) }];
  });
}

function readDemands(
  { provisions }: StoredDirective,
  { requirements, targets }: ReadOf,
  at: (provision: StoredProvision) => Citation,
): readonly DigestDemand[] {
  const found = [
    ...requirements.flatMap(({ title, grade, requirements: parts }) =>
      parts.map(({ words, provision }) => ({
        words: [[title, grade].filter((part) => part !== null).join(' '), words].filter(Boolean).join(': '),
        provision: provisions[provision],
      })),
    ),
    ...targets.map(({ words, provision }) => ({ words, provision: provisions[provision ?? -1] })),
  ];
  return found.flatMap(({ words, provision }) =>
    provision === undefined ? [] : [{ words, status: 'proposed' as const, citation: at(provision) }],
  );
}

const BINDS = /tối thiểu|ít nhất|không quá|bắt buộc|chậm nhất|phải đạt|phải có|đạt từ/iu;

/** Sentences that bind somebody by a figure. */
function statedDemands(
  document: StoredDirective,
  at: (provision: StoredProvision) => Citation,
): readonly DigestDemand[] {
  return leafSentences(document)
    .filter(({ words }) => BINDS.test(words) && /\d/.test(words))
    .map(({ words, provision }) => ({
      words,
      at: words.search(BINDS),
      status: 'stated',
      citation: at(provision),
    }));
}

function changesOf(
  { provisions }: StoredDirective,
  relations: readonly Relation[],
  head: Citation,
  at: (provision: StoredProvision) => Citation,
): readonly DigestPoint[] {
  const kinds: readonly string[] = [...CHANGE_KINDS, 'guides'];
  const told = relations.filter(({ kind }) => kinds.includes(kind));
  const said = told.map(({ kind, target, provision, source }) => ({
    words: [
      texts.relations[kind],
      ...(provision === null ? [] : [writePath(provision)]),
      target.number ?? target.title ?? texts.unnamed,
    ].join(' '),
    target: target.numberKey,
    whole: provision === null,
    source: provisions[source ?? -1] ?? null,
  }));
  // What is told of a document as a whole is told once more of each of its provisions.
  const shown = said.filter(
    ({ target, whole }) => !whole || said.every((other) => other.whole || other.target !== target),
  );
  return shown
    .filter(({ words }, place) => shown.findIndex((other) => other.words === words) === place)
    .map(({ words, source }) => ({ words, citation: source === null ? head : at(source) }));
}
