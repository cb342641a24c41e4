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

/** Where the preamble begins when an editor joined the lines of the head into one paragraph. */
const PREAMBLE =
  /\s+(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện (?:Nghị quyết|Quy định|Kế hoạch|Luật))\s.*$/su;

/** A type in capitals and its title in small letters on one line: `CHƯƠNG TRÌNH nâng cao …`, `NGHỊ ĐỊNH Quy định về …`. */
export function typeBeforeTitle(text: string): { readonly type: string; readonly title: string } | null {
  const type = DOCUMENT_TYPES.find((name) => text.startsWith(`${name.toUpperCase()} `));
  if (type === undefined) return null;
  const title = text
    .slice(type.length + 1)
    .replace(PREAMBLE, '')
    .trim();
  return /^\p{Lu}?\p{Ll}/u.test(title) && !/^(?:của|số)\s/iu.test(title) ? { type, title } : null;
}
