import { isStandIn } from './byteOf.ts';
import { decode } from './decode.ts';
import type { LegacyEncoding } from './encoding.ts';
import { type FontHint, NO_HINT } from './fontHint.ts';
import { Judge, type Reading } from './judge.ts';
import { type Chunk, readings } from './stretches.ts';

/** A piece of a paragraph in one font. */
export type Run = { readonly text: string; readonly hint: FontHint };

export type Converted = {
  /** One text for each paragraph that was given. */
  readonly texts: readonly string[];
  /** The encodings that were found, commonest first; empty for good text, which is never changed. */
  readonly encodings: readonly LegacyEncoding[];
};

/** Separators are what no encoding uses for letters; NBSP is one of them only in good text, so it stays inside. */
const CHUNK = /[^\t\n\v\f\r !-@[-`{-~\u2028\u2029\u3000]+/gu;
const ASCII = /^[A-Za-z]*$/;
/** Signs that nobody meant as a letter when they stand alone: "3 × 4", "10 ÷ 20", "·". */
const LONE_SIGN = /^[×÷·−‐‑∙⋅\uF0D7\uF0F7\uF0B7]$/u;

/** What a chunk of words costs at most, in the measure of the judge. */
const WORD = 2;

type Piece = { readonly text: string; readonly start: number; readonly end: number };

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(CHUNK)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The hint of the run in which each piece begins. */
function hintsOf(pieces: readonly Piece[], runs: readonly Run[]): readonly FontHint[] {
  let run = 0;
  let end = runs[0]?.text.length ?? 0;
  return pieces.map((piece) => {
    while (piece.start >= end && run < runs.length - 1) {
      run += 1;
      end += runs[run]?.text.length ?? 0;
    }
    return runs[run]?.hint ?? NO_HINT;
  });
}

/**
 * Capitals of TCVN3 are small letters where only the plain ones were typed as capitals: "VIÖT NAM" shows "VIệT NAM".
 */
function inOneCase(word: string): string {
  return /^\P{Ll}*[A-Z]\P{Ll}*$/u.test(word.replace(/[^A-Za-z]/g, '')) &&
    /[A-Z]/.test(word.slice(1)) &&
    word !== word.toUpperCase()
    ? word.toUpperCase()
    : word;
}

function convertPiece(piece: Piece, reading: Reading, judge: Judge): string {
  if (reading === 'unicode' || LONE_SIGN.test(piece.text)) return piece.text;
  const characters = [...piece.text];
  if (!characters.some(isStandIn)) return decoded(piece.text, reading);
  // A minus is the letter that it stands for only where a word comes of it.
  if (judge.cost(piece.text, reading) < WORD) return decoded(piece.text, reading);
  return characters
    .map((character) => (isStandIn(character) ? character : decoded(character, reading)))
    .join('');
}

function decoded(text: string, reading: LegacyEncoding): string {
  const letters = decode(text, reading);
  return reading === 'tcvn3' ? inOneCase(letters) : letters;
}

/**
 * Paragraphs in unknown and perhaps several encodings → Unicode, NFC. The letters decide, stretch by stretch; a font is
 * only a hint, and the one reason to write capitals. A paragraph may come with white space of any kind, which stays.
 */
export function convertRuns(paragraphs: readonly (readonly Run[])[]): Converted {
  const judge = new Judge();
  const all = paragraphs.map((runs) => {
    const text = runs.map((run) => run.text).join('');
    const pieces = piecesOf(text);
    return { text, pieces, hints: hintsOf(pieces, runs), runs };
  });
  const chunks: Chunk[] = [];
  for (const [paragraph, { pieces, hints }] of all.entries()) {
    for (const [index, { text }] of pieces.entries())
      if (!ASCII.test(text)) chunks.push({ text, paragraph, hint: hints[index]?.encoding ?? null });
  }
  const chosen = readings(chunks, judge);
  if (chosen === null) return { texts: all.map(({ text }) => text), encodings: [] };

  const counts = new Map<LegacyEncoding, number>();
  for (const reading of chosen)
    if (reading !== 'unicode') counts.set(reading, (counts.get(reading) ?? 0) + 1);
  const encodings = [...counts].sort((one, other) => other[1] - one[1]).map(([encoding]) => encoding);
  let next = 0;
  const texts = all.map(({ text, pieces, hints }) => {
    let made = '';
    let end = 0;
    for (const [index, piece] of pieces.entries()) {
      const reading = ASCII.test(piece.text) ? null : (chosen[next++] ?? 'unicode');
      const converted = reading === null ? piece.text : convertPiece(piece, reading, judge);
      const capital = hints[index]?.capitals === true && reading !== 'unicode' && counts.has('tcvn3');
      made += text.slice(end, piece.start) + (capital ? converted.toUpperCase() : converted);
      end = piece.end;
    }
    return made + text.slice(end);
  });
  return { texts, encodings };
}

/** The same for texts whose fonts are not known. */
export function convertTexts(texts: readonly string[]): Converted {
  return convertRuns(texts.map((text) => [{ text, hint: NO_HINT }]));
}
