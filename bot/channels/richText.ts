/**
 * How a stretch of a messenger's message is shown, where the messenger can; `pre` in letters of one width, with nothing inside.
 * `keep` shows nothing: it marks words that a split must not tear apart, such as a citation.
 */
export type SpanKind = 'bold' | 'italic' | 'quote' | 'folded' | 'pre' | 'keep';

/** Offsets are UTF-16 units; an enclosing span stands before what it encloses. */
export type Span = { readonly kind: SpanKind; readonly start: number; readonly end: number };

/** Formatted text before it becomes what a messenger takes: spans are nested or apart, never overlapping. */
export type RichText = { readonly text: string; readonly spans: readonly Span[] };

/**
 * Plain words, made fit for messengers: NFC (so that lengths are what their servers count), well-formed UTF-16, and
 * without control characters, which the servers refuse or drop.
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

/** `head` keeps the first character of `body` beside it, so that no split leaves it at the foot of a message. */
export function holdOn(head: RichText, body: RichText, separator: string): RichText {
  const whole = join([head, body], separator);
  const kept = Math.min(head.text.length + separator.length + 1, whole.text.length);
  return { text: whole.text, spans: [{ kind: 'keep', start: 0, end: kept }, ...whole.spans] };
}
