/** The letters of code page 437 above ASCII, in which archives name files unless they say otherwise. */
const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0';

const VIETNAMESE = /^[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ\d\s_.,;()[\]{}+\-–&'’“”/\\]$/iu;

function fromCodePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte < 0x80 ? String.fromCharCode(byte) : (CODE_PAGE_437[byte - 0x80] ?? ''),
  ).join('');
}

function strict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The name in UTF-8 that Info-ZIP writes beside one in another encoding. */
function unicodeExtra(extra: Uint8Array): string | null {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length; ) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x7075 && size > 5 && at + 4 + size <= extra.length)
      return strict(extra.subarray(at + 9, at + 4 + size));
    at += 4 + size;
  }
  return null;
}

function foreignLetters(name: string): number {
  return [...name].filter((character) => !VIETNAMESE.test(character)).length;
}

/**
 * The name of a member: UTF-8 where it is said or fits; else windows-1258 or code page 437, whichever reads more like a
 * Vietnamese name.
 */
export function memberName(raw: {
  readonly bytes: Uint8Array;
  readonly isUtf8: boolean;
  readonly extra: Uint8Array;
}): string {
  const told = unicodeExtra(raw.extra) ?? strict(raw.bytes);
  if (told !== null) return told.normalize('NFC');
  if (raw.isUtf8) return new TextDecoder().decode(raw.bytes).normalize('NFC');
  const readings = [
    fromCodePage437(raw.bytes),
    new TextDecoder('windows-1258').decode(raw.bytes).normalize('NFC'),
  ];
  return readings.sort((one, other) => foreignLetters(one) - foreignLetters(other))[0] ?? '';
}
