import type { OfficialLetter } from './officialLetter.ts';
import type { Report } from './report.ts';

/** One sheet a table, with a first sheet of the head, the paragraphs and the sources. No formulas, no macros. */
export async function writeXlsx(report: Report): Promise<Uint8Array> {
  // Loaded when a file is asked for: most processes never write one.
  const { writeWorkbook } = await import('./xlsx.ts');
  return writeWorkbook(report);
}

/** Quốc hiệu or party head, số/ký hiệu left blank, tables, nơi nhận, signature block. */
export async function writeDocx(report: Report): Promise<Uint8Array> {
  const { writeDocument } = await import('./docx.ts');
  return writeDocument(report);
}

/** The letter as DOCX. */
export async function writeOfficialLetter(letter: OfficialLetter): Promise<Uint8Array> {
  const { writeLetter } = await import('./docxLetter.ts');
  return writeLetter(letter);
}
