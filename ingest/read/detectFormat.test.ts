import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { detectFormat } from './detectFormat.ts';
import { makeDocx, paragraph } from './docx/docx.testing.ts';
import { makePdf, textPage } from './pdf/pdf.testing.ts';
import { refusalOf } from './refusal.testing.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding);

function compound(stream: string): Uint8Array {
  return Buffer.concat([
    bytes('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    bytes(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);
}

async function zip(...names: readonly string[]): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, 'x');
  return archive.generateAsync({ type: 'uint8array' });
}

describe('the format of a file', () => {
  it('is told by content before name, with a warning where they differ', async () => {
    const docx = await makeDocx(paragraph('Chữ'));
    expect(detectFormat(docx, 'a.docx')).toEqual({ format: 'docx', warnings: [] });
    const misnamed = detectFormat(docx, 'thư mục/a.pdf');
    expect(misnamed.format).toBe('docx');
    expect(misnamed.warnings[0]).toContain('“a.pdf” không khớp nội dung');
    expect(detectFormat(makePdf([textPage(['x'])]), 'a.doc').format).toBe('pdf');
    expect(detectFormat(bytes('{\\rtf1 x}'), 'a.doc').format).toBe('rtf');
    expect(detectFormat(compound('WordDocument'), 'a.doc')).toEqual({ format: 'doc', warnings: [] });
    expect(detectFormat(compound('Workbook'), 'a.xls').format).toBe('xls');
    expect(detectFormat(compound('PowerPoint Document'), 'a.ppt').format).toBe('ppt');
    expect(detectFormat(bytes('<!DOCTYPE html><p>x'), 'a.txt').format).toBe('html');
    expect(detectFormat(await zip('xl/workbook.xml'), 'a.docx').format).toBe('xlsx');
    expect(detectFormat(await zip('ppt/presentation.xml'), 'a').format).toBe('pptx');
    expect(detectFormat(await zip('content.xml'), 'a.ods').format).toBe('ods');
  });

  it.each([
    ['a.txt', 'Điều 1', 'txt'],
    ['a.md', 'Điều 1', 'md'],
    ['a', '---\ntitle: x\n---\nĐiều 1', 'md'],
    ['a.htm', 'Điều 1<br>', 'html'],
    ['a', 'Điều 1', 'txt'],
    ['a.txt', 'MZ là tên viết tắt', 'txt'],
  ])('falls back to the name for text: %s', (name, text, format) => {
    expect(detectFormat(bytes(text), name).format).toBe(format);
  });
});

describe('text with the head of a letter', () => {
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n';

  it('is a saved web page where a browser or Word says so, or its name does', () => {
    expect(detectFormat(bytes(`From: <Saved by Blink>\r\n${head}\r\n`), 'a').format).toBe('mht');
    expect(detectFormat(bytes(`${head}\r\n--x`), 'a.mht').format).toBe('mht');
    expect(detectFormat(bytes(`${head}\r\n--x`), 'a.doc').format).toBe('mht');
  });

  it('is a letter otherwise, and text where it only looks a little like one', async () => {
    const letter = bytes(`From: a@b.vn\r\nTo: c@d.vn\r\nSubject: x\r\n${head}\r\nChữ`);
    expect((await refusalOf(() => detectFormat(letter, 'a.eml'))).sentence).toContain('thư điện tử');
    expect(detectFormat(bytes('From: a\nTo: b\nSubject: c\nDate: mai\n\nChữ'), 'a.txt').format).toBe('txt');
  });
});

describe('a picture', () => {
  it.each([
    ['a.png', '89504e470d0a1a0a0000000d'],
    ['a.jpg', 'ffd8ffe000104a464946'],
    ['a.tif', '49492a0008000000'],
    ['a.tiff', '4d4d002a00000008'],
  ])('is told by its first bytes: %s', (name, hex) => {
    expect(detectFormat(Buffer.from(hex, 'hex'), name)).toEqual({ format: 'image', warnings: [] });
  });
});

describe('files that cannot be read', () => {
  it.each([
    ['a.mpp', compound('Project'), 'Office đời cũ'],
    ['a.gif', bytes('474946383961010001000000', 'hex'), 'ảnh'],
    ['a.csv', bytes('a,b'), 'CSV'],
    ['a.bin', Buffer.from([1, 2, 0, 0, 0, 5, 6, 0, 1]), 'nhị phân'],
  ])('are named for what they are: %s', async (name, content, seems) => {
    const refusal = await refusalOf(() => detectFormat(content, name));
    expect(refusal.code).toBe('file_unsupported');
    expect(refusal.sentence).toContain(`“${name}”`);
    expect(refusal.sentence).toContain(seems);
    expect(refusal.sentence).toContain('chưa đọc được định dạng này');
    expect(refusal.sentence).toContain('Các định dạng nhận được: PDF, DOCX, DOC, RTF');
  });

  it.each([
    ['xl/workbook.bin', '.xlsb'],
    ['content.xml', 'LibreOffice'],
    ['readme.txt', 'ZIP'],
  ])('are told apart inside a ZIP: %s', async (member, seems) => {
    const content = await zip(member);
    expect((await refusalOf(() => detectFormat(content, 'a.docx'))).sentence).toContain(seems);
  });

  it('say why: empty, locked, cut', async () => {
    expect((await refusalOf(() => detectFormat(new Uint8Array(), 'a.md'))).sentence).toContain('rỗng');
    expect((await refusalOf(() => detectFormat(compound('EncryptedPackage'), 'a.docx'))).sentence).toContain(
      'mật khẩu',
    );
    const cut = (await makeDocx(paragraph('Chữ'))).subarray(0, 200);
    expect((await refusalOf(() => detectFormat(cut, 'a.docx'))).sentence).toContain('cắt cụt');
  });
});
