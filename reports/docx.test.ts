import { DOMParser } from '@xmldom/xmldom';
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { HOSTILE_TEXTS, sampleReport } from './report.testing.ts';
import type { Report } from './report.ts';
import { writeDocx } from './writeReport.ts';

/** The parts of a document as text, by their names within the archive. */
async function unpacked(report: Report): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(await writeDocx(report));
  const parts = new Map<string, string>();
  for (const [name, file] of Object.entries(zip.files)) {
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, await file.async('string'));
  }
  return parts;
}

async function bodyOf(report: Report): Promise<string> {
  return (await unpacked(report)).get('word/document.xml') ?? '';
}

/** The words of each paragraph. */
function paragraphsOf(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
}

function paragraphWith(xml: string, words: string): string {
  const found = [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)].find(([text]) => text.includes(words));
  if (found === undefined) throw new Error(`no paragraph says ${words}`);
  return found[0];
}

test('a party office writes under the head of the Party', async () => {
  const words = paragraphsOf(await bodyOf(sampleReport()));
  expect(words).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
  expect(words.join('\n')).not.toContain('CỘNG HÒA');
  expect(words.slice(0, 2)).toEqual(['TỈNH ỦY LAM GIANG', 'BAN TỔ CHỨC']);
  expect(words).toContain('Lam Giang, ngày 22 tháng 11 năm 2026');
});

test('a state office writes under the name of the State and its motto', async () => {
  const words = paragraphsOf(
    await bodyOf(sampleReport({ superior: 'ỦY BAN NHÂN DÂN TỈNH LAM GIANG', office: 'SỞ NỘI VỤ' })),
  );
  expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(words).toContain('Độc lập - Tự do - Hạnh phúc');
  expect(words).not.toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
});

test('the office is bold above a left-blank number, the date in italics, kind and title bold and centred', async () => {
  const xml = await bodyOf(sampleReport());
  expect(paragraphWith(xml, 'BAN TỔ CHỨC')).toContain('<w:b/>');
  expect(paragraphWith(xml, 'TỈNH ỦY')).not.toContain('<w:b/>');
  expect(paragraphsOf(xml).find((text) => text.startsWith('Số  '))).toMatch(/^Số\s+-…+$/);
  expect(paragraphWith(xml, 'ngày 22 tháng 11')).toContain('<w:i/>');
  for (const words of ['BÁO CÁO', 'Kết quả thực hiện']) {
    expect(paragraphWith(xml, words)).toContain('<w:b/>');
    expect(paragraphWith(xml, words)).toContain('<w:jc w:val="center"/>');
  }
});

test('the mark stands framed under the title and on every following page', async () => {
  const parts = await unpacked(sampleReport());
  expect(paragraphWith(parts.get('word/document.xml') ?? '', 'CHƯA THẨM ĐỊNH')).toContain('<w:pBdr>');
  const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, xml]) => xml);
  expect(headers.filter((xml) => xml.includes('CHƯA THẨM ĐỊNH'))).toHaveLength(1);
  const plain = await unpacked(sampleReport({ mark: null }));
  expect([...plain.values()].join('')).not.toContain('THẨM ĐỊNH');
});

test('pages are A4 with the margins of offices, numbered in the middle of the top from the second on', async () => {
  const parts = await unpacked(sampleReport());
  const xml = parts.get('word/document.xml') ?? '';
  expect(xml).toMatch(/<w:pgSz w:w="11905" w:h="16837"|<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/<w:pgMar w:top="1133" w:right="850" w:bottom="1133" w:left="1700"/);
  expect(xml).toContain('<w:titlePg/>');
  const numbered = [...parts].filter(
    ([name, text]) => name.startsWith('word/header') && text.includes('PAGE'),
  );
  expect(numbered).toHaveLength(1);
  expect(numbered[0]?.[1]).toContain('<w:jc w:val="center"/>');
});

test('the body is Times New Roman of 14 points, justified, its first line indented', async () => {
  const parts = await unpacked(sampleReport());
  expect(parts.get('word/styles.xml')).toMatch(/<w:docDefaults>.*Times New Roman.*<w:sz w:val="28"\/>/s);
  const paragraph = paragraphWith(parts.get('word/document.xml') ?? '', 'Số liệu tính đến');
  expect(paragraph).toContain('<w:jc w:val="both"/>');
  expect(paragraph).toMatch(/<w:ind [^>]*w:firstLine="720"/);
});

test('a table repeats its header, has borders, and figures at the right with the decimal comma', async () => {
  const xml = await bodyOf(sampleReport());
  expect(xml).toContain('<w:tblHeader/>');
  expect(xml).toMatch(/<w:insideV w:val="single"/);
  const words = paragraphsOf(xml);
  expect(words).toEqual(expect.arrayContaining(['1.139', '69,50', '05/01/2026']));
  expect(paragraphWith(xml, '69,50')).toContain('<w:jc w:val="right"/>');
  expect(paragraphWith(xml, '69,50')).toContain('<w:sz w:val="24"/>');
});

test('a table of more than six columns lies on wide pages, and what follows stands upright again', async () => {
  const table = (columns: number) => ({
    title: `Bảng ${columns} cột`,
    columns: Array.from({ length: columns }, (_, at) => ({ label: `Cột ${at}`, kind: 'text' as const })),
    rows: [Array.from({ length: columns }, () => 'chữ')],
  });
  const orientations = async (...columns: readonly number[]) => {
    const xml = await bodyOf(sampleReport({ tables: columns.map(table) }));
    return [...xml.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, orientation]) => orientation);
  };
  expect(await orientations(6)).toEqual(['portrait']);
  expect(await orientations(8)).toEqual(['portrait', 'landscape']);
  expect(await orientations(8, 9, 7)).toEqual(['portrait', 'landscape', 'portrait']);
});

test('columns fill the line exactly, and no word of usual length is broken', async () => {
  const tables = [
    {
      title: 't',
      columns: ['TT', 'Mã', 'Họ và tên', 'Thiếu'].map((label) => ({ label, kind: 'text' as const })),
      rows: [['1', 'LG-0100', 'Nguyễn Thị Mẫu', 'Trung cấp lý luận chính trị '.repeat(20)]],
    },
  ];
  const xml = await bodyOf(sampleReport({ tables }));
  const grid =
    /<w:tblGrid>((?:(?!<w:tblGrid>).)*?)<\/w:tblGrid>(?:(?!<w:tblGrid>).)*LG-0100/s.exec(xml)?.[1] ?? '';
  const widths = [...grid.matchAll(/w:w="(\d+)"/g)].map(([, width]) => Number(width));
  expect(widths).toHaveLength(4);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11905 - 1700 - 850);
  // LG-0100 in 12 points takes about 49 points.
  expect(widths[1]).toBeGreaterThan(49 * 20 + 160);
});

test('sources, recipients and the place of the signature stand in the document', async () => {
  const words = paragraphsOf(await bodyOf(sampleReport()));
  expect(words).toEqual(
    expect.arrayContaining(['Căn cứ:', '- Điều 5 Quyết định 958/2026/QĐ-UBND', 'Nơi nhận:']),
  );
  expect(words.indexOf('Nơi nhận:')).toBeGreaterThan(words.indexOf('Bảng chỉ tiêu'));
  expect(words).toContain('THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ');
  expect(paragraphsOf(await bodyOf(sampleReport({ sources: [] })))).not.toContain('Căn cứ:');
});

test('a table without rows says so', async () => {
  const tables = [{ title: 't', columns: [{ label: 'a', kind: 'text' as const }], rows: [] }];
  expect(paragraphsOf(await bodyOf(sampleReport({ tables })))).toContain('Không có dòng nào.');
});

test('hostile texts leave well-formed files whose words are in NFC', async () => {
  const [first = ''] = HOSTILE_TEXTS;
  const parts = await unpacked(
    sampleReport({
      superior: first,
      office: first,
      place: first,
      date: first,
      kind: first,
      title: HOSTILE_TEXTS[7] ?? '',
      mark: HOSTILE_TEXTS[8] ?? '',
      paragraphs: HOSTILE_TEXTS,
      sources: HOSTILE_TEXTS,
      tables: [
        {
          title: HOSTILE_TEXTS[1] ?? '',
          columns: [{ label: first, kind: 'text' }],
          rows: HOSTILE_TEXTS.map((text) => [text]),
        },
      ],
    }),
  );
  const problems: string[] = [];
  for (const [name, xml] of parts) {
    new DOMParser({ onError: (_level, message) => problems.push(`${name}: ${message}`) }).parseFromString(
      xml,
      'text/xml',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(xml.isWellFormed()).toBe(true);
    expect(xml.normalize('NFC')).toBe(xml);
  }
  expect(problems).toEqual([]);
  const body = parts.get('word/document.xml') ?? '';
  expect(body).toContain('&lt;script&gt;');
  expect(body).toContain('Nguyễn');
  expect(paragraphWith(body, 'dòng một')).toContain('<w:br/>');
});
