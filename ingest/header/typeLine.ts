import { DOCUMENT_TYPES } from '../../vietnamese/documentNumber.ts';

const LINES = DOCUMENT_TYPES.map((type) => ({
  type,
  // The agency may follow; a colon behind "QUYẾT ĐỊNH:" opens the rule, not the title.
  line: new RegExp(`^(?:bản )?${type.toLowerCase()}(?:\\s+của\\s+[^\\d:]{2,80})?$`, 'u'),
}));

/** The type that a line names and nothing else but its agency: `QUYẾT ĐỊNH`, `Nghị định của Chính phủ`. */
export function typeOfLine(text: string): string | null {
  const bare = text
    .toLowerCase()
    .replace(/^[^\p{L}]+|[^\p{L}:]+$/gu, '')
    .replace(/\s+:$/u, ':');
  if (bare.length > 100) return null;
  return LINES.find(({ line }) => line.test(bare))?.type ?? null;
}

/** A type in capitals and its title in small letters on one line: `CHƯƠNG TRÌNH nâng cao …`. */
export function typeBeforeTitle(text: string): { readonly type: string; readonly title: string } | null {
  const type = DOCUMENT_TYPES.find((name) => text.startsWith(`${name.toUpperCase()} `));
  const title = type === undefined ? '' : text.slice(type.length + 1);
  return type !== undefined && /^\p{Ll}/u.test(title) && !title.startsWith('của ') ? { type, title } : null;
}
