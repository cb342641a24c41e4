import { damaged, passwordProtected, WARNINGS } from '../../texts.ts';
import { type Compound, openCompound } from '../compound.ts';
import { encodingNames, flowLines } from '../flow.ts';
import type { RawDocument } from '../rawDocument.ts';
import { type Fib, readFib, STORIES, type Story } from './fib.ts';
import { readFonts } from './fonts.ts';
import { readFormatting } from './formatPages.ts';
import { Lists } from './lists.ts';
import { type DocCalls, notePlaces } from './notes.ts';
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

function startsOf({ lengths }: Fib): Readonly<Record<Story, number>> {
  const starts = { ...lengths };
  let from = 0;
  for (const story of STORIES) {
    starts[story] = from;
    from += lengths[story];
  }
  return starts;
}

function read(main: Buffer, streams: Compound, fib: Fib): Omit<RawDocument, 'format' | 'meta'> {
  const table = fib.old ? main : streams.get(fib.tableStream);
  if (table === undefined) throw new RangeError(`no ${fib.tableStream}`);
  const text = textOf(fib, main, table);
  const findings: Findings = { hiddenRuns: 0, whiteRuns: 0, revisions: 0 };
  const starts = startsOf(fib);
  const footnotes = notePlaces(fib, table, 'footnote', starts.footnotes);
  const endnotes = notePlaces(fib, table, 'endnote', starts.endnotes);
  const calls: DocCalls = new Map(
    [...(footnotes ?? []), ...(endnotes ?? [])].map((note) => [
      note.at,
      {
        ...note,
        read: () => storyParagraphs(text, note.from, note.to, findings).map(({ runs }) => runs),
      },
    ]),
  );
  const paragraphs = STORIES.flatMap((story) => {
    const [start, end] = [starts[story], starts[story] + fib.lengths[story]];
    if (story === 'main') return storyParagraphs(text, start, end, findings, calls);
    // Where nothing says what calls them, notes stand behind the body.
    const isCalled =
      (story === 'footnotes' && footnotes !== null) || (story === 'endnotes' && endnotes !== null);
    return READ.includes(story) && !isCalled ? storyParagraphs(text, start, end, findings) : [];
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
 * Reads a Word document of the years before DOCX (Word 6 to 2003) as Word shows it: body, notes behind what calls them, and text boxes; running
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
