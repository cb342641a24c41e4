import type { Provision, ProvisionKind } from '../domain/directive.ts';
import { POINT_LETTERS, parseOrdinal, writeOrdinal } from '../vietnamese/provisionLabel.ts';
import { parseRoman, toRoman } from '../vietnamese/roman.ts';
import { cleanText, fold } from '../vietnamese/text.ts';

/** One rung of a named provision: `{ kind: 'khoan', value: '2' }`. */
export type NamedRung = { readonly kind: ProvisionKind; readonly value: string };

/** A provision that a question names: its rungs, in the order found. */
export type NamedProvision = {
  /** As it reads in an answer: "khoản 2 điều 5". */
  readonly written: string;
  readonly rungs: readonly NamedRung[];
};

/** A list such as "điều 5 đến điều 40" is a request for the document, not for forty quotes. */
const MOST_PROVISIONS = 6;

const KINDS: Readonly<Record<string, ProvisionKind>> = {
  'phu luc': 'phu_luc',
  phan: 'phan',
  chuong: 'chuong',
  'tieu muc': 'tieu_muc',
  muc: 'muc',
  dieu: 'dieu',
  khoan: 'khoan',
  diem: 'diem',
  k: 'khoan',
  d: 'dieu',
};

/** From the whole document down. */
const ORDER: readonly ProvisionKind[] = [
  'phu_luc',
  'phan',
  'chuong',
  'muc',
  'tieu_muc',
  'dieu',
  'khoan',
  'diem',
];

const WORDS =
  'phụ lục|phu luc|phần|phan|chương|chuong|tiểu mục|tieu muc|mục|muc|điều|dieu|khoản|khoan|điểm|diem';
const VALUE = '(?:thứ|thu)\\s+\\p{L}+|\\d+(?:\\.\\d+)*[a-zđ]?|[ivxlc]+|[a-zđ]';
const AND = '\\s*(?:,|;|và|va)\\s*';
/** A range may say its word again: "điều 5 đến điều 7". */
const UNTIL = '\\s*(?:đến|den|tới|toi|-|–)\\s*';
/** A word and its value with further values, or the short "k2", "đ5", "k.2", or the letters of điểm: "điểm a, b và d". */
const NAMED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:` +
    `(?<letters>điểm|diem)\\s+(?<letter>[a-zđ])(?<moreLetters>(?:(?:${AND}|${UNTIL}(?:(?:điểm|diem)\\s+)?)[a-zđ](?![\\p{L}\\p{N}]))*)|` +
    `(?<word>${WORDS})\\s+(?<value>${VALUE})(?<more>(?:(?:${AND}|${UNTIL}(?:\\k<word>\\s+)?)\\d{1,3}[a-zđ]?(?![\\p{L}\\p{N}./%]))*)|` +
    `(?<short>k|đ|d)\\.?(?<digits>\\d{1,3})` +
    `)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Loose spellings in the form that is read: "Đ5K2", "điều5", "k. 2", "điều thứ 5", "mục I.2". */
function spellOut(text: string): string {
  return text
    .replace(/(?<![\p{L}\p{N}])(?:[kđd]\.?\d{1,3}){2,}(?![\p{L}\p{N}])/giu, (run) =>
      run.replace(/(?<=\d)(?=[kđd])/giu, ' '),
    )
    .replace(/(?<![\p{L}\p{N}])([kđ])\.\s(?=\d{1,3}(?![\p{L}\p{N}]))/giu, '$1.')
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])(${WORDS})\\.?(?=\\d)`, 'giu'), '$1 ')
    .replace(new RegExp(`(?<![\\p{L}\\p{N}])(${WORDS})\\s+(?:thứ|thu)\\s+(?=\\d)`, 'giu'), '$1 ')
    .replace(/(?<![\p{L}\p{N}])(?:mục|muc)\s+([ivx]+)\.(?=\d)/giu, 'phần $1 mục ');
}

/**
 * Finds the provisions that a question names, such as "khoản 2 điều 5", "k2 đ5", "muc 2.1", "điều 5 và điều 7",
 * "khoản 1, 2 điều 12"; `rest` is the question without the words that name them.
 */
export function findNamedProvisions(question: string): {
  readonly provisions: readonly NamedProvision[];
  readonly rest: string;
} {
  const groups: NamedRung[][][] = [];
  let group: NamedRung[][] = [];
  const rest = spellOut(cleanText(question)).replace(NAMED, (whole, ...captured) => {
    const named: NamedParts = captured.at(-1);
    const kind = KINDS[fold(named.letters ?? named.word ?? named.short ?? '').replace(/\s+/g, ' ')];
    const first = (named.letter ?? named.value ?? named.digits ?? '').toLowerCase();
    if (kind === undefined || !plausible(kind, first)) return whole;
    // The same rung again begins another provision: "điều 5 và điều 7".
    if (group.some(([rung]) => rung?.kind === kind)) {
      groups.push(group);
      group = [];
    }
    const further =
      named.moreLetters === undefined
        ? furtherValues(first, named.more ?? '')
        : furtherLetters(first, named.moreLetters);
    group.push([first, ...further].map((value) => ({ kind, value })));
    return ' ';
  });
  if (group.length > 0) groups.push(group);
  const provisions = groups.flatMap((own, at) => combinations([...own, ...borrowed(own, groups, at)]));
  return {
    provisions: provisions.slice(0, MOST_PROVISIONS).map((rungs) => ({ written: writeRungs(rungs), rungs })),
    rest,
  };
}

type NamedParts = Readonly<
  Partial<
    Record<'letters' | 'letter' | 'moreLetters' | 'word' | 'value' | 'more' | 'short' | 'digits', string>
  >
>;

const FURTHER = /(,|;|và|va|đến|den|tới|toi|-|–)\s*(?:\p{L}+\s+)*?(\d+[a-zđ]?|[a-zđ])(?![\p{L}\p{N}])/giu;
const LISTS = /^(?:,|;|và|va)$/iu;

/** "1, 2 và 4" after khoản 1 gives 2 and 4; "đến 7" after 5 gives 6 and 7; "12b" after 12a gives 12b. */
function furtherValues(first: string, more: string): string[] {
  const values: string[] = [];
  let last = Number(first);
  for (const [, joiner = '', written = ''] of more.matchAll(FURTHER)) {
    const value = Number(written);
    if (Number.isNaN(value) || Number.isNaN(last) || LISTS.test(joiner) || value <= last) {
      values.push(written.toLowerCase());
    } else {
      for (let next = last + 1; next <= value && values.length < MOST_PROVISIONS; next += 1) {
        values.push(String(next));
      }
    }
    last = value;
  }
  return values.slice(0, MOST_PROVISIONS);
}

/** "b, d" after điểm a gives b and d; "đến d" gives b, c and d, in the order of Vietnamese letters. */
function furtherLetters(first: string, more: string): string[] {
  const values: string[] = [];
  let last = first;
  for (const [, joiner = '', written = ''] of more.matchAll(FURTHER)) {
    const letter = written.toLowerCase();
    const [from, to] = [POINT_LETTERS.indexOf(last), POINT_LETTERS.indexOf(letter)];
    if (LISTS.test(joiner) || from === -1 || to <= from) values.push(letter);
    else values.push(...POINT_LETTERS.slice(from + 1, to + 1));
    last = letter;
  }
  return values.slice(0, MOST_PROVISIONS);
}

/** "khoản 1 và khoản 2 điều 5": what stands above its own largest rung, a group takes from the next, else the one before. */
function borrowed(
  own: readonly NamedRung[][],
  groups: readonly (readonly NamedRung[][])[],
  at: number,
): readonly NamedRung[][] {
  const rank = (rungs: readonly NamedRung[]) => ORDER.indexOf(rungs[0]?.kind ?? 'diem');
  const largest = Math.min(...own.map(rank));
  if (largest <= ORDER.indexOf('dieu')) return [];
  for (const other of [groups[at + 1], groups[at - 1]]) {
    const above = (other ?? []).filter((rungs) => rank(rungs) < largest);
    if (above.length > 0) return above;
  }
  return [];
}

function combinations(lists: readonly NamedRung[][]): NamedRung[][] {
  return lists.reduce<NamedRung[][]>(
    (so_far, list) => so_far.flatMap((rungs) => list.map((rung) => [...rungs, rung])),
    [[]],
  );
}

/** "mục c", "khoản chi", "điều i" are words more often than names: each kind has its own form of value. */
function plausible(kind: ProvisionKind, value: string): boolean {
  switch (kind) {
    case 'dieu':
    case 'khoan':
      return /^\d+[a-zđ]?$/.test(value);
    case 'diem':
      return /^([a-zđ]|\d+(\.\d+)+)$/.test(value);
    case 'muc':
    case 'tieu_muc':
      return /^(\d+(\.\d+)*|[ivxlc]+)$/.test(value);
    default:
      return /^(\d+|[ivxlc]+)$/.test(value) || parseOrdinal(value) !== null;
  }
}

const NAMES: Readonly<Record<ProvisionKind, string>> = {
  phu_luc: 'phụ lục',
  phan: 'phần',
  chuong: 'chương',
  muc: 'mục',
  tieu_muc: 'tiểu mục',
  dieu: 'điều',
  khoan: 'khoản',
  diem: 'điểm',
  gach: 'gạch đầu dòng',
};

function writeRungs(rungs: readonly NamedRung[]): string {
  return [...rungs]
    .sort((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind))
    .map(
      ({ kind, value }) =>
        `${NAMES[kind]} ${/^[ivxlc]+$/.test(value) && kind !== 'diem' ? value.toUpperCase() : value}`,
    )
    .join(' ');
}

/** The labels under which the smallest rung of a named provision may be stored. */
export function possibleLabels({ rungs }: NamedProvision): readonly string[] {
  const smallest = smallestRung(rungs);
  if (smallest === undefined) return [];
  const { kind, value } = smallest;
  const number = Number(ordinal(value));
  const values = Number.isNaN(number)
    ? [value]
    : [value, String(number), toRoman(number), `thứ ${writeOrdinal(number) ?? number}`];
  const names = kind === 'muc' || value.includes('.') ? ['mục', 'phần', 'tiểu mục'] : [NAMES[kind]];
  const spelled = names.flatMap((name) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);
  return spelled.flatMap((name) => [...new Set(values)].map((one) => `${name} ${one}`));
}

function smallestRung(rungs: readonly NamedRung[]): NamedRung | undefined {
  return [...rungs].sort((a, b) => ORDER.indexOf(b.kind) - ORDER.indexOf(a.kind))[0];
}

/**
 * The provisions of one directive that fit the name: the smallest named rung is their own, every other named rung is
 * theirs or stands above them.
 */
export function matchProvisions<T extends Pick<Provision, 'kind' | 'label' | 'parent'>>(
  provisions: readonly T[],
  { rungs }: NamedProvision,
): readonly T[] {
  const smallest = smallestRung(rungs);
  if (smallest === undefined) return [];
  return provisions.filter((provision) => {
    if (!isRung(provision, smallest)) return false;
    const chain = [provision];
    for (let at = provision.parent; at !== null; ) {
      const above: T | undefined = provisions[at];
      if (above === undefined) break;
      chain.push(above);
      at = above.parent;
    }
    return rungs.every((rung) => chain.some((one) => isRung(one, rung)));
  });
}

function isRung({ kind, label }: Pick<Provision, 'kind' | 'label'>, rung: NamedRung): boolean {
  const value = label.replace(/^(?:phụ lục|phần|chương|tiểu mục|mục|điều|khoản|điểm)\s+/iu, '').toLowerCase();
  // "điểm 2.1", "mục 2.1": the dotted number says which rung it is.
  if (rung.value.includes('.')) return value === rung.value;
  const sameKind = kind === rung.kind || (rung.kind === 'muc' && (kind === 'phan' || kind === 'tieu_muc'));
  return sameKind && ordinal(value) === ordinal(rung.value);
}

/** One spelling for 2, 02, II and "thứ hai", so that "chương 2" finds "Chương II". Other letters stay as they are. */
function ordinal(value: string): string {
  if (/^\d/.test(value)) return value.replace(/^0+(?=\d)/, '');
  return String(parseRoman(value) ?? parseOrdinal(value) ?? value);
}
