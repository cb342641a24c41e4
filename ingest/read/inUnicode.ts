import { convertTexts } from '../../vietnamese/legacy/convert.ts';
import { WARNINGS } from '../texts.ts';
import { encodingNames } from './flow.ts';
import type { RawLine } from './rawDocument.ts';

/**
 * Lines of any reader as they may be stored: legacy encodings converted where the letters show one (a text can be pasted
 * from anywhere into any format), what no database takes dropped. Good text passes unchanged.
 */
export function inUnicode(lines: readonly RawLine[]): {
  readonly lines: readonly RawLine[];
  readonly warnings: readonly string[];
} {
  const { texts, encodings } = convertTexts(lines.map((line) => line.text));
  return {
    lines: lines.map((line, index) => ({
      ...line,
      // NUL and lone surrogates can be stored nowhere; invisible hyphens are no part of the words.
      text: (texts[index] ?? '')
        .replace(/\u00AD/g, '')
        .toWellFormed()
        .replace(/\0/g, ''),
    })),
    warnings: encodings.length === 0 ? [] : [WARNINGS.converted(encodingNames(encodings))],
  };
}
