import type { Element } from '@xmldom/xmldom';
import { convertRuns } from '../../../vietnamese/legacy/convert.ts';
import type { LegacyEncoding } from '../../../vietnamese/legacy/encoding.ts';
import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { child, children, childValue } from './docxXml.ts';

/** A node that shows text, with what its font lets one expect. */
type Letters = { readonly node: Element; readonly text: string; readonly hint: FontHint };

function fontIn(properties: Element | undefined): string | undefined {
  const fonts = child(properties, 'w:rFonts');
  return fonts?.getAttribute('w:ascii') || fonts?.getAttribute('w:hAnsi') || undefined;
}

/** The font of each style by its id, what it inherits filled in; the default paragraph style under the empty id. */
function styleFonts(root: Element | undefined): (id: string) => string | undefined {
  const styles = root === undefined ? [] : children(root).filter(({ nodeName }) => nodeName === 'w:style');
  const byId = new Map(styles.map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const plain = styles.find(
    (style) => style.getAttribute('w:default') === '1' && style.getAttribute('w:type') === 'paragraph',
  );
  if (plain !== undefined) byId.set('', plain);
  const known = new Map<string, string | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    let font: string | undefined;
    let style = byId.get(id) ?? byId.get('');
    for (let depth = 0; style !== undefined && font === undefined && depth < 20; depth += 1) {
      font = fontIn(child(style, 'w:rPr'));
      style = byId.get(childValue(style, 'w:basedOn') ?? '-');
    }
    known.set(id, font);
    return font;
  };
}

function lettersOf(paragraph: Element, fontOf: (id: string) => string | undefined): readonly Letters[] {
  const hints = new Map<string, FontHint>();
  const ofParagraph = fontOf(childValue(child(paragraph, 'w:pPr'), 'w:pStyle') ?? '');
  return [...paragraph.getElementsByTagName('w:r')].flatMap((run) => {
    const properties = child(run, 'w:rPr');
    const named = childValue(properties, 'w:rStyle');
    const font = fontIn(properties) ?? (named === undefined ? undefined : fontOf(named)) ?? ofParagraph ?? '';
    const hint = hints.get(font) ?? (font === '' ? NO_HINT : fontHint(font));
    hints.set(font, hint);
    return children(run).flatMap((node): readonly Letters[] => {
      if (node.nodeName === 'w:t') return [{ node, text: node.textContent ?? '', hint }];
      // LibreOffice writes the ư of TCVN3 so.
      if (node.nodeName === 'w:softHyphen') return [{ node, text: '\u00AD', hint }];
      // What stands between words keeps them apart.
      return /^w:(?:tab|br|cr)$/.test(node.nodeName) ? [{ node, text: '\n', hint }] : [];
    });
  });
}

function write({ node, text }: Letters, converted: string): void {
  if (converted === text) return;
  if (node.nodeName === 'w:t') node.textContent = converted;
  else if (converted === '') node.parentNode?.removeChild(node);
  else if (node.nodeName === 'w:softHyphen' && node.ownerDocument !== null) {
    const letters = node.ownerDocument.createElement('w:t');
    letters.textContent = converted;
    node.parentNode?.replaceChild(letters, node);
  }
}

/**
 * Turns legacy encodings in a part of a Word document into Unicode where they stand, before anything reads its words:
 * what is a head and what a table is told by them, and capitals by their fonts. Good text is left as it is.
 */
export function inUnicodeDocx(part: Element, styles: Element | undefined): readonly LegacyEncoding[] {
  const fontOf = styleFonts(styles);
  const paragraphs = [...part.getElementsByTagName('w:p')].map((paragraph) => lettersOf(paragraph, fontOf));
  const { runs, encodings } = convertRuns(paragraphs);
  if (encodings.length === 0) return [];
  for (const [index, letters] of paragraphs.entries())
    for (const [place, one] of letters.entries()) write(one, runs[index]?.[place] ?? one.text);
  return encodings;
}
