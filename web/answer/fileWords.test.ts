import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileKind, sizeOfBase64, sizeWords } from './fileWords.ts';

describe('words for a file', () => {
  it.each([
    ['bao-cao.xlsx', 'Bảng tính Excel'],
    ['BAO-CAO.DOCX', 'Văn bản Word'],
    ['du-lieu.json', 'Dữ liệu JSON'],
    ['la.xyz', 'Tệp XYZ'],
    ['la.constructor', 'Tệp'],
    ['la.toString', 'Tệp TOSTRING'],
    ['khong-duoi', 'Tệp'],
    ['', 'Tệp'],
  ])('calls “%s” “%s”', (name, kind) => {
    expect(fileKind(name)).toBe(kind);
  });

  it('reckons the size without decoding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(sizeOfBase64(Buffer.from(bytes).toString('base64'))).toBe(bytes.length);
      }),
    );
  });

  it.each([
    [0, '0 byte'],
    [1023, '1023 byte'],
    [1024, '1 KB'],
    [14_337, '14 KB'],
    [1_468_006, '1,4 MB'],
  ])('writes %d bytes as “%s”', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
