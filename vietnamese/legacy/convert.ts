import { isStandIn } from './byteOf.ts';
import { decode } from './decode.ts';
import type { LegacyEncoding } from './encoding.ts';
import { type FontHint, NO_HINT } from './fontHint.ts';
import { Judge, type Reading } from './judge.ts';
import { type Chunk, candidates, isGoodThroughout, readings } from './stretches.ts';

/** A piece of a paragraph in one font. */
export type Run = { readonly text: string; readonly hint: FontHint };

export type Converted = {
  /** One text for each paragraph that was given. */
  readonly texts: readonly string[];
  /** The same run by run; a word that goes on in the next run stands in the one in which it begins. */
  readonly runs: readonly (readonly string[])[];
  /** The encodings that were found, commonest first; empty for good text, which is never changed. */
  readonly encodings: readonly LegacyEncoding[];
};

const isAsciiLetter = (code: number) => (code > 64 && code < 91) || (code > 96 && code < 123);

/** Separators are what no encoding uses for letters; NBSP is one of them only in good text, so it stays inside. */
function isSeparator(code: number): boolean {
  if (code < 128) return !isAsciiLetter(code) && (code >= 32 || (code > 8 && code < 14)) && code !== 127;
  return code === 0x2028 || code === 0x2029 || code === 0x3000;
}

/** Tells of each chunk between separators where it stands. A loop over letters, for whole documents go through it. */
function eachChunk(text: string, take: (start: number, end: number, isAscii: boolean) => void): void {
  let start = -1;
  let isAscii = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSeparator(code)) {
      if (start >= 0) take(start, at, isAscii);
      start = -1;
      isAscii = true;
    } else {
      if (start < 0) start = at;
      isAscii &&= isAsciiLetter(code);
    }
  }
  if (start >= 0) take(start, text.length, isAscii);
}
/** Signs that nobody meant as a letter when they stand alone: "3 × 4", "10 ÷ 20", "·". */
const LONE_SIGN = /^[×÷·−‐‑∙⋅\uF0D7\uF0F7\uF0B7]$/u;

/** What a chunk of words costs at most, in the measure of the judge. */
const WORD = 2;

const textOfRuns = (runs: readonly Run[]) => runs.map((run) => run.text).join('');

type Chunks = {
  /** The different ones of the chunks that are no plain ASCII. */
  readonly different: readonly string[];
  /** All of them in their order, by their places in `different`. */
  readonly order: readonly number[];
};

function chunksOf(texts: readonly string[]): Chunks {
  const places = new Map<string, number>();
  const order: number[] = [];
  for (const text of texts)
    eachChunk(text, (start, end, isAscii) => {
      if (isAscii) return;
      const chunk = text.slice(start, end);
      let place = places.get(chunk);
      if (place === undefined) {
        place = places.size;
        places.set(chunk, place);
      }
      order.push(place);
    });
  return { different: [...places.keys()], order };
}

type Piece = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isAscii: boolean;
};

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  eachChunk(text, (start, end, isAscii) =>
    pieces.push({ text: text.slice(start, end), start, end, isAscii }),
  );
  return pieces;
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
  return lacksCapitals(reading) ? inOneCase(letters) : letters;
}

/** TCVN3 has capitals with tones in fonts of their own only, VPS has none with a dot below. */
function lacksCapitals(reading: Reading | null): boolean {
  return reading === 'tcvn3' || reading === 'vps';
}

/** "CÁC ĐƠN Vị": among capitals a word is one of them, though it may be a name's where it stands alone. */
function amongCapitals(words: readonly string[], read: readonly (Reading | null)[]): readonly string[] {
  const isOpen = words.map(
    (word, at) =>
      lacksCapitals(read[at] ?? null) && /\p{Ll}/u.test(word) && !/(?<!^)[A-Za-z]|^[a-z]/u.test(word),
  );
  const sure = words.filter((word, at) => isOpen[at] === false && /\p{L}/u.test(word));
  const isCapital = sure.length >= 2 && sure.every((word) => word === word.toUpperCase());
  return isCapital ? words.map((word, at) => (isOpen[at] === true ? word.toUpperCase() : word)) : words;
}

/**
 * Paragraphs in unknown and perhaps several encodings → Unicode, NFC. The letters decide, stretch by stretch; a font is
 * only a hint, and the one reason to write capitals. A paragraph may come with white space of any kind, which stays.
 */
export function convertRuns(paragraphs: readonly (readonly Run[])[]): Converted {
  const judge = new Judge();
  const joined = paragraphs.map((runs) => (runs.length === 1 ? runs[0]?.text : null) ?? textOfRuns(runs));
  const { different, order } = chunksOf(joined);
  const encodings = candidates(different, judge);
  const inCapitals = paragraphs.some((runs) => runs.some(({ hint }) => hint.shownInCapitals));
  // Nearly all text is good: what it is made of need not be known.
  const unchanged = (): Converted => ({
    texts: joined,
    runs: paragraphs.map((runs) => runs.map(({ text }) => text)),
    encodings: [],
  });
  const hasHints = paragraphs.some((runs) => runs.some(({ hint }) => hint.encoding !== null));
  const isGood =
    encodings.length === 0 || (!hasHints && isGoodThroughout(different, order, encodings, judge));
  if (isGood && !inCapitals) return unchanged();
  const all = paragraphs.map((runs, index) => {
    const text = joined[index] ?? '';
    const pieces = piecesOf(text);
    return { text, pieces, hints: hintsOf(pieces, runs), runs };
  });
  const chunks: Chunk[] = [];
  for (const [paragraph, { pieces, hints }] of all.entries()) {
    for (const [index, { text, isAscii }] of pieces.entries())
      if (!isAscii) chunks.push({ text, paragraph, hint: hints[index]?.encoding ?? null });
  }
  const chosen = readings(chunks, encodings, judge);
  const counts = new Map<LegacyEncoding, number>();
  for (const reading of chosen)
    if (reading !== 'unicode') counts.set(reading, (counts.get(reading) ?? 0) + 1);
  if (counts.size === 0 && !inCapitals) return unchanged();
  const found = [...counts].sort((one, other) => other[1] - one[1]).map(([encoding]) => encoding);
  let next = 0;
  const runs = all.map((paragraph) => {
    const read: (Reading | null)[] = [];
    const converted = paragraph.pieces.map((piece, index) => {
      const reading = piece.isAscii ? null : (chosen[next++] ?? 'unicode');
      read.push(reading);
      const text = reading === null ? piece.text : convertPiece(piece, reading, judge);
      const hint = paragraph.hints[index] ?? NO_HINT;
      const inFont = hint.capitals && reading !== 'unicode' && counts.has('tcvn3');
      return inFont || hint.shownInCapitals ? text.toUpperCase() : text;
    });
    return intoRuns(paragraph, amongCapitals(converted, read));
  });
  return { texts: runs.map((parts) => parts.join('')), runs, encodings: found };
}

type Paragraph = { readonly text: string; readonly pieces: readonly Piece[]; readonly runs: readonly Run[] };

/** Converted pieces with what stands between them, each in the run in which it begins. */
function intoRuns({ text, pieces, runs }: Paragraph, converted: readonly string[]): readonly string[] {
  const ends: number[] = [];
  for (const run of runs) ends.push((ends.at(-1) ?? 0) + run.text.length);
  const made = runs.map(() => '');
  let run = 0;
  const add = (at: number, part: string) => {
    while (at >= (ends[run] ?? 0) && run < runs.length - 1) run += 1;
    made[run] += part;
  };
  let at = 0;
  const addGap = (end: number) => {
    while (at < end) {
      add(at, '');
      const until = Math.max(at + 1, Math.min(end, ends[run] ?? end));
      add(at, text.slice(at, until));
      at = until;
    }
  };
  for (const [index, piece] of pieces.entries()) {
    addGap(piece.start);
    add(piece.start, converted[index] ?? '');
    at = piece.end;
  }
  addGap(text.length);
  return made;
}

/** The same for texts whose fonts are not known. */
export function convertTexts(texts: readonly string[]): Converted {
  return convertRuns(texts.map((text) => [{ text, hint: NO_HINT }]));
}
