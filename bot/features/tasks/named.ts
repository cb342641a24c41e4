import { findDirective } from '../../../answer/tasks/findDirective.ts';
import { shorten } from '../../../answer/tasks/shorten.ts';
import { type Citation, documentName, writeCitation, writePath } from '../../../domain/citation.ts';
import type { DirectiveSummary, StoredDirective } from '../../../domain/directive.ts';
import { readDirective } from '../../../store/directives.ts';
import type { Services } from '../../feature.ts';
import type { Block, Choice, Reply } from '../../message.ts';
import { plain } from '../../reply/blocks.ts';
import { taskTexts as texts } from './texts.ts';

const LONGEST_LABEL = 60;

/** The document that words name, or the reply that asks which one is meant. `again`: the command that takes its id. */
export async function documentCalled(
  words: string,
  again: (id: number) => string,
  { database, search, today }: Services,
): Promise<{ readonly document: StoredDirective } | { readonly reply: Reply }> {
  const found = await findDirective(database, search, words, today());
  if (found.kind === 'several') {
    const choices = found.directives.slice(0, 6).map((directive) => ({
      label: labelOf(directive),
      send: again(directive.id),
    }));
    return { reply: { outcome: 'not_found', blocks: [plain(texts.which)], choices } };
  }
  const document = found.kind === 'one' ? await readDirective(database, found.directive.id) : null;
  if (document !== null) return { document };
  return { reply: said(texts.noDocument(shorten(words, LONGEST_LABEL)), 'not_found') };
}

function labelOf(directive: DirectiveSummary): string {
  const { title } = directive.header;
  const name = nameOf(directive);
  return shorten(title === null || name.includes(title) ? name : `${name}: ${title}`, LONGEST_LABEL);
}

export const nameOf = ({ header, fileName }: DirectiveSummary): string => documentName(header, fileName);

export function said(text: string, outcome: Reply['outcome'] = 'help'): Reply {
  return { outcome, blocks: [plain(text)], choices: [] };
}

/** `khoản 2 Điều 5`; the document's name where it is cited as a whole. */
export function placeOf(citation: Citation): string {
  return citation.path.length === 0 ? citation.document : writePath(citation.path);
}

/** Quotes with their numbers, as under any answer. */
export function quotesOf(citations: readonly Citation[]): readonly Block[] {
  return citations.map((citation, at) => ({
    kind: 'quote',
    index: at + 1,
    citation,
    label: writeCitation(citation),
  }));
}

export function openChoice({ directiveId, provisionId, ...citation }: Citation): Choice {
  const place = citation.path.length === 0 ? '' : `${writePath(citation.path)} `;
  return {
    label: shorten(texts.open(`${place}${citation.document}`), LONGEST_LABEL),
    send: provisionId === null ? `/xem ${directiveId}` : `/xem ${directiveId}.${provisionId}`,
  };
}
