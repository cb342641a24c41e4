import { documentLine } from '../../domain/documentLine.ts';
import { listDirectives } from '../../store/directives.ts';
import { type Feature, parts } from '../feature.ts';
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
