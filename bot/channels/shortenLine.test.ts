import { describe, expect, it } from 'vitest';
import { firstSentence, shortenLine } from './shortenLine.ts';

describe('a line that has little room', () => {
  it('is cut at a word', () => {
    expect(shortenLine('Điều 1', 60)).toBe('Điều 1');
    expect(shortenLine('điểm a khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP, về bồi dưỡng ngắn hạn', 60)).toBe(
      'điểm a khoản 2 Điều 18 Nghị định 900/2031/NĐ-CP, về bồi…',
    );
    expect(shortenLine('x'.repeat(80), 60)).toHaveLength(60);
  });

  it('says the first sentence, which no number and no initial ends', () => {
    expect(firstSentence('Tại TP. Ví Dụ có 1. Lớp một. Rồi lớp hai.\nHàng sau.', 100)).toBe(
      'Tại TP. Ví Dụ có 1. Lớp một.',
    );
    expect(firstSentence('', 100)).toBe('');
  });
});
