import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { leaveOut, need } from '../../testing/prerequisites.ts';
import { drawScan, sampleScan } from '../ocr/scan.testing.ts';
import { parseDirective } from '../parseDirective.ts';
import { makeDocx } from './docx/docx.testing.ts';
import { readDocument } from './readDocument.ts';
import { refusalOf } from './refusal.testing.ts';

const expected = {
  number: '45/2026/QĐ-UBND',
  type: 'Quyết định',
  issuer: 'Ủy ban nhân dân tỉnh Lam Giang',
  issued: '2026-05-15',
  effective: '2026-06-01',
};

async function directiveOf(bytes: Uint8Array, fileName: string, tesseract: string | null) {
  const raw = await readDocument(bytes, fileName, { tesseract });
  return { raw, directive: parseDirective(raw, { fileName }) };
}

/** Share of the sample's words that were read as they stand. */
function wordsFound(text: string): number {
  const wanted = sampleScan.body.join(' ').split(' ');
  const found = new Set(text.split(/\s+/));
  return wanted.filter((word) => found.has(word)).length / wanted.length;
}

describe.skipIf(leaveOut('tesseract'))('a picture of a page read by tesseract', () => {
  it.each([
    ['on its side under a red stamp', { turned: 90, stamp: true }],
    [
      'photographed askew on its head in bad light',
      { shadow: true, turned: 178, type: 'image/jpeg' as const },
    ],
  ])('gives header and words %s', async (_, look) => {
    const { raw, directive } = await directiveOf(drawScan(look), 'ảnh.png', need('tesseract'));
    expect(raw.format).toBe('image');
    expect(directive.header).toMatchObject(expected);
    expect(wordsFound(directive.text)).toBeGreaterThan(0.9);
    expect(raw.warnings.join()).toContain('Trang 1 là ảnh quét, được máy nhận dạng chữ');
  });

  it('is read where a Word file is made of it, and told where the file has words of its own', async () => {
    const picture = drawScan();
    const parts = (words: string) =>
      makeDocx(
        `<w:p><w:r><w:t>${words}</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:embed="r1"/></w:drawing></w:r></w:p>`,
        {
          extra: {
            'word/_rels/document.xml.rels':
              '<Relationships><Relationship Id="r1" Target="media/image1.png"/></Relationships>',
            'word/media/image1.png': picture,
          },
        },
      );
    const { raw, directive } = await directiveOf(await parts(''), 'ảnh.docx', need('tesseract'));
    expect([raw.format, directive.header.number]).toEqual(['docx', expected.number]);
    const words = 'Điều 1. Phạm vi điều chỉnh của văn bản này. '.repeat(8);
    const own = await readDocument(await parts(words), 'chữ.docx', { tesseract: need('tesseract') });
    expect(own.lines).toHaveLength(1);
    expect(own.warnings.join()).toContain('1 hình lớn');
  });

  it('gives the pages of a TIFF', async () => {
    const page = await sharp(drawScan()).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    const { width, height } = page.info;
    const tiff = await sharp(Buffer.concat([page.data, page.data]), {
      raw: { width, height: height * 2, channels: 1, pageHeight: height },
    })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const { raw } = await directiveOf(tiff, 'fax.tif', need('tesseract'));
    expect(new Set(raw.lines.map((line) => line.page))).toEqual(new Set([1, 2]));
  });
});

describe('a picture of a page read without any installed program', () => {
  let read: Awaited<ReturnType<typeof directiveOf>>;
  beforeAll(async () => {
    read = await directiveOf(drawScan({ type: 'image/jpeg' }), 'ảnh.jpg', null);
  });

  it('gives header and words', () => {
    expect(read.directive.header).toMatchObject(expected);
    expect(wordsFound(read.directive.text)).toBeGreaterThan(0.9);
  });

  it('refuses a picture without a word, and a broken one', async () => {
    const empty = await sharp({ create: { width: 600, height: 800, channels: 3, background: '#ffffff' } })
      .png()
      .toBuffer();
    const refusal = await refusalOf(() => readDocument(empty, 'trắng.png', { tesseract: null }));
    expect(refusal.sentence).toContain('không đọc được chữ nào');
    const broken = await refusalOf(() =>
      readDocument(drawScan().subarray(0, 2000), 'hỏng.png', { tesseract: null }),
    );
    expect(broken.sentence).toContain('bị hỏng hoặc bị cắt cụt');
  });
});
