import { describe, expect, it } from 'vitest';
import { syllablePairs } from '../../vietnamese/syllablePairs.ts';
import { agreedWords } from './agreedWords.ts';
import type { OcrWord } from './engine/ocrEngine.ts';

const pairs = syllablePairs('thúc:đẩy\nđẩy:mạnh\nchính:quyền\nquyền:địa');

/** Words beside each other, each as wide as it is written, in a row at a height. */
function row(text: string, top = 100, confidence = 90): readonly OcrWord[] {
  let left = 50;
  return text.split(' ').map((word) => {
    const box = { left, right: left + word.length * 14, top, bottom: top + 30 };
    left = box.right + 10;
    return { text: word, ...box, confidence, line: top };
  });
}

const texts = (first: readonly OcrWord[], ...others: readonly (readonly OcrWord[])[]) =>
  agreedWords(first, others, pairs)
    .map(({ text }) => text)
    .join(' ');

describe('several readings of a page', () => {
  it('outvote a misreading, whatever the words were parted into', () => {
    expect(texts(row('số 92/TT r-UBND ngày'), row('số 92/TTr-UBND ngày'), row('số 92/TTr-UBND ngày'))).toBe(
      'số 92/TTr-UBND ngày',
    );
  });

  it('are weighed by what fits between its neighbours, and by what can be spelled', () => {
    expect(texts(row('thúc đây mạnh'), row('thúc đẩy mạnh'))).toBe('thúc đẩy mạnh');
    expect(texts(row('tinh hoa'), row('tnh hoa'))).toBe('tinh hoa');
  });

  it('are one word where a stroke under it makes its box higher in some', () => {
    const tall = row('nhân dân').map((word, index) => (index === 1 ? { ...word, bottom: 165 } : word));
    expect(texts(row('nhân dân'), tall, tall)).toBe('nhân dân');
  });

  it('keep a word to its line where its box reaches into the one below', () => {
    const below = row('số quy định', 150).map((word) => ({ ...word, top: word.top - 4 }));
    const first = [...row('Bộ Công Thương sửa'), ...below];
    const stretched = row('Bộ Công Thương sửa').map((word, index) =>
      index === 2 ? { ...word, bottom: 168 } : word,
    );
    const other = [...stretched, ...below];
    expect(texts(first, other, other)).toBe('Bộ Công Thương sửa số quy định');
  });

  it('leave out a speck that one of them takes for a figure', () => {
    const first = row('ngày 21 2 tháng').map((word) =>
      word.text === '2' ? { ...word, top: 126, bottom: 134 } : word,
    );
    expect(texts(first, row('ngày 21'), row('ngày 21'))).toBe('ngày 21 tháng');
  });

  it('leave what only one of them has to the first', () => {
    expect(texts(row('Lớp học'), row('Lớp học số 7', 100, 95))).toBe('Lớp học');
  });

  it('leave out a line that each reads otherwise, and surely none does', () => {
    expect(texts(row('TT9Ï', 20, 53), row('T1TĐï', 20, 14), row('TfĐÏ', 20, 59))).toBe('');
    expect(texts(row('Mẫu số', 20, 53), row('Mẫu sô', 20, 14))).toBe('Mẫu số');
  });

  it('add a line that the first missed and two others have, except in the place of a stamp', () => {
    const [first, other] = [row('Điều 1'), [...row('Điều 1'), ...row('KT. CHỦ TỊCH', 300)]];
    expect(texts(first, other, other)).toBe('Điều 1 KT. CHỦ TỊCH');
    const foreign = agreedWords(first, [other, other], pairs, row('ĐẾN NGÀY BA', 300));
    expect(foreign).toHaveLength(2);
  });
});
