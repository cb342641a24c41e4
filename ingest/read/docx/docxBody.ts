import type { Element } from '@xmldom/xmldom';
import { isNoteName } from '../../noteMarks.ts';
import type { LeftOut } from '../leftOut.ts';
import type { NoteQueue } from '../noteQueue.ts';
import { linesOfParagraph } from '../paragraphLines.ts';
import { type TableRow, tableLines } from '../pdf/layoutTable.ts';
import { raisedText } from '../raisedText.ts';
import type { RawLine } from '../rawDocument.ts';
import { DocxFields } from './docxFields.ts';
import type { DocxNotes } from './docxNotes.ts';
import type { DocxNumbering } from './docxNumbering.ts';
import { numberingReference, plainStyle, runStyle, type Style, shading } from './docxStyles.ts';
import { child, children, childValue } from './docxXml.ts';

type Context = {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: DocxNumbering;
  readonly findings: LeftOut;
  readonly notes: DocxNotes;
  /** Whether white letters may show: in a text box and in a table whose look comes from elsewhere; left out on paper. */
  readonly ground?: 'dark' | 'unknown' | undefined;
};

/** A paragraph while it is collected: its text with `\n` for line breaks, and the text boxes anchored in it. */
type Collected = { text: string; readonly boxes: RawLine[]; readonly fields: DocxFields };

/** Parts of a paragraph that are not its text: deleted revisions, properties, field codes, notes, comments. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:delText',
  'w:delInstrText',
  'w:annotationRef',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:fldData',
  'mc:Fallback',
]);

const textOfElement: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
  // LibreOffice writes the ư of TCVN3 (0xAD) so; the letter has to survive until legacy text has been told.
  'w:softHyphen': '\u00AD',
};

function symbol(element: Element): string {
  const code = Number.parseInt(element.getAttribute('w:char') ?? '', 16);
  // Symbol fonts live in the private area: a tick or an arrow, of which no text remains.
  return Number.isNaN(code) || code >= 0xe000 ? '' : String.fromCodePoint(code);
}

function collectRun(run: Element, paragraph: Style, context: Context, into: Collected): void {
  const properties = child(run, 'w:rPr');
  const own = runStyle(properties);
  const named = context.styles.get(childValue(properties, 'w:rStyle') ?? '-') ?? plainStyle;
  const inner: Collected = { text: '', boxes: into.boxes, fields: into.fields };
  const { called } = context.notes;
  const before = called.length;
  collectRunParts(run, paragraph, context, inner);
  if (inner.text === '') return;
  const hidden = own.hidden ?? named.hidden ?? paragraph.hidden ?? false;
  const tiny = own.tiny ?? named.tiny ?? paragraph.tiny ?? false;
  if ((hidden || tiny) && inner.text.trim() !== '') {
    context.findings.hiddenRuns += 1;
    called.length = before;
    return;
  }
  if ((own.white ?? named.white ?? paragraph.white) === true && inner.text.trim() !== '') {
    const shaded = own.shaded ?? named.shaded ?? paragraph.shaded ?? context.ground === 'dark';
    if (!shaded && context.ground === undefined) {
      context.findings.whiteRuns += 1;
      called.length = before;
      return;
    }
    if (!shaded) context.findings.doubtfulWhiteRuns += 1;
  }
  const capitals = own.capitals ?? named.capitals ?? paragraph.capitals ?? false;
  const text = capitals ? inner.text.toLocaleUpperCase('vi') : inner.text;
  into.text += (own.raised ?? named.raised) === true ? raisedText(text, into.text) : text;
}

/** The parts of a run; one that calls a note by a sign of its writer's holds nothing but the call and the sign. */
function collectRunParts(run: Element, paragraph: Style, context: Context, into: Collected): void {
  const parts = children(run);
  const reference = parts.find(({ nodeName }) => /^w:(?:foot|end)noteReference$/.test(nodeName));
  const isOwn =
    reference !== undefined && /^(?:1|true|on)$/.test(reference.getAttribute('w:customMarkFollows') ?? '');
  if (!isOwn) for (const part of parts) collectPart(part, paragraph, context, into);
  else into.text += callNote(reference, ownSign(parts), context);
}

function ownSign(parts: readonly Element[]): string {
  const texts = parts
    .filter(({ nodeName }) => nodeName === 'w:t')
    .map(({ textContent }) => textContent ?? '');
  const signs = parts.filter(({ nodeName }) => nodeName === 'w:sym');
  const sign = texts.join('').replace(/[\s()[\]]+/gu, '');
  return isNoteName(sign) ? sign : signs.length > 0 || sign !== '' ? '*' : '';
}

function callNote(reference: Element, own: string, context: Context): string {
  const mark = context.notes.call(reference, own, (note) =>
    blockLines(note, { ...context, ground: undefined })
      .map(({ text }) => text)
      .join(' '),
  );
  if (mark === null) context.findings.notes += 1;
  return mark ?? '';
}

function collectPart(part: Element, paragraph: Style, context: Context, into: Collected): void {
  const name = part.nodeName;
  const fixed = textOfElement[name];
  if (name === 'w:r') collectRun(part, paragraph, context, into);
  else if (name === 'w:t' || name === 'm:t')
    into.text += into.fields.isInCode ? '' : (part.textContent ?? '');
  else if (name === 'w:fldChar') into.fields.mark(part.getAttribute('w:fldCharType') ?? '');
  else if (name === 'w:instrText') into.fields.addCode(part.textContent ?? '');
  else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
    into.text += callNote(part, '', context);
  else if (name === 'w:commentReference') context.findings.comments += 1;
  else if (name === 'w:sym') into.text += symbol(part);
  else if (name === 'w:txbxContent') into.boxes.push(...blockLines(part, { ...context, ground: 'unknown' }));
  else if (fixed !== undefined)
    into.text += name === 'w:br' && part.getAttribute('w:type') === 'page' ? '' : fixed;
  else if (skipped.has(name)) {
    if (name === 'w:del' || name === 'w:moveFrom') context.findings.revisions += 1;
  } else {
    if (name === 'w:fldSimple') into.fields.simple(part.getAttribute('w:instr') ?? '');
    for (const inner of children(part)) collectPart(inner, paragraph, context, into);
  }
}

function label(paragraph: Element, styleId: string, style: Style, context: Context): string {
  const own = numberingReference(child(paragraph, 'w:pPr'));
  const chosen = own === undefined || own.list === undefined ? style.numbering?.list : own.list;
  if (chosen === null || chosen === undefined) return '';
  const level = own?.level ?? context.numbering.levelOfStyle(chosen, styleId) ?? style.numbering?.level ?? 0;
  return context.numbering.next(chosen, level);
}

/** A paragraph's mark can be deleted: its text then runs on into the next one. */
function markDeleted(paragraph: Element): boolean {
  return child(child(child(paragraph, 'w:pPr'), 'w:rPr'), 'w:del') !== undefined;
}

function tableRows(table: Element, context: Context): readonly TableRow[] {
  const rows: TableRow[] = [];
  // A table's own style may give its head a dark ground, as its conditions say.
  const isStyled = childValue(child(table, 'w:tblPr'), 'w:tblStyle') !== undefined;
  const groundOf = (cell: Element): 'dark' | 'unknown' | undefined => {
    const shaded = shading(child(cell, 'w:tcPr')) ?? shading(child(table, 'w:tblPr'));
    return shaded === true ? 'dark' : isStyled ? 'unknown' : context.ground;
  };
  const visit = (element: Element) => {
    for (const part of children(element)) {
      if (part.nodeName === 'w:tr') {
        if (child(child(part, 'w:trPr'), 'w:del') !== undefined) context.findings.revisions += 1;
        else rows.push(cells(part));
      } else if (/^w:(?:sdt|sdtContent|customXml|ins)$/.test(part.nodeName)) visit(part);
    }
  };
  const cells = (row: Element): TableRow => {
    const found: (readonly RawLine[])[] = [];
    const collect = (element: Element) => {
      for (const part of children(element)) {
        if (part.nodeName === 'w:tc') found.push(blockLines(part, { ...context, ground: groundOf(part) }));
        else if (/^w:(?:sdt|sdtContent|customXml)$/.test(part.nodeName)) collect(part);
      }
    };
    collect(row);
    return found;
  };
  visit(table);
  return rows;
}

const containers = /^(?:w:(?:sdt|sdtContent|customXml|ins|moveTo|smartTag)|mc:AlternateContent|mc:Choice)$/;

/**
 * The lines of a body, a cell, a note or a text box, in document order.
 * @param queue of the body: where the notes stand that are called in it, and in the cells and boxes in it
 */
export function blockLines(container: Element, context: Context, queue?: NoteQueue): readonly RawLine[] {
  const lines: RawLine[] = [];
  let carried = '';
  const add = (found: readonly RawLine[]) => {
    lines.push(...(queue === undefined ? found : queue.around(found, context.notes.called.splice(0))));
  };
  const visit = (element: Element) => {
    for (const part of children(element)) {
      if (part.nodeName === 'w:p') {
        const styleId = childValue(child(part, 'w:pPr'), 'w:pStyle') ?? '';
        const named = context.styles.get(styleId) ?? context.styles.get('') ?? plainStyle;
        const style = { ...named, shaded: shading(child(part, 'w:pPr')) ?? named.shaded };
        const fields = new DocxFields(context.findings);
        const collected: Collected = { text: '', boxes: [], fields };
        for (const inner of children(part)) collectPart(inner, style, context, collected);
        if (markDeleted(part)) {
          carried += collected.text;
          continue;
        }
        const own = carried + collected.text;
        carried = '';
        // Word shows no number on an empty paragraph's line worth keeping, but it counts it.
        const number = label(part, styleId, style, context);
        const outline = childValue(child(part, 'w:pPr'), 'w:outlineLvl');
        const heading = outline === undefined ? (style.heading ?? false) : Number(outline) < 9;
        const text = own.trim() === '' ? '' : number + own.trimStart();
        add([...linesOfParagraph(queue?.placed(text) ?? text, heading), ...collected.boxes]);
      } else if (part.nodeName === 'w:altChunk') context.findings.embedded += 1;
      else if (part.nodeName === 'w:tbl') add(tableLines(tableRows(part, context)));
      else if (containers.test(part.nodeName)) visit(part);
    }
  };
  visit(container);
  if (carried.trim() !== '') add(linesOfParagraph(carried, false));
  lines.push(...(queue?.rest() ?? []));
  return lines;
}
