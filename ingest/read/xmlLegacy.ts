import type { Element, Node } from '@xmldom/xmldom';
import { convertRuns } from '../../vietnamese/legacy/convert.ts';
import type { LegacyEncoding } from '../../vietnamese/legacy/encoding.ts';
import { type FontHint, fontHint, NO_HINT } from '../../vietnamese/legacy/fontHint.ts';

/** The texts under an element in document order. */
function textNodes(element: Element): readonly Node[] {
  const found: Node[] = [];
  const visit = (parent: Node) => {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === 3 || node.nodeType === 4) found.push(node);
      else visit(node);
    }
  };
  visit(element);
  return found;
}

/**
 * Turns legacy encodings in a part of a file into Unicode where they stand, before anything reads its words; good text is left
 * as it is. `fontOf`: the font of the texts in an element, as far as the file names one.
 */
export function inUnicodeXml(
  paragraphs: readonly Element[],
  fontOf: (element: Element) => string | undefined,
): readonly LegacyEncoding[] {
  const hints = new Map<string, FontHint>();
  const hintOf = (node: Node): FontHint => {
    const font = node.parentElement === null ? undefined : fontOf(node.parentElement);
    if (font === undefined) return NO_HINT;
    const hint = hints.get(font) ?? fontHint(font);
    hints.set(font, hint);
    return hint;
  };
  const texts = paragraphs.map((paragraph) =>
    textNodes(paragraph).map((node) => ({ node, text: node.nodeValue ?? '', hint: hintOf(node) })),
  );
  const { runs, encodings } = convertRuns(texts);
  if (encodings.length === 0) return [];
  for (const [index, letters] of texts.entries())
    for (const [place, { node, text }] of letters.entries()) node.nodeValue = runs[index]?.[place] ?? text;
  return encodings;
}
