/** What a scan of XML reports. Names come without their namespace's prefix, text with its entities resolved. */
export type XmlHandler = {
  readonly open: (name: string, attributes: string, empty: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
};

/** XML that no spreadsheet program writes: cut off, or with a document type, through which entities could explode. */
export class BadXml extends Error {
  readonly reason: 'broken' | 'entities';
  constructor(reason: 'broken' | 'entities') {
    super(`XML is refused: ${reason}`);
    this.reason = reason;
  }
}

/** No tag and no text of a cell is longer: Excel holds 32,767 characters in a cell. */
const longestToken = 1_000_000;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function codePoint(written: string, base: number): string {
  const code = Number.parseInt(written, base);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function resolveEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi, (whole, hex, decimal, name) => {
    if (hex !== undefined) return codePoint(hex, 16);
    if (decimal !== undefined) return codePoint(decimal, 10);
    return NAMED[name] ?? whole;
  });
}

const attributePatterns = new Map<string, RegExp>();

/** The value of an attribute, whatever its namespace's prefix; `null` where the tag has none. */
export function attribute(attributes: string, name: string): string | null {
  let pattern = attributePatterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributePatterns.set(name, pattern);
  }
  const found = pattern.exec(attributes);
  if (found === null) return null;
  return resolveEntities(found[1] ?? found[2] ?? '');
}

/** Where the tag that begins before `from` ends; -1 where the end is not here yet. A `>` within quotes does not end it. */
function tagEnd(text: string, from: number): number {
  let quote = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x22 || code === 0x27) quote = code;
    else if (code === 0x3e) return at;
  }
  return -1;
}

const NAME = /^[^\s/>]+/;

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Reads XML piece by piece, so that a sheet of a million rows never stands in memory as a whole. It is a scanner for what
 * spreadsheet programs write, not a validating parser: the packages at hand either build a tree or drop what we need to know
 * of a sheet (merged cells, hidden rows).
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  #rest = '';

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Throws `BadXml`. */
  feed(piece: string): void {
    const text = this.#rest + piece;
    let at = 0;
    while (at < text.length) {
      const next = text.charCodeAt(at) === 0x3c ? this.#markup(text, at) : this.#plain(text, at);
      if (next === -1) break;
      at = next;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > longestToken) throw new BadXml('broken');
  }

  /** Throws `BadXml` where the text ends within a tag. */
  end(): void {
    if (this.#rest.trim() !== '') throw new BadXml('broken');
  }

  #plain(text: string, at: number): number {
    const end = text.indexOf('<', at);
    if (end === -1) return -1;
    this.#handler.text(resolveEntities(text.slice(at, end)));
    return end;
  }

  #markup(text: string, at: number): number {
    const sign = text.charCodeAt(at + 1);
    if (Number.isNaN(sign)) return -1;
    if (sign === 0x21) return this.#declaration(text, at);
    if (sign === 0x3f) return after(text, '?>', at);
    const end = tagEnd(text, at + 1);
    if (end === -1) return -1;
    this.#tag(text.slice(at + 1, end));
    return end + 1;
  }

  #declaration(text: string, at: number): number {
    if (text.startsWith('<!--', at)) return after(text, '-->', at);
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end === -1) return -1;
      this.#handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    // The beginning of a comment may be cut off at the end of a piece.
    if (text.length - at < 9) return -1;
    throw new BadXml('entities');
  }

  #tag(inside: string): void {
    if (inside.startsWith('/')) {
      this.#handler.close(withoutPrefix(inside.slice(1).trim()));
      return;
    }
    const name = NAME.exec(inside)?.[0];
    if (name === undefined) throw new BadXml('broken');
    const empty = inside.endsWith('/');
    const plain = withoutPrefix(name);
    this.#handler.open(plain, inside.slice(name.length), empty);
    if (empty) this.#handler.close(plain);
  }
}

function after(text: string, sign: string, at: number): number {
  const end = text.indexOf(sign, at);
  return end === -1 ? -1 : end + sign.length;
}
