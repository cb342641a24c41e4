import { byteOf } from './byteOf.ts';

/** A letter of two or three bytes of UTF-8, each read as a character of its own. */
const lead = /[\u00C2-\u00CF\u00E1\u00E2]/;

/** Bytes of one character of UTF-8 at `at`, read from characters; `null` where they are none. */
function sequenceAt(characters: readonly string[], at: number): { letter: string; length: number } | null {
  const first = characters[at] ?? '';
  if (!lead.test(first)) return null;
  const length = first < '\u00E0' ? 2 : 3;
  const bytes = characters.slice(at, at + length).map(byteOf);
  if (bytes.length < length || bytes.slice(1).some((byte) => byte === null || byte < 0x80 || byte > 0xbf))
    return null;
  try {
    const letter = new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(bytes, (byte) => byte ?? 0),
    );
    return { letter, length };
  } catch {
    return null;
  }
}

/** UTF-8 that was read as windows-1252 → Unicode, NFC. Characters that are no bytes of UTF-8 stay as they are. */
export function decodeMojibake(text: string): string {
  const characters = [...text];
  let decoded = '';
  for (let at = 0; at < characters.length; ) {
    const found = sequenceAt(characters, at);
    // The second byte of "à" shows as a space that does not break, and spaces get lost at the end of a word.
    const cut = characters[at] === 'Ã' && at === characters.length - 1;
    decoded += found?.letter ?? (cut ? 'à' : (characters[at] ?? ''));
    at += found?.length ?? 1;
  }
  return decoded.normalize('NFC');
}
