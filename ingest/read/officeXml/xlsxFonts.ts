import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { child, children } from '../docx/docxXml.ts';
import { type OfficePackage, relationTargets } from './officePackage.ts';

/** What the font of a cell lets one expect of its letters; `sheet` counts from 0, `reference` is such as `B7`. */
export type CellHints = (sheet: number, reference: string) => FontHint;

/** The hint of each cell style by its number. */
function styleHints(parts: OfficePackage): readonly FontHint[] {
  const styles = parts.xml('xl/styles.xml');
  const fonts = child(styles, 'fonts');
  const hints = (fonts === undefined ? [] : children(fonts)).map((font) =>
    fontHint(child(font, 'name')?.getAttribute('val') ?? ''),
  );
  const formats = child(styles, 'cellXfs');
  return (formats === undefined ? [] : children(formats)).map(
    (format) => hints[Number(format.getAttribute('fontId') ?? 0)] ?? NO_HINT,
  );
}

/**
 * The fonts of a workbook's cells, which the parser at hand does not tell. Sheets are only looked through where some font is
 * one of an old encoding.
 */
export function readCellHints(parts: OfficePackage): CellHints {
  const styles = styleHints(parts);
  if (styles.every(({ encoding }) => encoding === null)) return () => NO_HINT;
  const list = child(parts.xml('xl/workbook.xml'), 'sheets');
  const targets = relationTargets(parts, 'xl/workbook.xml');
  const sheets = (list === undefined ? [] : children(list)).map((sheet) => {
    const part = targets.get(sheet.getAttribute('r:id') ?? '') ?? '';
    const text = new TextDecoder().decode(parts.bytes(part) ?? new Uint8Array());
    const found = new Map<string, FontHint>();
    for (const [, attributes = ''] of text.matchAll(/<c\s([^<>]*)>/g)) {
      const reference = /(?:^|\s)r="([A-Z]+\d+)"/.exec(attributes)?.[1];
      const hint = styles[Number(/(?:^|\s)s="(\d+)"/.exec(attributes)?.[1] ?? 0)];
      if (reference !== undefined && hint !== undefined) found.set(reference, hint);
    }
    return found;
  });
  return (sheet, reference) => sheets[sheet]?.get(reference) ?? NO_HINT;
}
