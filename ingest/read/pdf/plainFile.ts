import { setImmediate } from 'node:timers/promises';
import { inflateSync } from 'node:zlib';

/**
 * Whether a PDF can hold what takes programs of their own to find: pictures, and text that is invisible or white. Most
 * documents that a word processor wrote hold none of it, and their drawing commands show that at a glance. Where a file
 * keeps its commands from being seen (locked, other filters), or uses what is not weighed here, the answer is "may".
 */
export type PlainFile = { readonly mayHide: boolean; readonly mayPicture: boolean };

const UNSURE: PlainFile = { mayHide: true, mayPicture: true };

/** Commands of three thousand pages; a file of more is no word processor's, or a bomb. */
const mostCommands = 200_000_000;
const largestRoom = 4_000_000;
/** One page's commands, of the fullest drawings; what unpacks to more is a bomb, and not to be held in memory. */
const longestStream = 16_000_000;
/** Lighter than this is white, as `pdftohtml` shows it (`#fcfcfc`). */
const whiteFrom = 0.98;
/** Longest beginning of a dictionary that is looked at, and its end. */
const longestDictionary = 4000;

const isWhite = (byte: number | undefined) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x0c || byte === 0;
const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
const isLetter = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
/** `'`, `"`, `*`, `_`, `.`, `-` and all beyond ASCII go on with a word as letters and figures do. */
const isRegular = (byte: number | undefined) =>
  byte !== undefined && !isWhite(byte) && !'()<>[]{}/%'.includes(String.fromCharCode(byte));

/** The figures before the command at `at`, last first, as many as are asked for and stand there. */
function operandsBefore(bytes: Buffer, at: number, count: number): readonly number[] {
  const found: number[] = [];
  let end = at;
  while (found.length < count) {
    while (end > 0 && isWhite(bytes[end - 1])) end -= 1;
    let start = end;
    while (start > 0 && (isDigit(bytes[start - 1]) || bytes[start - 1] === 0x2e || bytes[start - 1] === 0x2d))
      start -= 1;
    if (start === end) break;
    found.push(Number(bytes.toString('latin1', start, end)));
    end = start;
  }
  return found;
}

/** What a command says of the text after it; `unclear` where its figures do not stand before it. */
type Said = 'seen' | 'hidden' | 'unclear';

const shade = (figures: readonly number[], count: number, isPaper: (figure: number) => boolean): Said =>
  figures.length < count || figures.some(Number.isNaN)
    ? 'unclear'
    : figures.every(isPaper)
      ? 'hidden'
      : 'seen';

/** Commands by what they say. Colours of other spaces than grey, red-green-blue and ink are not weighed. */
const COMMANDS: readonly (readonly [name: string, said: (bytes: Buffer, at: number) => Said])[] = [
  ['Tr', (bytes, at) => shade(operandsBefore(bytes, at, 1), 1, (mode) => mode !== 0)],
  ['g', (bytes, at) => shade(operandsBefore(bytes, at, 1), 1, (light) => light >= whiteFrom)],
  ['rg', (bytes, at) => shade(operandsBefore(bytes, at, 3), 3, (light) => light >= whiteFrom)],
  ['k', (bytes, at) => shade(operandsBefore(bytes, at, 4), 4, (ink) => ink <= 1 - whiteFrom)],
  ['cs', () => 'unclear'],
  ['sc', () => 'unclear'],
  ['scn', () => 'unclear'],
  ['BI', () => 'unclear'],
];

/** Whether bytes are commands and not a font, a profile or whatever else is packed into a PDF. */
function areCommands(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 2000);
  let odd = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32) || byte > 126) odd += 1;
  return odd < sample.length / 20;
}

function weighed(bytes: Buffer): PlainFile {
  const sure = areCommands(bytes);
  let [mayHide, mayPicture] = [false, false];
  for (const [name, said] of COMMANDS) {
    for (let at = bytes.indexOf(name, 0, 'latin1'); at >= 0; at = bytes.indexOf(name, at + 1, 'latin1')) {
      const before = bytes[at - 1];
      // "0g" is a figure and a command; "reg" and "/g" are words of their own.
      if (isRegular(bytes[at + name.length]) || isLetter(before) || before === 0x2f) continue;
      const answer = said(bytes, at);
      if (answer === 'seen' || (answer === 'unclear' && !sure)) continue;
      if (name === 'BI') mayPicture = true;
      else mayHide = true;
      break;
    }
  }
  return { mayHide, mayPicture };
}

/** The commands of one stream, unpacked; `null` where that takes more than the usual filter. */
function unpacked(dictionary: string, data: Buffer): Buffer | null {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+|[^/\s][^/>]*)/.exec(dictionary)?.[1];
  if (filter === undefined) return data;
  if (!/^\[?\s*\/FlateDecode\s*\]?$/.test(filter)) return null;
  if (/\/Predictor/.test(dictionary) && !/\/XRef\b/.test(dictionary)) return null;
  try {
    // Room for all of it at once: put together from pieces it would be copied.
    const chunkSize = Math.min(largestRoom, 16_384 + data.length * 8);
    return inflateSync(data, { maxOutputLength: longestStream, chunkSize });
  } catch {
    return null;
  }
}

/** So many bytes are weighed at a stretch, in a few milliseconds: what other programs print is taken in between. */
const stretch = 1_000_000;

/** Looks through the streams of a PDF. */
export async function plainFile(file: Uint8Array): Promise<PlainFile> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.includes('/Encrypt')) return UNSURE;
  let [mayHide, mayPicture] = [false, false];
  let all = 0;
  let rested = 0;
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes[at - 1] === 0x64 && bytes.toString('latin1', at - 3, at) === 'end') continue;
    const before = bytes.toString('latin1', Math.max(0, at - longestDictionary), at);
    const start = before.lastIndexOf(' obj');
    const dictionary = before.slice(start);
    // Names may be written in figures, and a value elsewhere.
    if (start < 0 || !/>>\s*$/.test(dictionary) || /#|\/(?:Subtype|Filter)\s+\d/.test(dictionary))
      return UNSURE;
    let from = at + 6;
    if (bytes[from] === 0x0d) from += 1;
    if (bytes[from] === 0x0a) from += 1;
    const end = bytes.indexOf('endstream', from);
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) mayPicture = true;
    else {
      const commands = unpacked(dictionary, bytes.subarray(from, end < 0 ? bytes.length : end));
      all += commands?.length ?? 0;
      if (commands === null || all > mostCommands) return UNSURE;
      if (all - rested > stretch) {
        rested = all;
        await setImmediate();
      }
      const own = weighed(commands);
      mayHide ||= own.mayHide;
      mayPicture ||= own.mayPicture;
    }
    if (mayHide && mayPicture) return UNSURE;
    if (end > 0) at = end;
  }
  return { mayHide, mayPicture };
}
