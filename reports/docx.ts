import {
  AlignmentType,
  Document,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageOrientation,
} from 'docx';
import { plainReport } from './cellValue.ts';
import { DOCUMENT_TEXTS } from './documentTexts.ts';
import { documentFoot, pageHeader } from './docxFrame.ts';
import { documentHead } from './docxHead.ts';
import { A4, FONT, MARGINS, paragraphOf } from './docxLayout.ts';
import { tableOf } from './docxTable.ts';
import { isPartyOffice } from './office.ts';
import type { Report } from './report.ts';

type Content = ISectionOptions['children'][number];
type Part = { readonly wide: boolean; readonly children: Content[] };

/** Tables with more columns need the page's long side. */
const mostUpright = 7;

/** The report as a document in the layout of Vietnamese offices, ready for number and signature. */
export async function writeDocument(given: Report): Promise<Uint8Array> {
  const report = plainReport(given);
  const party = isPartyOffice(report.office, report.superior);
  const document = new Document({
    creator: DOCUMENT_TEXTS.creator,
    title: `${report.kind} ${report.title}`,
    styles: {
      default: {
        document: { run: { font: FONT, size: 28, language: { value: 'vi-VN' } } },
        heading1: { run: { font: FONT, size: 28, bold: true, color: '000000' } },
        heading2: { run: { font: FONT, size: 26, bold: true, color: '000000' } },
      },
    },
    sections: partsOf(report, party).map(({ wide, children }, at) => ({
      properties: {
        titlePage: at === 0,
        page: {
          size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
          margin: MARGINS,
        },
      },
      headers: pageHeader(report.mark, at === 0),
      children,
    })),
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** Runs of upright and of wide pages: head and words first, then the tables, the foot below the last. */
function partsOf(report: Report, party: boolean): readonly Part[] {
  let last: Part = { wide: false, children: [...documentHead(report, party), ...bodyOf(report)] };
  const parts = [last];
  for (const [at, table] of report.tables.entries()) {
    const wide = table.columns.length > mostUpright;
    if (wide !== last.wide) {
      last = { wide, children: [] };
      parts.push(last);
    }
    last.children.push(
      paragraphOf(table.title, {
        heading: HeadingLevel.HEADING_2,
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: 240, after: 120 },
      }),
      tableOf(table, { wide, last: at === report.tables.length - 1 }),
    );
  }
  last.children.push(...documentFoot());
  return parts;
}

function bodyOf({ paragraphs, sources }: Report): readonly Content[] {
  const body = {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 720 },
    spacing: { before: 120, line: 276, lineRule: LineRuleType.AUTO },
  };
  return [
    ...paragraphs.map((text) => paragraphOf(text, body)),
    ...(sources.length === 0
      ? []
      : [paragraphOf(DOCUMENT_TEXTS.sources, { ...body, keepNext: true }, { bold: true })]),
    ...sources.map((source) =>
      paragraphOf(`- ${source}`, { ...body, spacing: { ...body.spacing, before: 60 } }, { italics: true }),
    ),
  ];
}
