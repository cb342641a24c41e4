import { isSyllable, spellSyllable, TONE_MARKS, type Tone } from './syllable.ts';
import { syllables } from './text.ts';

/** A word that still shows the keys that were to write it, and what they may write, likeliest first. */
export type Keystrokes = {
  /** Offsets into the text as given. */
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly raw: string;
  /** In the case of `raw`; never empty. */
  readonly read: readonly string[];
};

const TELEX_TONES: ReadonlyMap<string, Tone> = new Map([
  ['s', 'acute'],
  ['f', 'grave'],
  ['r', 'hook'],
  ['x', 'tilde'],
  ['j', 'dot'],
]);
const VNI_TONES: ReadonlyMap<string, Tone> = new Map([
  ['1', 'acute'],
  ['2', 'grave'],
  ['3', 'hook'],
  ['4', 'tilde'],
  ['5', 'dot'],
]);
const TONES = new Map<string, Tone>(
  Object.entries(TONE_MARKS).map(([tone, mark]) => [mark, tone as keyof typeof TONE_MARKS]),
);

/** Of the longest syllable, "nghiêng", with all its keys. */
const MAX_KEYS = 11;

/**
 * Words and short forms that are met in Vietnamese questions and whose letters happen to be keys of a syllable ("test"
 * would be "tét"): read as keys only in a text full of them.
 */
const OTHER_WORDS = new Set(
  (
    'ads as bar been best box boss bus car case co2 cost data dad did doo dr ex gas has her his host how if is laser ' +
    'list lost low max mix most music must nest new now of or our pass per photo post rest room row see seen sex show ' +
    'six soon sort tax taxi team teen test tour tree tw us user visa was xoong boong'
  ).split(' '),
);
/** What people count with a number written against the word ("khoan2" is "khoản 2"), and codes like a1. */
const COUNTED = /^(?:khoan|dieu|muc|chuong|phan|hang|lop|bac|nhom|diem|thang|[aeiouy])\d$/;
/** Share of a text's words of more than a letter that have to be keystrokes for the doubtful ones to be so too. */
const FULL_OF_KEYS = 1 / 3;

/**
 * The words of a text that are Telex or VNI keystrokes: "ddaof taoj" → đào, tạo. Words that are well spelled as they
 * stand, abbreviations in capitals and codes are left out.
 */
export function keystrokesIn(text: string): readonly Keystrokes[] {
  const words = syllables(text);
  const shouted = text === text.toUpperCase();
  const all = words.flatMap(({ start, end }): Keystrokes[] => {
    const raw = text.slice(start, end);
    const read = readKeystrokes(raw);
    const capitals = raw === raw.toUpperCase() && raw.length > 1;
    return read.length === 0 || (capitals && !shouted) ? [] : [{ start, end, raw, read }];
  });
  const sure = all.filter(({ raw }) => !isDoubtful(raw));
  const long = words.filter(({ written }) => /\p{L}.*\p{L}/u.test(written));
  return sure.length >= long.length * FULL_OF_KEYS ? all : sure;
}

/**
 * The syllables that these keys write, likeliest first: "taoj" or "ta5o" → ["tạo"]. Marks that stand already are
 * kept: "dươngx" → ["dưỡng"]. Empty for a word that is well spelled as it stands, where no key does anything, and
 * where what comes out is no syllable.
 */
export function readKeystrokes(word: string): readonly string[] {
  const raw = word.normalize('NFC');
  const keys = raw.toLowerCase();
  if (keys.length < 2 || keys.length > MAX_KEYS || (isSyllable(keys) && !isDoubledO(keys))) return [];
  const digits = /\d/.test(keys);
  // A number after a marked word is a footnote's or a count.
  if (digits && /\P{ASCII}/u.test(keys)) return [];
  const key = digits ? vniKey : telexKey;
  let typed: readonly Typed[] = [{ letters: '', tone: 'level' }];
  for (const character of keys) {
    const { letter, tone } = apart(character);
    typed = typed.flatMap((before) => key(before, letter)).flatMap((after) => withTone(after, tone));
  }
  const read = new Set<string>();
  for (const { letters, tone } of typed) {
    const written = spellSyllable(letters, tone);
    if (written !== null) read.add(inCaseOf(raw, written));
  }
  read.delete(raw);
  return [...read];
}

/** "coong" is far more often "công" than a syllable in oong; the few of those are among the other words. */
function isDoubledO(keys: string): boolean {
  return /^[a-z]*oo(?:ng|c)$/.test(keys);
}

function isDoubtful(raw: string): boolean {
  const keys = raw.toLowerCase();
  return OTHER_WORDS.has(keys) || COUNTED.test(keys);
}

/** What stands on the screen after some keys: letters without tone, and the tone. */
type Typed = { readonly letters: string; readonly tone: Tone };

const VOWEL = /[aeiouyăâêôơư]/;

function telexKey(before: Typed, key: string): Typed[] {
  const { letters, tone } = before;
  const literal = { letters: letters + key, tone };
  const spoken = VOWEL.test(letters);
  const mark = TELEX_TONES.get(key);
  if (mark !== undefined) return spoken ? withTone(before, mark) : [literal];
  if (key === 'z') return spoken && tone !== 'level' ? [{ letters, tone: 'level' }] : [];
  if (key === 'w') return spoken ? hooked(before, 'uoa') : [{ letters: `${letters}ư`, tone }];
  if (key === 'd' && letters !== '') return barred(before);
  if (key === 'a' || key === 'e' || key === 'o') return [...roofed(before, key), literal];
  return [literal];
}

function vniKey(before: Typed, key: string): Typed[] {
  const { letters, tone } = before;
  const mark = VNI_TONES.get(key);
  if (mark !== undefined) return VOWEL.test(letters) ? withTone(before, mark) : [];
  if (key === '0') return tone === 'level' ? [] : [{ letters, tone: 'level' }];
  if (key === '6') return [...'aeo'].flatMap((letter) => roofed(before, letter));
  if (key === '7') return hooked(before, 'uo');
  if (key === '8') return hooked(before, 'a');
  if (key === '9') return barred(before);
  return [{ letters: letters + key, tone }];
}

function withTone(typed: Typed, tone: Tone): Typed[] {
  if (tone === 'level') return [typed];
  return typed.tone === 'level' ? [{ letters: typed.letters, tone }] : [];
}

/** The first d becomes đ. */
function barred({ letters, tone }: Typed): Typed[] {
  return letters.startsWith('d') ? [{ letters: `đ${letters.slice(1)}`, tone }] : [];
}

/** The last a, e or o becomes â, ê or ô. */
function roofed({ letters, tone }: Typed, letter: string): Typed[] {
  const roof = { a: 'â', e: 'ê', o: 'ô' }[letter];
  const at = letters.lastIndexOf(letter);
  return roof === undefined || at < 0
    ? []
    : [{ letters: letters.slice(0, at) + roof + letters.slice(at + 1), tone }];
}

/** One key hooks both vowels of ươ, or one of u, o, a. */
function hooked({ letters, tone }: Typed, vowels: string): Typed[] {
  const hooks: readonly (readonly [string, string])[] = [
    ['uo', 'ươ'],
    ['o', 'ơ'],
    ['u', 'ư'],
    ['a', 'ă'],
  ];
  return hooks.flatMap(([from, to]) => {
    const at = [...from].every((letter) => vowels.includes(letter)) ? letters.lastIndexOf(from) : -1;
    return at < 0 ? [] : [{ letters: letters.slice(0, at) + to + letters.slice(at + from.length), tone }];
  });
}

/** A letter that was marked already, without its tone: `é` → e and acute. */
function apart(character: string): { readonly letter: string; readonly tone: Tone } {
  const decomposed = character.normalize('NFD');
  const mark = [...decomposed].find((part) => TONES.has(part));
  if (mark === undefined) return { letter: character, tone: 'level' };
  return { letter: decomposed.replace(mark, '').normalize('NFC'), tone: TONES.get(mark) ?? 'level' };
}

function inCaseOf(raw: string, written: string): string {
  if (raw.length > 1 && raw === raw.toUpperCase()) return written.toUpperCase();
  const first = raw.slice(0, 1);
  return first === first.toUpperCase() ? written.slice(0, 1).toUpperCase() + written.slice(1) : written;
}
