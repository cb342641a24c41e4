import { describe, expect, it } from 'vitest';
import { questionTerms } from './question.ts';

const content = (question: string) =>
  questionTerms(question).flatMap((term) => (term.content ? [term.term] : []));

describe('questionTerms', () => {
  it('tells words that ask from words that say something', () => {
    expect(content('Kinh phí của lớp học là bao nhiêu?')).toEqual([
      'kinh',
      'phi',
      'kinh_phi',
      'lop',
      'hoc',
      'lop_hoc',
    ]);
  });

  it('keeps without diacritics the syllables of other words that read like asking ones', () => {
    expect(content('don vi tu ve cu can bo di hoc the nao')).toEqual(
      content('đơn vị tự vệ cử cán bộ đi học thế nào'),
    );
    expect(content('vi sao khong duoc hoc')).toEqual(['hoc']);
  });

  it('takes a code as a word of its own', () => {
    expect(content('ngạch V.10.10.34')).toContain('v.10.10.34');
  });
});
