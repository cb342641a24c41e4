import { createHash } from 'node:crypto';
import type { IngestLimits } from '../config.ts';
import type { ParsedDirective } from '../domain/directive.ts';
import type { Database } from '../store/database.ts';
import { findByHash, saveDirective } from '../store/directives.ts';
import { settleIndex } from '../store/passages/settleIndex.ts';
import { parseFile } from './parseFile.ts';
import { indexPassagesGently } from './passageIndex.ts';
import { fileTooLarge } from './texts.ts';

/** A file as it came in. */
export type IncomingFile = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Part of the product's examples: it is never shown as law. */
  readonly sample: boolean;
};

export type Ingested = {
  readonly directiveId: number;
  /** `known`: the same bytes were stored before, nothing was read or written. */
  readonly status: 'stored' | 'known';
  /** `null` when known. */
  readonly parsed: ParsedDirective | null;
};

/**
 * Reads a file in a process of its own and stores it whole or not at all; the same bytes are stored once.
 * Throws a `KnownError` that names the file and says what to do.
 */
export async function ingestFile(
  database: Database,
  file: IncomingFile,
  limits: IngestLimits,
): Promise<Ingested> {
  if (file.bytes.length > limits.fileBytes) throw fileTooLarge(file.fileName, limits.fileBytes);
  const hash = createHash('sha256').update(file.bytes).digest('hex');
  const known = await findByHash(database, hash);
  if (known !== null) return { directiveId: known, status: 'known', parsed: null };
  const parsed = await parseFile(file.bytes, file.fileName, limits);
  const { id, stored } = await saveDirective(database, {
    hash,
    fileName: file.fileName,
    original: file.bytes,
    sample: file.sample,
    parsed,
    index: await indexPassagesGently(parsed, file.fileName),
  });
  if (stored) await settleIndex(database);
  return { directiveId: id, status: stored ? 'stored' : 'known', parsed };
}
