import type { RawLine } from './rawDocument.ts';

/** The lines of one paragraph whose text holds `\n` where its writer broke a line; white space collapsed. */
export function linesOfParagraph(text: string, heading: boolean): readonly RawLine[] {
  const pieces = text.split('\n').map((piece) => piece.replace(/[ \t\u00A0]+/g, ' ').trim());
  const filled = pieces.filter((piece) => piece !== '');
  if (filled.length === 0) return [{ text: '', page: null, role: 'blank' }];
  // Breaks typed by hand inside a paragraph may be wrapping as well as lines of their own: the reflow decides.
  const role = heading ? 'heading' : filled.length === 1 ? 'paragraph' : 'line';
  return filled.map((piece) => ({ text: piece, page: null, role }));
}
