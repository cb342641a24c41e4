import { diffArrays } from 'diff';

/** How much of a transcript came back; each a count of right ones among all. */
export type Accuracy = {
  /** Letters of the transcript that carry a diacritic (and đ). */
  readonly diacritics: Share;
  readonly characters: Share;
  /** White-space tokens, in order. */
  readonly syllables: Share;
};

export type Share = { readonly right: number; readonly all: number };

const words = (text: string) =>
  text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');

/** The letter below the diacritics. */
const bare = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').normalize('NFC');

/** Pairs of characters that stand in the same place, `null` where the reading has none. */
type Aligned = readonly (readonly [wanted: string, got: string | null])[];

function alignCharacters(wanted: string, got: string): Aligned {
  const [left, right] = [[...wanted], [...got]];
  const pairs: (readonly [string, string | null])[] = [];
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
function align(wanted: readonly string[], got: readonly string[]): Aligned {
  const pairs: (readonly [string, string | null])[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const close = () => {
    if (removed.length > 0) pairs.push(...alignCharacters(`${removed.join(' ')} `, `${added.join(' ')} `));
    removed = [];
    added = [];
  };
  let at = 0;
  let other = 0;
  for (const part of diffArrays(wanted.map(bare), got.map(bare))) {
    for (let index = 0; index < part.value.length; index += 1) {
      if (part.added) added.push(got[other++] ?? '');
      else if (part.removed) removed.push(wanted[at++] ?? '');
      else {
        close();
        const [left, right] = [[...`${wanted[at++] ?? ''} `], [...`${got[other++] ?? ''} `]];
        pairs.push(
          ...left.map((character, place): [string, string | null] => [character, right[place] ?? null]),
        );
      }
    }
  }
  close();
  return pairs;
}

/**
 * Accuracy of what was read beside the transcript: both in NFC, white space collapsed, base letters aligned. The case of
 * letters does not count where `caseMatters` is false.
 */
export function accuracy(read: string, transcript: string, caseMatters = true): Accuracy {
  const inCase = (text: string) => (caseMatters ? text : text.toLowerCase());
  const [wanted, got] = [words(inCase(transcript)), words(inCase(read))];
  const pairs = align(wanted, got);
  const marked = pairs.filter(([letter]) => bare(letter) !== letter);
  const same = diffArrays([...wanted], [...got])
    .filter((part) => !part.added && !part.removed)
    .reduce((sum, part) => sum + part.value.length, 0);
  return {
    diacritics: { right: marked.filter(([letter, other]) => letter === other).length, all: marked.length },
    characters: { right: pairs.filter(([letter, other]) => letter === other).length, all: pairs.length },
    syllables: { right: same, all: wanted.length },
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
