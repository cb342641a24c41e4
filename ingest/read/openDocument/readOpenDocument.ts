import type { Element } from '@xmldom/xmldom';
import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { child, children } from '../docx/docxXml.ts';
import { encodingNames } from '../flow.ts';
import { leftOutWarnings, nothingLeftOut } from '../leftOut.ts';
import { NoteQueue } from '../noteQueue.ts';
import { documentProperties, type OfficePackage, openPackage } from '../officeXml/officePackage.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { sheetLines } from '../sheetLines.ts';
import { inUnicodeXml } from '../xmlLegacy.ts';
import { isHiddenElement, type OdfContext, odfLines, tableRows } from './body.ts';
import { OdfNumbering } from './numbering.ts';
import { type OdfStyles, plainOdfStyle, readOdfStyles } from './styles.ts';

type OpenFormat = 'odt' | 'ods' | 'odp';

const bodies: Readonly<Record<OpenFormat, string>> = {
  odt: 'office:text',
  ods: 'office:spreadsheet',
  odp: 'office:presentation',
};

function isLocked(parts: OfficePackage): boolean {
  const manifest = parts.bytes('META-INF/manifest.xml');
  return manifest !== null && Buffer.from(manifest).includes('encryption-data');
}

function paragraphsOf(body: Element): readonly Element[] {
  return ['text:p', 'text:h'].flatMap((name) => [...body.getElementsByTagName(name)]);
}

const styledFamilies: Readonly<Record<string, string>> = {
  'text:span': 'text',
  'text:p': 'paragraph',
  'text:h': 'paragraph',
  'table:table-cell': 'table-cell',
};

/** The font that the nearest style around a text names. */
function fontOf(element: Element, styles: OdfStyles): string | undefined {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const family = styledFamilies[at.nodeName];
    if (family === undefined) continue;
    const name = at.getAttribute(family === 'table-cell' ? 'table:style-name' : 'text:style-name');
    const { font } = styles.of(family, name);
    if (font !== undefined || family === 'table-cell') return font;
  }
  return undefined;
}

function isHiddenSlide(slide: Element, context: OdfContext): boolean {
  const style = context.styles.element('drawing-page', slide.getAttribute('draw:style-name'));
  return child(style, 'style:drawing-page-properties')?.getAttribute('presentation:visibility') === 'hidden';
}

const blank: RawLine = { text: '', page: null, role: 'blank' };

/** Slides as pages; `hidden`: the numbers of those that are not shown. */
function slideLines(
  body: Element,
  context: OdfContext,
): { lines: readonly RawLine[]; hidden: readonly number[] } {
  const lines: RawLine[] = [];
  const hidden: number[] = [];
  const slides = children(body).filter((part) => part.nodeName === 'draw:page');
  for (const [index, slide] of slides.entries()) {
    if (isHiddenSlide(slide, context)) {
      hidden.push(index + 1);
      continue;
    }
    // White letters stand on the slide's own ground, which may have any colour.
    const shapes = children(slide).filter((shape) => shape.nodeName !== 'presentation:notes');
    const own = shapes.flatMap((shape) => {
      const isTitle = /^(?:title|subtitle)$/.test(shape.getAttribute('presentation:class') ?? '');
      const read = odfLines(shape, { ...plainOdfStyle, shaded: true }, context);
      return read.map(
        (line): RawLine => (isTitle && line.role === 'paragraph' ? { ...line, role: 'heading' } : line),
      );
    });
    lines.push(...own.map((line) => ({ ...line, page: index + 1 })), blank);
  }
  return { lines, hidden };
}

/**
 * Reads a text, a spreadsheet or a presentation of LibreOffice as it shows it: automatic numbers as text, tables as rows,
 * slides as pages; notes behind the paragraphs that call them,
 * hidden and deleted text and comments left out and told. Throws a refusal for broken, locked and
 * oversized files.
 */
export function readOpenDocument(bytes: Uint8Array, fileName: string, format: OpenFormat): RawDocument {
  const parts = openPackage(bytes, fileName, format);
  if (isLocked(parts)) throw passwordProtected(fileName, format);
  const content = parts.xml('content.xml');
  const body = child(child(content, 'office:body'), bodies[format]);
  if (content === undefined || body === undefined) throw damaged(fileName, format);
  const styles = parts.xml('styles.xml');
  const roots = styles === undefined ? [content] : [styles, content];
  const leftOut = nothingLeftOut();
  const odfStyles = readOdfStyles(roots);
  const encodings = inUnicodeXml(paragraphsOf(body), (element) => fontOf(element, odfStyles));
  const context: OdfContext = {
    styles: odfStyles,
    numbering: new OdfNumbering(roots),
    leftOut,
    called: [],
    counts: new Map(),
  };
  const slides = format === 'odp' ? slideLines(body, context) : null;
  const lines = slides?.lines ?? sheetsOrText(body, format, context);
  const sheets = format === 'ods' ? hiddenSheets(body, context) : [];
  return {
    format,
    lines,
    meta: documentProperties(child(parts.xml('meta.xml'), 'office:meta')),
    warnings: [
      ...leftOutWarnings(leftOut),
      ...(slides === null || slides.hidden.length === 0 ? [] : [WARNINGS.slidesLeftOut(slides.hidden)]),
      ...(encodings.length === 0 ? [] : [WARNINGS.converted(encodingNames(encodings))]),
      ...(sheets.length === 0 ? [] : [WARNINGS.sheetsLeftOut(sheets)]),
    ],
  };
}

function sheetsOrText(body: Element, format: OpenFormat, context: OdfContext): readonly RawLine[] {
  if (format === 'odt') return odfLines(body, plainOdfStyle, context, { queue: new NoteQueue() });
  return children(body)
    .filter((part) => part.nodeName === 'table:table')
    .flatMap((sheet) => (isHiddenElement(sheet, context) ? [] : odfSheet(sheet, context)));
}

function odfSheet(sheet: Element, context: OdfContext): readonly RawLine[] {
  const rows = tableRows(sheet, plainOdfStyle, context);
  return sheetLines(rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(' '))));
}

function hiddenSheets(body: Element, context: OdfContext): readonly string[] {
  return children(body)
    .filter((part) => part.nodeName === 'table:table' && isHiddenElement(part, context))
    .map((sheet) => sheet.getAttribute('table:name') ?? '');
}
