import { createInterface } from 'node:readline/promises';
import { documentName } from '../../domain/citation.ts';
import { KnownError } from '../../errors.ts';
import { deleteDocument } from '../../ingest/uploads/publish.ts';
import { OPERATOR } from '../../store/access/identity.ts';
import { tidyIndex } from '../../store/passages/tidyIndex.ts';
import { countRulesQuoting } from '../../store/rules/ruleReferences.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { indexTexts as texts } from '../search/indexTexts.ts';
import { findDocument } from './findDocument.ts';

/** `remove NUMBER|ID`: removes one document and all that was made of it, after asking. */
export function removeCommand(
  io: Io,
  asked: string,
  options: CommonOptions & { readonly yes?: boolean },
): Promise<ExitCode> {
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const directive = await findDocument(database, asked);
    const { id, fileName, header } = directive;
    const name = documentName(header, fileName);
    const rules = header.number === null ? 0 : await countRulesQuoting(database, header.number);
    if (options.yes !== true && !(await agrees(texts.askRemoval(name, fileName, rules)))) {
      throw new KnownError('bad_input', texts.unconfirmed);
    }
    await deleteDocument(database, { ...OPERATOR, channel: 'cli' }, id);
    await tidyIndex(database);
    io.out(
      options.json === true
        ? JSON.stringify({ removed: { id, document: name, fileName }, quotedByRules: rules })
        : texts.removed(name, rules),
    );
    return 0;
  });
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
