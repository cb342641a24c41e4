import type { Run } from '../../../vietnamese/legacy/convert.ts';
import { NoteCounts, type NoteKind } from '../noteCounts.ts';
import type { Fib } from './fib.ts';

/** Where a note is called and where its words stand, as positions of characters in the document. */
export type NotePlace = {
  readonly at: number;
  /** `[1]`; `null` where the writer chose a sign, which stands in the text. */
  readonly mark: string | null;
  readonly from: number;
  readonly to: number;
};

/** Notes by where they are called, with a way to read their paragraphs. */
export type DocCalls = ReadonlyMap<number, NotePlace & { readonly read: () => readonly (readonly Run[])[] }>;

/** No office document has more; what claims so is made to take time. */
const MOST = 5_000;
const CALL_BYTES = 2;

/**
 * The notes of one kind in the order in which they are called. `null` where the file does not say where that is, or says what
 * cannot be. [MS-DOC] 2.8.14, 2.8.15.
 * @param base where the story of these notes begins
 */
export function notePlaces(
  fib: Fib,
  table: Buffer,
  kind: NoteKind,
  base: number,
): readonly NotePlace[] | null {
  const part = (name: 'footnoteCalls' | 'footnoteTexts' | 'endnoteCalls' | 'endnoteTexts') => {
    const { at, size } = fib.table(name);
    return table.subarray(at, at + size);
  };
  const [calls, texts] =
    kind === 'footnote'
      ? [part('footnoteCalls'), part('footnoteTexts')]
      : [part('endnoteCalls'), part('endnoteTexts')];
  const count = Math.floor((calls.length - 4) / (4 + CALL_BYTES));
  if (count < 1 || count > MOST || texts.length < (count + 1) * 4) return null;
  const counts = new NoteCounts();
  const length = fib.lengths[kind === 'footnote' ? 'footnotes' : 'endnotes'];
  const found: NotePlace[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = calls.readUInt32LE(index * 4);
    const [from, to] = [texts.readUInt32LE(index * 4), texts.readUInt32LE((index + 1) * 4)];
    const before = found.at(-1)?.at ?? -1;
    if (at <= before || at >= fib.lengths.main || from > to || to > length) return null;
    const isCounted = calls.readUInt16LE((count + 1) * 4 + index * CALL_BYTES) !== 0;
    found.push({ at, mark: isCounted ? counts.next(kind) : null, from: base + from, to: base + to });
  }
  return found;
}
