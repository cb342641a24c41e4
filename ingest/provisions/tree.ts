import type { Provision } from '../../domain/directive.ts';
import type { Joined, Paragraph } from '../normalise/paragraphs.ts';
import { endsSentence, isCapitals } from '../normalise/sentence.ts';
import { withoutNoteMarks } from '../noteMarks.ts';
import { type Mark, RANK } from './mark.ts';

const LONGEST_HEADING = 400;
/** The heading of a mục in party form is a title; what runs longer is the rule itself, its full stop forgotten. */
const LONGEST_TITLE = 200;

/** Builds the tree of provisions over the joined text, in document order. */
export function buildTree({ text, paragraphs, pageAt }: Joined): Provision[] {
  const built: (Omit<Provision, 'end'> & { end: number })[] = [];
  const open: { readonly index: number; readonly rank: number }[] = [];
  const close = (rank: number, end: number): void => {
    for (let top = open.at(-1); top !== undefined && top.rank >= rank; top = open.at(-1)) {
      const provision = built[top.index];
      if (provision !== undefined) provision.end = end;
      open.pop();
    }
  };
  let bodyEnd = 0;
  for (const [place, paragraph] of paragraphs.entries()) {
    const { mark, start, zone } = paragraph;
    // A blank form belongs to its annex; foot and notes to nothing.
    if (zone === 'form' && mark === null) close(RANK.letter, bodyEnd);
    else if (zone !== 'body' && mark === null) close(RANK.phu_luc, bodyEnd);
    if (mark !== null) {
      close(mark.rank, bodyEnd);
      const parent = open.at(-1)?.index ?? null;
      const above = parent === null ? [] : (built[parent]?.path ?? []);
      built.push({
        kind: mark.kind,
        label: mark.label,
        path: [...above, mark.label],
        heading: readHeading(text, paragraphs, place, mark),
        start,
        end: paragraph.end,
        page: pageAt(start),
        parent,
      });
      open.push({ index: built.length - 1, rank: mark.rank });
    }
    if (open.length > 0) bodyEnd = paragraph.end;
  }
  close(RANK.phu_luc, bodyEnd);
  return built;
}

/** The heading's words, from the label's own line or the lines under it; `null` where the words are the rule itself. */
function readHeading(
  text: string,
  paragraphs: readonly Paragraph[],
  place: number,
  mark: Mark,
): string | null {
  const paragraph = paragraphs[place];
  if (paragraph === undefined || mark.kind === 'khoan' || mark.kind === 'diem' || mark.kind === 'gach')
    return null;
  const printed = text.slice(paragraph.start + mark.wordsAt, paragraph.end);
  const words = tidy(printed);
  if (mark.kind === 'phu_luc') return annexHeading(text, paragraphs, place, words);
  if (mark.kind === 'phan' || mark.isDivision === true) {
    const next = paragraphs[place + 1];
    if (mark.isDivision !== true && endsSentence(words) && !isCapitals(words)) return null;
    if (words !== '') return words;
    return next?.title === true && next.mark === null ? tidy(text.slice(next.start, next.end)) : null;
  }
  if (words === '' || words.length > LONGEST_HEADING || endsSentence(words)) return null;
  // A lead-in ("… thì xét theo thứ tự:") goes on in its items.
  if (mark.kind !== 'dieu' && (endsSentence(printed) || words.length > LONGEST_TITLE)) return null;
  // A heading has something under it; a lone long line is the rule itself.
  const next = paragraphs[place + 1];
  const hasBody =
    next !== undefined && next.zone === 'body' && (next.mark === null || next.mark.rank > mark.rank);
  return hasBody || words.length <= 60 || isCapitals(words) ? words : null;
}

/** An annex's title stands in capitals under its label, among the notes in brackets. */
function annexHeading(
  text: string,
  paragraphs: readonly Paragraph[],
  place: number,
  words: string,
): string | null {
  const lines = words === '' || words.startsWith('(') ? [] : [words];
  for (const next of paragraphs.slice(place + 1, place + 6)) {
    const line = text.slice(next.start, next.end);
    if (next.mark !== null || next.zone !== 'body' || next.role === 'table') break;
    if (line.startsWith('(') || /kèm theo/iu.test(line)) {
      if (lines.length > 0) break;
      continue;
    }
    if (
      !isCapitals(line) &&
      (lines.length > 0 || line.length > 200 || endsSentence(line) || line.endsWith(')'))
    )
      break;
    lines.push(line);
    if (lines.length === 3) break;
  }
  const heading = tidy(lines.join(' '));
  return heading === '' ? null : heading;
}

function tidy(words: string): string {
  return withoutNoteMarks(words)
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.:\-–—]+|[\s¡|:`'_~\-–—]+$/gu, '')
    .trim();
}
