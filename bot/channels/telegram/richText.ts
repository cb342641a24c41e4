/**
 * How a stretch of a Telegram message is shown; `pre` in letters of one width, with nothing inside. `keep` shows nothing: it marks words that a split must not tear
 * apart, such as a citation.
 */
export type SpanKind = 'bold' | 'italic' | 'quote' | 'folded' | 'pre' | 'keep';

/** Offsets are UTF-16 units, as Telegram counts them; an enclosing span stands before what it encloses. */
export type Span = { readonly kind: SpanKind; readonly start: number; readonly end: number };

/** Formatted text before it becomes HTML: spans are nested or apart, never overlapping. */
export type RichText = { readonly text: string; readonly spans: readonly Span[] };

/**
 * Plain words, made fit for Telegram: NFC (so that lengths are what Telegram counts), well-formed UTF-16, and
 * without control characters, which the server refuses or drops.
 */
export function plain(text: string): RichText {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .normalize('NFC');
  return { text: clean, spans: [] };
}

/** The parts one after another, empty ones left out, `separator` between them. */
export function join(parts: readonly RichText[], separator = ''): RichText {
  let text = '';
  const spans: Span[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    if (text !== '') text += separator;
    const shift = text.length;
    for (const { kind, start, end } of part.spans)
      spans.push({ kind, start: start + shift, end: end + shift });
    text += part.text;
  }
  return { text, spans };
}

/** The same words, all of them shown as `kind`. */
export function wrap(kind: SpanKind, rich: RichText): RichText {
  if (rich.text === '') return rich;
  return { text: rich.text, spans: [{ kind, start: 0, end: rich.text.length }, ...rich.spans] };
}

/** The stretch from `start` to `end`; spans that cross an end are cut there. */
export function clip(rich: RichText, start: number, end: number): RichText {
  const spans = rich.spans
    .map((span) => ({
      kind: span.kind,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }))
    .filter((span) => span.start < span.end);
  return { text: rich.text.slice(start, end), spans };
}

const tags: Readonly<Record<Exclude<SpanKind, 'keep'>, readonly [open: string, close: string]>> = {
  bold: ['<b>', '</b>'],
  italic: ['<i>', '</i>'],
  quote: ['<blockquote>', '</blockquote>'],
  pre: ['<pre>', '</pre>'],
  folded: ['<blockquote expandable>', '</blockquote>'],
};

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

/** Telegram's HTML: every character escaped, every tag closed in order. */
export function toHtml(rich: RichText): string {
  const spans = [...rich.spans].sort((one, other) => one.start - other.start);
  const open: { readonly end: number; readonly close: string }[] = [];
  let html = '';
  let at = 0;
  const advance = (to: number) => {
    html += escapeHtml(rich.text.slice(at, to));
    at = to;
  };
  const closeUntil = (position: number) => {
    for (let last = open.at(-1); last !== undefined && last.end <= position; last = open.at(-1)) {
      advance(last.end);
      html += last.close;
      open.pop();
    }
  };
  for (const span of spans) {
    if (span.kind === 'keep') continue;
    closeUntil(span.start);
    advance(span.start);
    const [start, close] = tags[span.kind];
    html += start;
    open.push({ end: span.end, close });
  }
  closeUntil(rich.text.length);
  advance(rich.text.length);
  return html;
}
