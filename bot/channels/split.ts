import { clip, type RichText, type Span } from './richText.ts';

/** Best place first. Each match is the break itself: what is before it ends a message, what is after it starts one. */
const breaks: readonly RegExp[] = [
  /\n{2,}/g,
  /\n/g,
  // Not after a digit or a capital: "1. " and "TP. " belong to the words that follow.
  /(?<=(?<![\d\p{Lu}])[.!?…;]["”»)\]]*)\s+/gu,
  /\s+/g,
];

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/**
 * Cuts a text into pieces of at most `limit` UTF-16 units: at paragraphs, then lines, then sentences, then words,
 * and only inside a word that is longer than a message. `keep` spans stay whole unless they are longer than
 * `limit` themselves. White space at a cut is dropped; spans are closed before it and opened again after it.
 */
export function splitRichText(rich: RichText, limit: number): readonly RichText[] {
  const pieces: RichText[] = [];
  const end = rich.text.trimEnd().length;
  let start = skipSpace(rich, 0);
  while (start < end) {
    const cut = end - start <= limit ? end : findCut(rich, start, limit);
    const shown = rich.text.slice(start, cut).trimEnd().length;
    if (shown > 0) pieces.push(clip(rich, start, start + shown));
    start = skipSpace(rich, cut);
  }
  return pieces;
}

function skipSpace({ text, spans }: RichText, from: number): number {
  const word = from + (text.slice(from).length - text.slice(from).trimStart().length);
  // Blanks at the beginning of a line keep the columns of a table aligned.
  const line = text.lastIndexOf('\n', word - 1) + 1;
  const aligned = spans.some(({ kind, start, end }) => kind === 'pre' && start <= line && line < end);
  return aligned && line >= from ? line : word;
}

/** Where the piece that begins at `start` ends: after `start`, at most `limit` units away. */
function findCut(rich: RichText, start: number, limit: number): number {
  const whole = rich.spans.filter((span) => span.kind === 'keep' && span.end - span.start <= limit);
  const allowed = (position: number) => !whole.some((span) => span.start < position && position < span.end);
  // One unit more than fits, so that a break right at the limit is seen.
  const window = rich.text.slice(start, start + limit + 1);
  for (const pattern of breaks) {
    const found = [...window.matchAll(pattern)]
      .map((match) => match.index)
      // A message of a few words before a long one reads badly: a lesser break further on is better then.
      .findLast((index) => index > limit / 4 && index <= limit && allowed(start + index));
    if (found !== undefined) return start + found;
  }
  return cutInsideWord(rich.text, start, limit, whole);
}

function cutInsideWord(text: string, start: number, limit: number, whole: readonly Span[]): number {
  const reach = start + limit;
  const torn = whole.find((span) => span.start > start && span.start < reach && reach < span.end);
  if (torn !== undefined) return torn.start;
  const from = Math.max(start, reach - 64);
  const last = [...graphemes.segment(text.slice(from, reach + 1))].at(-1);
  const cut = from + (last?.index ?? 0);
  if (cut > start) return cut;
  const tearsPair = /[\uD800-\uDBFF]/.test(text.charAt(reach - 1)) && limit > 1;
  return tearsPair ? reach - 1 : reach;
}
