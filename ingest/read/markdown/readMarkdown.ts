import { decodeText } from '../decodeText.ts';
import { ownMarker } from '../listMarker.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { withoutMarks } from './markdownInline.ts';

const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const separatorRow = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** `[1]: https://…`: a target and at most a title. Anything else behind the colon is a note in the document's words. */
const linkDefinition =
  /^ {0,3}\[(?!\^)[^\]]+\]:\s+<?(?:(?:https?|ftp|file|mailto):\S+|www\.\S+|#\S+|\.{0,2}\/\S+|\S+\.(?:html?|aspx?|php|pdf|docx?|md|txt|png|jpe?g|gif|svg|webp)(?:[?#]\S*)?)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*$/i;
const fence = /^\s*(?:```|~~~)/;

function line(text: string, role: RawLine['role']): RawLine {
  const trimmed = text.replace(/[ \t\u00A0]+/g, ' ').trim();
  return trimmed === '' ? { text: '', page: null, role: 'blank' } : { text: trimmed, page: null, role };
}

function tableRow(source: string): RawLine {
  const inside = source
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells = inside
    .split(/(?<!\\)\|/)
    .map((cell) => withoutMarks(cell.replace(/\\\|/g, '|').replace(/<br\s*\/?>/gi, ' ')).trim());
  return cells.every((cell) => cell === '') ? line('', 'blank') : line(cells.join(' | '), 'table');
}

/** One line outside tables and code, its block marks taken off. */
function blockLine(source: string): readonly RawLine[] {
  const quoted = source.replace(/^\s*(?:>\s?)+/, '');
  const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(quoted);
  if (heading !== null) return [line(withoutMarks(heading[2] ?? ''), 'heading')];
  const item = /^\s*[-*][ \t]+(.*)$/.exec(quoted);
  let text = quoted;
  if (item !== null) {
    const words = withoutMarks((item[1] ?? '').trim());
    // `- a) …` is a nested list around the document's own letter; a plain dash may be the document's.
    text = ownMarker.test(words) ? words : `- ${words}`;
    return text.split(/<br\s*\/?>/i).map((piece) => line(piece, 'line'));
  }
  return withoutMarks(text)
    .split(/<br\s*\/?>/i)
    .map((piece) => line(piece, 'line'));
}

/** Markdown without front matter → lines with all its marks removed and the document's own signs kept. */
export function markdownLines(body: string): readonly RawLine[] {
  const lines: RawLine[] = [];
  const sources = body.replace(/<!--[\s\S]*?-->/g, '').split(/\r\n|[\n\r\f]/);
  let inCode = false;
  let inTable = false;
  for (const [index, source] of sources.entries()) {
    const next = sources[index + 1] ?? '';
    if (fence.test(source)) {
      inCode = !inCode;
      continue;
    }
    if (inCode) {
      lines.push(line(source, 'line'));
      continue;
    }
    if (!inTable) inTable = source.includes('|') && next.includes('|') && separatorRow.test(next);
    else if (!source.includes('|')) inTable = false;
    if (inTable) {
      if (!separatorRow.test(source) || !source.includes('-')) lines.push(tableRow(source));
      continue;
    }
    if (linkDefinition.test(source)) continue;
    if (/^ {0,3}={3,}\s*$/.test(source)) {
      const above = lines.at(-1);
      if (above?.role === 'line') lines[lines.length - 1] = { ...above, role: 'heading' };
      continue;
    }
    // A rule under a line would be a heading by the letter of Markdown; in directives it is the stroke under a name.
    if (rule.test(source)) lines.push(line('', 'blank'));
    else lines.push(...blockLine(source));
  }
  return lines;
}

/** Reads a Markdown file, its front matter into `meta`. Throws a refusal for unknown encodings. */
export function readMarkdown(bytes: Uint8Array, fileName: string): RawDocument {
  const decoded = decodeText(bytes, fileName);
  const { meta, body, warnings } = splitFrontMatter(decoded.text.replace(/^\uFEFF/, ''));
  return { format: 'md', lines: markdownLines(body), meta, warnings: [...decoded.warnings, ...warnings] };
}
