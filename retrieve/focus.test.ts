import { describe, expect, it } from 'vitest';
import { focusOf, spellingsOf, worth } from './focus.ts';
import { questionTerms } from './question.ts';

const weights = new Map([
  ['kinh_phi', 2],
  ['hoc_vien', 2],
]);
const passage = (text: string, heading = '', title = '') => ({ text, heading, title });

describe('how closely a question is held', () => {
  it('is whole in a line that holds every term', () => {
    expect(focusOf(passage('Kinh phí của học viên'), weights, null).share).toBe(1);
  });

  it('is less when the terms are scattered over lines than when they stand together', () => {
    const scattered = focusOf(passage('Kinh phí do tỉnh lo\nHọc viên nộp đơn'), weights, null).share;
    const together = focusOf(passage('Kinh phí do tỉnh lo cho học viên'), weights, null).share;
    expect(scattered).toBe(0.5);
    expect(together).toBe(1);
  });

  it('counts the heading, the lead-in and the title, each less than the line', () => {
    const shares = [
      focusOf(passage('Học viên nộp đơn', 'Kinh phí'), weights, null),
      focusOf(passage('Kinh phí gồm:\na) phần của học viên'), weights, null),
      focusOf(passage('Học viên nộp đơn', '', 'Quy định về kinh phí'), weights, null),
    ].map(({ share }) => share);
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.5);
      expect(share).toBeLessThan(1);
    }
  });

  it('prefers of two lines the one that shows what is expected', () => {
    const expectation = { shownBy: (line: string) => /\d/.test(line), settles: false };
    const focus = focusOf(passage('Kinh phí\nKinh phí 5 đồng'), weights, expectation);
    expect(focus.expected).toBe('shown');
    expect(worth(focus)).toBeGreaterThan(worth({ ...focus, expected: 'no' }));
  });

  it('is nothing for a question without content', () => {
    expect(focusOf(passage('Kinh phí'), new Map(), null)).toEqual({ share: 0, expected: 'no', agrees: 1 });
  });
});

describe('whether a passage agrees with the diacritics of a question', () => {
  const agreement = (question: string, text: string) => {
    const weights = new Map(
      questionTerms(question).flatMap(({ term, content }) => (content ? [[term, 1]] : [])),
    );
    return focusOf({ text, heading: '', title: '' }, weights, null, spellingsOf(question)).agrees;
  };

  it('tells words apart that are the same without them', () => {
    expect(agreement('bảo đảm kinh phí', 'Bảo đảm kinh phí.')).toBe(1);
    expect(agreement('bảo đảm', 'Báo đám.')).toBe(0);
  });

  it('asks none of a question typed without them, and takes hoà for hòa', () => {
    expect(agreement('bao dam kinh phi', 'Bảo đảm kinh phí.')).toBe(1);
    expect(agreement('hòa giải cơ sở', 'Hoà giải cơ sở.')).toBe(1);
  });
});
