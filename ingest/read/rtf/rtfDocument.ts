import { type FontHint, NO_HINT } from '../../../vietnamese/legacy/fontHint.ts';
import type { FlowNote, FlowParagraph } from '../flow.ts';
import { RunText } from '../runText.ts';
import { type Destination, destinationOf } from './destinations.ts';
import { encodingOfPage, type RtfFont, rtfFont } from './fonts.ts';
import { NoteCalls } from './noteCalls.ts';
import { SIGNS, WORDS } from './signs.ts';
import { type Token, tokens } from './tokens.ts';

/** What the file holds, body first, notes with what calls them, then text boxes; and what was left out. */
export type RtfContent = {
  readonly paragraphs: readonly FlowParagraph[];
  readonly hiddenRuns: number;
  readonly whiteRuns: number;
  readonly revisions: number;
  readonly comments: number;
};

/** Deeper than any program nests groups. */
const DEEPEST = 2_000;
const TINY = 4;

export class TooDeep extends Error {}

type State = {
  destination: Destination;
  font: number;
  capitals: boolean;
  hidden: boolean;
  deleted: boolean;
  white: boolean;
  tiny: boolean;
  inTable: boolean;
  heading: boolean;
  /** How many characters after `\u` stand for it in programs that know no Unicode. */
  standIns: number;
};

/** A story being written: the body, a note, the boxes. `notes`: called in the paragraph that is being written. */
type Story = { readonly runs: RunText; readonly paragraphs: FlowParagraph[]; notes: FlowNote[] };
const newStory = (): Story => ({ runs: new RunText(), paragraphs: [], notes: [] });

/** Reads the tokens of one file from first to last. */
class Reader {
  #state: State = {
    ...{
      destination: 'body',
      font: -1,
      capitals: false,
      hidden: false,
      deleted: false,
      white: false,
      tiny: false,
    },
    ...{ inTable: false, heading: false, standIns: 1 },
  };
  readonly #stack: State[] = [];
  readonly #stories = { body: newStory(), footnote: newStory(), box: newStory() };
  readonly #calls = new NoteCalls();
  readonly #fonts = new Map<number, RtfFont>();
  readonly #headingStyles = new Set<number>();
  readonly #decoders = new Map<string, TextDecoder>();
  readonly #capitalHints = new Map<FontHint, FontHint>();
  readonly found = { hiddenRuns: 0, whiteRuns: 0, revisions: 0, comments: 0 };
  #page = 'windows-1252';
  #defaultFont = 0;
  #bytes: number[] = [];
  #toSkip = 0;
  #starred = false;
  /** Of the table entry that is being read: font or style. */
  #entry = { number: 0, charset: 0, name: '' };
  #colours: number[][] = [[]];

  take(token: Token): void {
    if (token.kind === 'byte') this.#letters([token.byte]);
    else if (token.kind === 'text') this.#letters(token.bytes);
    else if (token.kind === 'sign') this.#sign(token.sign);
    else if (token.kind === 'word') this.#word(token.name, token.value);
    else if (token.kind === 'open') this.#open();
    else this.#close();
  }

  /** Whether every group was closed. */
  get isWhole(): boolean {
    return this.#stack.length === 0;
  }

  finish(): readonly FlowParagraph[] {
    this.#flush();
    return Object.values(this.#stories).flatMap((story) => {
      if (story.runs.isFilled)
        story.paragraphs.push({ runs: story.runs.take(), role: 'text', heading: false, notes: story.notes });
      return story.paragraphs;
    });
  }

  get #story(): Story | null {
    const { destination } = this.#state;
    return destination === 'body' || destination === 'footnote' || destination === 'box'
      ? this.#stories[destination]
      : null;
  }

  #open(): void {
    this.#flush();
    this.#starred = false;
    this.#toSkip = 0;
    if (this.#stack.length >= DEEPEST) throw new TooDeep();
    this.#stack.push({ ...this.#state });
  }

  #close(): void {
    this.#flush();
    const inner = this.#state.destination;
    this.#toSkip = 0;
    this.#starred = false;
    const outer = this.#stack.pop();
    if (outer === undefined) return;
    if (inner === 'fonts') this.#closeFont();
    if (inner === 'styles') this.#closeStyle();
    const ends = (inner === 'footnote' || inner === 'box') && outer.destination !== inner;
    if (ends && this.#story?.runs.isFilled === true) this.#paragraph('text');
    this.#state = outer;
    if (ends && inner === 'footnote') this.#callNote();
  }

  /** The note that has just ended is called by what stands around it, unless that does not show. */
  #callNote(): void {
    const { paragraphs } = this.#stories.footnote;
    this.#stories.footnote = newStory();
    const { hidden, tiny, deleted } = this.#state;
    const caller = this.#story;
    if (caller === null || hidden || tiny || deleted) return;
    const mark = this.#calls.close(caller.runs);
    caller.notes.push({ mark, paragraphs: paragraphs.map(({ runs }) => runs) });
  }

  #closeFont(): void {
    const { number, charset, name } = this.#entry;
    if (name !== '' && !this.#fonts.has(number)) this.#fonts.set(number, rtfFont(name, charset, this.#page));
    this.#entry = { number: 0, charset: 0, name: '' };
  }

  #closeStyle(): void {
    if (/^\s*heading \d/i.test(this.#entry.name)) this.#headingStyles.add(this.#entry.number);
    this.#entry = { number: 0, charset: 0, name: '' };
  }

  #letters(bytes: Buffer | readonly number[]): void {
    const { destination } = this.#state;
    if (destination === 'skip') return;
    for (const byte of bytes) {
      if (byte === 0x0d || byte === 0x0a || byte === 0) continue;
      if (this.#toSkip > 0) this.#toSkip -= 1;
      else if (destination === 'fonts' || destination === 'styles') this.#tableByte(byte, destination);
      else if (destination === 'colours') {
        if (byte === 0x3b) this.#colours.push([]);
      } else this.#bytes.push(byte);
    }
    this.#starred = false;
  }

  #tableByte(byte: number, destination: 'fonts' | 'styles'): void {
    if (byte !== 0x3b) this.#entry.name += String.fromCharCode(byte);
    else if (destination === 'fonts') this.#closeFont();
    else this.#closeStyle();
  }

  /** Bytes are decoded together, for some encodings need two for a letter. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    // Some encodings write tones behind their letters.
    this.#add(
      this.#decoder(this.#font()?.encoding ?? this.#page)
        .decode(bytes)
        .normalize('NFC'),
    );
  }

  #font(): RtfFont | undefined {
    return this.#fonts.get(this.#state.font === -1 ? this.#defaultFont : this.#state.font);
  }

  #decoder(encoding: string): TextDecoder {
    const known = this.#decoders.get(encoding);
    const made = known ?? new TextDecoder(encoding);
    if (known === undefined) this.#decoders.set(encoding, made);
    return made;
  }

  #add(text: string): void {
    const story = this.#story;
    if (story === null || text === '') return;
    const { hidden, tiny, deleted, white } = this.#state;
    const filled = text.trim() !== '';
    if (deleted) this.found.revisions += 1;
    else if ((hidden || tiny) && filled) this.found.hiddenRuns += 1;
    if (deleted || ((hidden || tiny) && filled)) return;
    if (white && filled) this.found.whiteRuns += 1;
    const hint = this.#font()?.hint ?? NO_HINT;
    story.runs.add(text, this.#state.capitals ? this.#inCapitals(hint) : hint);
  }

  /** One object for each hint, so that neighbours still compare as the same. */
  #inCapitals(hint: FontHint): FontHint {
    const known = this.#capitalHints.get(hint);
    const made = known ?? { ...hint, shownInCapitals: true };
    if (known === undefined) this.#capitalHints.set(hint, made);
    return made;
  }

  #paragraph(role: FlowParagraph['role']): void {
    this.#flush();
    const story = this.#story;
    if (story === null) return;
    const runs = story.runs.take();
    const inCell = role === 'text' && this.#state.inTable && story === this.#stories.body;
    const { notes } = story;
    story.notes = [];
    story.paragraphs.push({ runs, role: inCell ? 'cell' : role, heading: this.#state.heading, notes });
  }

  #sign(sign: string): void {
    if (sign === '*') this.#starred = true;
    else if (sign === '\n' || sign === '\r') this.#paragraph('text');
    else if (this.#toSkip > 0) this.#toSkip -= 1;
    else {
      this.#flush();
      this.#add(SIGNS[sign] ?? '');
    }
  }

  #word(name: string, value: number | null): void {
    const starred = this.#starred;
    this.#starred = false;
    if (this.#state.destination === 'skip') return;
    if (this.#toSkip > 0 && name !== 'u') {
      this.#toSkip -= 1;
      return;
    }
    const destination = destinationOf(name, starred);
    if (name === 'annotation') this.found.comments += 1;
    if (destination !== null) {
      this.#flush();
      if (destination === 'footnote' && this.#state.destination !== 'footnote') this.#calls.begin();
      this.#state.destination = destination;
      if (destination === 'box' || destination === 'footnote') this.#state.inTable = false;
      return;
    }
    if (this.#tableWord(name, value ?? 0)) return;
    const text = WORDS[name];
    this.#calls.word(name, this.#state.destination === 'footnote');
    if (name === 'u') this.#unicode(value ?? 0);
    else if (text !== undefined) {
      this.#flush();
      this.#add(text);
    } else this.#format(name, value);
  }

  /** Words of the tables at the file's head. */
  #tableWord(name: string, value: number): boolean {
    const { destination } = this.#state;
    if (destination === 'fonts') {
      if (name === 'f') this.#entry.number = value;
      else if (name === 'fcharset') this.#entry.charset = value;
    } else if (destination === 'styles') {
      if (name === 's') this.#entry.number = value;
    } else if (destination === 'colours') this.#colours.at(-1)?.push(value);
    else return false;
    return true;
  }

  #unicode(value: number): void {
    this.#flush();
    this.#add(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#state.standIns;
  }

  #format(name: string, value: number | null): void {
    const on = value !== 0;
    const state = this.#state;
    this.#flush();
    if (name === 'par') this.#paragraph('text');
    else if (name === 'sect' || name === 'nestcell') this.#paragraph('text');
    else if (name === 'cell') this.#paragraph('cellEnd');
    else if (name === 'row') this.#paragraph('rowEnd');
    else if (name === 'intbl') state.inTable = true;
    else if (name === 'pard') [state.inTable, state.heading] = [false, false];
    else if (name === 'outlinelevel') state.heading = value !== null && value < 9;
    else if (name === 's') state.heading = this.#headingStyles.has(value ?? -1);
    else if (name === 'f') state.font = value ?? -1;
    else if (name === 'caps' || name === 'scaps') state.capitals = on;
    else if (name === 'v') state.hidden = on;
    else if (name === 'deleted') state.deleted = on;
    else if (name === 'fs') state.tiny = value !== null && value <= TINY;
    else if (name === 'cf') state.white = this.#isWhite(value ?? 0);
    else if (name === 'uc') state.standIns = Math.max(0, value ?? 1);
    else if (name === 'plain')
      Object.assign(state, {
        font: -1,
        capitals: false,
        hidden: false,
        deleted: false,
        white: false,
        tiny: false,
      });
    else if (name === 'deff') this.#defaultFont = value ?? 0;
    else if (name === 'ansicpg') this.#page = encodingOfPage(value ?? 1252);
    else if (name === 'mac') this.#page = 'macintosh';
  }

  #isWhite(index: number): boolean {
    const colour = this.#colours[index];
    return colour !== undefined && colour.length === 3 && colour.every((part) => part >= 250);
  }
}

/**
 * The content of an RTF file. Throws `TooDeep` for groups without end and a RangeError where the file breaks off: what
 * is missing could be a rule.
 */
export function readContent(bytes: Buffer): RtfContent {
  const reader = new Reader();
  for (const token of tokens(bytes)) reader.take(token);
  if (!reader.isWhole) throw new RangeError('groups left open');
  return { paragraphs: reader.finish(), ...reader.found };
}
