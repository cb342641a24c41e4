import { documentText } from '../../bot/reply/plainText.ts';
import { documentName } from '../../domain/citation.ts';
import { documentLine } from '../../domain/documentLine.ts';
import { listDirectives } from '../../store/directives.ts';
import { type CommonOptions, type ExitCode, type Io, withExistingDatabase } from '../io.ts';
import { texts } from '../texts.ts';

/** `documents`: what has been ingested. */
export function documentsCommand(io: Io, options: CommonOptions): Promise<ExitCode> {
  return withExistingDatabase<ExitCode>(io, options, async (database) => {
    const directives = await listDirectives(database);
    if (options.json === true) {
      const documents = directives.map(({ id, fileName, format, kind, sample, header }) => ({
        id,
        document: documentName(header, fileName),
        fileName,
        format,
        kind,
        sample,
        header,
      }));
      io.out(JSON.stringify({ documents }));
    } else if (directives.length === 0) {
      io.out(texts.noDocuments);
    } else {
      io.out(
        directives.map((directive) => `${directive.id}. ${documentText(documentLine(directive))}`).join('\n'),
      );
    }
    return 0;
  });
}
