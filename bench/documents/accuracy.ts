import { diffArrays } from 'diff';

/** How much of a transcript came back; each a count of right ones among all. */
export type Accuracy = {
  /** Letters of the transcript that carry a diacritic (and đ). */
  readonly diacritics: Share;
  /** The same where the case has to be right too. */
  readonly diacriticsInCase: Share;
  readonly characters: Share;
  /** White-space tokens, in order. */
  readonly syllables: Share;
};

export type Share = { readonly right: number; readonly all: number };

const words = (text: string) =>
  text
    .normalize('NFC')
    .split(/\s+/)
    // The bars between cells are the reader's own.
    .filter((word) => word !== '' && word !== '|');

/** The letter below the diacritics, small. */
const bare = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').normalize('NFC');

/** Words that differ in nothing but how a number is written stand in the same place. */
const place = (word: string) => (/^[\d.,%()-]+$/.test(word) ? '#' : bare(word));

/** Pairs of characters that stand in the same place, `null` where the reading has none. */
type Pair = readonly [wanted: string, got: string | null];

function alignCharacters(wanted: string, got: string): readonly Pair[] {
  const [left, right] = [[...wanted], [...got]];
  const pairs: Pair[] = [];
  let at = 0;
  let other = 0;
  // Past some thousand differences the texts have nothing to do with each other.
  const parts = diffArrays(left.map(bare), right.map(bare), { maxEditLength: 4000 });
  for (const part of parts ?? [{ value: left, added: false, removed: true }]) {
    for (let index = 0; index < part.value.length; index += 1) {
      if (part.added) other += 1;
      else if (part.removed) pairs.push([left[at++] ?? '', null]);
      else pairs.push([left[at++] ?? '', right[other++] ?? null]);
    }
  }
  return pairs;
}

/** Aligned word by word on base letters first, so that long texts take no time. */
function align(
  wanted: readonly string[],
  got: readonly string[],
): { readonly pairs: readonly Pair[]; readonly syllables: Share } {
  let right = 0;
  const pairs: Pair[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const close = () => {
    if (removed.length > 0) pairs.push(...alignCharacters(`${removed.join(' ')} `, `${added.join(' ')} `));
    removed = [];
    added = [];
  };
  let at = 0;
  let other = 0;
  for (const part of diffArrays(wanted.map(place), got.map(place))) {
    for (let index = 0; index < part.value.length; index += 1) {
      if (part.added) added.push(got[other++] ?? '');
      else if (part.removed) removed.push(wanted[at++] ?? '');
      else {
        close();
        if (wanted[at]?.toLowerCase() === got[other]?.toLowerCase()) right += 1;
        const [one, another] = [`${wanted[at++] ?? ''} `, `${got[other++] ?? ''} `];
        if (bare(one) === bare(another)) {
          const letters = [...another];
          pairs.push(...[...one].map((letter, index): Pair => [letter, letters[index] ?? null]));
        } else pairs.push(...alignCharacters(one, another));
      }
    }
  }
  close();
  return { pairs, syllables: { right, all: wanted.length } };
}

/**
 * Accuracy of what was read beside the transcript: both in NFC, white space collapsed, base letters aligned. The case of
 * letters counts only where it says so: transcripts leave the letters of capital fonts small.
 */
export function accuracy(read: string, transcript: string): Accuracy {
  const { pairs, syllables } = align(words(transcript), words(read));
  const marked = pairs.filter(([letter]) => bare(letter) !== letter.toLowerCase());
  const sameLetter = ([letter, other]: Pair) => letter.toLowerCase() === other?.toLowerCase();
  return {
    diacritics: { right: marked.filter(sameLetter).length, all: marked.length },
    diacriticsInCase: {
      right: marked.filter(([letter, other]) => letter === other).length,
      all: marked.length,
    },
    characters: { right: pairs.filter(sameLetter).length, all: pairs.length },
    syllables,
  };
}

export function share({ right, all }: Share): number {
  return all === 0 ? 1 : right / all;
}

export function sumOf(shares: readonly Share[]): Share {
  return {
    right: shares.reduce((sum, { right }) => sum + right, 0),
    all: shares.reduce((sum, { all }) => sum + all, 0),
  };
}
