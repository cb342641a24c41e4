import type { RichText, SpanKind } from '../../richText.ts';

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
