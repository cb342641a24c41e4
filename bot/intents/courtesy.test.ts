import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutCourtesy } from './courtesy.ts';
import { recognise } from './recognise.ts';

const written = (text: string) => withoutCourtesy(text).written.join(' ');

describe('courtesy around a wish', () => {
  it.each([
    ['Dạ em còn thiếu gì ạ?', 'em còn thiếu gì'],
    ['ad ơi cho em hỏi chút, em thiếu gì vậy ạ', 'em thiếu gì'],
    ['Chào anh Minh, hồ sơ của tôi', 'hồ sơ của tôi'],
    ['nhờ bạn mở hồ sơ của tôi giúp', 'mở hồ sơ của tôi'],
    ['vui lòng xóa giúp tôi dữ liệu của tôi nhé', 'xóa dữ liệu của tôi'],
    ['bảng chỉ tiêu, em cảm ơn nhiều ạ', 'bảng chỉ tiêu'],
    ['a/c cho e hỏi e thiếu j', 'em thiếu gì'],
    ['đ/c Bình thiếu gì', 'đồng chí bình thiếu gì'],
    ['mk đủ đk chưa', 'mình đủ điều kiện chưa'],
    ['Xin chào!', ''],
    ['cảm ơn ạ', ''],
  ])('goes: “%s”', (text, rest) => {
    expect(written(text)).toBe(rest);
  });

  it.each(['hội nông dân', 'nhà ở', 'đa khoa', 'ban chỉ huy quân sự', 'hồ sơ tuyển dụng'])(
    'is told from other words with the same letters: “%s”',
    (text) => {
      expect(written(text)).toBe(text);
    },
  );

  it('changes nothing of what is wished', () => {
    const wish = fc.constantFrom(
      'tôi còn thiếu gì',
      'hồ sơ của tôi',
      'tôi còn thiếu gì để lên chuyên viên chính',
      'chị Mai còn thiếu gì',
      'ai còn thiếu trung cấp LLCT',
      'thống kê theo độ tuổi',
      'khi nào tôi phải học lại QPAN',
    );
    const before = fc.constantFrom(
      '',
      'dạ ',
      'ad ơi ',
      'chào bạn, ',
      'cho em hỏi ',
      'vui lòng cho biết ',
      'giúp em ',
    );
    const after = fc.constantFrom(
      '',
      ' ạ',
      ' vậy ạ',
      ' với',
      ' nhé',
      ' giúp em',
      ' đi',
      ' cảm ơn',
      '!!!',
      ' 😊',
    );
    fc.assert(
      fc.property(before, before, wish, after, after, (first, second, text, third, last) => {
        expect(recognise(`${first}${second}${text}${third}${last}`)).toEqual(recognise(text));
      }),
    );
  });
});
