import { writeDate } from '../../domain/citation.ts';
import type { AnswerSource } from './source.ts';
import { plainText } from './words.ts';

/** The smallest stretch of a provision that says something by itself, with the words above it that belong to it. */
export type Clause = {
  readonly source: AnswerSource;
  /** Where it stands within the source: `["khoản 2", "điểm a"]`. */
  readonly labels: readonly string[];
  readonly text: string;
  /** Lead-ins and headings, nearest first. */
  readonly above: readonly string[];
  /** How many of them are lead-ins, which make one sentence with the clause. */
  readonly leads: number;
  /** `own`: words of the provision; `line`: all clauses of one line together; `head`: what is known of the document. */
  readonly kind: 'own' | 'line' | 'head';
};

const LABELS: readonly (readonly [RegExp, string])[] = [
  [/^["“]?Điều\s+(\d{1,4}[a-zđ]?)[.:]\s*/u, 'Điều'],
  [/^["“]?(\d{1,3}\.\d{1,2}(?:\.\d{1,2})?)\.?\s+/u, 'điểm'],
  [/^["“]?(\d{1,3}[a-zđ]?)\.\s+/u, 'khoản'],
  [/^["“]?([a-zđ]{1,2})\)\s+/u, 'điểm'],
  [/^["“]?([-–+•])\s+/u, 'gạch'],
];
const RANKS = ['Điều', 'khoản', 'điểm', 'gạch'];

type Lead = { readonly rank: number; readonly label: string; readonly text: string };

/** Cuts a source into its clauses. */
export function clausesOf(source: AnswerSource): readonly Clause[] {
  const around = source.above.map(plainText).reverse();
  const introduces = (words: string) =>
    words.endsWith(':') || /^(?:\d{1,3}(?:\.\d{1,2})?[.)]|[a-zđ]\))\s/u.test(words);
  const introducing = around.filter(introduces);
  const headings = [...around.filter((words) => !introduces(words)), plainText(source.heading ?? '')].filter(
    (words) => words !== '',
  );
  const title = plainText(source.document.title ?? '');
  const clauses: Clause[] = [headOf(source)];
  let leads: readonly Lead[] = [];
  for (const line of plainText(source.text).split('\n')) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const label = labelOf(trimmed);
    const body = trimmed.slice(label?.length ?? 0);
    const rank = label === null ? RANKS.length : RANKS.indexOf(label.name);
    leads = label === null ? leads : leads.filter((lead) => lead.rank < rank);
    const labels = [...leads.map((lead) => lead.label), ...(label === null ? [] : [label.written])].filter(
      (written) => written !== '',
    );
    const own = [...leads.map(({ text }) => text)].reverse().concat(introducing);
    const above = [...own, ...headings, ...(title === '' ? [] : [title])];
    const parts = partsOf(body);
    for (const { text, lead } of parts) {
      clauses.push({
        source,
        labels,
        text,
        above: lead === null ? above : [lead, ...above],
        leads: own.length + (lead === null ? 0 : 1),
        kind: 'own',
      });
    }
    if (parts.length > 1)
      clauses.push({ source, labels, text: body, above, leads: own.length, kind: 'line' });
    if (label !== null || body.endsWith(':')) {
      // What stands below a numbered line belongs to it, whether or not it ends in a colon.
      // What introduces the khoản of an Điều stands above them, though it has no number of its own.
      const own = label === null ? (leads.at(-1)?.rank ?? -1) + 0.5 : rank;
      leads = [...leads, { rank: own, label: label?.written ?? '', text: body }];
    }
  }
  return clauses;
}

function labelOf(
  line: string,
): { readonly name: string; readonly written: string; readonly length: number } | null {
  for (const [pattern, name] of LABELS) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const value = match[1] ?? '';
    return { name, written: name === 'gạch' ? '' : `${name} ${value}`, length: match[0].length };
  }
  return null;
}

/** Clauses end at semicolons and full stops; what a colon introduces within the line keeps its lead-in. */
function partsOf(body: string): readonly { readonly text: string; readonly lead: string | null }[] {
  const parts: { text: string; lead: string | null }[] = [];
  for (const sentence of body.split(/(?<=[\p{Ll}\d)%"][.!?])\s+(?=["\p{Lu}])/u)) {
    const pieces = sentence.split(/;\s*/u).filter((piece) => /[\p{L}\d]/u.test(piece));
    let lead: string | null = null;
    for (const [at, piece] of pieces.entries()) {
      parts.push({ text: piece, lead: at === 0 ? null : lead });
      const colon = /^(.{3,160}?):\s/u.exec(piece);
      if (at === 0 && colon !== null) lead = colon[1] ?? null;
    }
  }
  return parts;
}

/** What is known of the document and of the place, as a clause of its own. */
function headOf(source: AnswerSource): Clause {
  const { number, type, title, issuer, issued } = source.document;
  const from = source.from ?? source.document.effective;
  const text = [
    source.heading,
    type,
    number === null ? null : `số ${number}`,
    title,
    issuer === null ? null : `do ${issuer} ban hành`,
    issued === null ? null : `ban hành ngày ${writeDate(issued)}`,
    from === null ? null : `có hiệu lực từ ngày ${writeDate(from)}`,
    source.until === null ? null : `đến hết ngày ${writeDate(source.until)}`,
    source.validity === 'superseded' ? 'đã hết hiệu lực, bị thay thế, bãi bỏ' : null,
    source.validity === 'not_yet' ? 'chưa có hiệu lực' : null,
    ...source.changedBy.map((name) => `được sửa đổi, bổ sung, thay thế bởi ${name}`),
  ].filter((part) => part !== null);
  return { source, labels: [], text: plainText(text.join(', ')), above: [], leads: 0, kind: 'head' };
}
