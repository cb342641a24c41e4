import { fileURLToPath } from 'node:url';
import type { IngestLimits } from '../../config.ts';
import type { CadreRecord, Unit } from '../../domain/record.ts';
import { answerOfChild, readInChild } from '../readInChild.ts';
import { emptyFile, fileTooLarge } from '../texts.ts';
import type { ReadRoster } from './readRoster.ts';
import { rosterAnswer } from './rosterMessage.ts';
import { rosterUnreadable } from './texts.ts';

const childScript = fileURLToPath(new URL('./rosterChild.ts', import.meta.url));

/**
 * Reads a roster from the bytes of an XLSX file, in a child process with limits. Every problem of the whole file comes back at
 * once (at most 500, then `more`). Throws a `KnownError` where it is no workbook that can be opened safely: `file_unsupported`,
 * `file_unreadable`, `file_too_large`, `limit_exceeded`.
 */
export async function readRoster(
  fileName: string,
  bytes: Uint8Array,
  limits: IngestLimits,
): Promise<ReadRoster> {
  if (bytes.length === 0) throw emptyFile(fileName);
  if (bytes.length > limits.fileBytes) throw fileTooLarge(fileName, limits.fileBytes);
  const reader = { script: childScript, unreadable: rosterUnreadable };
  const output = await readInChild(bytes, fileName, limits, reader);
  return answerOfChild(output, fileName, rosterAnswer, rosterUnreadable).result;
}

/** An empty workbook to fill in: headings, notes, lists to choose from, one example row that is marked as such and not read. */
export async function writeTemplate(): Promise<Uint8Array> {
  // The library that writes workbooks takes long to load, and most starts never write one.
  const { templateWorkbook } = await import('./writeWorkbook.ts');
  return templateWorkbook();
}

/** The same form filled with records: what `readRoster` reads from it equals what was written. */
export async function writeRoster(
  units: readonly Unit[],
  cadres: readonly CadreRecord[],
): Promise<Uint8Array> {
  const { rosterWorkbook } = await import('./writeWorkbook.ts');
  return rosterWorkbook(units, cadres);
}
