import type { RawDocument, RawLine } from '../rawDocument.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { markdownLines } from './readMarkdown.ts';

const HEADING = /^#{1,6}\s+\S/;
/** One line that begins with `#` may be anything; a text that does it again and again is Markdown. */
const FEWEST_HEADINGS = 3;

/**
 * A Word, PDF or text file made from a Markdown text as it stands still carries its marks: they are taken out as in a
 * Markdown file, pages and line ends kept.
 */
export function withoutMarkdownRemains(raw: RawDocument): RawDocument {
  if (raw.format === 'md' || raw.lines.filter(({ text }) => HEADING.test(text)).length < FEWEST_HEADINGS)
    return raw;
  const first = raw.lines.findIndex(({ role }) => role !== 'blank');
  const { meta, body, warnings } = splitFrontMatter(
    raw.lines
      .slice(first)
      .map(({ text }) => text)
      .join('\n'),
  );
  // The front matter takes whole lines, so that what is left are the last lines as they were.
  const left = body === '' ? [] : raw.lines.slice(-body.split('\n').length);
  return {
    ...raw,
    meta: { ...raw.meta, ...meta },
    warnings: [...raw.warnings, ...warnings],
    lines: runs(left).flatMap(plain),
  };
}

/** Neighbouring lines that share page and role; blank ones belong to either. */
function runs(lines: readonly RawLine[]): readonly (readonly RawLine[])[] {
  const found: RawLine[][] = [];
  let own: RawLine | null = null;
  for (const line of lines) {
    const fits = own === null || line.role === 'blank' || (line.role === own.role && line.page === own.page);
    if (fits && found.length > 0) found.at(-1)?.push(line);
    else found.push([line]);
    if (line.role !== 'blank') own = line;
  }
  return found;
}

function plain(run: readonly RawLine[]): readonly RawLine[] {
  const sample = run.find(({ role }) => role !== 'blank');
  if (sample === undefined || sample.role === 'heading' || sample.role === 'table') return run;
  const { role, page } = sample;
  return markdownLines(run.map(({ text }) => text).join('\n')).map((line) =>
    // A wrapped heading goes on in the next line: only the words are known, not where it ends.
    line.role === 'heading' || line.role === 'line' ? { ...line, page, role } : { ...line, page },
  );
}
