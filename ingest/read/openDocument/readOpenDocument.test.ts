import { describe, expect, it } from 'vitest';
import { makeOpenDocument } from '../officeXml/office.testing.ts';
import { readDocument } from '../readDocument.ts';
import { refusalOf } from '../refusal.testing.ts';

const p = (text: string, style = '') => `<text:p text:style-name="${style}">${text}</text:p>`;
const textStyle = (name: string, properties: string, family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;

async function read(kind: 'text' | 'spreadsheet' | 'presentation', body: string, styles = '') {
  const raw = await readDocument(makeOpenDocument(kind, body, styles), 'mẫu');
  return {
    ...raw,
    shown: raw.lines.filter(({ role }) => role !== 'blank').map(({ text }) => text),
    warnings: raw.warnings.filter((warning) => !warning.startsWith('Tên tệp')),
  };
}

describe('a text of LibreOffice', () => {
  it('is read with its automatic numbers, across lists that go on', async () => {
    const level = (number: number, format: string, around: string) =>
      `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${around}/>`;
    const styles = `<text:list-style style:name="L">${level(1, '1', 'style:num-prefix="Điều " style:num-suffix="."')}${level(2, '1', 'style:num-suffix="."')}${level(3, 'a', 'style:num-suffix=")"')}</text:list-style>`;
    const item = (...parts: readonly string[]) => `<text:list-item>${parts.join('')}</text:list-item>`;
    const list = (...items: readonly string[]) => `<text:list>${items.join('')}</text:list>`;
    const body = [
      `<text:list text:style-name="L">${item(p('Phạm vi'), list(item(p('Khoản'), list(item(p('Điểm'))))))}</text:list>`,
      p('chen giữa'),
      `<text:list text:style-name="L" text:continue-numbering="true">${item(list(item(p('Khoản sau'))))}${item(p('Đối tượng'))}</text:list>`,
    ].join('');
    expect((await read('text', body, styles)).shown).toEqual([
      'Điều 1. Phạm vi',
      '1. Khoản',
      'a) Điểm',
      'chen giữa',
      '2. Khoản sau',
      'Điều 2. Đối tượng',
    ]);
  });

  it('is read without what it does not show, which is told', async () => {
    const styles = [
      textStyle('an', 'text:display="none"'),
      textStyle('trang', 'fo:color="#ffffff"'),
      textStyle('nen', 'fo:color="#ffffff" fo:background-color="#003366"'),
      textStyle('nho', 'fo:font-size="1pt"'),
    ].join('');
    const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
    const raw = await read(
      'text',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('đã xóa')}</text:deletion></text:changed-region></text:tracked-changes>
${p(`Thật${span('an', 'ẩn')}${span('trang', 'trắng')}${span('nho', 'nhỏ')}${span('nen', ' trên nền')}<text:note><text:note-citation>1</text:note-citation><text:note-body>${p('chú thích')}</text:note-body></text:note><office:annotation>${p('bình luận')}</office:annotation>`)}
<text:section text:display="none">${p('mục ẩn')}</text:section>`,
      styles,
    );
    expect(raw.shown).toEqual(['Thật trên nền[1]', '[1] chú thích']);
    const told = raw.warnings.join('\n');
    for (const part of ['3 đoạn chữ ẩn', '1 đoạn chữ trắng', '1 chỗ sửa', 'bình luận'])
      expect(told).toContain(part);
  });

  it('in an old encoding becomes Unicode, capitals by the font', async () => {
    const styles = textStyle('H', 'style:font-name=".VnTimeH"') + textStyle('N', 'style:font-name=".VnTime"');
    const span = (style: string, text: string) => `<text:span text:style-name="${style}">${text}</text:span>`;
    const raw = await read(
      'text',
      p(span('H', 'quyÕt ®Þnh')) + p(span('N', 'VÒ viÖc ®µo t¹o, båi d\u00ADìng c¸n bé')),
      styles,
    );
    expect(raw.shown).toEqual(['QUYẾT ĐỊNH', 'Về việc đào tạo, bồi dưỡng cán bộ']);
    expect(raw.warnings).toEqual([expect.stringContaining('TCVN3')]);
  });

  it('is refused when it is locked', async () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' };
    const locked = makeOpenDocument('text', p('x'), '', [manifest]);
    expect((await refusalOf(() => readDocument(locked, 'a.odt'))).sentence).toContain('mật khẩu');
  });
});

describe('a spreadsheet of LibreOffice', () => {
  it('is read row by row, hidden sheets, rows and columns left out and told', async () => {
    const cell = (text: string, more = '') =>
      `<table:table-cell ${more}>${text === '' ? '' : p(text)}</table:table-cell>`;
    const styles =
      '<style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const raw = await read(
      'spreadsheet',
      `<table:table table:name="A"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16382"/>
<table:table-row>${cell('TT')}${cell('giấu')}${cell('Lớp')}${cell('', 'table:number-columns-repeated="16380"')}</table:table-row>
<table:table-row table:visibility="collapse">${cell('2')}${cell('')}${cell('hàng giấu')}</table:table-row>
<table:table-row>${cell('3')}${cell('')}${cell('Sơ cấp')}</table:table-row>
<table:table-row table:number-rows-repeated="1048000">${cell('')}</table:table-row></table:table>
<table:table table:name="Nháp" table:style-name="ta"><table:table-row>${cell('không xem')}</table:table-row></table:table>`,
      styles,
    );
    expect(raw.shown).toEqual(['TT | Lớp', '3 | Sơ cấp']);
    expect(raw.warnings).toEqual(['Đã bỏ 2 đoạn chữ ẩn trong tệp.', 'Đã bỏ 1 trang tính bị ẩn: “Nháp”.']);
  });
});

describe('a presentation of LibreOffice', () => {
  it('is read slide by slide, hidden slides left out and told', async () => {
    const frame = (text: string, kind = 'outline') =>
      `<draw:frame presentation:class="${kind}"><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    const styles =
      '<style:style style:name="dp" style:family="drawing-page"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>';
    const raw = await read(
      'presentation',
      `<draw:page>${frame('Tiêu đề', 'title')}${frame('Nội dung')}<presentation:notes>${frame('ghi chú')}</presentation:notes></draw:page><draw:page draw:style-name="dp">${frame('giấu')}</draw:page>`,
      styles,
    );
    expect(raw.lines.filter(({ role }) => role !== 'blank')).toEqual([
      { text: 'Tiêu đề', page: 1, role: 'heading' },
      { text: 'Nội dung', page: 1, role: 'paragraph' },
    ]);
    expect(raw.warnings).toEqual(['Đã bỏ trang chiếu bị ẩn: 2.']);
  });
});
