import { type ShownDate, shownDate } from './numberFormat.ts';
import type { WorkbookParts } from './workbookParts.ts';
import { attribute } from './xmlScanner.ts';

/** A sheet as the workbook lists it. */
export type SheetEntry = {
  readonly name: string;
  readonly hidden: boolean;
  /** The part that holds its rows. */
  readonly part: string;
};

/** What all sheets share. */
export type Workbook = {
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** For each cell style, what it shows of a date. */
  readonly dateStyles: readonly (ShownDate | null)[];
  readonly since1904: boolean;
};

const nothing = () => {};

type Relations = ReadonlyMap<string, { readonly type: string; readonly target: string }>;

/** A path inside the archive, from the folder of the part that names it. */
function resolvePath(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

async function relationsOf(parts: WorkbookParts, part: string): Promise<Relations> {
  const cut = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, cut);
  const file = `${folder}_rels/${part.slice(cut)}.rels`;
  const found = new Map<string, { type: string; target: string }>();
  if (!parts.has(file)) return found;
  await parts.scan(file, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      const type = attribute(attributes, 'Type') ?? '';
      found.set(attribute(attributes, 'Id') ?? '', { type, target: resolvePath(folder, target) });
    },
    close: nothing,
    text: nothing,
  });
  return found;
}

function ofType(relations: Relations, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target;
}

/** `_x000D_` stands for a character that XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\da-f]{4})_/gi, (_whole, code) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function readStrings(parts: WorkbookParts, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let phonetic = false;
  await parts.scan(part, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescapeText(current));
      else if (name === 'rPh') phonetic = false;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText) current += text;
    },
  });
  return strings;
}

async function readStyles(parts: WorkbookParts, part: string): Promise<readonly (ShownDate | null)[]> {
  const codes = new Map<number, string>();
  const styles: (ShownDate | null)[] = [];
  let inCells = false;
  await parts.scan(part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? Number.NaN);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      // Excel writes the formats before the styles that use them.
      if (name === 'xf' && inCells) styles.push(shownDate(id, codes.get(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: nothing,
  });
  return styles;
}

/** Reads what stands beside the sheets. `null` where the archive is no workbook. */
export async function readWorkbook(parts: WorkbookParts): Promise<Workbook | null> {
  const main = ofType(await relationsOf(parts, ''), 'officeDocument') ?? 'xl/workbook.xml';
  if (!parts.has(main)) return null;
  const relations = await relationsOf(parts, main);
  const sheets: SheetEntry[] = [];
  let since1904 = false;
  let isWorkbook = false;
  await parts.scan(main, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') since1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute(attributes, 'id') ?? '');
      if (relation === undefined || !relation.type.endsWith('/worksheet')) return;
      const hidden = (attribute(attributes, 'state') ?? 'visible') !== 'visible';
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: relation.target });
    },
    close: nothing,
    text: nothing,
  });
  if (!isWorkbook) return null;
  const strings = ofType(relations, 'sharedStrings');
  const styles = ofType(relations, 'styles');
  return {
    sheets,
    strings: strings === undefined ? [] : await readStrings(parts, strings),
    dateStyles: styles === undefined ? [] : await readStyles(parts, styles),
    since1904,
  };
}
