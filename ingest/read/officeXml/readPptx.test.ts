import { describe, expect, it } from 'vitest';
import { readDocument } from '../readDocument.ts';
import { makePptx, shape } from './office.testing.ts';

const numbered = (text: string) =>
  `<a:p><a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr><a:r><a:t>${text}</a:t></a:r></a:p>`;
const cell = (text: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;

describe('a presentation', () => {
  it('is read slide by slide with titles, numbers and tables; hidden slides and shapes left out and told', async () => {
    const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell('TT')}${cell('Lớp')}</a:tr><a:tr>${cell('1')}${cell('Sơ cấp')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
    const raw = await readDocument(
      makePptx([
        shape(['Quy định mẫu'], 'title') +
          `<p:grpSp>${shape([numbered('Đối tượng'), numbered('Phạm vi')])}</p:grpSp>${shape(['12'], 'sldNum')}`,
        `!${shape(['Trang giấu đi'])}`,
        table + shape(['chữ giấu'], 'body', true),
      ]),
      'mẫu.pptx',
    );
    expect(raw.lines.filter(({ role }) => role !== 'blank')).toEqual([
      { text: 'Quy định mẫu', page: 1, role: 'heading' },
      { text: '1. Đối tượng', page: 1, role: 'paragraph' },
      { text: '2. Phạm vi', page: 1, role: 'paragraph' },
      { text: 'TT | Lớp', page: 3, role: 'table' },
      { text: '1 | Sơ cấp', page: 3, role: 'table' },
    ]);
    expect(raw.warnings).toEqual(['Đã bỏ trang chiếu bị ẩn: 2.', 'Đã bỏ 1 đoạn chữ ẩn trong tệp.']);
  });

  it('in an old encoding becomes Unicode, capitals by the font', async () => {
    const run = (text: string, font: string) =>
      `<a:p><a:r><a:rPr><a:latin typeface="${font}"/></a:rPr><a:t>${text}</a:t></a:r></a:p>`;
    const raw = await readDocument(
      makePptx([
        shape([run('quyÕt ®Þnh', '.VnTimeH'), run('VÒ viÖc ®µo t¹o, båi d\u00ADìng c¸n bé', '.VnTime')]),
      ]),
      'mẫu.pptx',
    );
    expect(raw.lines.map(({ text }) => text).slice(0, 2)).toEqual([
      'QUYẾT ĐỊNH',
      'Về việc đào tạo, bồi dưỡng cán bộ',
    ]);
    expect(raw.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });
});
