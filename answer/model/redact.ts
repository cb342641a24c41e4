import { type Window, windowsOf } from './nameWindows.ts';
import { MASKS, type Redacted, redactPatterns } from './redactPatterns.ts';

/**
 * Of these words, those that are the name or the code of somebody on record. `a … b` is a name that begins and ends so, `… a b` one
 * that ends so.
 */
export type KnownNames = (keys: readonly string[]) => Promise<readonly string[]>;

/**
 * Masks what has the shape of a person's number or address, and the names and codes of people on record, however they are written:
 * without diacritics, in small letters, as one word, the given name first, the middle left out, with other marks between.
 */
export async function redact(text: string, known: KnownNames): Promise<Redacted> {
  const plain = redactPatterns(text);
  const windows = windowsOf(plain.text);
  const keys = [...new Set(windows.flatMap((window) => window.keys))];
  const found = new Set(await known(keys));
  const taken: Window[] = [];
  // A name as it stands goes before one that neighbouring words make up the other way round.
  for (const isKnown of [
    ({ keys: [written = ''] }: Window) => found.has(written) || found.has(written.replaceAll("'", '’')),
    (window: Window) => window.keys.some((key) => found.has(key)),
  ]) {
    for (const window of windows) {
      const overlaps = taken.some(({ start, end }) => window.start < end && start < window.end);
      if (!overlaps && isKnown(window)) taken.push(window);
    }
  }
  const masked = taken
    .sort((a, b) => b.start - a.start)
    .reduce(
      (left, { start, end, isCode }) =>
        left.slice(0, start) + (isCode ? MASKS.code : MASKS.name) + left.slice(end),
      plain.text,
    );
  return { text: masked, redactions: plain.redactions + taken.length };
}
