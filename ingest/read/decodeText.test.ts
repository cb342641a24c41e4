import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';
import { legacyEncoding } from './legacyEncoding.ts';
import { readDocument } from './readDocument.ts';
import { refusalOf } from './refusal.testing.ts';

const vietnamese =
  'Cơ quan quản lý cử viên chức đi đào tạo, bồi dưỡng theo kế hoạch đã được phê duyệt hằng năm.\nĐơn vị báo cáo kết quả thực hiện.';
const tcvn3 = 'Céng hoµ x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nQuyÕt ®Þnh cña Bé tr­ëng';
const vni =
  'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc\nQuyeát ñònh cuûa Boä tröôûng';

/** Windows-1258 writes most tones as marks of their own behind the vowel. */
const windows1258 = Buffer.from('Quy ðiònh vêÌ ðaÌo taòo, bôÌi dýõÞng viên chýìc', 'latin1');

describe('text files', () => {
  it('are read in UTF-8, with or without a mark, and in UTF-16', () => {
    const utf16be = Buffer.from(`\uFEFF${vietnamese}`, 'utf16le').swap16();
    for (const bytes of [
      Buffer.from(vietnamese),
      Buffer.from(`\uFEFF${vietnamese}`),
      Buffer.from(`\uFEFF${vietnamese}`, 'utf16le'),
      Buffer.from(vietnamese, 'utf16le'),
      utf16be,
    ])
      expect(decodeText(bytes, 'a.txt').text.replace(/^\uFEFF/, '')).toBe(vietnamese);
  });

  it('are read in Windows-1258', () => {
    expect(decodeText(windows1258, 'a.txt').text).toBe('Quy định về đào tạo, bồi dưỡng viên chức');
  });

  it('are read with a warning where a few bytes are broken', () => {
    const bytes = Buffer.concat([Buffer.from(vietnamese), Buffer.from([0xff]), Buffer.from(' hết')]);
    const decoded = decodeText(bytes, 'a.txt');
    expect(decoded.text).toContain('thực hiện.\uFFFD hết');
    expect(decoded.warnings[0]).toContain('1 chỗ');
  });

  it('are refused as broken, not as legacy, where much of their UTF-8 is broken', async () => {
    const bytes = Buffer.from(vietnamese.repeat(3));
    for (let index = 20; index < bytes.length; index += 60) bytes[index] = 0xff;
    expect((await refusalOf(() => decodeText(bytes, 'a.txt'))).sentence).toContain('UTF-8 nhưng bị hỏng');
  });

  it.each([
    ['TCVN3 (ABC)', tcvn3],
    ['VNI', vni],
  ])('in %s are refused by name', async (name, text) => {
    const refusal = await refusalOf(() => decodeText(Buffer.from(text, 'latin1'), 'cũ.txt'));
    expect(refusal.code).toBe('file_unreadable');
    expect(refusal.sentence).toContain(`“cũ.txt” dùng bảng mã cũ ${name}`);
    expect(refusal.sentence).toContain('Unicode');
  });

  it('in an unknown encoding are refused', async () => {
    const bytes = Buffer.from('Größe, Maß, Übung für Öl', 'latin1');
    expect((await refusalOf(() => decodeText(bytes, 'a.txt'))).sentence).toContain('bảng mã');
  });
});

describe('legacy Vietnamese in Unicode clothes', () => {
  it('is told by its letters, also where it is only a part', () => {
    expect(legacyEncoding(tcvn3.split('\n'))).toBe('TCVN3 (ABC)');
    expect(legacyEncoding(vni.split('\n'))).toBe('VNI');
    const good = Array.from({ length: 12 }, () => vietnamese);
    expect(legacyEncoding([...good, tcvn3, tcvn3, tcvn3])).toBe('TCVN3 (ABC)');
  });

  it('is told in the private area of symbol fonts and behind soft hyphens', () => {
    const symbols = [...tcvn3]
      .map((c) => (c >= '\u00A1' && c <= '\u00FF' ? String.fromCharCode(c.charCodeAt(0) + 0xf000) : c))
      .join('');
    expect(legacyEncoding([symbols])).toBe('TCVN3 (ABC)');
  });

  it('is told where Unicode was read as Latin-1 and saved so', () => {
    const twice = new TextDecoder('windows-1252').decode(Buffer.from(vietnamese));
    expect(legacyEncoding(twice.split('\n'))).not.toBeNull();
  });

  it.each([
    ['good Vietnamese', vietnamese],
    ['decomposed Vietnamese', vietnamese.normalize('NFD')],
    [
      'Vietnamese without accents',
      'Co quan quan ly cu vien chuc di dao tao, boi duong theo ke hoach hang nam',
    ],
    ['English', 'The agency shall train its staff; temperatures above 35°C, 10 µm, § 5, Café naïve ©'],
    [
      'French',
      'Le régime français prévoit une année d’études supérieures à l’étranger, où l’élève être reçu',
    ],
    ['German', 'Die Behörde führt für ihre Beschäftigten jährlich Übungen gemäß Beschluss durch'],
    ['mixed with English', `${vietnamese} Training of trainers (ToT), 100 m², ± 5 %`],
  ])('is not suspected in %s', (_, text) => {
    expect(legacyEncoding(text.split('\n'))).toBeNull();
  });

  it('is refused in any format', async () => {
    const html = `<html><head><meta charset="utf-8"></head><body><p>${vni}</p></body></html>`;
    expect((await refusalOf(() => readDocument(Buffer.from(html), 'a.html'))).sentence).toContain('VNI');
  });
});

describe('text without words', () => {
  it('is refused', async () => {
    expect((await refusalOf(() => readDocument(Buffer.from(' \n --- \n'), 'a.txt'))).sentence).toContain(
      'không có chữ nào',
    );
  });

  it('loses NUL and lone surrogates, for no database takes them', async () => {
    const utf16 = Buffer.from('\uFEFFĐiều 1\u0000 hết\uD800.\nHai dòng', 'utf16le');
    const raw = await readDocument(utf16, 'a.txt');
    expect(raw.lines.map((line) => line.text)).toEqual(['Điều 1 hết\uFFFD.', 'Hai dòng']);
  });
});
