import type { ParsedDirective } from '../domain/directive.ts';
import { parseDate } from '../vietnamese/dates.ts';
import { readDeclared } from './header/declared.ts';
import { decideKind } from './header/kind.ts';
import { readLetterhead } from './header/letterhead.ts';
import { readIssuedHeader, readPressHeader } from './header/readHeader.ts';
import { withoutFurniture } from './normalise/furniture.ts';
import { joinParagraphs } from './normalise/paragraphs.ts';
import { toUnits, type Unit } from './normalise/units.ts';
import { wrappedParagraphsAsLines } from './normalise/wrappedParagraphs.ts';
import { blankNotesAndMarks, isNoteLine, withoutNoteMarks } from './noteMarks.ts';
import { cutPassages } from './passages.ts';
import { isFootLine } from './provisions/annexes.ts';
import type { Recognised, Zone } from './provisions/mark.ts';
import { recognise } from './provisions/recognise.ts';
import { buildTree } from './provisions/tree.ts';
import { type RawDocument, SIGNATURE_TIME } from './read/rawDocument.ts';
import { relationsOf } from './relations/relationsOf.ts';
import { WARNINGS } from './texts.ts';
import { unmarkedProposals } from './unmarkedProposals.ts';

/**
 * Turns what a reader found in a file into a directive: normalised text, header, tree of provisions, passages. Pure,
 * and never throws: a text without any form becomes a press page without provisions.
 */
export function parseDirective(raw: RawDocument, source: { readonly fileName: string }): ParsedDirective {
  const units = withoutFurniture(toUnits(wrappedParagraphsAsLines(raw)));
  const recognised = recognise(units);
  const head = headOf(units, recognised);
  const letterhead = readLetterhead(head);
  const declared = readDeclared(raw.meta, head);
  const kind = decideKind(units, recognised, letterhead, declared, raw.meta);
  const form = kind === 'press' ? plainForm(units) : recognised;
  const joined = joinParagraphs(units, form);
  const provisions = buildTree(joined);
  const { header, warnings } =
    kind === 'press'
      ? { header: readPressHeader(units, joined.text, raw.meta), warnings: [WARNINGS.press] }
      : readIssuedHeader({
          letterhead,
          declared,
          signed: parseDate(raw.meta[SIGNATURE_TIME] ?? ''),
          foot: footOf(units, recognised),
          text: blankNotesAndMarks(joined.text),
        });
  const title = header.title ?? (kind === 'press' ? source.fileName : null);
  const read = { kind, text: joined.text, header: { ...header, title }, provisions };
  return {
    format: raw.format,
    ...read,
    passages: cutPassages(joined.text, joined.paragraphs, provisions),
    ...relationsOf(read),
    ...unmarkedProposals(read),
    warnings: [...raw.warnings, ...form.warnings, ...warnings],
  };
}

/** The units before the first provision, without notes: they are told by their words and by how they follow each other. */
function headOf(units: readonly Unit[], recognised: Recognised): readonly Unit[] {
  return units
    .slice(0, headLength(recognised))
    .filter(({ text }) => !isNoteLine(text))
    .map((unit) => ({ ...unit, text: withoutNoteMarks(unit.text) }));
}

/** How many units stand before the first provision; a head is never longer than some pages. */
function headLength({ marks, form }: Recognised): number {
  const first = form === 'none' ? -1 : marks.findIndex((mark) => mark !== null);
  return Math.min(first === -1 ? 60 : first, 300);
}

/** Recipients and signatures of the document itself, not of what is attached to it. */
function footOf(units: readonly Unit[], { zones, marks, form }: Recognised): readonly Unit[] {
  if (form === 'none') return units.slice(-20);
  const start = zones.indexOf('foot');
  if (start === -1) return footWithin(units, marks);
  let end = start;
  while (end < units.length && zones[end] === 'foot' && marks[end] === null) end += 1;
  return units.slice(start, end);
}

/** A foot in the middle of a file: forms and lists that nothing announces follow it. */
function footWithin(units: readonly Unit[], marks: Recognised['marks']): readonly Unit[] {
  const first = marks.findIndex((mark) => mark !== null);
  const start = units.findIndex(({ text }, index) => index > first && isFootLine(text));
  return start === -1 ? [] : units.slice(start, start + 26);
}

function plainForm(units: readonly Unit[]): Recognised {
  return {
    marks: units.map(() => null),
    zones: units.map((): Zone => 'body'),
    form: 'none',
    warnings: [],
  };
}
