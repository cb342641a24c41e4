import type { Provision, ProvisionKind, StoredDirective, StoredProvision } from '../../domain/directive.ts';
import type { Span } from '../route.ts';

/** A piece of a directive as the reader shows it: `text.slice(start, end)`, no two pieces overlapping. */
export type Piece = Span &
  (
    | {
        readonly kind: 'heading';
        readonly provision: StoredProvision;
        /** Depth among the headings, from 0. */
        readonly level: number;
      }
    | {
        readonly kind: 'paragraph';
        /** Steps to the right: khoản 0, its điểm 1, … */
        readonly indent: number;
        /** Before the first heading: the head of the document. */
        readonly preamble: boolean;
      }
  );

const headingKinds: ReadonlySet<ProvisionKind> = new Set([
  'phu_luc',
  'phan',
  'chuong',
  'muc',
  'tieu_muc',
  'dieu',
]);

const escapeForPattern = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function ancestors(provision: Provision, all: readonly Provision[]): readonly Provision[] {
  const found: Provision[] = [];
  for (let at = provision.parent; at !== null; at = all[at]?.parent ?? null) {
    const above = all[at];
    if (above !== undefined) found.push(above);
  }
  return found;
}

/** The label as the text prints it at the head of a provision, or `null` where it prints another form (`1.` for mục 1). */
function printedLabel(text: string, provision: Provision): string | null {
  const words = escapeForPattern(provision.label).replace(/ /g, '\\s+');
  const head = text.slice(provision.start, provision.start + provision.label.length + 20);
  return new RegExp(`^\\s*${words}[.:)]?`, 'iu').exec(head)?.[0] ?? null;
}

/** Numbered points of party documents (`1.`, `2.1.`) are headings only where they have one; else they are sentences. */
function isHeading(text: string, provision: Provision): boolean {
  if (!headingKinds.has(provision.kind)) return false;
  const numbered = provision.kind === 'muc' || provision.kind === 'tieu_muc';
  return !numbered || provision.heading !== null || printedLabel(text, provision) !== null;
}

/** Where the label and heading of a provision end; the heading may run over several lines. */
function headEnd(text: string, provision: Provision, limit: number): number {
  const lineEnd = text.indexOf('\n', provision.start);
  const wholeLine = Math.min(lineEnd === -1 ? text.length : lineEnd, limit);
  if (provision.heading !== null) {
    const words = provision.heading.trim().split(/\s+/).map(escapeForPattern).join('\\s+');
    const head = text.slice(
      provision.start,
      Math.min(limit, provision.start + provision.heading.length + 200),
    );
    const match = new RegExp(words, 'iu').exec(head);
    return match === null ? wholeLine : provision.start + match.index + match[0].length;
  }
  const label = printedLabel(text, provision);
  return label === null ? wholeLine : Math.min(provision.start + label.length, wholeLine);
}

/** The lines of `text` between two offsets, without white space around them and without empty ones. */
function linesBetween(text: string, from: number, to: number): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(from, to).matchAll(/\S[^\n]*/g)) {
    const start = from + match.index;
    spans.push({ start, end: start + match[0].trimEnd().length });
  }
  return spans;
}

/** Cuts a directive into headings and paragraphs, in order. */
export function layOut(directive: Pick<StoredDirective, 'text' | 'provisions'>): readonly Piece[] {
  const { text, provisions } = directive;
  const pieces: Piece[] = [];
  let at = 0;
  /** The provisions around the current place, outermost first. */
  let around: Provision[] = [];
  let next = 0;
  let anyHeading = false;

  const enter = (upTo: number) => {
    for (let one = provisions[next]; one !== undefined && one.start <= upTo; one = provisions[++next]) {
      around.push(one);
    }
    around = around.filter((one) => one.end > upTo);
  };
  const paragraphs = (to: number) => {
    for (const line of linesBetween(text, at, to)) {
      enter(line.start);
      const steps = around.filter((one) => !isHeading(text, one)).length;
      pieces.push({ ...line, kind: 'paragraph', indent: Math.max(0, steps - 1), preamble: !anyHeading });
    }
  };

  for (const [index, provision] of provisions.entries()) {
    if (!isHeading(text, provision) || provision.start < at) continue;
    paragraphs(provision.start);
    const limit = Math.min(provisions[index + 1]?.start ?? text.length, provision.end);
    const end = headEnd(text, provision, Math.max(limit, provision.start));
    const level = ancestors(provision, provisions).filter((one) => isHeading(text, one)).length;
    if (end > provision.start) {
      pieces.push({ kind: 'heading', provision, level, start: provision.start, end });
    }
    anyHeading = true;
    at = end;
  }
  paragraphs(text.length);
  return pieces;
}

const CELL = /\s*\|\s*/gu;

/** The cells of a table's row, which stands in the text as one line: `1 | Lớp kỹ năng số | 6 lớp`. */
export function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const { index, 0: bar } of text.slice(start, end).matchAll(CELL)) {
    cells.push({ start: from, end: start + index });
    from = start + index + bar.length;
  }
  return [...cells, { start: from, end }];
}

/** Pieces in order, those that are the rows of one table together. A single line with a bar is no table. */
export function withTables(pieces: readonly Piece[], text: string): readonly (readonly Piece[])[] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last !== undefined && isRow(piece, text) && isRow(last[0], text)) last.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function isRow(piece: Piece | undefined, text: string): boolean {
  return piece?.kind === 'paragraph' && / \|(?: |$)/u.test(text.slice(piece.start, piece.end));
}

/** The part of `span` that lies in `piece`, or `null`. */
export function overlap(piece: Span, span: Span | null): Span | null {
  if (span === null) return null;
  const start = Math.max(piece.start, span.start);
  const end = Math.min(piece.end, span.end);
  return start < end ? { start, end } : null;
}
