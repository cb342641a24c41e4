import { decodeText } from './decodeText.ts';
import type { RawDocument, RawLine } from './rawDocument.ts';

/** Lines of plain text, with the white space around them gone; a form feed is a page break and separates too. */
function plainLines(text: string): readonly RawLine[] {
  return text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/).map((line) => {
    const trimmed = line.trim();
    return { text: trimmed, page: null, role: trimmed === '' ? 'blank' : 'line' };
  });
}

/** Reads a plain text file in UTF-8, UTF-16 or Windows-1258; throws a refusal for any other encoding. */
export function readText(bytes: Uint8Array, fileName: string): RawDocument {
  const { text, warnings } = decodeText(bytes, fileName);
  return { format: 'txt', lines: plainLines(text), meta: {}, warnings };
}
