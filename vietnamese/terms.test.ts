import { describe, expect, it } from 'vitest';
import { terms } from './terms.ts';
import { cleanText, fold } from './text.ts';

describe('terms of a text', () => {
  it('are folded syllables and the pairs of neighbours', () => {
    expect(terms('Đào tạo cán bộ')).toEqual(['dao', 'tao', 'dao_tao', 'can', 'tao_can', 'bo', 'can_bo']);
  });

  it('do not pair across a full stop or a comma', () => {
    expect(terms('đào tạo, cán bộ')).not.toContain('tao_can');
  });

  it('are the same for NFC, NFD and text without diacritics', () => {
    const text = 'Bồi dưỡng lý luận chính trị cho đối tượng quy hoạch';
    expect(terms(text.normalize('NFD'))).toEqual(terms(text));
    expect(terms(fold(text))).toEqual(terms(text));
  });

  it('are the same for an abbreviation and its long form', () => {
    expect(terms('trung cấp LLCT')).toEqual(terms('trung cấp lý luận chính trị'));
    expect(terms('lớp qp-an đối tượng 4')).toEqual(terms('lớp quốc phòng an ninh đối tượng 4'));
    expect(terms('ubnd xã')).toEqual(terms('Ủy ban nhân dân xã'));
  });

  it('spell lý and lí, quy and qui one way, but keep tay and tai apart', () => {
    expect(terms('lí')).toEqual(terms('lý'));
    expect(terms('qui định')).toEqual(terms('quy định'));
    expect(terms('tay')).not.toEqual(terms('tai'));
  });
});

describe('cleaned text', () => {
  it('has no NUL, lone surrogate, zero-width or bidirectional mark, and is NFC', () => {
    expect(cleanText('a\u0000b\u200bc\ud800d\u202ee')).toBe('abcde');
    expect(cleanText('Việt'.normalize('NFD'))).toBe('Việt');
  });
});
