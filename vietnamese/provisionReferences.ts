import { parseRoman, toRoman } from './roman.ts';

/** A provision that a text names, from the largest rung to the smallest. Offsets are into the text in NFC. */
export type ProvisionReference = {
  /** `["Điều 5", "khoản 2"]`, spelled as provisions are labelled; `["Điều này", "khoản 2"]` where the text says so. */
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
};

/** The rungs from small to large, as Vietnamese names them: "điểm a khoản 2 Điều 5 Chương II". */
const RUNGS = ['tiết', 'điểm', 'khoản', 'điều', 'tiểu mục', 'mục', 'chương', 'phần', 'phụ lục'] as const;
type Rung = (typeof RUNGS)[number];
const ARTICLE = RUNGS.indexOf('điều');

/** No list names more provisions than this; what seems to ("từ Điều 1 đến Điều 9999") is no list. */
const MOST = 400;

const FIGURE = '\\d{1,4}[a-zđ]?';
const LETTERS = '[a-zđA-ZĐ]{1,2}';
const ROMAN = '[IVXLC]{1,6}|\\d{1,2}';
const VALUES: Readonly<Record<Rung, string>> = {
  tiết: `${LETTERS}|${FIGURE}`,
  điểm: `\\d{1,2}(?:\\.(?:\\d{1,2}|[a-zđ](?![\\p{L}]))){1,3}|${LETTERS}\\d?|\\d{1,2}`,
  khoản: FIGURE,
  điều: FIGURE,
  'tiểu mục': '\\d{1,2}(?:\\.\\d{1,2})*|[IVXLC]{1,6}',
  mục: '\\d{1,2}(?:\\.\\d{1,2})*|[IVXLC]{1,6}|[A-Z]',
  chương: ROMAN,
  phần: `[Tt]hứ\\s+\\p{L}+|${ROMAN}|[A-Z]`,
  'phụ lục': `${ROMAN}|[A-Z]`,
};
/** A further value of a list ends as a value does, so that "Điều 5 và 10 ngày" names one article. */
const ENDS_VALUE =
  '(?=\\s*(?:[,;.:()“”"]|$)|\\s+(?:và|hoặc|đến|của|tại|thuộc|trong|này|như|ban|kèm|vào|sau|bằng|được|bị|có|hết|tiếp|cũng|khoản|điểm|điều|mục|\\p{Lu}))';
const GROUP = new RegExp(
  RUNGS.map((rung) => {
    const value = VALUES[rung];
    const name = named(rung);
    const more = `(?:\\s*(?:,|;|(?:và|hoặc)(?![\\p{L}])|(?:đến|-|–)(?:\\s+${name}(?=\\s))?)\\s*(?:${value})(?![\\p{L}\\p{N}/])${ENDS_VALUE})*`;
    return `(?:[Cc]ác\\s+)?${name}\\s+(?:số\\s+)?(?<k${RUNGS.indexOf(rung)}>này|(?:${value})(?![\\p{L}\\p{N}/])${more})`;
  })
    .map((alternative) => `(?<![\\p{L}])(?:${alternative})`)
    .join('|'),
  'gu',
);

/** A rung's name in small letters, with a capital, or in capitals: values tell a capital from a small letter. */
function named(rung: Rung): string {
  const spellings = [rung, rung.charAt(0).toUpperCase() + rung.slice(1), rung.toUpperCase()];
  return `(?:${spellings.join('|').replaceAll(' ', '\\s+')})`;
}

const IN_A_ROW = /^\s*(?:,|;|và|hoặc|(?:,|;)\s*(?:và|hoặc))\s*$/u;

type Group = {
  readonly rung: number;
  readonly values: readonly string[];
  readonly start: number;
  readonly end: number;
};

/**
 * The provisions that a text of law names: "điểm a, b và c khoản 1 Điều 3", "các Điều 6, 7 và 8", "Điều 5 đến Điều 9",
 * "Mục 2 Chương III", "khoản 5 và khoản 10 Điều 3" (the first borrows its Điều from the second).
 */
export function findProvisionReferences(text: string): readonly ProvisionReference[] {
  const composed = text.normalize('NFC');
  const chains = chainsOf(composed, groupsOf(composed));
  let above: readonly Group[] = [];
  let from = composed.length;
  const found: ProvisionReference[] = [];
  for (const chain of chains.toReversed()) {
    const top = chain.at(-1)?.rung ?? 0;
    const start = Math.min(...chain.map((group) => group.start));
    const end = Math.max(...chain.map((group) => group.end));
    // Within one row a khoản is lent as well: "điểm a, điểm b khoản 1", where no Điều is named at all.
    const lends = above.some(({ rung }) => rung >= ARTICLE) || IN_A_ROW.test(composed.slice(end, from));
    const whole = top < ARTICLE && lends ? [...chain, ...above.filter(({ rung }) => rung > top)] : chain;
    if (whole.some(({ rung }) => rung >= ARTICLE) || !above.some(({ rung }) => rung >= ARTICLE))
      above = whole;
    from = start;
    found.unshift(...paths(whole).map((path) => ({ path, start, end })));
    if (found.length > MOST) break;
  }
  return found;
}

function groupsOf(text: string): readonly Group[] {
  const groups: Group[] = [];
  for (const match of text.matchAll(GROUP)) {
    const rung = RUNGS.findIndex((_, at) => match.groups?.[`k${at}`] !== undefined);
    const name = RUNGS[rung];
    const list = match.groups?.[`k${rung}`];
    if (name === undefined || list === undefined) continue;
    const values = expand(list, name);
    if (values.length > 0)
      groups.push({ rung, values, start: match.index, end: match.index + match[0].length });
  }
  return groups;
}

/** `6, 7 và 9` → 6, 7, 9; `5 đến Điều 9` → 5 … 9. */
function expand(list: string, rung: Rung): readonly string[] {
  if (/^này$/iu.test(list)) return ['này'];
  const values: string[] = [];
  const part = `(,|;|(?:và|hoặc)(?![\\p{L}])|đến|-|–)?\\s*(?:${named(rung)}\\s+)?(${VALUES[rung]})(?![\\p{L}\\p{N}])`;
  const parts = list.matchAll(new RegExp(part, 'gu'));
  for (const [, joiner = '', value = ''] of parts) {
    const [from, to] = [Number(values.at(-1)), Number(value)];
    if (/^(?:đến|-|–)$/iu.test(joiner) && to > from && to - from < MOST) {
      for (let next = from + 1; next < to; next += 1) values.push(String(next));
    }
    values.push(value);
  }
  return values.length > MOST ? [] : values;
}

/** Groups that follow one another without a break belong to one name. */
function chainsOf(text: string, groups: readonly Group[]): readonly (readonly Group[])[] {
  const chains: Group[][] = [];
  let current: Group[] = [];
  for (const group of groups) {
    const last = current.at(-1);
    if (
      last !== undefined &&
      belongs(text.slice(Math.max(...current.map(({ end }) => end)), group.start), current, group)
    ) {
      current = [...current, group].sort((a, b) => a.rung - b.rung);
      chains[chains.length - 1] = current;
    } else {
      current = [group];
      chains.push(current);
    }
  }
  return chains;
}

function belongs(between: string, chain: readonly Group[], group: Group): boolean {
  if (chain.some(({ rung }) => rung === group.rung)) return false;
  if (/^\s*(?:(?:của|tại|thuộc|trong)\s*)?$/u.test(between)) return true;
  // "khoản 2, Điều 5" is one name, "khoản 2 Điều 5, Điều 7" are two.
  const top = chain.at(-1)?.rung ?? ARTICLE;
  return /^\s*,\s*$/u.test(between) && chain.every(({ rung }) => rung !== ARTICLE) && group.rung > top;
}

function paths(chain: readonly Group[]): readonly (readonly string[])[] {
  return chain
    .toReversed()
    .reduce<readonly (readonly string[])[]>(
      (above, { rung, values }) =>
        above.flatMap((path) => values.map((value) => [...path, label(rung, value)])),
      [[]],
    );
}

function label(rung: number, value: string): string {
  const name = RUNGS[rung] ?? '';
  if (rung < ARTICLE) return `${name} ${value.toLowerCase()}`;
  const spelled = name.charAt(0).toUpperCase() + name.slice(1);
  const lower = value.toLowerCase();
  if (name === 'chương' && /^\d+$/.test(value)) return `${spelled} ${toRoman(Number(value))}`;
  const isNumeral = rung > ARTICLE && (value.length === 1 || parseRoman(value.toUpperCase()) !== null);
  return `${spelled} ${isNumeral ? value.toUpperCase() : lower}`;
}
