import { describe, expect, it } from 'vitest';
import { rawZip } from '../rawZip.testing.ts';
import { readDocument } from '../readDocument.ts';
import { refusalOf } from '../refusal.testing.ts';
import { makeDocx, numbered, paragraph, table } from './docx.testing.ts';

async function read(body: string, parts = {}) {
  return readDocument(await makeDocx(body, parts), 'mẫu.docx');
}

async function texts(body: string, parts = {}) {
  return (await read(body, parts)).lines.filter((line) => line.role !== 'blank').map((line) => line.text);
}

const level = (number: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;

const directiveNumbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', 'Chương %1')}${level(1, 'decimal', 'Điều %2.', '<w:lvlRestart w:val="0"/>')}${level(2, 'decimal', '%3.')}${level(3, 'lowerLetter', '%4)')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2.')}${level(2, 'bullet', '')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>`;

describe('automatic numbers of Word', () => {
  it('become text in the format of each level', async () => {
    const body = [
      numbered('Quy định chung', 1, 0),
      numbered('Phạm vi', 1, 1),
      numbered('Khoản một', 1, 2),
      numbered('Điểm một', 1, 3),
      numbered('Điểm hai', 1, 3),
      numbered('Khoản hai', 1, 2),
      numbered('Điểm đầu của khoản hai', 1, 3),
      numbered('Tổ chức thực hiện', 1, 0),
      numbered('Hiệu lực', 1, 1),
    ].join('');
    expect(await texts(body, { numbering: directiveNumbering })).toEqual([
      'Chương I Quy định chung',
      'Điều 1. Phạm vi',
      '1. Khoản một',
      'a) Điểm một',
      'b) Điểm hai',
      '2. Khoản hai',
      'a) Điểm đầu của khoản hai',
      'Chương II Tổ chức thực hiện',
      'Điều 2. Hiệu lực',
    ]);
  });

  it('count on across lists of one definition, start anew where told, and join levels', async () => {
    const body = [
      numbered('Một', 2),
      numbered('Một một', 2, 1),
      numbered('gạch', 2, 2),
      paragraph('chen giữa'),
      numbered('Hai', 2),
      numbered('Bảy', 3),
    ].join('');
    expect(await texts(body, { numbering: directiveNumbering })).toEqual([
      '1. Một',
      '1.1. Một một',
      '- gạch',
      'chen giữa',
      '2. Hai',
      '7. Bảy',
    ]);
  });

  it('come from the style of a paragraph, too, and can be switched off', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="Dieu"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style>';
    const off = '<w:pStyle w:val="Dieu"/><w:numPr><w:numId w:val="0"/></w:numPr>';
    const raw = await read(paragraph('Đối tượng', '<w:pStyle w:val="Con"/>') + paragraph('Không số', off), {
      styles,
      numbering: directiveNumbering,
    });
    expect(raw.lines).toEqual([
      { text: 'Điều 1. Đối tượng', page: null, role: 'heading' },
      { text: 'Không số', page: null, role: 'heading' },
    ]);
  });
});

describe('what Word does not show', () => {
  it('is left out: hidden runs with a warning, deleted revisions, field codes, comments', async () => {
    const body = `<w:p><w:r><w:t>Thấy</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> ẨN</w:t></w:r><w:del><w:r><w:delText> XÓA</w:delText></w:r></w:del><w:ins><w:r><w:t> thêm</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t> LI TI</w:t></w:r></w:p>`;
    const raw = await read(body);
    expect(raw.lines.map((line) => line.text)).toEqual(['Thấy thêm']);
    expect(raw.warnings.join(' ')).toContain('Đã bỏ 2 đoạn chữ ẩn');
    expect(raw.warnings.join(' ')).toContain('chưa duyệt');
  });

  it('joins paragraphs whose mark was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">nửa đầu </w:t></w:r></w:p>${paragraph('nửa sau')}`;
    expect(await texts(body)).toEqual(['nửa đầu nửa sau']);
  });
});

describe('signs, boxes and tables of Word', () => {
  it('keeps hyphens, capitals and breaks as shown', async () => {
    const body =
      '<w:p><w:r><w:t>Số 06</w:t><w:noBreakHyphen/><w:t>CTr</w:t><w:tab/><w:t>QU đào</w:t><w:softHyphen/><w:t>tạo</w:t></w:r></w:p><w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>điều khoản</w:t></w:r><w:r><w:br/><w:t>dòng hai</w:t></w:r></w:p>';
    const raw = await read(body);
    expect(raw.lines).toEqual([
      { text: 'Số 06-CTr QU đàotạo', page: null, role: 'paragraph' },
      { text: 'ĐIỀU KHOẢN', page: null, role: 'line' },
      { text: 'dòng hai', page: null, role: 'line' },
    ]);
  });

  it('reads a text box once, though Word writes it twice', async () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>Ngoài</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('Trong')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('Trong')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect(await texts(body)).toEqual(['Ngoài', 'Trong']);
  });

  it('gives tables as rows, but reads the head of a document cell by cell', async () => {
    const head = table([
      ['BỘ MẪU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Số: 5/2026/TT-BM', 'Hà Nội, ngày 02 tháng 3 năm 2026'],
    ]);
    const data = table([
      ['TT', 'Chức danh'],
      ['1', 'Văn thư'],
    ]);
    const raw = await read(head + data);
    expect(raw.lines.filter((line) => line.role !== 'blank').map((line) => [line.role, line.text])).toEqual([
      ['paragraph', 'BỘ MẪU'],
      ['paragraph', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['paragraph', 'Số: 5/2026/TT-BM'],
      ['paragraph', 'Hà Nội, ngày 02 tháng 3 năm 2026'],
      ['table', 'TT | Chức danh'],
      ['table', '1 | Văn thư'],
    ]);
  });
});

describe('what Word does not show as text', () => {
  const run = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const white = '<w:color w:val="FFFFFF"/>';

  it('is left out when it is white on white, and kept on a ground', async () => {
    const shaded = '<w:shd w:val="clear" w:fill="1F3864"/>';
    const raw = await read(
      [
        `<w:p>${run('Thật')}${run(' giấu', white)}</w:p>`,
        `<w:p>${run('trên nền', white + shaded)}</w:p>`,
        `<w:p><w:pPr>${shaded}</w:pPr>${run('đoạn có nền', white)}</w:p>`,
        `<w:tbl><w:tr><w:tc><w:tcPr>${shaded}</w:tcPr><w:p>${run('ô có nền', white)}</w:p></w:tc><w:tc><w:p>${run('ô')}${run(' trắng', white)}</w:p></w:tc></w:tr></w:tbl>`,
      ].join(''),
    );
    expect(raw.lines.map((line) => line.text)).toEqual(['Thật', 'trên nền', 'đoạn có nền', 'ô có nền | ô']);
    expect(raw.warnings).toEqual(['Đã bỏ 2 đoạn chữ trắng trên nền trắng.']);
  });

  it('is left out and told: codes of fields, comments, notes, deletions; results and insertions are text', async () => {
    const raw = await read(
      `<w:p>${run('Xem ')}${mark('begin')}<w:r><w:instrText>IF 1 = 1 </w:instrText></w:r>${run('giấu trong mã')}${mark('separate')}${run('Điều 5')}${mark('end')}${run(' nhé')}<w:r><w:commentReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>
<w:p><w:moveFrom><w:r><w:t>chuyển đi</w:t></w:r></w:moveFrom><w:ins>${run('thêm')}</w:ins>${mark('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>${mark('separate')}${run(' 3')}${mark('end')}</w:p>`,
    );
    expect(raw.lines.map((line) => line.text)).toEqual(['Xem Điều 5 nhé', 'thêm 3']);
    const warnings = raw.warnings.join('\n');
    for (const told of ['1 mã trường', 'bình luận', '1 chú thích', '1 chỗ sửa chưa duyệt'])
      expect(warnings).toContain(told);
  });

  it('is a running head, except where the head of the document stands in one', async () => {
    const header = (text: string) =>
      `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(text)}</w:hdr>`;
    const extra = {
      'word/header1.xml': header('Trang mẫu'),
      'word/header2.xml': header('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
    };
    expect(await texts(paragraph('Điều 1. Phạm vi'), { extra })).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Điều 1. Phạm vi',
    ]);
    const own = paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM') + paragraph('Điều 1. Phạm vi');
    expect(await texts(own, { extra })).toHaveLength(2);
  });
});

describe('notes of Word', () => {
  const ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const run = (text: string, properties = '') =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const call = (id: number, kind = 'footnote', more = '') =>
    `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference ${more} w:id="${id}"/></w:r>`;
  const note = (id: number, content: string, kind = 'footnote') =>
    `<w:${kind} w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${content}</w:p></w:${kind}>`;
  const raised = '<w:vertAlign w:val="superscript"/>';
  const extra = {
    'word/footnotes.xml': `<w:footnotes ${ns}><w:footnote w:type="separator" w:id="0"><w:p>${run('—')}</w:p></w:footnote>${[
      note(7, `${run(' Khoản này được sửa đổi, bổ sung.')}</w:p><w:p>${run('“Điều 9. Lời trích.”')}`),
      note(3, run('Tên chương mới.')),
      note(4, run('* Dấu riêng.')),
      note(5, run('Trong ô.') + call(5)),
      note(6, run('Ẩn.')),
    ].join('')}</w:footnotes>`,
    'word/endnotes.xml': `<w:endnotes ${ns}>${note(1, run('Xem thêm.'), 'endnote')}</w:endnotes>`,
  };

  it('stand behind the paragraph that calls them, with a mark that runs into no number and hides no label', async () => {
    const body = [
      `<w:p>${run('QUYẾT ĐỊNH')}${call(1, 'endnote')}</w:p>`,
      `<w:p>${run('Chương I')}${call(3)}</w:p>`,
      paragraph('QUY ĐỊNH CHUNG'),
      `<w:p>${run('1.')}${call(7)}${run(' Trong thời hạn 15 ngày')}${call(4, 'footnote', 'w:customMarkFollows="1"').replace('</w:r>', '<w:t>*</w:t></w:r>')}${run(' làm việc.')}</w:p>`,
      table([[`<w:p>${run('Mức')}${call(5)}</w:p>`, 'Số']]),
      `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t><w:footnoteReference w:id="6"/></w:r></w:p>`,
    ].join('');
    expect(await texts(body, { extra })).toEqual([
      'QUYẾT ĐỊNH[i]',
      '[i] Xem thêm.',
      'Chương I',
      'QUY ĐỊNH CHUNG[1]',
      '[1] Tên chương mới.',
      '1. Trong thời hạn 15 ngày[*] làm việc.[2]',
      '[2] Khoản này được sửa đổi, bổ sung. “Điều 9. Lời trích.”',
      '[*] Dấu riêng.',
      'Mức[3] | Số',
      '[3] Trong ô.[3]',
    ]);
  });

  it('are told from powers where their marks were typed by hand', async () => {
    const body = `<w:p>${run('20 m')}${run('2', raised)}${run(', 10')}${run('3', raised)}${run(', 15 ngày')}${run('1', raised)}${run('.')}</w:p><w:p>${run('1', raised)}${run(' Ngày làm việc.')}</w:p>`;
    expect(await texts(body)).toEqual(['20 m2, 10³, 15 ngày[1].', '[1] Ngày làm việc.']);
  });
});

describe('hostile and broken Word files', () => {
  it('refuses what is packed to burst, whatever it says of its size', async () => {
    const content = Buffer.alloc(70 * 1024 * 1024, ' ');
    for (const size of [{}, { declaredBytes: 1000 }]) {
      const bomb = rawZip([{ name: 'word/document.xml', content, ...size }]);
      expect(bomb.length).toBeLessThan(200_000);
      const refusal = await refusalOf(() => readDocument(bomb, 'bom.docx'));
      expect(refusal.code).toBe('limit_exceeded');
      expect(refusal.sentence).toContain('bom.docx');
    }
  });

  it('refuses thousands of members', async () => {
    const many = Array.from({ length: 4_100 }, (_, index) => ({ name: `x/${index}`, method: 0 }));
    const bytes = rawZip([{ name: 'word/document.xml', content: '<x/>' }, ...many]);
    expect((await refusalOf(() => readDocument(bytes, 'nhiều.docx'))).sentence).toContain('4000 tệp con');
  });

  it('refuses entity declarations and broken XML', async () => {
    const entity = await makeDocx('', {
      extra: { 'word/document.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>' },
    });
    expect((await refusalOf(() => readDocument(entity, 'a.docx'))).sentence).toContain('thực thể XML');
    const broken = await makeDocx('', { extra: { 'word/document.xml': '<w:document><w:body>' } });
    expect((await refusalOf(() => readDocument(broken, 'a.docx'))).sentence).toContain('bị hỏng');
  });

  it('refuses a truncated file', async () => {
    const whole = await makeDocx(paragraph('Một đoạn'));
    const refusal = await refusalOf(() => readDocument(whole.subarray(0, whole.length - 60), 'cụt.docx'));
    expect(refusal).toMatchObject({ code: 'file_unreadable' });
    expect(refusal.sentence).toContain('cắt cụt');
  });
});
