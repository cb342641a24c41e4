import { describe, expect, it } from 'vitest';
import { makeDocx, paragraph, table } from './docx/docx.testing.ts';
import { readDocument } from './readDocument.ts';

const run = (text: string, font: string) =>
  `<w:r><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr>${text}</w:r>`;

describe('legacy letters in markup', () => {
  it('become Unicode in a Word file before its tables are told from its head', async () => {
    const head = `<w:p>${run('<w:t>Céng hoµ x· héi chñ nghÜa ViÖt Nam</w:t>', '.VnTimeH')}</w:p>`;
    const body =
      table([[paragraph('ChÝnh phñ'), head]]) +
      `<w:p>${run('<w:t>c¬ quan nhµ n</w:t><w:softHyphen/><w:t>íc, ng</w:t><w:softHyphen/><w:t>êi ®øng ®Çu</w:t>', '.VnTime')}</w:p>`;
    const raw = await readDocument(await makeDocx(body), 'a.docx');
    expect(raw.lines.map(({ role, text }) => `${role}: ${text}`)).toEqual([
      'paragraph: Chính phủ',
      'blank: ',
      'paragraph: CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'blank: ',
      'paragraph: cơ quan nhà nước, người đứng đầu',
    ]);
    expect(raw.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });

  it('become Unicode in a page, capitals by the font that it names', async () => {
    const page =
      '<html><body><p><font face=".VnTimeH">nghÞ ®Þnh</font></p><p>VÒ viÖc ®µo t¹o, båi d&shy;ìng c¸n bé</p></body></html>';
    const raw = await readDocument(Buffer.from(page), 'a.html');
    expect(raw.lines.map((line) => line.text)).toEqual(['NGHỊ ĐỊNH', 'Về việc đào tạo, bồi dưỡng cán bộ']);
    expect(raw.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });
});
