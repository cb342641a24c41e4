import type { CheerioAPI } from 'cheerio';
import { type AnyNode, type Element, hasChildren, isText, type Text } from 'domhandler';
import { convertRuns } from '../../../vietnamese/legacy/convert.ts';
import type { LegacyEncoding } from '../../../vietnamese/legacy/encoding.ts';
import { fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';

/** The font that the nearest element around a text names: `<font face>` or a style of its own. */
function fontOf(text: Text): string | null {
  for (let parent = text.parent; parent !== null; parent = parent.parent) {
    if (!('attribs' in parent)) continue;
    const styled = /font-family\s*:\s*["']?([^;"',]+)/i.exec(parent.attribs.style ?? '')?.[1];
    const named = parent.attribs.face?.split(',')[0] ?? styled;
    if (named !== undefined) return named.trim();
  }
  return null;
}

/** Walked by hand: gathered through selections, the texts of a long page would be sorted into their order for minutes. */
function textsIn(element: Element): readonly Text[] {
  const found: Text[] = [];
  const visit = (nodes: readonly AnyNode[]) => {
    for (const node of nodes) {
      if (isText(node)) {
        if (node.data.trim() !== '') found.push(node);
      } else if (hasChildren(node)) visit(node.children);
    }
  };
  visit(element.children);
  return found;
}

/**
 * Turns legacy encodings in a page into Unicode where they stand, before anything reads its words; good text is left as
 * it is.
 */
export function inUnicodeHtml($: CheerioAPI): readonly LegacyEncoding[] {
  const texts = [...$('title').toArray(), ...$('body').toArray()].flatMap(textsIn);
  const { texts: converted, encodings } = convertRuns(
    texts.map((text) => {
      const font = fontOf(text);
      return [{ text: text.data, hint: font === null ? NO_HINT : fontHint(font) }];
    }),
  );
  if (encodings.length > 0)
    for (const [index, text] of texts.entries()) text.data = converted[index] ?? text.data;
  return encodings;
}
