import type { Reply } from '../../../message.ts';

/** `233/2026/NĐ-CP`, `26-NQ/TW`: figures, and parts behind strokes and dashes. */
const NUMBER = /\d+(?:[/-][\p{Lu}\d]+)+/u;

/** The number of the one document that an answer quotes or shows, for the clipboard; `null` where there are several, or it has none. Pure. */
export function copiedNumber({ outcome, personal, blocks }: Reply): string | null {
  if ((outcome !== 'quoted' && outcome !== 'document') || personal === true) return null;
  const documents = blocks.flatMap((block) => {
    if (block.kind === 'quote') return [block.citation.document];
    return block.kind === 'documents' ? block.documents.map(({ name }) => name) : [];
  });
  const [first, ...others] = new Set(documents);
  return first === undefined || others.length > 0 ? null : (NUMBER.exec(first)?.[0] ?? null);
}
