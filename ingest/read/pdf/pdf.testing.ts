/** One page's drawing commands, in PDF's own language; the fonts F1 (Helvetica) and the image Im1 are at hand. */
export type PdfPageSource = { readonly content: string; readonly image?: boolean };

const pageSize = '[0 0 595 842]';

/** Lines of Latin-1 text from the top of the page, one under another. */
export function textPage(lines: readonly string[], mode = 0): PdfPageSource {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -16 Td`).join('\n');
  return { content: `BT ${mode} Tr /F1 12 Tf 72 770 Td\n${shown}\nET` };
}

/** A page under one image, with text drawn over it in the given mode. */
export function scanPage(lines: readonly string[] = [], mode = 3): PdfPageSource {
  return { content: `q 595 0 0 842 0 0 cm /Im1 Do Q\n${textPage(lines, mode).content}`, image: true };
}

/** For `makePdf`: locked with a password that nobody knows. */
export const lockedTrailer = `/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>`;

/** A PDF file written by hand, small enough to read in an editor; `trailer` goes into its trailer. */
export function makePdf(pages: readonly PdfPageSource[], trailer = ''): Uint8Array {
  const first = 5;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ');
  const stream = (dictionary: string, data: string) =>
    `<<${dictionary}/Length ${Buffer.byteLength(data, 'latin1')}>>\nstream\n${data}\nendstream`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    stream(
      '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceGray/BitsPerComponent 8',
      '\x20\x80\xc0\xf0',
    ),
    ...pages.flatMap((page, index) => [
      `<</Type/Page/Parent 2 0 R/MediaBox${pageSize}/Contents ${first + index * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</Im1 4 0 R>>>>>>`,
      stream('', page.content),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
