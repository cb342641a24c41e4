import { findCodes } from '../../vietnamese/codes.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { documentNumberKey, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { once, remembered } from '../../vietnamese/remembered.ts';
import { type Moment, momentsIn } from './calendar.ts';
import type { Clause } from './clauses.ts';
import { onceEach, type Quantity, quantitiesIn } from './figures.ts';
import { groupsIn } from './groups.ts';
import { withoutReferences } from './references.ts';
import { type LineWord, lineOf } from './wordAlignment.ts';
import { type Held, heldBy, wordsOf } from './words.ts';

/** The numbers and days of a text; `bare`: the text without its references, of the same length. */
export type Figures = {
  readonly quantities: readonly Quantity[];
  readonly moments: readonly Moment[];
  readonly bare: string;
};

/** What a figure is about: the words, groups and other figures around it. */
export type Setting = { readonly held: Held; readonly marks: ReadonlySet<string> };

/** A figure of a provision: with what stands nearest to it, and with its whole clause and what stands above. */
export type Written<T> = {
  readonly figure: T;
  /** The other end of a range: "từ 5% đến dưới 10%". */
  readonly partner: T | null;
  /** It is told of the document, not by the provision. */
  readonly ofHead: boolean;
  /** It is the day on which a document was issued. */
  readonly ofIssue: boolean;
  readonly near: () => Setting;
  readonly wide: () => Setting;
  /** Its clause with what leads in to it, and which of the words it is. */
  readonly stands: () => Standing;
};

export type Standing = { readonly line: readonly LineWord[]; readonly at: number };

/** The figures of clauses, with what each of them is about. */
export type WrittenFigures = {
  readonly quantities: readonly Written<Quantity>[];
  readonly moments: readonly Written<Moment>[];
  /** The codes of posts and grades. */
  readonly codes: ReadonlySet<string>;
  /** The days of issue that stand behind the numbers of documents, by `documentNumberKey`. */
  readonly issued: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many parts the lists of the provision have: "có bốn hình thức" is read off by counting. */
  readonly counts: readonly WrittenCount[];
};

type WrittenCount = { readonly count: number; readonly held: Held };

/** Reads the figures of a plain text. */
export const figuresIn: (text: string) => Figures = remembered(readFigures);

function readFigures(text: string): Figures {
  const bare = onceEach(withoutReferences(text));
  const moments = momentsIn(bare);
  const rest = moments.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    bare,
  );
  return { quantities: quantitiesIn(rest), moments, bare };
}

/** Reads the figures of clauses, and of what stands above them. */
export function writtenFigures(clauses: readonly Clause[]): WrittenFigures {
  const quantities: Written<Quantity>[] = [];
  const moments: Written<Moment>[] = [];
  const seenAbove = new Set<string>();
  const below = (lead: string): readonly string[] =>
    clauses
      .filter(({ above, leads }) => above.indexOf(lead) !== -1 && above.indexOf(lead) < leads)
      .map(({ text }) => text);
  const take = (
    text: string,
    above: readonly string[],
    leads: number,
    ofHead: boolean,
    isLead = false,
  ): void => {
    const found = figuresIn(text);
    const issued = new Set(issueDays(text).map(({ at }) => at));
    const line = once(() => lineOf([...above.slice(0, leads).toReversed(), text]));
    const stands = (figure: Quantity | Moment): (() => Standing) =>
      once(() => {
        const words = line();
        const first = words.findIndex(({ stretch }) => stretch === leads);
        return { line: words, at: words.findIndex(({ end }, at) => at >= first && end > figure.start) };
      });
    const wide = once(() => settingOf([text, ...above, ...(isLead ? below(text) : [])], found));
    const near = (figure: Quantity | Moment, others: readonly (Quantity | Moment)[]): (() => Setting) =>
      once(() => {
        const [from, to] = zoneOf(found.bare, figure, others);
        return settingOf([text.slice(from, to)], found, from, to);
      });
    for (const figure of found.quantities) {
      const partner = partnerOf(figure, found.quantities, found.bare);
      const others = found.quantities.filter((other) => other !== partner && isRival(figure, other));
      quantities.push({
        figure,
        partner,
        ofHead,
        ofIssue: false,
        near: near(figure, others),
        wide,
        stands: stands(figure),
      });
    }
    for (const figure of found.moments)
      moments.push({
        figure,
        partner: partnerOf(figure, found.moments, found.bare),
        ofHead,
        ofIssue: issued.has(figure.start),
        near: near(
          figure,
          found.moments.filter(
            (other) => other !== figure && other !== partnerOf(figure, found.moments, found.bare),
          ),
        ),
        wide,
        stands: stands(figure),
      });
  };
  for (const { kind, text, above, leads } of clauses) {
    if (kind === 'line') continue;
    take(text, above, leads, kind === 'head');
    for (const [at, other] of above.entries()) {
      if (seenAbove.has(other)) continue;
      seenAbove.add(other);
      take(other, above.slice(at + 1), Math.max(0, leads - at - 1), false, true);
    }
  }
  const issued = new Map<string, Set<string>>();
  for (const { text, above, source } of clauses) {
    const days = [text, ...above].flatMap(issueDays);
    const { number, issued: date } = source.document;
    if (number !== null && date !== null) days.push({ number: documentNumberKey(number), date, at: 0 });
    for (const day of days) issued.set(day.number, (issued.get(day.number) ?? new Set()).add(day.date));
  }
  const codes = new Set(
    clauses.flatMap(({ text, above }) =>
      [text, ...above].flatMap(findCodes).map(({ canonical }) => canonical),
    ),
  );
  return { quantities, moments, codes, issued, counts: countsOf(clauses) };
}

/** The days that stand right behind the numbers of documents; `at`: where the date begins. */
export function issueDays(
  text: string,
): readonly { readonly number: string; readonly date: string; readonly at: number }[] {
  const dates = findDates(text);
  return findDocumentNumbers(text).flatMap(({ start, end }) => {
    const day = dates.find((one) => one.start >= end);
    if (
      day === undefined ||
      !/^\s*,?\s*(?:ban hành |được ban hành |ký )?ngày\s+$/u.test(text.slice(end, day.start))
    )
      return [];
    return [{ number: documentNumberKey(text.slice(start, end)), date: day.date, at: day.start }];
  });
}

/** The figure with which another makes a range, or `null`. */
export function partnerOf<T extends Quantity | Moment>(figure: T, all: readonly T[], text: string): T | null {
  const ranged = (one: T, other: T): boolean =>
    one.end <= other.start &&
    // "từ 9 điểm đến 10 điểm": what is counted stands behind the first too.
    /^(?:\s+\p{L}+\s|\s*)(?:đến|tới|-|–)\s*(?:hết|dưới|đủ|không quá|ngày|cuối)?\s*(?:ngày)?\s*$/iu.test(
      text.slice(one.end, other.start),
    );
  return all.find((other) => ranged(figure, other) || ranged(other, figure)) ?? null;
}

function settingOf(
  texts: readonly string[],
  { quantities, moments }: Figures,
  from = 0,
  to = Infinity,
): Setting {
  const within = [...quantities, ...moments].filter(({ start, end }) => start >= from && end <= to);
  return {
    held: heldBy(texts),
    marks: new Set([
      ...texts.flatMap((text) => groupsIn(text).map(({ name }) => `*${name}`)),
      ...within.map(markOf),
    ]),
  };
}

/** One form for a figure: `5 ngày`, `#tượng 3`, `2027-5`. */
export function markOf(figure: Quantity | Moment): string {
  return 'value' in figure
    ? `${figure.value} ${figure.measured ? figure.unit : ''}`
    : [figure.year, figure.month, figure.day].join('-');
}

/** Where a text turns to the next thing; not at a comma within a number. */
const BREAKS = /[,;()]\s|\.\s(?=\p{Lu})|\s(?:và|còn|nhưng|hoặc|lẫn)\s(?=[^,;.]{0,60}\d)/gu;

/** A figure that others follow has no more words before it than these. */
const LEAD = 6;

/** The stretch that belongs to one of several figures: from behind the one before it to the next break behind it. */
export function zoneOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  others: readonly { readonly start: number; readonly end: number }[],
): readonly [number, number] {
  const breaks = [...text.matchAll(BREAKS)].map(({ index }) => index);
  const last = others.findLast((other) => other.end <= start);
  const isLast = !others.some((other) => other.start >= end);
  // What stands far before the first of several is said of all of them.
  const close = wordsOf(text.slice(0, start)).at(-LEAD)?.start ?? 0;
  const lead =
    others.length === 0
      ? 0
      : Math.max(close, ...breaks.filter((at) => at < start), text.lastIndexOf(':', start));
  const from = last === undefined ? lead : (breaks.find((at) => at >= last.end && at < start) ?? last.end);
  const to = isLast ? text.length : (breaks.find((at) => at >= end) ?? text.length);
  return [from, to];
}

/** How many parts lists have, with the nouns that stand in what introduces them. */
function countsOf(clauses: readonly Clause[]): readonly WrittenCount[] {
  const counts: WrittenCount[] = [];
  const lines = Map.groupBy(
    clauses.filter(({ kind, labels }) => kind !== 'head' && labels.length > 0),
    ({ source, labels }) => `${source.id} ${labels.slice(0, -1).join(' ')}`,
  );
  for (const group of lines.values()) {
    const texts = group.flatMap(({ text, above }) => [text, ...above.slice(0, 1)]);
    counts.push({ count: new Set(group.map(({ labels }) => labels.at(-1))).size, held: heldBy(texts) });
  }
  const isListed = counts.some(({ count }) => count > 1);
  for (const { kind, text, above } of clauses) {
    if (kind === 'head') continue;
    const held = heldBy([text, ...above]);
    counts.push({ count: text.split(/;\s*/u).length, held });
    counts.push({ count: findProvisionReferences(text).length, held });
    const items = text.split(/,\s+|\s+(?:và|hoặc)\s+|;\s*/u).length;
    // Within a line nobody can tell where a list begins.
    for (let count = 2; count <= items && !isListed; count += 1) counts.push({ count, held });
  }
  return counts;
}

export function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

/** Whether two numbers count the same, but are not the same. */
export function isRival(said: Quantity, other: Quantity): boolean {
  const sameUnit = said.unit === other.unit || !said.measured;
  return said.measured === other.measured && sameUnit && !isEqual(said.value, other.value);
}
