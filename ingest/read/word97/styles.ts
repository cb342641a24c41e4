import { readSprms, SPRM, type Sprm } from './sprms.ts';

/** What matters of a character's formatting. */
export type CharacterFormat = {
  readonly font: number;
  readonly hidden: boolean;
  readonly deleted: boolean;
  readonly capitals: boolean;
  readonly white: boolean;
  /** Half points. */
  readonly size: number;
  /** A character of its own font that stands in for the one in the text. */
  readonly symbol: number | null;
};

export type Style = {
  readonly base: number;
  /** 1…9 for the headings that Word knows. */
  readonly heading: number | null;
  readonly paragraph: readonly Sprm[];
  readonly character: readonly Sprm[];
};

export type Styles = { readonly all: ReadonlyMap<number, Style>; readonly font: number };

const NO_STYLE = 0xfff;

function readStyle(std: Buffer, baseBytes: number): Style {
  const first = std.readUInt16LE(0) & 0xfff;
  const kind = std.readUInt16LE(2) & 0xf;
  const base = std.readUInt16LE(2) >>> 4;
  let at = baseBytes + 2 + (std.readUInt16LE(baseBytes) + 1) * 2;
  const parts: Buffer[] = [];
  while (parts.length < 2 && at + 2 <= std.length) {
    const size = std.readUInt16LE(at);
    parts.push(std.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  const [one = Buffer.alloc(0), other = Buffer.alloc(0)] = parts;
  return {
    base,
    heading: first >= 1 && first <= 9 ? first : null,
    paragraph: kind === 1 ? readSprms(one.subarray(2)) : [],
    character: readSprms(kind === 1 ? other : kind === 2 ? one : Buffer.alloc(0)),
  };
}

/** [MS-DOC] 2.9.271. A style sheet that breaks off gives the styles before the break. */
export function readStyles(sheet: Buffer): Styles {
  const all = new Map<number, Style>();
  if (sheet.length < 20) return { all, font: 0 };
  const head = sheet.readUInt16LE(0);
  const count = sheet.readUInt16LE(2);
  const baseBytes = sheet.readUInt16LE(4);
  let at = 2 + head;
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = sheet.readUInt16LE(at);
    const std = sheet.subarray(at + 2, at + 2 + size);
    if (std.length >= baseBytes + 4) {
      try {
        all.set(index, readStyle(std, baseBytes));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    at += 2 + size + (size % 2);
  }
  return { all, font: head >= 18 ? sheet.readUInt16LE(14) : 0 };
}

/** A style and the styles under it, the lowest first; a ring of styles is cut. */
function chain(styles: Styles, index: number): readonly Style[] {
  const found: Style[] = [];
  const seen = new Set<number>();
  for (let at = index; at !== NO_STYLE && !seen.has(at); ) {
    seen.add(at);
    const style = styles.all.get(at);
    if (style === undefined) break;
    found.unshift(style);
    at = style.base;
  }
  return found;
}

function isOn(operand: Buffer, ofStyle: boolean): boolean {
  const value = operand[0] ?? 0;
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value !== 0;
}

type Draft = { -readonly [Key in keyof CharacterFormat]: CharacterFormat[Key] };

function apply(format: Draft, sprms: readonly Sprm[], ofStyle: CharacterFormat): void {
  for (const { code, operand } of sprms) {
    if (code === SPRM.font) format.font = operand.readUInt16LE(0);
    else if (code === SPRM.vanish) format.hidden = isOn(operand, ofStyle.hidden);
    else if (code === SPRM.deleted) format.deleted = isOn(operand, ofStyle.deleted);
    else if (code === SPRM.capitals || code === SPRM.smallCapitals)
      format.capitals = isOn(operand, ofStyle.capitals);
    else if (code === SPRM.size) format.size = operand.readUInt16LE(0);
    else if (code === SPRM.colour) format.white = operand[0] === 8;
    else if (code === SPRM.rgb) format.white = operand.readUInt32LE(0) === 0xffffff;
    else if (code === SPRM.symbol) {
      format.symbol = operand.readUInt16LE(2);
      format.font = operand.readUInt16LE(0);
    }
  }
}

/** The formatting of characters in a paragraph of this style, with their own changes. */
export function characterFormat(
  styles: Styles,
  paragraphStyle: number,
  own: readonly Sprm[],
): CharacterFormat {
  const format: Draft = {
    ...{
      font: styles.font,
      hidden: false,
      deleted: false,
      capitals: false,
      white: false,
      size: 20,
      symbol: null,
    },
  };
  for (const style of chain(styles, paragraphStyle)) apply(format, style.character, { ...format });
  const named = own.findLast(({ code }) => code === SPRM.characterStyle);
  if (named !== undefined)
    for (const style of chain(styles, named.operand.readUInt16LE(0)))
      apply(format, style.character, { ...format });
  apply(format, own, { ...format });
  return format;
}

/** What a paragraph is. */
export type ParagraphFormat = {
  readonly inTable: boolean;
  readonly rowEnd: boolean;
  readonly heading: boolean;
  /** Number of the list that it belongs to, from 1; 0 for none. */
  readonly list: number;
  readonly level: number;
};

export function paragraphFormat(styles: Styles, style: number, own: readonly Sprm[]): ParagraphFormat {
  const styled = chain(styles, style);
  const all = [...styled.flatMap((one) => one.paragraph), ...own];
  const operand = (code: number) => all.findLast((sprm) => sprm.code === code)?.operand;
  const last = (code: number) => operand(code)?.[0];
  return {
    inTable: (last(SPRM.inTable) ?? 0) !== 0,
    rowEnd: (last(SPRM.rowEnd) ?? 0) !== 0,
    heading: styled.some((one) => one.heading !== null) || (last(SPRM.outline) ?? 9) < 9,
    list: operand(SPRM.list)?.readUInt16LE(0) ?? 0,
    level: last(SPRM.listLevel) ?? 0,
  };
}
