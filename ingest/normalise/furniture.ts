import { withoutPortal } from './portal.ts';
import { isCapitals } from './sentence.ts';
import type { Unit } from './units.ts';

const NEVER_TEXT: readonly RegExp[] = [
  /^(?:©|\([Cc]\)|c\))\s*Cơ quan phát hành/u,
  // Only the notice and the stamp themselves: clauses about signing begin with the same words.
  /^Văn bản (?:này )?(?:đã )?được ký số[^.;,]{0,40}$/iu,
  /^(?:Ký bởi\s*:|Digitally signed by\b|Signature Not Verified\b)/iu,
  /^(?:Thời gian|Ngày) ký\s*:\s*\d{1,2}[./-]\d{1,2}[./-]\d{4}/iu,
  /^(?:Trang|Page)\s+\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?$/iu,
];
/** Lines of an electronic stamp; the same words may also stand in an information table, so only in a stamp's company. */
const STAMP_LINE = /^(?:Người ký|Email|Cơ quan|Tổ chức|Chức vụ|Thời gian ký|Ký ngày)\s*:/iu;
const STAMP_PROOF = /^(?:Email\s*:\s*\S+@|Thời gian ký\s*:)/iu;
/** With the speck or stray letter that scanning adds: `12 r`, `1]`. */
const PAGE_NUMBER = /^[-–—~|]?\s*(\d{1,4})\s*(?:[^\p{L}\p{N}.,)]|\s\p{Ll})?$/u;

/**
 * Takes out what is no word of the document: page numbers, running heads and feet, electronic stamps, notices of the
 * publishing office, specks of a scan, doubled lines, and the navigation around a portal page.
 */
export function withoutFurniture(units: readonly Unit[]): Unit[] {
  const runners = runningLines(units);
  const edges = pageEdges(units);
  const kept: Unit[] = [];
  let gap = false;
  let lastPageNumber: number | null = null;
  for (const [index, unit] of units.entries()) {
    const number = unit.role === 'line' ? PAGE_NUMBER.exec(unit.text)?.[1] : undefined;
    if (number !== undefined && isPageNumber(Number(number), lastPageNumber, edges.has(index))) {
      lastPageNumber = Number(number);
      gap = true;
      continue;
    }
    const isFurniture =
      NEVER_TEXT.some((pattern) => pattern.test(unit.text)) ||
      (edges.has(index) && runners.has(runningKey(unit.text))) ||
      isSpeck(unit) ||
      isStamp(units, index) ||
      isDoubled(unit, kept.at(-1));
    if (isFurniture) {
      gap = true;
      continue;
    }
    kept.push(gap && !unit.gap ? { ...unit, gap: true } : unit);
    gap = false;
  }
  return withoutPortal(kept);
}

/**
 * A number alone on a line is the page's when it stands at the page's edge or goes on with the numbers seen so far
 * (scanning loses some); a number in a table that was read cell by cell does neither.
 */
function isPageNumber(number: number, last: number | null, atEdge: boolean): boolean {
  if (atEdge) return true;
  if (last === null) return number >= 1 && number <= 30;
  return (number > last && number <= last + 12) || number <= 3;
}

/** One or two signs that are no word and no label: `|`, `Ị`, `4!`, `œ`. */
function isSpeck({ text, role }: Unit): boolean {
  if (role === 'table') return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if ([...text].length > 2) return /^(?:[^\p{L}\p{N}]|\s)*\p{L}(?:[^\p{L}\p{N})]|\s)+$/u.test(text);
  return !/^(?:\d{1,2}|[IVX]{1,2}|[IVXA-H][.)]|[a-zđ][.)]|\d[.)]|[a-zà-ỹđ]{2}|[A-ZĐ]{2})$/u.test(text);
}

/** A heading that scanning doubled, or a caption that a page shows twice; the cells of a column may well be alike. */
function isDoubled(unit: Unit, before: Unit | undefined): boolean {
  if (unit.role === 'table' || before?.text !== unit.text) return false;
  return unit.text.length >= 30 || (unit.text.length >= 8 && isCapitals(unit.text));
}

function isStamp(units: readonly Unit[], index: number): boolean {
  const unit = units[index];
  if (unit === undefined || !STAMP_LINE.test(unit.text)) return false;
  if (STAMP_PROOF.test(unit.text)) return true;
  return units.slice(Math.max(0, index - 3), index + 4).some(({ text }) => STAMP_PROOF.test(text));
}

/** The first two and last two units of each page, where the format has pages. */
function pageEdges(units: readonly Unit[]): Set<number> {
  const edges = new Set<number>();
  let start = 0;
  for (let index = 1; index <= units.length; index += 1) {
    if (index < units.length && units[index]?.page === units[start]?.page) continue;
    if (units[start]?.page !== null) {
      for (const edge of [start, start + 1, index - 2, index - 1]) {
        if (edge >= start && edge < index) edges.add(edge);
      }
    }
    start = index;
  }
  return edges;
}

/** Lines that come back at the edge of three pages or more. */
function runningLines(units: readonly Unit[]): Set<string> {
  const pages = new Map<string, Set<number>>();
  const edges = pageEdges(units);
  for (const [index, { text, page, role }] of units.entries()) {
    if (page === null || !edges.has(index) || role === 'table') continue;
    const key = runningKey(text);
    if (key.length >= 4) pages.set(key, (pages.get(key) ?? new Set()).add(page));
  }
  const total = new Set(units.map(({ page }) => page)).size;
  return new Set([...pages].filter(([, on]) => on.size >= 3 && on.size >= total * 0.3).map(([key]) => key));
}

function runningKey(text: string): string {
  return text.replace(/\d+/g, '#').toLowerCase();
}
