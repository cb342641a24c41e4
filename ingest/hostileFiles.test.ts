import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ParsedDirective } from '../domain/directive.ts';
import { KnownError } from '../errors.ts';
import { testLimits } from './containers/limits.testing.ts';
import { unpackAll } from './containers/unpackAll.ts';
import { unpackFile } from './containers/unpackFile.ts';
import { parseFile } from './parseFile.ts';
import { makeXlsx } from './read/officeXml/office.testing.ts';
import { makePdf, textPage } from './read/pdf/pdf.testing.ts';
import { type RawEntry, rawZip } from './read/rawZip.testing.ts';
import { readDocument } from './read/readDocument.ts';
import { refusalOf } from './read/refusal.testing.ts';

const megabyte = 1024 * 1024;
const before = process.env.TMPDIR;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hostile-test-'));
  process.env.TMPDIR = folder;
});

afterAll(async () => {
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  await rm(folder, { recursive: true, force: true });
});

/** A directive, or the refusal that names the file; nothing is left behind. */
async function ending(bytes: Uint8Array, fileName: string): Promise<ParsedDirective | KnownError> {
  const result = await parseFile(bytes, fileName, testLimits).catch((error: unknown) => error);
  expect(await readdir(folder)).toEqual([]);
  if (!(result instanceof Error)) return result as ParsedDirective;
  if (!(result instanceof KnownError)) throw result;
  expect(result.sentence).toContain(`“${fileName}”`);
  return result;
}

/** A PDF of these objects, the first of which is its catalogue. */
function rawPdf(objects: readonly string[], trailer = ''): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

const stream = (dictionary: string, content: string) =>
  `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
const catalog = '<</Type/Catalog/Pages 2 0 R>>';
const onePage = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const sentence =
  'BT /F1 12 Tf 72 700 Td (Quy dinh mau ve boi duong can bo, cong chuc cua tinh Lam Giang) Tj ET';
const font = '/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
const page = (box: string, more = '') =>
  `<</Type/Page/Parent 2 0 R/MediaBox${box}/Contents 4 0 R/Resources<<${font}${more}>>>>`;

const pdfs: readonly (readonly [string, () => Uint8Array])[] = [
  [
    'a loop in its tree of pages',
    () =>
      rawPdf([
        catalog,
        '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9999999>>',
        '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 5>>',
      ]),
  ],
  [
    'a loop in its tables of objects',
    () => rawPdf([catalog, onePage, page('[0 0 595 842]'), stream('', sentence)], '/Prev 9'),
  ],
  [
    'a page as large as a country',
    () => rawPdf([catalog, onePage, page('[0 0 9e9 9e9]'), stream('', sentence)]),
  ],
  [
    'forms that draw themselves',
    () =>
      rawPdf([
        catalog,
        onePage,
        page('[0 0 595 842]', '/XObject<</A 5 0 R/B 6 0 R>>'),
        stream('', `${sentence} /A Do`),
        stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</B 6 0 R>>>>', '/B Do /B Do'),
        stream('/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 5 0 R>>>>', '/A Do /A Do'),
      ]),
  ],
  ['its second half cut off', () => makePdf([textPage(['Quy dinh mau'])]).subarray(0, 700)],
];

describe('a malformed PDF', () => {
  it.each(pdfs)('with %s ends in text or a refusal', async (_what, make) => {
    const end = await ending(make(), 'xấu.pdf');
    if (end instanceof KnownError) expect(end.code).toMatch(/^file_unreadable$|^limit_exceeded$/);
    else expect(end.text).toContain('Quy dinh');
  });
});

/** A picture that says it is this large; its points are missing or all alike. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(8, 8);
  const data = deflateSync(Buffer.alloc(megabyte));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a picture', () => {
  it('that says it is 60,000 points wide and high is refused', async () => {
    expect(await ending(png(60_000, 60_000), 'ảnh.png')).toMatchObject({ code: 'limit_exceeded' });
  });
});

describe('a workbook', () => {
  it('whose cells lie at the ends of the sheet is read like any other', async () => {
    const cell = (at: string) => `<c r="${at}" t="inlineStr"><is><t>Quy định mẫu</t></is></c>`;
    const rows = `<row r="1">${cell('A1')}</row><row r="1048576">${cell('B1048576')}${cell('XFD1048576')}</row>`;
    const end = await ending(makeXlsx(rows), 'xa.xlsx');
    expect(end).toMatchObject({ format: 'xlsx', text: 'Quy định mẫu\n| Quy định mẫu | Quy định mẫu' });
  });

  it('that repeats one long text without end is stopped', async () => {
    const long = `<si><t>${'quy định '.repeat(3_000)}</t></si>`;
    const rows = Array.from({ length: 500 }, () => '<row><c t="s"><v>0</v></c></row>').join('');
    const made = makeXlsx(rows, long);
    expect(await ending(made, 'lặp.xlsx')).toMatchObject({
      code: 'limit_exceeded',
      sentence: expect.stringContaining('10 triệu chữ'),
    });
  });
});

describe('an archive that is built to burst', () => {
  const zeros = Buffer.alloc(4 * megabyte);
  const refused = async (archive: Buffer) =>
    refusalOf(() => unpackAll(archive, 'bom.zip', testLimits.fileBytes));

  it('by one member is read without it', async () => {
    const archive = rawZip([
      { name: 'bom.txt', content: Buffer.alloc(16 * megabyte) },
      { name: 'văn bản.txt', content: 'Điều 1. Phạm vi' },
    ]);
    const unpacked = await unpackAll(archive, 'bom.zip', testLimits.fileBytes);
    expect(unpacked?.members.map(({ refusal }) => refusal)).toEqual([
      expect.stringContaining('nén bất thường'),
      null,
    ]);
  });

  it('by many members, by members in members and by members that share their bytes is refused', async () => {
    const flat = rawZip(Array.from({ length: 45 }, (_, at) => ({ name: `${at}.txt`, content: zeros })));
    expect((await refused(flat)).sentence).toContain('bung ra hơn 160 MB');
    const inner = rawZip(Array.from({ length: 15 }, (_, at) => ({ name: `${at}.txt`, content: zeros })));
    const nested = rawZip(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.zip`, content: inner })));
    expect((await refused(nested)).sentence).toContain('bung ra hơn 160 MB');
    const first: RawEntry = { name: 'a.txt', content: 'Điều 1. Phạm vi' };
    const shared = rawZip([
      first,
      ...Array.from({ length: 9 }, (_, at) => ({ ...first, name: `${at}.txt`, offset: 0 })),
    ]);
    expect((await refused(shared)).sentence).toContain('chồng lên nhau');
    const many = rawZip(Array.from({ length: 201 }, (_, at) => ({ name: `${at}.txt`, content: 'x' })));
    expect((await refused(many)).sentence).toContain('chứa hơn 200 tệp');
    expect((await refused(rawZip([{ ...first, declaredBytes: 0xffff_fff0 }]))).code).toBe('limit_exceeded');
  });

  it('is refused by the service with the same words, and nothing is left', async () => {
    const flat = rawZip(Array.from({ length: 45 }, (_, at) => ({ name: `${at}.txt`, content: zeros })));
    const refusal = await refusalOf(() => unpackFile(flat, 'bom.zip', testLimits));
    expect(refusal).toMatchObject({ name: 'KnownError', code: 'limit_exceeded' });
    expect(refusal.sentence).toContain('“bom.zip”');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused when it is cut off before its only document is whole, and gives that when it is cut off behind', async () => {
    const content = 'Điều 1. Phạm vi '.repeat(50);
    const archive = rawZip([{ name: 'a.txt', content }]);
    const directory = archive.indexOf('PK\u0001\u0002', 0, 'latin1');
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const cut = archive.subarray(0, Math.floor((archive.length * tenth) / 10));
      const left = await unpackAll(cut, 'cụt.zip', testLimits.fileBytes);
      if (cut.length < directory) expect(left).toBeNull();
      else {
        expect(left?.members.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([content]);
        expect(left?.warnings).toEqual([expect.stringContaining('thiếu phần cuối')]);
      }
      expect((await refusalOf(() => readDocument(cut, 'cụt.zip'))).code).toBe('file_unreadable');
    }
  });
});

describe('a letter that holds itself', () => {
  const head = 'From: a@mau.vn\r\nTo: b@mau.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n';

  it('is opened down to a depth', async () => {
    let letter = `${head}Content-Type: text/plain\r\n\r\nx`;
    for (let depth = 0; depth < 200; depth += 1)
      letter = `${head}Content-Type: multipart/mixed; boundary="r${depth}"\r\n\r\n--r${depth}\r\nContent-Type: message/rfc822\r\n\r\n${letter}\r\n--r${depth}--\r\n`;
    const unpacked = await unpackAll(Buffer.from(letter), 'thư.eml', testLimits.fileBytes);
    expect(unpacked?.members).toHaveLength(1);
    expect(unpacked?.members[0]?.refusal).toContain('quá nhiều lớp');
  });

  it('is refused when its parts lie in each other without end', async () => {
    const parts = Array.from(
      { length: 20_000 },
      (_, at) => `Content-Type: multipart/mixed; boundary="r${at}"\r\n\r\n--r${at}\r\n`,
    );
    const letter = Buffer.from(head + parts.join(''));
    const refusal = await refusalOf(() => unpackAll(letter, 'thư.eml', testLimits.fileBytes));
    expect(refusal.sentence).toContain('thư điện tử');
  });
});
