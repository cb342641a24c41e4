import { damaged, tooMuchInside, WARNINGS } from '../../texts.ts';
import { encodingNames, flowLines } from '../flow.ts';
import type { RawDocument } from '../rawDocument.ts';
import { type RtfContent, readContent, TooDeep } from './rtfDocument.ts';

function contentOf(bytes: Uint8Array, fileName: string): RtfContent {
  try {
    return readContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof TooDeep) throw tooMuchInside(fileName, { of: 'nesting' });
    if (error instanceof RangeError) throw damaged(fileName, 'rtf', error);
    throw error;
  }
}

/**
 * Reads Rich Text Format: body, notes and text boxes, automatic numbers as the file spells them out; running heads,
 * comments, hidden and deleted text left out. Throws a refusal for files that break off or nest without end.
 */
export function readRtf(bytes: Uint8Array, fileName: string): RawDocument {
  const content = contentOf(bytes, fileName);
  const { lines, encodings } = flowLines(content.paragraphs);
  const warnings: string[] = [];
  if (content.hiddenRuns > 0) warnings.push(WARNINGS.hiddenInWord(content.hiddenRuns));
  if (content.whiteRuns > 0) warnings.push(WARNINGS.whiteInWord(content.whiteRuns));
  if (content.revisions > 0) warnings.push(WARNINGS.openRevisions(content.revisions));
  if (content.comments > 0) warnings.push(WARNINGS.commentsLeftOut);
  if (encodings.length > 0) warnings.push(WARNINGS.converted(encodingNames(encodings)));
  return { format: 'rtf', lines, meta: {}, warnings };
}
