import { damaged, WARNINGS } from '../texts.ts';
import { blockLines, type DocxFindings } from './docxBody.ts';
import { DocxNumbering } from './docxNumbering.ts';
import { readStyles } from './docxStyles.ts';
import { child, children, parseXml } from './docxXml.ts';
import type { RawDocument } from './rawDocument.ts';
import { readMember, refuseOversized, zipMembers } from './zipArchive.ts';

const properties: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'dcterms:created': 'created',
  'dcterms:modified': 'modified',
};

function warningsOf(findings: DocxFindings): readonly string[] {
  const warnings: string[] = [];
  if (findings.hiddenRuns > 0) warnings.push(WARNINGS.hiddenInWord(findings.hiddenRuns));
  if (findings.whiteRuns > 0) warnings.push(WARNINGS.whiteInWord(findings.whiteRuns));
  if (findings.revisions > 0) warnings.push(WARNINGS.openRevisions(findings.revisions));
  return warnings;
}

/**
 * Reads the body of a Word document as Word shows it: automatic numbers as text, hidden and deleted text left out,
 * headers, footers and notes left out. Read from the XML itself, because mammoth gives no automatic numbers, and in
 * directives the number is the citation. Throws a refusal for broken, encrypted and oversized files.
 */
export function readDocx(bytes: Uint8Array, fileName: string): RawDocument {
  const members = zipMembers(bytes);
  if (members === null) throw damaged(fileName, 'docx');
  refuseOversized(members, fileName);
  const part = (name: string) => {
    const content = readMember(bytes, members, name, fileName);
    return content === null ? undefined : parseXml(content, fileName);
  };
  const body = child(part('word/document.xml'), 'w:body');
  if (body === undefined) throw damaged(fileName, 'docx');
  const findings: DocxFindings = { hiddenRuns: 0, whiteRuns: 0, revisions: 0 };
  const lines = blockLines(body, {
    styles: readStyles(part('word/styles.xml')),
    numbering: new DocxNumbering(part('word/numbering.xml')),
    findings,
  });
  const meta: Record<string, string> = {};
  const core = part('docProps/core.xml');
  for (const element of core === undefined ? [] : children(core)) {
    const key = properties[element.nodeName];
    const value = element.textContent?.trim() ?? '';
    if (key !== undefined && value !== '') meta[key] = value;
  }
  return { format: 'docx', lines, meta, warnings: warningsOf(findings) };
}
