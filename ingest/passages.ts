import type { Passage, Provision } from '../domain/directive.ts';
import type { Paragraph } from './normalise/paragraphs.ts';
import { endsSentence, isUnfinished, startsSmall } from './normalise/sentence.ts';

/** A provision up to this many characters is one passage. */
const WHOLE = 1200;
/** A khoản beyond this many characters is cut at its điểm. */
const LONG = 1800;
/** Text without provisions is grouped up to about this many characters. */
const GROUP = 1000;

type Node = { readonly index: number; readonly provision: Provision; readonly children: readonly Node[] };
type Span = { readonly start: number; readonly end: number };

/**
 * Cuts a directive into its units of retrieval. An Điều is one passage if it is short, else each khoản is (neighbours
 * are never merged: each gives its own citation), and a long khoản is cut at its điểm. Party form by analogy. Text
 * outside every provision is grouped by paragraphs; foot and publisher's notes are left out.
 */
export function cutPassages(
  text: string,
  paragraphs: readonly Paragraph[],
  provisions: readonly Provision[],
): Passage[] {
  const passages: Passage[] = [];
  const roots = buildNodes(provisions);
  const paragraphsOf = paragraphFinder(paragraphs);
  const add = (span: Span, index: number | null): void => {
    const words = trim(text, span);
    if (words === null) return;
    const provision = index === null ? undefined : provisions[index];
    passages.push({
      provision: index,
      path: provision?.path ?? [],
      heading: headings(provisions, index),
      ...words,
    });
  };
  const addGroups = (span: Span, index: number | null): void => {
    for (const group of groups(text, paragraphsOf(span), span)) add(group, index);
  };
  const cut = (node: Node): void => {
    const { provision, children, index } = node;
    const size = provision.end - provision.start;
    const isDivision = holdsProvisions(node);
    if (children.length === 0) {
      if (size <= LONG) add(provision, index);
      else addGroups(provision, index);
      return;
    }
    if (!isDivision && size <= wholeLimit(provision)) {
      add(provision, index);
      return;
    }
    const first = children[0]?.provision.start ?? provision.end;
    const lead = { start: provision.start, end: first };
    const isShortList = provision.kind === 'khoan' || (provision.kind === 'muc' && onlyItems(children));
    if (isShortList) {
      for (const run of runs(lead, children)) {
        const only = run.nodes.length === 1 && !run.hasLead ? run.nodes[0] : undefined;
        if (only !== undefined) cut(only);
        else add(run.span, index);
      }
      return;
    }
    if (lead.end - lead.start <= LONG) add(lead, index);
    else addGroups(lead, index);
    for (const child of children) cut(child);
    // A blank form at the end of an annex stands behind its last numbered part.
    addGroups({ start: children.at(-1)?.provision.end ?? provision.end, end: provision.end }, index);
  };

  let covered = 0;
  for (const root of roots) {
    addGroups({ start: covered, end: root.provision.start }, null);
    cut(root);
    covered = root.provision.end;
  }
  addGroups({ start: covered, end: text.length }, null);
  return passages;
}

/** Divisions are never one passage whole: what they hold is cited for itself. */
function holdsProvisions({ provision: { kind }, children }: Node): boolean {
  return kind === 'phu_luc' || kind === 'phan' || kind === 'chuong' || holdsArticles(children);
}

/** In state form a Mục stands above Điều; in party form a mục is a rule itself. */
function holdsArticles(children: readonly Node[]): boolean {
  return children.some(
    ({ provision, children: below }) =>
      provision.kind === 'dieu' || (provision.kind === 'tieu_muc' && holdsArticles(below)),
  );
}

function wholeLimit({ kind }: Provision): number {
  return kind === 'khoan' ? LONG : WHOLE;
}

function onlyItems(children: readonly Node[]): boolean {
  return children.every(({ provision }) => provision.kind === 'diem');
}

/** Neighbouring điểm in runs of up to `LONG` characters, the first run with the words that lead them in. */
function runs(
  lead: Span,
  children: readonly Node[],
): { readonly span: Span; readonly nodes: readonly Node[]; readonly hasLead: boolean }[] {
  const made: { span: Span; nodes: Node[]; hasLead: boolean }[] = [];
  let current: { span: Span; nodes: Node[]; hasLead: boolean } = { span: lead, nodes: [], hasLead: true };
  for (const child of children) {
    const { start, end } = child.provision;
    if (end - current.span.start <= LONG) {
      current.span = { start: current.span.start, end };
      current.nodes.push(child);
      continue;
    }
    made.push(current);
    current = { span: { start, end }, nodes: [child], hasLead: false };
  }
  made.push(current);
  return made;
}

function groups(text: string, paragraphs: readonly Paragraph[], span: Span): Span[] {
  const made: Span[] = [];
  let current: { start: number; end: number; table: boolean } | null = null;
  for (const paragraph of paragraphs) {
    if (paragraph.zone === 'foot' || paragraph.zone === 'note') {
      current = null;
      continue;
    }
    const start = Math.max(paragraph.start, span.start);
    const end = Math.min(paragraph.end, span.end);
    const table = paragraph.role === 'table';
    // A sentence that a scan breaks into two paragraphs is not cut there.
    const most = current !== null && !table && goesOn(text, current.end, start) ? LONG : GROUP;
    if (
      current !== null &&
      current.table === table &&
      end - current.start <= most &&
      paragraph.role !== 'heading'
    ) {
      current.end = end;
      continue;
    }
    current = { start, end, table };
    made.push(current);
  }
  return made.flatMap((group) => splitLong(text, group));
}

function goesOn(text: string, before: number, after: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', before - 1) + 1, before).trimEnd();
  return isUnfinished(line) || (!endsSentence(line) && startsSmall(text.slice(after, after + 1)));
}

/** Cuts a paragraph that is far too long (a text without line ends) behind the ends of its sentences. */
function splitLong(text: string, { start, end }: Span): Span[] {
  if (end - start <= LONG * 2) return [{ start, end }];
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONG) {
    const window = text.slice(from + GROUP / 2, from + LONG);
    const stop = Math.max(window.lastIndexOf('. '), window.lastIndexOf('; '), window.lastIndexOf('\n'));
    const space = stop === -1 ? window.lastIndexOf(' ') : stop + 1;
    const cut = from + GROUP / 2 + (space === -1 ? window.length : space);
    pieces.push({ start: from, end: cut });
    from = cut;
  }
  pieces.push({ start: from, end });
  return pieces;
}

function buildNodes(provisions: readonly Provision[]): Node[] {
  const children: Node[][] = provisions.map(() => []);
  const nodes = provisions.map((provision, index) => ({ index, provision, children: children[index] ?? [] }));
  const roots: Node[] = [];
  for (const node of nodes) {
    const { parent } = node.provision;
    if (parent === null) roots.push(node);
    else children[parent]?.push(node);
  }
  return roots;
}

/** Finds the paragraphs that touch a span, in time that does not grow with the document. */
function paragraphFinder(paragraphs: readonly Paragraph[]): (span: Span) => readonly Paragraph[] {
  return ({ start, end }) => {
    let low = 0;
    let high = paragraphs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((paragraphs[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found: Paragraph[] = [];
    for (let index = low; index < paragraphs.length; index += 1) {
      const paragraph = paragraphs[index];
      if (paragraph === undefined || paragraph.start >= end) break;
      found.push(paragraph);
    }
    return found;
  };
}

function headings(provisions: readonly Provision[], index: number | null): string {
  const found: string[] = [];
  for (let at = index; at !== null; ) {
    const provision: Provision | undefined = provisions[at];
    if (provision === undefined) break;
    if (provision.heading !== null) found.push(provision.heading);
    at = provision.parent;
  }
  return found.join(' · ');
}

/** The span without white space at its ends; `null` when nothing is left. */
function trim(text: string, { start, end }: Span): Span | null {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : null;
}
