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

  it('leave the letters of a document number as they stand', () => {
    expect(terms('12/2020/TT-BNV')).toEqual(terms('12/2020/tt-bnv'));
    expect(terms('12/2020/TT-BNV')).toContain('tt_bnv');
    expect(terms('số 12/2010/TT- BCT ngày')).not.toContain('chinh_tri');
    expect(terms('57-QĐ/TW')).toEqual(['57', 'qd', '57_qd', 'tw', 'qd_tw']);
    expect(terms('mẫu TP-CC-10')).not.toContain('thanh_pho');
  });

  it('take a short form that is also a word only where it is none', () => {
    expect(terms('tt 15/2026')).toEqual(terms('thông tư 15/2026'));
    expect(terms('kh số 912')).toEqual(terms('kế hoạch số 912'));
    expect(terms('tt văn thư')).toContain('tt');
    expect(terms('nđ mới')).toEqual(terms('nghị định mới'));
    expect(terms('nd mới')).toContain('nd');
    expect(terms('CTr hành động')).toEqual(terms('chương trình hành động'));
    expect(terms('th nào')).toContain('th');
  });

  it('keep the comma of a long form', () => {
    expect(terms('CBCCVC')).toEqual(terms('cán bộ, công chức, viên chức'));
    expect(terms('CB, CC, VC')).toEqual(terms('CBCCVC'));
  });

  it('read a Roman numeral where one counts', () => {
    expect(terms('giảng viên hạng III')).toEqual(terms('giảng viên hạng 3'));
    expect(terms('công trình cấp iv')).toEqual(terms('công trình cấp 4'));
    expect(terms('dự án nhóm C')).toContain('nhom_c');
    expect(terms('xử lý VI PHẠM')).toContain('vi_pham');
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
