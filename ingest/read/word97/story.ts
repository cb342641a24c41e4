import { type FontHint, fontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import { noteMark } from '../../noteMarks.ts';
import type { FlowNote, FlowParagraph } from '../flow.ts';
import { RunText } from '../runText.ts';
import { type Formatted, FormattingAt } from './formatPages.ts';
import type { Lists } from './lists.ts';
import type { DocCalls } from './notes.ts';
import type { Piece } from './pieces.ts';
import { type CharacterFormat, characterFormat, paragraphFormat, type Styles } from './styles.ts';

/** What was left out or looks odd, for the admin. */
export type Findings = { hiddenRuns: number; whiteRuns: number; revisions: number };

export type WordText = {
  readonly main: Buffer;
  readonly pieces: readonly Piece[];
  readonly characters: readonly Formatted[];
  readonly paragraphs: readonly Formatted[];
  readonly styles: Styles;
  readonly fonts: readonly string[];
  readonly lists: Lists;
};

type NoteCall = DocCalls extends ReadonlyMap<number, infer Call> ? Call : never;

const CELL = '\u0007';
const FIELD = { begin: '\u0013', separator: '\u0014', end: '\u0015' } as const;
/** Characters that Word keeps for itself, as text; what is not named and below a space says nothing. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\u000b': '\n',
  '\u000e': '\n',
  '\u001e': '-',
  // A hyphen that shows only at a line's end; in TCVN3 fonts it was typed for ư, whose byte it shares.
  '\u001f': '\u00ad',
};
/** What ends a run of plain text. */
const MARKS: ReadonlySet<string> = new Set(['\r', '\f', CELL, ...Object.values(FIELD)]);
const TINY = 4;
const western = new TextDecoder('windows-1252');

type Stretch = {
  readonly text: string;
  /** Position of its first character in the document, and of its first byte in the main stream. */
  readonly first: number;
  readonly place: number;
  readonly bytesEach: number;
};

/** The characters of a story, piece by piece. */
function* stretches({ main, pieces }: WordText, from: number, to: number): Generator<Stretch> {
  for (const piece of pieces) {
    const first = Math.max(from, piece.start);
    const end = Math.min(to, piece.start + piece.length);
    if (first >= end) continue;
    const place = piece.at + (first - piece.start) * piece.bytesEach;
    const bytes = main.subarray(place, place + (end - first) * piece.bytesEach);
    const text = piece.bytesEach === 2 ? bytes.toString('utf16le') : western.decode(bytes);
    yield { text, first, place, bytesEach: piece.bytesEach };
  }
}

/**
 * The paragraphs of a story (`from`…`to`, positions of characters): field codes, hidden and deleted text left out and
 * counted. Where the
 * document does not say how its paragraphs are formatted, rows are told by their marks.
 */
export function storyParagraphs(
  text: WordText,
  from: number,
  to: number,
  findings: Findings,
  calls: DocCalls = new Map(),
): readonly FlowParagraph[] {
  const characters = new FormattingAt(text.characters);
  const paragraphs = new FormattingAt(text.paragraphs);
  const hints = text.fonts.map(fontHint);
  const found: FlowParagraph[] = [];
  const runs = new RunText();
  /** For each field that is open: whether its result has begun. */
  const fields: boolean[] = [];
  let afterCell = false;
  let notes: FlowNote[] = [];
  const callPlaces = [...calls.keys()].sort((one, other) => one - other);
  let nextCall = 0;

  /** Puts the mark of a note where it is called; gives the letters that stood there. */
  const call = ({ mark, read }: NoteCall, letters: string, format: CharacterFormat): number => {
    const sign = mark === null ? (/^\*{1,4}/u.exec(letters)?.[0] ?? '*') : '';
    const length = Math.max(1, sign.length);
    if (!fields.every(Boolean)) return length;
    if (format.deleted) findings.revisions += 1;
    else if (format.hidden || format.size <= TINY) findings.hiddenRuns += 1;
    else {
      const shown = mark ?? noteMark(sign);
      runs.add(shown, NO_HINT);
      notes.push({ mark: shown, paragraphs: read() });
    }
    return length;
  };

  const close = (mark: string, place: number) => {
    const own = paragraphs.at(place);
    const format = paragraphFormat(text.styles, own?.style ?? 0, own?.sprms ?? []);
    // Word counts an empty paragraph's number and shows nothing worth keeping.
    const label = format.list === 0 ? '' : text.lists.next(format.list, format.level);
    const written = runs.take();
    const taken =
      label === '' || written.length === 0
        ? written
        : [{ text: label, hint: written[0]?.hint ?? NO_HINT }, ...written];
    const known = text.paragraphs.length > 0;
    const rowEnd = mark === CELL && (known ? format.rowEnd : afterCell && taken.length === 0);
    const role = rowEnd ? 'rowEnd' : mark === CELL ? 'cellEnd' : format.inTable ? 'cell' : 'text';
    found.push({ runs: role === 'rowEnd' ? [] : taken, role, heading: format.heading, notes });
    notes = [];
    afterCell = mark === CELL && !rowEnd;
  };

  const format = formatReader(text, characters, paragraphs);
  for (const { text: letters, first, place, bytesEach } of stretches(text, from, to)) {
    let at = 0;
    while (at < letters.length) {
      const here = place + at * bytesEach;
      const letter = letters.charAt(at);
      while ((callPlaces[nextCall] ?? Number.POSITIVE_INFINITY) < first + at) nextCall += 1;
      const called = callPlaces[nextCall] === first + at ? calls.get(first + at) : undefined;
      if (called !== undefined) at += call(called, letters.slice(at, at + 4), format(here).shown);
      else if (letter === '\r' || letter === CELL || letter === '\f') {
        close(letter, here);
        at += 1;
      } else if (letter === FIELD.begin || letter === FIELD.separator || letter === FIELD.end) {
        if (letter === FIELD.begin) fields.push(false);
        else if (letter === FIELD.end) fields.pop();
        else if (fields.length > 0) fields[fields.length - 1] = true;
        at += 1;
      } else {
        const { shown, end } = format(here);
        const limit = Math.max(
          at + 1,
          Math.min(
            letters.length,
            at + Math.ceil((end - here) / bytesEach),
            (callPlaces[nextCall] ?? Number.POSITIVE_INFINITY) - first,
          ),
        );
        let next = at + 1;
        while (next < limit && !MARKS.has(letters.charAt(next))) next += 1;
        addRun(runs, letters.slice(at, next), shown, hints, fields.every(Boolean), findings);
        at = next;
      }
    }
  }
  if (runs.isFilled) close('\r', 0);
  return found;
}

type Shown = { readonly shown: CharacterFormat; readonly end: number };

/** Formats by place; computed once for each stretch of like formatting. */
function formatReader(
  text: WordText,
  characters: FormattingAt,
  paragraphs: FormattingAt,
): (place: number) => Shown {
  const cache = new Map<string, CharacterFormat>();
  return (place) => {
    const own = characters.at(place);
    const style = paragraphs.at(place)?.style ?? 0;
    const key = `${style} ${own === null ? '' : own.sprms.map(({ code, operand }) => `${code}:${operand.toString('hex')}`).join()}`;
    const known = cache.get(key);
    const shown = known ?? characterFormat(text.styles, style, own?.sprms ?? []);
    if (known === undefined) cache.set(key, shown);
    return { shown, end: own?.to ?? Number.MAX_SAFE_INTEGER };
  };
}

function addRun(
  runs: RunText,
  raw: string,
  format: CharacterFormat,
  hints: readonly FontHint[],
  inResult: boolean,
  findings: Findings,
): void {
  if (!inResult) return;
  const hint = hints[format.font] ?? NO_HINT;
  const letters = format.symbol === null ? raw : String.fromCharCode(format.symbol);
  let text = '';
  for (const letter of letters) text += letter >= ' ' ? letter : (SPECIAL[letter] ?? '');
  if (text === '') return;
  const filled = text.trim() !== '';
  if (format.deleted) {
    findings.revisions += 1;
    return;
  }
  if (filled && (format.hidden || format.size <= TINY)) {
    findings.hiddenRuns += 1;
    return;
  }
  if (filled && format.white) findings.whiteRuns += 1;
  runs.add(text, format.capitals ? capitalsOf(hint) : hint);
}

/** One object for each hint, so that neighbours still compare as the same. */
const inCapitals = new Map<FontHint, FontHint>();
function capitalsOf(hint: FontHint): FontHint {
  const known = inCapitals.get(hint);
  const made = known ?? { ...hint, shownInCapitals: true };
  if (known === undefined) inCapitals.set(hint, made);
  return made;
}
