import type { Element } from '@xmldom/xmldom';
import { child, children, childValue, toggle } from './docxXml.ts';

/** What matters of a style for the text: whether it is shown, how it is numbered, whether it is a heading. */
export type Style = {
  readonly hidden: boolean | undefined;
  readonly capitals: boolean | undefined;
  /** Text so small that nobody reads it. */
  readonly tiny: boolean | undefined;
  /** White letters; whether they show depends on what is behind them. */
  readonly white: boolean | undefined;
  /** Something else than white is behind the letters. */
  readonly shaded: boolean | undefined;
  /** Set above the line, as powers and calls of notes are. */
  readonly raised: boolean | undefined;
  readonly heading: boolean | undefined;
  readonly numbering: NumberingReference | undefined;
};

/** What a style says of letters. */
export type RunStyle = Pick<Style, 'hidden' | 'capitals' | 'tiny' | 'white' | 'shaded' | 'raised'>;

/**
 * `list` is `null` when numbering is switched off (`numId` 0), `undefined` where only the level is named and the list
 * comes from the style.
 */
export type NumberingReference = {
  readonly list: string | null | undefined;
  readonly level: number | undefined;
};

/** Half points: below two points no person reads. */
const tinyHalfPoints = 4;

export function numberingReference(paragraphProperties: Element | undefined): NumberingReference | undefined {
  const numbering = child(paragraphProperties, 'w:numPr');
  if (numbering === undefined) return undefined;
  const list = childValue(numbering, 'w:numId');
  const level = childValue(numbering, 'w:ilvl');
  if (list === undefined && level === undefined) return undefined;
  return {
    list: list === '0' ? null : list,
    level: level === undefined ? undefined : Number(level),
  };
}

/** Whether a ground other than white is given to letters, a paragraph or a cell by its properties; `undefined`: nothing is said. */
export function shading(properties: Element | undefined): boolean | undefined {
  if (/^(?!none$|white$)./.test(childValue(properties, 'w:highlight') ?? '')) return true;
  const shade = child(properties, 'w:shd');
  if (shade === undefined) return undefined;
  const isPattern = !/^(?:clear|nil)$/.test(shade.getAttribute('w:val') ?? 'clear');
  return isPattern || !/^(?:auto|f[c-f]f[c-f]f[c-f])?$/i.test(shade.getAttribute('w:fill') ?? '');
}

export function runStyle(properties: Element | undefined): RunStyle {
  const size = childValue(properties, 'w:sz');
  const color = childValue(properties, 'w:color');
  const place = childValue(properties, 'w:vertAlign');
  return {
    hidden: toggle(properties, 'w:vanish'),
    capitals: toggle(properties, 'w:caps'),
    tiny: size === undefined ? undefined : Number(size) < tinyHalfPoints,
    white: color === undefined ? undefined : /^f[c-f]f[c-f]f[c-f]$/i.test(color),
    shaded: shading(properties),
    raised: place === undefined ? undefined : place === 'superscript',
  };
}

/** A style that says nothing. */
export const plainStyle: Style = {
  hidden: undefined,
  capitals: undefined,
  tiny: undefined,
  white: undefined,
  shaded: undefined,
  raised: undefined,
  heading: undefined,
  numbering: undefined,
};

function isHeading(style: Element): boolean | undefined {
  const outline = childValue(child(style, 'w:pPr'), 'w:outlineLvl');
  if (outline !== undefined) return Number(outline) < 9;
  return /^(?:heading \d|title|subtitle)$/i.test(childValue(style, 'w:name') ?? '') ? true : undefined;
}

/** Style by id, what it inherits already filled in. The default paragraph style stands under the empty id. */
export function readStyles(root: Element | undefined): ReadonlyMap<string, Style> {
  const elements = root === undefined ? [] : children(root).filter((each) => each.nodeName === 'w:style');
  const byId = new Map(elements.map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const resolved = new Map<string, Style>();
  const resolve = (id: string, depth: number): Style => {
    const known = resolved.get(id);
    const style = byId.get(id);
    if (known !== undefined || style === undefined || depth > 20) return known ?? plainStyle;
    const base = resolve(childValue(style, 'w:basedOn') ?? '', depth + 1);
    const run = runStyle(child(style, 'w:rPr'));
    const numbering = numberingReference(child(style, 'w:pPr'));
    const own: Style = {
      hidden: run.hidden ?? base.hidden,
      capitals: run.capitals ?? base.capitals,
      tiny: run.tiny ?? base.tiny,
      white: run.white ?? base.white,
      shaded: run.shaded ?? shading(child(style, 'w:pPr')) ?? base.shaded,
      raised: run.raised ?? base.raised,
      heading: isHeading(style) ?? base.heading,
      numbering:
        numbering === undefined
          ? base.numbering
          : {
              list: numbering.list === undefined ? base.numbering?.list : numbering.list,
              level: numbering.level ?? base.numbering?.level,
            },
    };
    resolved.set(id, own);
    return own;
  };
  for (const id of byId.keys()) resolve(id, 0);
  const standard = elements.find(
    (style) => style.getAttribute('w:type') === 'paragraph' && style.getAttribute('w:default') === '1',
  );
  resolved.set('', resolved.get(standard?.getAttribute('w:styleId') ?? '') ?? plainStyle);
  return resolved;
}
