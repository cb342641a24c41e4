import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../errors.ts';
import { makeDocx, paragraph, table } from './docx/docx.testing.ts';
import { makeOpenDocument, makePptx, makeXlsx, shape } from './officeXml/office.testing.ts';
import { makePdf, textPage } from './pdf/pdf.testing.ts';
import { type RawEntry, rawZip } from './rawZip.testing.ts';
import { readDocument } from './readDocument.ts';
import { refusalOf } from './refusal.testing.ts';
import { readMember, zipMembers } from './zipArchive.ts';

const words = 'Điều 1. Phạm vi điều chỉnh của quy định mẫu';
const p = `<text:p>${words}</text:p>`;
const sheet = `<table:table><table:table-row><table:table-cell>${p}</table:table-cell></table:table-row></table:table>`;
const frame = `<draw:page><draw:frame><draw:text-box>${p}</draw:text-box></draw:frame></draw:page>`;

/** A good file of each format whose parts are XML, with the part and the elements that can hold each other. */
const samples: readonly (readonly [string, Uint8Array, string, string])[] = [
  ['docx', await makeDocx(paragraph(words) + table([[words, words]])), 'word/document.xml', 'w:sdt'],
  ['odt', makeOpenDocument('text', p), 'content.xml', 'text:section'],
  ['ods', makeOpenDocument('spreadsheet', sheet), 'content.xml', 'table:table-row-group'],
  ['odp', makeOpenDocument('presentation', frame), 'content.xml', 'draw:g'],
  ['pptx', makePptx([shape([words])]), 'ppt/slides/slide1.xml', 'p:grpSp'],
  [
    'xlsx',
    makeXlsx(`<row r="1"><c r="A1" t="inlineStr"><is><t>${words}</t></is></c></row>`),
    'xl/worksheets/sheet1.xml',
    'row',
  ],
];

function entriesOf(
  file: Uint8Array,
): readonly (RawEntry & { readonly name: string; readonly content: Uint8Array })[] {
  const members = zipMembers(file) ?? [];
  return members.map(({ name }) => ({
    name,
    content: readMember(file, members, name, 'x') ?? new Uint8Array(),
  }));
}

/** The file with one part changed. */
function changed(file: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  return rawZip(
    entriesOf(file).map(({ name, content }) => ({
      name,
      content: name === part ? change(Buffer.from(content).toString('utf8')) : content,
    })),
  );
}

function withDoctype(doctype: string) {
  return (xml: string) => xml.replace(/(<\?xml[^>]*\?>)?/, `$1${doctype}`).replace(words, '&e;');
}

/** Text, or a refusal whose sentence names the file; anything else is a fault of ours. */
async function ending(file: Uint8Array, fileName: string): Promise<'text' | KnownError> {
  try {
    const { lines } = await readDocument(file, fileName, { pdftotext: null, tesseract: null });
    expect(lines.length).toBeGreaterThan(0);
    return 'text';
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    expect(error.sentence).toContain(`“${fileName}”`);
    return error;
  }
}

describe.each(samples)('a hostile %s', (format, good, part, element) => {
  const name = `mẫu.${format}`;

  it('is read while it is good', async () => {
    const raw = await readDocument(good, name);
    expect(raw.format).toBe(format);
    expect(raw.lines[0]?.text).toContain(words);
    expect(raw.warnings).toEqual([]);
  });

  it.each([
    ['reads other files', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'],
    ['blows up', `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "${'&a;'.repeat(1000)}">]>`],
    ['calls home', '<!DOCTYPE x SYSTEM "http://mau.invalid/x.dtd">'],
  ])('with a document type that %s is refused', async (_what, doctype) => {
    const refusal = await refusalOf(() => readDocument(changed(good, part, withDoctype(doctype)), name));
    expect(refusal.code).toBe('limit_exceeded');
    expect(refusal.sentence).toContain('thực thể XML');
  });

  it('with elements in each other without end is refused', async () => {
    const deep = changed(good, part, (xml) => {
      const [opening, closing] = [`<${element}>`.repeat(100_000), `</${element}>`.repeat(100_000)];
      return xml.replace(words, `${words}${opening}${closing}`);
    });
    const refusal = await refusalOf(() => readDocument(deep, name));
    expect(refusal.code).toBe('limit_exceeded');
    expect(refusal.sentence).toContain('lồng quá nhiều lớp');
  });

  it('cut off anywhere is refused', async () => {
    for (let tenth = 1; tenth < 10; tenth += 1) {
      const end = await ending(good.subarray(0, Math.floor((good.length * tenth) / 10)), name);
      expect(end).toMatchObject({ code: 'file_unreadable' });
    }
  });

  it('with a part that is not what it says is refused', async () => {
    const lying = (lie: Partial<RawEntry>) =>
      rawZip(entriesOf(good).map((entry) => (entry.name === part ? { ...entry, ...lie } : entry)));
    expect(await ending(lying({ checksum: 1 }), name)).toMatchObject({ code: 'file_unreadable' });
    expect(await ending(lying({ flags: 0x801 }), name)).toMatchObject({ code: 'file_unreadable' });
    expect(await ending(lying({ declaredBytes: 0xffff_fff0 }), name)).toMatchObject({
      code: 'limit_exceeded',
    });
    const packed = Buffer.from([0xff, 0xff, 0xff]);
    expect(await ending(lying({ packed }), name)).toMatchObject({ code: 'file_unreadable' });
  });

  it('with a bit turned anywhere ends in text or a refusal', async () => {
    const places = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(7)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(places, async (turned) => {
        const bytes = Buffer.from(good);
        for (const [at, bit] of turned) bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await ending(bytes, name);
      }),
      { numRuns: 25 },
    );
  });
});

describe('any bytes', () => {
  it('end in text or a refusal, whatever they begin with', async () => {
    const starts = [
      '',
      'PK\x03\x04',
      '<html>',
      '{\\rtf1 ',
      'MIME-Version: 1.0\r\nFrom: a\r\nTo: b\r\n',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    ];
    const bytes = fc.tuple(fc.constantFrom(...starts), fc.uint8Array({ minLength: 1, maxLength: 2_000 }));
    await fc.assert(
      fc.asyncProperty(bytes, async ([start, rest]) => {
        await ending(Buffer.concat([Buffer.from(start, 'latin1'), rest]), 'lạ.bin');
      }),
      { numRuns: 150 },
    );
  });

  it('that are two formats at once are read as what they begin as', async () => {
    const archive = Buffer.from(samples[0]?.[1] ?? []);
    const pdf = await readDocument(
      Buffer.concat([makePdf([textPage(['Quy dinh mau ve boi duong'])]), archive]),
      'a.docx',
    );
    expect(pdf.format).toBe('pdf');
    expect(pdf.warnings.join()).toContain('không khớp nội dung');
    const page = Buffer.concat([Buffer.from(`<!DOCTYPE html><body><p>${words}</p></body>`), archive]);
    expect(await ending(page, 'a.docx')).not.toMatchObject({ code: 'limit_exceeded' });
  });
});
