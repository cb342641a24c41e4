import { documentName } from '../../domain/citation.ts';
import type { DirectiveSummary } from '../../domain/directive.ts';
import { KnownError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import { findByNumber, readDirective } from '../../store/directives.ts';
import { indexTexts as texts } from '../search/indexTexts.ts';

/**
 * The one document that is named by its id or number. Digits alone are an id: no document is numbered so. Throws `not_found`,
 * or `bad_input` with the ids where several have the number.
 */
export async function findDocument(database: Database, asked: string): Promise<DirectiveSummary> {
  const id = /^\d{1,9}$/.test(asked.trim()) ? Number(asked) : null;
  const byId = id === null ? null : await readDirective(database, id);
  const found = byId !== null ? [byId] : id === null ? await findByNumber(database, asked) : [];
  const [only, ...others] = found;
  if (only === undefined) throw new KnownError('not_found', texts.unknownDocument(asked));
  if (others.length === 0) return only;
  const lines = found.map(({ id: own, header, fileName }) =>
    texts.documentLine(own, documentName(header, fileName), fileName),
  );
  throw new KnownError('bad_input', texts.severalDocuments(asked, lines));
}
