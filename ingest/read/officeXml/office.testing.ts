import { type RawEntry, rawZip } from '../rawZip.testing.ts';

/** Office files of the least parts that their programs would open, written by hand. */

type Extra = readonly RawEntry[];

const xml = (name: string, content: string): RawEntry => ({
  name,
  content: `<?xml version="1.0" encoding="UTF-8"?>${content}`,
});

const drawing =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** A text shape; `type` is that of its place on the slide, such as `title`. */
export function shape(paragraphs: readonly string[], type = 'body', hidden = false): string {
  const lines = paragraphs.map((text) =>
    text.startsWith('<a:p>') ? text : `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`,
  );
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"${hidden ? ' hidden="1"' : ''}/><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:txBody>${lines.join('')}</p:txBody></p:sp>`;
}

/** A presentation of slides, each the inside of its tree of shapes; a slide that begins with `!` is hidden. */
export function makePptx(slides: readonly string[], extra: Extra = []): Buffer {
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at + 1}"/>`).join('');
  const relations = slides
    .map((_, at) => `<Relationship Id="rId${at + 1}" Type="slide" Target="slides/slide${at + 1}.xml"/>`)
    .join('');
  return rawZip([
    xml('[Content_Types].xml', '<Types/>'),
    xml(
      'ppt/presentation.xml',
      `<p:presentation ${drawing}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    ),
    xml('ppt/_rels/presentation.xml.rels', `<Relationships>${relations}</Relationships>`),
    ...slides.map((tree, at) =>
      xml(
        `ppt/slides/slide${at + 1}.xml`,
        `<p:sld ${drawing}${tree.startsWith('!') ? ' show="0"' : ''}><p:cSld><p:spTree>${tree.replace(/^!/, '')}</p:spTree></p:cSld></p:sld>`,
      ),
    ),
    ...extra,
  ]);
}

const openNames = [
  ...['office', 'style', 'text', 'table', 'drawing', 'presentation', 'meta'].map(
    (name) =>
      `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ');

/** A text, spreadsheet or presentation of LibreOffice; `styles` are its automatic styles. */
export function makeOpenDocument(
  kind: 'text' | 'spreadsheet' | 'presentation',
  body: string,
  styles = '',
  extra: Extra = [],
): Buffer {
  return rawZip([
    { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, method: 0 },
    xml(
      'content.xml',
      `<office:document-content ${openNames}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    ...extra,
  ]);
}

/** A workbook of one sheet whose rows are given as XML, as is the inside of its table of strings. */
export function makeXlsx(rows: string, strings = ''): Buffer {
  const names =
    'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return rawZip([
    xml(
      '[Content_Types].xml',
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/></Types>`,
    ),
    xml(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    xml(
      'xl/workbook.xml',
      `<workbook ${names}><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    xml(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${types}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    xml('xl/worksheets/sheet1.xml', `<worksheet ${names}><sheetData>${rows}</sheetData></worksheet>`),
    xml('xl/sharedStrings.xml', `<sst ${names}>${strings}</sst>`),
  ]);
}
