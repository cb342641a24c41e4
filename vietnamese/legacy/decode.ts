import { byteOf, characterOf } from './byteOf.ts';
import { BYTE_TABLES } from './byteTables.ts';
import type { LegacyEncoding } from './encoding.ts';
import { decodeMojibake } from './mojibake.ts';
import { decodeVni } from './vni.ts';

/**
 * Text of one legacy encoding, its bytes shown as windows-1252 (or in the private area of symbol fonts) → Unicode in
 * NFC. What the encoding does not know stays as it is.
 */
export function decode(text: string, encoding: LegacyEncoding): string {
  if (encoding === 'utf-8') return decodeMojibake(text);
  // Word puts an optional hyphen of its own beside the ư that it takes for one.
  const single = encoding === 'tcvn3' ? text.replace(/\u00AD{2,}/g, '\u00AD') : text;
  const shown = [...single].map((character) => {
    const byte = character >= '\u0080' ? byteOf(character) : null;
    return byte === null ? character : characterOf(byte);
  });
  if (encoding === 'vni') return decodeVni(shown.join(''));
  const table = BYTE_TABLES[encoding];
  return shown
    .map((character) => {
      const byte = byteOf(character);
      return (byte === null ? undefined : table.get(byte)) ?? character;
    })
    .join('')
    .normalize('NFC');
}
