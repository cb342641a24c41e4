import { documentLine } from '../../domain/documentLine.ts';
import { countDirectives, listDirectives } from '../../store/directives.ts';
import { type CommandFeature, command, parts } from '../feature.ts';
import { texts } from '../texts.ts';

/** Lines of one reply: what fits a telephone's screen a few times over, and a single message of every channel. */
const PAGE = 20;

/** `/vanban`: which documents have been ingested, a page at a time; `/vanban 2` is the second. */
export const documents: CommandFeature = {
  name: 'documents',
  commands: [{ name: 'vanban', description: texts.commands.documents }],
  async *reply({ text }, { database }) {
    const count = await countDirectives(database);
    const pages = Math.max(Math.ceil(count / PAGE), 1);
    const page = Math.min(askedPage(text), pages);
    const directives = await listDirectives(database, { limit: PAGE, offset: (page - 1) * PAGE });
    const lead = count === 0 ? texts.noDocuments : texts.documents(count, page, pages);
    yield* parts({
      outcome: 'document',
      blocks: [
        { kind: 'text', text: lead, tone: 'plain' },
        ...(directives.length === 0
          ? []
          : [{ kind: 'documents' as const, documents: directives.map(documentLine) }]),
      ],
      choices: page < pages ? [{ label: texts.nextPage, send: `/vanban ${page + 1}` }] : [],
    });
  },
};

/** The number behind the command; 1 where there is none. */
function askedPage(text: string): number {
  const written = command(text)?.rest ?? '';
  return /^[1-9]\d{0,5}$/.test(written) ? Number(written) : 1;
}
