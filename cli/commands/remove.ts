import { createInterface } from 'node:readline/promises';
import { documentName } from '../../domain/citation.ts';
import type { DirectiveSummary } from '../../domain/directive.ts';
import { KnownError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import { findByNumber, readDirective } from '../../store/directives.ts';
import { tidyIndex } from '../../store/passages/tidyIndex.ts';
import { removeDirective } from '../../store/removeDirective.ts';
import { countRulesQuoting } from '../../store/rules/ruleReferences.ts';
import { indexTexts as texts } from '../indexTexts.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';

/** `remove NUMBER|ID`: removes one document and all that was made of it, after asking. */
export function removeCommand(
  io: Io,
  asked: string,
  options: CommonOptions & { readonly yes?: boolean },
): Promise<ExitCode> {
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const directive = await find(database, asked);
    const { id, fileName, header } = directive;
    const name = documentName(header, fileName);
    const rules = header.number === null ? 0 : await countRulesQuoting(database, header.number);
    if (options.yes !== true && !(await agrees(texts.askRemoval(name, fileName, rules)))) {
      throw new KnownError('bad_input', texts.unconfirmed);
    }
    if (!(await removeDirective(database, id))) throw unknown(asked);
    await tidyIndex(database);
    io.out(
      options.json === true
        ? JSON.stringify({ removed: { id, document: name, fileName }, quotedByRules: rules })
        : texts.removed(name, rules),
    );
    return 0;
  });
}

/** Digits alone are an id: no document is numbered so. */
async function find(database: Database, asked: string): Promise<DirectiveSummary> {
  const id = /^\d{1,9}$/.test(asked.trim()) ? Number(asked) : null;
  const byId = id === null ? null : await readDirective(database, id);
  const found = byId !== null ? [byId] : id === null ? await findByNumber(database, asked) : [];
  const [only, ...others] = found;
  if (only === undefined) throw unknown(asked);
  if (others.length === 0) return only;
  const lines = found.map(({ id: own, header, fileName }) =>
    texts.documentLine(own, documentName(header, fileName), fileName),
  );
  throw new KnownError('bad_input', texts.severalDocuments(asked, lines));
}

function unknown(asked: string): KnownError {
  return new KnownError('not_found', texts.unknownDocument(asked));
}

/** Asks in a terminal; where nobody can answer, nobody agrees. */
async function agrees(question: string): Promise<boolean> {
  if (process.stdin.isTTY !== true) return false;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-D closes without an answer.
  const hungUp = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question(question), hungUp]);
  lines.close();
  return texts.agreed.some((word) => word === answer.trim().normalize('NFC').toLowerCase());
}
