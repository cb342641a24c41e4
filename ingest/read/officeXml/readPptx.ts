import type { Element } from '@xmldom/xmldom';
import type { LegacyEncoding } from '../../../vietnamese/legacy/encoding.ts';
import { damaged, WARNINGS } from '../../texts.ts';
import { child, children } from '../docx/docxXml.ts';
import { encodingNames } from '../flow.ts';
import { letter, roman } from '../listMarker.ts';
import { linesOfParagraph } from '../paragraphLines.ts';
import { type TableRow, tableLines } from '../pdf/layoutTable.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { inUnicodeXml } from '../xmlLegacy.ts';
import { documentProperties, type OfficePackage, openPackage, relationTargets } from './officePackage.ts';

/** What goes with a slide: the drawings that stand in parts of their own, and what was not taken. */
type Slide = {
  readonly targets: ReadonlyMap<string, string>;
  readonly parts: OfficePackage;
  hiddenShapes: number;
};

/** Numbers of a text body by level; a paragraph without a number ends the counting of its level. */
type Counts = Map<number, number>;

function automaticNumber(properties: Element | undefined, counts: Counts): string {
  const level = Number(properties?.getAttribute('lvl') ?? 0);
  const automatic = child(properties, 'a:buAutoNum');
  for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper);
  if (automatic === undefined) {
    counts.delete(level);
    return '';
  }
  const value = (counts.get(level) ?? Number(automatic.getAttribute('startAt') ?? 1) - 1) + 1;
  counts.set(level, value);
  const type = automatic.getAttribute('type') ?? 'arabicPeriod';
  const number = type.startsWith('roman')
    ? roman(value)
    : type.startsWith('alpha')
      ? letter(value)
      : String(value);
  const cased = /Uc/.test(type) ? number.toUpperCase() : number;
  if (type.endsWith('ParenBoth')) return `(${cased}) `;
  return `${cased}${type.endsWith('ParenR') ? ')' : type.endsWith('Plain') ? '' : '.'} `;
}

function paragraphText(paragraph: Element): string {
  let text = '';
  for (const part of children(paragraph)) {
    if (part.nodeName === 'a:br') text += '\n';
    else if (part.nodeName === 'a:r' || part.nodeName === 'a:fld') {
      const written = child(part, 'a:t')?.textContent ?? '';
      const capitals = child(part, 'a:rPr')?.getAttribute('cap') === 'all';
      text += capitals ? written.toLocaleUpperCase('vi') : written;
    } else text += mathText(part);
  }
  return text.replaceAll('\v', '\n');
}

function mathText(part: Element): string {
  if (part.nodeName === 'm:t') return part.textContent ?? '';
  if (!/^(?:mc:AlternateContent|mc:Choice|a14:m|m:.*)$/.test(part.nodeName)) return '';
  return children(part).map(mathText).join('');
}

function bodyLines(body: Element | undefined, isTitle: boolean): readonly RawLine[] {
  const counts: Counts = new Map();
  return (body === undefined ? [] : children(body))
    .filter((part) => part.nodeName === 'a:p')
    .flatMap((paragraph) => {
      const text = paragraphText(paragraph).trim();
      const number = text === '' ? '' : automaticNumber(child(paragraph, 'a:pPr'), counts);
      return linesOfParagraph(number + text, isTitle);
    });
}

function rowsOf(table: Element): readonly TableRow[] {
  return children(table)
    .filter((part) => part.nodeName === 'a:tr')
    .map((row) =>
      children(row)
        .filter((cell) => cell.nodeName === 'a:tc' && !/^(?:1|true)$/.test(cell.getAttribute('hMerge') ?? ''))
        .map((cell) => bodyLines(child(cell, 'a:txBody'), false).filter((line) => line.role !== 'blank')),
    );
}

/** A diagram's text lies in a part of its own, in the order in which it was typed. */
function diagramLines(frame: Element, slide: Slide): readonly RawLine[] {
  const ids = child(child(child(frame, 'a:graphic'), 'a:graphicData'), 'dgm:relIds');
  const target = slide.targets.get(ids?.getAttribute('r:dm') ?? '');
  const points = child(target === undefined ? undefined : slide.parts.xml(target), 'dgm:ptLst');
  return (points === undefined ? [] : children(points))
    .filter((point) => !/^(?:pres|parTrans|sibTrans)$/.test(point.getAttribute('type') ?? 'node'))
    .flatMap((point) => bodyLines(child(point, 'dgm:t'), false))
    .filter((line) => line.role !== 'blank');
}

function isHiddenShape(shape: Element): boolean {
  const own = children(shape).find((part) => /^p:nv\w*Pr$/.test(part.nodeName));
  return /^(?:1|true)$/.test(child(own, 'p:cNvPr')?.getAttribute('hidden') ?? '');
}

/** Furniture of every slide: its number, the day, a running foot. */
const furniture = /^(?:sldNum|dt|ftr|hdr)$/;

function shapeLines(shape: Element, slide: Slide): readonly RawLine[] {
  if (isHiddenShape(shape)) {
    if ((shape.textContent ?? '').trim() !== '') slide.hiddenShapes += 1;
    return [];
  }
  switch (shape.nodeName) {
    case 'p:sp': {
      const type = child(child(child(shape, 'p:nvSpPr'), 'p:nvPr'), 'p:ph')?.getAttribute('type') ?? '';
      if (furniture.test(type)) return [];
      return bodyLines(child(shape, 'p:txBody'), /^(?:title|ctrTitle)$/.test(type));
    }
    case 'p:graphicFrame': {
      const table = child(child(child(shape, 'a:graphic'), 'a:graphicData'), 'a:tbl');
      return table === undefined ? diagramLines(shape, slide) : tableLines(rowsOf(table));
    }
    case 'p:grpSp':
      return children(shape).flatMap((inner) => shapeLines(inner, slide));
    case 'mc:AlternateContent': {
      const chosen = child(shape, 'mc:Choice') ?? child(shape, 'mc:Fallback');
      return chosen === undefined ? [] : children(chosen).flatMap((inner) => shapeLines(inner, slide));
    }
    default:
      return [];
  }
}

function fontOf(text: Element): string | undefined {
  const run = text.parentElement;
  return child(child(run ?? undefined, 'a:rPr'), 'a:latin')?.getAttribute('typeface') ?? undefined;
}

const blank: RawLine = { text: '', page: null, role: 'blank' };

/**
 * Reads a presentation: the texts, tables and diagrams of its slides, each slide a page; hidden slides and shapes left out
 * and told, notes and masters left out. Throws a refusal for broken, locked and oversized files.
 */
export function readPptx(bytes: Uint8Array, fileName: string): RawDocument {
  const parts = openPackage(bytes, fileName, 'pptx');
  const list = child(parts.xml('ppt/presentation.xml'), 'p:sldIdLst');
  const targets = relationTargets(parts, 'ppt/presentation.xml');
  const lines: RawLine[] = [];
  const hidden: number[] = [];
  const encodings = new Set<LegacyEncoding>();
  let hiddenShapes = 0;
  for (const [index, entry] of (list === undefined ? [] : children(list)).entries()) {
    const part = targets.get(entry.getAttribute('r:id') ?? '') ?? '';
    const root = parts.xml(part);
    const tree = child(child(root, 'p:cSld'), 'p:spTree');
    if (root === undefined || tree === undefined) throw damaged(fileName, 'pptx');
    if (/^(?:0|false)$/.test(root.getAttribute('show') ?? '')) {
      hidden.push(index + 1);
      continue;
    }
    for (const encoding of inUnicodeXml([...tree.getElementsByTagName('a:p')], fontOf))
      encodings.add(encoding);
    const slide: Slide = { targets: relationTargets(parts, part), parts, hiddenShapes: 0 };
    const own = children(tree).flatMap((shape) => shapeLines(shape, slide));
    lines.push(...own.map((line) => ({ ...line, page: index + 1 })), blank);
    hiddenShapes += slide.hiddenShapes;
  }
  return {
    format: 'pptx',
    lines,
    meta: documentProperties(parts.xml('docProps/core.xml')),
    warnings: [
      ...(hidden.length === 0 ? [] : [WARNINGS.slidesLeftOut(hidden)]),
      ...(encodings.size === 0 ? [] : [WARNINGS.converted(encodingNames([...encodings]))]),
      ...(hiddenShapes === 0 ? [] : [WARNINGS.hiddenInWord(hiddenShapes)]),
    ],
  };
}
