import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeCitation } from '../domain/citation.ts';
import { cite } from '../domain/cite.ts';
import type { ParsedDirective, StoredDirective } from '../domain/directive.ts';
import { parseDirective } from './parseDirective.ts';
import { makeDocx, paragraph, table } from './read/docx/docx.testing.ts';
import { readDocument } from './read/readDocument.ts';

const rows = [
  ['TT', 'Đơn vị', 'Số lớp', 'Số lượt người'],
  ['1', 'Sở Nội vụ', '4', '200'],
  ['2', 'Trường Chính trị tỉnh', '12', '600'],
  ['3', 'Phường Nam Lam', '5', '250'],
] as const;

async function docx(): Promise<Uint8Array> {
  const lines = [
    'Số: 912/KH-UBND',
    'KẾ HOẠCH',
    'Đào tạo, bồi dưỡng năm 2026',
    '1. Mở các lớp theo Phụ lục I kèm theo.',
    'PHỤ LỤC I',
    'CHỈ TIÊU MỞ LỚP',
  ];
  return makeDocx(lines.map((line) => paragraph(line)).join('') + table(rows) + paragraph('Ghi chú: không.'));
}

async function xlsx(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Chỉ tiêu');
  for (const line of ['Số: 912/KH-UBND', 'KẾ HOẠCH', 'Chỉ tiêu mở lớp năm 2026']) sheet.addRow([line]);
  for (const row of rows) sheet.addRow([...row]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function stored(parsed: ParsedDirective, fileName: string): StoredDirective {
  const provisions = parsed.provisions.map((provision, id) => ({ ...provision, id }));
  return { ...parsed, id: 1, fileName, sample: true, provisions };
}

/** What the citation of the given words says, their last occurrence in the file. */
async function cited(bytes: Uint8Array, fileName: string, words: string): Promise<string> {
  const parsed = parseDirective(await readDocument(bytes, fileName), { fileName });
  const directive = stored(parsed, fileName);
  const start = directive.text.lastIndexOf(words);
  const inside = directive.provisions.filter(
    (provision) => provision.start <= start && start < provision.end,
  );
  const span = { provision: inside.at(-1) ?? null, start, end: start + words.length };
  return writeCitation(cite(directive, span, '2026-11-01'));
}

describe('a citation of a table', () => {
  it('names row, column and annex in a Word file', async () => {
    expect(await cited(await docx(), 'kế hoạch.docx', '250')).toMatch(
      /^hàng 3 “Phường Nam Lam”, cột “Số lượt người” của Phụ lục I Kế hoạch 912\/KH-UBND \(/,
    );
    expect(await cited(await docx(), 'kế hoạch.docx', '2 | Trường Chính trị tỉnh | 12 | 600')).toMatch(
      /^hàng 2 “Trường Chính trị tỉnh” \(TT \| Đơn vị \| Số lớp \| Số lượt người\) của Phụ lục I /,
    );
  });

  it('names row and column in a workbook', async () => {
    expect(await cited(await xlsx(), 'chỉ tiêu.xlsx', '600')).toMatch(
      /^hàng 2 “Trường Chính trị tỉnh”, cột “Số lượt người” của /,
    );
  });
});
