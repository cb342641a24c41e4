import type { IsoDate } from '../../domain/day.ts';
import { assembleRoster } from './assembleRoster.ts';
import { ProblemList } from './problemList.ts';
import type { ReadRoster } from './readRoster.ts';
import { readSheets } from './readSheets.ts';
import { noWorkbook } from './texts.ts';
import { readWorkbook } from './xlsx/workbook.ts';
import { openParts } from './xlsx/workbookParts.ts';

/** Reads a roster in this process. Throws a `KnownError` for what is no workbook that can be opened safely. */
export async function readRosterBytes(
  bytes: Uint8Array,
  fileName: string,
  today: IsoDate,
): Promise<ReadRoster> {
  const parts = openParts(bytes, fileName);
  const book = await readWorkbook(parts);
  if (book === null) throw noWorkbook(fileName, 'other');
  const problems = new ProblemList(book.sheets.map(({ name }) => name));
  const sheets = await readSheets(parts, book, problems);
  const roster = assembleRoster(sheets, problems, today);
  if (problems.any) return { ok: false, ...problems.told() };
  return { ok: true, roster, warnings: problems.warnings() };
}
