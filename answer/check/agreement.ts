import { findCodes } from '../../vietnamese/codes.ts';
import { findDates } from '../../vietnamese/dates.ts';
import { documentNumberKey, findDocumentNumbers } from '../../vietnamese/documentNumber.ts';
import { findProvisionReferences } from '../../vietnamese/provisionReferences.ts';
import { isSameMoment, type Moment, momentsIn } from './calendar.ts';
import type { Clause } from './clauses.ts';
import { type Quantity, quantitiesIn } from './figures.ts';
import { groupsIn } from './groups.ts';
import { limitsAgree } from './limits.ts';
import type { FailureReason } from './reasons.ts';
import { withoutReferences } from './references.ts';
import { spell } from './spell.ts';
import { coverage, type Held, heldBy, type Word, wordsOf } from './words.ts';

/** The numbers and days of a text; `bare`: the text without its references, of the same length. */
export type Figures = {
  readonly quantities: readonly Quantity[];
  readonly moments: readonly Moment[];
  readonly bare: string;
};

/** What a figure is about: the words, groups and other figures around it. */
type Setting = { readonly held: Held; readonly marks: ReadonlySet<string> };

/** A figure of a provision: with what stands nearest to it, and with its whole clause and what stands above. */
type Written<T> = {
  readonly figure: T;
  /** The other end of a range: "từ 5% đến dưới 10%". */
  readonly partner: T | null;
  /** It is told of the document, not by the provision. */
  readonly ofHead: boolean;
  readonly near: () => Setting;
  readonly wide: () => Setting;
};

/** The figures of clauses, with what each of them is about. */
export type WrittenFigures = {
  readonly quantities: readonly Written<Quantity>[];
  readonly moments: readonly Written<Moment>[];
  /** The codes of posts and grades. */
  readonly codes: ReadonlySet<string>;
  /** The days of issue that stand behind the numbers of documents, by `documentNumberKey`. */
  readonly issued: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many parts the lists of the provision have: "có bốn hình thức" is read off by counting. */
  readonly counts: ReadonlySet<number>;
};

/** Reads the figures of a plain text. */
export function figuresIn(text: string): Figures {
  const bare = withoutReferences(text);
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
  const take = (text: string, above: readonly string[], ofHead: boolean): void => {
    const found = figuresIn(text);
    const wide = once(() => settingOf([text, ...above], found));
    const near = (figure: Quantity | Moment, others: readonly (Quantity | Moment)[]): (() => Setting) =>
      once(() => {
        const [from, to] = zoneOf(found.bare, figure, others);
        return settingOf([text.slice(from, to)], found, from, to);
      });
    for (const figure of found.quantities) {
      const others = found.quantities.filter((other) => isRival(figure, other));
      quantities.push({
        figure,
        partner: partnerOf(figure, found.quantities, found.bare),
        ofHead,
        near: near(figure, others),
        wide,
      });
    }
    for (const figure of found.moments)
      moments.push({
        figure,
        partner: partnerOf(figure, found.moments, found.bare),
        ofHead,
        near: near(figure, found.moments),
        wide,
      });
  };
  for (const { kind, text, above } of clauses) {
    if (kind === 'line') continue;
    take(text, above, kind === 'head');
    for (const [at, other] of above.entries()) {
      if (seenAbove.has(other)) continue;
      seenAbove.add(other);
      take(other, above.slice(at + 1), false);
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
function issueDays(
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
function partnerOf<T extends Quantity | Moment>(figure: T, all: readonly T[], text: string): T | null {
  const ranged = (one: T, other: T): boolean =>
    one.end <= other.start &&
    /^\s*(?:đến|tới|-|–)\s*(?:hết|dưới|đủ|không quá|ngày|cuối)?\s*(?:ngày)?\s*$/iu.test(
      text.slice(one.end, other.start),
    );
  return all.find((other) => ranged(figure, other) || ranged(other, figure)) ?? null;
}

/** What is only needed where two figures have to be told apart is read then. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
function zoneOf(
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

function countsOf(clauses: readonly Clause[]): ReadonlySet<number> {
  const counts = new Set<number>();
  const lines = Map.groupBy(
    clauses.filter(({ kind, labels }) => kind !== 'head' && labels.length > 0),
    ({ source, labels }) => `${source.id} ${labels.slice(0, -1).join(' ')}`,
  );
  for (const group of lines.values()) counts.add(new Set(group.map(({ labels }) => labels.at(-1))).size);
  const isListed = [...counts].some((count) => count > 1);
  for (const { kind, text } of clauses) {
    if (kind === 'head') continue;
    counts.add(text.split(/;\s*/u).length);
    counts.add(findProvisionReferences(text).length);
    const items = text.split(/,\s+|\s+(?:và|hoặc)\s+|;\s*/u).length;
    // Within a line nobody can tell where a list begins.
    for (let count = 2; count <= items && !isListed; count += 1) counts.add(count);
  }
  return counts;
}

/** The numbers and days of a sentence that its sources do not have, or have of something else. */
export function checkFigures(sentence: string, written: WrittenFigures): readonly FailureReason[] {
  const figures = figuresIn(sentence);
  return [
    ...findCodes(sentence).map(({ canonical, start, end }): FailureReason | null =>
      written.codes.has(canonical) ? null : { kind: 'wrong_number', found: sentence.slice(start, end) },
    ),
    ...figures.quantities.map((said) => checkQuantity(said, figures, written)),
    ...figures.moments.map((said) => checkMoment(sentence, said, figures, written)),
  ].filter((reason) => reason !== null);
}

function checkMoment(
  sentence: string,
  said: Moment,
  figures: Figures,
  { moments, issued }: WrittenFigures,
): FailureReason | null {
  const found = figures.bare.slice(said.start, said.end);
  // The day behind a document's number is that of its issue, and of no other document.
  const own = issueDays(sentence).find(({ at }) => at === said.start);
  const known = own === undefined ? undefined : issued.get(own.number);
  if (own !== undefined && known !== undefined) {
    return known.has(own.date) ? null : { kind: 'wrong_date', found, instead: [...known].join(', ') };
  }
  const same = moments.filter(({ figure }) => isSameMoment(said, figure) === 'same');
  if (same.length === 0) {
    const turned = moments.some(({ figure }) => isSameMoment(said, figure) === 'other_side');
    const whole = figures.bare.slice(Math.max(0, said.start - 12), said.end).trim();
    return { kind: 'wrong_date', found: turned ? whole : found };
  }
  const rivals = moments.filter(
    ({ figure }) => isSameMoment(said, figure) !== 'same' && isAlike(said, figure),
  );
  const instead = isOfAnother(said, figures, figures.moments, same, rivals);
  return instead === null ? null : { kind: 'wrong_date', found, instead };
}

function isAlike(one: Moment, other: Moment): boolean {
  return (one.day === null) === (other.day === null) && (one.month === null) === (other.month === null);
}

/** Words by which a speaker counts what a provision lists. */
const COUNTERS = new Set(
  (
    'hình trường điều nhóm loại giấy nội tiêu nguyên bước mức yêu đối khoản chương nguồn thành việc cách quyền căn hồ nhiệm dạng hướng cơ khối ý ' +
    'phần đơn vị phương thứ chức tài hành biện hạng bậc hệ điểm trách hoạt bên'
  )
    .split(' ')
    .map(spell),
);

function checkQuantity(
  said: Quantity,
  figures: Figures,
  { quantities, counts }: WrittenFigures,
): FailureReason | null {
  const { bare } = figures;
  const found = bare.slice(said.start, said.end);
  const agreeing = quantities.filter(({ figure }) => unitsAgree(said, figure));
  const exact = agreeing.filter(({ figure }) => figure.unit === said.unit);
  const sameUnit = said.unit !== '' && exact.length > 0 ? exact : agreeing;
  const sameValue = sameUnit.filter(({ figure }) => isEqual(said.value, figure.value));
  const same = sameValue.filter(({ figure }) => limitsFit(said, figure, bare));
  if (same.length > 0) {
    const rivals = quantities.filter(({ figure }) => isRival(said, figure));
    const others = figures.quantities.filter((other) => isRival(said, other));
    const instead = isOfAnother(said, figures, others, same, rivals);
    return instead === null ? null : { kind: 'wrong_number', found, instead };
  }
  if (!said.measured && COUNTERS.has(said.unit) && counts.has(said.value)) return null;
  const isLimit = said.limit !== 'exact' && said.limit !== 'within' && sameValue.length > 0;
  if (said.soft && !isLimit && sameUnit.every(({ figure }) => figure.soft || !said.measured)) return null;
  if (sameValue.length > 0) {
    return { kind: 'wrong_limit', found: bare.slice(Math.max(0, said.start - 12), said.end).trim() };
  }
  const otherUnit = quantities.some(({ figure }) => isEqual(said.value, figure.value) && figure.measured);
  return { kind: otherUnit && said.measured && sameUnit.length === 0 ? 'wrong_unit' : 'wrong_number', found };
}

/** "nghỉ quá 20% thì phải học lại" tells what follows where a provision says "không được nghỉ quá 20%". */
function limitsFit(said: Quantity, written: Quantity, sentence: string): boolean {
  if (limitsAgree(said.limit, written.limit)) return true;
  const isConsequence = /(?:^|\s)(?:nếu|thì|sẽ|bị|khi)\s/iu.test(sentence);
  return said.limit === 'over' && written.limit === 'max' && isConsequence;
}

function isEqual(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

function isRival(said: Quantity, other: Quantity): boolean {
  const sameUnit = said.unit === other.unit || !said.measured;
  return said.measured === other.measured && sameUnit && !isEqual(said.value, other.value);
}

/** A noun may be told by another one ("05 thành viên", "5 người"), a measure never. */
function unitsAgree(said: Quantity, written: Quantity): boolean {
  if (said.unit === written.unit) return true;
  if (said.unit === '' || written.unit === '') return true;
  if (said.unit.startsWith('#') && written.unit.startsWith('#')) return looseLabel(said.unit, written.unit);
  return !said.measured && !written.measured;
}

const LOOSE_LABELS = new Set(['số', 'thứ', 'mẫu', 'lớp'].map((word) => `#${spell(word)}`));

/** "lớp số 2" and "lớp 2", "lần thứ hai" and "lần 2". */
function looseLabel(said: string, written: string): boolean {
  return LOOSE_LABELS.has(said) || LOOSE_LABELS.has(written);
}

/** How much more the words around must speak for another figure before the one said is taken for wrong. */
const MARGIN = 0.6;
/** More where the sentence says both: then they are only wrong if they change places. */
const SAID_MARGIN = 1.5;
const WIDE = 0.5;
/** A group or another figure tells two apart better than a word. */
const MARK = 1;

/**
 * Whether what stands around a figure in the sentence is what stands around another one in the provision: 45 tuổi is there, but of men,
 * and the sentence speaks of women. Returns the other figure's words, or `null`.
 */
function isOfAnother<T extends Quantity | Moment>(
  said: T,
  { bare, ...figures }: Figures,
  others: readonly T[],
  same: readonly Written<T>[],
  rivals: readonly Written<T>[],
): string | null {
  if (rivals.length === 0) return null;
  const partner = partnerOf<Quantity | Moment>(said, [...figures.quantities, ...figures.moments], bare);
  const rest = others.filter((other) => other !== said && other !== partner);
  const [from, to] = zoneOf(bare, said, rest);
  const shared = Math.min(from, ...rest.map(({ start }) => Math.max(0, bare.lastIndexOf(',', start))));
  const all = [...figures.quantities, ...figures.moments];
  const marksIn = (start: number, end: number): readonly string[] => [
    ...groupsIn(bare.slice(start, end)).map(({ name }) => `*${name}`),
    ...all
      .filter(
        (one) => one !== said && one.start >= start && one.end <= end && !rest.some((other) => other === one),
      )
      .map(markOf),
  ];
  const near = { words: weighty(bare.slice(from, to)), marks: marksIn(from, to) };
  const wide = {
    words: weighty(`${bare.slice(0, shared)} ${bare.slice(from, to)}`),
    marks: [...marksIn(0, shared), ...near.marks],
  };
  const ofHead = same.every((own) => own.ofHead);
  const owns = same.filter((own) => own.ofHead === ofHead);
  for (const rival of rivals) {
    if (rival.ofHead !== ofHead || owns.some((own) => own.partner === rival.figure)) continue;
    if (partner !== null && markOf(partner) === markOf(rival.figure)) continue;
    const isSaid = others.some((other) => markOf(other) === markOf(rival.figure));
    const best = Math.max(
      ...owns.map(
        (own) => balance(near, own.near(), rival.near()) + WIDE * balance(wide, own.wide(), rival.wide()),
      ),
    );
    if (best < -(isSaid ? SAID_MARGIN : MARGIN)) return describe(rival.figure);
  }
  return null;
}

function weighty(text: string): readonly Word[] {
  return wordsOf(text).filter(({ weight }) => weight > 0);
}

/** Above 0 where words and marks speak for `own`, below where they speak for `rival`: only what tells the two apart counts. */
function balance(
  { words, marks }: { readonly words: readonly Word[]; readonly marks: readonly string[] },
  own: Setting,
  rival: Setting,
): number {
  const [inOwn, inRival] = [coverage(words, own.held, 'exactly'), coverage(words, rival.held, 'exactly')];
  const byWords = words.reduce(
    (sum, { weight }, at) => sum + weight * ((inOwn[at] ?? 0) - (inRival[at] ?? 0)),
    0,
  );
  const has = (setting: Setting, mark: string): number => (setting.marks.has(mark) ? MARK : 0);
  return marks.reduce((sum, mark) => sum + has(own, mark) - has(rival, mark), byWords);
}

function describe(figure: Quantity | Moment): string {
  if ('value' in figure) return `${figure.value} ${figure.unit.normalize('NFC')}`.trim();
  return [figure.day, figure.month, figure.year].filter((part) => part !== null).join('/');
}

/** Whether a clause has figures of the kinds that a stretch of a sentence has, and none of them the same. */
export function figuresDiffer(
  said: Figures,
  written: Figures,
  beside: readonly Figures[],
): FailureReason | null {
  for (const one of said.quantities) {
    if (!one.measured || one.soft) continue;
    const alike = written.quantities.filter((other) => unitsAgree(one, other) && other.unit !== '');
    const fits = (other: Quantity) => isEqual(one.value, other.value) && limitsFit(one, other, said.bare);
    if (
      alike.length > 0 &&
      !alike.some(fits) &&
      !(
        !one.unit.startsWith('#') &&
        beside.some(({ quantities }) => quantities.some((other) => unitsAgree(one, other) && fits(other)))
      )
    ) {
      return {
        kind: 'wrong_number',
        found: said.bare.slice(one.start, one.end),
        instead: markOf(alike[0] ?? one),
      };
    }
  }
  for (const one of said.moments) {
    const alike = written.moments.filter((other) => isAlike(one, other));
    if (alike.length > 0 && !alike.some((other) => isSameMoment(one, other) === 'same')) {
      return { kind: 'wrong_date', found: said.bare.slice(one.start, one.end) };
    }
  }
  return null;
}
