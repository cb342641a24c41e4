/**
 * VNI writes a letter and behind it a character that only looks like a letter and stands for its marks: "vieät" is
 * "việt". The case of the mark means nothing; the letter's case counts.
 */

const GRAVE = '\u0300';
const ACUTE = '\u0301';
const TILDE = '\u0303';
const HOOK = '\u0309';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';

/** Marks by the character that stands for them, lower case: the shape of the letter first, then its tone. */
const MARKS: ReadonlyMap<string, readonly [shape: string, tone: string]> = new Map([
  ['ù', ['', ACUTE]],
  ['ø', ['', GRAVE]],
  ['û', ['', HOOK]],
  ['õ', ['', TILDE]],
  ['ï', ['', DOT]],
  ['â', [CIRCUMFLEX, '']],
  ['á', [CIRCUMFLEX, ACUTE]],
  ['à', [CIRCUMFLEX, GRAVE]],
  ['å', [CIRCUMFLEX, HOOK]],
  ['ã', [CIRCUMFLEX, TILDE]],
  ['ä', [CIRCUMFLEX, DOT]],
  ['ê', [BREVE, '']],
  ['é', [BREVE, ACUTE]],
  ['è', [BREVE, GRAVE]],
  ['ú', [BREVE, HOOK]],
  ['ü', [BREVE, TILDE]],
  ['ë', [BREVE, DOT]],
]);

/** Letters that are one character. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);

const SHAPES: Readonly<Record<string, string>> = { a: CIRCUMFLEX + BREVE, e: CIRCUMFLEX, o: CIRCUMFLEX };

function inCaseOf(letter: string, model: string): string {
  return model === model.toLowerCase() ? letter : letter.toUpperCase();
}

/** Characters as windows-1252 shows them → Unicode, NFC. What VNI does not know stays as it is. */
export function decodeVni(text: string): string {
  let decoded = '';
  // What the letter just read can still take: its marks are written one by one now and then ("VEÂØ").
  let shapes = '';
  let takesTone = false;
  for (const character of text) {
    const lower = character.toLowerCase();
    const mark = MARKS.get(lower);
    if (mark !== undefined) {
      const [shape, tone] = mark;
      if ((shape === '' || shapes.includes(shape)) && (tone === '' || takesTone)) {
        decoded += shape + tone;
        if (shape !== '') shapes = '';
        if (tone !== '') takesTone = false;
        continue;
      }
    }
    const single = SINGLE.get(lower);
    decoded += single === undefined ? character : inCaseOf(single, character);
    shapes = SHAPES[lower] ?? '';
    // Its i has letters of its own for the tones; now and then the marks were typed all the same.
    takesTone = /^[aeiouyôö]$/.test(lower);
  }
  return decoded.normalize('NFC');
}
