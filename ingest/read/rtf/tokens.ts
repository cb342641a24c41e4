/** What an RTF file is made of. `word`: `\name123`; `sign`: `\~`; `byte`: `\'e9`; `text`: plain bytes in a row. */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'sign'; readonly sign: string }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'text'; readonly bytes: Buffer };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;

const isLetter = (byte: number) => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;

/** Cuts the file into tokens; binary data is passed over. Throws a RangeError where binary data is longer than the file. */
export function* tokens(bytes: Buffer): Generator<Token> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      yield byte === OPEN ? { kind: 'open' } : { kind: 'close' };
      at += 1;
    } else if (byte !== BACKSLASH) {
      const start = at;
      while (at < bytes.length && bytes[at] !== OPEN && bytes[at] !== CLOSE && bytes[at] !== BACKSLASH)
        at += 1;
      yield { kind: 'text', bytes: bytes.subarray(start, at) };
    } else if (isLetter(bytes[at + 1] ?? 0)) {
      const start = at + 1;
      at = start;
      while (at < bytes.length && isLetter(bytes[at] ?? 0)) at += 1;
      const name = bytes.toString('latin1', start, at);
      const from = at;
      if (bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0)) at += 1;
      while (at < bytes.length && isDigit(bytes[at] ?? 0)) at += 1;
      const value = from === at ? null : Number(bytes.toString('latin1', from, Math.min(at, from + 12)));
      if (bytes[at] === 0x20) at += 1;
      if (name === 'bin') {
        at += Math.max(0, value ?? 0);
        if (at > bytes.length) throw new RangeError('binary data beyond the end');
      } else yield { kind: 'word', name, value };
    } else if (bytes[at + 1] === 0x27) {
      const value = Number.parseInt(bytes.toString('latin1', at + 2, at + 4), 16);
      if (!Number.isNaN(value)) yield { kind: 'byte', byte: value };
      at += 4;
    } else {
      yield { kind: 'sign', sign: String.fromCharCode(bytes[at + 1] ?? 0) };
      at += 2;
    }
  }
}
