import { convertTexts } from '../../../vietnamese/legacy/convert.ts';
import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { openCompound } from '../compound.ts';
import { encodingNames } from '../flow.ts';
import { linesOfParagraph } from '../paragraphLines.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { readSlides, type SlideText } from './slides.ts';

/** What the note of the current user says of a locked presentation. [MS-PPT] 2.3.2. */
const LOCKED = 0xf3d1c4df;

type Paragraph = { readonly text: string; readonly slide: number; readonly isTitle: boolean };

function paragraphsOf(slides: readonly (readonly SlideText[])[]): readonly Paragraph[] {
  return slides.flatMap((texts, slide) =>
    texts.flatMap(({ text, isTitle }) =>
      text.split('\r').map((part) => ({
        text: part.replaceAll('\v', '\n').replaceAll('\t', ' '),
        slide: slide + 1,
        isTitle,
      })),
    ),
  );
}

function slidesIn(
  main: Buffer,
  user: Buffer | undefined,
  fileName: string,
): readonly (readonly SlideText[])[] {
  const known = user !== undefined && user.length >= 20;
  if (known && user.readUInt32LE(12) === LOCKED) throw passwordProtected(fileName, 'ppt');
  try {
    const slides = readSlides(main, known ? user.readUInt32LE(16) : 0);
    if (slides !== null) return slides;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw damaged(fileName, 'ppt', error);
  }
  throw damaged(fileName, 'ppt');
}

/**
 * Reads a PowerPoint presentation of the years before PPTX: the texts of its slides, each slide a page; notes and masters
 * left out. Throws a refusal for broken and locked files.
 */
export function readPpt(bytes: Uint8Array, fileName: string): RawDocument {
  const streams = openCompound(bytes, fileName, 'ppt');
  const main = streams.get('PowerPoint Document');
  if (main === undefined) throw damaged(fileName, 'ppt');
  const paragraphs = paragraphsOf(slidesIn(main, streams.get('Current User'), fileName));
  const { texts, encodings } = convertTexts(paragraphs.map(({ text }) => text));
  const lines = paragraphs.flatMap(({ slide, isTitle }, index): readonly RawLine[] =>
    linesOfParagraph(texts[index] ?? '', isTitle).map((line) => ({ ...line, page: slide })),
  );
  return {
    format: 'ppt',
    lines,
    meta: {},
    warnings: encodings.length === 0 ? [] : [WARNINGS.converted(encodingNames(encodings))],
  };
}
