import { describe, expect, it } from 'vitest';
import { findDocumentMentions } from './documentMentions.ts';

describe('a document that is named with its day', () => {
  it.each([
    'Nghị định số 912/2020/NĐ-CP ngày 09 tháng 9 năm 2020 của Chính phủ',
    'Nghị định số 912/2020/NĐ-CP ngày 09tháng 9năm 2020 của Chính phủ',
    'Luật Viên chức mẫu ngày 09 tháng 9 năm 2020;',
    'Luật Viên chức mẫu ngày 09tháng 9 năm 2020;',
  ])('keeps it, also where scanning or an old program lost a space: %s', (text) => {
    expect(findDocumentMentions(text).map(({ target }) => target.issued)).toEqual(['2020-09-09']);
  });
});
