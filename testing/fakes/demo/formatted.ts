import type { FakeEntity } from '../telegram/fakeMessage.ts';

/** These stand on lines of their own, so that the line breaks beside them are not shown. */
const BLOCKS: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/** Text that means nothing to a browser. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const simpleTags: Readonly<Record<string, string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

/** The HTML that shows a text as the app would: its formatting, and the addresses and commands in it. */
export function formatted(text: string, entities: readonly FakeEntity[]): string {
  const sorted = entities
    .filter(({ type }) => !['url', 'bot_command', 'mention'].includes(type))
    .toSorted((one, other) => one.offset - other.offset || other.length - one.length);
  return between(text, sorted, 0, text.length);
}

function between(text: string, entities: readonly FakeEntity[], from: number, to: number): string {
  let html = '';
  let at = from;
  for (const [index, entity] of entities.entries()) {
    const end = entity.offset + entity.length;
    if (entity.offset < at || end > to) continue;
    const isBlock = BLOCKS.has(entity.type);
    const before = text.slice(at, entity.offset);
    html += linked(isBlock ? before.replace(/\n$/, '') : before);
    const inner = entities.slice(index + 1).filter((one) => one.offset < end);
    html += wrapped(entity, between(text, inner, entity.offset, end));
    at = isBlock && text[end] === '\n' ? end + 1 : end;
  }
  return html + linked(text.slice(at, to));
}

function wrapped({ type, url = '' }: FakeEntity, inner: string): string {
  const tag = simpleTags[type];
  if (tag !== undefined) return `<${tag}>${inner}</${tag}>`;
  if (type === 'spoiler') return `<span class="spoiler">${inner}</span>`;
  if (type === 'expandable_blockquote')
    return `<blockquote class="folded"><div>${inner}</div><button type="button" class="unfold" aria-expanded="false"></button></blockquote>`;
  if (type === 'text_link' && /^(?:https?|mailto|tel):/.test(url)) return link(url, inner);
  return inner;
}

function link(url: string, inner: string): string {
  return `<a href="${escaped(url)}" target="_blank" rel="noopener noreferrer">${inner}</a>`;
}

/** Addresses become links, commands can be pressed. */
function linked(text: string): string {
  let html = '';
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/https?:\/\/[^\s<>"”]*[^\s<>"”.,;:)]|(?<!\S)\/[a-z]\w*/g)) {
    html += escaped(text.slice(at, index));
    html += word.startsWith('/')
      ? `<button type="button" class="command" data-say="${escaped(word)}">${escaped(word)}</button>`
      : link(word, escaped(word));
    at = index + word.length;
  }
  return html + escaped(text.slice(at));
}
