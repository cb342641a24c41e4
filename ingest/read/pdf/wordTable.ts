/** A word as a program prints it, known by its bytes: a document has a hundred thousand words and a few thousand different ones. */
export type KnownWord = {
  readonly text: string;
  /** Of its tokens (parts between white space) the sum of a hash each, more than 0; the same for the same tokens. */
  readonly weight: number;
};

type Entry = KnownWord & { readonly bytes: Uint8Array };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text of poppler's XML as it was before it was put there. */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (entities[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}

function hashOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index += 1)
    hash = Math.imul(hash ^ token.charCodeAt(index), 0x01000193);
  return (hash >>> 0) + 1;
}

function weightOf(text: string): number {
  let weight = 0;
  for (const token of text.split(/\s+/)) if (token !== '') weight += hashOf(token);
  return weight;
}

function isSame(entry: Entry, bytes: Uint8Array, from: number, to: number): boolean {
  const known = entry.bytes;
  if (known.length !== to - from) return false;
  for (let index = 0; index < known.length; index += 1)
    if (known[index] !== bytes[from + index]) return false;
  return true;
}

const utf8 = new TextDecoder();

/** The different words of a document; each is decoded once. */
export class WordTable {
  readonly #entries = new Map<number, Entry>();

  /** The word that stands, escaped, in UTF-8, from byte `from` to before byte `to`. */
  at(bytes: Uint8Array, from: number, to: number): KnownWord {
    let hash = 0x811c9dc5;
    for (let index = from; index < to; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
    // Kept to what the engine holds as a small integer.
    const key = hash & 0x3fffffff;
    const known = this.#entries.get(key);
    if (known !== undefined && isSame(known, bytes, from, to)) return known;
    const own = bytes.slice(from, to);
    const text = unescaped(utf8.decode(own));
    const entry: Entry = { text, weight: weightOf(text), bytes: own };
    if (known === undefined) this.#entries.set(key, entry);
    return entry;
  }
}
