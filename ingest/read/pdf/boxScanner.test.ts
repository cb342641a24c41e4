import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BoxScanner } from './boxScanner.ts';
import { WordTable } from './wordTable.ts';

const output = `<!DOCTYPE html><html><head>
<title>K&#7871; ho&amp;ch</title>
<meta name="Creator" content="Writer"/>
</head>
<body>
<doc>
  <page width="595.303937" height="841.889764">
    <word xMin="56.800000" yMin="-0.500000" xMax="62.800000" yMax="91.300764">Điều</word>
    <word xMin="68.800000" yMin="78.300764" xMax="nan" yMax="91.300764">mất</word>
    <word xMin="98.800000" yMin="78.300764" xMax="122.800000" yMax="91.300764">&lt;1&gt;</word>
  </page>
  <page width="842.000000" height="595.000000">
  </page>
</doc>
</body>
</html>
`;

describe('the output of pdftotext', () => {
  it('is read the same in whatever pieces it comes', () => {
    const bytes = Buffer.from(output);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: bytes.length }), { maxLength: 12 }), (cuts) => {
        const scanner = new BoxScanner(new WordTable());
        const ends = [...cuts, bytes.length].sort((a, b) => a - b);
        for (const [index, end] of ends.entries()) scanner.add(bytes.subarray(ends[index - 1] ?? 0, end));
        expect(scanner.meta).toEqual({ title: 'Kế ho&ch', Creator: 'Writer' });
        expect(scanner.pages.map(({ width, height, words }) => ({ width, height, words }))).toEqual([
          {
            ...{ width: 595.303937, height: 841.889764 },
            words: [
              { text: 'Điều', left: 56.8, top: -0.5, right: 62.8, bottom: 91.300764 },
              { text: '<1>', left: 98.8, top: 78.300764, right: 122.8, bottom: 91.300764 },
            ],
          },
          { width: 842, height: 595, words: [] },
        ]);
      }),
      { numRuns: 200 },
    );
  });
});
