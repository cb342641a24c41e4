import { describe, expect, it } from 'vitest';
import { mayLink, readLinkCode } from './linkCode.ts';

describe('reading a link code', () => {
  it.each([
    'ABCD-2345',
    'abcd2345',
    ' abcd 2345 ',
    'ABCD–2345',
    'ABCD - 2345',
    'ＡＢＣＤ-２３４５',
    '/lienket ABCD-2345',
    'Mã liên kết của anh là ABCD-2345.',
    'mã: abcd2345, dùng trong 24 giờ',
    'A B C D 2 3 4 5',
  ])('finds it in “%s”', (written) => {
    expect(readLinkCode(written)).toBe('ABCD-2345');
  });

  it.each(['', 'ABCD', 'ABCD-23456', 'ABCD-234', 'liên kết hồ sơ', 'ABCD-2345 hay WXYZ-6789', 'Đoàn-2345'])(
    'finds none in “%s”',
    (written) => {
      expect(readLinkCode(written)).toBeNull();
    },
  );
});

describe('telling whether a message may link', () => {
  it.each([
    '/lienket ABCD-2345',
    '/dongy ABCD-2345',
    'liên kết hồ sơ',
    'lien ket ABCD2345',
    'tôi muốn đăng nhập',
    'ABCD-2345',
    'liên kết'.normalize('NFD'),
  ])('“%s” may', (text) => {
    expect(mayLink(text)).toBe(true);
  });

  it.each(['tôi còn thiếu gì', 'Nghị định 2026 nói gì?', 'điều 5', '/vanban'])('“%s” does not', (text) => {
    expect(mayLink(text)).toBe(false);
  });
});
