import type { LegacyEncoding } from '../../../vietnamese/legacy/encoding.ts';
import { damaged, WARNINGS } from '../../texts.ts';
import { encodingNames } from '../flow.ts';
import { leftOutWarnings, nothingLeftOut } from '../leftOut.ts';
import { NoteQueue } from '../noteQueue.ts';
import { documentProperties, openPackage } from '../officeXml/officePackage.ts';
import { isOfficialHead } from '../pdf/layoutTable.ts';
import type { RawDocument, RawLine } from '../rawDocument.ts';
import { blockLines } from './docxBody.ts';
import { inUnicodeDocx } from './docxLegacy.ts';
import { DocxNotes } from './docxNotes.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { picturesOf, withPicturedPages } from './docxPictures.ts';
import { readStyles } from './docxStyles.ts';
import { child } from './docxXml.ts';

/**
 * Reads the body of a Word document as Word shows it: automatic numbers as text, notes behind the paragraphs that call them;
 * pictures of pages read where it is made of such; hidden, white and deleted text, comments and codes of fields left out and told;
 * running heads left out, except where the document's own head stands in one.
 * Read from the XML itself, because mammoth gives no automatic numbers, and in directives the number is the citation.
 * Throws a refusal for broken, encrypted and oversized files.
 */
export async function readDocx(
  bytes: Uint8Array,
  fileName: string,
  options: Parameters<typeof withPicturedPages>[3] = {},
): Promise<RawDocument> {
  const parts = openPackage(bytes, fileName, 'docx');
  const body = child(parts.xml('word/document.xml'), 'w:body');
  if (body === undefined) throw damaged(fileName, 'docx');
  const findings = nothingLeftOut();
  const styles = parts.xml('word/styles.xml');
  const encodings = new Set<LegacyEncoding>(inUnicodeDocx(body, styles));
  const inUnicode = (name: string) => {
    const root = parts.xml(name);
    for (const encoding of root === undefined ? [] : inUnicodeDocx(root, styles)) encodings.add(encoding);
    return root;
  };
  const context = {
    styles: readStyles(styles),
    numbering: new DocxNumbering(parts.xml('word/numbering.xml')),
    findings,
    notes: new DocxNotes({
      footnote: inUnicode('word/footnotes.xml'),
      endnote: inUnicode('word/endnotes.xml'),
    }),
  };
  const lines = blockLines(body, context, new NoteQueue());
  const head = lines.some(isOfficialHead)
    ? []
    : headOf(parts.names, (name) => {
        const root = inUnicode(name);
        return root === undefined ? [] : blockLines(root, context);
      });
  const document: RawDocument = {
    format: 'docx',
    lines: [...head, ...lines],
    meta: documentProperties(parts.xml('docProps/core.xml')),
    warnings: [
      ...leftOutWarnings(findings),
      ...(encodings.size === 0 ? [] : [WARNINGS.converted(encodingNames([...encodings]))]),
    ],
  };
  return withPicturedPages(document, picturesOf(parts, body), fileName, options);
}

const blank: RawLine = { text: '', page: null, role: 'blank' };

/** The running head that is the document's own ("CỘNG HÒA XÃ HỘI…"), as some offices set it on the first page. */
function headOf(names: readonly string[], read: (name: string) => readonly RawLine[]): readonly RawLine[] {
  for (const name of names.filter((part) => /^word\/header\d*\.xml$/.test(part))) {
    const lines = read(name);
    if (lines.some(isOfficialHead)) return [...lines, blank];
  }
  return [];
}
