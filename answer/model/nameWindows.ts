import { type Keystrokes, keystrokesIn } from '../../vietnamese/keystrokes.ts';
import { isFoldedSyllable } from '../../vietnamese/syllable.ts';
import { fold } from '../../vietnamese/text.ts';
import { isOtherWord, isPublic, isSureSurname, placeOfName } from './personWords.ts';

/** A stretch of a text that could be a name or a code. */
export type Window = {
  /** Each way in which the record may have it, as it stands first; `a … b` and `… a b` are names with a part left out. */
  readonly keys: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly isCode: boolean;
};

type Word = {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly bare: string;
  readonly isCapital: boolean;
  readonly isTitled: boolean;
  /** The syllables that it is, and more where it may be several written as one: "nguyenvanan". */
  readonly readings: readonly (readonly string[])[];
};

const LONGEST_NAME = 6;
const MOST_READINGS = 12;

/** Every stretch that could be a name or a code, longer ones first. Pure. */
export function windowsOf(text: string): readonly Window[] {
  return [...nameWindows(text), ...codeWindows(text)].sort((a, b) => b.end - b.start - (a.end - a.start));
}

function nameWindows(text: string): readonly Window[] {
  const words = wordsOf(text);
  const windows: Window[] = [];
  for (const [at, first] of words.entries()) {
    let readings: readonly (readonly string[])[] = [[]];
    for (let length = 1; length <= LONGEST_NAME; length += 1) {
      const word = words[at + length - 1];
      const before = words[at + length - 2];
      if (word === undefined) break;
      const between = length === 1 || before === undefined ? '' : text.slice(before.end, word.start);
      if (!/^[^\p{L}\p{N}]{0,6}$/u.test(between)) break;
      readings = readings
        .flatMap((said) => word.readings.map((more) => [...said, ...more]))
        .filter((said) => said.length <= LONGEST_NAME)
        .slice(0, MOST_READINGS);
      const said = words.slice(at, at + length);
      const keys = readings.flatMap((syllables) => keysOf(syllables, said, between, { words, at, text }));
      // A record may have either sign: "H'Hen", "H’Hen".
      const curled = keys.filter((key) => key.includes("'")).map((key) => key.replaceAll("'", '’'));
      if (keys.length > 0)
        windows.push({ keys: [...keys, ...curled], start: first.start, end: word.end, isCode: false });
    }
  }
  return windows;
}

type Place = { readonly words: readonly Word[]; readonly at: number; readonly text: string };

/** How the record may have these syllables; none where they are words far more often than a name. */
function keysOf(
  syllables: readonly string[],
  said: readonly Word[],
  between: string,
  { words, at, text }: Place,
): readonly string[] {
  const areCapital = said.every(({ isCapital }) => isCapital);
  const isRun = syllables.length > said.length;
  const [first] = said;
  // What stands beside, with nothing but a space between.
  const isBeside =
    first !== undefined &&
    /(?:^|[\p{L}\p{N}] {1,3})$/u.test(text.slice(Math.max(0, first.start - 4), first.start));
  const before = isBeside ? words.slice(Math.max(0, at - 2), at) : [];
  const place = placeOfName(said, before, text.slice(said.at(-1)?.end));
  if (isPublic(said)) return [];
  if (syllables.length > 2) {
    if (first !== undefined && !areCapital && isOtherWord(first) && !place.isPersonal) return [];
    const whole = areCapital || isRun || said.some(isSureSurname) ? orders(syllables) : [syllables.join(' ')];
    // "Bùi Lan Anh" of Bùi Thị Lan Anh: the middle left out, and the given name of two.
    const isShort =
      syllables.length === 3 && (areCapital || place.isPersonal) && place.mayBeShort && !place.isPlace;
    return isShort ? [...whole, `${syllables[0]} … ${syllables[2]}`] : whole;
  }
  const [one = '', second] = syllables;
  // One syllable is a word everywhere but behind a form of address.
  if (second === undefined) return place.isPersonal && place.mayBeShort ? [one] : [];
  if (isRun) return [...orders(syllables), `${one} … ${second}`];
  // Two sentences may meet at a point.
  const isPair = areCapital && /^[\s,_·-]{0,3}$/.test(between);
  const areJoined = isPair || /^\s{1,3}$/.test(between);
  if (!areJoined || !(isPair || place.isPersonal || place.mayBeShort)) return [];
  return [
    ...(isPair ? orders(syllables) : [syllables.join(' ')]),
    // "đào tạo còn thiếu" tells of no Đào Văn Tạo.
    ...(place.mayBeShort || (place.isGiven && isPair) ? [`${one} … ${second}`] : []),
    ...(place.mayBeShort || place.isGiven ? [`… ${one} ${second}`] : []),
  ];
}

function wordsOf(text: string): readonly Word[] {
  // In a file's name capitals may be all that parts the syllables: "NguyenVanNam".
  const found = text.matchAll(
    /(?:\p{Lu}\p{Ll}+(?=\p{Lu}\p{Ll})|[\p{L}\p{M}](?:(?:(?<!\p{Ll})\p{Lu}|[\p{Ll}\p{Lo}\p{M}'’])*[\p{L}\p{M}])?)/gu,
  );
  const typed = keystrokesIn(text);
  const written = [...found]
    .filter(({ index }) => !typed.some(({ start, end }) => start <= index && index < end))
    .map((match): Word => {
      const bare = fold(match[0]).replaceAll('’', "'");
      return {
        start: match.index,
        end: match.index + match[0].length,
        written: match[0].toLowerCase(),
        bare,
        isCapital: /^\p{Lu}/u.test(match[0]),
        isTitled: /^\p{Lu}\p{Ll}/u.test(match[0]),
        readings: [[bare], ...takenApart(bare)],
      };
    });
  return [...written, ...typed.map(fromKeys)].sort((a, b) => a.start - b.start);
}

/** "Nguyeenx": the keys of a syllable, where nothing turned them into it. */
function fromKeys({ start, end, raw, read }: Keystrokes): Word {
  return {
    ...{ start, end },
    written: read[0]?.toLowerCase() ?? raw.toLowerCase(),
    bare: fold(read[0] ?? raw),
    isCapital: /^\p{Lu}/u.test(raw),
    isTitled: /^\p{Lu}[\p{Ll}\d]/u.test(raw),
    readings: [raw, ...read].map((one) => [fold(one)]),
  };
}

/** No name of six syllables is longer; what is longer is no name. */
const LONGEST_RUN = 36;

/** The ways in which letters in a row are two or more syllables; none for what is one, or no Vietnamese. */
function takenApart(letters: string): readonly (readonly string[])[] {
  if (letters.length < 4 || letters.length > LONGEST_RUN || isFoldedSyllable(letters)) return [];
  const found: (readonly string[])[] = [];
  const go = (at: number, before: readonly string[]) => {
    if (found.length >= MOST_READINGS || before.length > LONGEST_NAME) return;
    if (at === letters.length) {
      if (before.length > 1) found.push(before);
      return;
    }
    for (let length = Math.min(7, letters.length - at); length >= 1; length -= 1) {
      const syllable = letters.slice(at, at + length);
      if (isFoldedSyllable(syllable)) go(at + length, [...before, syllable]);
    }
  };
  go(0, []);
  return found.filter((syllables) => syllables.length <= LONGEST_NAME);
}

/** As it stands, with the given name or the middle and the given name first, and the other way round. */
function orders(syllables: readonly string[]): readonly string[] {
  const [first = '', ...rest] = syllables;
  const [last = '', ...others] = syllables.toReversed();
  return [syllables, [...rest, first], [last, ...others.toReversed()], [last, ...others]].map((one) =>
    one.join(' '),
  );
}

/** "CB-0012", and "cb 0012" and "cb0012" too. */
function codeWindows(text: string): readonly Window[] {
  const pattern =
    /(?<![\p{L}\d/])(?:\p{L}{1,6} \d{2,8}|[\p{L}\d]+(?:[-_.\u2010-\u2015][\p{L}\d]+)*)(?![\p{L}\d/])/gu;
  return [...text.matchAll(pattern)]
    .filter(([word]) => /\p{L}/u.test(word) && /\d/.test(word))
    .map((match) => {
      const written = match[0].toUpperCase();
      const parted = written.replace(/[\s_.\u2010-\u2015]/g, '-').replace(/(?<=\p{L})(?=\d)/gu, '-');
      return {
        keys: [written, parted, parted.replaceAll('-', '')],
        start: match.index,
        end: match.index + match[0].length,
        isCode: true,
      };
    });
}
