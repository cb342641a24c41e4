import { type Chance, createChance } from '../chance.ts';

/** The typing errors that are made, in turn. */
export const TYPO_KINDS = ['neighbour', 'missing', 'doubled', 'swapped', 'joined', 'split'] as const;
export type TypoKind = (typeof TYPO_KINDS)[number];

/** Keys that lie beside a key, on the rows and across them. */
const NEIGHBOURS: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'o',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'ko',
  z: 'ax',
  x: 'zsc',
  c: 'xdv',
  v: 'cfb',
  b: 'vgn',
  n: 'bhm',
  m: 'nj',
};

/** Each question with one typing error, the kinds in turn; the same for the same seed. */
export function misspellEach(questions: readonly string[], seed = 1): readonly string[] {
  return questions.map((question, at) => {
    const chance = createChance(seed * 1_000_003 + at);
    for (let turn = 0; turn < TYPO_KINDS.length; turn += 1) {
      const kind = TYPO_KINDS[(at + turn) % TYPO_KINDS.length] ?? 'missing';
      const wrong = misspell(question, kind, chance);
      if (wrong !== null) return wrong;
    }
    return question;
  });
}

/** One error of this kind at a place of chance; `null` where the question has no place for one. */
export function misspell(question: string, kind: TypoKind, { among }: Chance): string | null {
  const text = question.normalize('NFC');
  const places = placesFor(kind, text);
  if (places.length === 0) return null;
  const at = among(places);
  const letter = text.charAt(at);
  const next = text.charAt(at + 1);
  const put = (instead: string, taken: number) => text.slice(0, at) + instead + text.slice(at + taken);
  switch (kind) {
    case 'neighbour':
      return put(among([...(NEIGHBOURS[letter] ?? letter)]), 1);
    case 'missing':
    case 'joined':
      return put('', 1);
    case 'doubled':
      return put(letter + letter, 1);
    case 'swapped':
      return put(next + letter, 2);
    case 'split':
      return put(`${letter} `, 1);
  }
}

/** Indexes at which an error of this kind can begin: in syllables of three letters and more, or the space between two. */
function placesFor(kind: TypoKind, text: string): readonly number[] {
  if (kind === 'joined') return [...text.matchAll(/(?<=\p{L}) (?=\p{L})/gu)].map(({ index }) => index);
  return [...text.matchAll(/\p{L}{3,}/gu)].flatMap(({ 0: syllable, index }) =>
    Array.from(syllable, (_, offset) => index + offset).filter((at) =>
      fits(kind, text, at, index + syllable.length),
    ),
  );
}

function fits(kind: TypoKind, text: string, at: number, end: number): boolean {
  const letter = text.charAt(at);
  const next = text.charAt(at + 1);
  switch (kind) {
    case 'neighbour':
      return NEIGHBOURS[letter] !== undefined;
    case 'swapped':
      return at + 1 < end && letter.toLowerCase() !== next.toLowerCase();
    case 'split':
      return at + 1 < end;
    default:
      return true;
  }
}
