import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTelegramHtml } from '../../testing/fakes/telegram/html.ts';
import { join, plain, type RichText, type SpanKind, wrap } from './richText.ts';
import { splitRichText } from './split.ts';
import { toHtml } from './telegram/render/html.ts';

const LIMIT = 4096;

const texts = (rich: RichText, limit: number) => splitRichText(rich, limit).map(({ text }) => text);

describe('splitting a long text', () => {
  it('leaves a text that fits as it is', () => {
    expect(texts(plain('a'.repeat(LIMIT)), LIMIT)).toEqual(['a'.repeat(LIMIT)]);
    expect(splitRichText(plain(' \n '), LIMIT)).toEqual([]);
  });

  it('prefers paragraphs, then lines, then sentences, then words', () => {
    expect(texts(plain('Một hai. Ba bốn\nnăm\n\nsáu bảy tám'), 24)).toEqual([
      'Một hai. Ba bốn\nnăm',
      'sáu bảy tám',
    ]);
    expect(texts(plain('Một hai. Ba bốn\nnăm sáu bảy'), 20)).toEqual(['Một hai. Ba bốn', 'năm sáu bảy']);
    expect(texts(plain('Một hai. Ba bốn năm'), 14)).toEqual(['Một hai.', 'Ba bốn năm']);
    expect(texts(plain('một hai ba bốn'), 8)).toEqual(['một hai', 'ba bốn']);
  });

  it('does not take the number of a clause or an initial for the end of a sentence', () => {
    expect(texts(plain('Gồm các lớp 1. Lớp một'), 16)).toEqual(['Gồm các lớp 1.', 'Lớp một']);
    expect(texts(plain('Xong rồi. Tại TP. Ví Dụ'), 20)).toEqual(['Xong rồi.', 'Tại TP. Ví Dụ']);
  });

  it('keeps a citation whole', () => {
    const rich = join([plain('một hai ba '), wrap('keep', plain('[1] khoản 2 Điều 18')), plain(' bốn')]);
    expect(texts(rich, 24)).toEqual(['một hai ba', '[1] khoản 2 Điều 18 bốn']);
  });

  it('cuts a citation that no message could hold', () => {
    expect(texts(wrap('keep', plain('một hai ba bốn năm')), 8)).toEqual(['một hai', 'ba bốn', 'năm']);
  });

  it('cuts an endless word between characters, never inside one', () => {
    expect(texts(plain('👍'.repeat(5)), 5)).toEqual(['👍👍', '👍👍', '👍']);
    expect(texts(plain('👨‍👩‍👧👨‍👩‍👧'), 10)).toEqual(['👨‍👩‍👧', '👨‍👩‍👧']);
  });

  it('closes tags at the end of a message and opens them again in the next', () => {
    const rich = wrap('quote', join([wrap('bold', plain('một hai ba')), plain(' bốn năm')]));
    expect(splitRichText(rich, 8).map(toHtml)).toEqual([
      '<blockquote><b>một hai</b></blockquote>',
      '<blockquote><b>ba</b> bốn</blockquote>',
      '<blockquote>năm</blockquote>',
    ]);
  });

  it('counts composed characters', () => {
    const decomposed = 'ệ'.normalize('NFD').repeat(LIMIT);
    expect(splitRichText(plain(decomposed), LIMIT)).toHaveLength(1);
  });

  it('loses no word, exceeds no limit and stays well-formed HTML, whatever the text', () => {
    const piece = fc.record({
      text: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc
          .array(
            fc.constantFrom('Điều 1.', 'cán bộ', '\n', '\n\n', '<b>', '&amp;', '😀', 'ệ'.normalize('NFD')),
          )
          .map((words) => words.join(' ')),
        fc.constant('\ud83d lẻ \u0000'),
      ),
      kind: fc.constantFrom<SpanKind | 'none'>('none', 'bold', 'italic', 'quote', 'folded', 'pre', 'keep'),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.integer({ min: 12, max: 80 }), (parts, limit) => {
        const rich = join(
          parts.map(({ text, kind }) => (kind === 'none' ? plain(text) : wrap(kind, plain(text)))),
          '\n',
        );
        const pieces = splitRichText(rich, limit);
        const squeeze = (text: string) => text.replace(/\s+/gu, '');
        expect(squeeze(pieces.map(({ text }) => text).join(''))).toBe(squeeze(rich.text));
        for (const { text } of pieces) {
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text.isWellFormed()).toBe(true);
          expect(text.trim()).not.toBe('');
        }
        for (const one of pieces)
          expect(parseTelegramHtml(toHtml(one))).toMatchObject({ ok: true, text: one.text });
      }),
      { numRuns: 500 },
    );
  });
});
