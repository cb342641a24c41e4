import { describe, expect, it } from 'vitest';
import { focusFinder, spellingsOf, worth } from './focus.ts';
import { questionTerms } from './question.ts';

const weights = new Map([
  ['kinh_phi', 2],
  ['hoc_vien', 2],
]);
const passage = (text: string, heading = '', title = '') => ({ text, heading, title });

describe('how closely a question is held', () => {
  it('is whole in a line that holds every term', () => {
    expect(focusFinder(weights, null)(passage('Kinh phí của học viên')).share).toBe(1);
  });

  it('is less when the terms are scattered over lines than when they stand together', () => {
    const scattered = focusFinder(weights, null)(passage('Kinh phí do tỉnh lo\nHọc viên nộp đơn')).share;
    const together = focusFinder(weights, null)(passage('Kinh phí do tỉnh lo cho học viên')).share;
    expect(scattered).toBe(0.5);
    expect(together).toBe(1);
  });

  it('counts the heading, the lead-in and the title, each less than the line', () => {
    const shares = [
      focusFinder(weights, null)(passage('Học viên nộp đơn', 'Kinh phí')),
      focusFinder(weights, null)(passage('Kinh phí gồm:\na) phần của học viên')),
      focusFinder(weights, null)(passage('Học viên nộp đơn', '', 'Quy định về kinh phí')),
    ].map(({ share }) => share);
    for (const share of shares) {
      expect(share).toBeGreaterThan(0.5);
      expect(share).toBeLessThan(1);
    }
  });

  it('prefers of two lines the one that shows what is expected', () => {
    const expectation = { shownBy: (line: string) => /\d/.test(line), settles: false };
    const focus = focusFinder(weights, expectation)(passage('Kinh phí\nKinh phí 5 đồng'));
    expect(focus.expected).toBe('shown');
    expect(worth(focus)).toBeGreaterThan(worth({ ...focus, expected: 'no' }));
  });

  it('is nothing for a question without content', () => {
    expect(focusFinder(new Map(), null)(passage('Kinh phí'))).toEqual({
      share: 0,
      expected: 'no',
      agrees: 1,
    });
  });
});

describe('whether a passage agrees with the diacritics of a question', () => {
  const agreement = (question: string, text: string) => {
    const weights = new Map(
      questionTerms(question).flatMap(({ term, content }) => (content ? [[term, 1]] : [])),
    );
    return focusFinder(weights, null, spellingsOf(question))({ text, heading: '', title: '' }).agrees;
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
