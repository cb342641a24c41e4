import type { Provision } from '../../domain/directive.ts';
import { demands } from './demands.ts';
import { ABOUT_TRAINING, headingAbove, headingsAbove } from './standardHeadings.ts';
import { isTold, NOBODY, type Whose, whoseStandard, withPostOnly } from './whose.ts';

/** A clause on training inside quotation marks: the new words of a provision of the document that is amended. */
export type QuotedClause = {
  /** Index of the provision that quotes it. */
  readonly provision: number;
  /** Whose standard it is, as the quotation or the words that lead to it say. */
  readonly whose: Whose;
  /** Number of the quoted khoản. */
  readonly clause: string;
  /** Letter of a quoted điểm that names its title itself; `null`: the whole khoản is quoted. */
  readonly point: string | null;
  readonly start: number;
  /** Before the mark that closes the quotation. */
  readonly end: number;
};

const CLAUSE = /^[\s“"]*(\d{1,3}[a-zđ]?)\.\s+/u;
const ARTICLE = /^[\s“"]*Điều\s+\d{1,4}[a-zđ]?\s*[.:]\s*/u;
/** No words that say whose standard follows are longer, in UTF-16 units. */
const LONGEST_LEAD = 600;

/**
 * Clauses such as “2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng: …” that an amending document quotes. They are no
 * provisions of its own, so that the tree does not hold them.
 */
export function quotedClauses(text: string, provisions: readonly Provision[]): readonly QuotedClause[] {
  const parents = new Set(provisions.map(({ parent }) => parent));
  return provisions.flatMap(({ start, end }, index) => {
    if (parents.has(index)) return [];
    return quotationsIn(text, start, end).flatMap((quotation) => {
      const titled = titledPoint(text, quotation.start, quotation.end, text.slice(start, quotation.start));
      if (titled !== null) return [{ ...titled, provision: index }];
      const point = demandingPoint(text, provisions, index, quotation);
      if (point !== null) return [point];
      return clausesIn(text, quotation.start, quotation.end).map(({ heading, opening, ...clause }) => ({
        ...clause,
        provision: index,
        whose: firstTold([
          () => whoseStandard(heading),
          () => whoseOf(opening),
          () => leadOf(text, provisions, index, quotation.start),
        ]),
      }));
    });
  });
}

/**
 * What stands between quotation marks, with the opening one. A mark closes where its line ends behind it: a name within
 * the words may be quoted with any marks.
 */
function quotationsIn(
  text: string,
  from: number,
  to: number,
): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let opened: number | null = null;
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    const sign = text[at];
    if (sign !== '“' && sign !== '”' && sign !== '"') continue;
    if (opened === null) {
      if (sign === '”') continue;
      opened = at;
      depth = 0;
    } else if (sign === '“') depth += 1;
    else if (sign === '”' && depth > 0) depth -= 1;
    else if (/^["”]*\s*[.;,]?[^\S\n]*(?:\n|$)/u.test(text.slice(at + 1, Math.min(to, at + 20)))) {
      found.push({ start: opened, end: at });
      opened = null;
    }
  }
  // What nothing closes is quoted to the end.
  return opened === null ? found : [...found, { start: opened, end: to }];
}

/** “a) Chức danh y tế công cộng chính (hạng II) - Mã số: V.08.04.09: Tốt nghiệp …” */
const TITLED_POINT =
  /^[\s“"]*([a-zđ])\)\s+((?:chức danh|ngạch|viên chức|công chức|\p{Lu})[^:\n]{3,120}?mã\s*số\s*:?\s*[A-Z]?[\d.]+\d\s*\)?\s*:\s*)(?=\S)/iu;

function titledPoint(
  text: string,
  from: number,
  to: number,
  lead: string,
): Omit<QuotedClause, 'provision'> | null {
  const found = TITLED_POINT.exec(text.slice(from, to));
  const clause = /điểm\s+[a-zđ]\s+khoản\s+(\d{1,3}[a-zđ]?)\s+Điều\s[^:“"]*:?\s*$/iu.exec(lead)?.[1];
  if (found === null || clause === undefined) return null;
  return {
    whose: whoseStandard((found[2] ?? '').replace(/:\s*$/u, '')),
    clause,
    point: found[1] ?? '',
    start: from + found[0].length,
    end: to,
  };
}

/** “c) Có chứng chỉ bồi dưỡng …” where the words that lead to it name the title, in an amendment of standards. */
function demandingPoint(
  text: string,
  provisions: readonly Provision[],
  index: number,
  { start, end }: { readonly start: number; readonly end: number },
): QuotedClause | null {
  const found = /^[\s“"]*([a-zđ])\)\s+/u.exec(text.slice(start, end));
  const own = provisions[index];
  if (found === null || own === undefined) return null;
  const lead = text.slice(own.start, start);
  const clause = /điểm\s+[a-zđ]\s+khoản\s+(\d{1,3}[a-zđ]?)\s+Điều\s[^:“"]*:?\s*$/iu.exec(lead)?.[1];
  const from = start + found[0].length;
  const above = `${lead} ${headingAbove(text, provisions, index)} ${headingsAbove(text, provisions, index)}`;
  if (clause === undefined || !/tiêu chuẩn/iu.test(above) || !demands(text.slice(from, end))) return null;
  const whose = leadOf(text, provisions, index, start);
  if (whose.title === null) return null;
  return { provision: index, whose, clause, point: found[1] ?? '', start: from, end };
}

type ReadClause = Omit<QuotedClause, 'provision' | 'whose'> & {
  /** The quoted heading above it, empty where the quotation has none. */
  readonly heading: string;
  /** Its own first words up to the colon. */
  readonly opening: string;
};

function clausesIn(text: string, from: number, to: number): readonly ReadClause[] {
  const found: ReadClause[] = [];
  let heading = '';
  let open: Omit<ReadClause, 'heading' | 'end'> | null = null;
  const close = (end: number): void => {
    if (open !== null) found.push({ heading, ...open, end });
    open = null;
  };
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const start = at;
    at += line.length + 1;
    const article = ARTICLE.exec(line);
    const clause = CLAUSE.exec(line);
    if (article !== null || clause !== null) close(start);
    if (article !== null) heading = line.slice(article[0].length);
    if (clause === null) continue;
    const words = line.slice(clause[0].length);
    // "(mã số 01.003)" has full stops.
    if (!/^(?:tiêu chuẩn|yêu cầu)/iu.test(words) || !ABOUT_TRAINING.test(words.replace(BRACKETS, '')))
      continue;
    const own = words.replace(/(mã\s*số)\s*:/iu, '$1').split(':', 1)[0] ?? '';
    open = { clause: clause[1] ?? '', point: null, start, opening: own.slice(0, LONGEST_LEAD) };
  }
  close(to);
  return found;
}

const BRACKETS = /\([^()]*\)/gu;

/** "… bồi dưỡng đối với chuyên viên", "… trình độ của ngạch chuyên viên": what stands behind the last of such words. */
const BEHIND =
  /^.*?(?<!\p{L})(?:(?:đối với|của|cho)\s+(?:(?:công chức|viên chức|người)\s+)?(?:(?:giữ|ở|thuộc|được bổ nhiệm vào)\s+)?|(?=(?:ngạch|chức danh(?: nghề nghiệp)?|chức vụ)\s))(.+)$/iu;

function whoseOf(words: string): Whose {
  const behind = BEHIND.exec(words)?.[1] ?? null;
  return behind === null ? NOBODY : named(behind);
}

function named(words: string): Whose {
  return withPostOnly(whoseStandard(words.replace(/\s*(?:được sửa đổi.*|như sau)?\s*:?\s*$/iu, '')));
}

const LEADS: readonly RegExp[] = [
  // "Sửa đổi khoản 2 Điều 5 (Chuyên viên, hạng III) như sau", "Sửa đổi Điều 5. Chuyên viên (hạng III) như sau"
  /Điều\s+\d{1,4}[a-zđ]?\s*[.:]\s*(\p{Lu}.*)$/u,
  /Điều\s+\d{1,4}[a-zđ]?\s*\(((?:[^()]|\([^()]*\))+)\)/u,
  // "… khoản 2 Điều 5 về tiêu chuẩn của ngạch chuyên viên như sau"
  /(?<!\p{L})(?:về|quy định)\s+(tiêu chuẩn\s[^:“"]*)$/iu,
];

/** What the words before a quotation say of the article that is amended, or else those above it. */
function leadOf(text: string, provisions: readonly Provision[], index: number, quote: number): Whose {
  for (let at: number | null = index; at !== null; at = provisions[at]?.parent ?? null) {
    const provision: Provision | undefined = provisions[at];
    if (provision === undefined) break;
    const end = Math.min(at === index ? quote : provision.end, provision.start + LONGEST_LEAD);
    const line = text.slice(provision.start, end).split('\n', 1)[0] ?? '';
    // An article's own label is none of what is amended.
    const words = line
      .replace(/^\s*Điều\s+\d{1,4}[a-zđ]?\s*[.:]\s*/u, '')
      .replace(/\s*(?:như sau)?\s*:?\s*$/iu, '');
    const [titled, bracketed, about] = LEADS.map((lead) => lead.exec(words)?.[1] ?? null);
    const told = titled ?? bracketed ?? null;
    const whose = told !== null ? named(told) : about == null ? NOBODY : whoseOf(about);
    if (isTold(whose)) return whose;
  }
  return NOBODY;
}

function firstTold(readings: readonly (() => Whose)[]): Whose {
  for (const reading of readings) {
    const whose = reading();
    if (isTold(whose)) return whose;
  }
  return NOBODY;
}
