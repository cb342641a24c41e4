import JSZip from 'jszip';

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

export type DocxParts = {
  readonly styles?: string;
  readonly numbering?: string;
  readonly extra?: Readonly<Record<string, string | Uint8Array>>;
};

/** A paragraph of plain text; `properties` go into `w:pPr`. */
export function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

export function numbered(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

export function table(rows: readonly (readonly string[])[]): string {
  const cell = (content: string) =>
    `<w:tc>${content.startsWith('<w:p>') ? content : paragraph(content)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word file with the given body; `styles` and `numbering` are the insides of those parts. */
export async function makeDocx(body: string, parts: DocxParts = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types/>');
  zip.file(
    'word/document.xml',
    `<?xml version="1.0" encoding="UTF-8"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  );
  if (parts.styles !== undefined)
    zip.file('word/styles.xml', `<w:styles ${namespaces}>${parts.styles}</w:styles>`);
  if (parts.numbering !== undefined)
    zip.file('word/numbering.xml', `<w:numbering ${namespaces}>${parts.numbering}</w:numbering>`);
  for (const [name, content] of Object.entries(parts.extra ?? {})) zip.file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
