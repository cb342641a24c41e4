import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { documentsReply, quoteBlock, quotedReply, sampleReply, textBlock } from '../fixtures.testing.ts';
import { renderForTerminal } from './render.ts';
import { columns, wrapWords } from './wrap.ts';

describe('a reply in the terminal', () => {
  it('shows answer, citation, quote behind a bar, note and numbered choices, wrapped at words', () => {
    expect(renderForTerminal(sampleReply, { width: 50, colour: false })).toBe(
      [
        'Theo quy định, người được cử đi học cần còn đủ',
        'tuổi công tác.',
        '',
        '[1] khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP (hiệu',
        '    lực từ 01/7/2031), trang 5',
        '  │ Người được cử đi bồi dưỡng phải còn đủ tuổi',
        '  │ công tác & có "đơn" đề nghị.',
        '',
        'Mức tin cậy: cao.',
        '',
        'Gõ số để xem:',
        '  1. khoản 3 Điều 18 Nghị định 900/2031/NĐ-CP',
        '  2. Điều 19 Nghị định 900/2031/NĐ-CP',
      ].join('\n'),
    );
  });

  it('colours nothing unless asked to, and then changes no word', () => {
    const plain = renderForTerminal(sampleReply, { width: 60, colour: false });
    const coloured = renderForTerminal(sampleReply, { width: 60, colour: true });
    expect(stripVTControlCharacters(plain)).toBe(plain);
    expect(coloured).not.toBe(plain);
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('lists documents and marks warnings', () => {
    expect(renderForTerminal(documentsReply, { width: 80, colour: false })).toBe(
      [
        'Tôi đang có 2 văn bản:',
        '',
        '• Nghị định 900/2031/NĐ-CP',
        '  Quy định về bồi dưỡng <ngắn hạn>',
        '  hiệu lực từ 01/02/2031 · văn bản mẫu',
        '• Quận Ví Dụ mở lớp cho cán bộ trẻ',
        '  bài báo',
        '',
        '• Chương I. Quy định chung',
        '• Chương II. Lớp học',
      ].join('\n'),
    );
    const warned = quotedReply([textBlock('Chưa có hiệu lực.', 'warning')]);
    expect(renderForTerminal(warned, { width: 80, colour: false })).toBe('⚠ Chưa có hiệu lực.');
  });

  it('lets no text move the cursor or change colours', () => {
    const hostile = quotedReply([
      textBlock('\u001b[2Ja\u0007'),
      quoteBlock({ quote: '\u001b]0;x\u0007b\u009b31m' }),
    ]);
    expect(renderForTerminal(hostile, { width: 80, colour: false })).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it('keeps every line within the terminal, however narrow or wide', () => {
    const long = quotedReply([quoteBlock({ quote: `${'bồi dưỡng '.repeat(60)}${'x'.repeat(300)}` })]);
    for (const width of [20, 33, 80, 100]) {
      for (const line of renderForTerminal(long, { width, colour: false }).split('\n')) {
        expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }
    const widest = Math.max(
      ...renderForTerminal(long, { width: 400, colour: false }).split('\n').map(columns),
    );
    expect(widest).toBeLessThanOrEqual(100);
  });
});

describe('wrapping', () => {
  it('counts what is seen: one column for a letter with its marks, two for an emoji', () => {
    expect(columns('ệ'.normalize('NFD'))).toBe(1);
    expect(columns('😀')).toBe(2);
    expect(wrapWords('aa bb cc', 5)).toEqual(['aa bb', 'cc']);
    expect(wrapWords('aa\nbb', 5)).toEqual(['aa', 'bb']);
    expect(wrapWords('abcdefg hi', 3)).toEqual(['abc', 'def', 'g', 'hi']);
  });
});
