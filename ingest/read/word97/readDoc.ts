import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { type Compound, openCompound } from '../compound.ts';
import { encodingNames, flowLines } from '../flow.ts';
import type { RawDocument } from '../rawDocument.ts';
import { type Fib, readFib, STORIES, type Story } from './fib.ts';
import { readFonts } from './fonts.ts';
import { readFormatting } from './formatPages.ts';
import { Lists } from './lists.ts';
import { readPieces } from './pieces.ts';
import { type Findings, storyParagraphs, type WordText } from './story.ts';
import { readStyles } from './styles.ts';

/** Stories that are part of the document; running heads repeat on each page, and comments are nobody's rule. */
const READ: readonly Story[] = ['main', 'footnotes', 'endnotes', 'boxes'];

const noLists = new Lists(Buffer.alloc(0), { at: 0, size: 0 }, { at: 0, size: 0 });

function textOf(fib: Fib, main: Buffer, table: Buffer): WordText {
  const part = (name: Parameters<Fib['table']>[0]) => {
    const { at, size } = fib.table(name);
    return table.subarray(at, at + size);
  };
  const pieces = readPieces(fib, main, table);
  if (fib.old)
    return {
      lists: noLists,
      main,
      pieces,
      characters: [],
      paragraphs: [],
      styles: { all: new Map(), font: 0 },
      fonts: [],
    };
  return {
    main,
    pieces,
    characters: readFormatting(main, part('characters'), 'characters'),
    paragraphs: readFormatting(main, part('paragraphs'), 'paragraphs'),
    styles: readStyles(part('styles')),
    fonts: readFonts(part('fonts')),
    lists: new Lists(table, fib.table('lists'), fib.table('listOverrides')),
  };
}

function read(main: Buffer, streams: Compound, fib: Fib): Omit<RawDocument, 'format' | 'meta'> {
  const table = fib.old ? main : streams.get(fib.tableStream);
  if (table === undefined) throw new RangeError(`no ${fib.tableStream}`);
  const text = textOf(fib, main, table);
  const findings: Findings = { hiddenRuns: 0, whiteRuns: 0, revisions: 0 };
  let from = 0;
  const paragraphs = STORIES.flatMap((story) => {
    const start = from;
    from += fib.lengths[story];
    return READ.includes(story) ? storyParagraphs(text, start, from, findings) : [];
  });
  const { lines, encodings } = flowLines(paragraphs);
  const warnings: string[] = [];
  if (findings.hiddenRuns > 0) warnings.push(WARNINGS.hiddenInWord(findings.hiddenRuns));
  if (findings.whiteRuns > 0) warnings.push(WARNINGS.whiteInWord(findings.whiteRuns));
  if (findings.revisions > 0) warnings.push(WARNINGS.openRevisions(findings.revisions));
  if (fib.lengths.comments > 0) warnings.push(WARNINGS.commentsLeftOut);
  if (encodings.length > 0) warnings.push(WARNINGS.converted(encodingNames(encodings)));
  return { lines, warnings };
}

/**
 * Reads a Word document of the years before DOCX (Word 6 to 2003) as Word shows it: body, notes and text boxes; running
 * heads, comments, hidden and deleted text left out. Read from the file's own tables, because the fonts of the runs
 * tell capitals of TCVN3. Throws a refusal for broken and locked files.
 */
export function readDoc(bytes: Uint8Array, fileName: string): RawDocument {
  const streams = openCompound(bytes, fileName, 'doc');
  const main = streams.get('WordDocument');
  if (main === undefined) throw damaged(fileName, 'doc');
  try {
    const fib = readFib(main);
    if (fib.encrypted) throw passwordProtected(fileName, 'doc');
    return { format: 'doc', meta: {}, ...read(main, streams, fib) };
  } catch (error) {
    if (error instanceof RangeError) throw damaged(fileName, 'doc', error);
    throw error;
  }
}
