import { byteOf, characterOf } from './byteOf.ts';
import { BYTE_TABLES } from './byteTables.ts';
import type { LegacyEncoding } from './encoding.ts';
import { decodeMojibake } from './mojibake.ts';
import { decodeVni } from './vni.ts';

type ByteEncoding = keyof typeof BYTE_TABLES;

/** Letters by the character that windows-1252, or whatever else shows bytes, shows for them. */
const shownLetters = new Map<ByteEncoding, Map<string, string>>();

function letterOf(character: string, encoding: ByteEncoding): string {
  const known = shownLetters.get(encoding) ?? new Map<string, string>();
  shownLetters.set(encoding, known);
  const letter = known.get(character);
  if (letter !== undefined) return letter;
  const byte = byteOf(character);
  const found = byte === null ? character : (BYTE_TABLES[encoding].get(byte) ?? characterOf(byte));
  if (byte !== null) known.set(character, found);
  return found;
}

function asShown(text: string): string {
  if (!/[\u0080-\u009F\u0100-\uFFFF]/.test(text)) return text;
  return Array.from(text, (character) => {
    const byte = character >= '\u0080' ? byteOf(character) : null;
    return byte === null ? character : characterOf(byte);
  }).join('');
}

/**
 * Text of one legacy encoding, its bytes shown as windows-1252 (or in the private area of symbol fonts) → Unicode in
 * NFC. What the encoding does not know stays as it is.
 */
export function decode(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'utf-8') return decodeMojibake(text);
  if (encoding === 'vni') return decodeVni(asShown(text));
  // Word puts an optional hyphen of its own beside the ư that it takes for one.
  const single = encoding === 'tcvn3' ? text.replace(/\u00AD{2,}/g, '\u00AD') : text;
  let decoded = '';
  for (const character of single) decoded += letterOf(character, encoding);
  return encoding === 'windows-1258' ? decoded.normalize('NFC') : decoded;
}
