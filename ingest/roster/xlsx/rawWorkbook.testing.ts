import JSZip from 'jszip';

/** Parts of a workbook as text, by path; what is left out is the usual one. */
export type RawParts = {
  readonly sheet: string;
  readonly sheetName?: string;
  readonly workbook?: string;
  readonly relations?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
};

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A worksheet's XML around its rows. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A workbook of one sheet, written by hand as other programs may write it. */
export async function rawWorkbook(parts: RawParts): Promise<Uint8Array> {
  const zip = new JSZip();
  const {
    sheetName = 'Cán bộ',
    workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    relations = `<Relationships>
      <Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  } = parts;
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file(
    '_rels/.rels',
    `<Relationships><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.file('xl/workbook.xml', workbook);
  zip.file('xl/_rels/workbook.xml.rels', relations);
  zip.file('xl/worksheets/sheet1.xml', parts.sheet);
  zip.file('xl/sharedStrings.xml', parts.strings ?? '<sst/>');
  zip.file('xl/styles.xml', parts.styles ?? '<styleSheet/>');
  for (const [path, content] of Object.entries(parts.more ?? {})) zip.file(path, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', compressionOptions: { level: 6 } });
}
