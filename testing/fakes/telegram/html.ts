/** One formatted stretch of a parsed text, as Telegram reports it. */
export type ParsedEntity = {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  /** Of a link. */
  readonly url?: string;
};

export type ParsedHtml =
  | { readonly ok: true; readonly text: string; readonly entities: readonly ParsedEntity[] }
  | { readonly ok: false; readonly problem: string };

/** Tags that the Bot API knows, the entity each makes, and the attributes it may have. */
const knownTags: Readonly<Record<string, { readonly entity: string; readonly attributes: RegExp }>> = {
  b: { entity: 'bold', attributes: /^$/ },
  strong: { entity: 'bold', attributes: /^$/ },
  i: { entity: 'italic', attributes: /^$/ },
  em: { entity: 'italic', attributes: /^$/ },
  u: { entity: 'underline', attributes: /^$/ },
  ins: { entity: 'underline', attributes: /^$/ },
  s: { entity: 'strikethrough', attributes: /^$/ },
  strike: { entity: 'strikethrough', attributes: /^$/ },
  del: { entity: 'strikethrough', attributes: /^$/ },
  'tg-spoiler': { entity: 'spoiler', attributes: /^$/ },
  a: { entity: 'text_link', attributes: /^ href="[^"<>]+"$/ },
  code: { entity: 'code', attributes: /^(?: class="language-[\w+#-]+")?$/ },
  pre: { entity: 'pre', attributes: /^$/ },
  blockquote: { entity: 'blockquote', attributes: /^(?: expandable)?$/ },
};

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

type OpenTag = Omit<ParsedEntity, 'length'> & { readonly name: string };

/**
 * Parses Telegram's HTML as strictly as its manual reads: known tags only, well nested, `<`, `>` and `&` escaped,
 * no quotation inside a quotation, nothing inside monospaced text. Lengths are UTF-16 units.
 */
export function parseTelegramHtml(html: string): ParsedHtml {
  const open: OpenTag[] = [];
  const entities: ParsedEntity[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^<>]*>|&[^&;\s]*;|[^<>&]+|[<>&]/g)) {
    if (token.startsWith('</')) {
      const last = open.pop();
      if (last?.name !== token.slice(2, -1)) return refuse(`unexpected end tag ${token}`);
      const { name: _, ...entity } = last;
      entities.push({ ...entity, length: text.length - last.offset });
    } else if (token.startsWith('<') && token.length > 1) {
      const [, name = '', attributes = ''] = /^<([\w-]+)(.*)>$/s.exec(token) ?? [];
      const tag = knownTags[name];
      if (tag === undefined) return refuse(`unsupported start tag ${token}`);
      if (!tag.attributes.test(attributes)) return refuse(`unsupported attributes in ${token}`);
      if (name === 'blockquote' && open.some((outer) => outer.name === name))
        return refuse('nested blockquote');
      const outer = open.at(-1);
      if ((outer?.name === 'pre' && name !== 'code') || outer?.name === 'code')
        return refuse(`${token} inside code`);
      const url = /^ href="([^"]+)"$/.exec(attributes)?.[1];
      open.push({
        name,
        ...(url === undefined ? {} : { url: url.replaceAll('&amp;', '&') }),
        type: attributes === ' expandable' ? 'expandable_blockquote' : tag.entity,
        offset: text.length,
      });
    } else if (token.startsWith('&') && token.length > 1) {
      const character = readCharacter(token.slice(1, -1));
      if (character === undefined) return refuse(`unknown character entity ${token}`);
      text += character;
    } else if (/^[<>&]$/.test(token)) {
      return refuse(`"${token}" is not escaped`);
    } else {
      text += token;
    }
  }
  const unclosed = open.at(-1);
  return unclosed === undefined ? { ok: true, text, entities } : refuse(`<${unclosed.name}> is not closed`);
}

function refuse(problem: string): ParsedHtml {
  return { ok: false, problem };
}

function readCharacter(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([\da-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
  return decimal === undefined ? namedCharacters[name] : String.fromCodePoint(Number(decimal));
}
