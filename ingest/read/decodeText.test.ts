import { describe, expect, it } from 'vitest';
import { decodeText } from './decodeText.ts';
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

  it.each([
    ['Windows-1258', windows1258, 'Quy định về đào tạo, bồi dưỡng viên chức'],
    ['TCVN3 (ABC)', Buffer.from(tcvn3, 'latin1'), 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
    ['VNI', Buffer.from(vni, 'latin1'), 'Cộng hòa xã hội chủ nghĩa Việt Nam'],
  ])('are read in %s, which is told', async (name, bytes, first) => {
    const raw = await readDocument(bytes, 'cũ.txt');
    expect(raw.lines[0]?.text).toBe(first);
    expect(raw.warnings).toHaveLength(1);
    expect(raw.warnings[0]).toContain(name);
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

  it('in an unknown encoding are refused', async () => {
    const bytes = Buffer.from('Größe, Maß, Übung für Öl', 'latin1');
    expect((await refusalOf(() => decodeText(bytes, 'a.txt'))).sentence).toContain('bảng mã');
  });
});

describe('legacy Vietnamese in Unicode clothes', () => {
  it('is converted in any format, entities and all', async () => {
    const entities = vni.replaceAll('ö', '&ouml;');
    const html = `<html><head><meta charset="utf-8"></head><body><p>${entities}</p></body></html>`;
    const raw = await readDocument(Buffer.from(html), 'a.html');
    expect(raw.lines.map((line) => line.text).join(' ')).toContain('Quyết định của Bộ trưởng');
  });

  it('is converted where only a part was pasted in', async () => {
    const good = Array.from({ length: 12 }, () => vietnamese);
    const raw = await readDocument(Buffer.from([...good, tcvn3, ...good].join('\n')), 'a.md');
    const text = raw.lines.map((line) => line.text).join('\n');
    expect(text).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(text.split(vietnamese)).toHaveLength(25);
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
