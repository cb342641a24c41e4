import { writeDate } from '../domain/citation.ts';
import type { DocumentLine } from '../domain/documentLine.ts';
import type { Block, Reply } from './message.ts';
import { texts } from './texts.ts';

/** A reply as plain text; with `choices`, what can be asked next stands below. */
export function replyText(
  { blocks, choices }: Pick<Reply, 'blocks' | 'choices'>,
  shown: { readonly choices: boolean } = { choices: false },
): string {
  const texted = blocks.map(blockText);
  if (shown.choices && choices.length > 0) {
    texted.push([texts.seeAlso, ...choices.map(({ label }) => `- ${label}`)].join('\n'));
  }
  return texted.join('\n\n');
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
