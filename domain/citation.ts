import type { DirectiveKind, Header, IsoDate } from './directive.ts';
import type { Reference } from './requirement.ts';

/** A pointer to a provision of a stored directive and the exact words that are quoted from it. */
export type Citation = {
  readonly directiveId: number;
  readonly provisionId: number | null;
  /** Short name of the directive: its type and number, or its title where it has no number. */
  readonly document: string;
  readonly path: readonly string[];
  /** Heading of the provision, or of the nearest one above it that has one. */
  readonly heading: string | null;
  /** Verbatim: `directive.text.slice(start, end)`. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly page: number | null;
  readonly kind: DirectiveKind;
  /** Came with the product as an example; it is no law. */
  readonly sample: boolean;
  readonly effective: IsoDate | null;
  /** On the date asked for; `null` when the directive's effective date is not known. */
  readonly inForce: boolean | null;
};

/** `Nghị định 233/2026/NĐ-CP`; the title where there is no number; the file's name where there is neither. */
export function documentName(header: Header, fileName: string): string {
  if (header.number !== null) return header.type === null ? header.number : `${header.type} ${header.number}`;
  if (header.title === null) return fileName;
  return header.type === null || startsWith(header.title, header.type)
    ? header.title
    : `${header.type} ${header.title}`;
}

/** Whether a directive is in force on a day; `null` when its effective date is not known. */
export function isInForce(effective: IsoDate | null, asOf: IsoDate): boolean | null {
  return effective === null ? null : effective <= asOf;
}

/** `2026-07-01` → `01/7/2026`, as Vietnamese documents write it: a zero before days under 10 and months 1 and 2. */
export function writeDate(date: IsoDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${Number(month) <= 2 ? month : Number(month)}/${year}`;
}

/** From the smallest provision outwards: `điểm a khoản 2 Điều 18`. What stands above an Điều is left out. */
export function writePath(path: readonly string[]): string {
  const article = path.findIndex((label) => label.startsWith('Điều '));
  const annex = path.filter(
    (label, index) => index < article && /^(Phụ lục|Quy |Điều lệ|Danh mục)/.test(label),
  );
  const cited = article === -1 ? path : [...annex, ...path.slice(article)];
  return [...cited].reverse().join(' ');
}

/** `khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)`. */
export function writeCitation(citation: Citation): string {
  if (citation.kind === 'press') return `bài báo “${citation.document}”`;
  const place = citation.path.length === 0 ? '' : `${writePath(citation.path)} `;
  return `${place}${citation.document} (${writeValidity(citation)})`;
}

/** What a rule rests on: the citation where its document is stored, else its place alone: `khoản 1 Điều 12 915/2026/QĐ-UBND`. */
export function writeReference(reference: Reference, citation: Citation | null = null): string {
  return citation === null ? `${writePath(reference.path)} ${reference.document}` : writeCitation(citation);
}

function writeValidity({ effective, inForce }: Citation): string {
  if (effective === null) return 'chưa rõ ngày hiệu lực';
  return inForce ? `hiệu lực từ ${writeDate(effective)}` : `chưa có hiệu lực, từ ${writeDate(effective)}`;
}

function startsWith(text: string, beginning: string): boolean {
  return text.toLowerCase().startsWith(beginning.toLowerCase());
}
