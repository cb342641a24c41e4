import type { Element } from '@xmldom/xmldom';
import { child, children } from '../docx/docxXml.ts';

/** What matters of a style for the text. */
export type OdfStyle = {
  readonly hidden: boolean | undefined;
  /** White letters; whether they show depends on what is behind them. */
  readonly white: boolean | undefined;
  /** Something else than white is behind the letters. */
  readonly shaded: boolean | undefined;
  readonly capitals: boolean | undefined;
  /** Set above the line, as powers and calls of notes are. */
  readonly raised: boolean | undefined;
  readonly heading: boolean | undefined;
  /** The list style that numbers paragraphs of this style. */
  readonly list: string | undefined;
  readonly font: string | undefined;
};

export const plainOdfStyle: OdfStyle = {
  hidden: undefined,
  white: undefined,
  shaded: undefined,
  capitals: undefined,
  raised: undefined,
  heading: undefined,
  list: undefined,
  font: undefined,
};

/** Points up to which nobody reads a letter. */
const tinyPoints = 1;

const pointsOf: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

function isTiny(size: string | null): boolean | undefined {
  const [, number, unit] = /^([\d.]+)(pt|in|cm|mm|px)$/.exec(size ?? '') ?? [];
  if (number === undefined || unit === undefined) return undefined;
  return Number(number) * (pointsOf[unit] ?? 1) <= tinyPoints;
}

function isShaded(properties: Element | undefined): boolean | undefined {
  const background =
    properties?.getAttribute('fo:background-color') ?? properties?.getAttribute('draw:fill-color');
  if (background === null || background === undefined) return undefined;
  return !/^(?:transparent|#f[c-f]f[c-f]f[c-f])$/i.test(background);
}

function ownStyle(style: Element): OdfStyle {
  const text = child(style, 'style:text-properties');
  const display = text?.getAttribute('text:display');
  const tiny = isTiny(text?.getAttribute('fo:font-size') ?? null);
  const hidden = display === 'none' || tiny === true;
  const color = text?.getAttribute('fo:color');
  const behind = [
    'style:text-properties',
    'style:paragraph-properties',
    'style:table-cell-properties',
    'style:graphic-properties',
  ];
  const shades = behind.map((name) => isShaded(child(style, name))).filter((shade) => shade !== undefined);
  const place = text?.getAttribute('style:text-position');
  const transform = text?.getAttribute('fo:text-transform');
  const outline = style.getAttribute('style:default-outline-level');
  const list = style.getAttribute('style:list-style-name');
  return {
    hidden: display === null && tiny === undefined ? undefined : hidden,
    white: color ? /^#f[c-f]f[c-f]f[c-f]$/i.test(color) : undefined,
    shaded: shades.length === 0 ? undefined : shades.includes(true),
    capitals: transform ? transform === 'uppercase' : undefined,
    raised: place ? /^(?:super|[1-9])/u.test(place) : undefined,
    heading: outline ? true : undefined,
    list: list ?? undefined,
    font: (text?.getAttribute('style:font-name') ?? text?.getAttribute('fo:font-family'))?.replace(
      /^["']|["']$/g,
      '',
    ),
  };
}

/** What a style says, and where it says nothing the one it stands in. */
export function within(outer: OdfStyle, own: OdfStyle): OdfStyle {
  return {
    hidden: own.hidden ?? outer.hidden,
    white: own.white ?? outer.white,
    shaded: own.shaded ?? outer.shaded,
    capitals: own.capitals ?? outer.capitals,
    raised: own.raised ?? outer.raised,
    heading: own.heading ?? outer.heading,
    list: own.list ?? outer.list,
    font: own.font ?? outer.font,
  };
}

export type OdfStyles = {
  /** A style by family and name, what it inherits filled in. */
  readonly of: (family: string, name: string | null) => OdfStyle;
  /** The element of a style, for what only one caller asks for. */
  readonly element: (family: string, name: string | null) => Element | undefined;
};

/** Reads the styles of a document: `roots` are its parts, each with styles of its own. */
export function readOdfStyles(roots: readonly Element[]): OdfStyles {
  const elements = new Map<string, Element>();
  for (const root of roots) {
    for (const group of ['office:styles', 'office:automatic-styles']) {
      const found = child(root, group);
      for (const style of found === undefined ? [] : children(found)) {
        if (style.nodeName !== 'style:style') continue;
        elements.set(`${style.getAttribute('style:family')} ${style.getAttribute('style:name')}`, style);
      }
    }
  }
  const known = new Map<string, OdfStyle>();
  const of = (family: string, name: string | null, depth = 0): OdfStyle => {
    if (name === null || depth > 20) return plainOdfStyle;
    const key = `${family} ${name}`;
    const before = known.get(key);
    const element = elements.get(key);
    if (before !== undefined || element === undefined) return before ?? plainOdfStyle;
    const style = within(
      of(family, element.getAttribute('style:parent-style-name'), depth + 1),
      ownStyle(element),
    );
    known.set(key, style);
    return style;
  };
  return {
    of: (family, name) => of(family, name),
    element: (family, name) => elements.get(`${family} ${name}`),
  };
}
