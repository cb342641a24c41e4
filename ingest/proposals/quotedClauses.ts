import type { Provision } from '../../domain/directive.ts';
import { ABOUT_TRAINING } from './clauses.ts';

/** A clause on training inside quotation marks: the new words of a provision of the document that is amended. */
export type QuotedClause = {
  /** Index of the provision that quotes it. */
  readonly provision: number;
  /** The quoted heading above it, empty where the quotation has none. */
  readonly heading: string;
  /** Number of the quoted khoản. */
  readonly clause: string;
  readonly start: number;
  readonly end: number;
};

const CLAUSE = /^[\s“"]*(\d{1,3}[a-zđ]?)\.\s+/u;
const ARTICLE = /^[\s“"]*Điều\s+\d{1,4}[a-zđ]?\s*[.:]\s*/u;

/**
 * Clauses such as “2. Tiêu chuẩn về trình độ đào tạo, bồi dưỡng: …” that an amending document quotes. They are no
 * provisions of its own, so that the tree does not hold them.
 */
export function quotedClauses(text: string, provisions: readonly Provision[]): readonly QuotedClause[] {
  const parents = new Set(provisions.map(({ parent }) => parent));
  return provisions.flatMap(({ start, end }, index) => {
    if (parents.has(index)) return [];
    const words = text.slice(start, end);
    const quote = words.search(/[“"]/u);
    return quote === -1 ? [] : clausesIn(text, start + quote, end, index);
  });
}

function clausesIn(text: string, from: number, to: number, provision: number): readonly QuotedClause[] {
  const found: QuotedClause[] = [];
  let heading = '';
  let open: { readonly clause: string; readonly start: number } | null = null;
  const close = (end: number): void => {
    if (open !== null) found.push({ provision, heading, clause: open.clause, start: open.start, end });
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
    if (clause === null || !ABOUT_TRAINING.test(line.slice(clause[0].length))) continue;
    if (/^(?:tiêu chuẩn|yêu cầu)/iu.test(line.slice(clause[0].length))) {
      open = { clause: clause[1] ?? '', start };
    }
  }
  close(to);
  return found;
}
