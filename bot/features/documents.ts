import { documentName } from '../../domain/citation.ts';
import type { DirectiveSummary } from '../../domain/directive.ts';
import { listDirectives } from '../../store/directives.ts';
import { type Feature, parts } from '../feature.ts';
import type { DocumentLine } from '../message.ts';
import { texts } from '../texts.ts';

/** `/vanban`: which documents have been ingested. */
export const documents: Feature = {
  name: 'documents',
  commands: [{ name: 'vanban', description: texts.commands.documents }],
  async *reply(_message, { database }) {
    const directives = await listDirectives(database);
    const lead = directives.length === 0 ? texts.noDocuments : texts.documents(directives.length);
    yield* parts({
      outcome: 'document',
      blocks: [
        { kind: 'text', text: lead, tone: 'plain' },
        ...(directives.length === 0
          ? []
          : [{ kind: 'documents' as const, documents: directives.map(documentLine) }]),
      ],
      choices: [],
    });
  },
};

/** A directive as lists show it. */
export function documentLine(directive: DirectiveSummary): DocumentLine {
  return {
    directiveId: directive.id,
    name: documentName(directive.header, directive.fileName),
    title: directive.header.number === null ? null : directive.header.title,
    kind: directive.kind,
    sample: directive.sample,
    effective: directive.header.effective,
  };
}
