import { convertTexts } from '../../vietnamese/legacy/convert.ts';
import { damaged, unknownEncoding, WARNINGS } from '../texts.ts';

export type DecodedText = { readonly text: string; readonly warnings: readonly string[] };

function decodedAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a byte order mark: nearly every high byte is one of the few blocks that Vietnamese uses. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  const highBytes = new Set([0x00, 0x01, 0x03, 0x1e, 0x20]);
  const counts = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (highBytes.has(byte)) counts[index % 2] = (counts[index % 2] ?? 0) + 1;
  }
  const half = sample.length / 2;
  if (half < 4 || bytes.length % 2 === 1) return null;
  if ((counts[1] ?? 0) > half * 0.95 && (counts[0] ?? 0) < half * 0.7) return 'utf-16le';
  if ((counts[0] ?? 0) > half * 0.95 && (counts[1] ?? 0) < half * 0.7) return 'utf-16be';
  return null;
}

/**
 * Bytes of a text file → text. Tried in order: byte order mark, UTF-8, UTF-16 by shape, legacy Vietnamese by its words, the `declared` encoding (an
 * HTML page's own word); a few broken bytes in UTF-8 are replaced and warned about. Legacy Vietnamese comes out as
 * windows-1252 shows it. Throws a refusal for what stays unknown, for a guess would be garbage.
 */
export function decodeText(bytes: Uint8Array, fileName: string, declared?: string): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), warnings: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), warnings: [] };

  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), warnings: [] };

  const utf8 = decodedAs(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, warnings: [] };

  const forgiving = new TextDecoder('utf-8').decode(bytes);
  const broken = forgiving.match(/\uFFFD/g)?.length ?? 0;
  const sound = forgiving.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  if (broken <= Math.max(2, sound / 200) && sound > broken) {
    return { text: forgiving, warnings: [WARNINGS.brokenUtf8(fileName, broken)] };
  }
  // Bytes that mostly form UTF-8 are UTF-8: read as anything else they would pass for a legacy encoding.
  if (sound > broken * 4) throw damaged(fileName, 'utf8');

  // Told by its words; whoever has the lines converts them, for a page's entities may hold letters too.
  const western = new TextDecoder('windows-1252').decode(bytes);
  if (convertTexts(western.split(/\r?\n/)).encodings.length > 0) return { text: western, warnings: [] };
  if (declared !== undefined && !/^utf-?8$/i.test(declared)) {
    const asDeclared = decodedAs(bytes, declared);
    if (asDeclared !== null) return { text: asDeclared, warnings: [] };
  }
  throw unknownEncoding(fileName);
}
