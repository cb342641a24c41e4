import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedSyllables } from './terms.ts';
import { cleanText } from './text.ts';
import { wantedSyllables } from './wantedSyllables.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'data', 'directives');
const LINES = readdirSync(FOLDER).flatMap((name) =>
  cleanText(readFileSync(path.join(FOLDER, name), 'utf8')).split('\n'),
);

/** Syllables and joined pairs that are wanted, as both ways of reading find them. */
function found(line: string, wanted: ReadonlySet<string>) {
  const quick: string[] = [];
  let previous: string | null = null;
  wantedSyllables(wanted)(line, (folded, joined) => {
    const isWanted = wanted.has(folded);
    if (isWanted) quick.push(joined && previous !== null ? `${previous}_${folded}` : folded);
    previous = isWanted ? folded : null;
  });
  const careful: string[] = [];
  let before: string | null = null;
  for (const { folded, joined } of indexedSyllables(line)) {
    const isWanted = wanted.has(folded);
    if (isWanted) careful.push(joined && before !== null ? `${before}_${folded}` : folded);
    before = isWanted ? folded : null;
  }
  return { quick, careful };
}

describe('wantedSyllables', () => {
  it.each([
    ['Cán bộ, công chức đi học lý luận chính trị', ['can', 'bo', 'li', 'luan']],
    ['ĐỀ NGHỊ UBND tỉnh cử CBCCVC, TN và MT', ['uy', 'ban', 'vien', 'tai', 'nguyen']],
    ['ngạch chuyên viên (V.10.10.34), hạng II, v101034', ['2', '10', '34', 'v', 'hang']],
    ['Truờng 한국 học 𝐇𝐨𝐜 hoc', ['hoc', 'truong']],
    ['kỹ thuật quy định; qui trình', ['ki', 'qui', 'dinh']],
  ])('finds in %j what careful reading finds', (line, wanted) => {
    const { quick, careful } = found(line, new Set(wanted));
    expect(quick).toEqual(careful);
    expect(quick.length).toBeGreaterThan(1);
  });

  it('agrees with careful reading on the lines of documents, whatever is wanted', () => {
    const words = [...new Set(LINES.flatMap((line) => indexedSyllables(line).map(({ folded }) => folded)))];
    fc.assert(
      fc.property(
        fc.constantFrom(...LINES),
        fc.uniqueArray(fc.constantFrom(...words), { maxLength: 40 }),
        (line, chosen) => {
          const own = indexedSyllables(line).map(({ folded }) => folded);
          const { quick, careful } = found(
            line,
            new Set([...chosen, ...own.filter((_, at) => at % 3 === 0)]),
          );
          expect(quick).toEqual(careful);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('agrees with careful reading on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const line = cleanText(text).replaceAll('\n', ' ');
        const own = indexedSyllables(line).map(({ folded }) => folded);
        const { quick, careful } = found(line, new Set(own));
        expect(quick).toEqual(careful);
      }),
    );
  });
});
