import type { RawDocument } from '../read/rawDocument.ts';
import { endsSentence } from './sentence.ts';

/** Fewer neighbours than this say nothing about how a file was made. */
const FEWEST = 12;
/** Of real paragraphs hardly one in a hundred goes on in the next with a small letter; of wrapped lines every other. */
const WRAPPED_SHARE = 0.15;

/** A small letter that is no label of a point (`a)`) and stands behind no bullet. */
const GOES_ON = /^\p{Ll}(?![.)/])/u;

/**
 * A word processor that was given a hard-wrapped text takes every line for a paragraph, and says so in DOCX and HTML.
 * Where neighbours go on in the middle of a sentence that often, they are lines.
 */
export function wrappedParagraphsAsLines(raw: RawDocument): RawDocument {
  let neighbours = 0;
  let goingOn = 0;
  for (const [at, line] of raw.lines.entries()) {
    const before = raw.lines[at - 1];
    if (line.role !== 'paragraph' || before?.role !== 'paragraph') continue;
    neighbours += 1;
    if (GOES_ON.test(line.text) && !endsSentence(before.text)) goingOn += 1;
  }
  if (neighbours < FEWEST || goingOn < neighbours * WRAPPED_SHARE) return raw;
  const lines = raw.lines.map((line) =>
    line.role === 'paragraph' ? { ...line, role: 'line' as const } : line,
  );
  return { ...raw, lines };
}
