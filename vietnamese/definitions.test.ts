import { describe, expect, it } from 'vitest';
import { askedDefinitions, definitionTerms } from './definitions.ts';

describe('definitionTerms', () => {
  it('finds what a text defines, with labels, brackets and another name', () => {
    const text = [
      '1. Chức danh lưu động là chức danh được giao theo đợt.',
      'b) “Tổ học tập” được hiểu là nhóm từ năm người.',
      'Sổ theo dõi học tập (sau đây gọi tắt là sổ học) là sổ ghi kết quả.',
    ].join('\n');
    expect(definitionTerms(text)).toEqual([
      '=chuc_danh_luu_dong',
      '=to_hoc_tap',
      '=so_theo_doi_hoc_tap',
      '=so_hoc',
    ]);
  });

  it.each([
    'Hồ sơ nộp chậm nhất là ngày 15.',
    'Việc này không phải là đào tạo.',
    'Đối với viên chức là người dân tộc.',
    'Cán bộ được cử đi học.',
  ])('finds none in %j', (text) => {
    expect(definitionTerms(text)).toEqual([]);
  });
});

describe('askedDefinitions', () => {
  it.each([
    'chức danh lưu động là gì',
    'thế nào là chức danh lưu động?',
    'Khái niệm chức danh lưu động',
    'chức danh lưu động được hiểu như thế nào',
    'chuc danh luu dong la gi',
    'Chức danh lưu động là chức danh được giao theo đợt, đúng hay sai?',
  ])('asks for it in %j', (question) => {
    expect(askedDefinitions(question)).toContainEqual({ term: '=chuc_danh_luu_dong', share: 1 });
  });

  it('asks for a part of the words too, which then counts for less', () => {
    const [, part] = askedDefinitions('tổ học tập lưu động là gì');
    expect(part?.share).toBeLessThan(1);
  });

  it.each(['hồ sơ gồm những gì', 'mỗi năm học mấy ngày', ''])('asks for none in %j', (question) => {
    expect(askedDefinitions(question)).toEqual([]);
  });
});
