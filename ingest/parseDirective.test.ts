import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsedFlaws } from '../testing/parsedFlaws.ts';
import { rawText } from '../testing/rawText.ts';
import { parseDirective } from './parseDirective.ts';
import type { RawDocument, RawLine } from './read/rawDocument.ts';
import { readDocument } from './read/readDocument.ts';

const folder = join(import.meta.dirname, '..', 'data', 'directives');
const samples = await Promise.all(
  readdirSync(folder).map((name) => readDocument(new Uint8Array(readFileSync(join(folder, name))), name)),
);

function parse(raw: RawDocument) {
  return parseDirective(raw, { fileName: 'x.txt' });
}

const labels = fc.constantFrom(
  ...[
    'Điều 1. ',
    'Điều 2',
    'Điều 999. A',
    '1. ',
    '2, ',
    'a) ',
    'đ)',
    '- ',
    '+ ',
    'I. A',
    'Chương I',
    'Mục 1',
    'Phụ lục',
  ],
  ...[
    '“Điều 3. ',
    '”.',
    'QUY CHẾ',
    'Nơi nhận:',
    'TM. UBND',
    'Số: 1/2026/NĐ-CP',
    'QUYẾT ĐỊNH',
    '12',
    '1.1. ',
    'Phần A',
    '',
  ],
);
const line = fc.oneof(
  { weight: 4, arbitrary: labels },
  { weight: 2, arbitrary: fc.tuple(labels, fc.string({ maxLength: 80 })).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
);
const role = fc.constantFrom<RawLine['role']>(
  'line',
  'line',
  'line',
  'paragraph',
  'heading',
  'table',
  'blank',
);
const anyLine = fc.record({ text: line, page: fc.option(fc.integer({ min: 1, max: 9 })), role });

describe('a parsed directive', () => {
  it('has sound spans for every sample', () => {
    for (const raw of samples) expect(parsedFlaws(parse(raw))).toEqual([]);
  });

  it('has sound spans for any lines whatever', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 60 }), (lines) => {
        expect(parsedFlaws(parse({ format: 'pdf', lines, meta: {}, warnings: [] }))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has sound spans for samples whose lines were lost, cut, doubled, swapped or given another role', () => {
    const cut = fc.record({ at: fc.nat(), how: fc.nat({ max: 4 }), where: fc.nat(), role });
    fc.assert(
      fc.property(fc.nat({ max: samples.length - 1 }), fc.array(cut, { maxLength: 25 }), (which, cuts) => {
        const sample = samples[which];
        if (sample === undefined) return;
        const lines = [...sample.lines];
        for (const { at, how, where, role: other } of cuts) {
          const index = at % lines.length;
          const chosen = lines[index];
          if (chosen === undefined) continue;
          if (how === 0) lines.splice(index, 1);
          else if (how === 1)
            lines[index] = { ...chosen, text: chosen.text.slice(where % (chosen.text.length + 1)) };
          else if (how === 2) lines.splice(where % lines.length, 0, chosen);
          else if (how === 3)
            lines[index] = { ...chosen, text: chosen.text.slice(0, where % (chosen.text.length + 1)) };
          else lines[index] = { ...chosen, role: other };
        }
        expect(parsedFlaws(parse({ ...sample, lines }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same twice', () => {
    for (const raw of samples) expect(parse(raw)).toEqual(parse(raw));
  });

  it('leaves recipients and signatures outside every provision and every passage', () => {
    const foot = /^(?:Nơi nhận|- Lưu|T\/M|TM\.|\(đã ký\))/m;
    const signed = samples.map(parse).filter(({ text }) => foot.test(text));
    expect(signed.length).toBeGreaterThan(4);
    expect(signed.some(({ text }) => text.includes('T/M '))).toBe(true);
    for (const { text, provisions, passages } of signed) {
      for (const { start, end } of [...provisions, ...passages])
        expect(text.slice(start, end)).not.toMatch(foot);
    }
  });

  it('may be empty', () => {
    const parsed = parse(rawText(''));
    expect(parsed).toMatchObject({ text: '', provisions: [], passages: [], kind: 'press' });
    expect(parsed.header.title).toBe('x.txt');
  });

  it('knows the page of each provision', () => {
    const lines = [
      ...rawText('Điều 1. Một\nNội dung của điều này viết sang', { page: 1 }).lines,
      ...rawText('2\ntrang sau.\nĐiều 2. Hai\nNội dung.', { page: 2 }).lines,
    ];
    const parsed = parse({ format: 'pdf', lines, meta: {}, warnings: [] });
    expect(parsed.provisions.map(({ label, page }) => [label, page])).toEqual([
      ['Điều 1', 1],
      ['Điều 2', 2],
    ]);
    expect(parsed.text).toContain('viết sang trang sau.');
  });

  it('is read from five megabytes with every kind of opening', () => {
    const text = Array.from({ length: 60_000 }, (_, index) => {
      const rest = `nội dung của dòng thứ ${index} trong một văn bản rất dài không có hồi kết`;
      return [
        `“Điều ${index}. ${rest}`,
        `1. ${rest}`,
        `a) ${rest}`,
        `- ${rest}`,
        `như sau: “2. ${rest}`,
        rest,
      ][index % 6];
    });
    expect(parsedFlaws(parse(rawText(text.join('\n')))).length).toBe(0);
  });
});
