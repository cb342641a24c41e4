import { writeDate } from '../domain/citation.ts';
import type { DocumentLine } from '../domain/documentLine.ts';
import type { Block, Reply } from './message.ts';
import { texts } from './texts.ts';

/** A reply as plain text, for logs of commands and for JSON output. */
export function replyText(reply: Pick<Reply, 'blocks'>): string {
  return reply.blocks.map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return `“${block.citation.quote}”\n— [${block.index}] ${block.label}`;
    case 'list':
      return block.items.map((item) => `- ${item}`).join('\n');
    case 'documents':
      return block.documents.map((document) => `- ${documentText(document)}`).join('\n');
  }
}

/** One line on a document: name, title, effect. */
export function documentText({ name, title, effective }: DocumentLine): string {
  const about = title === null ? '' : `: ${title}`;
  return `${name}${about}${effective === null ? '' : ` (${texts.effective(writeDate(effective))})`}`;
}
