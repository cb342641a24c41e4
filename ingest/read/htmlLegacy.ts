import type { CheerioAPI } from 'cheerio';
import type { Text } from 'domhandler';
import { convertRuns } from '../../vietnamese/legacy/convert.ts';
import type { LegacyEncoding } from '../../vietnamese/legacy/encoding.ts';
import { fontHint, NO_HINT } from '../../vietnamese/legacy/fontHint.ts';

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

/**
 * Turns legacy encodings in a page into Unicode where they stand, before anything reads its words; good text is left as
 * it is.
 */
export function inUnicodeHtml($: CheerioAPI): readonly LegacyEncoding[] {
  const texts: Text[] = [];
  $('body, title')
    .find('*')
    .addBack()
    .contents()
    .each((_, node) => {
      if (node.type === 'text' && node.data.trim() !== '') texts.push(node);
    });
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
