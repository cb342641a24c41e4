import type { IsoDate } from './day.ts';
import type { DirectiveKind, Header } from './directive.ts';
import type { Reference } from './requirement.ts';
import { type TablePlace, writeTablePlace } from './tablePlace.ts';
import type { Change, Validity, ValidityStatus } from './validity.ts';

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
  /** The rows or the cell of a table that are quoted; left out where the quote is no part of a table. */
  readonly table?: TablePlace;
  readonly kind: DirectiveKind;
  /** Came with the product as an example; it is no law. */
  readonly sample: boolean;
  /** First day in force of what is cited: the directive's, or its own where it begins apart. */
  readonly effective: IsoDate | null;
  /** How it stands on the date asked for. */
  readonly validity: ValidityStatus;
  /** The same as a plain answer: `null` where it is not known. */
  readonly inForce: boolean | null;
  /** Last day in force; `null` where no end is known. */
  readonly until: IsoDate | null;
  /** What has ended it or is going to, from `since` on; `null` where nothing does, or where it ends by its own words. */
  readonly supersededBy: Change | null;
  /** What changes a part of it, or adds to it. */
  readonly changes: readonly Change[];
};

/** A citation with how what it cites stands on the date asked for. */
export function withValidity(citation: Citation, validity: Validity): Citation {
  return { ...citation, ...validityFields(validity) };
}

/** A validity as a citation carries it. */
export function validityFields({
  status,
  from,
  until,
  by,
  changes,
}: Validity): Pick<Citation, 'effective' | 'validity' | 'inForce' | 'until' | 'supersededBy' | 'changes'> {
  const inForce = status === 'unknown' ? null : status === 'in_force';
  return { effective: from, validity: status, inForce, until, supersededBy: by, changes };
}

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

/**
 * `khoản 2 Điều 18 Nghị định 233/2026/NĐ-CP (hiệu lực từ 01/7/2026)`; of a table's cell `hàng 3 “Phường Nam Lam”, cột
 * “Số lớp” của Phụ lục I Kế hoạch 12/KH-UBND (…)`.
 */
export function writeCitation(citation: Citation): string {
  if (citation.kind === 'press') return `bài báo “${citation.document}”`;
  const place = citation.path.length === 0 ? '' : `${writePath(citation.path)} `;
  const within = citation.table === undefined ? '' : `${writeTablePlace(citation.table)} của `;
  return `${within}${place}${citation.document} (${writeValidity(citation)})`;
}

/** What a rule rests on: the citation where its document is stored, else its place alone: `khoản 1 Điều 12 915/2026/QĐ-UBND`. */
export function writeReference(reference: Reference, citation: Citation | null = null): string {
  return citation === null ? `${writePath(reference.path)} ${reference.document}` : writeCitation(citation);
}

/** `khoản 2 Điều 1 Quyết định 958/2026/QĐ-UBND`: the clause; of a document that replaces another one, its name alone. */
export function writeChange(change: Change): string {
  const isSuccessor = change.kind === 'replaces' && change.scope === 'whole';
  const isWhole = isSuccessor || change.path.length === 0;
  return isWhole ? change.document : `${writePath(change.path)} ${change.document}`;
}

function writeValidity({ effective, validity, until, supersededBy }: Citation): string {
  switch (validity) {
    case 'not_yet':
      return effective === null ? 'chưa có hiệu lực' : `chưa có hiệu lực, từ ${writeDate(effective)}`;
    case 'superseded':
      return writeEnd(until, supersededBy);
    case 'unknown':
      return supersededBy === null || (effective === null && supersededBy.since !== null)
        ? 'chưa rõ ngày hiệu lực'
        : `chưa rõ còn hiệu lực không, xem ${writeChange(supersededBy)}`;
    case 'in_force':
      return [
        effective === null ? 'đang có hiệu lực' : `hiệu lực từ ${writeDate(effective)}`,
        ...(until === null ? [] : [`đến hết ${writeDate(until)}`]),
      ].join(' ');
  }
}

/** `hết hiệu lực từ 01/7/2026, được thay bằng …`, `bị bãi bỏ từ …`. */
function writeEnd(until: IsoDate | null, by: Change | null): string {
  if (by === null) return until === null ? 'hết hiệu lực' : `hết hiệu lực sau ${writeDate(until)}`;
  const since = by.since === null ? '' : ` từ ${writeDate(by.since)}`;
  const how = by.kind === 'repeals' ? `theo ${writeChange(by)}` : `được thay bằng ${writeChange(by)}`;
  return `hết hiệu lực${since}, ${how}`;
}

function startsWith(text: string, beginning: string): boolean {
  return text.toLowerCase().startsWith(beginning.toLowerCase());
}
