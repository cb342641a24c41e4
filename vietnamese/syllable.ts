import { fold, foldSyllable } from './text.ts';

/** The five written tones by the mark of decomposed Unicode that writes them. */
export const TONE_MARKS = {
  grave: '\u0300',
  acute: '\u0301',
  tilde: '\u0303',
  hook: '\u0309',
  dot: '\u0323',
} as const;
/** `level` is the tone that is not written. */
export type Tone = 'level' | keyof typeof TONE_MARKS;

const TONE_OF_MARK: ReadonlyMap<string, Tone> = new Map([
  [TONE_MARKS.grave, 'grave'],
  [TONE_MARKS.acute, 'acute'],
  [TONE_MARKS.tilde, 'tilde'],
  [TONE_MARKS.hook, 'hook'],
  [TONE_MARKS.dot, 'dot'],
]);
const TONE_MARK = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Longest first, so that `ngh` is not read as `n`. */
const ONSETS = [
  ...['ngh', 'ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x', ''],
];

/** What may follow an onset, without tones. */
const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu ' +
    'o oc oi om on ong op ot oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt ' +
    'oe oen oeo oet oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uc ui um un ung up ut uân uâng uât uây uê uên uêch uênh uêt uơ uôc uôi uôm uôn uông uôt ' +
    'uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
    'y yêm yên yêng yêt yêu'
  ).split(' '),
);
/** After `qu` the u is written already: quốc, quyết, quý. */
const AFTER_QU = new Set(
  (
    'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây âu e en eo et ê êch ên ênh êt ' +
    'i it ich inh ơ ôc y yên yêt ynh yt ych'
  ).split(' '),
);
/** After `gi` the i of iê is written already: giếng, giết. `g` with a rhyme in i reads the same: gì, gìn. */
const AFTER_GI = new Set(['êng', 'êt', 'êc']);

/** A syllable taken apart: `quyết` is `qu`, `yêt`, acute. */
type SyllableParts = { readonly onset: string; readonly rhyme: string; readonly tone: Tone };

/**
 * One spelling for words that are the same: wherever the tone was put (hòa, hoà), and with i for a final y (lý, lí). Not
 * for people to read.
 */
export function sameSpelling(written: string): string {
  const decomposed = written.toLowerCase().normalize('NFD');
  const tone = decomposed.match(TONE_MARK)?.[0] ?? '';
  const letters = decomposed.replace(TONE_MARK, '').normalize('NFC');
  return letters.replace(/^((?:qu|[^aeiouyăâêôơư])*)y$/, '$1i') + tone;
}

/** Whether Vietnamese spelling allows this syllable, marks and all: "quyết", not "quyet". Case does not matter. */
export function isSyllable(written: string): boolean {
  const decomposed = written.toLowerCase().normalize('NFD');
  const marks = decomposed.match(TONE_MARK) ?? [];
  if (marks.length > 1) return false;
  const tone = TONE_OF_MARK.get(marks[0] ?? '') ?? 'level';
  return takeApart(decomposed.replace(TONE_MARK, '').normalize('NFC'), tone) !== null;
}

/** Writes lower-case letters that bear no tone with one, in its usual place; `null` where that is no syllable. */
export function spellSyllable(letters: string, tone: Tone): string | null {
  const parts = takeApart(letters.normalize('NFC'), tone);
  return parts === null ? null : writeSyllable(parts);
}

function takeApart(letters: string, tone: Tone): SyllableParts | null {
  const onset = ONSETS.find((start) => letters.startsWith(start) && fits(start, letters.slice(start.length)));
  if (onset === undefined) return null;
  const rhyme = letters.slice(onset.length);
  return endsInStop(rhyme) && !STOP_TONES.has(tone) ? null : { onset, rhyme, tone };
}

/** A syllable that ends in a stop is spoken in one of two tones only. */
const STOP_TONES: ReadonlySet<Tone> = new Set(['acute', 'dot']);

function endsInStop(rhyme: string): boolean {
  return /(?:[cpt]|ch)$/.test(rhyme);
}

function fits(onset: string, rhyme: string): boolean {
  if (onset === 'qu') return AFTER_QU.has(rhyme);
  if (onset === 'gi' && AFTER_GI.has(rhyme)) return true;
  if (!RHYMES.has(rhyme)) return false;
  const front = /^[eêiy]/.test(rhyme);
  if (onset === 'k' || onset === 'gh' || onset === 'ngh') return front;
  if (onset === 'c' || onset === 'ng') return !front;
  if (onset === 'g') return !front || /^i[mn]?$/.test(rhyme);
  if (onset === 'gi') return !/^[iy]/.test(rhyme);
  if (onset === '') return !rhyme.startsWith('iê');
  // Only the single y may follow an onset: lý, kỹ.
  return !rhyme.startsWith('yê');
}

/** The tone where it is usually put: hòa, thúy, quyết, người. */
function writeSyllable({ onset, rhyme, tone }: SyllableParts): string {
  if (tone === 'level') return onset + rhyme;
  const at = tonePlace(rhyme);
  const marked = (rhyme.slice(0, at + 1) + TONE_MARKS[tone] + rhyme.slice(at + 1)).normalize('NFC');
  return onset + marked;
}

function tonePlace(rhyme: string): number {
  const marked = Math.max(...[...'ăâêôơư'].map((letter) => rhyme.lastIndexOf(letter)));
  // ưa, ưu: the ư is the only marked letter and comes first; ươ: the ơ is the later one.
  if (marked >= 0) return marked;
  const vowels = /^[aeiouy]+/.exec(rhyme)?.[0].length ?? 1;
  if (vowels === 1) return 0;
  return vowels === 3 || vowels < rhyme.length ? 1 : 0;
}

let forms: ReadonlyMap<string, string> | null = null;

/** Every syllable that Vietnamese spelling allows: without its marks → in the form in which it is indexed. */
function indexedForms(): ReadonlyMap<string, string> {
  forms ??= new Map(
    ONSETS.flatMap((onset) =>
      [...RHYMES, ...AFTER_QU, ...AFTER_GI]
        .filter((rhyme) => fits(onset, rhyme))
        .map((rhyme) => [fold(onset + rhyme), foldSyllable(onset + rhyme)] as const),
    ),
  );
  return forms;
}

/**
 * The indexed form of letters in small case and without marks, where some Vietnamese syllable is written with them:
 * `ly` → `li`; `null` for `word`.
 */
export function indexedForm(plain: string): string | null {
  return indexedForms().get(plain) ?? null;
}

/** Whether some Vietnamese syllable is written so, marks aside: `dao`, `quyet`, `Quyết`, not `word`. */
export function isFoldedSyllable(text: string): boolean {
  return indexedForm(fold(text)) !== null;
}
