import type { LegacyEncoding } from './encoding.ts';

/** What the name of a font lets one expect. It proves nothing: it survives when text is converted to Unicode. */
export type FontHint = {
  readonly encoding: LegacyEncoding | null;
  /** Small letters look like capitals: `.VnTimeH`. */
  readonly capitals: boolean;
  /** The format shows capitals, whatever was typed: no matter of fonts or encodings. */
  readonly shownInCapitals: boolean;
  /** Signs, no letters: Symbol, Wingdings. */
  readonly symbols: boolean;
};

export const NO_HINT: FontHint = { encoding: null, capitals: false, shownInCapitals: false, symbols: false };

const HINTS: readonly (readonly [RegExp, LegacyEncoding])[] = [
  [/^\.?vni[- _]/i, 'vni'],
  [/^\.vn|^\.?vntime|^\.?vnarial|^abc[- _]/i, 'tcvn3'],
  [/^vps[- _]/i, 'vps'],
  [/^vi[- _]|viscii/i, 'viscii'],
];

/** What to expect of text in this font. */
export function fontHint(name: string): FontHint {
  const encoding = HINTS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  return {
    encoding,
    capitals: encoding === 'tcvn3' && /[a-z ]H$/.test(name.trim()),
    shownInCapitals: false,
    symbols: /^symbol|wingdings|webdings|marlett|^mt extra/i.test(name),
  };
}
